"""Each directive: the host's markup, the whole content in words, and an error that helps for unknown ids."""

import json
import re
from typing import get_args

import pytest
from page_text import words_of

from triggerpoints import Atlas, Evidence
from triggerpoints.atlas._model import Action
from triggerpoints.questions import practice_sets, read_items
from triggerpoints.sphinxext._nodes import widget_host

FRONT = "---\nreviewed: 2026-11-21\norphan: true\n---\n# Title\n\n"
ATLAS = Atlas()
NOT_PRESSED = next(one for one in ATLAS.muscles.values() if any(not p.pressed for p in one.trigger_points))
CLAIM = next(claim for claim in Evidence().claims.values() if claim.cite)
PARTS = [item.id for item in read_items(practice_sets()["peer-practice"]).item]
PART = "```{{quiz}} peer-practice\n:only: {}\n```\n\n"
PAGES = {
    "index": "Words.",
    "body_map": ":::{body-map}\n:muscle: infraspinatus\n:::",
    "hurts": ":::{body-map}\n:mode: hurts\n:zones: left:head_temporal neck_back\n:::",
    "abdomen": "```{region} abdomen\n```",
    "zones": "```{pain-table}\n```",
    "quiz": "```{quiz} neck-and-head\n```",
    "parts": PART.format(PARTS[2])
    + PART.format(f"{PARTS[4]} {PARTS[0]}")
    + "```{quiz} peer-practice\n:rest:\n```",
    "muscle": f"```{{muscle}} {NOT_PRESSED.id}\n```\n\n{{muscle}}`{NOT_PRESSED.id}`",
    "cards": "| A | B |\n| --- | --- |\n| c | d |\n\n"
    "```{muscle} infraspinatus scaleni pterygoideus_lateralis\n```",
    "claim": f"```{{claim}} {CLAIM.id}\n```",
    "references": "```{bibliography}\n:all:\n```",
}


@pytest.fixture(scope="module")
def built(project):
    """One book with a page for each directive."""
    with project(front=FRONT, **PAGES) as made:
        return made


def model(html):
    """Return the state in the first host of a page."""
    return json.loads(
        re.search(r'class="tp-host[^>]*><script type="application/json">(.*?)</script>', html)[1]
    )


def test_the_book_is_built_without_a_word(built):
    assert built.warnings == ""


def test_body_map_is_a_host_with_its_props(built):
    html = built.page("body_map.html")
    state = model(html)
    assert state["kind"] == "body-map"
    assert state["props"] == {"mode": "explore", "muscle": "infraspinatus"}
    version = state["assets"].pop("version")
    assert state["assets"].pop("pages")["rectus_abdominis"] == "abdomen.html#muscle-rectus-abdominis"
    assert state["assets"].pop("read_on") == [], "this book has none of the pages"
    assert state["assets"] == {
        "atlas": None,
        "figures": None,
        "citations": None,
        "base": "_static/triggerpoints",
    }
    assert re.fullmatch("[0-9a-f]{10}", version)
    assert f'data-module="_static/triggerpoints/triggerpoints.js?v={version}"' in html
    for name in ("atlas.json", "front.svg", "triggerpoints.js", "page.js", "triggerpoints.css"):
        assert (built.out / "_static" / "triggerpoints" / name).is_file()


def test_body_map_without_javascript_names_points_and_zones(built):
    html = built.page("body_map.html")
    fallback = html[html.index("tp-fallback") :]
    assert re.search(r'<img[^>]+src="_static/triggerpoints/back\.svg\?v=[^"]+" alt="[^"]+"', fallback)
    for point in ATLAS.muscles["infraspinatus"].trigger_points:
        for zone in point.essential:
            assert ATLAS.zones[zone].name in words_of(fallback)


def test_body_map_in_hurts_mode_leads_to_the_table_of_all_zones(built):
    html = built.page("hurts.html")
    assert model(html)["props"] == {"mode": "hurts", "zones": ["left:head_temporal", "neck_back"]}
    assert 'href="zones.html#where-it-hurts-in-words"' in html
    words = words_of(built.page("zones.html"))
    assert all(zone.name in words for zone in ATLAS.zones.values())
    assert all(
        question in words.replace("&lt;", "<")
        for flag in ATLAS.red_flags.values()
        if not flag.zones
        for question in flag.questions
    )


