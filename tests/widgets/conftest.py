"""A small site that hosts the built ES module as a page of the book does, without the book."""

import json
import shutil
from typing import get_args

import msgspec
import pytest
from on_page import settle

from triggerpoints.atlas import Atlas, View
from triggerpoints.widgets._bundle import STATIC, built


class Site:
    """Pages on loopback; ``add`` makes one of the given hosts and returns its address."""

    def __init__(self, folder, address):
        self.folder, self.address = folder, address

    @staticmethod
    def host(state, key="", module="triggerpoints.js", css="triggerpoints.css"):
        """Return the markup that the book's directives write."""
        return (
            f'<div class="tp-host" data-module="{module}" data-css="{css}" data-key="{key}">'
            f'<script type="application/json">{json.dumps(state)}</script>'
            '<div class="tp-fallback"><p>Everything in words.</p></div></div>'
        )

    def add(self, name, *hosts, head=""):
        body = "".join(hosts)
        (self.folder / f"{name}.html").write_text(
            '<!doctype html><html lang="en" data-theme="light"><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{name}</title>'
            f'<link rel="icon" href="data:,">{head}<main><h1>A page</h1>{body}</main>'
            '<script type="module" src="page.js"></script></html>',
            encoding="utf-8",
        )
        return f"{self.address}/{name}.html"


@pytest.fixture(scope="session")
def site(serve, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    for name in ("triggerpoints.js", "triggerpoints.css", "page.js"):
        built(name)
        shutil.copy(STATIC / name, folder)
    atlas = Atlas()
    (folder / "atlas").mkdir()
    (folder / "atlas" / "atlas.json").write_bytes(msgspec.json.encode(atlas.as_dict()))
    for view in get_args(View):
        (folder / "atlas" / f"{view}.svg").write_text(atlas.figure(view), encoding="utf-8")
    return Site(folder, serve(folder))


@pytest.fixture
def body_map(site, open_page):
    """Return a function that opens a body map with the given props."""

    def opened(width=1280, **props):
        state = {"kind": "body-map", "props": {"mode": "explore", **props}, "assets": {"base": "atlas"}}
        page = open_page(width=width)
        page.goto(site.add("map", site.host(state)))
        page.wait_for_selector(".tp-host[data-state=ready]")
        settle(page)
        return page

    return opened
