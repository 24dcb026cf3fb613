"""What people come for, on a telephone, each journey with and without JavaScript."""

import csv
import io
import json
import re

import pytest

from site_map import DISTRICT, KINDS, MUNICIPALITY, NEIGHBOURHOOD, OTHER_NEIGHBOURHOOD, Document, address, get, none, own_paths, words

PROFILE = re.compile(r"/gebieden/(?P<code>[A-Z]{2}[0-9A-Z]+)/?(\?.*)?$")


def main_links(page):
    """(text, path) of every link in the main part of the page."""
    return [(a.inner_text().strip(), a.get_attribute("href") or "") for a in page.get_by_role("main").get_by_role("link").all()]


def search_box(page):
    """The box of a search: with a script one that gives suggestions."""
    return page.get_by_role("searchbox").or_(page.locator("input[role=combobox]")).first


def test_WYK_20_suggestions_come_while_typing_and_the_keyboard_reaches_them(open_page, language):
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(address("/", language))
    box = page.get_by_role("combobox").first
    box.press_sequentially("doetinch")
    list_ = page.get_by_role("listbox").get_by_role("option")
    list_.first.wait_for()
    assert any("Doetinchem" in text for text in list_.all_inner_texts())
    status = page.locator(".zoekvak [role=status]").first
    assert re.match(rf"{list_.count()} ", status.inner_text())
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == list_.first.get_attribute("id")
    assert list_.first.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert list_.count() == 0 and box.evaluate("box => box === document.activeElement")
    assert box.get_attribute("aria-expanded") == "false" and box.get_attribute("aria-activedescendant") is None
    box.press("End")
    box.press_sequentially("em")
    list_.first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/gebieden/"))


def heading(page, pattern):
    return page.get_by_role("main").get_by_role("heading", name=pattern)


def test_WYK_02_from_the_start_page_to_a_neighbourhood_in_two_clicks(visitor, language):
    visitor.goto(address("/", language))
    prefix = address("/", language).rstrip("/")
    first = [path for _, path in main_links(visitor) if re.match(rf"{prefix}/gebieden/(BU|WK|GM)", path)]
    assert first, "the start page links to no municipality, district or neighbourhood"
    visitor.get_by_role("main").locator(f'a[href="{first[0]}"]').first.click()
    if not re.search("/gebieden/BU", visitor.url):
        visitor.get_by_role("main").locator(f'a[href^="{prefix}/gebieden/BU"]').first.click()
    assert re.search(r"/gebieden/BU[0-9A-Z]{8}", visitor.url), f"two clicks ended at {visitor.url}"
    assert visitor.get_by_role("heading", level=1).inner_text().strip()


@pytest.mark.parametrize("typed", ["Doetinchem", "doetichem", "Doetinhcem", "GM0222", "gm0222 "])
def test_WYK_20_search_finds_a_municipality_also_with_a_typing_error(visitor, language, typed):
    visitor.goto(address("/", language))
    search_box(visitor).fill(typed)
    visitor.keyboard.press("Enter")
    visitor.wait_for_url(re.compile("/zoeken|/gebieden/GM0222"))
    if "/zoeken" in visitor.url:
        found = [path for _, path in main_links(visitor) if PROFILE.search(path)]
        assert any(MUNICIPALITY in path for path in found[:5]), f"{typed!r} found {found[:5]}"
        visitor.get_by_role("main").locator(f'a[href$="/gebieden/{MUNICIPALITY}"]').first.click()
    assert "Doetinchem" in visitor.get_by_role("heading", level=1).inner_text()


def test_WYK_20_search_without_result_says_so_and_offers_a_way_on(visitor, language):
    visitor.goto(address("/zoeken?q=xqzxqzxqz", language))
    assert "xqzxqzxqz" in (visitor.get_by_role("main").inner_text() + search_box(visitor).input_value())
    prefix = address("/", language).rstrip("/")
    assert any(path.startswith(f"{prefix}/gebieden") or path.startswith(f"{prefix}/waar") for _, path in main_links(visitor))


