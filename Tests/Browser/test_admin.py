"""Administration as people do it: adding someone, giving a role, making a programme, choosing colours; and axe on every page of it."""

import pytest

from signing import look


@pytest.fixture
def desk(open_page, administrator):
    return open_page(bypass_csp=True, storage_state=administrator)


def send(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def test_someone_is_added_gets_a_role_and_an_organisation_and_is_erased(desk):
    desk.goto("/beheer/mensen")
    desk.locator("#naam").fill("Dina Dam")
    desk.locator("#mail").fill("geen adres")
    send(desk, "Voeg iemand toe")
    assert desk.title().startswith("Fout:")
    look(desk)
    desk.locator("#fouten").get_by_role("link").click()
    assert desk.evaluate("document.activeElement.id") == "mail"
    assert desk.locator("#naam").input_value() == "Dina Dam"
    desk.locator("#mail").fill("dina@voorbeeld.nl")
    send(desk, "Voeg iemand toe")
    assert desk.locator("h1").inner_text() == "Dina Dam"
    desk.locator("#rol").select_option("wijkprofessional")
    desk.locator("#soort-werk").fill("Straatcoach")
    desk.get_by_label("In een gebied").check()
    desk.locator("#gebied").fill("GM0222")
    desk.locator("#tot").fill("31-12-2099")
    send(desk, "Geef een rol")
    row = desk.locator("#rollen tbody tr").first.inner_text()
    assert "Straatcoach" in row and "Doetinchem (GM0222)" in row and "2099" in row
    desk.locator("#lid-organisatie").select_option(label="Doetinchem")
    send(desk, "Zet bij een organisatie")
    assert "Doetinchem" in desk.locator("#organisaties tbody").inner_text()
    look(desk)
    place = desk.url.split("#")[0]
    look(desk, place.replace("/beheer", "/en/beheer"))
    desk.goto(place)
    desk.get_by_role("link", name="Wis Dina Dam").click()
    look(desk)
    send(desk, "Wis deze persoon")
    assert desk.title().startswith("Fout:")
    desk.get_by_label("Ja, wis Dina Dam").check()
    send(desk, "Wis deze persoon")
    assert "Dina Dam" not in desk.locator("main").inner_text()


def test_an_organisation_and_a_programme_are_made_and_seen_by_everyone(desk, open_page):
    desk.goto("/beheer/organisaties")
    desk.locator("#naam").fill("Wij in De Huet")
    desk.locator("#soort").select_option("bewonersgroep")
    desk.locator("#gebied").fill("GM0222")
    send(desk, "Voeg een organisatie toe")
    look(desk)
    desk.goto("/beheer/programmas")
    look(desk)
    desk.locator("#naam").fill("Samen in de wijk")
    desk.locator("#doel").fill("Leren van elkaar.")
    desk.locator("#eigenaar").select_option(label="Wij in De Huet")
    send(desk, "Begin een programma")
    look(desk)
    edit = desk.url
    desk.locator("#deel-soort").select_option("netwerk")
    desk.locator("#deel-onder").select_option(index=1)
    desk.locator("#deel-naam").fill("Leerkring Oost")
    send(desk, "Voeg een onderdeel toe")
    desk.locator("#contact-naam").fill("Loket van de wijk")
    desk.locator("#contact-telefoon").fill("026 123 45 67")
    desk.get_by_label("Het telefoonnummer").check()
    send(desk, "Voeg een contactpersoon toe")
    look(desk, edit.replace("/programmas", "/en/programmas"))
    desk.goto(edit)
    desk.get_by_role("link", name="Leerkring Oost").click()
    look(desk)
    visitor = open_page(bypass_csp=True, java_script_enabled=True)
    for prefix in ("", "/en"):
        for path in ("/organisaties?soort=bewonersgroep", "/programmas", "/programmas/samen-in-de-wijk"):
            look(visitor, prefix + path)
        visitor.get_by_role("link", name="Leerkring Oost").click()
        look(visitor)
        assert "Loket van de wijk" in visitor.locator("#contact").inner_text()
        visitor.get_by_role("link", name="Samen in de wijk").click()
        assert visitor.locator("h1").inner_text() == "Samen in de wijk"


@pytest.mark.parametrize("path", ["/beheer/mensen", "/beheer/rollen", "/beheer/organisaties", "/beheer/instellingen"])
def test_axe_finds_nothing_on_the_lists(desk, path):
    for prefix in ("", "/en"):
        look(desk, prefix + path)


def test_own_colours_are_readable_in_light_and_dark_and_go_again(desk, open_page):
    try:
        desk.goto("/beheer/instellingen")
        desk.locator("#hoofdkleur").fill("#ffcc00")
        send(desk, "Bewaar")
        assert "op 1" in desk.locator("#fouten").inner_text()
        look(desk)
        for main, accent in [("#0d4b62", "#c0a000"), ("#767676", "#000000"), ("#7a0000", "#ffffff")]:
            desk.locator("#hoofdkleur").fill(main)
            desk.locator("#tweede-kleur").fill(accent)
            send(desk, "Bewaar")
            look(desk)
            for path in ("/", "/gebieden/GM0222", "/programmas"):
                look(desk, path)
            colour = desk.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--basis-color-accent-2-bg-default')")
            assert colour.strip()
            desk.goto("/beheer/instellingen")
    finally:
        desk.goto("/beheer/instellingen")
        desk.locator("#naam").fill("Leefkring")
        desk.locator("#hoofdkleur").fill("")
        desk.locator("#tweede-kleur").fill("")
        send(desk, "Bewaar")
