"""Sorting stories by theme, and what everyone sees of it, without script on a telephone; with axe in both languages."""

import pytest

from conversation import begin
from signing import look, press
from test_accessibility import WIDER_THAN_WINDOW


@pytest.fixture(scope="module")
def administrator(conversation_leader):
    return conversation_leader


@pytest.fixture(scope="module")
def talk(desk):
    return begin(desk, "Waar gaat het hier over?", moderation="achteraf")


def test_a_story_gets_its_theme_and_a_quote(open_page, administrator, desk, talk):
    """WYK-11: from a story by way of the desk; one reader is not enough to tell everyone."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(talk + "/verhalen/nieuw")
    page.locator("#verhaal").fill("Bij de speeltuin is het na vijven donker. Ik loop om.")
    page.get_by_label("Iedereen, zonder mijn naam", exact=True).check()
    page.locator("input[name=citaat]").check()
    press(page, "Verstuur")
    desk.goto(talk + "/regelen/themas")
    for name in ["Licht", "Groen"]:
        desk.locator("#naam").fill(name)
        press(desk, "Voeg dit thema toe")
    reader = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False, storage_state=administrator)
    reader.goto(talk + "/regelen/themas")
    assert reader.evaluate(WIDER_THAN_WINDOW) is None
    reader.get_by_role("link", name="Lees het volgende verhaal").click()
    assert reader.evaluate(WIDER_THAN_WINDOW) is None
    reader.get_by_role("checkbox", name="Licht").check()
    reader.locator("#citaat").fill("Het is er licht")
    reader.locator("#citaat-thema").select_option(label="Licht")
    press(reader, "Bewaar en ga verder")
    assert "Deze woorden staan niet zo in het verhaal" in reader.locator("main").inner_text()
    assert reader.locator("#citaat").input_value() == "Het is er licht"
    reader.locator("#citaat").fill("Ik loop om.")
    press(reader, "Bewaar en ga verder")
    assert "Je hebt alles gelezen." in reader.locator("main").inner_text()
    page.goto(talk + "/themas")
    assert "Er is nog niets ingedeeld." in page.locator("main").inner_text()
    assert page.evaluate(WIDER_THAN_WINDOW) is None


def test_no_axe_findings(open_page, administrator, talk):
    page = open_page(bypass_csp=True)
    look(page, talk + "/themas")
    look(page, "/en" + talk + "/themas")
    leader = open_page(bypass_csp=True, storage_state=administrator)
    look(leader, talk + "/regelen/themas")
    look(leader, "/en" + talk + "/regelen/themas")
