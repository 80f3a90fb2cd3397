import pytest
from ipywidgets import Checkbox, FloatText, IntText

from triggerpoints.widgets import Typed


def about(number, ratio):
    return f"{number:g} < 5\n{'a ratio' if ratio else 'no ratio'}"


def shown(**more):
    controls = {"number": FloatText(-3.5, description="Number:"), "ratio": Checkbox(description="A ratio")}
    return Typed(about, **controls | more)


def test_a_notebook_gets_the_controls_and_a_page_what_their_first_values_give():
    bundle = shown()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert bundle["application/vnd.triggerpoints.typed+json"] == {
        "version": 1,
        "given": [["Number", "−3.5"], ["A ratio", "no"]],
        "says": ["−3.5 < 5", "no ratio"],
    }
    assert bundle["text/plain"] == "−3.5 < 5\nno ratio"


def test_what_is_said_follows_what_is_typed_and_is_text():
    ratio = Checkbox(description="A ratio")
    typed = shown(ratio=ratio)
    assert typed._said.value == '<p role="status">−3.5 &lt; 5<br>no ratio</p>'
    ratio.value = True
    assert typed._said.value.endswith("<br>a ratio</p>")


def test_a_fault_of_what_was_typed_is_one_sentence():
    def root(number):
        if number < 0:
            raise ValueError(f"{number:g} has no root; type a number above -1")
        return f"{number**0.5:g}"

    number = FloatText(4, description="Number")
    typed = Typed(root, number=number)
    number.value = -1
    assert typed._said.value == '<p role="status">−1 has no root; type a number above −1.</p>'
    assert typed._repr_mimebundle_()["text/plain"].endswith("above −1.")
    number.value = 9
    assert typed._said.value == '<p role="status">3</p>'


def test_a_control_without_a_label_is_refused():
    with pytest.raises(ValueError, match="'number' needs a description"):
        Typed(str, number=IntText(1))


def test_numbers_stand_as_people_write_them():
    given = Typed(
        lambda **_: "", one=FloatText(20.0, description="a"), two=IntText(10_000_000, description="b")
    ).as_dict()["given"]
    assert given == [["a", "20"], ["b", "10,000,000"]]
