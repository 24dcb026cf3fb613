"""Registering as people do it: by keyboard without script, in time, on a telephone; and the list of who organises."""

import datetime
import zoneinfo
import time

import pytest

from signing import ask, cookies_of, look, press
from task_time import DECIDE, KEY, POINT

TITLE = "Buurtagenda maken"


@pytest.fixture(scope="module")
def administrator(browser, origin):
    """Another than in other tests: who sets up the second step can do so once."""
    return cookies_of(browser, origin, "roos@voorbeeld.nl")


@pytest.fixture(scope="module")
def meeting(browser, origin, administrator):
    """A meeting that is on the site, with one place."""
    context = browser.new_context(base_url=origin, storage_state=administrator, java_script_enabled=False)
    context.set_default_timeout(20_000)
    desk = context.new_page()
    desk.goto("/beheer/programmas")
    desk.locator("#naam").fill("Samen inschrijven")
    desk.locator("#doel").fill("Leren van elkaar.")
    press(desk, "Begin een programma")
    desk.goto("/organiseren")
    desk.get_by_role("link", name="Begin een bijeenkomst (Samen inschrijven)", exact=True).click()
    day = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).date() + datetime.timedelta(days=40)
    desk.locator("#naam").fill(TITLE)
    desk.locator("#dag").fill(day.strftime("%d-%m-%Y"))
    desk.locator("#begin").fill("14:00")
    desk.locator("#einde").fill("16:00")
    desk.get_by_label("Op een plek", exact=True).check()
    desk.locator("#plek").fill("Buurthuis De Linde")
    desk.locator("#plaatsen").fill("1")
    press(desk, "Maak het concept")
    address = desk.url.split("/programma")[0].split("/bewerken")[0].split("#")[0]
    desk.goto(address + "/bewerken")
    press(desk, "Zet op de site")
    context.close()
    return address


def fill(page, name):
    page.locator("#naam").fill(name)
    page.locator("#mail").fill(f"{name.split()[0].lower()}.kring@voorbeeld.nl")
    page.locator("#rol").select_option("ambtenaar")


def send(page):
    """What is sent faster than people type is asked for once more."""
    press(page, "Doe mee")
    if "nog één keer" in page.locator("main").inner_text():
        time.sleep(1.2)
        press(page, "Doe mee")


def test_someone_registers_by_keyboard_alone_without_script(open_page, meeting):
    """MTG-05: every field is reached with the tab key, the hidden one never; within 30 seconds by fixed costs."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(meeting + "/inschrijven")
    assert "minder dan een minuut" in page.locator("main .inleiding").inner_text()
    page.locator("#naam").focus()
    reached, cost = [], 0.0
    for _ in range(12):
        here = page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")
        reached.append(here)
        words = {"naam": "Kim Kring", "mail": "kim.kring@voorbeeld.nl"}.get(here)
        if words:
            page.keyboard.type(words)
            # What a browser knows by itself takes no more than a choice.
            cost += DECIDE + POINT
        elif here == "rol":
            page.locator("#rol").select_option("ambtenaar")
            cost += DECIDE + POINT
        elif here == "Doe mee":
            break
        page.keyboard.press("Tab")
        cost += KEY
    assert reached == ["naam", "mail", "rol", "gemeente", "vraag", "situatie", "Doe mee"], reached
    assert cost + DECIDE + KEY < 30
    time.sleep(3)
    page.keyboard.press("Enter")
    page.wait_for_url("**/inschrijven/verstuurd")
    assert page.locator("h1").inner_text() == "Kijk in je mail"


def test_who_signed_in_sees_the_place_at_once_and_gives_it_back(open_page, meeting):
    """MTG-07, MTG-22, D-13: nothing to type, one button to cancel, and the way back to the list of one's own."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False, bypass_csp=True)
    code = ask(page, "fien@voorbeeld.nl")
    page.locator("#code").fill(code)
    page.locator("main button[type=submit]").click()
    page.goto(meeting + "/inschrijven")
    assert page.locator("#naam").input_value() and page.locator("#mail").input_value() == "fien@voorbeeld.nl"
    page.locator("#rol").select_option("ambtenaar")
    time.sleep(3)
    send(page)
    page.wait_for_url("**/inschrijvingen/**")
    words = page.locator("main").inner_text()
    assert "Je hebt een plek." in words or "Je staat op de wachtlijst." in words
    page.goto("/mijn/inschrijvingen")
    page.get_by_role("link", name=f"Bekijk je plek ({TITLE})", exact=True).click()
    for name in ["Meld je af", "Ga van de lijst"]:
        if page.get_by_role("button", name=name, exact=True).count():
            press(page, name)
            break
    words = page.locator("main").inner_text()
    assert "Je bent afgemeld." in words or "Je staat niet meer op de lijst." in words


def test_faults_are_said_at_the_field_with_every_word_kept(open_page, meeting):
    page = open_page(java_script_enabled=False)
    page.goto("/en" + "/" + meeting.split("/", 3)[3] + "/inschrijven")
    page.locator("#naam").fill("Bo & Co")
    press(page, "Take part")
    assert page.title().startswith("Error:")
    assert [link.get_attribute("href") for link in page.locator("#fouten a").all()] == ["#mail", "#rol"]
    assert page.locator("#naam").input_value() == "Bo & Co"


def test_an_organiser_sees_who_comes_and_makes_more_places(open_page, meeting, administrator):
    """D-03: what an organiser adds to the places goes to who waits."""
    page = open_page(storage_state=administrator, java_script_enabled=False)
    for name in ["Lot Kring", "Mo Kring"]:
        page.goto(meeting + "/deelnemers/erbij")
        fill(page, name)
        press(page, "Voeg iemand toe")
    words = page.locator("main").inner_text()
    assert "Lot Kring" in words and "Mo Kring" in words and "Wacht" in words
    page.locator("#plaatsen").fill("8")
    page.locator("#plaatsen-vak").get_by_role("button", name="Bewaar", exact=True).click()
    assert "Heeft een aanbod" in page.locator("main").inner_text()


def test_pages_of_registration_are_accessible(open_page, meeting, administrator):
    visitor = open_page(bypass_csp=True)
    for path in ["/inschrijven", "/inschrijven/groep", "/inschrijven/verstuurd"]:
        look(visitor, meeting + path)
    organiser = open_page(bypass_csp=True, storage_state=administrator)
    for path in ["/deelnemers", "/deelnemers/erbij"]:
        look(organiser, meeting + path)
    look(organiser, "/mijn/inschrijvingen")
