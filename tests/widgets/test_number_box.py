import pytest

from triggerpoints.widgets import NumberBox
from triggerpoints.widgets._number_box import verdict


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", ""),
        ("-4.6", "Right: −4.6."),
        ("−4.6", "Right: −4.6."),
        ("-4,60", "Right: −4.6."),
        ("-4.649", "Right: −4.6."),
        ("4.6", "The size is right. Look at the sign again."),
        ("-4.7", "Not yet. Add the ends."),
        ("half", "“half” is not a number. Type one such as 4.6 or -4.6."),
    ],
)
def test_a_number_is_judged(typed, said):
    assert verdict(typed, -4.6, "Add the ends.") == said


def test_a_whole_number_wants_its_first_decimal():
    assert verdict("3", 3.0) == verdict("3.04", 3) == "Right: 3.0."
    assert verdict("2.5", 3.0) == "Not yet."


def test_a_box_answers_what_is_typed_and_writes_no_markup():
    box = NumberBox("The middle", 1.03, "Halve the sum.")
    typed, said = box._box.children
    typed.value = "<b>"
    assert said.value == '<p role="status">“&lt;b&gt;” is not a number. Type one such as 4.6 or -4.6.</p>'
    typed.value = "1.03"
    assert said.value == '<p role="status">Right: 1.03.</p>'
    assert box._repr_mimebundle_()["text/plain"] == "NumberBox('The middle')"
    with pytest.raises(ValueError, match="the box needs a question"):
        NumberBox("", 1)
