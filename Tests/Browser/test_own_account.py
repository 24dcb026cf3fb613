"""One's own account as people change it: another phone, new recovery codes, another mail address; by keyboard, with and without script, and axe on every page."""

import re

import pytest

from signing import ask, code_of_app, look, second_step

# Six codes an hour go to one address, and one person tries ten codes of an app in a quarter of an hour: each test has its own people.
FEM, HANNA, OLD, NEW = "fem@voorbeeld.nl", "hanna@voorbeeld.nl", "gijs@voorbeeld.nl", "gijs.mol@voorbeeld.nl"


def signed_in(page, path, mail):
    """Someone who signed in by mail, is nobody in other tests, and ends as they began."""
    code = ask(page, mail, "/aanmelden?terug=" + path.replace("/", "%2F"))
    page.locator("#code").fill(code)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**" + path)


def press(page, name):
    """Follows a link or presses a button, by keyboard."""
    page.locator("main a, main button").filter(has_text=re.compile(f"^{re.escape(name)}$")).first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def fill(page, field, words):
    """Types what a form asks and sends it, by keyboard."""
    page.locator(field).focus()
    page.keyboard.insert_text(words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def turn_off(page):
    page.goto("/mijn/tweede-stap")
    press(page, "Zet de tweede stap uit")
    page.wait_for_url("**/mijn#tweede-stap")
    assert "staat nog niet aan" in page.locator("#tweede-stap").inner_text()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_someone_sets_up_another_phone_by_keyboard(open_page, script):
    """ASVS 6.4.4: the page says that the old app still works; a wrong code comes back; then there are new recovery codes."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=script)
    signed_in(page, "/mijn/tweede-stap", FEM)
    assert page.locator("#weg").count() == 0
    first = page.locator("main code").inner_text()
    second_step(page)
    before = page.locator("main ol code").all_inner_texts()
    page.goto("/mijn")
    press(page, "Andere telefoon, of zet de tweede stap uit")
    page.wait_for_url("**/mijn/tweede-stap")
    assert "Je oude app werkt tot je nieuwe app een goede code geeft" in page.locator("main").inner_text()
    second = page.locator("main code").inner_text()
    assert second != first
    wrong = code_of_app(first)
    fill(page, "#code", wrong)
    assert page.title().startswith("Fout:") and page.locator("#code").input_value() == wrong
    assert page.locator("main code").inner_text() == second
    page.locator("#code").fill("")
    fill(page, "#code", code_of_app(second))
    page.locator("main ol code").first.wait_for(timeout=60_000)
    assert not set(page.locator("main ol code").all_inner_texts()) & set(before)
    press(page, "Ik heb de codes bewaard")
    page.wait_for_url("**/mijn")
    press(page, "Maak nieuwe herstelcodes")
    page.wait_for_url("**/mijn/herstelcodes")
    assert "Je hebt nog 10 herstelcodes" in page.locator("main").inner_text()
    press(page, "Maak nieuwe herstelcodes")
    page.locator("main ol code").first.wait_for(timeout=60_000)
    turn_off(page)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_someone_takes_another_mail_address_by_keyboard(open_page, script):
    """A faulty address comes back, the code changes it, and the new one signs in; then all the way back."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=script)
    for before, after in [(OLD, NEW), (NEW, OLD)]:
        signed_in(page, "/mijn", before)
        press(page, "Wijzig je mailadres")
        page.wait_for_url("**/mijn/mailadres")
        fill(page, "#mail", before)
        assert "Dit is je mailadres al" in page.locator("#fouten").inner_text() and page.locator("#mail").input_value() == before
        page.locator("#mail").fill("")
        fill(page, "#mail", after)
        page.wait_for_url("**/mijn/mailadres/code")
        assert after in page.locator("main").inner_text()
        fill(page, "#code", page.locator(".melding strong").inner_text())
        page.wait_for_url("**/mijn#mailadres")
        assert after in page.locator("#mailadres").inner_text()
        page.get_by_role("button", name="Afmelden").click()


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["nl", "en"])
def test_axe_finds_nothing_on_the_pages_of_ones_own_account(open_page, prefix):
    page = open_page(bypass_csp=True)
    signed_in(page, "/mijn/mailadres", HANNA)
    look(page, prefix + "/mijn/mailadres")
    page.locator("#mail").fill("geen adres")
    page.locator("main form button[type=submit]").click()
    assert re.match("Fout:|Error:", page.title())
    look(page)
    page.locator("#mail").fill("hanna.bos@voorbeeld.nl")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/mijn/mailadres/code")
    look(page)
    page.goto("/mijn/tweede-stap")
    second_step(page)
    for path in ("/mijn", "/mijn/tweede-stap", "/mijn/herstelcodes"):
        look(page, prefix + path)
    page.locator("main form button[type=submit]").click()
    page.locator("main ol code").first.wait_for(timeout=60_000)
    look(page)
    turn_off(page)


def test_an_administrator_sees_the_second_step_of_someone(open_page, administrator):
    page = open_page(bypass_csp=True, storage_state=administrator)
    for name, words in [("Cas Kok", "je eigen tweede stap hier niet weghalen"), ("Bo Bakker", "De tweede stap staat niet aan")]:
        page.goto("/beheer/mensen")
        page.get_by_role("link", name=name).click()
        assert words in page.locator("#tweede-stap").inner_text()
        look(page)
