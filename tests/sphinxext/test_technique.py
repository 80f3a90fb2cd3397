"""``{technique}``: what a page, and a builder without HTML, gets of an animation."""

import json
import re
from html import unescape

from triggerpoints.animations import animations


def ask(name):
    return f"```{{technique}} {name}\n```\n\n"


def text_of(html):
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)))


def test_a_page_has_the_steps_in_words_and_in_stills(project):
    page = f"{ask('pincer-palpation')}{ask('where-not-to-press')}```{{bibliography}}\n```"
    wrong = ask("pincer-palpaton") + ask("stripping") + ask("stripping")
    with project(index=page, wrong=wrong, plain="Words.") as built:
        assert "There is no technique 'pincer-palpaton'; did you mean pincer-palpation" in built.warnings
        assert "'stripping' is on this page already" in built.warnings
        assert built.warnings.count("ERROR") == 2
        html, plain = built.page(), built.page("plain.html")
    assert html.count("triggerpoints/technique.js") == 1 and "technique.css" in html
    assert "technique.js" not in plain and "technique.css" not in plain
    for technique in (animations()["pincer-palpation"], animations()["where-not-to-press"]):
        figure = html[html.index(f'id="technique-{technique.id}"') :]
        figure = figure[: figure.index("</figure>")]
        listed = figure[figure.index("<ol") : figure.index("</ol>")]
        items = re.findall(r"<li>(.*?)</li>", listed, re.DOTALL)
        assert len(items) == len(technique.step)
        for item, step in zip(items, technique.step, strict=True):
            assert step.caption in text_of(item)
            assert f'aria-label="{step.shows}"' in unescape(item)
            assert item.count("<svg") == len(technique.picture)
        for name in re.findall(r'href="#(tq-[^"]+)"', figure):
            assert f'<g id="{name}">' in figure
        assert technique.safety in text_of(figure)
        assert figure.index("tp-tq-safety") < figure.index("tp-tq-stage")
        data = json.loads(re.search(r'<script type="application/json">(.*?)</script>', figure)[1])
        assert [step["caption"] for step in data["steps"]] == [step.said for step in technique.step]
        parts = {part.id for picture in technique.picture for part in picture.part}
        assert data["starts"].keys() == parts
        assert 'data-action="play">Play<' in figure and "autoplay" not in figure
    assert "Rests on tradition." in html and "jmedicalcasereports" not in html
    assert 'href="https://doi.org/10.1186/s13256-021-02680-1"' in html  # from the atlas' record


def test_other_builders_print_the_words(build):
    built = build("text", index=ask("stripping"))
    said = re.sub(r"\s+", " ", (built.out / "index.txt").read_text(encoding="utf-8"))
    for step in animations()["stripping"].step:
        assert step.caption in said and step.shows in said
    assert "Play" not in said
