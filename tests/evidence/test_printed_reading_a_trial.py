"""Every number that the page "Reading a trial" prints, held to the trials as they were read."""

import json
import re

import printed_slips as slips
import printed_trials as trials
from printed import ROOT, Page

from triggerpoints.evidence import citation

NOTEBOOK = "notebooks/reading_a_trial.ipynb"


def prose():
    cells = json.loads((ROOT / NOTEBOOK).read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def test_every_number_follows_from_the_trials():
    page = Page(NOTEBOOK)
    with_slips = sum(bool(trial.slips) for trial in trials.T.values())
    assert (with_slips, len(trials.T)) == (7, 15)
    page.says("in seven of the fifteen reports")
    for key in re.findall(r"\w+", re.search(r"\{cite:p\}`([^`]+)`", prose())[1]):
        if citation(trials.E.references[key])["label"] in page.text:
            page.says(citation(trials.E.references[key])["label"])
    page.says("(a study of {})", trials.E.references["HeelPainMID2010"].year)
    (version,) = re.findall(
        r"^Cochrane Handbook ([\d.]+),", trials.E.references["CochraneHandbook51smd"].title
    )
    page.says("[Cochrane Handbook {}]", version)
    for part in (
        trials.one_trial, trials.forty_teams, trials.effect_sizes, trials.sham, trials.bias, trials.five_more,
        slips.exercise_a, slips.exercises_b_to_f, slips.exercise_g, slips.exercise_h, slips.your_turn,
    ):  # fmt: skip
        part(page)
    assert page.left_over() == []


def test_the_page_accuses_nobody_and_settles_nothing():
    """No slip is called more than one, and no difference is given where the report prints none."""
    page = Page(NOTEBOOK)
    assert not re.search(r"fraud|fabricat|cheat|fake|dishonest|falsif", page.text, re.I)
    assert not re.search(r"65 (people )?(were )?randomised", page.text)
    assert page.text.count("**What cannot be known.**") == 8
    for cite in ("Takamoto", "Hains"):
        assert cite not in page.text


def test_every_slip_is_on_the_page_as_an_exercise_or_in_the_list():
    cells = json.loads((ROOT / NOTEBOOK).read_text(encoding="utf-8"))["cells"]
    source = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    done = re.findall(r'"([a-z-]+)"', re.search(r"DONE = .*?\n(?=found)", source, re.S)[0])
    assert set(done) < set(slips.SLIPS)
    assert len(slips.SLIPS) - len(done) == 7  # "Seven more"
    boxes = dict(re.findall(r'slips\["([a-z-]+)"\]\["([a-z0-9_]+)"\]', source))
    assert set(boxes) == set(done)
    assert all(answer in slips.A[slip] for slip, answer in boxes.items())
