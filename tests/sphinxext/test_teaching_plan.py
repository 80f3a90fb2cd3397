"""The teaching plan: 60 hours in 12 weeks, each outcome taught and asked; slips are one sentence."""

import re
from pathlib import Path

import pytest

from triggerpoints._records import ContentError
from triggerpoints.sphinxext._outcomes import AREAS, KINDS, read_plan

BOOK = Path(__file__).parents[2] / "book"
PLAN = """
[[outcome]]
id = "all"
text = "Do all that can be done in one course"
chapters = ["a", "nobody"]
areas = ["assessment", "ethics", "benefits", "guidelines", "pathology", "kinesiology", "anatomy"]

[[week]]
hours = { foundation = 2, cases = 1 }
pages = ["index"]
task = "Talk."
"""


def test_the_course_has_sixty_hours_in_twelve_weeks_of_five():
    plan = read_plan(BOOK / "outcomes.toml")
    assert [week.total for week in plan.week] == [5] * 12
    # Ideas, anatomy, palpation, technique, cases, assessment: the proposal of the course.
    assert [plan.hours_of(kind) for kind in KINDS] == [6, 14, 16, 8, 12, 4]
    assert sum(share for _, share in AREAS.values()) == 100


def test_every_chapter_and_notebook_is_read_in_some_week_or_taught_for_some_outcome():
    plan = read_plan(BOOK / "outcomes.toml")
    read = {page for week in plan.week for page in week.pages}
    notebooks = {f"notebooks/{path.stem}" for path in (BOOK.parent / "notebooks").glob("*.ipynb")}
    regions = {f"book/regions/{path.stem}" for path in (BOOK / "regions").glob("*.md")} - {
        "book/regions/index"
    }
    assert notebooks | regions <= read
    assert {f"book/{name}" for outcome in plan.outcome for name in outcome.chapters} <= read


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"pathology", ', "", "no outcome serves the area 'pathology'"),
        ("foundation = 2", "foundations = 2", "foundations"),
        ('text = "Do all that can be done in one course"', 'text = "Do"', "text"),
    ],
)
def test_a_slip_in_the_plan_is_one_sentence_with_the_file(tmp_path, old, new, says):
    path = tmp_path / "outcomes.toml"
    path.write_text(PLAN.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_plan(path)
    assert "outcomes.toml" in str(caught.value) and says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_tables_link_to_pages_and_an_unknown_one_is_named(build, tmp_path):
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "outcomes.toml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "book" / "osce.toml").write_text(
        (BOOK / "osce.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    built = build(index=":::{weeks}\n:::", other=":::{outcomes}\n:::")
    html = built.page()
    assert html.count("<caption>") == html.count("<table") == 2
    assert re.search(r'<a class="reference internal" href="#">', html)
    assert "Ideas, evidence, safety: 2" in html and "together: 3" in html
    assert "There is no page 'book/a'" in built.warnings
