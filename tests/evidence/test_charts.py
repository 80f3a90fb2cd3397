"""The charts of the evidence show the numbers of the pools, rates and findings, and say the same in words."""

import json
import math

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence import Interval, in_print
from triggerpoints.evidence.charts import INTERVALS, MODELS, evidence_map, forest, funnel, harms, what_if
from triggerpoints.evidence.pooling import Study, leave_one_out, own_interval, pool, studies
from triggerpoints.evidence.rates import at_most, exact

EVIDENCE = Evidence()
HAUSER = EVIDENCE.datasets["hauser2009"]
PAIN = studies(HAUSER, "pain")
RATIOS = studies(EVIDENCE.datasets["lee2004"], "nausea")
THREE = [Study("A", -0.5, 0.04, 100), Study("B", -0.1, 0.02, 200), Study("C", 0.2, 0.09, 40)]


def part(figure, name):
    (trace,) = [trace for trace in figure.data if (trace.meta or {}).get("part") == name]
    return trace


def said(figure):
    return figure.layout.meta["says"]


def rows(figure):
    return figure.layout.meta["table"]["rows"]


def test_a_forest_plot_shows_each_study_and_the_pool():
    found = pool(PAIN)
    figure = forest(PAIN, found, published=Interval(estimate=-0.43, low=-0.55, high=-0.30))
    squares = part(figure, "studies")
    own = [own_interval(study) for study in PAIN]
    assert list(squares.x) == pytest.approx([effect.estimate for effect in own])
    assert list(squares.error_x.array) == pytest.approx([effect.high - effect.estimate for effect in own])
    sizes = [size**2 for size in squares.marker.size]
    heavy = [place for place, weight in enumerate(found.weights) if weight > 0.3 * max(found.weights)]
    shares = [sizes[place] / found.weights[place] for place in heavy]
    assert shares == pytest.approx([shares[0]] * len(heavy))  # the area goes by the weight
    diamond = part(figure, "pooled")
    assert (min(diamond.x), max(diamond.x)) == pytest.approx((found.effect.low, found.effect.high))
    assert list(part(figure, "new").x) == pytest.approx([found.predicted.low, found.predicted.high])
    assert (min(part(figure, "published").x), max(part(figure, "published").x)) == (-0.55, -0.30)
    assert rows(figure)[-3:] == [
        ["Pooled", "−0.43 (−0.55 to −0.30)", "", ""],
        ["As published", "−0.43 (−0.55 to −0.30)", "", ""],
        ["A new study may fall", "−0.83 to −0.02", "", ""],
    ]
    assert sum(float(row[2].rstrip("%")) for row in rows(figure)[: len(PAIN)]) == pytest.approx(100, abs=0.5)
    names = figure.layout.yaxis.ticktext
    assert list(names[: len(PAIN)]) == [study.name for study in PAIN]


def test_a_tall_chart_has_its_axis_on_top_as_well():
    tall, short = forest(PAIN, pool(PAIN)).layout, forest(THREE, pool(THREE)).layout
    assert (tall.xaxis2.side, tall.xaxis2.range) == ("top", tall.xaxis.range)
    assert tall.xaxis2.matches == "x", "without a range of their own both axes say the same numbers"
    assert tall.margin.t > short.margin.t and "xaxis2" not in short
    ends = [words for words in tall.annotations if words.yref == "paper"]
    assert ends and all(words.yshift for words in ends)  # they give way to it
    assert "xaxis2" not in evidence_map(list(EVIDENCE.findings.values()), EVIDENCE.terms).layout


def test_its_sentence_says_what_it_shows():
    figure = forest(PAIN, pool(PAIN), favours=("the medicine", "placebo"))
    assert said(figure).startswith(
        "22 studies. Pooled effect −0.43, 95% interval −0.55 to −0.30, in favour of the medicine. I² "
    )
    assert said(figure).endswith("between −0.83 and −0.02, on the same side of no effect.")
    assert "which includes no effect" in said(forest(THREE, pool(THREE)))
    assert "assumes one effect" in said(forest(THREE, pool(THREE, "fixed")))
    assert "too few" in said(forest(THREE[:2], pool(THREE[:2])))


def test_ratios_are_drawn_on_a_log_axis():
    found = pool(RATIOS)
    figure = forest(RATIOS, found, measure="RR")
    assert figure.layout.xaxis.type == "log"
    assert max(part(figure, "pooled").x) == pytest.approx(math.exp(found.effect.high))
    low, high = (10**end for end in figure.layout.xaxis.range)
    squares = part(figure, "studies")
    assert low < min(x - less for x, less in zip(squares.x, squares.error_x.arrayminus, strict=True))
    assert high > max(x + more for x, more in zip(squares.x, squares.error_x.array, strict=True))
    assert figure.layout.xaxis.ticktext[0] == f"{figure.layout.xaxis.tickvals[0]:g}"


def test_nothing_in_a_chart_is_told_by_colour_alone():
    figure = forest(PAIN, pool(PAIN), published=Interval(estimate=-0.43, low=-0.55, high=-0.30))
    assert part(figure, "pooled").fill == "toself" and part(figure, "published").fill == "none"
    symbols = {
        json.dumps(trace.marker.symbol)
        for trace in harms(list(EVIDENCE.harms.values())).data
        if trace.showlegend is not False
    }
    assert len(symbols) == 4


