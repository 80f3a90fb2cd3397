"""What the action of a red flag is called, in one wording for the finder, the pages and the command line."""

from msgspec import Struct

from triggerpoints.atlas._model import Action


class ActionWords(Struct, frozen=True):
    """``heading`` stands above the signs; ``to_do`` is said when one of them is there."""

    heading: str
    to_do: str


ACTIONS: dict[Action, ActionWords] = {
    "call_emergency": ActionWords("Call an ambulance now", "Stop. Call an ambulance now."),
    "same_day_medical": ActionWords("A doctor today, no massage", "Stop. See a doctor today."),
    "stop_and_refer": ActionWords(
        "Get help before any treatment", "Stop. No treatment before a doctor or other help has been asked."
    ),
    "modify_and_ask": ActionWords("Treat with care", "Go on with care: change the plan, and ask first."),
}
"""The words of each action, the most urgent first."""
