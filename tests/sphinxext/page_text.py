"""What a built page says, as plain text."""

import re
from html import unescape

STRAIGHT = str.maketrans("’“”", '\'""')  # the typesetter bends quotation marks


def words_of(html):
    """Return the words of ``html`` without tags, with straight quotation marks and single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).translate(STRAIGHT).split())
