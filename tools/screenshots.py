"""Take the README's pictures from the built book: ``python tools/screenshots.py``."""

import shutil
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from serve import HTML, Quiet
from setup import CHROMIUMS

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "pictures"
DESKTOP = {"viewport": {"width": 1280, "height": 860}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}


def main() -> None:
    """Write one picture for each entry of ``PICTURES``."""
    if not (HTML / "index.html").is_file():
        sys.exit("The book is not built yet: run 'make book' first.")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=HTML))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    OUT.mkdir(parents=True, exist_ok=True)
    system = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system, args=["--no-sandbox", "--disable-gpu"])
        for name, (path, theme, screen, act) in PICTURES.items():
            page = browser.new_page(color_scheme=theme, **screen)
            page.add_init_script(f"localStorage.setItem('mode', '{theme}')")
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
            act(page)
            page.screenshot(path=OUT / f"{name}.png")
            page.close()
            print(f"docs/pictures/{name}.png")
        browser.close()


def landing(page: Page) -> None:
    """The first thing a visitor sees."""
    page.wait_for_selector(".tp-body-map svg")


def muscle(page: Page) -> None:
    """A muscle with its points and its referral."""
    host = page.locator(".tp-host").first
    host.scroll_into_view_if_needed()
    page.get_by_role("button", name="Explore a muscle").first.click()
    page.locator(".tp-body-map button[data-muscle=scm_sternal]").first.click()
    page.locator(".tp-body-map").first.evaluate("map => map.scrollIntoView({ block: 'start' })")
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)


def quiz(page: Page) -> None:
    """A question answered wrongly, and the reason."""
    host = page.locator(".tp-host").last
    host.scroll_into_view_if_needed()
    item = host.locator("[data-item]:visible").first
    item.locator("input").last.check()
    item.locator("button[data-action=check]").click()
    item.evaluate("item => item.scrollIntoView({ block: 'start' })")
    page.wait_for_timeout(500)


PICTURES = {
    "landing": ("index.html", "light", DESKTOP, landing),
    "landing-phone": ("index.html", "light", PHONE, landing),
    "muscle": ("index.html", "light", DESKTOP, muscle),
    "quiz-dark": ("book/neck_head_shoulder.html", "dark", DESKTOP, quiz),
}


if __name__ == "__main__":
    main()
