"""The learning agenda as its owners and visitors meet it: making it without script, the order by keyboard, the pages on a telephone and on paper, and axe."""

import pytest

from signing import look, press

FIRST = "COVID-19 en sociale verbondenheid"
SECOND = "Armoede en schulden in de wijk"


@pytest.fixture(scope="module")
def agenda(desk):
    """The agenda of a programme with two themes that start in one month."""
    desk.goto("/beheer/programmas")
    desk.locator("#naam").fill("Samen op de agenda")
    desk.locator("#doel").fill("Leren van elkaar.")
    press(desk, "Begin een programma")
    desk.goto("/leeragenda")
    desk.get_by_role("link", name="Leeragenda van Samen op de agenda", exact=True).click()
    address = desk.url
    for title in [FIRST, SECOND]:
        desk.goto(address)
        desk.get_by_role("link", name="Zet iets op de agenda", exact=True).click()
        desk.locator("#naam").fill(title)
        desk.locator("#onderwerpen").fill("Geld\nGezondheid")
        press(desk, "Bewaar")
        press(desk, "Spreek af")
        desk.locator("#maand").fill("2027-06")
        press(desk, "Plan in")
        assert "Gepland" in desk.locator("#stap").inner_text()
    return address.replace("/bewerken", "")


def test_two_themes_start_in_one_month(open_page, agenda):
    """AGD-03, AGD-04: both stand under their month, on a telephone, without script."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    assert page.goto(agenda + "/kalender").status == 200
    month = page.locator("section", has=page.get_by_role("heading", name="juni 2027", exact=True))
    assert month.get_by_role("link").all_inner_texts() == [FIRST, SECOND]
    assert page.locator("h1").count() == 1


def test_the_order_is_turned_by_keyboard(desk, agenda):
    """AGD-02: the owners choose the order with buttons that say what they move."""
    desk.goto(agenda + "/bewerken")
    button = desk.get_by_role("button", name=f"Omhoog: {SECOND}", exact=True)
    button.focus()
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    desk.goto(agenda)
    assert desk.locator("#volgorde ol a").all_inner_texts() == [SECOND, FIRST]


def test_a_version_is_kept(desk, agenda):
    """AGD-01: a version has a number, a day and the items as they stand."""
    desk.goto(agenda + "/bewerken")
    desk.locator("#bij").fill("Na de zomer.")
    press(desk, "Bewaar een versie")
    words = desk.locator("main").inner_text()
    assert "/versies/" in desk.url and "Na de zomer." in words and FIRST in words


def test_pages_of_the_agenda_are_accessible(open_page, agenda, administrator):
    """axe and no sideways scrolling, wide and narrow, light and dark: for visitors and for who organises."""
    visitor = open_page(bypass_csp=True)
    for path in ["/leeragenda", "/en/leeragenda", agenda, agenda + "?schaal=dorp", agenda + "/kalender"]:
        look(visitor, path)
    organiser = open_page(bypass_csp=True, storage_state=administrator)
    for path in ["/leeragenda", agenda + "/bewerken", agenda + "/bewerken/nieuw", agenda + "/voorstellen"]:
        look(organiser, path)


def test_a_fault_comes_back_with_the_words(desk, agenda):
    """Every fault at once, at the top and at the field; what was typed stays."""
    desk.goto(agenda + "/bewerken/nieuw")
    desk.locator("#tekst").fill("Waar het over gaat")
    desk.get_by_label("Ja, dit is al lang lastig", exact=True).check()
    press(desk, "Bewaar")
    assert desk.title().startswith("Fout:") and desk.locator("#tekst").input_value() == "Waar het over gaat"
    assert desk.locator("#fouten li").all_inner_texts() == ["Vul een titel in", "Schrijf op waarom het taai is"]


def test_the_agenda_is_on_paper(open_page, agenda):
    """The agenda prints without buttons and forms."""
    page = open_page()
    page.goto(agenda)
    page.emulate_media(media="print")
    assert page.locator("#volgorde").is_visible() and not page.locator("p.knoppen").is_visible()
