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

REFERENCES = "\n\n```{bibliography}\n:all:\n```\n"


def model(html):
    """Return the state in the first host of a page."""
    return json.loads(
        re.search(r'class="tp-host[^>]*><script type="application/json">(.*?)</script>', html)[1]
    )


def test_body_map_is_a_host_with_its_props(build):
    built = build(
        index=":::{body-map}\n:muscle: infraspinatus\n:::",
    )
    assert built.warnings == ""
    html = built.page()
    state = model(html)
    assert state["kind"] == "body-map"
    assert state["props"] == {"mode": "explore", "muscle": "infraspinatus"}
    version = state["assets"].pop("version")
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


def test_a_body_map_knows_where_the_book_has_the_record_of_a_muscle(build):
    built = build(index=":::{body-map}\n:::\n", shoulder="```{region} shoulder\n```")
    pages = model(built.page())["assets"]["pages"]
    assert pages["infraspinatus"] == "shoulder.html#muscle-infraspinatus"


def test_body_map_without_javascript_names_points_and_zones(build):
    html = build(index=":::{body-map}\n:muscle: infraspinatus\n:::").page()
    fallback = html[html.index("tp-fallback") :]
    assert re.search(r'<img[^>]+src="_static/triggerpoints/back\.svg\?v=[^"]+" alt="[^"]+"', fallback)
    atlas = Atlas()
    for point in atlas.muscles["infraspinatus"].trigger_points:
        for zone in point.essential:
            assert atlas.zones[zone].name in words_of(fallback)


def test_body_map_in_hurts_mode_leads_to_the_table_of_all_zones(build):
    built = build(
        index=":::{body-map}\n:mode: hurts\n:zones: left:head_temporal neck_back\n:::\n\n"
        "```{toctree}\nwords\n```",
        words="```{pain-table}\n```",
    )
    assert built.warnings == ""
    assert model(built.page())["props"] == {"mode": "hurts", "zones": ["left:head_temporal", "neck_back"]}
    assert 'href="words.html#where-it-hurts-in-words"' in built.page()
    words = words_of(built.page("words.html"))
    atlas = Atlas()
    assert all(zone.name in words for zone in atlas.zones.values())
    assert all(
        question in words.replace("&lt;", "<")
        for flag in atlas.red_flags.values()
        if not flag.zones
        for question in flag.questions
    )


def test_the_table_of_zones_asks_the_most_urgent_first(build):
    words = build(index="```{pain-table}\n```").page().replace("&lt;", "<")
    before, after = words.partition("<details")[0].split("During and after a session:")
    general = [flag for flag in Atlas().red_flags.values() if not flag.zones]
    for part, when in ((before, True), (after, False)):
        listed = {flag: part.index(f"{flag.sign}.") for flag in general if (flag.asked == "before") == when}
        actions = [get_args(Action).index(flag.action) for flag in sorted(listed, key=listed.get)]
        assert len(set(actions)) > 1
        assert actions == sorted(actions)


def test_quiz_holds_the_set_and_shows_every_question_and_answer_in_words(build):
    items = read_items(practice_sets()["neck-and-head"])
    built = build(index="```{quiz} neck-and-head\n```" + REFERENCES)
    assert built.warnings == ""
    state = model(built.page())
    assert state["kind"] == "quiz"
    assert state["props"]["judged"] is True
    assert [item["id"] for item in state["props"]["set"]["item"]] == [item.id for item in items.item]
    assert 'data-key="triggerpoints:neck-and-head"' in built.page()
    cited = {key for item in items.item for key in item.cite}
    assert set(state["assets"]["citations"]) == cited
    assert state["assets"]["citations"]["Kearns2019"]["label"] == "Kearns et al., 2019"
    host = next(built.doctree.findall(widget_host)).astext()
    for item in items.item:
        assert " ".join(item.prompt.split()) in " ".join(host.split())
        for option in getattr(item, "options", ()):
            assert option.text in host
    assert built.page().count("<details") >= len(items.item)


