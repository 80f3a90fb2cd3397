"""The small types that the records of the evidence share."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Key = Annotated[
    str, Meta(pattern="^[A-Za-z][A-Za-z0-9]*$", description="the key of a reference", examples=["Gross2024"])
]
Certainty = Literal["high", "moderate", "low", "very low"]
Better = Literal["lower", "higher"]  # which end of a scale is good for the person treated
Seen = Literal["yes", "partly", "no"]  # whether the printed figure itself was read on a page


class Interval(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An estimate with its confidence interval, as printed or as computed.

    ``level`` is the confidence in percent. Raises ValueError when the interval runs backwards or
    does not contain its estimate. A figure that was printed wrongly is no Interval: it belongs in
    a :class:`~triggerpoints.evidence.Slip`.
    """

    estimate: float
    low: float
    high: float
    level: Annotated[float, Meta(gt=0, lt=100)] = 95.0

    def __post_init__(self) -> None:
        """Refuse what no interval can be."""
        if self.low > self.high:
            raise ValueError(f"the interval runs from {self.low} to {self.high}; swap low and high")
        if not self.low <= self.estimate <= self.high:
            raise ValueError(
                f"the interval {self.low} to {self.high} does not contain its estimate {self.estimate}; "
                "correct a figure, or write it as a slip if the paper prints it so"
            )
