"""Everything can be reached and seen with the keyboard alone."""

import pytest

from site_map import KINDS, MUNICIPALITY, NEIGHBOURHOOD, address, none, words

# Numbers every element that Tab should reach; of a group of radio buttons one counts. Remembers how each looks without focus.
NUMBER = """() => {
    const wanted = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"]), svg a';
    const groups = new Set();
    window.look = one => [one, one.firstElementChild, one.closest('label')].filter(Boolean).map(part => {
        const style = getComputedStyle(part);
        return ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'backgroundColor', 'borderColor', 'stroke', 'strokeWidth', 'fill',
            'textDecorationLine', 'textDecorationThickness'].map(name => style[name]).join(';');
    }).join('|');
    window.reachable = [...document.querySelectorAll(wanted)].filter(one => {
        if (one.disabled || one.closest('[hidden], [inert]') || one.tabIndex < 0 || !one.checkVisibility({visibilityProperty: true})) return false;
        const closed = one.closest('details:not([open])');
        if (closed && !(one.tagName === 'SUMMARY' && one.parentElement === closed)) return false;
        if (one.type !== 'radio') return true;
        if (groups.has(one.name)) return false;
        return groups.add(one.name);
    });
    window.plain = window.reachable.map(window.look);
    return window.reachable.length;
}"""

HERE = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    let index = window.reachable.indexOf(one);
    if (index < 0 && one.type === 'radio') index = window.reachable.findIndex(other => other.type === 'radio' && other.name === one.name);
    const box = one.getBoundingClientRect();
    return {
        index, html: one.outerHTML.slice(0, 140),
        changed: index < 0 || window.look(one) !== window.plain[index],
        inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""

MOST = 400


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.full], ids=lambda kind: kind.name)
def test_tab_reaches_everything_in_view_and_shows_where_it_is(open_page, figure, kind):
    """At most 400 steps a page: a longer page is followed as far as that."""
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto(address(kind.path, "nl", figure))
    count = page.evaluate(NUMBER)
    assert count > 3
    reached, troubles = set(), []
    for _ in range(min(count, MOST)):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None:
            break
        reached.add(here["index"])
        if not here["changed"]:
            troubles.append(f"focus does not show: {here['html']}")
        if not here["inView"]:
            troubles.append(f"focus is out of view: {here['html']}")
    missing = [index for index in range(min(count, MOST)) if index not in reached]
    names = page.evaluate("all => all.map(index => window.reachable[index].outerHTML.slice(0, 140))", missing[:5])
    assert not missing or count > MOST, f"not reached: {names}"
    none(troubles)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.full], ids=lambda kind: kind.name)
def test_the_first_tab_is_a_skip_link_that_works(open_page, figure, kind, language):
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(address(kind.path, language, figure))
    page.keyboard.press("Tab")
    first = page.locator(":focus")
    assert words("skip link", language).search(first.inner_text())
    box = first.bounding_box()
    assert box["width"] > 20 and box["height"] > 10 and box["x"] >= 0 and box["y"] >= 0, "the skip link does not show when it has focus"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('header') || !!document.activeElement.closest('main')"), "still in the header"


def test_a_search_needs_no_mouse(open_page, language):
    page = open_page()
    page.goto(address("/", language))
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('input[name=q]')"):
            break
    page.keyboard.type("Doetinchem")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken?q=Doetinchem**")


def test_a_fold_out_opens_with_the_keyboard(open_page):
    page = open_page()
    page.goto(f"/gebieden/{NEIGHBOURHOOD}")
    summary = page.locator("main details:not([open]) > summary:visible").first.element_handle()
    summary.focus()
    page.keyboard.press("Enter")
    assert summary.evaluate("one => one.parentElement.open")


def test_things_to_press_are_large_enough(open_page, figure, language):
    """24 by 24 CSS px (WCAG 2.5.8) for buttons, fields and links outside running text."""
    page = open_page(viewport={"width": 360, "height": 740})
    for path in ("/", f"/gebieden/{MUNICIPALITY}/kaart?cijfer={{figure}}", "/waar-woon-je"):
        page.goto(address(path, language, figure))
        small = page.evaluate("""() => [...document.querySelectorAll('button, select, summary, input:not([type=hidden]), nav a')].filter(one => {
            const box = one.getBoundingClientRect();
            return one.checkVisibility() && box.width > 2 && (box.width < 24 || box.height < 24) && getComputedStyle(one).display !== 'inline';
        }).map(one => one.outerHTML.slice(0, 120))""")
        assert not small, f"{path}: {small}"