def test_a_set_in_parts_shows_each_question_once_and_counts_through_the_page(build):
    items = [item.id for item in read_items(practice_sets()["peer-practice"]).item]
    part = "```{{quiz}} peer-practice\n:only: {}\n```\n\n"
    built = build(
        index=part.format(items[2])
        + part.format(f"{items[4]} {items[0]}")
        + "```{quiz} peer-practice\n:rest:\n```"
        + REFERENCES
    )
    assert built.warnings == ""
    hosts = list(built.doctree.findall(widget_host))
    shown = [[item["id"] for item in host["state"]["props"]["set"]["item"]] for host in hosts]
    assert shown == [[items[2]], [items[4], items[0]], [items[1], items[3]]]
    assert [host["state"]["props"].get("layout") for host in hosts] == ["check", "check", None]
    assert [host["state"]["props"].get("start", 1) for host in hosts] == [1, 2, 4]
    assert {host["key"] for host in hosts} == {"triggerpoints:peer-practice"}
    assert re.findall(r'<ol class="arabic[^"]*"(?: start="(\d)")?', built.page()) == ["", "2", "4"]
    assert built.page().count("Check yourself") == 2
    assert "Five questions" not in built.page(), "the introduction speaks of the whole set"
    for host in hosts:
        cited = {key for item in host["state"]["props"]["set"]["item"] for key in item["cite"]}
        assert set(host["state"]["assets"]["citations"]) == cited


def test_muscle_puts_cautions_before_anatomy_and_names_what_is_not_pressed(build):
    atlas = Atlas()
    shown = next(m for m in atlas.muscles.values() if any(not p.pressed for p in m.trigger_points))
    built = build(index=f"```{{muscle}} {shown.id}\n```\n\n{{muscle}}`{shown.id}`")
    assert built.warnings == ""
    said = words_of(built.page())
    warning = said.partition("Before you touch")[2].partition("Origin")[0]
    assert shown.cautions[0].how_sure.lower() in warning.lower()
    assert said.index("Before you touch") < said.index("Origin") < said.index("Shown, not pressed")
    assert shown.origin.how_sure.lower() in said.lower()
    target = f"muscle-{shown.id.replace('_', '-')}"
    assert f'id="{target}"' in built.page()


@pytest.mark.parametrize("muscle", ["infraspinatus", "scm_sternal", "trapezius_superior"])
def test_muscle_is_whole_in_a_builder_without_html(build, muscle):
    record = Atlas().muscles[muscle]
    built = build("text", index=f"```{{muscle}} {muscle}\n```")
    printed = " ".join((built.out / "index.txt").read_text(encoding="utf-8").split())
    assert built.warnings == ""
    assert record.latin_name.split()[0] in printed
    assert all(point.label.split()[0] in printed for point in record.trigger_points)


def test_claim_shows_verdict_reason_certainty_and_real_citations(build):
    claim = next(claim for claim in Evidence().claims.values() if claim.cite)
    built = build(index=f"```{{claim}} {claim.id}\n```" + REFERENCES)
    assert built.warnings == ""
    said = words_of(built.page())
    assert f"Verdict: {claim.verdict} . How sure is the verdict: {claim.certainty}." in said
    links = re.findall(r'<a class="reference internal" href="#(id\d+)"', built.page())
    assert len(links) >= len(claim.cite)
    assert all(f'id="{link}"' in built.page() for link in links)


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


def test_muscles_are_closed_cards_of_a_name_and_where_the_pain_is_described_first(build):
    built = build(index="```{muscle} infraspinatus scaleni pterygoideus_lateralis\n```")
    assert built.warnings == ""
    cards = re.findall(
        r'<details class="tp-details tp-muscle" id="([^"]+)"><summary>(.*?)</summary>', built.page()
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


def test_header_cells_say_what_they_head(build):
    html = build(index="| A | B |\n| --- | --- |\n| c | d |\n\n```{muscle} infraspinatus\n```").page()
    assert (
        re.findall(r"<th\b[^>]*>", html.partition("tp-muscles")[0]) == ['<th scope="col" class="head">'] * 2
    )
    heads = re.findall(r"<th\b[^>]*>", html)
    assert '<th scope="row" class="stub">' in heads
    assert all("scope=" in head for head in heads)
