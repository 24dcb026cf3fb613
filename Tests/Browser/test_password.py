"""Passwords as people use them: set, sign in, change and remove, by keyboard, with and without script; and axe on every page of it."""

import re

import pytest

from signing import ask, look

FIRST, SECOND = "vier lange koele zwaluwen", "een brug over de Linge 8"


def own_page(page):
    """Dana, signed in by mail: that never stops working, whatever happens to a password."""
    code = ask(page, "dana@voorbeeld.nl", "/aanmelden?terug=%2Fmijn%2Fwachtwoord")
    page.locator("#code").fill(code)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/mijn/wachtwoord")


def remove(page):
    if page.locator("#weg").count():
        page.locator("#weg button").click()
        page.wait_for_url("**/mijn#wachtwoord")
        page.goto("/mijn/wachtwoord")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_someone_sets_uses_changes_and_removes_a_password_by_keyboard(open_page, script):
    """ASVS 6.2.2, 6.2.3, 6.2.7: all of it, with keys alone, on a telephone."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=script)
    own_page(page)
    remove(page)
    page.locator("#nieuw-wachtwoord").focus()
    page.keyboard.insert_text(FIRST)  # as a paste does: no keys
    page.keyboard.press("Enter")
    page.wait_for_url("**/mijn#wachtwoord")
    assert "Je hebt een wachtwoord sinds" in page.locator("#wachtwoord").inner_text()
    page.get_by_role("button", name="Afmelden").click()
    page.goto("/aanmelden")
    page.locator("#mail").focus()
    page.keyboard.type("dana@voorbeeld.nl")
    page.keyboard.press("Tab")
    page.keyboard.insert_text(SECOND)
    page.keyboard.press("Enter")
    assert "past niet bij dit mailadres" in page.locator("#fouten").inner_text()
    assert page.locator("#mail").input_value() == "dana@voorbeeld.nl" and page.locator("#wachtwoord").input_value() == ""
    page.locator("#wachtwoord").focus()
    page.keyboard.insert_text(FIRST)
    page.keyboard.press("Enter")
    page.wait_for_url("**/mijn")
    page.goto("/mijn/wachtwoord")
    page.locator("#wachtwoord").focus()
    page.keyboard.insert_text(FIRST)
    page.locator("#nieuw-wachtwoord").focus()
    page.keyboard.insert_text(SECOND)
    page.keyboard.press("Enter")
    page.wait_for_url("**/mijn#wachtwoord")
    page.goto("/mijn/wachtwoord")
    remove(page)
    assert page.locator("#weg").count() == 0


def test_a_button_shows_what_is_typed_and_hides_it_again(open_page):
    """ASVS 6.2.6: hidden until someone asks; sent as a password again."""
    page = open_page()
    page.goto("/en/aanmelden")
    field, button = page.locator("#wachtwoord"), page.get_by_role("button", name="Show password")
    assert field.get_attribute("type") == "password" and field.get_attribute("autocomplete") == "current-password"
    field.fill(FIRST)
    button.focus()
    page.keyboard.press("Enter")
    assert field.get_attribute("type") == "text" and field.input_value() == FIRST
    page.get_by_role("button", name="Hide password").click()
    assert field.get_attribute("type") == "password"


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["nl", "en"])
def test_axe_finds_nothing_on_the_pages_of_passwords(open_page, prefix):
    page = open_page(bypass_csp=True)
    own_page(page)
    remove(page)
    look(page, prefix + "/mijn/wachtwoord")
    page.locator("#nieuw-wachtwoord").fill("kort")
    page.locator("main form button[type=submit]").first.click()
    assert re.match("Fout:|Error:", page.title())
    look(page)
    page.locator("#nieuw-wachtwoord").fill(FIRST)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/mijn#wachtwoord")
    for path in ("/mijn", "/mijn/wachtwoord", "/mijn/bewijs?terug=%2Fmijn%2Fwachtwoord"):
        look(page, prefix + path)
    page.goto(prefix + "/mijn/wachtwoord")
    remove(page)
