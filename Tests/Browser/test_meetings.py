"""Meetings as organisers and visitors meet them: making one without script, the programme by keyboard, the page on a telephone and on paper, and axe on all of them."""

import datetime
import zoneinfo

import pytest

from signing import cookies_of, look, press

TITLE = "Cijfers lezen in de wijk"


@pytest.fixture(scope="module")
def administrator(browser, origin):
    """Another than in other tests: who sets up the second step can do so once."""
    return cookies_of(browser, origin, "mees@voorbeeld.nl")


@pytest.fixture(scope="module")
def meeting(desk):
    """A meeting that is on the site, with a programme: a plenary part, a break and subgroups."""
    desk.goto("/beheer/programmas")
    desk.locator("#naam").fill("Samen bijeen")
    desk.locator("#doel").fill("Leren van elkaar.")
    press(desk, "Begin een programma")
    desk.goto("/organiseren")
    desk.get_by_role("link", name="Begin een bijeenkomst (Samen bijeen)", exact=True).click()
    day = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).date() + datetime.timedelta(days=40)
    desk.locator("#naam").fill(TITLE)
    desk.locator("#dag").fill(day.strftime("%d-%m-%Y"))
    desk.locator("#begin").fill("14:00")
    desk.locator("#einde").fill("16:00")
    desk.get_by_label("Op een plek", exact=True).check()
    desk.locator("#plek").fill("Buurthuis De Linde")
    desk.locator("#plaatsen").fill("20")
    press(desk, "Maak het concept")
    for kind, title, minutes in [("pauze", "Pauze", "15"), ("plenair", "Welkom", "45"), ("expert", "Een expert vertelt", "60")]:
        desk.locator("#soort").select_option(kind)
        desk.locator("#titel").fill(title)
        desk.locator("#minuten").fill(minutes)
        press(desk, "Voeg een onderdeel toe")
    desk.get_by_role("button", name="Omhoog (Welkom)", exact=True).click()
    assert [text.split("\n")[0] for text in desk.locator("tbody th").all_inner_texts()] == ["Welkom", "Pauze", "Een expert vertelt"]
    desk.get_by_role("link", name=f"Verander {TITLE}", exact=True).click()
    address = desk.url
    press(desk, "Zet op de site")
    assert "Nu: voorlopig programma" in desk.locator("main").inner_text()
    return address.replace("/bewerken", "").split("#")[0]


def test_a_visitor_sees_when_where_and_whether_there_is_room(open_page, meeting):
    """MTG-03, MTG-10, MTG-24: day, hours and state in words, on a telephone, without script."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    assert page.goto(meeting).status == 200
    words = page.locator("main").inner_text()
    for sentence in ["14.00 tot 16.00 uur", "Buurthuis De Linde", "Gratis", "Doe je mee?", "Dit is een voorlopig programma.", "14.45 tot 15.00 uur"]:
        assert sentence in words, sentence
    assert page.locator("h1").count() == 1
    assert page.locator("#meedoen .tag").inner_text().strip() == "Open"


def test_pages_of_meetings_are_accessible(open_page, meeting, administrator):
    """axe and no sideways scrolling, wide and narrow, light and dark: for visitors and for who organises."""
    visitor = open_page(bypass_csp=True)
    for path in ["/bijeenkomsten", "/bijeenkomsten?wanneer=geweest", "/en/bijeenkomsten", meeting]:
        look(visitor, path)
    organiser = open_page(bypass_csp=True, storage_state=administrator)
    for path in ["/organiseren", meeting + "/bewerken", meeting + "/programma"]:
        look(organiser, path)


def test_the_list_is_filtered_by_keyboard(open_page, meeting):
    """MTG-23: the filter is a form that goes with Enter, and its address can be kept."""
    page = open_page(java_script_enabled=False)
    page.goto("/bijeenkomsten")
    page.locator("#vorm").select_option("online")
    page.locator("#periode").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "vorm=online" in page.url and TITLE not in page.locator("main").inner_text()
    page.get_by_role("link", name="Laat alles zien", exact=True).click()
    assert TITLE in page.locator("main").inner_text()


def test_the_programme_is_on_paper(open_page, meeting):
    """The page prints with its programme and without buttons."""
    page = open_page()
    page.goto(meeting)
    page.emulate_media(media="print")
    assert page.locator("table.programma").is_visible() and page.locator("#feiten .bijeenfeiten").is_visible()
    assert not page.locator("nav.nav").is_visible()


def test_a_fault_comes_back_with_the_words(desk, meeting):
    """Every fault at once, at the top and at the field; what was typed stays."""
    desk.goto(meeting + "/bewerken")
    desk.locator("#dag").fill("31-02-2027")
    desk.locator("#plaatsen").fill("veel")
    press(desk, "Bewaar")
    assert desk.title().startswith("Fout:") and desk.locator("#dag").input_value() == "31-02-2027"
    assert [text for text in desk.locator("#fouten li").all_inner_texts()] == ["Schrijf de dag zoals 12-11-2027", "Schrijf een getal vanaf 1"]
