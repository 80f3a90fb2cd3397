"""The reference audit: the tree that is there has no fault, and each kind of fault is one sentence."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from triggerpoints import Evidence

ROOT = Path(__file__).parents[1]
PAGE = """---
reviewed: 2026-11-21
---
# A page

As one review found {cite:p}`Lucas2009,Lucas2008`.
A trial says so {cite:p}`Mehdikhani2012RETRACTED`.
It was later retracted {cite:p}`Mehdikhani2012RETRACTED`.
See [Hsieh](https://doi.org/10.1016/s0003-9993(00)90068-6) and ([a stranger](https://doi.org/10.9999/nowhere)).

```{claim} C07
```
"""


def audit(*arguments):
    command = [sys.executable, ROOT / "tools" / "audit_references.py", *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def whole():
    return audit()


@pytest.fixture
def broken(tmp_path):
    (tmp_path / "book").mkdir()
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "book" / "page.md").write_text(PAGE)
    prose = ["See {cite:t}`Rathbone2017` and\n", "{cite:t}`Nobody1999`."]
    chart = ['one.cite == "Hsieh2000" or "Nobody1999"\n', 'Forest("hauser2009", "pain")']
    cells = [
        {"id": "intro", "cell_type": "markdown", "source": prose},
        {"id": "chart", "cell_type": "code", "source": chart},
    ]
    (tmp_path / "notebooks" / "play.ipynb").write_text(json.dumps({"cells": cells}))
    return tmp_path


def test_the_course_has_no_fault(whole):
    code, said, faults = whole
    assert (code, faults) == (0, "")
    assert said.rstrip().endswith("no faults.")


def test_each_citation_comes_with_its_record_what_was_verified_and_where_it_is_cited(whole):
    block = whole[1].partition("Lucas2009  ")[2].partition("\n\n")[0]
    assert block.startswith("Lucas et al., 2009\n")
    assert "https://doi.org/10.1097/AJP.0b013e31817e13b6" in block
    assert f"systematic review; verified yes: {Evidence().references['Lucas2009'].seen}" in block
    assert "cited in book/what_is_a_trigger_point.md: line" in block
    assert "cited in notebooks/how_well_do_two_people_agree.ipynb: cell reading" in block
    assert "cited in agreement: 1, 2, 3, 4" in block
    assert re.search(r"cited in question: .*\bwhat-is-a-trigger-point/", block)


def test_the_sources_of_the_atlas_are_there_too(whole):
    block = whole[1].partition("\nyin_2014  ")[2].partition("\n\n")[0]
    assert "article; seen: Record and finding read" in block
    assert "statements of the atlas" in block


def test_faults_are_one_sentence_each(broken):
    code, _, faults = audit("--root", broken)
    assert code == 1
    assert faults.splitlines() == [
        "book/page.md, line 6: cites 'Lucas2008', which is no reference; did you mean 'Lucas2009'?",
        "book/page.md, line 7: cites 'Mehdikhani2012RETRACTED', which was retracted; cite another, or say in "
        "the same line that it was retracted.",
        "book/page.md, line 9: the link to doi 10.9999/nowhere belongs to no reference; add one with "
        "this doi, or take the link out.",
        "notebooks/play.ipynb, cell intro: cites 'Nobody1999', which is no reference; add it to the "
        "references, or correct the key.",
    ]


def test_a_page_alone_with_what_its_directives_and_charts_show(broken):
    _, said, faults = audit("--root", broken, "--page", "notebooks/play.ipynb")
    keys = {block.split()[0] for block in said.split("\n\n")[:-1]}
    assert keys == {"Rathbone2017", "Hsieh2000", "Hauser2009", "Riley2011"}
    assert len(faults.splitlines()) == 1
    _, said, _ = audit("--root", broken, "--page", "book/page.md")
    assert "cited in book/page.md: claim C07" in said
    assert "Hsieh2000  " in said


def test_a_page_that_is_not_there(broken):
    code, said, faults = audit("--root", broken, "--page", "book/pages.md")
    assert (code, said) == (1, "")
    assert faults == (
        "book/pages.md: there is no such page; give one of book/page.md, notebooks/play.ipynb.\n"
    )


def test_a_notebook_that_cannot_be_read(broken):
    (broken / "notebooks" / "play.ipynb").write_text("<<<<<<< merge")
    code, _, faults = audit("--root", broken)
    assert code == 1
    assert faults == "notebooks/play.ipynb: it is no notebook; open and save it in JupyterLab.\n"


def test_what_nothing_cites_is_listed(broken):
    code, said, _ = audit("--unused")
    assert code == 0
    assert "Mehdikhani2012RETRACTED  Mehdikhani and Okhovatian, 2012; RETRACTED" in said
    assert "Lucas2009  " not in said
    assert said.count("  cited by nothing") == said.count("\n\n")


def test_a_record_that_cites_what_is_not_there(broken):
    import shutil

    from triggerpoints.evidence import DATA

    data = broken / "data"
    shutil.copytree(DATA, data)
    path = data / "agreements.toml"
    path.write_text(path.read_text().replace('cite = "Bron2007"', 'cite = "Bron2006"', 1))
    code, _, faults = audit("--data", data)
    assert code == 1
    assert len(faults.splitlines()) == 1
    assert "agreements.toml: number " in faults and "'Bron2006'" in faults
