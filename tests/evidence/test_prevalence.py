import pytest

from triggerpoints import Atlas, Evidence
from triggerpoints.evidence import Prevalence, Tally


def test_every_muscle_named_is_one_of_the_atlas():
    evidence = Evidence()
    named = {row.muscle for row in (*evidence.prevalence, *evidence.tallies) if row.muscle}
    assert len(named) >= 15
    assert named <= set(Atlas().muscles)


def test_the_whole_table_of_players_is_there():
    tallies = Evidence().tallies
    assert len(tallies) == 60
    assert {(row.group, row.side): row.n for row in tallies} == {
        ("wheelchair basketball, shoulder pain", "painful side"): 18,
        ("wheelchair basketball, shoulder pain", "other side"): 18,
        ("wheelchair basketball, no pain", "dominant side"): 22,
        ("wheelchair basketball, no pain", "other side"): 22,
        ("basketball on foot, no pain", "dominant side"): 20,
        ("basketball on foot, no pain", "other side"): 20,
    }


@pytest.mark.parametrize(
    ("group", "kind", "per_person", "digits"),
    [
        ("wheelchair basketball, shoulder pain", "active", 37 / 18, 0),
        ("wheelchair basketball, shoulder pain", "latent", 52 / 18, 1),
        ("wheelchair basketball, no pain", "latent", 54 / 22, None),
        ("basketball on foot, no pain", "latent", 45 / 20, None),
    ],
)
def test_the_table_and_the_averages_of_one_article(group, kind, per_person, digits):
    """Two averages follow from the table; the notes say of the other two that they do not."""
    evidence = Evidence()
    rows = [row for row in evidence.tallies if row.group == group]
    assert sum(getattr(row, kind) for row in rows) / rows[0].n == pytest.approx(per_person)
    (printed,) = (
        row for row in evidence.points if (row.cite, row.who, row.kind) == ("OrtegaSantiago2020", group, kind)
    )
    if digits is None:
        assert round(per_person, 1) != printed.mean
        assert f"{per_person:.2f}" in printed.note
    else:
        assert round(per_person, digits) == printed.mean


def test_players_without_pain_have_no_active_point_and_many_latent_ones():
    rows = [row for row in Evidence().tallies if row.group.endswith("no pain")]
    assert sum(row.active for row in rows) == 0
    assert sum(row.latent for row in rows) == 54 + 45


def test_people_without_pain_have_latent_points_and_no_active_one():
    rows = [row for row in Evidence().prevalence if not row.pain]
    assert max(row.high for row in rows if row.kind == "active") == 0
    assert max(row.high for row in rows if row.kind == "latent") == 77.7


def test_a_count_that_does_not_fit_its_percentage_is_said():
    (legs,) = (row for row in Evidence().prevalence if row.place == "at least one leg muscle")
    assert (round(100 * 166 / 206, 1), round(100 * 160 / 206, 1)) == (80.6, legs.low)
    assert "166 of 206" in legs.note


def test_a_review_gives_ranges():
    found = {
        (row.muscle, row.kind): (row.low, row.high)
        for row in Evidence().prevalence
        if row.cite == "MonclusDiez2025"
    }
    assert found["quadratus_lumborum", "active"] == (30, 55)
    assert found["gluteus_medius", "latent"] == (74, 74)
    assert len(found) == 7


def test_a_range_that_runs_backwards_is_refused():
    with pytest.raises(ValueError, match=r"low \(55.0\) is above high \(30.0\) for 'soleus'; swap them"):
        Prevalence(cite="A2020", who="people", place="soleus", kind="active", low=55.0, high=30.0, pain=True)


def test_counts_that_do_not_add_up_are_refused():
    with pytest.raises(ValueError, match="10 active, 4 latent and 5 without make 19, not 18; correct one"):
        Tally(cite="A2020", group="g", side="s", place="soleus", n=18, active=10, latent=4, none=5)
