"""The pictures of an animation as SVG: what moves is drawn once, and each still puts it in its place."""

import html
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from triggerpoints._records import ContentError
from triggerpoints.animations._body import at_rest, body
from triggerpoints.animations._model import Animation, Label, Part, Picture, Pose
from triggerpoints.atlas.paths import Box

DRAWN = Path(__file__).with_name("drawn")
_NUMBER = re.compile(r"\s*-?(?:\d+\.?\d*|\.\d+)")
STILL = "at-rest"  # the name of what no bend moves
LETTERS = 0.043  # of the frame's width: the height of a label's letters


def shared(animation: Animation) -> str:
    """Return the hidden SVG with every shape of every part."""
    groups = [
        f"<g>{''.join(_shapes(animation, part, seen_box(picture, part)))}</g>"
        f"{_at_rest(animation, part, seen_box(picture, part))}"
        for picture in animation.picture
        for part in picture.part
    ]
    drawn = f"<defs>{''.join(groups)}</defs>"
    return f'<svg class="tp-tq-shared" aria-hidden="true" width="0" height="0">{drawn}</svg>'


def pictures(animation: Animation, poses: Mapping[str, Pose], says: str) -> str:
    """Return the pictures with their parts in these poses; ``says`` is what they show in words."""
    drawn = "".join(_picture(animation, picture, poses) for picture in animation.picture)
    return f'<div class="tp-tq-pictures" role="img" aria-label="{html.escape(says)}">{drawn}</div>'


def shapes(part: Part, frame: Box) -> dict[str, str]:
    """Return every shape of ``part`` as SVG, by its name."""
    return body(part, frame) if part.figure else read_drawn(DRAWN / f"{part.drawn}.svg")


def shape_names(part: Part) -> list[str]:
    """Return the names of the shapes of ``part``, the one that it has unless a pose says otherwise first."""
    return ["", *part.bend] if part.figure else [*read_drawn(DRAWN / f"{part.drawn}.svg")]


def seen_box(picture: Picture, part: Part) -> Box:
    """Return as left, top, right and bottom what of ``part`` is drawn: what its picture frames, or more."""
    left, top, wide, high = part.within or picture.frame
    return left, top, left + wide, top + high


@cache
def read_drawn(path: Path) -> dict[str, str]:
    """Return the shapes of the drawing at ``path``: of a file without ``data-shape``, one without a name.

    Raises :class:`ContentError` for a file that is not there, is no SVG, or whose shapes differ in more
    than numbers: one could not become the other.
    """
    try:
        root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(f"{path}: there is no such drawing.") from None
    except ElementTree.ParseError as error:
        raise ContentError(f"{path}: this is not SVG ({error}); correct it.") from None
    named = {group.attrib["data-shape"]: group for group in root if "data-shape" in group.attrib}
    found = {name: "".join(map(_written, group)) for name, group in named.items()}
    if len({_NUMBER.sub("0", drawn) for drawn in found.values()}) > 1:
        raise ContentError(f"{path}: its shapes differ in more than numbers; give them the same commands.")
    return found or {"": "".join(map(_written, root))}


def transform(pose: Pose) -> str:
    """Return the pose as the value of ``transform``."""
    return f"translate({pose.x:g} {pose.y:g}) rotate({pose.turn:g}) scale({pose.wide:g} {pose.high:g})"


def _shapes(animation: Animation, part: Part, frame: Box) -> Iterator[str]:
    for shape, drawn in shapes(part, frame).items():
        yield f'<g id="{_name(animation, part, shape)}">{drawn}</g>'


def _at_rest(animation: Animation, part: Part, frame: Box) -> str:
    return f'<g id="{_name(animation, part, STILL)}">{at_rest(part, frame)}</g>' if part.bend else ""


def _picture(animation: Animation, picture: Picture, poses: Mapping[str, Pose]) -> str:
    left, top, wide, high = picture.frame
    parts = "".join(_part(animation, part, poses[part.id]) for part in picture.part)
    labels = "".join(_label(label, wide * LETTERS) for label in picture.label)
    return (
        f'<div class="tp-tq-picture" style="--tp-wide:{wide / high:.3f}">'
        f'<svg viewBox="{left:g} {top:g} {wide:g} {high:g}" aria-hidden="true">{parts}{labels}</svg>'
        f"<p>{html.escape(picture.title)}</p></div>"
    )


def _label(label: Label, size: float) -> str:
    lead = ""
    if label.of and label.to:
        from_, to = (f"{x:g} {y:g}" for x, y in (label.of, label.to))
        lead = f'<path class="tp-tq-leader" d="M{from_}L{to}"/>'
    return (
        f'{lead}<text class="tp-tq-label" x="{label.at[0]:g}" y="{label.at[1]:g}" font-size="{size:.3g}" '
        f'text-anchor="{label.anchor}">{html.escape(label.text)}</text>'
    )


def _part(animation: Animation, part: Part, pose: Pose) -> str:
    use = f'<use href="#{_name(animation, part, pose.shape or shape_names(part)[0])}"/>'
    rest = f'<use href="#{_name(animation, part, STILL)}"/>' if part.bend else ""
    return f'<g data-part="{part.id}" transform="{transform(pose)}" opacity="{pose.seen:g}">{use}</g>{rest}'


def _name(animation: Animation, part: Part, shape: str) -> str:
    return "-".join(filter(None, ("tq", animation.id, part.id, shape)))


def _written(element: ElementTree.Element) -> str:
    name = element.tag.rpartition("}")[2]
    attributes = "".join(f' {key}="{html.escape(value)}"' for key, value in element.attrib.items())
    inside = "".join(map(_written, element)) + html.escape((element.text or "").strip())
    return f"<{name}{attributes}>{inside}</{name}>" if inside else f"<{name}{attributes}/>"