@pytest.mark.parametrize("typed", ["Doetinchem", "7001"])
def test_WYK_02_where_do_you_live_leads_to_a_profile(visitor, language, typed):
    visitor.goto(address("/waar-woon-je", language))
    field = visitor.get_by_role("main").locator("input:is([type=text], [type=search], :not([type]))").first
    field.fill(typed)
    field.press("Enter")
    visitor.wait_for_load_state()
    if not PROFILE.search(visitor.url):
        links = [path for _, path in main_links(visitor) if PROFILE.search(path)]
        assert any("0222" in path for path in links), f"{typed!r} gave {links[:8]}"
        visitor.get_by_role("main").locator(f'a[href$="{next(path for path in links if "0222" in path)}"]').first.click()
    assert PROFILE.search(visitor.url)


def test_WYK_10_a_profile_has_qualities_opportunities_bottlenecks_and_problems_in_that_order(visitor, language):
    visitor.goto(address(f"/gebieden/{NEIGHBOURHOOD}", language))
    tops = []
    for key in ("qualities", "opportunities", "bottlenecks", "problems"):
        found = heading(visitor, words(key, language))
        assert found.count() >= 1, f"no heading for {key}"
        tops.append(found.first.bounding_box()["y"])
    assert tops == sorted(tops)


def test_WYK_06_each_figure_of_a_profile_can_say_what_it_does_not_say(visitor, language):
    visitor.goto(address(f"/gebieden/{NEIGHBOURHOOD}", language))
    text = visitor.get_by_role("main").text_content()
    assert words("says not", language).search(text)


def test_WYK_20_figures_of_a_profile_name_their_source_with_a_link(visitor, language):
    visitor.goto(address(f"/gebieden/{NEIGHBOURHOOD}", language))
    assert "CBS" in visitor.get_by_role("main").inner_text()
    assert any(re.search("/bronnen|/cijfers/", path) for _, path in main_links(visitor))


def test_WYK_35_a_profile_says_what_is_known_how_old_it_is_and_what_is_missing(visitor, language):
    visitor.goto(address(f"/gebieden/{NEIGHBOURHOOD}", language))
    assert heading(visitor, words("information position", language)).count() >= 1
    assert "2024" in visitor.get_by_role("main").inner_text()


def test_WYK_32_a_profile_shows_where_it_lies_with_a_way_up_and_a_map(visitor, language):
    visitor.goto(address(f"/gebieden/{NEIGHBOURHOOD}", language))
    prefix = address("/", language).rstrip("/")
    paths = [a.get_attribute("href") for a in visitor.locator("main nav a, header nav a, nav[aria-label] a").all()]
    for above in ("PV25", MUNICIPALITY, DISTRICT):
        assert f"{prefix}/gebieden/{above}" in paths, f"no way up to {above}"
    assert visitor.locator("main svg[role=img], main [role=img] svg, main svg[aria-labelledby], main svg[aria-label]").count() >= 1


def test_WYK_02_comparison_shows_the_areas_side_by_side(visitor, language):
    visitor.goto(address(f"/vergelijken?gebied={NEIGHBOURHOOD}&gebied={OTHER_NEIGHBOURHOOD}&gebied={MUNICIPALITY}", language))
    table = visitor.get_by_role("main").get_by_role("table").first
    assert table.get_by_role("columnheader").count() + table.get_by_role("rowheader").count() >= 4
    paths = [path for _, path in main_links(visitor)]
    for code in (NEIGHBOURHOOD, OTHER_NEIGHBOURHOOD, MUNICIPALITY):
        assert any(code in path for path in paths), f"{code} is not in the comparison"
    assert words("inhabitants", language).search(visitor.get_by_role("main").inner_text())


