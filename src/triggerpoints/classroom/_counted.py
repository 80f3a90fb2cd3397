"""Counts in sentences."""


def counted(number: int, one: str, many: str) -> str:
    """Return "1 problem" or "2 problems": the number with the words that go with it."""
    return f"{number} {one if number == 1 else many}"
