"""The built book, served on loopback."""

from pathlib import Path

import pytest

HTML = Path(__file__).parents[2] / "_build" / "html"


@pytest.fixture(scope="session")
def book(serve):
    """The address of the built book, without a slash at its end."""
    if not (HTML / "index.html").is_file():
        pytest.fail("The book is not built: run 'make book' first.")
    return serve(HTML)
