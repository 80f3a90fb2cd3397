"""The evidence map in a notebook: filters that narrow chart and table together."""

import re
from html import escape

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence import FIELDS
from triggerpoints.widgets import EvidenceMap

WIDGET = "application/vnd.jupyter.widget-view+json"
PAGE = "application/vnd.triggerpoints.evidence-map+json"
FINDINGS = Evidence().findings.values()


@pytest.fixture
def parts():
    shown = EvidenceMap()
    shown._repr_mimebundle_()
    *selects, again, status, _, rows = shown._box.children
    return dict(zip(FIELDS, selects, strict=True)), again, status, rows


def count(rows):
    return rows.value.count("<tr>") - 1


def test_a_notebook_gets_live_filters_and_a_page_its_own_map():
    live = EvidenceMap()._repr_mimebundle_()
    assert WIDGET in live
    assert live[PAGE] == {"version": 1}
    assert live["text/plain"] == "EvidenceMap()"


def test_it_starts_with_every_finding_and_offers_what_some_finding_has(parts):
    selects, _, status, rows = parts
    assert status.value == f'<p role="status">{len(FINDINGS)} of {len(FINDINGS)} findings.</p>'
    assert count(rows) == len(FINDINGS)
    for field, select in selects.items():
        assert {value for _, value in select.options} == {""} | {getattr(one, field) for one in FINDINGS}
        assert select.description


def test_two_filters_leave_the_findings_that_have_both(parts):
    selects, _, status, rows = parts
    selects["modality"].value = "massage"
    selects["condition"].value = "headache"
    left = [one for one in FINDINGS if (one.modality, one.condition) == ("massage", "headache")]
    assert count(rows) == len(left) > 1
    assert f"{len(left)} of" in status.value
    assert all(escape(one.words) in rows.value for one in left)
    assert "<br>against switched-off ultrasound; after 12 sessions</td>" in rows.value
    assert re.search(r'<a href="https://doi\.org/[^"]+" target="_blank" rel="noopener">Moraska', rows.value)


def test_an_empty_place_is_said_and_everything_can_come_back(parts):
    selects, again, status, rows = parts
    selects["modality"].value = "massage"
    selects["condition"].value = "heel-pain"
    assert "No finding on the map has all of this" in status.value
    assert rows.value == ""
    again.click()
    assert count(rows) == len(FINDINGS)
    assert not any(select.value for select in selects.values())
