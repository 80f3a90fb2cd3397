"""Notebook outputs in a page: charts, choices and widgets, without another host and without a kernel."""

import json
import re
from html import unescape

import msgspec
import plotly.graph_objects as go
import pytest
from ipywidgets import (
    HTML,
    Checkbox,
    Dropdown,
    FloatText,
    HBox,
    IntSlider,
    IntText,
    Output,
    Password,
    SelectionSlider,
    Text,
    VBox,
    Widget,
)

from triggerpoints.questions import practice_sets, read_items
from triggerpoints.sphinxext._figure_table import figure_table
from triggerpoints.widgets import Choices, EvidenceMap, Forest, Typed

PLOTLY = "application/vnd.plotly.v1+json"
CHOICES = "application/vnd.triggerpoints.choices+json"
FOREST = "application/vnd.triggerpoints.forest+json"
MAP = "application/vnd.triggerpoints.evidence-map+json"
TYPED = "application/vnd.triggerpoints.typed+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
MISSED = "You miss nothing of the course here. In JupyterLab, where this page is a notebook, "
LIVE = f"{MISSED}there is a control to try."


def notebook(*outputs, **metadata):
    """Return a notebook with one code cell that has ``outputs`` (MIME bundles)."""
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            "reviewed": "2026-11-21",
            "orphan": True,
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"},
            "language_info": {"name": "python", "pygments_lexer": "ipython3"},
            **metadata,
        },
        "cells": [
            {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "# Title"},
            {
                "cell_type": "code",
                "id": "c",
                "metadata": {},
                "execution_count": 1,
                "source": "show()",
                "outputs": [
                    {"output_type": "display_data", "metadata": {}, "data": bundle} for bundle in outputs
                ],
            },
        ],
    }


def saved(widget):
    """Return a notebook that shows ``widget``, whose state it has kept."""
    state = {"version_major": 2, "version_minor": 0, "state": Widget.get_manager_state()["state"]}
    shown = {WIDGET: {"model_id": widget.model_id, "version_major": 2, "version_minor": 0}}
    kept = json.loads(json.dumps({"application/vnd.jupyter.widget-state+json": state}))
    return notebook(shown, widgets=kept)


def saved_by_us(state):
    """Return a notebook that shows a widget of the course, with this state."""
    model = {"model_name": "AnyModel", "model_module": "anywidget", "state": state}
    kept = {"version_major": 2, "version_minor": 0, "state": {"abc": model}}
    shown = {WIDGET: {"model_id": "abc", "version_major": 2, "version_minor": 0}}
    return notebook(shown, widgets={"application/vnd.jupyter.widget-state+json": kept})


def bars(height):
    return go.Figure(
        go.Bar(x=["taut band", "spot"], y=[height, 0.5], error_y={"array": [0.1, 0.2]}),
        {"title": "Agreement", "xaxis": {"title": "Sign"}, "yaxis": {"title": "Kappa"}},
    )


def cells(figure):
    """Return the table of ``figure`` as rows of text."""
    table = figure_table(json.loads(figure.to_json()))
    return [
        [entry.astext() for entry in row.children]
        for row in table.findall(lambda node: node.tagname == "row")
    ]


def chart_with_words():
    """Return a chart that brings its message, its table and what changes in a narrow place."""
    figure = json.loads(bars(0.25).to_json())
    figure["layout"]["meta"] = {
        "says": "Bands are hard to agree on.",
        "table": {"head": ["Sign", "Kappa"], "rows": [["taut band", "a quarter"]]},
        "narrow": {"height": 800, "set": {"layout.margin.l": 4}},
    }
    return figure


def form():
    """Return controls with values, and what they gave."""
    output = Output()
    figure = json.loads(go.Figure(go.Bar(x=["spot"], y=[0.5]), {"title": "Agreement"}).to_json())
    output.outputs = (
        {"output_type": "stream", "name": "stdout", "text": "9 of 1,091 is 0.8%.\n"},
        {
            "output_type": "display_data",
            "metadata": {},
            "data": {"text/html": "<b>bold</b>", "text/plain": "b"},
        },
        {"output_type": "display_data", "metadata": {}, "data": {PLOTLY: figure, "text/plain": "a chart"}},
    )
    inputs = [
        IntText(1091, description="Asked:"),
        FloatText(-2.5, description="Difference"),
        Checkbox(False, description="A ratio"),
        Dropdown(options=[("few", 1), ("many", 2)], value=2, description="How many"),
        Text("", description="Left empty"),
    ]
    return VBox([HBox(inputs), output, HTML("<p>So it is.</p>")])


@pytest.fixture(scope="module")
def live():
    """Choices with a control that works in Jupyter only, and what was asked of them."""
    seen = []
    shown = Choices(
        Dropdown(options=[1, 2], description="Letter"),
        lambda value, spots: seen.append((value, spots)) or bars(value),
        live=[IntSlider(value=40, max=100, description="how many spots:")],
    )
    return shown, seen


