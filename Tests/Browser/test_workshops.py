"""The way of paper as staff and visitors meet it: sheets printed, filled in by hand, typed in by keyboard, and in the outcome; with axe and on A4."""

import pytest

from conversation import begin, day
from printing import printed
from signing import look, press
from test_accessibility import WIDER_THAN_WINDOW

# A table as somebody scanned it in by hand: one row for each sheet, one letter for each statement.
BY_HAND = ["eeo", "eow", "e?e", "eee", "ooe", "ee "]


@pytest.fixture(scope="module")
def administrator(conversation_leader):
    return conversation_leader


@pytest.fixture(scope="module")
def paper(desk):
    path = begin(desk, "Wat zegt het papier?")
    desk.goto(path + "/regelen/stellingen")
    desk.locator("#stellingen").fill("Er moeten meer bomen komen.\nDe speeltuin moet groter.\nAuto’s mogen langzamer.")
    press(desk, "Voeg toe")
    return path


def test_from_the_printed_sheet_to_the_outcome(open_page, desk, paper):
    """WYK-03: sheets are printed, their codes and answers typed in by hand, and the outcome says that they came on paper."""
    desk.goto(paper + "/regelen/papier")
    desk.locator("#aantal").fill(str(len(BY_HAND)))
    desk.locator("input[name=letters][value=gewoon]").check()
    press(desk, "Druk vellen af")
    sheets = printed(desk)
    assert len(sheets.pages) >= len(BY_HAND)
    assert [float(side) for side in sheets.pages[0].mediabox[2:]] == pytest.approx([595, 842], abs=2)
    codes = desk.locator(".vel code").all_inner_texts()
    assert len(set(codes)) == len(BY_HAND)
    for code, letters in zip(codes, BY_HAND, strict=True):
        desk.goto(paper + "/regelen/papier/invoer")
        desk.locator("#papiercode").focus()
        desk.keyboard.type(code)
        for letter in letters:
            desk.keyboard.press("Tab")
            desk.keyboard.type(letter)
        desk.keyboard.press("Enter")
        desk.wait_for_url("**/invoer?gelukt=*")
        assert "Het vel telt mee." in desk.locator("main").inner_text()
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(paper + "/uitkomst")
    told = page.locator("main").inner_text()
    assert "papier: 5" in told and "4 van de 5: eens." in told
    assert page.evaluate(WIDER_THAN_WINDOW) is None


def test_a_workshop_from_its_sheet_to_what_everyone_sees(open_page, desk, paper):
    """WYK-03: dots of a table are typed in by the code of its sheet, read back, and stand beside votes once the workshop is closed."""
    desk.goto(paper + "/regelen/werkplaatsen")
    for field, words in {
        "titel": "Avond in De Kers", "dag": day(0), "plaats": "Buurthuis De Kers", "vraag": "Wat doen wij eerst?", "tafels": "2",
        "keuzes": "Bomen\nBankjes\nLicht",
    }.items():
        desk.locator(f"#{field}").fill(words)
    press(desk, "Maak een werkplaats")
    desk.get_by_role("link", name="Druk de vellen af").click()
    codes = desk.locator(".vel code").all_inner_texts()
    assert codes == ["W1-T1", "W1-T2"]
    for code, people, dots in [(codes[0], "11", ["8", "", "3"]), (codes[1], "10", ["2", "9", "?"])]:
        desk.goto(paper + "/regelen/werkplaatsen")
        desk.locator("#vel").fill(code.lower())
        press(desk, "Ga verder")
        desk.locator("#mensen").fill(people)
        for number, count in enumerate(dots, 1):
            desk.locator(f"#k{number}").fill(count)
        desk.get_by_role("button", name="Bewaar").first.click()
        assert "Lees het nu voor aan de tafel." in desk.locator("main").inner_text()
    desk.goto(paper + "/regelen/werkplaatsen")
    press(desk, "Sluit de werkplaats af")
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(paper + "/werkplaatsen")
    told = page.locator("main").inner_text()
    assert "Er waren 21 mensen, aan 2 tafels." in told and "geen stemmen" in told
    assert page.locator("tbody tr").first.inner_text().split("\t")[:3] == ["Bomen", "10", "2 van 2"]
    assert page.evaluate(WIDER_THAN_WINDOW) is None


def test_no_axe_findings(open_page, administrator, paper):
    page = open_page(bypass_csp=True)
    for language in ["", "/en"]:
        look(page, language + paper + "/werkplaatsen")
    leader = open_page(bypass_csp=True, storage_state=administrator)
    for path in ["/papier", "/papier/invoer", "/papier/controle", "/werkplaatsen"]:
        look(leader, paper + "/regelen" + path)
    leader.goto(paper + "/regelen/werkplaatsen")
    for name in ["Druk de vellen af", "Tafel 1"]:
        leader.goto(paper + "/regelen/werkplaatsen")
        target = leader.get_by_role("link", name=name).first.get_attribute("href")
        look(leader, target)
