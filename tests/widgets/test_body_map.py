from typing import get_args

import pytest

from triggerpoints import Atlas, BodyMap
from triggerpoints.atlas import View
from triggerpoints.widgets._bundle import built


def test_it_carries_what_the_page_folder_has():
    widget = BodyMap(muscle="infraspinatus", zones=["left:neck_back", "ear"], view="back")
    assert widget.kind == "body-map"
    assert widget.props == {
        "mode": "explore",
        "muscle": "infraspinatus",
        "zones": ["left:neck_back", "ear"],
        "view": "back",
    }
    assert widget.assets["atlas"] == Atlas().as_dict()
    assert set(widget.assets["figures"]) == set(get_args(View))
    assert "render" in widget._esm and ".tp-body-map" in widget._css


def test_without_a_widget_viewer_it_is_words_with_cautions_before_points():
    data, _ = BodyMap(muscle="scm_sternal")._repr_mimebundle_()
    words = data["text/plain"]
    assert words.index("Lift the muscle off the vessels") < words.index("essential: Cheek and upper jaw")
    assert "application/vnd.jupyter.widget-view+json" in data
    assert f"{len(Atlas().muscles)} muscles" in BodyMap().in_words()


@pytest.mark.parametrize(
    ("arguments", "error", "words"),
    [
        (
            {"muscle": "infraspinatu"},
            ValueError,
            "there is no muscle 'infraspinatu'; did you mean 'infraspinatus'",
        ),
        ({"muscle": "zzz"}, ValueError, "there is no muscle 'zzz'; Atlas().muscles lists all"),
        ({"zones": ["left:neck"]}, ValueError, "there is no zone 'neck'; did you mean 'neck_back'"),
        ({"zones": ["middle:neck_back"]}, ValueError, "there is no side 'middle'; the sides are"),
        ({"zones": "neck_back"}, TypeError, "write zones=['neck_back']"),
        ({"mode": "hurt"}, ValueError, "did you mean 'hurts'?"),
        ({"view": "top"}, ValueError, "the views are 'front', 'back', 'head_side', 'foot_sole', 'hand_palm'"),
        ({"mussle": "x"}, TypeError, "BodyMap() has no argument 'mussle'; did you mean 'muscle'?"),
        ({"x": 1}, TypeError, "BodyMap() has no argument 'x'; it takes muscle, mode, zones, view"),
    ],
)
def test_errors_name_what_exists(arguments, error, words):
    with pytest.raises(error) as caught:
        BodyMap(**arguments)
    assert words in str(caught.value)


def test_a_missing_bundle_says_how_to_build_it(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"triggerpoints\.js is missing.*npm run build"):
        built("triggerpoints.js", tmp_path)
