"""The built book, served on loopback."""

import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HTML = ROOT / "_build" / "html"
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        pass


@pytest.fixture(scope="session")
def book():
    """The address of the built book, without a slash at its end."""
    if not (HTML / "index.html").is_file():
        pytest.fail("The book is not built: run 'make book' first.")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=HTML))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def axe():
    """Return a function that lists the violations of the WCAG 2.2 A and AA rules on a page."""
    source = AXE.read_text(encoding="utf-8")

    def violations(page):
        page.evaluate(source)
        found = page.evaluate("rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES)[
            "violations"
        ]
        return [
            f"{v['id']}: {n['html'][:160]} {json.dumps(n['any'][:1])[:200]}"
            for v in found
            for n in v["nodes"]
        ]

    return violations
