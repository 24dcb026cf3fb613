"""Tasks of people with little time, walked through the real pages at fixed costs: each stays below what the network promises.

Registering, asking a date poll, a part of a look-back and catching up are walked where the rest of them is tested.
"""

import datetime
import hashlib
import shutil
import sqlite3
import zoneinfo

import pytest

from running import Server
from signing import cookies_of
from task_time import Walk
from test_expertise import ASKING, KNOWING, SUBJECT, people, press  # noqa: F401  `people`: the cookies of two
from test_inventory import call  # noqa: F401  a call that is open

PHONE = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": False}
PROGRAMME, SERIES = "Leren op tijd", "Reeks op tijd"
QUICK = "Dit kost je minder dan een minuut."
TITLES = ["Tijd één", "Tijd twee", "Tijd drie"]
NEED = "Hoe houd je mensen erbij als het project stopt? Wij zien dat iedereen dan weer zijn eigen weg gaat. " * 2


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("task-times")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def origin(folder):
    """A site of its own, with nothing of other tests to read."""
    server = Server(folder)
    yield server.origin
    server.stop()


@pytest.fixture(scope="module")
def administrator(browser, origin):
    return cookies_of(browser, origin, "cas@voorbeeld.nl")


def day(after):
    return datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).date() + datetime.timedelta(days=after)


@pytest.fixture(scope="module")
def series(desk):
    """A series of three meetings on the site: its address for who takes part, and the addresses of its meetings."""
    desk.goto("/beheer/programmas")
    desk.locator("#naam").fill(PROGRAMME)
    desk.locator("#doel").fill("Leren van elkaar.")
    press(desk, "Begin een programma")
    desk.locator("#deel-soort").select_option("reeks")
    desk.locator("#deel-onder").select_option(index=1)
    desk.locator("#deel-naam").fill(SERIES)
    press(desk, "Voeg een onderdeel toe")
    part = desk.locator("#onderdelen").get_by_role("link", name=SERIES).get_attribute("href").rsplit("/", 1)[1]
    meetings = []
    for number, title in enumerate(TITLES):
        desk.goto("/organiseren")
        desk.get_by_role("link", name=f"Begin een bijeenkomst ({PROGRAMME})", exact=True).click()
        desk.locator("#naam").fill(title)
        desk.locator("#reeks").select_option(value=part)
        desk.locator("#doel").fill("Samen zien wat werkt in de wijk.")
        desk.locator("#dag").fill(day(40 + number).strftime("%d-%m-%Y"))
        desk.locator("#begin").fill("14:00")
        desk.locator("#einde").fill("16:00")
        desk.get_by_label("Online", exact=True).check()
        desk.locator("#voorbereiding").fill("9")
        press(desk, "Maak het concept")
        address = desk.url.split("/programma")[0]
        desk.goto(address + "/bewerken")
        press(desk, "Zet op de site")
        meetings.append(address)
    return f"/reeksen/{part}/inschrijven", meetings


def says(page, words) -> bool:
    """Each task says how long it takes."""
    return words in page.locator("main").inner_text()


def take_part(walk):
    """Sends the form. What is sent faster than people type is asked for once more: a walk types at once."""
    button = walk.page.get_by_role("button", name="Doe mee", exact=True)
    walk.press(button)
    if "nog één keer" in walk.page.locator("main").inner_text():
        walk.page.wait_for_timeout(1_100)
        with walk.page.expect_navigation():
            button.click()


@pytest.fixture(scope="module")
def place(browser, origin, people, series):  # noqa: F811
    """The page of one's own place at the first meeting of the series, for who signed in."""
    context = browser.new_context(base_url=origin, storage_state=people[KNOWING], java_script_enabled=False)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(series[1][0] + "/inschrijven")
    page.locator("#rol").select_option("ambtenaar")
    take_part(Walk(page))
    page.wait_for_url("**/inschrijvingen/**")
    yield page.url
    context.close()


def test_a_series_of_three_takes_45_seconds(open_page, series):
    """MTG-06: one form for three meetings, all of them ticked; the page is read down to the last field that must be filled in."""
    page = open_page(**PHONE)
    page.goto(series[0])
    walk = Walk(page)
    walk.read("h1, main .inleiding, main fieldset:has([name=bijeenkomst])")
    assert page.locator("[name=bijeenkomst]:checked").count() == 3
    assert says(page, QUICK)
    walk.type("naam", "Kim Kring")
    walk.type("mail", "kim.kring@voorbeeld.nl")
    walk.select("rol", value="ambtenaar")
    take_part(walk)
    page.wait_for_url("**/inschrijven/verstuurd")
    assert walk.seconds < 45, str(walk)


def test_preparing_takes_ten_minutes(open_page, people, series, place):  # noqa: F811
    """MTG-22: who reads the whole page of the meeting and that of their own place, and writes what they want to know, has read how long it takes."""
    page = open_page(**PHONE, storage_state=people[KNOWING])
    page.goto(series[1][0])
    walk = Walk(page)
    walk.read("main")
    assert "9 minuten" in page.locator("main").inner_text()
    page.goto(place)
    walk.read("main")
    walk.type("vraag", NEED)
    walk.press(page.get_by_role("button", name="Bewaar", exact=True).first)
    assert page.locator("#vraag").input_value().strip() == NEED.strip()
    assert walk.seconds < 600, str(walk)


