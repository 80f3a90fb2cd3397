"""What tests of the widgets in a page share."""

ASSETS = {"base": "atlas"}
SVG = ".tp-view:not([hidden]) svg"


def stops(page):
    """The one tab stop of the figure."""
    return page.locator(".tp-stage [tabindex='0']")


def status(page):
    """What was said last."""
    return page.locator("[role=status]").inner_text()


# A choice is answered at once; what was not touched follows when that is on the screen (after_paint.ts).
SETTLED = """() => new Promise(done => {
  const wait = left => left ? requestAnimationFrame(() => setTimeout(() => wait(left - 1))) : done();
  wait(6);
})"""


def settle(page):
    """Wait until all that follows a choice is drawn."""
    page.evaluate(SETTLED)


def axe_in_both_themes(page, axe):
    """Return what violates a rule in the light, or contrast in the dark: no other rule can differ there."""
    found = axe(page)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    settle(page)
    found += axe(page, "color-contrast")
    page.evaluate("document.documentElement.dataset.theme = 'light'")
    settle(page)
    return found


def tab_to(page, selector, limit=200):
    """Press Tab until ``selector`` has the focus."""
    for _ in range(limit):
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {selector}")


def check(page, *signs):
    """Open the safety check; tick ``signs``, and “None of these” in every other group."""
    page.get_by_role("button", name="Next: safety check").click()
    settle(page)
    for sign in signs:
        page.locator(f"[data-sign={sign}]").check()
    for group in page.locator("fieldset[data-group]").all():
        if not group.locator("[data-sign]:checked").count():
            group.get_by_role("checkbox", name="None of these").check()


def place(page):
    """Where the figure is in the window, how far the page is scrolled, and the scale of the drawing."""
    return page.evaluate(
        f"(() => {{ const svg = document.querySelector('{SVG}');"
        "return [svg.getBoundingClientRect().top, scrollY, svg.getScreenCTM().a, svg.getScreenCTM().f]; })()"
    )


def box_of(page, view="front"):
    return page.evaluate(
        f"(() => {{ const b = document.querySelector('[data-view={view}] svg').viewBox.baseVal;"
        "return [b.x, b.y, b.width, b.height]; })()"
    )
