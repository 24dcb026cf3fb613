"""Typing a code from a letter as people meet it: without script, on a telephone, by keyboard, with axe; in both languages."""

import re

import pytest

from conversation import begin
from signing import look, press
from test_accessibility import WIDER_THAN_WINDOW

# Made by hand with the published check: 2345 6789 ABCD gives M.
NOBODYS = "2345 6789 ABCD M"
TYPING_ERROR = "2345 6789 ABCD N"


@pytest.fixture(scope="module")
def administrator(conversation_leader):
    return conversation_leader


@pytest.fixture(scope="module")
def coded(desk):
    """A conversation by code; the path of its page."""
    return begin(desk, "Met een code", level="code")


@pytest.fixture(scope="module")
def cards(desk, coded):
    """Codes of three cards, as they stand on paper."""
    desk.goto(coded + "/regelen/codes")
    desk.locator("input[name=doel][value=stroken]").check()
    desk.locator("#aantal").fill("3")
    desk.locator("input[name=vorm][value=kaartjes]").check()
    press(desk, "Geef codes uit")
    found = desk.locator(".kaartje code").all_inner_texts()
    assert len(set(found)) == 3 and all(re.fullmatch(r"\w{4} \w{4} \w{4} \w", code) for code in found)
    return found


@pytest.fixture
def telephone(open_page):
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto("/stemmen/code")
    return page


@pytest.mark.parametrize("typed, words", [
    ("", "Vul je code in"), ("2345", "13 letters en cijfers"), (TYPING_ERROR, "typefout"), (NOBODYS.lower(), "Deze code kennen wij niet"),
])
def test_what_is_wrong_with_a_code_is_said_at_its_field_and_the_code_stays(telephone, typed, words):
    telephone.locator("#code").fill(typed)
    press(telephone, "Ga verder")
    summary = telephone.locator("#fouten")
    assert words in summary.inner_text()
    assert summary.get_by_role("link").first.get_attribute("href") == "#code"
    assert telephone.locator("#code").input_value() == typed
    assert telephone.evaluate(WIDER_THAN_WINDOW) is None


def test_a_code_never_stands_in_an_address(telephone):
    asked = []
    telephone.on("request", lambda request: asked.append(request.url))
    telephone.locator("#code").fill(NOBODYS)
    press(telephone, "Ga verder")
    assert asked
    assert not any("2345" in url for url in asked)


def test_who_has_no_code_is_led_to_where_it_is_typed_and_then_tells(open_page, coded, cards):
    """WYK-03: from the door of the conversation to the code, and back to telling; without script."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(coded + "/verhalen/nieuw")
    page.get_by_role("link", name="Typ je code", exact=True).click()
    page.locator("#code").fill(cards[0].lower())
    press(page, "Ga verder")
    assert "Je code klopt." in page.locator("main").inner_text()
    page.goto(coded + "/verhalen/nieuw")
    assert page.locator("#verhaal").count() == 1


def test_a_code_behind_the_picture_fills_the_field_and_goes_from_the_address(open_page, cards):
    page = open_page()
    code = cards[1].replace(" ", "")
    page.goto("/stemmen/code#" + code)
    page.wait_for_function("location.hash === ''")
    assert page.locator("#code").input_value() == code


def test_a_code_used_on_paper_is_refused_on_a_screen(open_page, desk, coded, cards):
    desk.goto(coded + "/regelen/codes")
    desk.locator("#papiercode").fill(cards[2])
    desk.locator("#papier").get_by_role("button").first.click()
    page = open_page(java_script_enabled=False)
    page.goto(coded + "/code")
    page.locator("#code").fill(cards[2])
    press(page, "Ga verder")
    assert "al op papier" in page.locator("#fouten").inner_text()


def test_help_at_a_screen_is_said_on_every_page_and_the_helper_is_nobody_of_it(open_page, desk, administrator, coded):
    """WYK-03: who helps takes part for who sits beside them, under a banner that says so."""
    desk.goto(coded + "/regelen/helpen")
    desk.locator("input[name=hulp][value=lezen]").check()
    press(desk, "Begin met helpen")
    desk.goto(coded + "/verhalen/nieuw")
    assert "Je helpt nu iemand anders." in desk.locator("aside").inner_text()
    desk.locator("#verhaal").fill("Ik wil een bankje bij de bushalte.")
    desk.get_by_label("Iedereen, zonder mijn naam", exact=True).check()
    press(desk, "Verstuur")
    assert desk.locator(".strook strong").count() == 1
    desk.goto(coded + "/regelen/moderatie")
    assert "met hulp" in desk.locator("main").inner_text()
    leader = open_page(bypass_csp=True, storage_state=administrator)
    for path in ["/regelen/codes", "/regelen/helpen", "/verhalen/nieuw", "/code"]:
        look(leader, coded + path)
    leader.goto(coded + "/verhalen/nieuw")
    press(leader, "Klaar met helpen")
    leader.goto(coded + "/verhalen/nieuw")
    assert leader.get_by_role("link", name="Typ je code", exact=True).count() == 1


def test_a_code_is_typed_and_sent_by_keyboard_alone(open_page):
    page = open_page()
    page.goto("/stemmen/code")
    page.locator("#code").focus()
    page.keyboard.type(TYPING_ERROR)
    page.keyboard.press("Enter")
    page.wait_for_selector("#fouten")
    assert page.locator("h1").count() == 1


def test_no_axe_findings(open_page):
    page = open_page(bypass_csp=True)
    for path in ["/stemmen/code", "/en/stemmen/code"]:
        look(page, path)
    page.locator("#code").fill(TYPING_ERROR)
    press(page, "Go on")
    look(page)
