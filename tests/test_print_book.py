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
            '<a href="../_static/x.csv">x</a><a href="../index.html#hurts=left">map</a>'
            '<img src="../_images/p.svg">',
        ),
    )
    assert [link["href"] for link in soup.select("#index a")] == ["#book-a", "#book-a--s"]
    assert [link["href"] for link in soup.select("#book-a a")] == [
        "#book-a--s",
        "#index",
        "https://e.org",
        "/_static/x.csv",
        "#index",
    ]
    assert {picture["src"] for picture in soup.select("img")} == {"/_images/p.svg"}
    ids = [named["id"] for named in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    targets = {link["href"][1:] for link in soup.select("a[href^='#']")}
    assert targets <= set(ids)


def test_a_quiz_is_a_worksheet_and_its_answers_are_in_the_key():
    soup, entries = read(page("book/a", "Learn", QUIZ, "Aches"), page("book/b", "Learn", "<p id='top'>b</p>"))
    sheet = soup.select_one("#book-a .tp-worksheet")
    assert "Which?" in sheet.text and "Answer: This" not in sheet.text
    assert sheet.select_one("a[href='#key']")
    assert len(sheet.select(".tp-write")) == 2, "lines where there is nothing to tick"
    key = soup.select_one("#key")
    assert [one.text for one in key.select("h2")] == ["Aches"]
    assert [" ".join(one.get_text(" ").split()) for one in key.select(".tp-answers > li")] == [
        "Answer: This b",
        "Free text",
    ]
    assert key.select_one("a")["href"] == "#book-b--top"
    assert [(one.part, one.title) for one in entries] == [
        ("Learn", "Aches"),
        ("", "A title"),
        ("", "Key to the questions"),
    ]


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
