import pytest

from triggerpoints import Evidence
from triggerpoints.evidence import spoken
from triggerpoints.evidence.charts import INTERVALS, MODELS
from triggerpoints.evidence.pooling import pool, recompute, studies
from triggerpoints.widgets import Forest

FOREST = "application/vnd.triggerpoints.forest+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
PAIN = Evidence().datasets["hauser2009"]


def live(shown):
    """Return what a notebook gets, and the parts of the live control."""
    bundle = shown._repr_mimebundle_()
    model, kind, left, says, _, about = shown._box.children
    return bundle, (model, kind), left, says, about


def test_a_notebook_gets_the_live_widget_and_a_page_which_plot_it_is():
    bundle, (model, kind), left, _, about = live(Forest("hauser2009", "pain"))
    assert WIDGET in bundle
    assert bundle[FOREST] == {"version": 1, "dataset": "hauser2009", "outcome": "pain"}
    assert bundle["text/plain"] == "Forest('hauser2009', 'pain')"
    assert (len(model.options), len(kind.options)) == (len(MODELS), len(INTERVALS))
    assert len(left.options) == 1 + 22
    assert "nothing about trigger points" in about.value


def test_it_starts_with_the_model_of_the_review():
    _, (model, kind), _, says, _ = live(Forest("lee2004"))
    assert (model.value, kind.value) == ("DL", "normal")
    assert spoken(recompute(Evidence().datasets["lee2004"], "nausea").effect).split(" ")[0] in says.value


def test_another_model_and_a_study_left_out_are_pooled_anew():
    _, (model, _), left, says, _ = live(Forest("hauser2009", "pain"))
    model.value = "PM"
    left.value = "Ginsberg 1996, amitriptyline"
    others = [study for study in studies(PAIN, "pain") if study.name != left.value]
    effect = pool(others, "PM").effect
    assert f"Pooled effect −{-effect.estimate:.2f}" in says.value
    assert "Without Ginsberg 1996, amitriptyline: 21 studies." in says.value


def test_shown_twice_it_is_one_control():
    shown = Forest("hauser2009", "pain")
    (first, _) = live(shown)[1]
    assert live(shown)[1][0] is first


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("hauser2008", "pain"), "there is no data set 'hauser2008'; did you mean 'hauser2009'"),
        (("hauser2009", "pian"), "there is no outcome 'pian'; did you mean 'pain'"),
        (("hauser2009",), "'hauser2009' has several outcomes; name one of pain, fatigue"),
    ],
)
def test_an_unknown_name_is_one_sentence(arguments, message):
    with pytest.raises(ValueError, match=message):
        Forest(*arguments)
