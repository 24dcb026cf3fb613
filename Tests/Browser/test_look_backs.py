"""Look-backs as organisers and readers meet them: writing one without script, reading it on a telephone, the time it takes, and axe."""

import datetime
import zoneinfo

import pytest

import task_time
from signing import look, press

TITLE = "Veilig wonen in de wijk"
POINT = "Vraag eerst wie er al is"


@pytest.fixture(scope="module")
def meeting(desk):
    """A meeting of yesterday with one item, on the site."""
    desk.goto("/beheer/programmas")
    desk.locator("#naam").fill("Samen terugblikken")
    desk.locator("#doel").fill("Leren van elkaar.")
    press(desk, "Begin een programma")
    desk.goto("/organiseren")
    desk.get_by_role("link", name="Begin een bijeenkomst (Samen terugblikken)", exact=True).click()
    day = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).date() - datetime.timedelta(days=1)
    desk.locator("#naam").fill(TITLE)
    desk.locator("#dag").fill(day.strftime("%d-%m-%Y"))
    desk.locator("#begin").fill("14:00")
    desk.locator("#einde").fill("16:00")
    desk.get_by_label("Online", exact=True).check()
    press(desk, "Maak het concept")
    desk.locator("#soort").select_option("uitwisseling")
    desk.locator("#titel").fill("Ervaringen met buren")
    desk.locator("#minuten").fill("60")
    press(desk, "Voeg een onderdeel toe")
    desk.get_by_role("link", name=f"Verander {TITLE}", exact=True).click()
    address = desk.url.replace("/bewerken", "").split("#")[0]
    press(desk, "Zet op de site")
    return address


@pytest.fixture(scope="module")
def look_back(desk, meeting):
    """Its look-back, written and public."""
    desk.goto(meeting + "/terugblik/schrijven")
    # The round of every minute may have been first.
    button = desk.get_by_role("button", name="Zet de terugblik klaar", exact=True)
    if button.count():
        button.click()
    desk.locator("#delen").get_by_role("link", name="Ervaringen met buren", exact=True).click()
    desk.locator("#uitkomst").fill("Begin met één straat.")
    desk.locator("#stappen").fill("Bel aan\nKom terug")
    desk.locator("#werkt").fill("Koffie op de stoep")
    desk.locator("#werkt-niet").fill("Een brief")
    press(desk, "Bewaar")
    desk.locator("#morgen").fill("Bel bij je buren aan.")
    desk.get_by_label("Ik. Zet mijn naam erbij", exact=True).check()
    press(desk, "Bewaar")
    desk.locator("#punt").fill(POINT)
    press(desk, "Voeg een punt toe")
    press(desk, "Voeg de delen samen")
    press(desk, "Laat de terugblik zien")
    assert desk.url.endswith("/terugblik")
    return desk.url


def test_what_you_can_do_tomorrow_comes_first(open_page, look_back):
    """TER-01, TER-06, AGD-15, CAS-05: on a telephone, without script; what one can do stands above the rest."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    assert page.goto(look_back).status == 200
    heads = page.locator("main h2").all_inner_texts()
    assert heads[0] == "Wat je morgen kunt doen" and "Over de schrijver" in heads
    assert page.locator("main h3").all_inner_texts()[:3] == ["Stappen die je kunt zetten", "Wat werkt", "Wat niet werkt"]
    assert page.locator("h1").count() == 1


def test_a_point_can_be_pointed_to(open_page, look_back):
    """TER-03: its link leads to a page of its own with words to refer to it."""
    page = open_page(java_script_enabled=False)
    page.goto(look_back)
    page.locator("#aandachtspunten").get_by_role("link", name=POINT, exact=True).click()
    assert "/aandachtspunten/" in page.url and POINT in page.locator("blockquote").inner_text()
    assert "/aandachtspunten/" + page.url.rsplit("/", 1)[1] in page.locator("#verwijs").inner_text()


def test_catching_up_is_short(open_page, look_back):
    """MTG-22: at most ten things, with the newest look-back among them."""
    page = open_page(java_script_enabled=False)
    page.goto("/leernetwerk/bijpraten")
    items = page.locator("#bijpraten > li")
    assert 1 <= items.count() <= 10 and TITLE in page.locator("#bijpraten").inner_text()


def test_a_part_is_written_in_ten_minutes(desk, meeting, look_back):
    """TER-02: reading the page at 200 words a minute, four short answers by keyboard, and a decision for each field, take less than ten minutes."""
    desk.goto(meeting + "/terugblik/schrijven")
    desk.locator("#delen").get_by_role("link").first.click()
    walk = task_time.Walk(desk)
    walk.read("main")
    fields = desk.locator("main textarea").count()
    assert fields == 4
    for _ in range(fields):
        walk.point()
        walk.keys += 250
    walk.point()
    assert walk.seconds < 600, str(walk)


def test_pages_of_look_backs_are_accessible(open_page, meeting, look_back, administrator):
    """axe and no sideways scrolling, wide and narrow, light and dark: for readers and for who writes."""
    reader = open_page(bypass_csp=True)
    for path in [look_back, "/leernetwerk/bijpraten", "/en/leernetwerk/bijpraten", "/opbrengsten", "/en/opbrengsten"]:
        look(reader, path)
    organiser = open_page(bypass_csp=True, storage_state=administrator)
    for path in ["/organiseren/terugblikken", meeting + "/terugblik/schrijven", "/opbrengsten/van-jou"]:
        look(organiser, path)


def test_a_fault_comes_back_with_the_words(desk, meeting, look_back):
    """TER-05: a figure without source and date is refused, at the top and at the field; what was typed stays."""
    desk.goto(meeting + "/terugblik/schrijven")
    desk.locator("#cijfers summary").click()
    desk.locator("#cijfer-naam").fill("Voelt zich veilig")
    desk.locator("#cijfer-waarde").fill("78,5")
    desk.locator("#cijfer-periode").fill("2024")
    press(desk, "Voeg een cijfer toe")
    assert desk.title().startswith("Fout:") and desk.locator("#cijfer-waarde").input_value() == "78,5"
    assert desk.locator("#fouten li").all_inner_texts() == ["Vul de bron in", "Vul een datum in, zoals 31-12-2026"]


def test_the_look_back_is_on_paper(open_page, look_back):
    """The text prints without the buttons."""
    page = open_page()
    page.goto(look_back)
    page.emulate_media(media="print")
    assert page.locator("#morgen").is_visible() and page.locator("#aandachtspunten").is_visible()
