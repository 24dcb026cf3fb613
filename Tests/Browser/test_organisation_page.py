"""The page of an organisation, as an administrator writes it and everyone reads it; and axe on each (EXP-07)."""

from signing import look, press

GUIDE = "Gids voor buren https://zwaluw.example/gids"


def test_an_administrator_writes_what_an_organisation_made_and_everyone_reads_it(open_page, administrator):
    desk = open_page(bypass_csp=True, java_script_enabled=True, storage_state=administrator)
    desk.goto("/beheer/organisaties")
    desk.locator("#naam").fill("Stichting Zwaluwdal")
    desk.locator("#soort").select_option("kennisinstelling")
    press(desk, "Voeg een organisatie toe")
    desk.get_by_role("link", name="Schrijf de pagina").click()
    desk.locator("details.keuzelijst summary").click()
    desk.get_by_label("Eenzaamheid", exact=True).check()
    desk.locator("#producten").fill(GUIDE + "\nKaartspel Buren")
    desk.locator("#platforms").fill("Zwaluwplein")
    desk.locator("#bereiken").fill("Bel ons op dinsdag.")
    press(desk, "Bewaar")
    assert desk.title().startswith("Fout:")
    look(desk)
    desk.locator("#fouten").get_by_role("link").click()
    assert desk.evaluate("document.activeElement.id") == "platforms"
    assert desk.locator("#producten").input_value().splitlines() == [GUIDE, "Kaartspel Buren"]
    desk.locator("#platforms").fill("Zwaluwplein https://plein.zwaluw.example")
    press(desk, "Bewaar")
    look(desk)
    place = desk.url.split("?")[0]
    desk.get_by_role("link", name="Bekijk de pagina").click()
    path = desk.url
    visitor = open_page(bypass_csp=True, java_script_enabled=True)
    look(visitor, path)
    assert visitor.get_by_role("link", name="Gids voor buren").get_attribute("href") == "https://zwaluw.example/gids"
    assert "dinsdag" not in visitor.locator("main").inner_text()
    desk.goto(place)
    desk.get_by_label("Iedereen mag dit zien").check()
    press(desk, "Bewaar")
    reader = open_page(java_script_enabled=False)
    reader.goto(path)
    assert "Bel ons op dinsdag." in reader.locator("#contact").inner_text()
    look(visitor, path.replace("/organisaties", "/en/organisaties"))
