"""What a page of a region says in short: what to ask, what to read before a touch, what is not known."""

from collections.abc import Mapping, Sequence

from docutils import nodes

from triggerpoints.atlas import Action, Muscle, RedFlag
from triggerpoints.sphinxext._directive import bullets, labelled
from triggerpoints.sphinxext._muscle_record import target_of

Found = Mapping[Action, tuple[Sequence[RedFlag], Sequence[RedFlag]]]
UNKNOWN = "whether such a point is the cause of a pain."


def in_short(muscles: Sequence[Muscle], found: Found) -> nodes.admonition:
    """Return the box at the top of the page of ``muscles`` with the red flags ``found``."""
    lines = [_ask(found), _touch(muscles), _unknown(muscles)]
    made = nodes.admonition("", nodes.title(text="In short"), classes=["tip"])
    made += bullets([[line] for line in lines])
    return made


def _ask(found: Found) -> nodes.paragraph:
    urgent, today = (
        sum(map(len, found.get(action, ()))) for action in ("call_emergency", "same_day_medical")
    )
    link = nodes.reference("", "red flags", refid="red-flags-first", internal=True)
    said = f": {urgent} signs mean an ambulance, {today} a doctor today."
    return labelled("Ask first", nodes.Text("the "), link, nodes.Text(said))


def _touch(muscles: Sequence[Muscle]) -> nodes.paragraph:
    points = sum(len(muscle.trigger_points) for muscle in muscles)
    link = nodes.reference("", f"{len(muscles)} muscles", refid="the-muscles", internal=True)
    said = f" with {points} trigger points, and read “Before you touch”."
    made = labelled("Then choose", nodes.Text("one of the "), link, nodes.Text(said))
    spared = [one for one in muscles if not all(point.pressed for point in one.trigger_points)]
    if spared:
        made += [nodes.Text(" Some points are not pressed, in "), *_links(spared), nodes.Text(".")]
    return made


def _unknown(muscles: Sequence[Muscle]) -> nodes.paragraph:
    disputed = [muscle for muscle in muscles if muscle.disagreement]
    made = labelled("Not known:", nodes.Text(UNKNOWN))
    if disputed:
        made += [nodes.Text(" Sources disagree on "), *_links(disputed), nodes.Text(".")]
    return made


def _links(muscles: Sequence[Muscle]) -> list[nodes.Node]:
    made: list[nodes.Node] = []
    for number, muscle in enumerate(muscles):
        made.append(nodes.Text(", " if 0 < number < len(muscles) - 1 else " and " if number else ""))
        made.append(nodes.reference("", muscle.english_name, refid=target_of(muscle), internal=True))
    return made
