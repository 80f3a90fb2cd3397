"""Once it is known where it hurts, a body map of the book names the pages that say what can be done."""

import re
from pathlib import Path

from triggerpoints.atlas import course_atlas
from triggerpoints.sphinxext._links import READ_ON

ROOT = Path(__file__).parents[2]


def test_the_pages_and_the_zones_exist():
    assert {name for name in READ_ON if not (ROOT / f"{name}.md").is_file()} == set()
    assert {zone for zones in READ_ON.values() for zone in zones} <= set(course_atlas().zones)


def test_a_body_map_has_the_pages_that_the_book_has(build):
    page = build(index=":::{body-map}\n:mode: hurts\n:::\n").page()
    assert re.findall(r'"read_on":(\[[^]]*\])', page) == ["[]"]