@pytest.fixture(scope="module")
def built(project, live):
    """One book, whose pages are notebooks with an output each."""
    few = Dropdown(options=[("few", 0.1), ("many", 0.9)], value=0.9, description="How many:")
    slider = SelectionSlider(options=[0.1, 0.9], value=0.9, description="How many")
    items = msgspec.to_builtins(read_items(practice_sets()["neck-and-head"]))
    typed = Typed(lambda number: f"Twice is {2 * number}.", number=IntText(-3, description="Number"))
    evidence = notebook({FOREST: Forest("hauser2009", "mood").as_dict()}, {MAP: EvidenceMap().as_dict()})
    evidence["cells"][0]["source"] += "\n\n```{bibliography}\n```\n"
    outputs = {
        "chart": {PLOTLY: json.loads(bars(0.25).to_json())},
        "chart_with_words": {PLOTLY: chart_with_words()},
        "list": {CHOICES: Choices(few, bars).as_dict()},
        "slider": {CHOICES: Choices(slider, bars).as_dict()},
        "live": {CHOICES: live[0].as_dict()},
        "plain_widget": {WIDGET: {"model_id": "abc", "version_major": 2, "version_minor": 0}},
        "typed": {TYPED: typed.as_dict()},
    }
    body_map = {"props": {"mode": "explore", "muscle": "infraspinatus"}, "_esm": "export {}"}
    pages = {name: notebook(bundle) for name, bundle in outputs.items()} | {
        "evidence": evidence,
        "body_map": saved_by_us({"kind": "body-map", **body_map}),
        "quiz": saved_by_us({"kind": "quiz", "props": {"set": items, "judged": True}}),
        "form": saved(form()),
        "password": saved(VBox([Text("", description="A number"), Password("secret")])),
    }
    with project(index="Words.", **pages) as made:
        return made


def test_the_book_is_built_without_a_word(built):
    assert built.warnings == ""


def test_a_chart_is_a_placeholder_with_its_numbers_as_a_table(built):
    html = built.page("chart.html")
    assert re.search(
        r'<div class="tp-chart-plot" role="img" aria-label="[^"]*Agreement[^"]*" '
        r'style="--tp-wide:26.25rem;--tp-narrow:26.25rem">',
        html,
    )
    assert "<td><p>0.25 (+0.1 −0.1)</p></td>" in html
    assert html.count("charts.js") == 1
    assert (built.out / "_static/triggerpoints/plotly-basic.min.js").is_file()
    figure = json.loads(
        re.search(r'class="tp-chart".*?<script type="application/json">(.*?)</script>', html, re.S)[1]
    )
    assert "template" not in figure["layout"]


def test_a_chart_that_brings_its_words_and_table_is_shown_with_them(built):
    html = built.page("chart_with_words.html")
    assert 'aria-label="Chart. Agreement. Bands are hard to agree on. Its numbers follow as a table."' in html
    assert "--tp-narrow:50rem" in html
    assert "<td><p>a quarter</p></td>" in html
    assert '"narrow":{"layout.margin.l":4}' in html


def test_a_book_without_charts_has_no_plotly(build):
    built = build(index="Words only.")
    assert "charts.js" not in built.page()
    assert "page.js" not in built.page()
    assert not (built.out / "_static/triggerpoints/plotly-basic.min.js").exists()


def test_a_missing_bundle_is_one_sentence(build):
    chart = notebook({PLOTLY: json.loads(bars(0.25).to_json())})
    with pytest.raises(Exception, match=r"nowhere\.js is missing, and pages have charts; run 'npm ci'"):
        build(index=chart, conf="\ntriggerpoints_plotly = 'nowhere.js'\n")


@pytest.mark.parametrize(("page", "element"), [("list", "<select"), ("slider", '<input type="range"')])
def test_choices_become_a_native_labelled_control_over_precomputed_charts(built, page, element):
    html = built.page(f"{page}.html")
    assert element in html
    label, control_id = (
        re.search(r'<label for="([^"]+)">How many</label>', html),
        re.search(r' id="(tp-choices-[^"]+)"', html),
    )
    assert label[1] == control_id[1]
    assert html.count('<figure class="tp-chart"') == 2
    assert "jupyter-widgets" in html
    assert "0.1 (+0.1" in html and "0.9 (+0.1" in html
    captions = re.findall(r"<figcaption>(.*?)</figcaption>", html)
    assert [caption.partition(": ")[2] for caption in captions] == ["Agreement", "Agreement"]
    assert len(re.findall(r'<figure class="tp-chart"[^>]* data-selected>', html)) == 1


def test_choices_in_jupyter_carry_the_live_widget_and_the_page_version():
    seen = []
    shown = Choices(
        Dropdown(options={"a": 1, "b": 2}, description="Letter"),
        lambda value: seen.append(value) or bars(value),
    )
    bundle = shown._repr_mimebundle_()
    assert WIDGET in bundle
    assert [option["label"] for option in bundle[CHOICES]["options"]] == ["a", "b"]
    assert bundle["text/plain"] == "Choices('Letter': a, b)"
    seen.clear()
    shown._control.value = 2
    assert seen == [2]


