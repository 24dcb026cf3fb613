"""Choosing together and answering questions as people meet them: on a telephone without script, by keyboard, on A4, with axe; in both languages."""

import pytest

from conversation import begin
from printing import printed
from signing import look, press
from test_accessibility import WIDER_THAN_WINDOW


@pytest.fixture(scope="module")
def administrator(conversation_leader):
    return conversation_leader


@pytest.fixture(scope="module")
def talk(desk):
    return begin(desk, "Kies en antwoord")


@pytest.fixture(scope="module")
def budget(desk, talk):
    """A budget with three plans on which people choose; the path of its page."""
    desk.goto(talk + "/regelen/keuzes")
    desk.locator("input[name=soort][value=geld]").check()
    desk.locator("#titel").fill("Geld voor de straat")
    desk.locator("#bedrag").fill("1000")
    press(desk, "Maak een keuze")
    for title, cost in [("Bankjes", "300"), ("Bomen", "400"), ("Feest", "900")]:
        desk.locator("#titel").fill(title)
        desk.locator("#kosten").fill(cost)
        press(desk, "Voeg een plan toe")
    press(desk, "Zet de keuze open")
    return desk.url[desk.url.index("/stemmen"):].replace("/regelen", "").split("?")[0]


@pytest.fixture(scope="module")
def survey(desk, talk):
    """A survey from the set that comes with the product; the path of its page."""
    desk.goto(talk + "/regelen/vragenlijsten")
    desk.locator("#titel").fill("Jouw straat")
    press(desk, "Maak een vragenlijst")
    desk.locator("#reeks").select_option("beleving")
    press(desk, "Gebruik een reeks vragen")
    press(desk, "Zet de vragenlijst open")
    return desk.url[desk.url.index("/stemmen"):].replace("/regelen", "").split("?")[0]


def test_a_budget_is_chosen_on_a_telephone_and_explained_once_it_is_counted(open_page, desk, budget):
    """WYK-03: boxes to tick without script, a choice that can be changed, and an explanation of each plan."""
    for person in range(5):
        page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
        page.goto(budget)
        assert page.evaluate(WIDER_THAN_WINDOW) is None
        press(page, "Verstuur mijn keuze")
        assert page.locator("#fouten").get_by_role("link").first.get_attribute("href") == "#gekozen"
        page.get_by_label("1. Bankjes").check()
        if person:
            page.get_by_label("2. Bomen").check()
        press(page, "Verstuur mijn keuze")
        assert "Je keuze telt mee." in page.locator("main").inner_text()
    desk.goto(budget.replace("/keuzes", "/regelen/keuzes"))
    press(desk, "Sluit en tel")
    page.goto(budget)
    told = page.locator("main").inner_text()
    assert "Er kozen 5 mensen." in told and "Gekozen, als nummer 1." in told and "Niet gekozen. Niemand wilde dit." in told
    assert "Zo is jouw deel gebruikt" in told
    assert page.evaluate(WIDER_THAN_WINDOW) is None


def test_a_survey_by_keyboard_alone(open_page, survey):
    """WYK-24: radio buttons, boxes and words with the keyboard; a code at the end."""
    page = open_page()
    page.goto(survey)
    page.locator("input[name=v1]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("input[name=v1]:checked").get_attribute("value") == "3"
    page.locator("#v9").focus()
    page.keyboard.type("Meer licht op het plein")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/bedankt?*")
    assert page.locator(".strook strong").count() == 1
    page.goto(survey)
    assert "Je hebt deze vragen al ingevuld." in page.locator("main").inner_text()


def test_a_survey_prints_on_a4_and_is_typed_in(desk, survey):
    """WYK-24: the paper has every question and a code."""
    edit = survey.replace("/vragenlijsten", "/regelen/vragenlijsten")
    desk.goto(edit)
    desk.locator("#aantal").fill("1")
    desk.locator("input[name=letters][value=gewoon]").check()
    press(desk, "Druk vragenlijsten af")
    sheets = printed(desk)
    text = "".join(page.extract_text() for page in sheets.pages)
    assert "Ik voel me thuis in mijn buurt." in text and "Wat moet hier als eerste beter?" in text
    code = desk.locator(".vel code").first.inner_text()
    desk.goto(edit + "/papier")
    desk.locator("#papiercode").fill(code)
    desk.locator("#v1").fill("4")
    press(desk, "Bewaar")
    assert "Het vel telt mee." in desk.locator("main").inner_text()


def test_no_axe_findings(open_page, administrator, talk, budget, survey):
    page = open_page(bypass_csp=True)
    for path in [talk + "/keuzes", budget, talk + "/vragenlijsten", survey, survey + "/uitkomst", survey + "/terugnemen"]:
        look(page, path)
        look(page, "/en" + path)
    leader = open_page(bypass_csp=True, storage_state=administrator)
    for path in [talk + "/regelen/keuzes", budget, talk + "/regelen/vragenlijsten", survey, survey + "/papier", survey + "/woorden"]:
        desk = path if "/regelen" in path else path.replace("/keuzes", "/regelen/keuzes").replace("/vragenlijsten", "/regelen/vragenlijsten")
        look(leader, desk)
