"""The body map for Jupyter."""

from collections.abc import Sequence
from typing import Any, Literal, get_args

from triggerpoints.atlas import Muscle, Side, View, course_atlas
from triggerpoints.widgets._names import pick, reject_unknown
from triggerpoints.widgets._widget import CourseWidget

Mode = Literal["explore", "hurts"]


class BodyMap(CourseWidget):
    """The body: explore a muscle, or start from where it hurts.

    ``muscle`` is a muscle id, such as ``"infraspinatus"``: its points and referral are shown.
    ``mode`` is ``"explore"`` or ``"hurts"``. ``zones`` are zone ids that are marked as painful, with a
    side (``"left:neck_back"``) or without one for both sides. ``view`` is the view shown first where
    there is room for one: ``"front"``, ``"back"``, ``"head_side"``, ``"foot_sole"`` or ``"hand_palm"``;
    one of the last two is shown in any case.

    Raises ValueError naming close matches for an id that is not in the atlas, and TypeError for an
    unknown argument.
    """

    def __init__(
        self,
        muscle: str | None = None,
        mode: Mode = "explore",
        zones: Sequence[str] = (),
        view: View | None = None,
        **unknown: Any,
    ) -> None:
        reject_unknown(unknown, ("muscle", "mode", "zones", "view"), "BodyMap()")
        atlas = course_atlas()
        if muscle is not None:
            pick(muscle, atlas.muscles, "muscle", "Atlas().muscles lists all")
        pick(mode, get_args(Mode), "mode", "the modes are 'explore' and 'hurts'")
        if view is not None:
            pick(view, get_args(View), "view", f"the views are {', '.join(map(repr, get_args(View)))}")
        if isinstance(zones, str):
            raise TypeError(f"zones must be a list of zone ids; write zones=[{zones!r}]")
        for zone in zones:
            side, colon, name = zone.rpartition(":")
            if colon:
                pick(side, get_args(Side), "side", "the sides are 'left' and 'right'")
            pick(name, atlas.zones, "zone", "Atlas().zones lists all")
        super().__init__(
            kind="body-map",
            props={"mode": mode, "muscle": muscle, "zones": list(zones), "view": view},
        )

    def in_words(self) -> str:
        """Return what is shown as plain text."""
        atlas = course_atlas()
        if self.props["muscle"] is not None:
            return _muscle_in_words(atlas.muscles[self.props["muscle"]])
        return (
            f"Body map: {len(atlas.muscles)} muscles and {len(atlas.zones)} pain zones. "
            "Open this notebook in JupyterLab to use it."
        )


def _muscle_in_words(muscle: Muscle) -> str:
    zones = course_atlas().zones
    lines = [
        f"{muscle.english_name} ({muscle.latin_name})",
        *(f"Caution: {one.text}" for one in muscle.cautions),
    ]
    for point in muscle.trigger_points:
        essential = ", ".join(zones[zone].name for zone in point.essential) or "none described"
        spillover = ", ".join(zones[zone].name for zone in point.spillover) or "none described"
        shown = "" if point.pressed else " (shown, not pressed)"
        lines.append(f"{point.label}{shown}: essential: {essential}; spillover: {spillover}")
    return "\n".join(lines)
