"""Voting as people meet it: without script on a telephone, by keyboard alone, with axe; in both languages."""

import pytest

from conversation import begin
from signing import look, press
from test_accessibility import WIDER_THAN_WINDOW

STATEMENTS = ["Er moeten meer bomen komen.", "De speeltuin moet groter.", "Auto’s mogen langzamer."]


@pytest.fixture(scope="module")
def administrator(conversation_leader):
    return conversation_leader


@pytest.fixture(scope="module")
def voting(desk):
    """An open conversation with three statements of who leads it; the path of its page."""
    path = begin(desk, "Wat moet er eerst?")
    desk.goto(path + "/regelen/stellingen")
    desk.locator("#stellingen").fill("\n".join(STATEMENTS))
    press(desk, "Voeg toe")
    for words in STATEMENTS:
        assert words in desk.locator("table").first.inner_text()
    return path


def test_everyone_votes_on_a_telephone_without_script_and_goes_back(open_page, voting):
    """WYK-03: one statement a page, three buttons, progress, and the way back to the one before."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(voting + "/stellingen")
    seen = set()
    for answered in range(3):
        assert f"op {answered} van de 3 stellingen" in page.locator("main").inner_text()
        assert page.evaluate(WIDER_THAN_WINDOW) is None
        seen.add(page.locator("#stelling").inner_text())
        press(page, "Eens")
    assert seen == set(STATEMENTS)
    assert "Je hebt alles gehad" in page.locator("main").inner_text()
    page.get_by_role("link", name="Terug naar de vorige stelling").click()
    assert "Jouw antwoord: eens." in page.locator("main").inner_text()
    press(page, "Oneens")
    page.get_by_role("link", name="Terug naar de vorige stelling").click()
    assert "Jouw antwoord: oneens." in page.locator("main").inner_text()


def test_a_vote_by_keyboard_alone(open_page, voting):
    page = open_page()
    page.goto(voting + "/stellingen")
    page.locator("button.stemknop").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stellingen?vorige=*")
    assert "Je antwoord is bewaard." in page.locator("main").inner_text()
    assert page.locator("h1").count() == 1


def test_a_written_statement_keeps_its_words_when_it_is_too_long(open_page, voting):
    page = open_page(java_script_enabled=False)
    page.goto(voting + "/stellingen/nieuw")
    page.locator("#tekst").fill("a" * 141)
    press(page, "Verstuur")
    assert page.locator("#fouten").get_by_role("link").first.get_attribute("href") == "#tekst"
    assert page.locator("#tekst").input_value() == "a" * 141


def test_who_leads_it_marks_what_everyone_is_to_see(desk, voting):
    desk.goto(voting + "/regelen/stellingen")
    desk.get_by_label("Stelling 2", exact=True).check()
    press(desk, "Bewaar")
    assert desk.get_by_label("Stelling 2", exact=True).is_checked()
    assert not desk.get_by_label("Stelling 1", exact=True).is_checked()


def test_no_axe_findings(open_page, administrator, voting):
    page = open_page(bypass_csp=True)
    for path in ["/stellingen", "/stellingen/nieuw", "/stellingen/verder", "/uitkomst"]:
        look(page, voting + path)
        look(page, "/en" + voting + path)
    leader = open_page(bypass_csp=True, storage_state=administrator)
    look(leader, voting + "/regelen/stellingen")
