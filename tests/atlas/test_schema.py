"""The published JSON Schema: what an editor reads beside a file of the atlas."""

import json
import tomllib

import jsonschema
import pytest

from triggerpoints.atlas import SCHEMA_FOLDER, schema
from triggerpoints.atlas._load import DATA

FILES = sorted(DATA.rglob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=[path.relative_to(DATA).as_posix() for path in FILES])
def test_every_file_names_its_schema_and_keeps_to_it(path):
    text = path.read_text(encoding="utf-8")
    mark, _, place = text.splitlines()[0].partition(" ")
    assert mark == "#:schema"
    named = (path.parent / place).resolve()
    assert named == SCHEMA_FOLDER / f"{path.parent.name}.schema.json"
    published = json.loads(named.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(published).validate(tomllib.loads(text))
    assert len(text.splitlines()) <= 400, "a teacher finds a record in a short file: split it"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('region = "neck"', 'regoin = "neck"'),
        ('region = "neck"', 'region = "nek"'),
        ('synonyms = ["SCM", ', 'synonyms = [7, "SCM", '),
        ('id = "T05"', 'id = "t05"'),
        ('essential = ["face_cheek"', 'essential = ["Cheek"'),
    ],
)
def test_a_wrong_file_is_refused(old, new):
    text = (DATA / "muscles" / "neck.toml").read_text(encoding="utf-8")
    assert old in text
    validator = jsonschema.Draft7Validator(schema()["muscles"])
    assert not validator.is_valid(tomllib.loads(text.replace(old, new, 1)))


@pytest.mark.parametrize("kind", ["muscles", "zones", "red_flags", "sources"])
def test_every_field_is_described_in_one_sentence(kind):
    found = schema()[kind]
    jsonschema.Draft7Validator.check_schema(found)
    for record in (found, *found["definitions"].values()):
        assert record["description"]
        for field, place in record["properties"].items():
            words = place["description"]
            assert words[0].isupper() and words.endswith("."), field
            assert "$ref" not in place, "the description beside it would be lost"
