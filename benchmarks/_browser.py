"""What the benchmarks of pages share: a folder served on this machine, and the system's Chromium."""

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and logs nothing."""

    def log_message(self, format, *args):
        pass


def serve(folder, handler=Quiet):
    """Serve ``folder`` on loopback until the program ends; return its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def launch(playwright):
    """Return a headless browser: the system's Chromium, else Playwright's own."""
    system = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    return playwright.chromium.launch(executable_path=system, args=["--no-sandbox", "--disable-gpu"])
