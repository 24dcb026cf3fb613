"""Worksheets, the code of a meeting and date polls as people meet them: without script, on a telephone, on paper, in time, and axe."""

import datetime
import time
import zoneinfo

import pytest

from signing import look, press
from task_time import DECIDE, KEY, POINT

TITLE = "Zelf aan de slag"
WORDS = "Ik begin met één straat."


def soon():
    """A start within a quarter of an hour and an end on the same day."""
    start = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).replace(tzinfo=None) + datetime.timedelta(minutes=8)
    end = start + datetime.timedelta(minutes=5)
    if end.date() != start.date():
        start = datetime.datetime.combine(end.date(), datetime.time(0, 0))
        end = start + datetime.timedelta(minutes=5)
    return start, end


@pytest.fixture(scope="module")
def meeting(desk, request):
    """A meeting that is about to begin, with one participant; each file of tests has a programme of its own."""
    programme = f"Samen toepassen, {request.module.__name__}"
    desk.goto("/beheer/programmas")
    desk.locator("#naam").fill(programme)
    desk.locator("#doel").fill("Leren van elkaar.")
    press(desk, "Begin een programma")
    desk.goto("/organiseren")
    desk.get_by_role("link", name=f"Begin een bijeenkomst ({programme})", exact=True).click()
    start, end = soon()
    desk.locator("#naam").fill(TITLE)
    desk.locator("#dag").fill(start.strftime("%d-%m-%Y"))
    desk.locator("#begin").fill(start.strftime("%H:%M"))
    desk.locator("#einde").fill(end.strftime("%H:%M"))
    desk.get_by_label("Online", exact=True).check()
    press(desk, "Maak het concept")
    address = desk.url.split("/programma")[0].split("/bewerken")[0].split("#")[0]
    desk.goto(address + "/bewerken")
    press(desk, "Zet op de site")
    desk.goto(address + "/inschrijven")
    desk.locator("#rol").select_option("ambtenaar")
    time.sleep(3)
    press(desk, "Doe mee")
    if "nog één keer" in desk.locator("main").inner_text():
        time.sleep(1.2)
        press(desk, "Doe mee")
    return address


@pytest.fixture(scope="module")
def worksheet(desk, meeting):
    desk.goto(meeting + "/werkbladen/nieuw")
    desk.locator("#titel").fill("Wat neem je mee?")
    desk.locator("#vraag-1").fill("Wat past bij jouw straat?")
    desk.locator("#vraag-2").fill("Wat doe je morgen?")
    press(desk, "Bewaar")
    return desk.url


def test_someone_writes_and_shares_without_script(desk, open_page, worksheet):
    """MTG-18: the worksheet is saved, its owner shares it, and a visitor reads it only then."""
    visitor = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    desk.goto(worksheet + "/mijn")
    desk.locator("#antwoord-1").fill(WORDS)
    press(desk, "Bewaar")
    assert "Je werkblad is bewaard." in desk.locator("main").inner_text()
    visitor.goto(worksheet)
    assert WORDS not in visitor.locator("main").inner_text()
    desk.get_by_label("Iedereen, ook buiten de groep", exact=True).check()
    press(desk, "Bewaar wie het leest")
    visitor.goto(worksheet)
    assert WORDS in visitor.locator("#gedeeld").inner_text() and "Zonder naam" in visitor.locator("#gedeeld").inner_text()
    desk.goto(worksheet + "/mijn")
    press(desk, "Neem het terug")
    visitor.goto(worksheet)
    assert WORDS not in visitor.locator("main").inner_text()


def test_ones_own_worksheet_is_on_paper(desk, worksheet):
    """What someone wrote prints without the form."""
    desk.goto(worksheet + "/mijn")
    desk.emulate_media(media="print")
    assert desk.locator("#bewaard").is_visible() and not desk.locator("#antwoord-1").is_visible()
    desk.emulate_media(media="screen")


def test_the_code_is_large_and_notes_who_types_it(desk, meeting):
    """The code fills the width of the screen; typing it says that one is there."""
    desk.goto(meeting + "/aanwezig")
    press(desk, "Maak een code")
    box = desk.locator("svg.code-groot").bounding_box()
    assert box["width"] > 500, box
    code = desk.locator("main h2").first.inner_text().removeprefix("De code is ")
    desk.goto("/aanwezig")
    desk.locator("#code").fill(code.lower())
    press(desk, "Ik ben er")
    assert desk.url.endswith("/aanwezig/genoteerd")
    desk.goto(meeting + "/aanwezig")
    assert "Aanwezig: 1." in desk.locator("main").inner_text()


def test_a_date_poll_is_asked_in_a_minute_by_keyboard(desk, meeting):
    """D-08, MTG-22: one form, within 60 seconds by fixed costs; then one button makes the meeting."""
    day = datetime.date.today() + datetime.timedelta(days=30)
    typed = {
        "titel": "Samen lezen", "momenten": f"{day:%d-%m-%Y} 10:00\n{day:%d-%m-%Y} 14:00", "nodig": "anke.mus@voorbeeld.nl",
        "erbij": "bert.kauw@voorbeeld.nl",
    }
    desk.goto("/organiseren/datumprikkers/nieuw")
    desk.locator("#waar").select_option(label=f"Samen toepassen, {__name__}")
    cost = DECIDE + POINT
    for field, words in typed.items():
        desk.locator("#" + field).focus()
        desk.keyboard.type(words)
        cost += DECIDE + POINT + KEY * len(words)
    press(desk, "Vraag het")
    assert cost + DECIDE + POINT < 60, cost
    assert "0 van 2 mensen gaven antwoord." in desk.locator("main").inner_text()
    desk.locator("#moment").select_option(index=1)
    press(desk, "Maak de bijeenkomst")
    assert "14.00 tot 15.00 uur" in desk.locator(".melding").first.inner_text()
    desk.get_by_role("link", name="Naar de bijeenkomst", exact=True).click()
    assert desk.locator("#dag").input_value() == f"{day:%d-%m-%Y}" and desk.locator("#begin").input_value() == "14:00"


def test_pages_are_accessible(open_page, meeting, worksheet, administrator):
    """axe and no sideways scrolling, wide and narrow, light and dark."""
    visitor = open_page(bypass_csp=True)
    for path in [meeting + "/werkbladen", worksheet, "/aanwezig", "/en/aanwezig", "/aanwezig/genoteerd"]:
        look(visitor, path)
    own = open_page(bypass_csp=True, storage_state=administrator)
    for path in [
        worksheet + "/mijn", worksheet + "/bewerken", meeting + "/werkbladen/nieuw", "/mijn/werkbladen", meeting + "/aanwezig",
        "/organiseren/datumprikkers", "/organiseren/datumprikkers/nieuw",
    ]:
        look(own, path)
    own.goto("/organiseren/datumprikkers")
    own.get_by_role("link", name="Samen lezen", exact=True).click()
    look(own)
