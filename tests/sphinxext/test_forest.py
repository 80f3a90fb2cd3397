"""``{forest}``: the chart, its choices, what it is not, and all of it in words."""

import json
import re
from html import unescape
from xml.etree import ElementTree

import pytest

from triggerpoints import Evidence
from triggerpoints.evidence.charts import MODELS
from triggerpoints.evidence.pooling import pool, studies

HAUSER = Evidence().datasets["hauser2009"]
FOREST = "```{{forest}} {}\n```\n"
FRONT = "---\nreviewed: 2026-11-21\norphan: true\n---\n# Title\n\n"
UNKNOWN = {
    "no_data": ("hauser2008 pain", "There is no data set 'hauser2008'; did you mean hauser2009?"),
    "no_outcome": ("hauser2009 pains", "There is no outcome of hauser2009 'pains'; did you mean pain?"),
    "several": ("hauser2009", "hauser2009 has several outcomes; name one of pain, fatigue"),
}


@pytest.fixture(scope="module")
def built(project):
    """One book: a page for each forest plot, and for each that does not exist."""
    pages = {
        "index": FOREST.format("hauser2009 pain"),
        "quality": FOREST.format("hauser2009 quality-of-life"),
        "back": FOREST.format("rubinstein2019"),
        "references": "```{bibliography}\n```\n",
    } | {name: FOREST.format(arguments) for name, (arguments, _) in UNKNOWN.items()}
    with project(front=FRONT, **pages) as made:
        return made


def results(html):
    return json.loads(
        re.search(r'<script type="application/json" data-results>(.*?)</script>', html, re.S)[1]
    )


def test_the_page_has_the_chart_its_choices_and_results_its_message_and_its_table(built):
    html = built.page()
    assert 'id="forest-hauser2009-pain"' in html
    assert html.count("charts.js") == html.count("triggerpoints/forest.js") == 1
    given = results(html)
    found = studies(HAUSER, "pain")
    assert given["names"] == [study.name for study in found]
    default = given["results"][list(MODELS).index("DL")][0][0]
    assert default[0] == pytest.approx(pool(found).effect.estimate)
    models = re.search(r'<select id="([^"]+)" data-choice="model".*?</select>', html, re.S)
    assert f'<label for="{models[1]}">How the studies are pooled</label>' in html
    assert models[0].count("<option") == len(MODELS)
    assert re.findall(r"selected>([^<]+)<", models[0]) == ["Effects differ (DerSimonian-Laird)"]
    intervals = re.search(r'data-choice="interval".*?</select>', html, re.S)[0]
    assert re.findall(r"selected>([^<]+)<", intervals) == ["usual"]
    left = re.search(r'data-choice="left-out".*?</select>', html, re.S)[0]
    assert left.count("<option") == len(found) + 1
    assert '<div class="tp-chart-bar" hidden>' in html  # without scripts there is nothing to choose
    layout = json.loads(
        re.search(r'</noscript><script type="application/json">(.*?)</script>', html, re.S)[1]
    )
    assert layout["narrow"]["layout.yaxis.showticklabels"] is False

    html = unescape(html)
    assert re.search(
        r'aria-label="Chart\. Antidepressants for fibromyalgia: pain\. 22 studies\. .*? as a table\."', html
    )
    assert '<p class="tp-forest-says">22 studies. Pooled effect −0.43, 95% interval −0.55 to −0.30' in html
    below = html.index('class="tp-forest-says"')  # with the words of the choices, before the plot
    assert html.index("</select>") < below < html.index("Hartung-Knapp looks at") < html.index('role="img"')
    assert " ".join(HAUSER.neighbour.split())[:60] in html
    assert "Reproduced: the published result comes out to the last printed digit." in html
    assert "Häuser" in html
    still = ElementTree.fromstring(re.search(r'<svg class="tp-forest-still".*?</svg>', html, re.S)[0])
    assert still.get("role") == "img" and "Pooled effect −0.43" in still.find("title").text
    words = [part.text for part in still.iter("text")]
    assert [study.name in words for study in found] == [True] * len(found)
    assert words[words.index("Pooled") + 1] == "−0.43 (−0.55 to −0.30)" and "As published" in words
    heaviest = max(still.iter("rect"), key=lambda square: float(square.get("width")))
    weights = pool(found).weights
    assert list(still.iter("rect")).index(heaviest) == weights.index(max(weights))
    left, tip, right = (
        float(point.split(",")[0]) for point in still.find("polygon").get("points").split()[:3]
    )
    assert left < tip < right

    (table,) = built.doctree().findall(lambda node: node.tagname == "table")
    rows = [
        [cell.astext() for cell in row.children] for row in table.findall(lambda node: node.tagname == "row")
    ]
    assert rows[0] == ["Study", "Standardised mean difference (95% interval)", "Weight", "People"]
    assert len(rows) == 1 + 22 + 3
    assert rows[-3][:2] == ["Pooled", "−0.43 (−0.55 to −0.30)"]


def test_a_builder_of_plain_text_prints_the_words(build):
    built = build("text", index=FOREST.format("hauser2009 pain") + "\n```{bibliography}\n```\n")
    text = " ".join((built.out / "index.txt").read_text(encoding="utf-8").split())
    assert "22 studies. Pooled effect −0.43" in text
    assert "Kempenaers 1994" in text


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (
            "quality",
            "Not reproduced: fewer than two of the three printed figures come out. Printed: −0.31",
        ),
        ("back", "own pooled result, so there is nothing to hold ours to"),
    ],
)
def test_what_differs_from_print_or_was_not_seen_is_not_called_reproduced(built, page, words):
    html = built.page(f"{page}.html")
    assert words in unescape(html)
    assert "Reproduced: the published" not in html
    assert ("As published" in html) == (page == "quality")  # what was not seen is not drawn


def test_an_unknown_name_is_one_sentence_and_nothing_else_is_wrong(built):
    said = built.warnings.splitlines()
    assert len(said) == len(UNKNOWN)
    for name, (_, message) in UNKNOWN.items():
        assert any(f"{name}.md:" in line and message in line for line in said)
