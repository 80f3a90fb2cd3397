"""Fixtures shared by all tests: a real Chromium with the network cut, a server on loopback, and axe."""

import json
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Chromium's own calls home, which a closed network refuses one by one.
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def chromium():
    """A headless Chromium: the system's, else Playwright's own."""
    from playwright.sync_api import sync_playwright

    system = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system, args=list(SWITCHES))
        yield browser
        browser.close()


class Watched:
    """What a page asked for from other hosts, and what it logged as an error."""

    def __init__(self):
        self.foreign = []
        self.errors = []


@pytest.fixture
def open_page(chromium):
    """Return a function that opens a page with the network cut, and closes all of them at the end.

    The page's ``watched`` attribute holds requests to other hosts (all refused) and errors.
    """
    contexts = []

    def opened(width=1280, height=900, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        watched = Watched()

        def gate(route):
            if "://127.0.0.1:" in route.request.url or "://localhost:" in route.request.url:
                route.continue_()
            else:
                watched.foreign.append(route.request.url)
                route.abort()

        context.route("**/*", gate)
        page.on("pageerror", lambda error: watched.errors.append(str(error)))
        page.on("console", lambda message: message.type == "error" and watched.errors.append(message.text))
        page.watched = watched
        return page

    yield opened
    for context in contexts:
        context.close()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        pass


@pytest.fixture(scope="session")
def serve():
    """Return a function that serves a folder on loopback until the end and returns its address."""
    servers = []

    def served(folder):
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield served
    for server in servers:
        server.shutdown()


@pytest.fixture
def axe():
    """Return a function that lists what a page violates of the WCAG 2.2 A and AA rules, or of one rule."""
    source = AXE.read_text(encoding="utf-8")

    def violations(page, rule=""):
        page.evaluate(source)
        only = {"type": "rule", "values": [rule]} if rule else {"type": "tag", "values": RULES}
        # What passes, and where it stands, is not read: without them it is done sooner.
        options = {"runOnly": only, "resultTypes": ["violations"], "selectors": False}
        found = page.evaluate("options => axe.run(document, options)", options)["violations"]
        return [
            f"{v['id']}: {n['html'][:160]} {json.dumps(n['any'][:1])[:200]}"
            for v in found
            for n in v["nodes"]
        ]

    return violations
