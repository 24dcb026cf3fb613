"""A figure beside a story, from the desk to the page of the area; on a telephone without script, with axe in both languages."""

import pytest

from conversation import begin
from signing import look, press
from site_map import NEIGHBOURHOOD
from test_accessibility import WIDER_THAN_WINDOW

SECTION = f"/gebieden/{NEIGHBOURHOOD}/tellen-en-vertellen"


@pytest.fixture(scope="module")
def administrator(conversation_leader):
    return conversation_leader


@pytest.fixture(scope="module")
def talk(desk):
    return begin(desk, "Hoe is het hier na vijven?", moderation="achteraf")


@pytest.fixture(scope="module")
def told(desk, talk):
    page = desk
    page.goto(talk + "/verhalen/nieuw")
    page.locator("#verhaal").fill("Bij het plein is het na vijven donker. Ik loop om.")
    page.get_by_label("Iedereen, zonder mijn naam", exact=True).check()
    page.locator("input[name=citaat]").check()
    press(page, "Verstuur")
    return talk


def test_a_figure_and_a_story_stand_side_by_side(open_page, administrator, told):
    """WYK-11: laid side by side, judged, talked over; both sides keep what they are."""
    leader = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False, storage_state=administrator)
    leader.goto(SECTION + "/regelen")
    assert leader.evaluate(WIDER_THAN_WINDOW) is None
    leader.get_by_role("link", name="Hoe is het hier na vijven?").click()
    assert leader.evaluate(WIDER_THAN_WINDOW) is None
    leader.locator("#titel").fill("Verlichting")
    leader.locator("#thema").select_option("veiligheid")
    leader.locator("#geteld").select_option(index=3)
    leader.locator("#verteld").select_option("alle")
    leader.locator("#citaat").fill("Ik loop om.")
    press(leader, "Bewaar")
    assert leader.locator("a[href='#verhouding']").count() == 1
    leader.locator("input[name=verhouding][value=spreekt-tegen]").check()
    press(leader, "Bewaar")
    assert leader.url.split("/")[-2] == "tellen-en-vertellen"
    leader.get_by_role("link", name="Schrijf op wat ermee is gedaan").click()
    leader.locator("input[name=stand][value=besproken]").check()
    leader.locator("#reden").fill("Besproken op het plein.")
    press(leader, "Bewaar")
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(f"/gebieden/{NEIGHBOURHOOD}")
    panel = page.locator("#tellen")
    assert "Ik loop om." in panel.inner_text() and "Besproken op het plein." in panel.inner_text()
    assert page.evaluate(WIDER_THAN_WINDOW) is None
    panel.get_by_role("link", name="Verlichting").click()
    assert page.evaluate(WIDER_THAN_WINDOW) is None
    assert "Minder dan 5 van de 1 verhalen gaan hierover." in page.locator("main").inner_text()


def test_who_knows_the_area_stands_there(open_page, administrator):
    """WYK-30: groups and organisations, no people."""
    leader = open_page(java_script_enabled=False, storage_state=administrator)
    leader.goto(SECTION + "/regelen")
    leader.locator("#naam").fill("Bewonersgroep Waterkers (verzonnen)")
    leader.locator("input[name=soort][value=bewoners]").check()
    leader.locator("#weet").fill("De speeltuin")
    press(leader, "Zet erbij")
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(SECTION)
    assert "Bewonersgroep Waterkers" in page.locator("#kenners").inner_text()
    assert page.evaluate(WIDER_THAN_WINDOW) is None


def test_no_axe_findings(open_page, administrator, told):
    page = open_page(bypass_csp=True)
    page.goto(SECTION)
    one = page.locator(".tv h3 a").first.get_attribute("href")
    for address in [SECTION, one, f"/gebieden/{NEIGHBOURHOOD}"]:
        look(page, address)
        look(page, "/en" + address)
    leader = open_page(bypass_csp=True, storage_state=administrator)
    for address in [SECTION + "/regelen", SECTION + "/regelen/nieuw?gesprek=" + told.split("/")[-1], one + "/regelen"]:
        look(leader, address)