def test_another_date_is_one_click_and_a_confirmation(open_page, people, place):  # noqa: F811
    """MTG-22: from the page behind the mail to a place on another day."""
    page = open_page(**PHONE, storage_state=people[KNOWING])
    page.goto(place)
    assert says(page, QUICK)
    walk = Walk(page)
    walk.press(page.locator("#andere-dag").get_by_role("button", name=TITLES[1]))
    sure = page.get_by_role("button", name="Ga op deze dag", exact=True)
    if sure.count():
        walk.press(sure)
    assert walk.clicks <= 2 and walk.keys == 0, str(walk)
    page.goto("/mijn/inschrijvingen")
    page.get_by_role("link", name=f"Bekijk je plek ({TITLES[1]})", exact=True).click()
    assert page.locator("h1").inner_text() == TITLES[1] and "Je hebt een plek." in page.locator("main").inner_text()


def test_an_answer_to_a_call_takes_four_minutes(open_page, call):  # noqa: F811
    """INV-02: the first page is read whole, and what is asked on the second: what someone struggles with in 200 signs, what to learn in 50."""
    page = open_page(**PHONE)
    page.goto(call + "/meedoen")
    walk = Walk(page)
    walk.read("h1, main .inleiding, main .melding, #antwoord h2")
    walk.select("rol", value="inwoner")
    walk.type("vraagstuk", NEED)
    # A form is not taken in the first three seconds.
    page.wait_for_timeout(3_200)
    walk.press(page.locator("#verder"))
    page.wait_for_url("**/inbreng/*stap=2")
    walk.read("h1, main .inleiding, #antwoord h2")
    walk.type("leren", "Gesprekken leiden met mensen die nooit iets zeggen.")
    walk.press(page.locator("#inleveren"))
    page.wait_for_url("**/bedankt*")
    assert walk.seconds < 240, str(walk)


def test_a_date_poll_is_answered_in_a_minute(desk, open_page, folder, series):
    """D-08: three moments, each read with what others said, and one button."""
    desk.goto("/organiseren/datumprikkers/nieuw")
    desk.locator("#titel").fill("Samen plannen")
    desk.locator("#waar").select_option(label=PROGRAMME)
    desk.locator("#momenten").fill("\n".join(f"{day(30):%d-%m-%Y} {hour}:00" for hour in (10, 13, 15)))
    desk.locator("#nodig").fill("anke.mus@voorbeeld.nl")
    press(desk, "Vraag het")
    # The link stands in the mail alone, and of its secret only the digest is kept: this one takes its place.
    secret = "een-geheim-van-de-test"
    with sqlite3.connect(folder / "test.sqlite", timeout=20) as database:
        changed = database.execute("UPDATE date_poll_person SET token = ?", [hashlib.sha256(b"date poll " + secret.encode()).digest()]).rowcount
    database.close()
    assert changed == 1
    page = open_page(**PHONE)
    page.goto("/datumprikker/" + secret)
    walk = Walk(page)
    walk.read("main")
    assert "een minuut" in page.locator("main").inner_text()
    for moment in page.locator("main fieldset").all():
        walk.check(moment.get_by_label("Ja", exact=True))
    assert walk.decisions == 3
    walk.press(page.get_by_role("button", name="Verstuur", exact=True))
    assert "Je antwoord is bewaard." in page.locator("main").inner_text()
    assert walk.seconds < 60, str(walk)


def test_a_request_is_answered_in_20_seconds(open_page, people):  # noqa: F811
    """EXP-02: the question, who asks, why this person and what a yes does are read; then one button."""
    helper = open_page(**PHONE, storage_state=people[KNOWING])
    helper.goto("/mijn/expertise")
    helper.locator("#onderwerp").select_option(label=SUBJECT)
    helper.locator("#zelf").get_by_label("Eigen ervaring", exact=True).check()
    press(helper, "Voeg toe")
    asker = open_page(**PHONE, storage_state=people[ASKING])
    asker.goto("/meedenken")
    asker.locator("#vraag").fill("Hoe bereik je buren die nooit komen?")
    asker.locator("#onderwerp").select_option(label=SUBJECT)
    press(asker, "Stuur de vraag")
    asker.wait_for_url("**/meedenken/vragen/**")
    request = asker.url
    helper.goto(request)
    assert says(helper, QUICK)
    walk = Walk(helper)
    walk.read("main dl.over, main form p:not(.hint)")
    walk.press(helper.get_by_role("button", name="Ja, ik help", exact=True))
    helper.goto(request)
    assert ASKING in helper.locator("main").inner_text()
    assert walk.seconds < 20, str(walk)


def test_lines_of_a_quarter_are_approved_in_30_seconds(open_page, people):  # noqa: F811
    """EXP-01: three lines, each read and said yes to, and one button for all."""
    page = open_page(**PHONE, storage_state=people[ASKING])
    page.goto("/mijn/expertise")
    for number in (1, 2, 3):
        page.locator("#onderwerp").select_option(index=number)
        page.locator("#zelf").get_by_label("Eigen ervaring", exact=True).check()
        press(page, "Voeg toe")
    lines = page.locator("#regels fieldset")
    assert lines.count() == 3
    assert says(page, QUICK)
    walk = Walk(page)
    walk.read("#regels h2, #regels form > p, #regels fieldset")
    for line in lines.all():
        walk.check(line.get_by_label("Klopt", exact=True))
    walk.press(page.locator("#regels").get_by_role("button", name="Bewaar", exact=True))
    page.goto("/mijn/expertise")
    assert page.locator("#regels").get_by_label("Klopt", exact=True).first.is_checked()
    assert walk.seconds < 30, str(walk)
