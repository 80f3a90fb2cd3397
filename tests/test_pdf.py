"""Two chapters on real paper, as ``make pdf`` prints the book: contents, running heads, links, size."""

from pathlib import Path

import pytest
from pypdf import PdfReader

import pdf

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SIZES = {"A4": (595, 842), "letter": (612, 792)}  # points
BUILT = Path(__file__).parents[1] / "_build" / "html"


@pytest.mark.parametrize("paper", SIZES)
def test_chapters_are_printed_with_contents_heads_and_links_that_lead_somewhere(tmp_path, paper):
    if not (BUILT / "index.html").is_file():
        pytest.fail("The book is not built: run 'make book' first.")
    output = tmp_path / "book.pdf"
    asked = ["--paper", paper, "--page", "book/dry_needling", "--page", "book/local_rules", "-o", str(output)]
    assert pdf.main(asked) == 0
    read = PdfReader(output)
    assert [round(side) for side in read.pages[0].mediabox[2:]] == list(SIZES[paper])
    words = [page.extract_text() for page in read.pages]
    for title in ("Dry needling", "Local rules", "Key to the questions", "Red flags and contraindications"):
        (line,) = (line for line in words[1].splitlines() if line.startswith(title))
        start = int(line.split()[-1])
        assert title in words[start - 1].replace("\n", " ")[: len(title) + 120], title
    assert words[3].startswith("Trigger Point Therapy Dry needling"), "the running head"
    links = [note.get_object() for page in read.pages for note in page.get("/Annots", ())]
    led = {str(link["/Dest"]) for link in links if "/Dest" in link}
    assert len(led) > 20 and led <= set(read.named_destinations)
