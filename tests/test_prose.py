"""What every page and notebook of the book keeps to: dated, sourced, plain, and without hype."""

import json
import re
from pathlib import Path

import pytest

from triggerpoints import Evidence

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "index.md", *sorted((ROOT / "book").glob("*.md"))]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
HYPE = re.compile(
    r"\b(miracle|breakthrough|amazing|revolutionary|cures?|(?<!botulinum )toxins?|guaranteed?|secret)\b", re.I
)
QUOTED = {
    "self_treatment": {"toxin", "toxins"},  # the chapter says why a massage washes none of them out
    "working_life": {"cure"},  # a client asks for one, and the answer promises none
}


def prose(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        text = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
    return text


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", [*PAGES, *NOTEBOOKS], ids=name)
def test_citations_lead_somewhere_and_nothing_retracted_is_one(path):
    references = Evidence().references
    keys = [key for keys in re.findall(r"\{cite:[a-z]+\}`([^`]+)`", prose(path)) for key in keys.split(",")]
    assert [key for key in keys if key not in references] == []
    assert [key for key in keys if references[key].retracted] == []


@pytest.mark.parametrize("path", [*PAGES, *NOTEBOOKS], ids=name)
def test_words_are_plain(path):
    text = prose(path)
    assert "—" not in text
    assert {word.lower() for word in HYPE.findall(text)} <= QUOTED.get(path.stem, set())


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_page_has_a_date_and_a_description(path):
    front = path.read_text(encoding="utf-8").split("---")[1]
    assert re.search(r"^reviewed: \d{4}-\d\d-\d\d$", front, re.M)
    assert re.search(r"^description: \S.{20,}$", front, re.M)


def test_red_flags_are_named_first_and_listed_before_the_map_and_any_muscle():
    text = (ROOT / "book" / "neck_head_shoulder.md").read_text(encoding="utf-8")
    parts = ("(#red-flags-first)", "{safety-first}", "{body-map}", "## Where not to press", "```{muscle}")
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_the_two_kinds_of_pain_area_are_explained_where_they_are_first_named():
    legend = (ROOT / "frontend" / "src" / "map" / "legend.tsx").read_text(encoding="utf-8")
    said = dict(re.findall(r'(essential|spillover): "[^"]*\(\1\): (.*?) \(', legend))
    assert set(said) == {"essential", "spillover"}
    for path in (ROOT / "book" / f"{name}.md" for name in ("what_is_a_trigger_point", "neck_head_shoulder")):
        text = path.read_text(encoding="utf-8")
        for word, meaning in said.items():
            first = re.search(rf"\b{word}\b", text, re.I).start()
            assert text[first:].startswith(f"{word}**: {meaning}"), (path.name, word)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name)
def test_notebook_is_clean(path):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", notebook["metadata"]["reviewed"])
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            assert cell["execution_count"] is None
            assert "hide-input" in cell["metadata"]["tags"], "a student does not program: fold the code away"