def test_the_table_of_zones_asks_the_most_urgent_first(built):
    words = built.page("zones.html").replace("&lt;", "<")
    before, after = words.partition("<details")[0].split("During and after a session:")
    general = [flag for flag in ATLAS.red_flags.values() if not flag.zones]
    for part, when in ((before, True), (after, False)):
        listed = {flag: part.index(f"{flag.sign}.") for flag in general if (flag.asked == "before") == when}
        actions = [get_args(Action).index(flag.action) for flag in sorted(listed, key=listed.get)]
        assert len(set(actions)) > 1
        assert actions == sorted(actions)


def test_quiz_holds_the_set_and_shows_every_question_and_answer_in_words(built):
    items = read_items(practice_sets()["neck-and-head"])
    html = built.page("quiz.html")
    state = model(html)
    assert state["kind"] == "quiz"
    assert state["props"]["judged"] is True
    assert [item["id"] for item in state["props"]["set"]["item"]] == [item.id for item in items.item]
    assert 'data-key="triggerpoints:neck-and-head"' in html
    cited = {key for item in items.item for key in item.cite}
    assert set(state["assets"]["citations"]) == cited
    assert state["assets"]["citations"]["Kearns2019"]["label"] == "Kearns et al., 2019"
    host = next(built.doctree("quiz").findall(widget_host)).astext()
    for item in items.item:
        assert " ".join(item.prompt.split()) in " ".join(host.split())
        for option in getattr(item, "options", ()):
            assert option.text in host
    assert html.count("<details") >= len(items.item)


def test_a_set_in_parts_shows_each_question_once_and_counts_through_the_page(built):
    html = built.page("parts.html")
    hosts = list(built.doctree("parts").findall(widget_host))
    shown = [[item["id"] for item in host["state"]["props"]["set"]["item"]] for host in hosts]
    assert shown == [[PARTS[2]], [PARTS[4], PARTS[0]], [PARTS[1], PARTS[3]]]
    assert [host["state"]["props"].get("layout") for host in hosts] == ["check", "check", None]
    assert [host["state"]["props"].get("start", 1) for host in hosts] == [1, 2, 4]
    assert {host["key"] for host in hosts} == {"triggerpoints:peer-practice"}
    assert re.findall(r'<ol class="arabic[^"]*"(?: start="(\d)")?', html) == ["", "2", "4"]
    assert html.count("Check yourself") == 2
    assert "Five questions" not in html, "the introduction speaks of the whole set"
    for host in hosts:
        cited = {key for item in host["state"]["props"]["set"]["item"] for key in item["cite"]}
        assert set(host["state"]["assets"]["citations"]) == cited


def test_muscle_puts_cautions_before_anatomy_and_names_what_is_not_pressed(built):
    html = built.page("muscle.html")
    said = words_of(html)
    warning = said.partition("Before you touch")[2].partition("Origin")[0]
    assert NOT_PRESSED.cautions[0].how_sure.lower() in warning.lower()
    assert said.index("Before you touch") < said.index("Origin") < said.index("Shown, not pressed")
    assert NOT_PRESSED.origin.how_sure.lower() in said.lower()
    assert f'id="muscle-{NOT_PRESSED.id.replace("_", "-")}"' in html


def test_a_builder_without_html_prints_the_whole_record(build):
    muscles = [ATLAS.muscles[name] for name in ("infraspinatus", "scm_sternal", "trapezius_superior")]
    pages = {one.id: f"```{{muscle}} {one.id}\n```" for one in muscles}
    built = build("text", front=FRONT, index="Words.", **pages)
    assert built.warnings == ""
    for one in muscles:
        printed = " ".join(built.page(f"{one.id}.txt").split())
        assert one.latin_name.split()[0] in printed
        assert all(point.label.split()[0] in printed for point in one.trigger_points)


def test_claim_shows_verdict_reason_certainty_and_real_citations(built):
    html = built.page("claim.html")
    said = words_of(html)
    assert f"Verdict: {CLAIM.verdict} . How sure is the verdict: {CLAIM.certainty}." in said
    links = re.findall(r'<a class="reference internal" href="references\.html#(id\d+)"', html)
    assert len(links) >= len(CLAIM.cite)
    assert all(f'id="{link}"' in built.page("references.html") for link in links)


