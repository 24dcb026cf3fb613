"""The overview of who organises and the network report: quick, on a telephone, by keyboard, on paper and with axe."""

import json

import pytest

from signing import look

PROGRAMME = "Samen in beeld"
PLACE = "/programmas/samen-in-beeld"


@pytest.fixture(scope="module")
def desk(browser, origin, administrator):
    """Who organises, without script."""
    context = browser.new_context(base_url=origin, storage_state=administrator, java_script_enabled=False)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto("/beheer/programmas")
    page.locator("#naam").fill(PROGRAMME)
    page.locator("#doel").fill("Zien hoe het netwerk leert.")
    page.get_by_role("button", name="Begin een programma", exact=True).click()
    yield page
    context.close()


def test_the_overview_says_what_waits(desk):
    """Spec 9: one page, and from there to the report and to what people used."""
    assert desk.goto(PLACE + "/overzicht").status == 200
    assert desk.locator("h1").inner_text() == f"Wat op je wacht: {PROGRAMME}"
    for name in ["Van wie je niets hoort", "Vragen om hulp die open staan", "Oproepen", "Plekken die mensen niet namen"]:
        assert desk.get_by_role("heading", name=name, exact=True).count() == 1, name
    desk.get_by_role("link", name="Hoe het netwerk leert", exact=True).click()
    assert desk.url.endswith(PLACE + "/netwerkrapport")
    desk.goto(PLACE + "/overzicht")
    desk.get_by_role("link", name="Wat mensen later gebruikten", exact=True).click()
    assert "Er is nog niemand gevraagd." in desk.locator("main").inner_text()


def test_the_overview_is_there_within_a_second(open_page, desk, administrator):
    """Spec 9: less than 1 s."""
    page = open_page(storage_state=administrator)
    page.goto(PLACE + "/overzicht")
    times = []
    for _ in range(3):
        page.goto(PLACE + "/overzicht")
        times.append(page.evaluate("performance.getEntriesByType('navigation')[0].responseEnd"))
    assert min(times) < 1000, times


def test_the_report_is_chosen_by_year_and_taken_along(desk):
    """KWA-05: a year of choice, a table and JSON; nothing is told of fewer than five."""
    desk.goto(PLACE + "/netwerkrapport")
    years = desk.get_by_role("navigation", name="Kies een jaar").get_by_role("link")
    assert years.count() == 6 and years.first.get_attribute("aria-current") == "page"
    years.nth(1).focus()
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    assert "?jaar=" in desk.url and "minder dan 5" in desk.locator("#later").inner_text()
    table = desk.request.get(PLACE + "/netwerkrapport.csv")
    assert table.status == 200 and table.text().startswith("jaar,onderdeel,wat,van,naar,waarde,n,onbekend\r\n")
    report = json.loads(desk.request.get(PLACE + "/netwerkrapport.json").text())
    assert report["hulp"]["doel"] == 80 and report["hulp"]["n"] == 0
    assert report["later"][0]["ja"] is None and report["zonderVerband"] == []


def test_these_pages_are_accessible(open_page, desk, administrator):
    """axe and no sideways scrolling, wide and narrow, light and dark."""
    page = open_page(bypass_csp=True, storage_state=administrator)
    for path in ["/overzicht", "/netwerkrapport", "/navraag"]:
        look(page, PLACE + path)
    look(page, "/en" + PLACE + "/overzicht")
    look(page, "/mijn/navraag")


def test_the_report_is_on_paper(open_page, desk, administrator):
    """The tables print."""
    page = open_page(storage_state=administrator)
    page.goto(PLACE + "/netwerkrapport")
    page.emulate_media(media="print")
    assert page.locator("#later table").is_visible() and page.locator("#tijd").is_visible()
