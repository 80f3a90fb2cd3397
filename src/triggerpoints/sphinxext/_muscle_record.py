"""A muscle in words, as nodes: cautions, anatomy, points, where sources disagree, sources.

The cards of a chapter and the pages of the regions show the same record.
"""

from collections.abc import Sequence

from docutils import nodes

from triggerpoints.atlas import UNSOURCED, Fact, Muscle, TriggerPoint, course_atlas
from triggerpoints.sphinxext._directive import bullets, labelled, linked, paragraphs, table
from triggerpoints.sphinxext._links import name_of

ANATOMY = (
    ("Origin", "origin"),
    ("Insertion", "insertion"),
    ("Action", "actions"),
    ("Nerve", "innervation"),
    ("Complaints described", "symptoms"),
    ("Palpation", "palpation"),
    ("Stretch", "stretch"),
)
ZONES_NAMED = 3  # in the line of a closed card: two lines on a phone
NO_PLACE = "No source gives a place in words; the whole muscle belly is shown."


def target_of(muscle: Muscle) -> str:
    """Return the anchor of ``muscle``."""
    return f"muscle-{muscle.id.replace('_', '-')}"


def cautions(muscle: Muscle) -> nodes.admonition:
    """Return what to be careful of, before anything else is said."""
    title = nodes.title(text="Before you touch")
    said = [_fact(one, _numbers(muscle)) for one in muscle.cautions]
    return nodes.admonition("", title, bullets(said), classes=["warning"])


def record(muscle: Muscle) -> list[nodes.Element]:
    """Return anatomy, points, where sources disagree, and sources."""
    made: list[nodes.Element] = [
        _anatomy(muscle),
        *[_point(muscle, point) for point in muscle.trigger_points],
    ]
    if muscle.disagreement:
        made.append(labelled("Where sources disagree:", nodes.Text(_sentence(muscle.disagreement))))
    return [*made, _sources(muscle)]


def line_of(muscle: Muscle) -> str:
    """Return where the pain is described first, in a few words, and whether the muscle is pressed."""
    zones = course_atlas().zones
    names = [f"{name[:1].lower()}{name[1:]}" for name in (zones[zone].name for zone in muscle.essential)]
    said = "; ".join(names[:ZONES_NAMED])
    if len(names) > ZONES_NAMED:
        said += f"; and {len(names) - ZONES_NAMED} more"
    pressed = [point.pressed for point in muscle.trigger_points]
    if not all(pressed):
        said += " (not all points are pressed)" if any(pressed) else " (shown, not pressed)"
    return said


def _anatomy(muscle: Muscle) -> nodes.table:
    numbers = _numbers(muscle)
    rows: list[tuple[str, list[nodes.Element]]] = [
        ("Latin name", [nodes.paragraph("", "", nodes.emphasis(text=muscle.latin_name))])
    ]
    for label, field in ANATOMY:
        fact: Fact | None = getattr(muscle, field)
        if fact is not None:
            rows.append((label, _fact(fact, numbers)))
    return _record(f"{muscle.english_name}: anatomy", rows)


def _point(muscle: Muscle, point: TriggerPoint) -> nodes.table:
    unsourced = point.location.text == UNSOURCED
    numbers = _numbers(muscle)
    rows: list[tuple[str, list[nodes.Element]]] = []
    if not point.pressed:
        rows.append(
            (
                "Shown, not pressed",
                [nodes.paragraph(text="Students look at this point; they do not press it.")],
            )
        )
    if point.caution:
        rows.append(("Caution", _fact(point.caution, numbers)))
    rows += [
        ("Where", paragraphs(NO_PLACE) if unsourced else _fact(point.location, numbers)),
        (
            "Essential: where the pain is described first",
            [
                nodes.paragraph(text=_zones(point.essential)),
                *paragraphs(_sentence(point.referral_note) if point.referral_note else ""),
                _sure(point.referral_how_sure, point.referral_sources, numbers),
            ],
        ),
        ("Spillover: described for some people", [nodes.paragraph(text=_zones(point.spillover))]),
    ]
    if point.imitators:
        rows.append(("Looks alike", _imitators(point)))
    name = muscle.english_name
    return _record(point.label if point.label.startswith(name) else f"{name}: {point.label}", rows)


def _record(title: str, rows: list[tuple[str, list[nodes.Element]]]) -> nodes.table:
    """Return a table of two columns: it keeps its meaning on a screen 320 pixels wide."""
    return table(
        ["Part", "What is said, and how sure"],
        [[[nodes.paragraph(text=label)], cell] for label, cell in rows],
        title,
    )


def _fact(fact: Fact, numbers: dict[str, int]) -> list[nodes.Element]:
    notes = [_sentence(text) for text in (fact.text, fact.note) if text]
    return [*[nodes.paragraph(text=text) for text in notes], _sure(fact.how_sure, fact.sources, numbers)]


def _sure(how: str, sources: Sequence[str], numbers: dict[str, int]) -> nodes.paragraph:
    """Return how sure a statement is, with the numbers that its sources have in the list of the record."""
    cited = ", ".join(str(number) for number in sorted(numbers[source] for source in sources))
    return nodes.paragraph(text=_sentence(f"{how}: {cited}" if cited else how), classes=["tp-sure"])


def _numbers(muscle: Muscle) -> dict[str, int]:
    """Return each source of a record with its number, in the order in which it is first cited."""
    cited = [source for _, fact in muscle.facts() for source in fact.sources]
    cited += [source for point in muscle.trigger_points for source in point.referral_sources]
    return {source: number for number, source in enumerate(dict.fromkeys(cited), 1)}


def _imitators(point: TriggerPoint) -> list[nodes.Element]:
    atlas = course_atlas()
    lines: list[list[nodes.Element]] = []
    for zone, muscles in point.imitators.items():
        names: list[nodes.Node] = []
        for muscle in muscles:
            known = muscle in atlas.muscles
            names += [
                nodes.Text(", " if names else ""),
                name_of(muscle) if known else nodes.Text(muscle.replace("_", " ")),
            ]
        lines.append([labelled(f"{atlas.zones[zone].name}:", *names)])
    return [bullets(lines)]


def _sources(muscle: Muscle) -> nodes.Element:
    cited = _numbers(muscle)
    if not cited:
        return labelled("Sources:", nodes.Text("none checked yet; this record is general knowledge."))
    sources = [course_atlas().sources[key] for key in cited]
    lines = [nodes.paragraph("", "", linked(source.title, source.url)) for source in sources]
    listed = nodes.enumerated_list("", *[nodes.list_item("", line) for line in lines], enumtype="arabic")
    heading = nodes.paragraph("", "", nodes.strong(text="Sources of this record"))
    return nodes.container("", heading, listed, classes=["tp-sources"])


def _zones(ids: tuple[str, ...]) -> str:
    return "; ".join(course_atlas().zones[zone].name for zone in ids) or "–"


def _sentence(text: str) -> str:
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."
