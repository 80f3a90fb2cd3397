"""What Chromium hands to a screen reader in the main flow: roles, names, states and what is announced.

This reads the tree of accessibility as text. It is no test with a screen reader: how NVDA, JAWS, VoiceOver or
TalkBack say it, and whether a person finds the way by it, is not known from here.
"""

import pytest
from on_page import check, settle, stops

from triggerpoints import Atlas

pytestmark = pytest.mark.browser
SILENT = {"none", "generic", "InlineTextBox", "StaticText", "ListMarker", "LayoutTable"}
STATES = ("pressed", "checked", "expanded", "disabled", "level", "live")


@pytest.fixture
def spoken(body_map):
    """Return a function that opens a body map, and gives the page and a reader of what is spoken there."""

    def opened(**props):
        page = body_map(**props)
        session = page.context.new_cdp_session(page)

        def read():
            settle(page)
            nodes = session.send("Accessibility.getFullAXTree")["nodes"]
            known = {node["nodeId"]: node for node in nodes}
            lines = []

            def go(node, within):
                role, name = (
                    " ".join(node.get(key, {}).get("value", "").split()) for key in ("role", "name")
                )
                if not node["ignored"] and role not in SILENT:
                    states = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
                    lines.append((within, role, name, {key: states[key] for key in STATES if key in states}))
                    within = name if role in ("group", "region", "status", "alert") and name else within
                for child in node.get("childIds", ()):
                    if child in known:
                        go(known[child], within)

            go(nodes[0], "")
            return lines

        return page, read

    return opened


def find(lines, role, name, within=None):
    """Return the states of the one ``role`` called ``name``."""
    found = [line for line in lines if line[1] == role and line[2] == name and within in (None, line[0])]
    assert len(found) == 1, f"{len(found)} × {role} “{name}”"
    return found[0][3]


def announced(page):
    return page.locator("[role=status]").inner_text()


def test_what_a_screen_reader_is_given_on_the_way_from_pain_to_a_muscle(spoken):
    page, read = spoken(mode="hurts")
    lines = read()
    nameless = [line for line in lines if line[1] in ("button", "checkbox", "link", "searchbox", "combobox")]
    assert nameless and all(name.strip() for _, _, name, _ in nameless)
    assert find(lines, "button", "Where does it hurt?")["pressed"] == "true"
    assert find(lines, "button", "Explore a muscle")["pressed"] == "false"
    assert find(lines, "searchbox", "Search for a place") is not None
    assert find(lines, "button", "Forehead, left", "Front view")["pressed"] == "false"
    assert not [line for line in lines if line[1] in ("image", "img", "graphics-symbol", "SvgRoot")]

    stops(page).focus()
    page.locator("[data-list] button[data-zone=head_frontal][data-side=left]").press("Enter")
    lines = read()
    assert announced(page) == "Forehead, left, selected. 1 chosen."
    assert find(lines, "button", "Forehead, left", "Front view")["pressed"] == "true"
    find(lines, "button", "Take away: Forehead, left", "Chosen")

    check(page)
    lines = read()
    find(lines, "heading", "Safety check first")
    groups = [name for _, role, name, _ in lines if role == "group" and "Is any of these true?" in name]
    assert len(groups) >= 3 and groups[0].startswith("Call an ambulance")
    nones = [line for line in lines if line[1] == "checkbox" and line[2] == "None of these"]
    assert {line[0] for line in nones} == set(groups), "each “None of these” is in a group with a name"
    assert all(states["checked"] == "true" for *_, states in nones)

    page.locator("[data-action=questions-done]").press("Enter")
    lines = read()
    find(lines, "heading", "Candidate muscles")
    assert announced(page).endswith("candidate muscles.")
    page.locator("[data-candidate]").first.press("Enter")
    lines = read()
    muscle = page.locator("[data-card]").get_attribute("data-card")
    name = Atlas().muscles[muscle].english_name
    find(lines, "heading", name)
    assert announced(page) == f"{name} opened in “Explore a muscle”."
    assert page.evaluate("document.activeElement.textContent") == name
    assert find(lines, "button", "left side", "Side shown")["pressed"] == "true"

    point = Atlas().muscles[muscle].trigger_points[0]
    page.locator(f"button[data-point={point.id}]").press("Enter")
    lines = read()
    assert find(lines, "button", point.label, point.label)["pressed"] == "true"
    assert point.label in announced(page)


def test_an_emergency_is_an_alert_with_a_number_to_call(spoken):
    page, read = spoken(mode="hurts", zones=["left:head_frontal"])
    page.get_by_role("button", name="Next: safety check").press("Enter")
    page.locator("[data-sign]").first.check()
    lines = read()
    alerts = [line for line in lines if line[1] == "alert"]
    assert len(alerts) == 1
    assert "The finder has stopped" in page.locator("[role=alert]").inner_text()
    assert [name for _, role, name, _ in lines if role == "link" and name.startswith("Call ")]
    assert not [line for line in lines if line[2] == "Candidate muscles"]


def test_the_figure_is_read_from_head_to_foot_as_the_list_is(spoken):
    """The shapes stand in the order of drawing; ``aria-owns`` gives the order of reading."""
    _, read = spoken(mode="hurts")
    lines = read()
    listed = [name for within, role, name, _ in lines if role == "button" and ", " in name]
    zones = [zone.name for zone in Atlas().zones.values()]
    own = [name.rpartition(", ")[0] for name in listed]
    place = {name: at for at, name in enumerate(dict.fromkeys(name for name in own if name in zones))}
    assert sorted(place) == sorted(zones)
    for view in ("Front view", "Back view", "Side of head view"):
        read_out = [name for within, role, name, _ in lines if role == "button" and within == view]
        ranks = [(place[name.rpartition(", ")[0]], name.endswith("right")) for name in read_out]
        assert len(ranks) > 10 and ranks == sorted(ranks), view


def test_help_stands_at_the_same_place_in_every_mode(spoken):
    page, read = spoken(mode="explore", muscle="infraspinatus")
    last = "Help with this map"
    for mode in ("hurts", "explore"):
        page.locator(f"[data-choice='mode:{mode}']").click()
        lines = read()
        assert [name for _, role, name, _ in lines if role == "DisclosureTriangle"][-1] == last
        after = page.locator(".tp-help").evaluate("one => one.nextElementSibling.className")
        assert after == "tp-status"
    page.locator(".tp-help summary").press("Enter")
    said = page.locator(".tp-help").inner_text()
    assert all(word in said for word in ("By keyboard", "By touch", "screen reader", "Page Down"))
