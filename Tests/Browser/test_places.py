"""Pointing at a place on a map or in words: without script, by keyboard, at 320 and 360 pixels, with axe; in both languages."""

import pytest

from conversation import begin
from signing import look, press
from test_accessibility import WIDER_THAN_WINDOW


@pytest.fixture(scope="module")
def administrator(conversation_leader):
    return conversation_leader


@pytest.fixture(scope="module")
def conversation(desk):
    return begin(desk, "Plekken van Waterkers")


def finish(page, words):
    page.locator("input[name=waar][value=buiten]").check()
    page.locator("input[name=gevoel][value=goed]").check()
    page.locator("#tekst").fill(words)
    page.locator("input[name=lezers][value=iedereen]").check()


def publish(desk, conversation):
    desk.goto(conversation + "/regelen/moderatie")
    while desk.locator("tbody a").count():
        desk.locator("tbody a").first.click()
        desk.get_by_label("Geplaatst", exact=True).check()
        press(desk, "Besluit")
        desk.goto(conversation + "/regelen/moderatie")


def test_a_click_on_the_map_and_words_end_in_the_same_object(open_page, desk, conversation):
    """WYK-03, WYK-11: both without script; the list, the map and the API tell of both alike."""
    page = open_page(viewport={"width": 320, "height": 740}, java_script_enabled=False)
    page.goto(conversation + "/plekken/nieuw")
    assert page.evaluate(WIDER_THAN_WINDOW) is None
    page.get_by_role("link", name="Ja, met de kaart", exact=True).click()
    page.locator("#tekst").fill("De eend op de kaart.")
    page.locator("input[type=image]").click(position={"x": 130, "y": 140})
    assert "Je koos een punt in vak E5." in page.locator("main").inner_text()
    assert page.locator("#tekst").input_value() == "De eend op de kaart."
    assert page.evaluate(WIDER_THAN_WINDOW) is None
    finish(page, "De eend op de kaart.")
    page.locator("button.knop", has_text="Verstuur").click()
    assert page.locator(".strook strong").count() == 1
    page.goto(conversation + "/plekken/nieuw")
    page.get_by_role("link", name="Nee, in woorden", exact=True).click()
    page.locator("#plek").fill("De hoek bij de school")
    page.locator("#deel").select_option("midden")
    finish(page, "De eend in woorden.")
    assert page.evaluate(WIDER_THAN_WINDOW) is None
    page.locator("button.knop", has_text="Verstuur").click()
    assert page.locator(".strook strong").count() == 1
    publish(desk, conversation)
    page.goto(conversation + "/plekken")
    text = page.locator("main").inner_text()
    assert "De eend op de kaart." in text and "De eend in woorden." in text and "2 plekken" in text
    assert page.evaluate(WIDER_THAN_WINDOW) is None
    assert sum(int(cell) for cell in page.locator("tbody td").all_inner_texts()) == 2
    places = page.request.get("/api/v1/gesprekken/" + conversation.split("/")[-1] + "/plekken").json()["plekken"]
    assert {frozenset(place) for place in places} == {frozenset(places[0])} and len(places) == 2
    assert all(place["punten"] and place["vorm"] == "punt" for place in places)
    page.locator("tbody a").first.click()
    assert "Terug naar de hele kaart" in page.locator("main").inner_text()


def test_the_path_in_words_works_by_keyboard_alone_at_360_pixels_without_script(open_page, desk, conversation):
    """WYK-03: no pointer; the Enter key in a line sends the words, and does not point at the corner of a map."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(conversation + "/plekken/nieuw?weg=woorden")
    page.locator("input[name=waar]").first.focus()
    seen = []
    for _ in range(60):
        name = page.evaluate("document.activeElement.name || ''")
        if name == "plek" and name not in seen:
            page.keyboard.type("Het bruggetje")
        if name == "tekst" and name not in seen:
            page.keyboard.type("Hier zit ik graag.")
        if name in ("waar", "gevoel", "lezers") and name not in seen:
            page.keyboard.press("Space")
        seen.append(name)
        if name == "lezers":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bedankt**")
    publish(desk, conversation)
    page.goto(conversation + "/plekken")
    assert "Het bruggetje" in page.locator("main").inner_text()


def test_squares_are_typed_by_keyboard_and_a_wrong_one_is_said_at_its_field(open_page, conversation):
    page = open_page(java_script_enabled=False)
    page.goto(conversation + "/plekken/nieuw?weg=kaart")
    page.locator("#vakken").fill("J9")
    finish(page, "Een pad.")
    page.locator("#vakken").press("Enter")
    assert page.locator("#fouten").get_by_role("link").first.get_attribute("href") == "#vakken"
    assert page.locator("#vakken").input_value() == "J9"
    page.locator("#vakken").fill("C4, D4")
    page.locator("#vorm").select_option("lijn")
    page.locator("#vakken").press("Enter")
    page.wait_for_url("**/bedankt**")


def test_no_axe_findings(open_page, conversation):
    visitor = open_page(bypass_csp=True)
    for path in ["/plekken", "/plekken/nieuw", "/plekken/nieuw?weg=kaart", "/plekken/nieuw?weg=woorden"]:
        for language in ["", "/en"]:
            look(visitor, language + conversation + path)
    visitor.locator("#plek").fill("")
    visitor.locator("button.knop", has_text="Send").click()
    look(visitor)
