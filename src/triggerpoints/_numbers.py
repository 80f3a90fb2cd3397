"""Numbers as our pages print them: their decimals, a true minus sign, and never "−0.00"."""

import re
from decimal import Decimal


def number(value: float, digits: int = 2) -> str:
    """Return ``value`` with ``digits`` decimals and a true minus sign; never "−0.00"."""
    text = f"{value:.{digits}f}"
    return (text.lstrip("-") if float(text) == 0 else text).replace("-", "−")


def decimals(figure: float) -> int:
    """Return how many decimals ``figure`` was written with; zeros at its end do not count.

    >>> decimals(7.7), decimals(8.0), decimals(0.000087)
    (1, 0, 6)
    """
    return max(0, -int(Decimal(repr(figure)).normalize().as_tuple().exponent))


def minus(text: str) -> str:
    """Return ``text`` with a true minus sign before each of its numbers below 0; hyphens stay."""
    return re.sub(r"(?<![\w.])-(?=\d)", "−", text)


def entered(value: object) -> str:
    """Return the ``value`` of a control in words: yes or no, a number, or a text."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return minus(f"{value:,}".removesuffix(".0"))
    return str(value or "")