def test_WYK_02_the_map_shows_another_figure_when_asked(visitor, language):
    visitor.goto(address(f"/gebieden/{MUNICIPALITY}/kaart", language))
    choice = visitor.locator("main select[name=cijfer]")
    chosen = choice.input_value()
    others = [value for value in choice.locator("option").evaluate_all("all => all.map(one => one.value)") if value and value != chosen]
    assert others, "the map offers no other figure"
    choice.select_option(others[len(others) // 2])
    choice.locator("xpath=ancestor::form").get_by_role("button").first.click()
    visitor.wait_for_url(re.compile("cijfer="))
    assert visitor.locator("main select[name=cijfer]").input_value() == others[len(others) // 2]
    assert visitor.get_by_role("main").get_by_role("table").count() >= 1, "no table beside the map"
    assert visitor.locator("main svg path, main svg polygon").count() >= 10


def test_KWA_02_everything_shown_can_be_taken_along_as_csv_and_json(visitor, origin, language):
    visitor.goto(address(f"/gebieden/{NEIGHBOURHOOD}", language))
    paths = {kind: next((path for text, path in main_links(visitor) if re.search(kind, text + path, re.I)), None) for kind in ("csv", "json")}
    assert all(paths.values()), f"downloads found: {paths}"
    status, headers, body = get(origin + paths["csv"])
    assert status == 200 and headers.get_content_type() == "text/csv"
    text = body.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";" if text.splitlines()[0].count(";") else ","))
    assert len(rows) > 20 and len({len(row) for row in rows if row}) == 1, "the CSV is not one table"
    status, headers, body = get(origin + paths["json"])
    assert status == 200 and headers.get_content_type() in ("application/json", "application/geo+json")
    assert NEIGHBOURHOOD in json.dumps(json.loads(body))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_language_switch_keeps_the_page(origin, figure, kind):
    """Followed without a browser, on every kind of page, there and back."""
    dutch = address(kind.path, "nl", figure)
    page = Document(get(origin + dutch)[2].decode())
    assert page.language == "nl"
    there = next(link["href"] for link in page.links if link.get("hreflang") == "en")
    assert there == address(kind.path, "en", figure)
    status, _, body = get(origin + there)
    english = Document(body.decode())
    assert (status, english.language) == (kind.status, "en")
    assert next(link["href"] for link in english.links if link.get("hreflang") == "nl") == dutch
    assert english.title != page.title or kind.name in ("about", "clusters", "contact")


def test_the_language_switch_works_by_clicking(visitor):
    visitor.goto(f"/gebieden/{NEIGHBOURHOOD}")
    visitor.locator('a[hreflang="en"]').first.click()
    visitor.wait_for_url(re.compile(f"/en/gebieden/{NEIGHBOURHOOD}$"))
    assert visitor.locator("html").get_attribute("lang") == "en"


def test_a_problem_page_is_a_page_with_a_way_on(visitor, language):
    answer = visitor.goto(address("/gebieden/BU99999999", language))
    assert answer.status == 404
    assert visitor.get_by_role("heading", level=1).count() == 1
    assert visitor.get_by_role("banner").count() == 1 and visitor.get_by_role("contentinfo").count() == 1
    assert search_box(visitor).count() >= 1 or any("/zoeken" in path or "/gebieden" in path for _, path in main_links(visitor))


def test_no_link_of_the_site_is_dead_and_every_page_is_of_a_known_kind(origin):
    """Follows links from the start page, at most 12 of a kind: a new kind of page has to be added to the tests."""
    patterns = {kind.name: re.compile(rf"(/en)?{kind.pattern}") for kind in KINDS if kind.pattern}
    waiting, seen, visited, troubles = ["/", "/en"], {"/", "/en"}, dict.fromkeys(patterns, 0), []
    while waiting:
        path = waiting.pop(0)
        status, headers, body = get(origin + path)
        if status != 200:
            troubles.append(f"{path}: {status}")
        if headers.get_content_type() != "text/html":
            continue
        bare = path.split("?")[0].rstrip("/") or "/"
        bare = "/" if bare == "/en" else bare
        name = next((name for name, pattern in patterns.items() if pattern.fullmatch(bare)), None)
        if name is None:
            troubles.append(f"{path}: a kind of page that no test knows")
            continue
        visited[name] += 1
        if visited[name] > 12:
            continue
        new = [one for one in own_paths(Document(body.decode()), origin + path) if one not in seen]
        seen.update(new)
        waiting += new[:40]
        if len(seen) > 2500:
            break
    none(troubles)
    assert [name for name, count in visited.items() if count == 0] == [], "kinds that no link leads to"
