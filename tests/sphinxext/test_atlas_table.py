"""The atlas as tables without script, its files, and what its columns mean."""

import json
import re
import tomllib

import jsonschema
from page_text import words_of

from triggerpoints.atlas import CITATION, Atlas, export, schema, tables
from triggerpoints.atlas._load import DATA

ATLAS = Atlas()
POINTS = [(muscle, point) for muscle in ATLAS.muscles.values() for point in muscle.trigger_points]
PAGE = """
```{atlas-table} points
```

```{atlas-table} muscles
```

```{atlas-files}
```

```{data-dictionary}
```
"""


OTHER = """
```{toctree}
other
```
"""


def test_the_page_has_tables_files_and_dictionary(build):
    """One build for all: each check names what it looks at."""
    built = build(index=PAGE + OTHER, other="Nothing.")
    assert built.warnings == ""
    rows_say_what_they_are(built.page())
    rows_go_from_head_to_foot(built.page())
    files_lie_where_the_links_lead(built)
    for table in tables(ATLAS):
        for column in table.columns:
            assert words_of(f"{column.name} {column.words}") in words_of(built.page())
    assert "triggerpoints/table.js" in built.page() and "atlas_table.css" in built.page()
    assert "table.js" not in built.page("other.html") and "atlas_table.css" not in built.page("other.html")


def rows_say_what_they_are(page):
    points, muscles = re.findall(r'<div class="tp-atlas".*?<table.*?</table>', page, re.S)
    for part, count in ((points, len(POINTS)), (muscles, len(ATLAS.muscles))):
        assert "<caption>" in part
        body = part[part.index("<tbody>") :]
        assert body.count("<tr") == body.count('<th scope="row"') == count
        assert part.count('<th scope="col"') in (6, 7)
        assert "<button" not in part[part.index("<table") :], "buttons come with the script"
        assert '<div class="tp-atlas-bar" hidden>' in part
    for muscle, point in POINTS:
        row = re.search(rf'<tr[^>]* id="point-{point.id.lower()}".*?</tr>', points, re.S)[0]
        said = words_of(row)
        assert f'data-region="{muscle.region}"' in row
        for kind in ("essential", "spillover"):
            assert f'data-{kind}="{" ".join(getattr(point, kind))}"' in row
        assert said.count(point.id) == 1
        for zone in (*point.essential, *point.spillover):
            assert ATLAS.zones[zone].name in said
        assert f"Pressed: {'yes' if point.pressed else 'no, only shown'}" in said
        assert ("Unsourced" in said) == (point.location.text == "unsourced")
        for source in (*point.location.sources, *point.referral_sources):
            assert words_of(ATLAS.sources[source].title) in said
        assert point.referral_how_sure in said
    said = words_of(muscles)
    for muscle in ATLAS.muscles.values():
        assert muscle.latin_name in said
        assert muscle.uberon_id.removeprefix("UBERON:") in said
        assert muscle.fma_id.removeprefix("FMA:") in said


def rows_go_from_head_to_foot(page):
    regions = list(dict.fromkeys(re.findall(r'<tr[^>]* data-region="([^"]+)"', page)))
    assert (regions[0], regions[1], regions[-1]) == ("head", "neck", "foot")
    assert re.findall(r"<option>([^<]+)</option>", page) == regions * 2
    areas = re.findall(r'<option value="(\w+)">([^<]+)</option>', page)
    assert sorted(areas) == sorted((zone.id, zone.name) for zone in ATLAS.zones.values())
    parts = re.findall(r'<optgroup label="([^"]+)">', page)
    assert parts == ["head", "neck", "shoulder", "trunk", "arm and hand", "leg and foot"]


def files_lie_where_the_links_lead(built):
    page = built.page()
    for name, content in export(ATLAS).items():
        assert f'href="data/{name}"' in page
        assert (built.out / "data" / name).read_bytes() == content
    assert CITATION in words_of(page)
    links = re.findall(r'href="(data/schema/(\w+)\.schema\.json)"', page)
    assert {name for _, name in links} == set(schema())
    for link, name in links:
        found = json.loads((built.out / link).read_text(encoding="utf-8"))
        path = next(DATA.glob(f"{name}.toml"), None) or next((DATA / name).glob("*.toml"))
        jsonschema.Draft7Validator(found).validate(tomllib.loads(path.read_text(encoding="utf-8")))


def test_other_builders_print_the_table_in_words(build):
    said = " ".join(build("text", index="```{atlas-table} points\n```").page("index.txt").split())
    assert "Masseter" in said and "T07" in said


def test_an_unknown_table_names_the_tables(build):
    warnings = build(index="```{atlas-table} point\n```").warnings
    assert "There is no table 'point'; did you mean points?" in warnings
