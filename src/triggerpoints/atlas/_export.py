"""The atlas as files for other programs: CSV tables, one JSON file, and the dictionary of the tables.

The dictionary, ``datapackage.json``, follows the Frictionless Data Package standard, version 1.
"""

import csv
import io
import json
from typing import Any

import msgspec

from triggerpoints import __version__
from triggerpoints.atlas._load import REVIEWED_BY_CLINICIAN, Atlas
from triggerpoints.atlas._plain import plain
from triggerpoints.atlas._tables import JOINT, Column, Table, Value, tables

EXPORT_FORMATS = ("csv", "json")
TITLE = "Trigger point atlas"
AUTHORS = "The Trigger Point Therapy course contributors"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
CITATION = f"{AUTHORS} (2026). {TITLE}, version {__version__} [data set]. CC BY 4.0."
REVIEW = f"Reviewed by {REVIEWED_BY_CLINICIAN}." if REVIEWED_BY_CLINICIAN else "No clinician has reviewed it."
LIMITS = (
    "The sources copy one another and descend mostly from one textbook: “said in 2 sources we read” counts"
    f" readings, it does not verify. {REVIEW}"
)
# A spreadsheet reads a cell that begins with one of these as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(atlas: Atlas, formats: tuple[str, ...] = EXPORT_FORMATS) -> dict[str, bytes]:
    """Return the files of ``formats`` (``"csv"``, ``"json"``) by name, always in the same bytes.

    ``"csv"`` gives one file a table and ``datapackage.json``; ``"json"`` gives ``atlas.json``.
    """
    found: dict[str, bytes] = {}
    if "csv" in formats:
        made = tables(atlas)
        found |= {f"{table.name}.csv": to_csv(table) for table in made}
        found["datapackage.json"] = _json(data_package(made))
    if "json" in formats:
        found["atlas.json"] = _json(
            {**_about(), **atlas.as_dict(), "contraindications": plain(atlas.contraindications)}
        )
    return found


def to_csv(table: Table) -> bytes:
    """Return ``table`` as CSV in UTF-8, with the mark by which a spreadsheet knows that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def data_package(made: tuple[Table, ...]) -> dict[str, Any]:
    """Return the dictionary of the tables: every column with its meaning, its type and its limits."""
    return {
        "profile": "tabular-data-package",
        "name": "trigger-point-atlas",
        "title": TITLE,
        "version": __version__,
        "description": f"{LIMITS} Lists are joined by “{JOINT}”; a text that a spreadsheet would take for a"
        " formula has an apostrophe before it.",
        "licenses": [LICENCE],
        "contributors": [{"title": AUTHORS, "role": "author"}],
        "resources": [_resource(table) for table in made],
    }


def _about() -> dict[str, str]:
    return {
        "title": TITLE,
        "version": __version__,
        "licence": LICENCE["name"],
        "licence_url": LICENCE["path"],
        "how_to_cite": CITATION,
        "limits": LIMITS,
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.words,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column, table.key) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                {"fields": column, "reference": {"resource": target, "fields": "id"}}
                for column, target in table.links.items()
            ],
        },
    }


def _field(column: Column, key: tuple[str, ...]) -> dict[str, Any]:
    words = f"{column.words} A list, joined by “{JOINT}”." if column.joined else column.words
    limits = column.limits | ({"required": True} if column.name in key else {})
    return {"name": column.name, "type": column.type, "description": words} | (
        {"constraints": limits} if limits else {}
    )


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return str(value)


def _json(data: dict[str, Any]) -> bytes:
    plain = json.loads(msgspec.json.encode(data))
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()
