"""What WCAG 2.2 asks of a body map and no other test of the widgets looks at.

The rows of the checklist, with the test of each, stand in docs/quality/wcag22_bodymap.md.
"""

import base64
import itertools
import re
from pathlib import Path

import pytest
from on_page import check, status, stops, tab_to

from triggerpoints import Atlas

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
SHEET = Path(__file__).parents[2] / "docs" / "quality" / "wcag22_bodymap.md"
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important }
* { word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""
# A name that is only said, not seen, is cut to one pixel on purpose.
CUT = """() => [...document.querySelectorAll('.tp-body-map :is(button, p, li, dt, dd, label, legend)')]
  .filter(one => one.checkVisibility() && !one.closest('.tp-unseen, .tp-skip')
    && getComputedStyle(one).overflow !== 'visible'
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
  .map(one => one.outerHTML.slice(0, 120))"""
COVERED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
  return one === document.body || one.contains(top) || top?.contains(one) ? '' :
    `${one.outerHTML.slice(0, 100)} under ${top?.outerHTML.slice(0, 100)}`;
}"""
COLOUR = """([name, property]) => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const probe = document.querySelector('.tp-body-map').appendChild(document.createElement('i'));
  probe.style.color = `var(${name})`;
  canvas.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
}"""

# The grey of what is seen inside some shapes, and how much it varies there (its pattern and its outline), in
# levels of 255. A mark that lies over another one counts for itself.
GREY = """async ([url, shapes]) => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  [canvas.canvas.width, canvas.canvas.height] = [image.width, image.height];
  canvas.drawImage(image, 0, 0);
  const seen = {};
  for (const [name, selector] of Object.entries(shapes)) {
    const one = document.querySelector(`.tp-stage ${selector}`), box = one.getBBox(), greys = [];
    const marked = one.ownerSVGElement.querySelectorAll('[data-mark]:not([data-off])');
    const over = [...marked].filter(it => it !== one);
    for (let at = 0; at < 3600; at++) {
      const [across, down] = [(at % 60 + 0.5) / 60, (Math.floor(at / 60) + 0.5) / 60];
      const spot = new DOMPoint(box.x + across * box.width, box.y + down * box.height);
      if (!one.isPointInFill(spot) || over.some(it => it.isPointInFill(spot))) continue;
      const { x, y } = spot.matrixTransform(one.getScreenCTM());
      const [r, g, b] = canvas.getImageData(Math.round(x), Math.round(y), 1, 1).data;
      greys.push(0.2126 * r + 0.7152 * g + 0.0722 * b);
    }
    const mean = greys.reduce((sum, it) => sum + it, 0) / greys.length;
    const spread = Math.sqrt(greys.reduce((sum, it) => sum + (it - mean) ** 2, 0) / greys.length);
    seen[name] = { count: greys.length, mean, spread };
  }
  return seen;
}"""
APART = 20  # levels of grey that an eye tells apart beside each other


def contrast(one, other):
    """The contrast ratio of two sRGB colours (WCAG 2.2, relative luminance)."""

    def luminance(colour):
        parts = [c / 255 for c in colour]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_list_runs_from_head_to_foot_by_body_part_then_muscle(body_map):
    page = body_map()
    parts = page.eval_on_selector_all(
        "[data-list=muscle] ul, [data-list=muscle] ol",
        "all => all.map(one => [...one.querySelectorAll('[data-muscle]')].map(b => b.dataset.muscle))"
        ".filter(ids => ids.length)",
    )
    atlas = Atlas()
    regions = [[atlas.muscles[muscle].region for muscle in part] for part in parts]
    assert all(len(set(part)) == 1 for part in regions), "a group of the list is one body part"
    order = [part[0] for part in regions]
    assert order == list(dict.fromkeys(order)) and order[0] == "head" and order[-1] == "foot"
    assert sorted(itertools.chain(*parts)) == sorted(atlas.muscles)


def test_every_mark_differs_in_pattern_or_line_not_in_colour_alone(body_map):
    page = body_map(muscle="infraspinatus")
    look = """mark => { const one = document.querySelector(`path[data-mark=${mark}]:not([data-off])`);
      const style = one && getComputedStyle(one);
      return one && [/url/.test(style.fill), style.strokeDasharray !== 'none',
        document.querySelector('.tp-top .line') !== null && mark === 'chosen'].join() }"""
    looks = [page.evaluate(look, mark) for mark in ("chosen", "essential", "spillover")]
    assert None not in looks and len(set(looks)) == 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lines_and_rings_stand_out_from_what_they_touch(body_map, theme):
    page = body_map()
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")

    def colour(name):
        return page.evaluate(COLOUR, [f"--tp-{name}", "color"])

    pairs = [
        ("line", "skin"), ("line", "surface"), ("muscle-line", "muscle"), ("chosen", "surface"),
        ("border", "surface"), ("essential", "skin"), ("ring-inner", "muscle"), ("ring-inner", "ring-outer"),
    ]  # fmt: skip
    low = {pair: round(contrast(colour(pair[0]), colour(pair[1])), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 3} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_mark_is_told_from_the_others_in_grey(body_map, theme):
    """A picture of the figure without colour: what is marked differs in grey or in pattern."""
    page = body_map(muscle="infraspinatus")
    page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
    page.evaluate("document.documentElement.style.filter = 'grayscale(1)'")
    page.evaluate("document.querySelector('.tp-stage').scrollIntoView()")
    shapes = {
        "chosen": "[data-view=back] path[data-muscle=infraspinatus][data-mark=chosen]",
        "essential": "[data-view=front] path[data-zone=shoulder_front][data-mark=essential]",
        "spillover": "[data-view=head_side] path[data-zone=shoulder_side][data-mark=spillover]",
        "not chosen": "[data-view=front] path[data-muscle=pectoralis_major][data-side=right]",
    }
    picture = base64.b64encode(page.screenshot()).decode()
    seen = page.evaluate(GREY, [f"data:image/png;base64,{picture}", shapes])
    assert all(one["count"] > 100 for one in seen.values()), seen
    for one, other in itertools.combinations(seen, 2):
        apart = [abs(seen[one][what] - seen[other][what]) for what in ("mean", "spread")]
        assert max(apart) >= APART, f"{one} and {other} look alike in grey: {apart}"


def test_switches_act_on_a_press_and_one_of_a_group_is_pressed(body_map):
    """View, layer and side act at once: as radios, an arrow key would choose while the focus only passes."""
    page = body_map(width=390, muscle="infraspinatus")
    groups = page.locator(".tp-body-map [data-choices]")
    assert groups.count() >= 4
    for group in groups.all():
        assert group.get_attribute("role") == "group" and group.get_attribute("aria-label")
        assert group.locator("button[aria-pressed=true]").count() == 1
        assert group.locator("button").count() == group.locator("button[aria-pressed]").count()
        pressed = group.locator("button[aria-pressed=true]").inner_text()
        for button in group.locator("button").all():
            button.focus()
            page.keyboard.press("ArrowRight")
        assert group.locator("button[aria-pressed=true]").inner_text() == pressed


def test_wider_spacing_cuts_nothing(body_map):
    page = body_map(width=320, muscle="infraspinatus")
    page.locator("[data-point]").first.click()
    page.add_style_tag(content=SPACING)
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_press_acts_on_release_and_can_be_taken_back(body_map):
    page = body_map()
    muscle = page.locator("[data-view=front] path[data-muscle=pectoralis_major][data-side=left]").first
    box = muscle.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    assert page.locator(".tp-card").count() == 0
    page.mouse.move(5, 5)
    page.mouse.up()
    assert page.locator(".tp-card").count() == 0


def test_the_focus_alone_chooses_nothing(body_map):
    page = body_map()
    before, address = status(page), page.url
    stops(page).focus()
    for key in ("ArrowDown", "PageDown", "ArrowLeft", "End"):
        page.keyboard.press(key)
    assert page.locator(".tp-card, path[aria-pressed=true]").count() == 0
    assert (status(page), page.url) == (before, address)


def test_letters_typed_outside_the_search_do_nothing(body_map):
    page = body_map()
    stops(page).focus()
    before = page.locator(".tp-body-map").inner_html()
    for key in "abhs?/1":
        page.keyboard.press(key)
    assert page.locator(".tp-body-map").inner_html() == before


def test_skip_links_lead_past_the_list_and_past_the_figure(body_map):
    page = body_map(muscle="infraspinatus")
    for words, place in (("Skip the list", ".tp-picture"), ("Skip the figure", ".tp-card-place")):
        link = page.locator(".tp-skip", has_text=words)
        link.focus()
        box = link.bounding_box()
        assert box["width"] > 40 and box["height"] >= 24, "it shows when it has the focus"
        page.keyboard.press("Enter")
        assert page.evaluate("place => document.activeElement.matches(place)", place)


def test_nothing_sticky_covers_what_has_the_focus(body_map):
    page = body_map(width=390, mode="hurts", zones=["head_frontal"])
    check(page, "RF01")
    covered = set()
    tab_to(page, ".tp-body-map button")
    for _ in range(60):
        page.keyboard.press("Tab")
        covered.add(page.evaluate(COVERED))
    assert covered == {""}


def test_nothing_moves_where_less_motion_is_wanted(site, open_page):
    page = open_page(reduced_motion="reduce")
    state = {"kind": "body-map", "props": {"muscle": "infraspinatus"}, "assets": {"base": "atlas"}}
    page.goto(site.add("still", site.host(state)))
    page.wait_for_selector(".tp-host[data-state=ready]")
    moving = page.eval_on_selector_all(
        ".tp-body-map, .tp-body-map *",
        "all => all.filter(one => { const s = getComputedStyle(one); return s.animationName !== 'none' ||"
        " s.transitionDuration.split(',').some(time => parseFloat(time) > 0)"
        " || s.scrollBehavior === 'smooth' })"
        ".map(one => one.outerHTML.slice(0, 80))",
    )
    assert moving == [], moving


def test_only_native_controls_and_roles_that_say_what_they_are(body_map):
    page = body_map(muscle="infraspinatus")
    roles = set(
        page.eval_on_selector_all(".tp-body-map [role]", "all => all.map(one => one.getAttribute('role'))")
    )
    assert roles <= {"button", "group", "status", "alert", "img", "tooltip"}
    assert page.locator(".tp-body-map [role=status]").count() == 1
    own = "path[role=button], circle[role=button]"  # a shape cannot be a native button
    assert page.locator(f".tp-body-map [role=button]:not({own})").count() == 0
    drawn_only = ".tp-stage svg [data-decor]:is([role], [aria-label], [tabindex])"
    assert page.locator(drawn_only).count() == 0


def test_what_is_seen_on_a_control_is_in_its_name_and_nothing_is_told_by_place_or_colour(body_map):
    page = body_map(muscle="infraspinatus")
    for mode in ("explore", "hurts"):
        page.locator(f"[data-choice='mode:{mode}']").click()
        page.evaluate(AXE.read_text(encoding="utf-8"))
        rule = "label-content-name-mismatch"
        found = page.evaluate(
            f"axe.run(document, {{runOnly: ['{rule}'], rules: {{'{rule}': {{enabled: true}}}}}})"
        )
        assert [node["html"] for violation in found["violations"] for node in violation["nodes"]] == []
        said = page.locator(".tp-body-map").inner_text()
        assert not re.search(
            r"\b(red|blue|orange|grey) (area|part|region|muscle)|(left|right) of the screen", said
        )


def test_each_muscle_is_described_by_its_relations(body_map):
    page = body_map()
    for muscle in ("infraspinatus", "masseter", "soleus"):
        page.locator(f"[data-list] button[data-muscle={muscle}]").click()
        said = page.locator(".tp-card").inner_text()
        assert re.search(r"A muscle of the .+ that lies ", said) and "Its pain is described at" in said


def test_each_row_of_the_sheet_names_a_test_that_exists():
    rows = re.findall(r"^\| (A11Y-\d\d) \|(.*)\|$", SHEET.read_text(encoding="utf-8"), re.M)
    assert [row for row, _ in rows] == [f"A11Y-{number:02}" for number in range(1, 49)]
    tests = Path(__file__).parents[1]
    known = {
        name
        for path in tests.rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.M)
    }
    for row, text in rows:
        result = text.split("|")[1].strip()
        named = set(re.findall(r"`(test_\w+)`", text))
        assert named <= known, f"{row} names {', '.join(sorted(named - known))}"
        assert result in ("pass", "partial", "fail", "not applicable", "not done"), row
        assert named or result != "pass", f"{row} passes and names no test"
