"""The slips of a teacher who edits the atlas: each is one sentence with file, record, field and fix."""

import re

import pytest
from small_atlas import muscle

from triggerpoints._records import ContentError
from triggerpoints.atlas import Atlas

HEAD = "muscles/head.toml"
WORDS = [
    (
        'region = "head"',
        'regoin = "head"',
        "unknown field `regoin`, in muscle 'first'; did you mean 'region'?",
    ),
    ('region = "head"', 'region = "nek"', "'nek', in muscle 'first' region; use one of abdomen, arm, "),
    ('region = "head"', 'region = "head', "(at line 5, column 15), in or after 'first'; check the quotes"),
    ('region = "head"', 'region = "head"\nregion = "neck"', "the field is there twice; remove one."),
    ('id = "first"\n', "", "missing required field `id`, in muscle number 1; add it."),
    ('id = "first"', 'id = "First"', "in muscle 'First' id; write it like 'scm_sternal'."),
    (
        'id = "first"',
        'id = "first"\nsynonyms = "nod"',
        "in muscle 'first' synonyms; write it as a list, [\"nod\"].",
    ),
    ('id = "T1"', 'id = "t1"', "in muscle 'first' trigger_points 't1' id; write it like 'T05'."),
    (
        'latin_name = "Musculus first"',
        "latin_name = 7",
        "in muscle 'first' latin_name; put it in quotation marks.",
    ),
    ('insertion = { text = "i" }', 'insertion = "i"', "in muscle 'first' insertion; write { text = \"…\" }."),
    (
        'insertion = { text = "i" }',
        "insertion = {}",
        "missing required field `text`, in muscle 'first' insertion",
    ),
    (
        'cautions = [{ text = "c" }]',
        'cautions = { text = "c" }',
        "in muscle 'first' cautions; write [[muscle.cautions]] above it, or [{ … }] around it.",
    ),
    ("[[muscle]]", "[muscle]", "in muscle; write [[muscle]] above it, or [{ … }] around it."),
    ("[[muscle.trigger_points]]", "[[trigger_points]]", "`trigger_points`; write [[muscle.trigger_points]]."),
    ("essential = ['a']", "essential = 'a'", "trigger_points 'T1' essential; write it as a list, [\"a\"]."),
    (
        "essential = ['a']",
        "essential = ['A']",
        "in muscle 'first' trigger_points 'T1' essential number 1; write it like",
    ),
    ('label = "l"', 'label = "l"\npressed = "no"', "Expected true or false, got text in quotation marks, in"),
    (
        'label = "l"',
        'label = "l"\nimitators = { a = ["frist"] }',
        "names muscle 'frist', which is in no file of",
    ),
    (
        'label = "l"',
        'label = "l"\nplaces = [{ view = "front", x = 3, y = 0.1 }]',
        "places number 1 x; correct it.",
    ),
    (
        'sources = ["book"]',
        'sources = ["boook"]',
        "'first' origin cites 'boook', which is in no file of sources/; did you mean 'book'?",
    ),
]


def sentence(folder):
    with pytest.raises(ContentError) as error:
        Atlas(folder)
    text = str(error.value)
    assert re.search(r"[^.][.?]$", text) and "\n" not in text
    return text.removeprefix(f"{folder}/")


@pytest.mark.parametrize(("old", "new", "words"), WORDS)
def test_a_slip_is_one_sentence_with_file_record_and_fix(folder, old, new, words):
    path = folder / HEAD
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    said = sentence(folder)
    assert said.startswith(f"{HEAD}: ")
    assert words in said


def test_an_area_below_zero_names_the_zone(folder):
    path = folder / "zones" / "all.toml"
    path.write_text(path.read_text().replace("area = 10", "area = -3", 1))
    assert sentence(folder) == "zones/all.toml: Expected a number > 0.0, in zone 'a' area; correct it."


def test_an_empty_file_says_what_belongs_there(folder):
    (folder / HEAD).write_text("")
    assert sentence(folder) == f"{HEAD}: missing required field `muscle`; add a [[muscle]] to it."


@pytest.mark.parametrize("name", ["muscles", "red_flags", "sources", "zones"])
def test_a_folder_without_files_is_named(folder, name):
    for path in (folder / name).iterdir():
        path.rename(path.with_suffix(".toml.txt"))
    assert sentence(folder) == f"{name}: there is no .toml file in it; check its name."


def test_another_encoding_names_the_line(folder):
    text = muscle("first").replace("Musculus", "Müsculus")
    (folder / HEAD).write_bytes(text.encode("latin-1"))
    assert sentence(folder) == f"{HEAD}: line 3 is not UTF-8 text; save the file as UTF-8."
    (folder / HEAD).write_bytes(text.encode("utf-16"))
    assert sentence(folder) == f"{HEAD}: line 1 is not UTF-8 text; save the file as UTF-8."


def test_what_windows_editors_add_does_no_harm(folder):
    text = (folder / HEAD).read_text()
    (folder / HEAD).write_bytes(text.replace("id = ", "\tid\t=\t").replace("\n", "\r\n").encode("utf-8-sig"))
    assert list(Atlas(folder).muscles) == ["first"]


def test_a_red_flag_names_muscles_of_the_atlas(folder):
    path = folder / "red_flags" / "all.toml"
    path.write_text(path.read_text().replace('sign = "s"', 'sign = "s"\nmuscles = ["fist"]', 1))
    assert sentence(folder) == (
        "red_flags/all.toml: 'RF1' muscles names muscle 'fist', which is in no file of muscles/;"
        " did you mean 'first'?"
    )
