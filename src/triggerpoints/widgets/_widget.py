"""What both widgets are: one ES module, told apart by the trait ``kind``."""

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from triggerpoints.widgets._bundle import built, inlined_assets


class CourseWidget(anywidget.AnyWidget):
    """A widget of the course. Where no widget can be shown, its words (``in_words``) are."""

    kind = traitlets.Unicode().tag(sync=True)
    """``"body-map"`` or ``"quiz"``."""
    props = traitlets.Dict().tag(sync=True)
    """What to show."""
    assets = traitlets.Dict().tag(sync=True)
    """The atlas and the figures, inlined; for a quiz also its citations."""

    def __init__(self, citations: Mapping[str, Any] | None = None, **traits: Any) -> None:
        self._esm = built("triggerpoints.js")
        self._css = built("triggerpoints.css")
        super().__init__(assets={**inlined_assets(), "citations": citations}, **traits)

    def in_words(self) -> str:
        """Return the content as plain text, for viewers that show no widgets."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is not None:
            bundle[0]["text/plain"] = self.in_words()
        return bundle
