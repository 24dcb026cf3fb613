"""A page is good on paper: A4, complete, without menus."""

import re

import pytest

from printing import printed
from site_map import KINDS, NEIGHBOURHOOD, address


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.full and kind.status == 200], ids=lambda kind: kind.name)
def test_every_kind_of_page_prints_on_a4(open_page, figure, kind):
    page = open_page()
    page.goto(address(kind.path, "nl", figure))
    title = page.get_by_role("heading", level=1).inner_text().strip()
    paper = printed(page)
    width, height = (float(side) for side in paper.pages[0].mediabox[2:])
    assert sorted((round(width), round(height))) == pytest.approx([595, 842], abs=2)
    text = "".join(one.extract_text() for one in paper.pages)
    squeezed = re.sub(r"\s+", "", text)
    assert re.sub(r"\s+", "", title) in squeezed, "the title is not on the paper"
    assert all(len(one.extract_text().strip()) > 0 or one.images for one in paper.pages), "an empty sheet"


def test_WYK_10_a_profile_prints_with_its_figures_and_without_menus(open_page, language):
    page = open_page(viewport={"width": 794, "height": 1123})
    page.goto(address(f"/gebieden/{NEIGHBOURHOOD}", language))
    paper = printed(page)
    assert 2 <= len(paper.pages) <= 25
    text = "".join(one.extract_text() for one in paper.pages)
    assert "2024" in text and "CBS" in text
    page.emulate_media(media="print")
    for selector in ("header nav", "form", "button"):
        assert page.locator(f"{selector}:visible").count() == 0, f"{selector} is on the paper"
    wide = page.evaluate("""() => [...document.querySelectorAll('main *')].filter(one => one.checkVisibility()
        && one.getBoundingClientRect().width > 2 && one.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(one => one.outerHTML.slice(0, 120))""")
    assert not wide, f"wider than the paper: {wide}"
