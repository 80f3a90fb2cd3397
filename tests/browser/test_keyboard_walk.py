"""The whole explorer and finder by keyboard alone: after each key the focus is on the screen, uncovered."""

import pytest

pytestmark = pytest.mark.browser

# What follows a choice is drawn in later tasks (after_paint.ts). Of a region of the figure that part counts
# which the enlarged picture shows; its own name may lie on it, and what is tall shows its beginning.
LOOK = """async ([tasks, goal]) => {
  const fault = (one, map) => {
    if (one === document.body) return 'the focus is lost';
    if (!map.contains(one)) return '';
    const who = one.outerHTML.slice(0, 110), own = one.getBoundingClientRect();
    const frame = one.ownerSVGElement?.getBoundingClientRect();
    const [top, bottom] = frame
      ? [Math.max(own.top, frame.top), Math.min(own.bottom, frame.bottom)] : [own.top, own.bottom];
    const [left, right] = frame
      ? [Math.max(own.left, frame.left), Math.min(own.right, frame.right)] : [own.left, own.right];
    const place = [left, top, right, bottom].map(Math.round);
    const where = ` at ${place} of ${innerWidth} x ${innerHeight}: ${who}`;
    if (right - left < 1 || bottom - top < 1) return 'nothing of it shows' + where;
    const tall = bottom - top > innerHeight - 120;
    if (tall ? top > innerHeight - 60 || bottom < 60 : top < -1 || bottom > innerHeight + 1)
      return 'off the screen' + where;
    if (left < -1 || right > innerWidth + 1) return 'beside the screen' + where;
    const free = y => {
      const over = document.elementFromPoint((left + right) / 2, y);
      return over && (one.contains(over) || over.contains(one) || one.ownerSVGElement?.contains(over) ||
        over.closest('.tp-tooltip') || over.closest('label')?.contains(one));
    };
    return tall || [top + 2, (top + bottom) / 2, bottom - 2].every(free) ? '' : 'covered' + where;
  };
  const later = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  for (let left = tasks; left; left--) await later();
  const one = document.activeElement;
  return [fault(one, document.querySelector('.tp-body-map')), one.matches(goal)];
}"""


class Walk:
    """Presses keys and nothing else; collects what is wrong after each."""

    def __init__(self, page):
        self.page, self.faults, self.keys = page, [], 0

    def press(self, *keys):
        """Press ``keys``; a key that chooses something is waited for until all of it is drawn."""
        for key in keys:
            self.step(key)

    def step(self, key, goal="html"):
        """Press ``key``; return whether what has the focus now matches the selector ``goal``."""
        self.page.keyboard.press(key)
        self.keys += 1
        moves_on = key in ("Tab", "Shift+Tab") or len(key) == 1
        fault, there = self.page.evaluate(LOOK, [1 if moves_on else 5, goal])
        if fault:
            self.faults.append(f"after {key}, {fault}")
        return there

    def to(self, selector, key="Tab", limit=160):
        """Press ``key`` until ``selector`` has the focus."""
        if self.on(selector) or any(self.step(key, selector) for _ in range(limit)):
            return
        raise AssertionError(f"{key} does not reach {selector}; {self.faults}")

    def back_to(self, selector):
        self.to(selector, "Shift+Tab")

    def on(self, selector):
        return self.page.evaluate("selector => document.activeElement.matches(selector)", selector)

    def search(self, words):
        """Search in the list and choose what is found first."""
        self.back_to(".tp-list input")
        self.press("Escape", *words, "Enter", "Enter")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (320, 640)])
def test_the_focus_is_seen_after_every_key(book, open_page, width, height):
    page = open_page(width=width, height=height, reduced_motion="reduce")
    page.goto(f"{book}/index.html", wait_until="load")
    page.wait_for_selector(".tp-host[data-state=ready]")
    walk = Walk(page)
    walk.to(".tp-list input")
    finder(walk)
    emergency(walk)
    explorer(walk)
    if width < 400:
        open_list(walk)
    assert walk.faults == []
    assert walk.keys > 250


