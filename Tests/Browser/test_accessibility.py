"""axe, sideways scrolling and text size on every kind of page, in every combination of width, colour scheme and language."""

import pathlib

import axe_playwright_python
import pytest

from site_map import KINDS, address, none

AXE = pathlib.Path(axe_playwright_python.__file__).with_name("axe.min.js")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
HEIGHTS = {360: 740, 768: 1024, 1280: 900}
COMBINATIONS = [(width, scheme) for width in HEIGHTS for scheme in ("light", "dark")]

RUN_AXE = """async tags => {
    const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
    return found.violations.map(one => `${one.id} (${one.nodes.length}x, ${one.tags.includes('best-practice') ? 'practice' : 'WCAG'}): ` +
        `${one.nodes[0].html.slice(0, 160)} - ${(one.nodes[0].any[0] || one.nodes[0].all[0] || one.nodes[0].none[0] || {}).message || one.help}`);
}"""

WIDER_THAN_WINDOW = """() => {
    const root = document.scrollingElement, width = root.clientWidth;
    if (root.scrollWidth <= width) return null;
    const wide = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > width + 1);
    return `${root.scrollWidth} px in ${width} px: ` + wide.slice(0, 3).map(one => one.outerHTML.slice(0, 100)).join(' | ');
}"""

CUT_OFF = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(one => {
    const style = getComputedStyle(one), box = one.getBoundingClientRect();
    if (box.width < 3 || box.height < 3 || one.closest('svg') || !one.innerText || !one.innerText.trim()) return false;
    const hides = value => value === 'hidden' || value === 'clip';
    // Decoration that is hidden from everyone who does not see it may be cut; words may not.
    const words = [...one.querySelectorAll('*')].filter(part => !part.closest('[aria-hidden=true]') && part.innerText && part.innerText.trim());
    const outside = side => words.some(part => part.getBoundingClientRect()[side] > box[side] + 1);
    return (hides(style.overflowX) && outside('right')) || (hides(style.overflowY) && outside('bottom'));
}).slice(0, 5).map(one => one.outerHTML.slice(0, 120))"""


def opened(open_page, path, status=200, **options):
    """A page with every fold-out open, so that hidden text is tested too, and axe loaded past the content security policy."""
    page = open_page(bypass_csp=True, **options)
    answer = page.goto(path)
    assert answer.status == status
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.add_script_tag(path=str(AXE))
    return page


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_axe_finds_nothing(open_page, figure, kind, language):
    """Full kinds in all six combinations of width and scheme; variants of a kind in two, which differ from kind to kind."""
    page = opened(open_page, address(kind.path, language, figure), kind.status)
    turn = KINDS.index(kind) + (language == "en")
    combinations = COMBINATIONS if kind.full else [COMBINATIONS[turn % 6], COMBINATIONS[(turn + 3) % 6]]
    violations, practices = [], set()
    for width, scheme in combinations:
        page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        page.emulate_media(color_scheme=scheme)
        for line in page.evaluate(RUN_AXE, WCAG + (["best-practice"] if (width, scheme) == combinations[0] else [])):
            if "WCAG)" in line.split(":")[0]:
                violations.append(f"{width} {scheme}: {line}")
            else:
                practices.add(line)
    violations += [f"{box} is not for people and is seen" for box in page.locator("[inert]").all() if box.is_visible()]
    for line in sorted(practices):
        print(f"good practice, {kind.name} {language}: {line}")
    none(violations)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_nothing_scrolls_sideways_and_large_text_fits(open_page, figure, kind, language):
    """At 320 px (400 % zoom), 360, 640 (200 % zoom), 768 and 1280; then with letters of twice the size."""
    page = opened(open_page, address(kind.path, language, figure), kind.status)
    troubles = []
    for width, size in ((320, 100), (360, 100), (640, 100), (768, 100), (1280, 100), (1280, 200), (640, 200)):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate("size => { document.documentElement.style.fontSize = size + '%' }", size)
        wide = page.evaluate(WIDER_THAN_WINDOW)
        if wide:
            troubles.append(f"{width} px, text {size} %: {wide}")
        if width == 1280:
            troubles += [f"{width} px, text {size} %: cut off: {one}" for one in page.evaluate(CUT_OFF)]
    none(troubles)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.full], ids=lambda kind: kind.name)
def test_the_text_is_the_same_without_javascript(open_page, figure, kind):
    """What a page says, it says without script: no word of the main part is missing."""
    texts = []
    for script in (True, False):
        page = open_page(java_script_enabled=script)
        page.goto(address(kind.path, "nl", figure))
        # A script brings the button that shows a password: a help, no word of the page.
        page.evaluate("document.querySelectorAll('.wachtwoordrij button').forEach(button => button.remove())")
        texts.append(set(page.get_by_role("main").text_content().split()))
    assert texts[0] - texts[1] == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colour_scheme_of_the_visitor_is_followed(open_page, scheme):
    page = open_page(color_scheme=scheme)
    page.goto("/")
    red, green, blue = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number)")
    assert ((red + green + blue) / 3 > 128) == (scheme == "light")
