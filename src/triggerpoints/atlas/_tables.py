"""The atlas as flat tables: one row a record, one column a field, lists of ids joined by ``"; "``.

What a record holds more than once stands in a table of its own: marks on the figure, cautions, muscles
that imitate a point. The sentences of the columns are those of the model.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from triggerpoints.atlas._described import described
from triggerpoints.atlas._load import Atlas
from triggerpoints.atlas._model import Fact, Muscle, Place, Source, TriggerPoint, Zone

JOINT = "; "
Value = str | float | bool
Read = Callable[[Any], Any]


class Column(NamedTuple):
    """A column: its name, its meaning, its type as in JSON Schema, and what holds of its values."""

    name: str
    words: str
    type: str = "string"
    limits: dict[str, Any] = {}
    joined: bool = False


class Table(NamedTuple):
    """A table: ``key`` names the columns that tell rows apart, ``links`` columns to tables with that id."""

    name: str
    words: str
    columns: tuple[Column, ...]
    rows: list[tuple[Value, ...]]
    key: tuple[str, ...] = ("id",)
    links: dict[str, str] = {}


def tables(atlas: Atlas) -> tuple[Table, ...]:
    """Return every table of ``atlas``, rows in the order of the atlas."""
    points = [(muscle, point) for muscle in atlas.muscles.values() for point in muscle.trigger_points]
    return (
        _table("muscles", "One row a muscle.", _muscle(), atlas.muscles.values()),
        _table("trigger_points", "One row a trigger point.", _point(), points, links={"muscle": "muscles"}),
        _table("zones", "One row an area of skin where pain is felt.", _columns(Zone), atlas.zones.values()),
        _table("sources", "One row a work that the atlas cites.", _columns(Source), atlas.sources.values()),
        _table(
            "cautions",
            "One row a caution: what to be careful of at a muscle.",
            [_MUSCLE_ID, *_columns(Fact, _second)],
            [(muscle.id, caution) for muscle in atlas.muscles.values() for caution in muscle.cautions],
            key=("muscle", "text"),
            links={"muscle": "muscles"},
        ),
        _table(
            "places",
            "One row a mark of a trigger point on a view of the figure, on the left side of the body.",
            [_POINT_ID, *_columns(Place, _second)],
            [(point.id, place) for _, point in points for place in point.places],
            key=("trigger_point", "view"),
            links={"trigger_point": "trigger_points"},
        ),
        _table(
            "imitators",
            "One row a muscle that is described as referring pain to the same zone as a trigger point.",
            [
                _POINT_ID,
                (Column("zone", "The id of the zone."), lambda row: row[1]),
                (Column("muscle", "The id of the muscle that imitates the point there."), lambda row: row[2]),
            ],
            [
                (point.id, zone, muscle)
                for _, point in points
                for zone, muscles in point.imitators.items()
                for muscle in muscles
            ],
            key=("trigger_point", "zone", "muscle"),
            links={"trigger_point": "trigger_points", "zone": "zones", "muscle": "muscles"},
        ),
    )


def _first(row: Any) -> Any:
    return row[0]


def _second(row: Any) -> Any:
    return row[1]


_MUSCLE_ID = (Column("muscle", "The id of the muscle."), _first)
_POINT_ID = (Column("trigger_point", "The id of the trigger point."), _first)


def _muscle() -> list[tuple[Column, Read]]:
    made = _columns(Muscle)
    words = "The ids of its trigger points."
    ids = Column("trigger_points", words, joined=True), lambda muscle: [p.id for p in muscle.trigger_points]
    return [*made, ids, *(_property(Muscle, name, joined=True) for name in ("essential", "spillover"))]


def _point() -> list[tuple[Column, Read]]:
    name = Column("muscle_name", "The English name of the muscle."), lambda row: row[0].english_name
    muscle = Column("muscle", "The id of the muscle in which it lies."), lambda row: row[0].id
    own = _columns(TriggerPoint, _second)
    after = 1 + [column.name for column, _ in own].index("referral_sources")
    own.insert(after, _property(TriggerPoint, "referral_how_sure", _second))
    return [own[0], muscle, name, *own[1:]]


def _columns(record: type[Struct], of: Read = lambda row: row) -> list[tuple[Column, Read]]:
    """Return a column for each field of ``record`` that holds one value or a list of ids.

    A statement gives four columns: its text, its sources, how sure it is, and its note.
    """
    _, found = msgspec.json.schema_components([record])
    words = described(record)
    made: list[tuple[Column, Read]] = []
    for name, place in found[record.__name__]["properties"].items():
        if _is_fact(place):
            made += _fact(name, words[name], of)
        elif place.get("type") == "array" and "$ref" not in place["items"]:
            made.append((Column(name, words[name], joined=True), _reader(of, name)))
        elif "enum" in place or place.get("type") in ("string", "number", "boolean"):
            kind = place.get("type", "string")
            limits = {key: place[key] for key in ("enum", "pattern", "minimum", "maximum") if key in place}
            made.append((Column(name, words[name], kind, limits), _reader(of, name)))
    return made if record is not Fact else [*made, _property(Fact, "how_sure", of)]


def _is_fact(place: dict[str, Any]) -> bool:
    return any(one.get("$ref", "").endswith("/Fact") for one in (place, *place.get("anyOf", [])))


def _fact(field: str, words: str, of: Read) -> Iterator[tuple[Column, Read]]:
    yield Column(field, words), _reader(of, field, "text")
    for part in ("sources", "how_sure", "note"):
        said = described(Fact)[part]
        column = Column(
            f"{field}_{part}", f"Of {field}: {said[0].lower()}{said[1:]}", joined=part == "sources"
        )
        yield column, _reader(of, field, part)


def _property(record: type[Struct], name: str, of: Read = lambda row: row, joined: bool = False) -> Any:
    return Column(name, described(record)[name], joined=joined), _reader(of, name)


def _reader(of: Read, *path: str) -> Read:
    def read(row: Any) -> Any:
        value = of(row)
        for step in path:
            value = getattr(value, step, None)
        return value

    return read


def _table(name: str, words: str, columns: Any, records: Any, **more: Any) -> Table:
    rows = [tuple(_value(read(record)) for _, read in columns) for record in records]
    return Table(name, words, tuple(column for column, _ in columns), rows, **more)


def _value(value: Any) -> Value:
    if isinstance(value, list | tuple):
        return JOINT.join(value)
    return "" if value is None else value
