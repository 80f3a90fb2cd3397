from ipywidgets import Dropdown, Output

from triggerpoints.widgets import Choices, Forest
from triggerpoints.widgets._output import PLOTLY, put


class Chart:
    def to_json(self):
        return '{"data": [], "layout": {"title": "A"}}'


def test_a_figure_takes_the_place_of_another_and_none_clears():
    output = Output()
    put(output, Chart())
    put(output, Chart())
    (shown,) = output.outputs
    assert shown["data"][PLOTLY]["layout"] == {"title": "A"}
    put(output, None)
    assert output.outputs == ()


def test_no_control_catches_output_for_which_nbclient_would_wait(monkeypatch):
    def caught(self):
        raise AssertionError("with output: makes nbclient wait for ever now and then (jupyter/nbclient #312)")

    monkeypatch.setattr(Output, "__enter__", caught)
    chosen = Dropdown(options=[1, 2], description="x")
    Choices(chosen, lambda value: Chart())._repr_mimebundle_()
    chosen.value = 2
    Forest("paige2017")._repr_mimebundle_()
