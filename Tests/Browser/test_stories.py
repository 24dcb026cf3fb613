"""Telling a story without an account, and what becomes of it: without script, by keyboard, on a telephone, on paper, and axe."""

import re

import pytest

from conversation import begin
from signing import look, press
from test_accessibility import WIDER_THAN_WINDOW


@pytest.fixture(scope="module")
def administrator(conversation_leader):
    return conversation_leader


@pytest.fixture(scope="module")
def conversation(desk):
    return begin(desk, "Verhalen van Waterkers")


def tell(page, conversation, words):
    """Sends a story; the code that comes back."""
    page.goto(conversation)
    page.get_by_role("link", name="Vertel je verhaal", exact=True).first.click()
    page.locator("#verhaal").fill(words)
    page.get_by_label("Droom", exact=True).check()
    page.locator("#plek").fill("Het plein")
    page.get_by_label("Iedereen, zonder mijn naam", exact=True).check()
    press(page, "Verstuur")
    if page.get_by_role("button", name="Verstuur zoals het is").count():
        assert "[telefoon?]" in page.locator(".gemarkeerd").inner_text() and page.locator("#verhaal").input_value() == words
        press(page, "Verstuur zoals het is")
    return page.locator(".strook strong").inner_text()


def test_a_story_goes_from_a_telephone_to_everyone_and_back_to_its_teller(open_page, desk, conversation):
    """WYK-03, WYK-11: without script, account or cookie of ours beyond the form; moderated with a reason, and taken back."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    code = tell(page, conversation, "De reiger staat op de brug. Bel 06-12345678.")
    assert re.fullmatch(r"([2-9A-HJKMNP-Z]{4} ){3}[2-9A-HJKMNP-Z]", code)
    assert code.replace(" ", "") not in page.url
    desk.goto(conversation + "/regelen/moderatie")
    desk.locator("tbody a").first.click()
    desk.get_by_label("Geplaatst, met stukken weggelaten", exact=True).check()
    desk.locator("#tekst").fill("De reiger staat op de brug.")
    desk.locator("#reden").select_option(label="Er staan gegevens van mensen in")
    press(desk, "Besluit")
    page.goto(conversation + "/verhalen")
    text = page.locator("main").inner_text()
    assert "De reiger staat op de brug." in text and "06-1234" not in text
    page.goto("/stemmen/mijn-inbreng")
    page.locator("#code").fill(code.lower())
    press(page, "Bekijk")
    assert "met stukken weggelaten" in page.locator("main").inner_text()
    press(page, "Haal het weg")
    assert "Weggehaald door de gever" in page.locator("main").inner_text()
    page.goto(conversation + "/verhalen")
    assert "reiger" not in page.locator("main").inner_text()


def test_telling_works_by_keyboard_alone(open_page, conversation):
    page = open_page()
    page.goto(conversation + "/verhalen/nieuw")
    page.locator("#verhaal").focus()
    page.keyboard.type("Ik zit graag op het bankje.")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "lezers":
            break
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bedankt**")
    assert page.locator(".strook strong").count() == 1


def test_the_code_is_on_the_paper_that_is_printed(open_page, conversation):
    page = open_page(viewport={"width": 794, "height": 1123})
    code = tell(page, conversation, "Er is hier veel groen.")
    page.emulate_media(media="print")
    assert page.get_by_text(code, exact=True).is_visible() and page.evaluate(WIDER_THAN_WINDOW) is None


def test_no_axe_findings(open_page, desk, administrator, conversation, photo):
    teller = open_page(java_script_enabled=False)
    tell(teller, conversation, "Mooi hier. Bel 06-12345678.")
    visitor = open_page(bypass_csp=True)
    for path in ["/verhalen", "/verhalen/nieuw", "/moderatie"]:
        for language in ["", "/en"]:
            look(visitor, language + conversation + path)
    look(visitor, "/stemmen/mijn-inbreng")
    visitor.goto(conversation + "/verhalen/nieuw")
    visitor.locator("#verhaal").fill("Bel 06-12345678.")
    visitor.locator("#foto").set_input_files(photo)
    visitor.get_by_label("Iedereen, zonder mijn naam", exact=True).check()
    press(visitor, "Verstuur")
    look(visitor)
    moderator = open_page(bypass_csp=True, storage_state=administrator)
    look(moderator, conversation + "/regelen/moderatie")
    moderator.locator("tbody a").first.click()
    look(moderator)


def test_a_photo_goes_with_a_story_and_waits_while_a_fault_is_mended(open_page, desk, conversation, photo):
    """WYK-03: without account or script; what it shows is asked for, nobody sees it before a moderator did, and it goes with the story."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(conversation + "/verhalen/nieuw")
    page.locator("#verhaal").fill("Onder de oude linde zit altijd iemand.")
    page.locator("#foto").set_input_files(photo)
    page.get_by_label("Iedereen, zonder mijn naam", exact=True).check()
    press(page, "Verstuur")
    assert "Schrijf op wat je op de foto ziet" in page.locator(".foutsamenvatting, [role=alert]").first.inner_text()
    assert "Dit bestand hebben wij al." in page.locator("main").inner_text()
    page.locator("#foto-tekst").fill("Een boom met een bank eronder")
    press(page, "Verstuur")
    code = page.locator(".strook strong").inner_text()
    desk.goto(conversation + "/regelen/moderatie")
    # What waits longest stands first; stories of the tests before this one may wait too.
    for address in [one.get_attribute("href") for one in desk.locator("tbody a").all()]:
        desk.goto(address)
        if "Onder de oude linde" in desk.locator("main").inner_text():
            break
    picture = desk.locator(".verhaalfoto img")
    assert picture.get_attribute("alt") == "Een boom met een bank eronder"
    address = desk.locator(".verhaalfoto a").get_attribute("href")
    assert desk.request.get(address).status == 200 and page.request.get(address).status == 404
    desk.get_by_label("Geplaatst", exact=True).check()
    press(desk, "Besluit")
    page.goto(conversation + "/verhalen")
    assert page.locator(".verhaalfoto img").get_attribute("alt") == "Een boom met een bank eronder"
    assert page.evaluate(WIDER_THAN_WINDOW) is None
    assert page.request.get(address).status == 200
    page.goto("/stemmen/mijn-inbreng")
    page.locator("#code").fill(code)
    press(page, "Bekijk")
    press(page, "Haal het weg")
    assert page.request.get(address).status == 404
