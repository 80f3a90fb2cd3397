"""The charts of the notebook on agreement: shapes that tell figures apart, and the numbers behind them."""

import msgspec
import pytest

from triggerpoints import Evidence
from triggerpoints.evidence.charts import (
    by_prevalence,
    points_per_person,
    published,
    small_samples,
    training,
    two_examiners,
)
from triggerpoints.evidence.examiners import expected

AGREEMENTS = Evidence().agreements
KAPPAS = [one for one in AGREEMENTS if one.statistic == "kappa"]
HSIEH = [one for one in AGREEMENTS if one.cite == "Hsieh2000"]


def trace(figure, part):
    (found,) = (one for one in figure.data if one.meta.get("part") == part)
    return found


def test_each_published_kappa_is_a_mark_of_its_own_shape_and_a_row_of_the_table():
    figure = published(KAPPAS)
    rows = figure.layout.meta["table"]["rows"]
    assert len(rows) == len(KAPPAS) == 25
    assert {row[4] for row in rows} == {"range", "95% interval", "one value"}
    for spread in ("range", "interval", "value"):
        drawn = {x for x in trace(figure, spread).x if x is not None}
        mine = [one for one in KAPPAS if one.spread == spread]
        assert drawn == {x for one in mine for x in (one.low, one.estimate, one.high) if x is not None}
    assert len({trace(figure, kind).marker.symbol[0] for kind in ("range", "interval", "value")}) == 3


def test_the_diamond_is_on_the_estimate_and_the_stops_are_at_the_ends():
    drawn = trace(published(KAPPAS), "interval")
    assert dict(zip(drawn.x[:3], drawn.marker.symbol[:3], strict=True)) == {
        0.452: "diamond",
        0.364: "line-ns-open",
        0.540: "line-ns-open",
    }


def test_figures_are_printed_with_the_decimals_of_their_study():
    said = {(row[0], row[2].split(";")[0]): row[5] for row in published(HSIEH).layout.meta["table"]["rows"]}
    assert said["referred pain", "untrained non-experts"] == "0.320"
    assert said["local twitch", "trained non-experts"] == "−0.001"


def test_two_statistics_have_no_place_on_one_axis():
    with pytest.raises(ValueError, match="one statistic, not kappa, percent agreement"):
        published([one for one in AGREEMENTS if one.cite == "LumbarTrP1992" and one.high != 0.52])
    with pytest.raises(ValueError, match="not none"):
        published([])


def test_percent_is_drawn_from_0_to_100():
    figure = published([one for one in AGREEMENTS if one.statistic == "percent agreement"])
    low, high = figure.layout.xaxis.range
    assert low < 0 < 100 < high < 110


def test_training_draws_a_step_for_each_sign_and_pair():
    figure = training(HSIEH)
    assert figure.layout.meta["table"]["rows"][2] == ["taut band", "with an expert", "0.050", "0.215"]
    assert len(figure.layout.meta["table"]["rows"]) == 6
    assert "step up is taut band with an expert, from 0.050 to 0.215" in figure.layout.meta["says"]
    with pytest.raises(ValueError, match="'referred pain' needs a kappa of 'expert and untrained"):
        training([one for one in HSIEH if not one.raters.startswith("expert and u")])


def test_two_examiners_add_up_to_a_hundred_and_say_when_there_is_no_kappa():
    assert [sum(trace.x) for trace in two_examiners(0.25).data] == [58, 24, 18]
    assert "Kappa is 0.57" in two_examiners(0.25).layout.title.text
    alike = two_examiners(0.25, 1.0, 1.0, spots=1)
    assert "there is no kappa" in alike.layout.title.text.replace("<br>", " ")
    worse = two_examiners(0.5, 1.0, 0.0, spots=400)
    assert [sum(trace.x) for trace in worse.data] == [0, 0, 100]
    assert "Kappa is −0.99" in worse.layout.title.text


def test_the_curves_follow_the_formula():
    figure = by_prevalence((0.8, 0.95))
    agreed, beyond = figure.data[2:4]
    assert (agreed.x[5], beyond.x[5]) == (5, 5)
    assert agreed.y == pytest.approx([expected(0.05, 0.95).agreed] * 101)
    assert beyond.y[5] == expected(0.05, 0.95).kappa
    assert len({trace.line.dash for trace in figure.data}) == 2


def test_more_spots_give_a_shorter_line():
    lines = [
        trace.x for trace in small_samples((10, 40, 400), 0.25, 0.9).data if trace.mode == "lines+markers"
    ]
    lengths = [high - low for low, high in lines]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("draw", "message"),
    [
        (lambda: training([]), "there are no kappas to draw"),
        (lambda: by_prevalence((0.6, 0.7, 0.8, 0.9, 0.95)), "5 curves cannot be told apart; give 1 to 4"),
        (lambda: small_samples((), 0.25, 0.9), "there are no numbers of spots"),
        (lambda: small_samples((1,), 0.25, 1.0), "no try with 1 spots had a kappa"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(draw, message):
    with pytest.raises(ValueError, match=message):
        draw()


def test_points_per_person_by_group():
    points = Evidence().points
    figure = points_per_person(points, studies={"FdlP2007": "A study"})
    assert sorted(trace(figure, "active").x) == [1.8, 2.0, 3.5]
    assert sorted(trace(figure, "latent").x) == [1.0, 2.0, 2.0, 2.4, 2.4, 2.5, 2.9]
    assert figure.layout.meta["table"]["rows"][0][0] == "A study"
    assert figure.layout.meta["says"].startswith("People without pain had 1.0 to 2.4 latent points")
    with pytest.raises(ValueError, match="no counts of active or latent points"):
        points_per_person([msgspec.structs.replace(points[0], kind="any")])