def test_a_fault_of_what_was_chosen_is_one_sentence_in_place_of_the_chart():
    def made(value, spots):
        if not spots:
            raise ValueError("there are no <spots>; take one at least")
        return bars(value)

    spots = IntSlider(value=4, description="Spots")
    shown = Choices(Dropdown(options=[1, 2], description="Letter"), made, live=[spots])
    shown._draw()
    assert shown._output.outputs and not shown._said.value
    spots.value = 0
    assert shown._said.value == '<p role="status">There are no &lt;spots&gt;; take one at least.</p>'
    assert not shown._output.outputs


def test_controls_that_work_in_jupyter_only_are_named_in_the_page(built, live):
    shown, seen = live
    assert seen == [(1, 40), (2, 40)]
    assert "computed live; there you can also change more: how many spots." in built.page("live.html")
    seen.clear()
    shown._live[0].value = 50
    assert seen == [(1, 50)]


@pytest.mark.parametrize(
    ("control", "error", "message"),
    [
        (IntSlider(description="x"), TypeError, "needs a Dropdown or a SelectionSlider, not IntSlider"),
        (Dropdown(options=[1]), ValueError, "needs a description"),
        (Dropdown(options=[], description="x"), ValueError, "has 0 options"),
        (Dropdown(options=range(41), description="x"), ValueError, "has 41 options"),
    ],
)
def test_choices_refuse_what_a_page_cannot_show(control, error, message):
    with pytest.raises(error, match=message):
        Choices(control, bars)


def test_a_plain_widget_becomes_a_sentence(built):
    assert LIVE in built.page("plain_widget.html")


def test_a_body_map_in_a_notebook_becomes_a_host(built):
    html = unescape(built.page("body_map.html"))
    assert '"kind":"body-map"' in html
    assert '"pages"' not in html, "this book has no record of a muscle"
    assert "page.js" in html
    assert "export {}" not in html


def test_a_quiz_in_a_notebook_names_the_sources_of_its_answers(built):
    html = built.page("quiz.html")
    assert re.search(r"<strong>Sources:</strong> (<a |\w)", html)
    assert not re.search(r"<strong>Sources:</strong>\s*</p>", html)


def test_table_of_traces_that_share_their_categories():
    figure = go.Figure(
        [go.Bar(name="A", x=["p", "q"], y=[1, 2]), go.Bar(name="B", x=["p", "q"], y=[3, None])]
    )
    assert cells(figure) == [["x", "A", "B"], ["p", "1", "3"], ["q", "2", ""]]


def test_table_of_traces_that_do_not():
    figure = go.Figure([go.Scatter(name="A", x=[1], y=[2]), go.Scatter(x=[5, 6], y=[7, 8])])
    assert cells(figure) == [["Series", "x", "y"], ["A", "1", "2"], ["2", "5", "7"], ["2", "6", "8"]]


def test_table_of_horizontal_bars_puts_the_category_first():
    figure = go.Figure(go.Bar(orientation="h", x=[0.2], y=["<b>pain</b>"]), {"xaxis": {"title": "Kappa"}})
    assert cells(figure) == [["y", "Kappa"], ["pain", "0.2"]]


def test_table_reads_typed_arrays():
    import base64
    from array import array

    packed = {"dtype": "f8", "bdata": base64.b64encode(array("d", [0.5, 1.5]).tobytes()).decode()}
    table = figure_table({"data": [{"x": ["a", "b"], "y": packed}]})
    assert "1.5" in table.astext()


def test_a_forest_of_a_notebook_becomes_what_the_directive_makes(built):
    html = built.page("evidence.html")
    assert re.search(r'<p class="tp-forest-neighbour">.*?<a class="reference internal" href="#', html, re.S)
    assert 'data-forest="hauser2009-mood"' in html
    assert html.count("triggerpoints/forest.js") == 1
    assert "says nothing about trigger points" in " ".join(html.split())
    assert any(path.endswith("hauser2009.toml") for path in built.env.dependencies["evidence"])


def test_the_map_of_a_notebook_leads_to_the_bibliography_where_a_source_has_no_address(built):
    html = built.page("evidence.html")
    row = re.search(r'<tr[^>]* id="finding-gemmell2008-pressure-neck-pain".*?</tr>', html, re.S)[0]
    assert re.search(r'<a class="reference internal" href="#[^"]+"', row)


def test_typed_numbers_show_what_the_first_ones_give(built):
    html = built.page("typed.html")
    assert "<p>Number: −3.</p>" in html
    assert "<p><strong>Twice is −6.</strong></p>" in html
    assert f"{MISSED}you can type your own numbers." in html


def test_values_and_what_they_gave_are_there_and_then_how_to_run_it(built):
    html = built.page("form.html")
    given = "<p>Asked: 1,091; Difference: −2.5; A ratio: no; How many: many.</p>"
    parts = (given, "<strong>9 of 1,091 is 0.8%.</strong>", "<b>bold</b>", "tp-chart-plot", "So it is.", LIVE)
    places = [html.index(part) for part in parts]
    assert places == sorted(places)
    assert "Left empty" not in html


def test_a_control_of_which_nothing_can_be_said_is_a_sentence(built):
    html = built.page("password.html")
    assert LIVE in html
    assert "secret" not in html and "A number" not in html