def test_anywidget_serves_its_module_and_keeps_the_body_as_the_model(build, tmp_path):
    (tmp_path / "dots.js").write_text("export default { render() {} }", encoding="utf-8")
    (tmp_path / "dots.css").write_text("p { color: red }", encoding="utf-8")
    built = build(index=':::{anywidget} ./dots.js\n:class: tall\n:css: ./dots.css\n{"a": "</script>"}\n:::')
    assert built.warnings == ""
    assert model(built.page()) == {"a": "</script>"}
    module, css = (re.search(rf'data-{name}="([^"]+)"', built.page())[1] for name in ("module", "css"))
    assert (built.out / module).read_text(encoding="utf-8").startswith("export default")
    assert (built.out / css).is_file()
    assert 'class="tp-host tall"' in built.page()


UNKNOWN = (
    ("```{muscle} infraspinatu\n```", "There is no muscle 'infraspinatu'; did you mean infraspinatus"),
    ("```{body-map}\n:muscle: zzz\n```", "There is no muscle 'zzz'; there are "),
    ("```{body-map}\n:zones: neck_bak\n```", "There is no zone 'neck_bak'; did you mean neck_back"),
    (
        "```{quiz} neck-and-hed\n```",
        "There is no practice set 'neck-and-hed'; did you mean neck-and-head",
    ),
    (
        "```{quiz} peer-practice\n:only: stop-in-a-hol\n```",
        "There is no question in 'peer-practice' called 'stop-in-a-hol'; did you mean stop-in-a-hold",
    ),
    (
        "```{quiz} peer-practice\n:only:\n```",
        "No question of 'peer-practice' is left to show here; name one.",
    ),
    ("```{quiz} peer-practice\n:only: stop-in-a-hold\n:rest:\n```", "takes :only: or :rest:, not both"),
    (
        "```{quiz} peer-practice\n:only: stop-in-a-hold\n```\n\n```{quiz} peer-practice\n```",
        "The question 'stop-in-a-hold' of 'peer-practice' stands on this page twice",
    ),
    (
        "```{quiz} peer-practice\n```\n\n```{quiz} peer-practice\n:rest:\n```",
        "No question of 'peer-practice' is left to show here; take one out",
    ),
    ("```{claim} C99\n```", "There is no claim 'C99'"),
    ("```{anywidget} https://example.org/w.js\n```", "the book loads nothing from other hosts"),
    ("```{anywidget} missing.js\n```", "there is no such file"),
    ("```{anywidget} conf.py\n{broken\n```", "The body of {anywidget} is not JSON"),
    ("{muscle}`nobody`", "There is no muscle 'nobody'"),
)


def test_an_unknown_id_is_an_error_with_file_and_line(build):
    pages = {f"page{number}": source for number, (source, _) in enumerate(UNKNOWN)}
    warnings = build(index="", **pages).warnings.splitlines()
    for (_, message), name in zip(UNKNOWN, pages, strict=True):
        own = " ".join(line for line in warnings if f"{name}.md:" in line)
        assert message in own
        assert re.search(rf"{name}\.md:\d+: ERROR", own)


def test_muscles_are_closed_cards_of_a_name_and_where_the_pain_is_described_first(built):
    cards = re.findall(
        r'<details class="tp-details tp-muscle" id="([^"]+)"><summary>(.*?)</summary>',
        built.page("cards.html"),
    )
    assert [target for target, _ in cards] == [
        "muscle-infraspinatus",
        "muscle-scaleni",
        "muscle-pterygoideus-lateralis",
    ]
    infraspinatus, scaleni, pterygoid = (words_of(summary) for _, summary in cards)
    assert infraspinatus == "Infraspinatus front of shoulder"
    assert scaleni.endswith("; and 4 more")
    assert pterygoid.endswith("(shown, not pressed)")


def test_header_cells_say_what_they_head(built):
    html = built.page("cards.html")
    assert (
        re.findall(r"<th\b[^>]*>", html.partition("tp-muscles")[0]) == ['<th scope="col" class="head">'] * 2
    )
    heads = re.findall(r"<th\b[^>]*>", html)
    assert '<th scope="row" class="stub">' in heads
    assert all("scope=" in head for head in heads)
