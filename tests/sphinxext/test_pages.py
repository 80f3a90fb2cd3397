"""What every page has: information about itself, nothing from another host, and a light theme."""

import re
from pathlib import Path

import pytest
from pybtex.database import parse_string

from triggerpoints.sphinxext.bibliography import ByAuthor
from triggerpoints.sphinxext.trim import without_icons

ROOT = Path(__file__).parents[2]
THEME = f"""
extensions += ["sphinx_book_theme"]
html_theme = "sphinx_book_theme"
templates_path = [{str(ROOT / "book" / "_templates")!r}]
html_static_path = [{str(ROOT / "book" / "_static")!r}]
html_css_files = ["icons.css"]
language = "en"
html_theme_options = {{"article_footer_items": ["page-info.html"]}}
"""
CITED = """Said {cite:p}`Lucas2009`, and {cite:p}`Rathbone2017`, and {cite:p}`TendernessForce1998`.

```{body-map}
:muscle: infraspinatus
```

```{toctree}
refs
```
"""
REFS = "```{bibliography}\n:all:\n```"


@pytest.fixture(scope="module")
def built(project):
    """A book in the book's own theme."""
    with project(conf=THEME, index=CITED, refs=REFS) as made:
        return made


def test_a_page_says_who_wrote_it_when_it_was_reviewed_and_from_what(built):
    assert built.warnings == ""
    info = built.page()[built.page().index('class="page-info"') :]
    for words in (
        "course contributors",
        "By an AI system",
        "21 November 2026",
        "No clinician has reviewed",
        "CC BY 4.0",
        "No funding",
    ):
        assert words in info
    assert len(re.findall(r"<li>.*?doi", info[: info.index("</ol>")], re.S)) == 2
    assert "<em>Learning to use 4 kg force</em>, 1998" in built.page()  # its authors are not known


def test_a_page_without_a_date_of_review_or_with_one_that_is_none_is_a_warning(build):
    soon = "---\nreviewed: soon\nclinician: A Name\norphan: true\n---\n# T"
    index, *others = build(front="", index="# T", soon=soon).warnings.splitlines()
    assert "index.md: WARNING: no date of last review" in index
    said = " ".join(others)
    assert "soon.md: WARNING: no date of last review" in said
    assert "the clinical review has no date; write 'clinician: Name, profession, YYYY-MM-DD'." in said


def test_nothing_is_loaded_from_another_host(built):
    loaded = []
    for page in built.out.glob("*.html"):
        html = page.read_text(encoding="utf-8")
        loaded += re.findall(r"<(?:script|img|iframe|source)\b[^>]*\bsrc=\"([^\"]+)\"", html)
        loaded += re.findall(r"<link\b[^>]*\bhref=\"([^\"]+)\"", html)
    assert loaded
    assert [url for url in loaded if re.match(r"(?:[a-z]+:)?//", url)] == []
    assert not [
        path
        for path in built.out.rglob("*.css")
        if re.search(r"(?:@import |url\()[\"']?(?:https?:)?//", path.read_text())
    ]


def test_the_theme_leaves_its_icon_font_and_unused_scripts_behind(built):
    html = built.page()
    for name in ("fontawesome", "bootstrap.js", "searchtools.js", "sphinx-book-theme.js", "clipboard"):
        assert name not in html
    assert not list(built.out.rglob("*fontawesome*"))
    assert "@font-face" not in (built.out / "_static/styles/pydata-sphinx-theme.css").read_text(
        encoding="utf-8"
    )


def test_a_page_has_a_language_one_h1_a_skip_link_and_a_description(built):
    html = built.page()
    assert '<html lang="en"' in html
    assert html.count("<h1") == 1
    assert 'href="#main-content"' in html
    assert '<meta name="description"' in html


def test_the_bibliography_is_a_list_whose_entries_are_the_targets_of_citations(built):
    targets = re.findall(r'href="refs\.html#(id\d+)"', built.page())
    assert targets
    for target in targets:
        assert f'<li id="{target}">' in built.page("refs.html")
    assert "doc-biblioentry" not in built.page("refs.html")


def test_only_icon_rules_are_taken_from_the_theme():
    icons = '@font-face{font-family:Font Awesome\\ 6 Free;src:url(a)}.a{b:c}.fa-sun:before{content:"x"}'
    css = icons + ".card .fa-sun{d:e}"
    assert without_icons(css) == ".a{b:c}.card .fa-sun{d:e}"


def test_works_are_listed_by_author_or_title_and_then_by_year():
    text = """
    @article{f, author={{World Health Organization}}, title={T}, year={2023}}
    @article{e, author={Shah, J. P. and Gilliams, E.}, title={T}, year={2005}}
    @article{d, author={Shah, J. P.}, title={T}, year={2015}}
    @article{c, title={{Needle} electromyography}, shorttitle={Needle electromyography}, year={1991}}
    @article{b, author={Côté, P.}, title={T}, year={2016}}
    @article{a, author={Chen, Q.}, title={T}, year={2016}}
    """
    entries = parse_string(text, "bibtex").entries.values()
    assert [entry.key for entry in ByAuthor().sort(entries)] == ["a", "b", "c", "d", "e", "f"]
