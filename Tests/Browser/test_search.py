"""The one search: with and without a script, by keyboard, for a screen reader; axe on every state of it."""

import re

import pytest

from signing import look
from site_map import LANGUAGES, address, none
from test_accessibility import AXE, RUN_AXE, WCAG

STATES = ["/zoeken", "/zoeken?q=centrum", "/zoeken?q=gezondheid", "/zoeken?q=gezondhied", "/zoeken?q=aandeel+inwoners&pagina=2",
          "/zoeken?q=gezondheid&soort=cijfer", "/zoeken?q=xqzxqzxqz", "/zoeken?q=doetinchem&soort=bron"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ZOE_01_axe_finds_nothing_on_any_state_of_the_search(open_page, language):
    page = open_page(bypass_csp=True)
    for state in STATES:
        look(page, address(state, language))


def test_axe_finds_nothing_while_suggestions_are_open(open_page):
    page = open_page(bypass_csp=True)
    page.goto("/zoeken")
    page.add_script_tag(path=str(AXE))
    page.locator("#q").press_sequentially("gezond")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    none([line for line in page.evaluate(RUN_AXE, WCAG) if "WCAG)" in line.split(":")[0]])


def test_suggestions_are_a_list_box_that_the_keyboard_and_a_screen_reader_can_use(open_page):
    page = open_page()
    page.goto("/zoeken")
    box = page.get_by_role("combobox", name="Waar zoek je naar?")
    assert box.get_attribute("aria-expanded") == "false" and box.get_attribute("aria-autocomplete") == "list"
    box.press_sequentially("gezond")
    options = page.get_by_role("listbox", name="Voorstellen").get_by_role("option")
    options.first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    assert page.locator("#" + box.get_attribute("aria-controls")).get_attribute("role") == "listbox"
    count = options.count()
    assert 1 <= count <= 8 and all(text.strip() for text in options.all_inner_texts())

    def chosen():
        return [index for index, one in enumerate(options.all()) if one.get_attribute("aria-selected") == "true"]

    for expected in range(count):
        page.keyboard.press("ArrowDown")
        assert chosen() == [expected] and box.get_attribute("aria-activedescendant") == options.nth(expected).get_attribute("id")
    page.keyboard.press("ArrowDown")
    assert chosen() == [] and box.get_attribute("aria-activedescendant") is None, "behind the last is the box"
    page.keyboard.press("ArrowUp")
    assert chosen() == [count - 1]
    assert box.evaluate("box => box === document.activeElement"), "the focus stays in the box"
    place = options.nth(count - 1).get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{place}")


def test_what_was_typed_is_searched_where_no_suggestion_was_chosen(open_page):
    page = open_page()
    page.goto("/zoeken")
    page.locator("#q").press_sequentially("gezondheid")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken?q=gezondheid")


def test_a_suggestion_can_be_pressed_with_the_mouse_and_leaving_the_box_closes_the_list(open_page):
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto("/zoeken")
    page.locator("#q").press_sequentially("gezond")
    options = page.get_by_role("option")
    options.first.wait_for()
    page.keyboard.press("Tab")
    assert options.count() == 0
    page.locator("#q").press("End")
    page.keyboard.type("h")
    options.first.wait_for()
    place = options.first.get_attribute("href")
    options.first.click()
    page.wait_for_url(f"**{place}")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
@pytest.mark.parametrize("language, words, choice", [("nl", "gezondheid", "Cijfers"), ("en", "health", "Figures")])
def test_ZOE_01_a_search_is_narrowed_leafed_through_and_led_to_a_page(open_page, script, language, words, choice):
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=script)
    page.goto(address("/zoeken", language))
    page.locator("#q").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q="))
    page.locator(".verfijn").get_by_role("link", name=re.compile(f"^{choice}")).click()
    page.wait_for_url(re.compile("soort=cijfer"))
    assert page.locator(".resultaten mark").count() > 0
    first = page.locator(".resultaten h3 a").first
    assert "/cijfers/" in first.get_attribute("href")
    first.click()
    page.wait_for_url(re.compile("/cijfers/"))
    assert page.get_by_role("heading", level=1).inner_text()


def test_a_typing_error_is_named_and_undone(visitor):
    visitor.goto("/zoeken?q=gezondhied")
    assert "Bedoelde je" in visitor.locator("main").inner_text()
    visitor.locator(".melding").get_by_role("link", name="gezondheid").click()
    visitor.wait_for_url("**/zoeken?q=gezondheid")
    visitor.goto("/zoeken?q=gezondhied")
    visitor.get_by_role("link", name="Zoek precies wat ik typte").click()
    assert "Niets gevonden" in visitor.locator("main").inner_text()
