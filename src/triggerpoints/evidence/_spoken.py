"""An interval, and the figures of a finding, in words."""

from triggerpoints._numbers import number
from triggerpoints.evidence._fields import Interval
from triggerpoints.evidence._finding import Finding


def spoken(effect: Interval, digits: int = 2) -> str:
    """Return an interval as it is printed, each end with ``digits`` decimals: ``−0.43 (−0.55 to −0.30)``."""
    estimate, low, high = (number(end, digits) for end in (effect.estimate, effect.low, effect.high))
    return f"{estimate} ({low} to {high})"


def stated(finding: Finding) -> tuple[str, str]:
    """Return what ``finding`` says and the rest of its words, without saying the same thing twice.

    The first part ends its sentence, unless the words go on from it: ``("No clear difference", "in pain.")``.
    """
    result = finding.result.capitalize()
    start, rest = finding.words[: len(result)], finding.words[len(result) :]
    if start == result and rest[:1] in (" ", "."):
        return (result, rest.strip()) if rest[0] == " " else (f"{result}.", rest[1:].strip())
    return f"{result}.", finding.words


def measured(finding: Finding) -> str:
    """Return a finding's figures as they were printed, with what they rest on; empty where it has none."""
    parts = []
    if finding.effect is not None:
        unit = f" {finding.unit}" if finding.unit else ""
        parts.append(f"{finding.measure} {spoken(finding.effect)}{unit}")
    if finding.i2 is not None:
        parts.append(f"I² {number(finding.i2, 0)}%")
    if finding.trials is not None:
        parts.append(f"{finding.trials} trial{'s' if finding.trials > 1 else ''}")
    if finding.people is not None:
        parts.append(f"{finding.people:,} people")
    return ", ".join(parts) + (" in the whole review" if finding.whole else "")