def test_the_pool_and_the_studies_must_belong_together():
    with pytest.raises(ValueError, match="the pool is of 3 studies, and 2 were given"):
        forest(THREE[:2], pool(THREE))


@pytest.mark.parametrize(("found", "measure"), [(PAIN, "SMD"), (RATIOS, "RR"), (THREE[:2], "MD")])
def test_what_if_holds_every_pool(found, measure):
    given = what_if(found, measure=measure)
    ways = [(model, kind) for model in MODELS for kind in INTERVALS]
    every = [results for of_model in given["results"] for results in of_model]
    for (model, kind), results in zip(ways, every, strict=True):
        pools = [pool(found, model, kind), *(leave_one_out(found, model, kind) if len(found) > 2 else ())]
        assert len(results) == len(pools)
        for numbers, one in zip(results, pools, strict=True):
            effect = in_print(one.effect, measure)
            new = in_print(one.predicted, measure) if one.predicted else None
            expected = [
                effect.estimate,
                effect.low,
                effect.high,
                *((new.low, new.high) if new else ()),
                one.i2,
            ]
            assert [number for number in numbers[:-1] if number is not None] == pytest.approx(expected)
            assert numbers[-1] == pytest.approx(one.tau2)
            for number, full in zip(numbers[:3], expected[:3], strict=True):
                assert f"{number:.2f}" == f"{full:.2f}"  # what the page prints
    assert len(json.dumps(given)) < 20_000  # bytes: results, not figures


def test_a_funnel_plot_has_its_limits_where_95_of_100_studies_would_lie():
    found = pool(PAIN)
    figure = funnel(PAIN, found)
    limits, _, points = figure.data
    assert list(points.y) == pytest.approx([study.variance**0.5 for study in PAIN])
    assert list(points.x) == pytest.approx([study.effect for study in PAIN])
    low, middle, high = limits.x
    assert (low + high) / 2 == pytest.approx(middle) == pytest.approx(found.effect.estimate)
    assert (high - low) / (2 * max(limits.y)) == pytest.approx(1.96, abs=0.001)
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1] == 0  # exact studies on top
    assert funnel(RATIOS, pool(RATIOS), measure="RR").layout.xaxis.type == "log"


def test_harms_have_exact_intervals_and_none_seen_has_a_limit():
    counted = [one for one in EVIDENCE.harms.values() if one.of is not None and one.count is not None]
    figure = harms(counted)
    seen, unseen = part(figure, "counted"), part(figure, "none")
    happened = [exact(one.count, one.of) for one in counted if one.count and one.interval is None]
    assert list(seen.x) == pytest.approx([rate.estimate for rate in happened])
    assert [x - less for x, less in zip(seen.x, seen.error_x.arrayminus, strict=True)] == pytest.approx(
        [rate.low for rate in happened]
    )
    assert list(unseen.x) == pytest.approx([at_most(0, one.of) for one in counted if not one.count])
    assert figure.layout.xaxis.type == "log"
    assert f"{len(unseen.x)} of {len(counted)} rows had no event" in said(figure)
    (brady,) = [row for row in rows(figure) if row[0] == "Any mild event"]
    assert brady == ["Any mild event", "1,463 in 7,629 treatments", "19.2% (18.3% to 20.1%)", "Brady2014"]


def test_a_harm_without_a_share_is_named_and_has_no_mark():
    every = list(EVIDENCE.harms.values())
    figure = harms(every)
    assert len(rows(figure)) == len(every)
    marks = sum(len(part(figure, kind).x) for kind in ("counted", "pooled", "bare", "none"))
    without = [row for row in rows(figure) if row[2] == "no rate follows"]
    assert marks == len(every) - len(without)
    assert all("uncounted" in row[1] for row in without)
    with pytest.raises(ValueError, match="no harms to draw"):
        harms([])


def test_the_map_has_a_mark_for_every_finding_in_the_grid_and_in_the_list():
    found = list(EVIDENCE.findings.values())
    figure = evidence_map(found, EVIDENCE.terms)
    traces = [trace for trace in figure.data if trace.meta.get("part") == "findings"]
    marks = {key: (trace, at) for trace in traces for at, key in enumerate(trace.customdata or ())}
    assert set(marks) == set(EVIDENCE.findings)
    places = [(trace.x[at], trace.y[at]) for trace, at in marks.values()]
    assert len(set(places)) == len(found)
    changes = figure.layout.meta["narrow"]["set"]
    listed = [
        (x, y)
        for trace in range(len(figure.data))
        for x, y in zip(changes.get(f"data[{trace}].x", ()), changes.get(f"data[{trace}].y", ()), strict=True)
    ]
    assert len(set(listed)) == len(found)
    assert all(0 < x < 1 for x, _ in listed)
    for key, (trace, at) in marks.items():
        finding = EVIDENCE.findings[key]
        assert trace.name == finding.result.capitalize()
        empty, stroke = trace.marker.symbol[at].endswith("-open"), trace.marker.line.width[at]
        if trace.name not in ("Not known", "Left out"):  # whose shapes cannot be filled
            assert empty == (finding.certainty != "high")
        assert (stroke > 3) == (finding.certainty == "moderate")
    shapes = {trace.marker.symbol[0].removesuffix("-open") for trace in traces}
    assert len(shapes) == len(traces)
    assert said(figure).startswith(f"{len(found)} findings: ")
    with pytest.raises(ValueError, match="no findings to draw"):
        evidence_map([], EVIDENCE.terms)
