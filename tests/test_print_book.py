"""The book for paper: one document in which ids are unique, links hold, and answers stand at the end."""

from bs4 import BeautifulSoup

from print_book import Page, merge, slug

QUIZ = """<div class="tp-host" data-key="triggerpoints:a"><div class="tp-fallback"><ol>
<li><p>Which?</p><ul><li><p>This</p></li><li><p>That</p></li></ul>
<details><summary>Answer and explanation</summary><p>Answer: This</p>
<a id="x" href="b.html#top">b</a></details></li>
<li><p>Write.</p><details><summary>Answer and explanation</summary><p>Free text</p></details></li>
</ol></div></div>"""


def page(docname, part, inside, title="A title"):
    return Page(docname, part, f'<html><article class="bd-article"><h1>{title}</h1>{inside}</article></html>')


def read(*pages):
    made, entries = merge(pages)
    return BeautifulSoup(made, "html.parser"), entries


def test_links_between_pages_become_links_within_the_document():
    soup, _ = read(
        page(
            "index", "", '<a href="book/a.html">a</a><a href="book/a.html#s">s</a><img src="_images/p.svg">'
        ),
        page(
            "book/a",
            "Learn",
            '<h2 id="s">S</h2><a href="#s">here</a><a href="../index.html">up</a><a href="https://e.org">e</a>'
            '<a href="../_static/x.csv">file</a><a href="../index.html#hurts=left">map</a>'
            '<img src="../_images/p.svg">',
        ),
    )
    assert [link["href"] for link in soup.select("#index a")] == ["#book-a", "#book-a--s"]
    assert [link["href"] for link in soup.select("#book-a a")] == [
        "#book-a--s",
        "#index",
        "https://e.org",
        "#index",
    ]
    assert "file" in soup.select_one("#book-a").text, "it stays as a word"
    assert {picture["src"] for picture in soup.select("img")} == {"/_images/p.svg"}
    ids = [named["id"] for named in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    targets = {link["href"][1:] for link in soup.select("a[href^='#']")}
    assert targets <= set(ids)


def test_a_quiz_is_a_worksheet_and_its_answers_are_in_the_key():
    part = QUIZ.replace('class="tp-host"', 'class="tp-host tp-check"')
    rest = (
        QUIZ.replace("<ol>", '<ol start="3">')
        .replace("Which?", "Then which?")
        .replace("This</p>", "These</p>")
    )
    soup, entries = read(
        page("book/a", "Learn", f"{part}<p>Prose.</p>{rest}", "Aches"),
        page("book/b", "Learn", f"<p id='top'>b</p>{QUIZ.replace(':a', ':b')}"),
    )
    sheets = soup.select("#book-a .tp-worksheet")
    assert ["Answer: " in sheet.text for sheet in sheets] == [False, False]
    assert [sheet.select_one(".tp-to-key").text for sheet in sheets] == [
        "Answers 1 to 2: key to the questions",
        "Answers 3 to 4: key to the questions",
    ]
    key = soup.select_one("#key")
    assert [one.text for one in key.select("h2")] == ["Aches", "A title"]
    assert sheets[0].select_one("a[href='#key--book-a']") and key.select_one("h2#key--book-a")
    assert [
        (one["value"], " ".join(one.get_text(" ").split())) for one in key.select("ol")[0].select("li")
    ] == [("1", "Answer: This b"), ("2", "Free text"), ("3", "Answer: These b"), ("4", "Free text")]
    assert key.select_one("a")["href"] == "#book-b--top"
    assert [(one.part, one.title) for one in entries] == [
        ("Learn", "Aches"),
        ("", "A title"),
        ("At the end", "Key to the questions"),
    ]


FLAG = """<details><summary data-number="RF0{0}">Sign {0}</summary><p>May mean: x.</p><p>Ask: “{0}?”</p>
<p><strong>RF0{0}, sources:</strong> <a href="https://e.org/{0}">E</a>. Read in full.</p></details>"""
RULE = """<table class="tp-table"><tr><th><p>Fever</p></th><td><p><strong>Guideline</strong> (CI01)</p>
<details><summary data-number="CI01">1 source</summary><p><a href="https://e.org/c">C</a>.</p></details></td></tr>
</table>"""


def test_signs_and_rules_stand_short_in_the_chapters_and_once_in_full_at_the_end():
    zone = "<div class='tp-zone'><ul><li><p><strong>Sign 1.</strong> Ask: “1?” Say: go.</p></li></ul></div>"
    soup, entries = read(
        page("book/a", "", f"<ul><li>{FLAG.format(2)}</li><li>{FLAG.format(1)}</li></ul>{RULE}"),
        page("book/b", "", f"{FLAG.format(1)}{zone}"),
    )
    assert [entry.anchor for entry in entries] == ["book-a", "book-b", "safety-sources"]
    assert not soup.select("#book-a a[href^='https'], #book-b a[href^='https']")
    assert soup.select_one("#book-b summary").text == "Sign 1 (RF01)."
    assert "Ask: “1?”" in soup.select_one("#book-b details").text
    assert soup.select_one("#book-b .tp-zone li").text == "Sign 1 (RF01)"
    assert soup.select_one("#book-a td").text.strip() == "Guideline (CI01)"
    listed = soup.select("#safety-sources .tp-entry")
    assert [one["id"] for one in listed] == ["source-rf01", "source-rf02", "source-ci01"]
    assert listed[0].text.startswith("RF01. Sign 1.May mean") and "Read in full." in listed[0].text
    assert [one.select_one("a")["href"] for one in listed] == [
        "https://e.org/1", "https://e.org/2", "https://e.org/c",
    ]  # fmt: skip
    assert {link["href"][1:] for link in soup.select("a[href^='#']")} == {one["id"] for one in listed}


def test_what_the_book_has_twice_is_printed_once():
    card = """<details class="tp-details tp-muscle" id="muscle-x"><summary>X</summary>
        <div class="warning admonition">Not hard.</div><table><tr><td>anatomy</td></tr></table></details>
        <details class="tp-details tp-muscle" id="muscle-y"><summary>Y</summary><p>whole</p></details>"""
    region = """<section id="the-muscles"><svg class="tp-pl-shared"><defs><g id="body"><path d="M0 0L9 9"/>
        <path d="M50 50L59 59"/></g></defs></svg><section id="muscle-x"><h3>X</h3><div class="tp-plates"><svg
        viewBox="40 40 20 20" style="--tp-hatch:url(#h)"><use href="#body"/></svg></div>
        <div class="admonition">Not hard.</div><details class="tp-record">anatomy</details></section>
        </section>"""
    soup, _ = read(page("book/a", "", card), page("book/r", "", region))
    assert "Not hard." in soup.select_one("#book-a--muscle-x").text
    assert not soup.select("#book-a--muscle-x table") and "whole" in soup.select_one("#book-a").text
    assert soup.select_one("#book-a--muscle-x a")["href"] == "#book-r--muscle-x"
    assert soup.select_one("#book-a--muscle-x .tp-on-page")["data-to"] == "book-r--muscle-x"
    assert [path["d"] for path in soup.select("#book-r path")] == ["M50 50L59 59"], "what its frame shows"
    assert soup.select_one("#book-r .tp-plates svg")["style"] == "--tp-hatch:url(#book-r--h)"
    assert [part.name for part in soup.select("#book-r .tp-muscle-head > *")] == ["h3", "div", "div"]


def test_what_is_folded_is_open_and_scripts_are_gone():
    soup, _ = read(
        page(
            "a",
            "",
            "<details><p>in</p></details><script>1</script>"
            "<script type='application/json'>{}</script><img loading='lazy' src='p.png'>",
        )
    )
    assert soup.select_one("details").has_attr("open")
    assert [one.get("type") for one in soup.select("script")] == ["application/json"]
    assert not soup.select("[loading]")
    assert slug("book/what_is") == "book-what-is"
