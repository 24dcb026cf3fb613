"""A call from its beginning to its outcome: answering on a telephone by keyboard without script, going on after an interruption, and the workbench."""

import datetime
import zoneinfo
import time

import pytest

from signing import look
from task_time import DECIDE, KEY, WORDS_A_MINUTE

CALL = "Wat wil jij leren in Lindenmeer?"


@pytest.fixture
def desk(open_page, administrator):
    return open_page(bypass_csp=True, storage_state=administrator)


def send(page, name):
    page.get_by_role("button", name=name, exact=True).click()


@pytest.fixture(scope="module")
def call(browser, origin, administrator):
    """A call with a round that is open today, made by an organiser; its address for everyone."""
    context = browser.new_context(base_url=origin, storage_state=administrator)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto("/beheer/programmas")
    page.locator("#naam").fill("Lindenmeer leert samen")
    page.locator("#doel").fill("Leren van elkaar.")
    send(page, "Begin een programma")
    page.goto("/organiseren/oproepen")
    page.locator("#programma").select_option(label="Lindenmeer leert samen")
    page.locator("#titel").fill(CALL)
    page.locator("#doel").fill("Wij zoeken vragen uit de praktijk.")
    page.locator("#wie").fill("Mies Molen")
    page.locator("#veld-gemeente").select_option("vrij")
    send(page, "Begin een oproep")
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).date().strftime("%d-%m-%Y")
    page.locator("#van").fill(today)
    page.locator("#tot").fill(today)
    send(page, "Voeg een ronde toe")
    page.get_by_role("button", name="Zet klaar").click()
    page.get_by_role("link", name="De pagina voor iedereen").click()
    path = page.url[len(origin):]
    context.close()
    return path


def answer(page, path, words):
    page.goto(path + "/meedoen")
    page.locator("#rol").select_option("inwoner")
    page.locator("#vraagstuk").fill(words)
    time.sleep(3.2)
    page.locator("#verder").click()
    page.wait_for_url("**/inbreng/*stap=2")
    page.locator("#inleveren").click()
    page.wait_for_url("**/bedankt*")
    return page.locator("#nummer").inner_text()


# Words of the main part of a page, without those of lists that fold out.
WORDS = """() => { const copy = document.querySelector("main").cloneNode(true);
    copy.querySelectorAll("select, details, #later").forEach((part) => part.remove());
    return copy.textContent.split(/\\s+/).filter(Boolean).length; }"""


def test_a_visitor_answers_by_keyboard_on_a_telephone_without_script(open_page, call):
    """INV-02, INV-15: within five minutes by the keys that are needed, without an account, a cookie or a script."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(call)
    page.get_by_role("link", name="Doe mee", exact=True).click()
    assert len(page.content().encode()) <= 50_000
    assert "Je antwoord is anoniem." in page.locator("main").inner_text()
    read = page.evaluate(WORDS)
    page.locator("#rol").focus()
    typed, reached = 0, []
    for _ in range(25):
        name = page.evaluate("document.activeElement.id")
        reached.append(name)
        if name == "verder":
            break
        words = {"rol": "Inw", "vraagstuk": "Hoe vinden mensen elkaar in de wijk?"}.get(name, "")
        page.keyboard.type(words)
        typed += len(words) + 1
        page.keyboard.press("Tab")
    assert reached[0] == "rol" and reached[-1] == "verder" and "homepage" not in reached
    time.sleep(3.2)
    page.keyboard.press("Enter")
    page.wait_for_url("**/inbreng/*stap=2")
    read += page.evaluate(WORDS)
    page.locator("#leren").fill("Gesprekken leiden")
    page.locator("#nodig").check()
    page.locator("#citaat").check()
    page.locator("#inleveren").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/bedankt*")
    assert "Mies Molen neemt je antwoord mee." in page.locator("main").inner_text()
    assert page.context.cookies() == []
    # Someone writes 300 signs, moves between the fields by keyboard, decides at each, and reads both pages.
    fields = len(reached) + 12
    assert KEY * (typed + 300 + fields) + DECIDE * fields + 60 * read / WORDS_A_MINUTE < 300
    number = page.locator("#nummer").inner_text()
    page.goto("/inbreng/stand")
    page.locator("#nummer").fill(number)
    send(page, "Kijk")
    assert "Nog niet bekeken" in page.locator("#stand").inner_text()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_who_stops_goes_on_by_the_link_in_either_language(open_page, call, script):
    """D-10: the words are there again in another browser and in the other language."""
    page = open_page(java_script_enabled=script)
    page.goto(call + "/meedoen")
    page.locator("#vraagstuk").fill("Wat als de bus niet meer komt?")
    send(page, "Bewaar en ga later verder")
    page.wait_for_url("**/inbreng/*")
    link = page.locator("#later .adres a").get_attribute("href")
    other = open_page(java_script_enabled=script)
    other.goto(link)
    assert other.locator("#vraagstuk").input_value() == "Wat als de bus niet meer komt?"
    other.locator("#vraagstuk").fill("Wat als de bus stopt?")
    send(other, "Continue in English")
    other.wait_for_url("**/en/inbreng/*")
    assert other.locator("#vraagstuk").input_value() == "Wat als de bus stopt?"
    send(other, "Throw away what I filled in")
    assert other.goto(link).status == 410


def test_a_page_that_is_closed_by_accident_loses_nothing(open_page, call):
    """INV-15: with script the device keeps what was typed; after handing in it is gone."""
    page = open_page()
    page.goto(call + "/meedoen")
    page.locator("#vraagstuk").fill("Nog niet verstuurd")
    page.get_by_role("checkbox", name="Taai").check()
    page.reload()
    assert page.locator("#vraagstuk").input_value() == "Nog niet verstuurd"
    answer(page, call, "Wel verstuurd")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('oproep ')).length") == 0


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["nl", "en"])
def test_axe_finds_nothing_on_the_pages_of_a_call(open_page, call, prefix):
    page = open_page(bypass_csp=True)
    for path in ("/oproepen", call, call + "/meedoen", call + "/aansluiten", call + "/tip", call + "/bedankt", "/inbreng/stand", "/vraagstukken"):
        look(page, prefix + path)
    page.goto(prefix + call + "/meedoen")
    page.locator("#verder").click()
    look(page)
    assert page.locator("#fouten li").count() == 2


def test_the_organiser_gives_answers_a_place_and_takes_a_step_back(open_page, desk, call):
    """INV-08: from the workbench to an issue, and back."""
    visitor = open_page()
    answer(visitor, call, "Hoe houden wij het buurthuis open?")
    place = "/organiseren" + call
    for path in ("", "/werkbank", "/rapport", "/invoer", "/mensen"):
        look(desk, place + path)
    desk.goto(place + "/werkbank")
    card = desk.locator("article", has_text="Hoe houden wij het buurthuis open?").first
    card.locator("summary").click()
    card.locator("[name^=nieuw]").fill("Buurthuizen open houden")
    card.get_by_role("button", name="Geef een plek").click()
    assert desk.locator("#vraagstukken").get_by_role("link", name="Buurthuizen open houden").count() == 1
    desk.locator("#vraagstukken").get_by_role("link", name="Buurthuizen open houden").click()
    assert "Hoe houden wij het buurthuis open?" in desk.locator("#stukken").inner_text()
    look(desk)
    desk.goto(place + "/werkbank")
    desk.get_by_role("button", name="Neem de laatste stap terug").click()
    assert desk.locator("#vraagstukken").get_by_role("link", name="Buurthuizen open houden").count() == 0
