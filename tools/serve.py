"""Serve the built book on this machine only: ``python tools/serve.py [PORT]``."""

import errno
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HTML = Path(__file__).resolve().parents[1] / "_build" / "html"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a log line for each."""

    def log_message(self, format, *args):
        """Print nothing."""


def main(port: int) -> None:
    """Serve until interrupted."""
    if not (HTML / "index.html").is_file():
        sys.exit("The book is not built yet: run 'make book' first.")
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(Quiet, directory=HTML))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            sys.exit(f"Port {port} is in use: stop what runs there, or try 'make serve PORT={port + 1}'.")
        raise
    print(f"The course is at http://127.0.0.1:{port} (stop with Ctrl+C)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8000)
