"""The built front end, and the atlas as the front end wants it."""

from functools import cache
from pathlib import Path
from typing import Any, get_args

from triggerpoints.atlas import View, course_atlas

STATIC = Path(__file__).parent / "static"


@cache
def inlined_assets() -> dict[str, Any]:
    """Return the trait ``assets`` for Jupyter: the atlas and its figures, with nothing to fetch."""
    atlas = course_atlas()
    figures = {view: atlas.figure(view) for view in get_args(View)}
    return {"atlas": atlas.as_dict(), "figures": figures, "base": None}


def built(name: str, static: Path = STATIC) -> str:
    """Return the text of the built file ``name``; FileNotFoundError says how to build it."""
    path = static / name
    if not path.is_file():
        raise FileNotFoundError(
            f"{path} is missing, so the widgets cannot be shown: run 'npm ci && npm run build' in frontend/, "
            "or install the package again with pip."
        )
    return path.read_text(encoding="utf-8")
