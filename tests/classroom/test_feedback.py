import json
from xml.etree import ElementTree

import pytest
from commands import tp
from gradebook_rows import GRADES, change, rows
from simulated import NAME, STUDENTS

from triggerpoints.atlas.drawing import Key
from triggerpoints.classroom._feedback_item import Score, item_feedback
from triggerpoints.classroom._picture import Album
from triggerpoints.questions.types import TYPES, Choice, Muscles, Text, Zones


@pytest.fixture
def pages(marked):
    tp("class", "feedback", marked, NAME)
    return {path.parts[-3]: path for path in (marked / "feedback").rglob("*.html")}


def test_every_student_gets_one_page_with_every_question(pages, items):
    assert len(pages) == STUDENTS
    for path in pages.values():
        text = path.read_text()
        assert text.count("<section") == len(items.item)
        assert "<script" not in text
        assert "http" not in text.replace("http-equiv", "")


def test_a_page_tells_marks_reasons_and_comments(marked, items):
    text = items.item[-1].id
    student = next(row[0] for row in rows(marked, GRADES) if row[1] == text and row[2] is None)
    cell = "cell_id in (select id from base_cell where name = ?)"
    change(marked, f"update grade set manual_score = 3.5, needs_manual_grade = 0 where {cell}", text)
    change(marked, f"update comment set manual_comment = 'Ask <b>first</b>.' where {cell}", text)
    tp("class", "feedback", marked, NAME)
    page = (marked / "feedback" / student / NAME / f"{NAME}.html").read_text()
    assert "3.5 of 4" in page
    assert "marked by your instructor" in page
    assert "Ask &lt;b&gt;first&lt;/b&gt;." in page
    choice = next(item for item in items.item if isinstance(item, Choice))
    assert choice.options[0].feedback in page
    assert choice.explain in page


def test_the_top_says_what_matters_first(marked, items):
    safe = [number for number, item in enumerate(items.item, start=1) if item.safety]
    text, cell = items.item[-1].id, "cell_id in (select id from base_cell where name = ?)"
    for number, item in enumerate(items.item, start=1):
        points = 0.0 if number in safe[:2] else item.points
        change(marked, f"update grade set auto_score = ?, manual_score = null where {cell}", points, item.id)
    change(marked, f"update comment set manual_comment = 'Ask first.' where {cell}", text)
    tp("class", "feedback", marked, NAME)
    top = (marked / "feedback" / "student-001" / NAME / f"{NAME}.html").read_text().partition("<section")[0]
    first, second = (f'<a href="#q{number}">{number}</a>' for number in safe[:2])
    assert f"Safety questions {first} and {second} are not right: not a pass yet." in top
    assert f"To look at again: questions {first} and {second}." in top
    assert '<a href="#q13">question 13</a>' in top
    assert "Ask first." in top
    change(marked, f"update grade set manual_score = auto_score + 1 where {cell}", items.item[safe[0] - 1].id)
    tp("class", "feedback", marked, NAME)
    page = (marked / "feedback" / "student-001" / NAME / f"{NAME}.html").read_text()
    assert f"Safety question {second} is not right: not a pass yet." in page
    assert "credit given by your instructor" in page
    assert "marked by your instructor" not in page


def test_the_answer_in_words_and_on_the_map(items, atlas):
    for item in items.item:
        if not isinstance(item, Muscles | Zones):
            continue
        wrong = "right:serratus_anterior" if isinstance(item, Muscles) else "left:head_vertex"
        album = Album()
        response = [*TYPES[type(item)].key_response(item), wrong]
        found = item_feedback(1, item, response, "", Score(points=0.5), atlas, album)
        assert found.status == "partial"
        assert len(found.yours) == len(found.right) + 1
        yours = "".join(picture.yours for picture in found.pictures)
        right = "".join(picture.right for picture in found.pictures)
        assert "mark right" in right
        assert "mark wrong" not in right
        assert "mark right" in yours
        for picture in found.pictures:
            for svg in (picture.yours, picture.right):
                root = ElementTree.fromstring(svg)
                assert root.get("role") == "img"
                assert [child.tag for child in root[:2]] == ["title", "desc"]
        assert ElementTree.fromstring(album.shared()) is not None


def test_a_response_that_cannot_be_read_says_so(items, atlas):
    found = item_feedback(1, items.item[0], {"a": 1}, "", Score(points=0.0), atlas, Album())
    assert (found.status, found.yours) == ("unreadable", [])
    assert "must be a list of ids" in found.note


def test_students_text_is_text(marked, items):
    student = "student-001"
    for path in (marked / "autograded" / student / NAME).iterdir():
        path.chmod(0o644)
    path = marked / "autograded" / student / NAME / f"{NAME}.ipynb"
    notebook = json.loads(path.read_text())
    written = {item.id for item in items.item if isinstance(item, Text)}
    for cell in notebook["cells"]:
        if cell["metadata"]["nbgrader"]["grade_id"] in written:
            cell["source"] = "<script>alert(1)</script>"
    path.write_text(json.dumps(notebook))
    answers = path.with_name("answers.json")
    data = json.loads(answers.read_text())
    for item in written:
        data["answers"].pop(item, None)
    answers.write_text(json.dumps(data))
    tp("class", "feedback", marked, NAME)
    page = (marked / "feedback" / student / NAME / f"{NAME}.html").read_text()
    assert "&lt;script&gt;" in page
    assert "<script" not in page


def test_feedback_before_marks_is_one_sentence(course):
    assert "nobody has marks" in tp("class", "feedback", course, NAME, code=1)[1]


def test_marks_that_no_view_shows_make_no_picture():
    nowhere = Key("zone", "nowhere", "left")
    assert Album().pictures("front", [nowhere], [nowhere], [], ("", "")) == []


@pytest.mark.browser
@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (320, "dark"), (1000, "light"), (1000, "dark")]
)
def test_pages_pass_axe_and_fit_a_phone(pages, chromium, width, scheme):
    from pathlib import Path

    axe = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    errors = []
    page.on("console", lambda message: errors.append(message.text))
    page.goto(pages["student-001"].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(axe.read_text())
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = page.evaluate("rules => axe.run({runOnly: rules})", rules)
    assert [violation["id"] for violation in found["violations"]] == []
    assert errors == []
    context.close()