def finder(walk):
    """Places by list and by figure, taken away, the safety check, candidates, a muscle and a comparison."""
    walk.press(*"heel", "Enter", "Enter", "Tab", "Enter")
    walk.to(".tp-stage [data-control]")
    walk.press("Home", "ArrowDown", "ArrowDown", "Enter", "PageDown", "End", "Enter", "Home")
    walk.press("+", "+", "ArrowDown", "End", "Home")
    walk.page.keyboard.press("Shift+ArrowDown")  # whoever moves the picture may move the focus out of it …
    walk.press("ArrowDown", "-", "-", "End")  # … and the next arrow brings it back
    walk.to("[data-pick]")
    while walk.on("[data-pick]"):
        walk.press("Enter")
    assert walk.on(".tp-picks")
    walk.press("Tab", "Enter")
    walk.search("forehead")
    walk.press("Tab", "Enter")
    walk.to(".tp-primary")
    walk.press("Enter")
    while not walk.on("[data-action=questions-done]"):
        walk.press("Tab")
        if walk.on("[data-none]:not([data-none=modify_and_ask])"):
            walk.press("Space")
    walk.press("Enter")
    assert walk.on("[data-none=modify_and_ask], [data-sign]"), "what has no answer gets the focus"
    walk.to("[data-none=modify_and_ask]")
    walk.press("Space", "Tab", "Enter")
    walk.to("[data-pick]")
    walk.press("Enter")
    assert walk.on("[data-pick]")
    walk.to("[data-candidate]")
    walk.press("Enter")
    assert walk.on(".tp-card .tp-heading")
    walk.press(*["Tab"] * 12)
    walk.back_to("[data-action=to-candidates]")
    walk.press("Enter")
    assert walk.on("[data-candidate]")
    walk.to("[data-action=compare]")
    walk.press("Enter")
    assert walk.on(".tp-compare .tp-heading")
    walk.press("Tab", "Enter")
    assert walk.on("[data-action=compare]")


def emergency(walk):
    """A sign that stops: its advice, and its bar above the explorer."""
    walk.back_to("[data-action=change-answers]")
    walk.press("Enter")
    walk.to("[data-sign]")
    walk.press("Space", "Tab")
    assert walk.on("a[href^='tel:']")
    walk.back_to("[data-choice='mode:explore']")
    walk.press("Enter", *["Tab"] * 12)
    walk.back_to("[data-action=to-advice]")
    walk.press("Enter")
    assert walk.on("[data-sign]")
    walk.press("Space")
    walk.back_to("[data-choice='mode:explore']")
    walk.press("Enter")


def explorer(walk):
    """A muscle, its points, its sides, the figure enlarged, other views, and a comparison."""
    walk.to(".tp-list input")
    walk.press(*"infrasp", "Enter", "Enter")
    walk.to(".tp-stage [data-control]")
    walk.press("ArrowUp", "Enter", "Escape")
    assert walk.on(".tp-list :is(button, input)")
    walk.search("masseter")
    walk.to("[aria-label=Zoom] button:nth-child(2)")
    walk.press("Enter", "Enter")
    walk.to("[data-move=down]")
    walk.press("Enter")
    walk.to("[data-jump], button[data-point]")
    if walk.on("[data-jump]"):
        walk.press("Enter")
        assert walk.on("[data-choice^='view:']")
    walk.to("button[data-point]")
    walk.press("Enter")
    walk.to("button[data-point] ~ details summary:has(.tp-on-screen)")
    walk.press("Enter", "Tab")
    assert walk.on("[data-compare]")
    walk.press("Enter", "Tab", "Enter")
    assert walk.on("[data-compare]")
    walk.back_to("[data-choice='side:right']")
    walk.press("Enter")
    walk.back_to("[data-action=copy-link]")
    walk.press("Enter")
    walk.back_to("[data-choice^='view:']")
    walk.press("Enter")
    walk.back_to(".tp-skip")
    walk.press("Enter", "Tab")


def open_list(walk):
    """In a narrow place the list is opened, and its last button leads on to the figure."""
    walk.back_to("[data-choice='mode:hurts']")
    walk.press("Enter")
    walk.to("[data-action=show-all]")
    walk.press("Enter", *["Tab"] * 8, "Enter")
    walk.back_to("[data-choice='mode:explore']")
    walk.press("Enter")
    walk.to("[data-action=show-all]")
    walk.press("Enter", *["Tab"] * 8, "Enter")
