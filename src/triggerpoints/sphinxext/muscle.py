"""``{muscle} id``: a muscle's record in words: cautions first, anatomy, trigger points, sources, how sure."""

from docutils import nodes
from sphinx.application import Sphinx

from triggerpoints.atlas import Fact, Muscle, TriggerPoint
from triggerpoints.sphinxext._assets import atlas_files, course_atlas
from triggerpoints.sphinxext._directive import CourseDirective, bullets, labelled, table
from triggerpoints.sphinxext._links import name_of, record_place

ANATOMY = (
    ("Origin", "origin"),
    ("Insertion", "insertion"),
    ("Action", "actions"),
    ("Nerve", "innervation"),
    ("Complaints described", "symptoms"),
    ("Palpation", "palpation"),
    ("Stretch", "stretch"),
)
UNSOURCED = "no source gives a place in words; the whole muscle belly is shown"


class MuscleRecord(CourseDirective):
    """The directive."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the record as one group with an anchor that the muscle's name links to."""
        self.depends_on(*atlas_files())
        muscle = self.pick(course_atlas().muscles, self.arguments[0], "muscle")
        target = f"muscle-{muscle.id.replace('_', '-')}"
        record_place(self.env, muscle.id, target)
        group = nodes.container(classes=["tp-muscle"], ids=[target])
        group += nodes.warning("", labelled("Before you touch:", nodes.Text(_sentence(muscle.cautions.text))))
        group += _anatomy(muscle)
        if muscle.trigger_points:
            group += _points(muscle)
        if muscle.disagreement:
            group += labelled("Where sources disagree:", nodes.Text(_sentence(muscle.disagreement)))
        group += _sources(muscle)
        return self.mark(group)


def _anatomy(muscle: Muscle) -> nodes.table:
    rows: list[list[list[nodes.Element]]] = [
        [[nodes.paragraph(text="Latin name")], [nodes.paragraph("", "", nodes.emphasis(text=muscle.latin_name))], [nodes.paragraph(text="–")]]
    ]
    for label, field in ANATOMY:
        fact: Fact | None = getattr(muscle, field)
        if fact is not None:
            said = [nodes.paragraph(text=_sentence(fact.text))]
            if fact.note:
                said.append(nodes.paragraph(text=_sentence(fact.note)))
            rows.append([[nodes.paragraph(text=label)], said, [nodes.paragraph(text=fact.how_sure)]])
    return table(["Part", "What is said", "How sure"], rows, title=f"{muscle.english_name}: anatomy")


def _points(muscle: Muscle) -> nodes.table:
    head = ["Trigger point", "Where", "Essential pain area", "At times also", "Looks alike"]
    rows = [_point(point) for point in muscle.trigger_points]
    return table(head, rows, title=f"{muscle.english_name}: trigger points and the pain described")


def _point(point: TriggerPoint) -> list[list[nodes.Element]]:
    first: list[nodes.Element] = [nodes.paragraph(text=point.label)]
    if not point.pressed:
        first.append(nodes.paragraph("", "", nodes.strong(text="Shown, not pressed.")))
    if point.caution:
        first.append(nodes.paragraph(text=_sentence(point.caution)))
    where = UNSOURCED if point.location.text == "unsourced" else point.location.text
    return [
        first,
        [nodes.paragraph(text=_sentence(where))],
        [nodes.paragraph(text=_zones(point.essential))],
        [nodes.paragraph(text=_zones(point.spillover))],
        _imitators(point),
    ]


def _imitators(point: TriggerPoint) -> list[nodes.Element]:
    atlas = course_atlas()
    lines: list[list[nodes.Element]] = []
    for zone, muscles in point.imitators.items():
        names: list[nodes.Node] = []
        for muscle in muscles:
            known = muscle in atlas.muscles
            names += [nodes.Text(", " if names else ""), name_of(muscle) if known else nodes.Text(muscle.replace("_", " "))]
        lines.append([labelled(f"{atlas.zones[zone].name}:", *names)])
    return [bullets(lines)] if lines else [nodes.paragraph(text="–")]


def _sources(muscle: Muscle) -> nodes.Element:
    facts = [fact for name in muscle.__struct_fields__ if isinstance(fact := getattr(muscle, name), Fact)]
    cited = [source for fact in facts for source in fact.sources]
    for point in muscle.trigger_points:
        cited += [*point.location.sources, *point.referral_sources]
    if not cited:
        return labelled("Sources:", nodes.Text("none checked yet; this record is general knowledge of the course team."))
    lines: list[list[nodes.Element]] = []
    for key in dict.fromkeys(cited):
        source = course_atlas().sources[key]
        title: nodes.Node = nodes.Text(source.title)
        if source.url:
            title = nodes.reference("", source.title, refuri=source.url, internal=False)
        lines.append([nodes.paragraph("", "", title)])
    return nodes.container("", nodes.paragraph("", "", nodes.strong(text="Sources of this record")), bullets(lines))


def _zones(ids: tuple[str, ...]) -> str:
    return ", ".join(course_atlas().zones[zone].name for zone in ids) or "–"


def _sentence(text: str) -> str:
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("muscle", MuscleRecord)
