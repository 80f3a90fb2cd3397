"""The atlas as files: nothing is lost, every cell keeps to the dictionary, no cell is a formula."""

import csv
import io
import json
import re

import pytest
from click.testing import CliRunner

from triggerpoints.atlas import Atlas, Column, Table, export
from triggerpoints.atlas._export import to_csv
from triggerpoints.cli import cli

ATLAS = Atlas()
FILES = export(ATLAS)
PACKAGE = json.loads(FILES["datapackage.json"])
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


def rows(name):
    return list(csv.DictReader(io.StringIO(FILES[f"{name}.csv"].decode("utf-8-sig"), newline="")))


def listed(cell):
    return tuple(cell.split("; ")) if cell else ()


def test_every_muscle_comes_back():
    found = {row["id"]: row for row in rows("muscles")}
    assert list(found) == list(ATLAS.muscles)
    for id, muscle in ATLAS.muscles.items():
        row = found[id]
        for field in ("latin_name", "english_name", "region", "layer", "disagreement", "uberon_id", "fma_id"):
            assert row[field] == getattr(muscle, field)
        for field in ("synonyms", "views", "essential", "spillover"):
            assert listed(row[field]) == getattr(muscle, field)
        for field, fact in muscle.facts():
            if field in row and field != "cautions":
                assert row[field] == fact.text
                assert listed(row[f"{field}_sources"]) == fact.sources
                assert row[f"{field}_how_sure"] == fact.how_sure
                assert row[f"{field}_note"] == fact.note
        assert listed(row["trigger_points"]) == tuple(point.id for point in muscle.trigger_points)


def test_every_trigger_point_comes_back_with_its_marks_and_imitators():
    found = {row["id"]: row for row in rows("trigger_points")}
    marks = [tuple(row.values()) for row in rows("places")]
    imitators = [tuple(row.values()) for row in rows("imitators")]
    points = [(muscle, point) for muscle in ATLAS.muscles.values() for point in muscle.trigger_points]
    assert list(found) == [point.id for _, point in points]
    for muscle, point in points:
        row = found[point.id]
        assert (row["muscle"], row["muscle_name"], row["label"]) == (
            muscle.id,
            muscle.english_name,
            point.label,
        )
        assert (row["location"], listed(row["location_sources"])) == (
            point.location.text,
            point.location.sources,
        )
        assert listed(row["essential"]) == point.essential
        assert listed(row["spillover"]) == point.spillover
        assert row["pressed"] == ("true" if point.pressed else "false")
        assert row["referral_how_sure"] == point.referral_how_sure
        assert row["caution"] == (point.caution.text if point.caution else "")
    assert marks == [
        (point.id, place.view, str(place.x), str(place.y)) for _, point in points for place in point.places
    ]
    assert imitators == [
        (point.id, zone, muscle)
        for _, point in points
        for zone, muscles in point.imitators.items()
        for muscle in muscles
    ]


def test_zones_sources_and_cautions_come_back():
    assert [(row["id"], float(row["area"])) for row in rows("zones")] == list(ATLAS.zone_areas.items())
    assert [(row["id"], row["url"]) for row in rows("sources")] == [
        (source.id, source.url) for source in ATLAS.sources.values()
    ]
    assert [(row["muscle"], row["text"], row["how_sure"]) for row in rows("cautions")] == [
        (muscle.id, caution.text, caution.how_sure)
        for muscle in ATLAS.muscles.values()
        for caution in muscle.cautions
    ]


@pytest.mark.parametrize("name", RESOURCES)
def test_every_cell_keeps_to_the_dictionary(name):
    found, schema = rows(name), RESOURCES[name]["schema"]
    assert RESOURCES[name]["path"] == f"{name}.csv"
    assert list(found[0]) == [field["name"] for field in schema["fields"]]
    for field in schema["fields"]:
        assert field["description"].endswith(".")
        limits = field.get("constraints", {})
        for row in found:
            cell = row[field["name"]]
            if field["type"] == "boolean":
                assert cell in ("true", "false")
            if field["type"] == "number":
                assert limits.get("minimum", -1e9) <= float(cell) <= limits.get("maximum", 1e9)
            assert cell or not limits.get("required")
            assert cell in limits.get("enum", [cell])
            assert re.fullmatch(limits.get("pattern", ".*").strip("^$"), cell, re.S)
    keys = [tuple(row[column] for column in schema["primaryKey"]) for row in found]
    assert len(set(keys)) == len(keys)
    for link in schema["foreignKeys"]:
        known = {row["id"] for row in rows(link["reference"]["resource"])}
        assert {row[link["fields"]] for row in found} <= known


def test_no_item_of_a_list_holds_the_mark_that_joins_lists():
    """Ids cannot hold one; the other words of lists are the synonyms."""
    for record in (*ATLAS.muscles.values(), *ATLAS.zones.values()):
        assert not any(";" in synonym for synonym in record.synonyms), record.id


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_a_spreadsheet_would_run_is_made_plain(start):
    text = f'{start}HYPERLINK("http://x","y")'
    made = to_csv(Table("t", "w", (Column("text", "w"), Column("x", "w", "number")), [(text, -0.5)]))
    (row,) = csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline=""))
    assert row == {"text": f"'{text}", "x": "-0.5"}


def test_the_files_name_licence_version_and_how_to_cite():
    whole = json.loads(FILES["atlas.json"])
    assert whole["licence"] == "CC-BY-4.0" == PACKAGE["licenses"][0]["name"]
    assert whole["version"] == PACKAGE["version"]
    assert f"version {whole['version']}" in whole["how_to_cite"]
    assert {key: whole[key] for key in ATLAS.as_dict()} == ATLAS.as_dict()
    assert "verified" not in FILES["muscles.csv"].decode().lower()


def test_the_command_writes_what_the_book_offers(tmp_path):
    done = CliRunner().invoke(cli, ["atlas", "export", "-o", str(tmp_path / "out")])
    assert done.exit_code == 0
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == FILES
    assert done.output.count("\n") == len(FILES)
    done = CliRunner().invoke(cli, ["atlas", "export", "--format", "json", "-o", str(tmp_path)])
    assert [path.name for path in tmp_path.glob("*.*")] == ["atlas.json"]
