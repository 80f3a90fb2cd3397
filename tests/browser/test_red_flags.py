"""The red flags of a chapter read as a compact checklist on a phone, with nothing of it hidden."""

import pytest

pytestmark = pytest.mark.browser

MEASURES = """all => all.map(item => {
  const [sign, summary] = [item.querySelector(":scope > p:last-of-type"), item.querySelector("summary")];
  const [above, below] = [sign.getBoundingClientRect(), summary.getBoundingClientRect()];
  const seen = [...item.querySelectorAll(":scope > p")].every(one => one.checkVisibility());
  return { seen, gap: below.top - above.bottom, target: below.height };
})"""


def test_red_flags_are_a_compact_checklist(book, open_page):
    page = open_page(width=390, height=844)
    page.goto(f"{book}/book/neck_head_shoulder.html", wait_until="load")
    items = page.locator(".tp-red-flags > li").evaluate_all(MEASURES)
    assert len(items) > 30
    assert all(item["seen"] and item["gap"] < 8 and item["target"] >= 24 for item in items)
