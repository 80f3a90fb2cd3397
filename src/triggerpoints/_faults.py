"""A fault of a data file in words: what is wrong, in which record and field, and what to do.

msgspec and tomllib name types, list positions and lines; a teacher knows records by their ids.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import msgspec

WORDS = {
    "Object missing": "missing",
    "Object contains unknown": "unknown",
    "`str`": "text in quotation marks",
    "`array`": "a list",
    "`object`": "a group of fields",
    "`bool`": "true or false",
    "`int`": "a whole number",
    "`float`": "a number",
}
WHERE = re.compile(r"^(.*?)(?: - at (?:`key` in )?`\$(.*)`)?$", re.S)
STEP = re.compile(r"([^.\[\]]+)|\[(\d+|\.\.\.)\]")
LINE = re.compile(r" \(at line (\d+), column \d+\)$")
PATTERN = re.compile(r"Expected `str` matching regex .+")
ID = re.compile(r"^\s*(?:id|key)\s*=\s*[\"']([^\"']+)", re.M)
# What to do, by what tomllib says; else quotation marks and brackets are where slips happen.
SYNTAX = {
    "Cannot overwrite a value": "the field is there twice; remove one",
    "Cannot declare": "write the name of a record in double square brackets, [[…]]",
    "Cannot mutate immutable": "write the name of a record in double square brackets, [[…]]",
}


def syntax(message: str, text: str) -> str:
    """Return what tomllib says of ``text`` with the record in which it says so, and the fix."""
    fixes = (fix for said, fix in SYNTAX.items() if said in message)
    fix = next(fixes, "check the quotes and brackets there")
    line = LINE.search(message)
    before = "\n".join(text.splitlines()[: int(line[1])]) if line else text
    ids = ID.findall(before)
    after = f", in or after {ids[-1]!r}" if ids else ""
    return f"{message}{after}; {fix}."


def shape(message: str, data: Any, kind: Any) -> str:
    """Return what msgspec says of ``data``, which should be a ``kind``, with record, field and fix."""
    matched = WHERE.match(message)
    assert matched is not None
    what, steps = matched[1], STEP.findall(matched[2] or "")
    schema = msgspec.json.schema(kind)
    here, place, readable = data, _resolved(schema, schema), ""
    for name, position in steps:
        if name:
            here = here.get(name) if isinstance(here, Mapping) else None
            place = _resolved(place.get("properties", {}).get(name, {}), schema)
            readable += f" {name}"
        elif position == "...":
            here = None
            place = _resolved(place.get("additionalProperties") or {}, schema)
        else:
            here = here[int(position)] if isinstance(here, list) else None
            place = _resolved(place.get("items", {}), schema)
            record = here if isinstance(here, Mapping) else {}
            known = record.get("id", record.get("key"))
            readable += f" {known!r}" if known else f" number {int(position) + 1}"
    if "; " in what:  # a record's own check says the fix as well
        return f"{readable.strip()}{': ' if readable else ''}{what}{'' if what.endswith('?') else '.'}"
    fix = _fix(what, here, ".".join(name for name, _ in steps if name), place, schema)
    what = PATTERN.sub("The text does not have the right form", what)
    for said, word in WORDS.items():
        what = what.replace(said, word)
    end = "" if fix.endswith("?") else "."
    return f"{what}{f', in{readable}' if readable else ''}; {fix}{end}"


def near(name: str, known: Iterable[str], fix: str = "correct it") -> str:
    """Return the nearest of the ``known`` names as a question, or ``fix`` where none is near."""
    found = get_close_matches(name, known, n=1)
    return f"did you mean {found[0]!r}?" if found else fix


def each_once(kind: str, names: Sequence[str]) -> None:
    """Raise ValueError, a sentence, for the first of ``names`` that stands there twice."""
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"{kind} {name!r} is there twice; rename one")


def _resolved(place: Any, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the part of the JSON ``schema`` that ``place`` stands for; nothing where it may be several."""
    options = [option for option in place.get("anyOf", []) if option.get("type") != "null"]
    if options:
        return _resolved(options[0], schema) if len(options) == 1 else {}
    if "$ref" in place:
        return _resolved(schema["$defs"][place["$ref"].rpartition("/")[2]], schema)
    return dict(place)


def _fix(what: str, value: Any, name: str, place: dict[str, Any], schema: dict[str, Any]) -> str:
    field = re.search(r"field `(.+?)`", what)
    if "missing required field" in what and field:
        record = place.get("properties", {}).get(field[1], {})
        return f"add a [[{field[1]}]] to it" if _holds_records(record, schema) and not value else "add it"
    if "unknown field" in what and field:
        return _known_name(field[1], place, schema)
    if "enum" in place:
        return f"use one of {', '.join(map(str, place['enum']))}"
    if "Expected `array`" in what:
        if _holds_records(place, schema):
            return f"write [[{name}]] above it, or [{{ … }}] around it"
        return f'write it as a list, ["{value}"]' if isinstance(value, str) else "write it as a list, […]"
    if "Expected `object`" in what and place.get("required"):
        return f'write {{ {place["required"][0]} = "…" }}'
    if what.startswith("Expected `str`,"):
        return "put it in quotation marks" if not isinstance(value, list | Mapping) else "write one text"
    if place.get("examples"):
        return f"write it like {place['examples'][0]!r}"
    return "correct it"


def _known_name(name: str, place: dict[str, Any], schema: dict[str, Any]) -> str:
    known = place.get("properties", {})
    for field, inner in known.items():
        if _holds_records(inner, schema) and name in _resolved(inner["items"], schema)["properties"]:
            return f"write [[{field}.{name}]]"
    return near(name, known, "correct its name, or take it out")


def _holds_records(place: dict[str, Any], schema: dict[str, Any]) -> bool:
    return "properties" in _resolved(place.get("items") or {}, schema)
