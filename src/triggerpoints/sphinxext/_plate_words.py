"""The words of plates: the captions, and what each shows for a reader who cannot see it."""

from collections.abc import Sequence

from triggerpoints.atlas import Muscle, TriggerPoint, View, course_atlas
from triggerpoints.atlas.drawing import drawing
from triggerpoints.atlas.views import muscle_key, zone_key
from triggerpoints.sphinxext._plate_views import Frame, frames

NAMES: dict[View, str] = {
    "front": "Front",
    "back": "Back",
    "head_side": "Left side",
    "foot_sole": "Sole of the left foot",
    "hand_palm": "Palm of the left hand",
}
SEEN: dict[View, str] = {
    "front": "Seen from the front, left side of the body",
    "back": "Seen from behind, left side of the body",
    "head_side": "Head and shoulder seen from the left side",
    "foot_sole": NAMES["foot_sole"],
    "hand_palm": NAMES["hand_palm"],
}


def plate_in_words(muscle: Muscle) -> str:
    """Return what the plate of ``muscle`` shows, for a reader who cannot see it."""
    return " ".join(in_words(muscle, frame) for frame in frames(muscle))


def in_words(muscle: Muscle, frame: Frame) -> str:
    """Return what the picture of ``frame`` shows, for a reader who cannot see it."""
    figure = drawing(frame.view)
    zones = course_atlas().zones

    def named(ids: Sequence[str]) -> str:
        return "; ".join(zones[zone].name for zone in ids if zone_key(zone) in figure.shapes)

    seen = muscle_key(muscle) in figure.shapes
    said = [
        SEEN[frame.view],
        f"{muscle.english_name} is outlined"
        if seen
        else f"{muscle.english_name} itself is not seen from here",
    ]
    if essential := named(muscle.essential):
        said.append(f"Solid, where pain is described first: {essential}")
    if spillover := named(muscle.spillover):
        said.append(f"Hatched, described for some people: {spillover}")
    for pressed, mark in ((True, "Crossed circle"), (False, "Empty diamond, not pressed")):
        if points := [point for point in _placed(muscle, frame.view) if point.pressed == pressed]:
            said.append(f"{mark}: {'; '.join(point.label for point in points)}")
    return ". ".join(said) + "."


def _placed(muscle: Muscle, view: View) -> list[TriggerPoint]:
    return [point for point in muscle.trigger_points if any(place.view == view for place in point.places)]
