"""A chapter page of the book beside the same page built the stock way: script bytes, time to interactive.

``python benchmarks/page.py [--loads N]``, after ``make book``. The stock page has the same text; its
body maps and quizzes are anywidgets in code cells, shown by MyST-NB through requirejs and
html-manager, all served from this machine. Loads alternate, each with an empty cache. Interactive
means: the first body map is on screen, a muscle's button was clicked and says it is pressed.
"""

import argparse
import gzip
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from _browser import Quiet, launch
from _browser import serve as serve_folder

ROOT = Path(__file__).resolve().parents[1]
CHAPTER = "book/neck_head_shoulder"
# The extension's own parts that the text needs; not the host, the charts or the trimmed theme.
PARTS = (
    "_assets",
    "_nodes",
    "_links",
    "bibliography",
    "claim",
    "muscle",
    "pain_table",
    "red_flags",
)
CONFIG = """
title: The stock way
exclude_patterns: [_build, node_modules]
bibtex_bibfiles: [book/references.bib]
execute: {{execute_notebooks: force, timeout: 120}}
sphinx:
  extra_extensions: [sphinxcontrib.bibtex, {parts}]
  config:
    html_static_path: [vendored]
    bibtex_reference_style: author_year
    myst_enable_extensions: [colon_fence, deflist, attrs_inline]
    suppress_warnings: ["*"]
    nb_ipywidgets_js:
      vendor/require.js: {{}}
      vendor/embed-amd.js: {{data-jupyter-widgets-cdn: /_static/vendor/}}
"""
NOTEBOOK = """---
file_format: mystnb
kernelspec: {name: python3, display_name: Python 3}
---
"""
BIBLIOGRAPHY = "\n```{bibliography}\n:filter: docname in docnames\n```\n"
DIRECTIVE = re.compile(
    r"^(?P<fence>:{3,}|`{3,})\{(?P<name>body-map|quiz)\} *(?P<argument>\S*)\n(?P<body>.*?)^(?P=fence)$",
    re.M | re.S,
)
READY = """() => {
  document.querySelector('.tp-host, .cell_output')?.scrollIntoView();
  const button = document.querySelector('.tp-body-map button[data-muscle]');
  if (!button) return false;
  if (button.getAttribute('aria-pressed') !== 'true') { button.click(); return false; }
  return performance.now();
}"""


def stock_text(text):
    """Return the chapter with its widgets as code cells."""

    def cell(match):
        options = dict(re.findall(r"^:(\w+): *(.+)$", match["body"], re.M))
        if "only" in options:
            return ""  # the stock page has the whole set at its end
        if match["name"] == "quiz":
            call = f"Quiz({match['argument']!r})"
        else:
            known = {k: v for k, v in options.items() if k in ("muscle", "mode", "view")}
            call = f"BodyMap({', '.join(f'{k}={v!r}' for k, v in known.items())})"
        head = "```{code-cell} ipython3\n:tags: [remove-input]\nfrom triggerpoints import BodyMap, Quiz"
        return f"{head}\n{call}\n```"

    return NOTEBOOK + DIRECTIVE.sub(cell, text.partition("\n---\n")[2]) + BIBLIOGRAPHY


def build_stock(folder):
    """Build the stock book in ``folder`` and return its HTML folder."""
    (folder / "book").mkdir()
    vendor = folder / "vendored" / "vendor"
    vendor.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / "benchmarks" / "stock" / name, folder / name)
    subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund"], cwd=folder, check=True)
    modules = folder / "node_modules"
    shutil.copy(modules / "requirejs" / "require.js", vendor)
    shutil.copy(modules / "@jupyter-widgets" / "html-manager" / "dist" / "embed-amd.js", vendor)
    (folder / "_config.yml").write_text(
        CONFIG.format(parts=", ".join(f"triggerpoints.sphinxext.{part}" for part in PARTS))
    )
    (folder / "_toc.yml").write_text(f"format: jb-book\nroot: {CHAPTER}\n")
    shutil.copy(ROOT / "book" / "references.bib", folder / "book")
    chapter = folder / f"{CHAPTER}.md"
    chapter.write_text(stock_text((ROOT / f"{CHAPTER}.md").read_text(encoding="utf-8")), encoding="utf-8")
    log = folder / "build.log"
    with log.open("w") as out:
        done = subprocess.run(
            [Path(sys.executable).with_name("jupyter-book"), "build", folder], stdout=out, stderr=out
        )
    html = folder / "_build" / "html"
    if done.returncode or not (html / f"{CHAPTER}.html").is_file():
        sys.exit(f"The stock book did not build:\n{log.read_text()[-3000:]}")
    return html


class _Files(Quiet):
    """Serves a folder; anywidget's AMD module stands where html-manager asks for it."""

    def translate_path(self, path):
        if path.startswith("/_static/vendor/anywidget@"):
            return str(Path(sys.prefix, "share", "jupyter", "nbextensions", "anywidget", "index.js"))
        return super().translate_path(path)


def serve(html):
    return f"{serve_folder(html, _Files)}/{CHAPTER}.html"


def load(browser, url):
    """Load ``url`` once with an empty cache; return (seconds to interactive, script bytes gzipped)."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.route("**/*", lambda r: r.continue_() if "://127.0.0.1:" in r.request.url else r.abort())
    scripts = []
    page.on("response", lambda r: r.request.resource_type == "script" and r.ok and scripts.append(r))
    page.goto(url, wait_until="commit")
    moment = page.wait_for_function(READY, polling="raf", timeout=60_000).json_value()
    page.wait_for_load_state("networkidle")
    size = sum(len(gzip.compress(response.body())) for response in scripts)
    context.close()
    return moment / 1000, size


def spread(values):
    low, middle, high = statistics.quantiles(values, n=4)
    return f"{middle:.3g} (quartiles {low:.3g} to {high:.3g})"


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--loads", type=int, default=10, help="loads of each page (at least 2)")
    loads = parser.parse_args().loads
    ours = ROOT / "_build" / "html"
    if not (ours / f"{CHAPTER}.html").is_file():
        sys.exit("The book is not built yet: run 'make book' first.")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        print("Building the same chapter the stock way …", flush=True)
        pages = {"ours": serve(ours), "stock": serve(build_stock(Path(folder)))}
        browser = launch(playwright)
        results = {name: [] for name in pages}
        for turn in range(loads + 1):
            for name, url in pages.items():
                result = load(browser, url)
                if turn:  # the first turn warms the machine's file cache for both
                    results[name].append(result)
        browser.close()
    for name, rows in results.items():
        seconds, kilobytes = spread([s for s, _ in rows]), rows[0][1] / 1000
        print(f"{name:>6}: interactive after {seconds} s, scripts {kilobytes:.0f} kB gzipped")
    pairs = list(zip(results["stock"], results["ours"], strict=True))
    print(f" ratio: time to interactive, stock / ours {spread([a[0] / b[0] for a, b in pairs])}")
    print(
        f" ratio: script bytes, stock / ours {pairs[0][0][1] / pairs[0][1][1]:.1f} (the same in every load)"
    )


if __name__ == "__main__":
    main()
