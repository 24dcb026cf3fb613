"""Who is missing, and what became of what people said, as they meet it: on a telephone without script, with axe; in both languages."""

import pytest

from conversation import begin
from signing import look, press
from test_accessibility import WIDER_THAN_WINDOW


@pytest.fixture(scope="module")
def administrator(conversation_leader):
    return conversation_leader


@pytest.fixture(scope="module")
def talk(desk):
    """A conversation that asks for age and home."""
    path = begin(desk, "Wie missen we hier?")
    desk.goto(path + "/regelen/wie-missen-we")
    desk.locator("input[name=vragen][value=leeftijd]").check()
    desk.locator("input[name=vragen][value=woning]").check()
    desk.locator("form").filter(has=desk.locator("input[name=vragen]")).get_by_role("button", name="Bewaar").click()
    return path


def test_somebody_tells_of_themselves_and_takes_it_back(open_page, talk):
    """WYK-35: a question can stay open, and an answer can be changed or wiped."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(talk + "/over-jou")
    assert page.evaluate(WIDER_THAN_WINDOW) is None
    page.get_by_label("25 tot 45 jaar").check()
    press(page, "Bewaar")
    assert page.get_by_label("25 tot 45 jaar").is_checked()
    page.get_by_label("Dat zeg ik niet").first.check()
    press(page, "Bewaar")
    assert not page.get_by_label("25 tot 45 jaar").is_checked()
    page.goto(talk + "/wie-missen-we")
    assert "Nog geen 20 mensen gaven antwoord." in page.locator("main").inner_text()
    assert page.evaluate(WIDER_THAN_WINDOW) is None


def test_an_answer_reaches_who_said_it(open_page, desk, talk):
    """WYK-25: from what somebody says, by the desk, to what became of it under the code."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(talk + "/verhalen/nieuw")
    page.locator("#verhaal").fill("Het plein is te donker.")
    page.get_by_label("Iedereen, zonder mijn naam", exact=True).check()
    press(page, "Verstuur")
    code = page.locator(".strook strong").inner_text()
    desk.goto(talk + "/regelen/opvolging")
    desk.get_by_label("Het plein is te donker.").check()
    desk.locator("input[name=uitkomst][value=overgenomen]").check()
    desk.locator("#reden").fill("In maart komt er een lamp.")
    press(desk, "Bewaar het antwoord")
    assert "Alles heeft een antwoord." in desk.locator("main").inner_text()
    page.goto("/stemmen/mijn-inbreng")
    page.locator("#code").fill(code)
    page.locator("main form button.knop").first.click()
    told = page.locator("main").inner_text()
    assert "Dit doen wij" in told and "In maart komt er een lamp." in told
    assert page.evaluate(WIDER_THAN_WINDOW) is None


def test_no_axe_findings(open_page, administrator, talk):
    page = open_page(bypass_csp=True)
    for path in ["/over-jou", "/wie-missen-we", "/wat-er-mee-gebeurde"]:
        look(page, talk + path)
        look(page, "/en" + talk + path)
    leader = open_page(bypass_csp=True, storage_state=administrator)
    for path in ["/wie-missen-we", "/opvolging", "/opvolging?alles=ja"]:
        look(leader, talk + "/regelen" + path)
