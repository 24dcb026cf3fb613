"""Signing in as people do it: with a code, with a second step, by keyboard alone; and axe on every page behind the door."""

import time

import pytest

from signing import ask, code_of_app, look


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_resident_signs_in_by_keyboard_and_signs_out(open_page, script):
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=script)
    page.goto("/mijn")
    assert "/aanmelden" in page.url
    page.locator("#mail").focus()
    page.keyboard.type("bo@voorbeeld.nl")
    page.keyboard.press("Enter")
    code = page.locator(".melding strong").inner_text()
    page.locator("#code").focus()
    page.keyboard.type(f" {code[:3]} {code[3:]} ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mijn")
    assert "Bo Bakker" in page.locator("main").inner_text()
    page.get_by_role("button", name="Afmelden").click()
    page.goto("/mijn")
    assert "/aanmelden" in page.url


def test_a_wrong_code_is_said_in_the_summary_and_the_title(open_page):
    page = open_page()
    code = ask(page, "bo@voorbeeld.nl", "/en/aanmelden")
    page.locator("#code").fill("000000" if code != "000000" else "111111")
    page.locator("main button[type=submit]").click()
    assert page.title().startswith("Error:")
    summary = page.locator("#fouten")
    assert "4 more times" in summary.inner_text()
    summary.get_by_role("link").click()
    assert page.evaluate("document.activeElement.id") == "code"


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["nl", "en"])
def test_axe_finds_nothing_behind_the_door(open_page, prefix):
    """The second step is set up in the first language and used in the other: it can be set up once."""
    page = open_page(bypass_csp=True)
    code = ask(page, "ans@voorbeeld.nl", prefix + "/aanmelden")
    look(page)
    page.locator("#code").fill(code)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/tweede-stap*")
    look(page)
    if "/mijn/" in page.url:
        test_axe_finds_nothing_behind_the_door.secret = page.locator("main code").inner_text()
        page.locator("#code").fill(code_of_app(test_axe_finds_nothing_behind_the_door.secret))
        page.locator("main button[type=submit]").click()
        page.locator("main ol code").first.wait_for(timeout=60_000)
        look(page)
        assert page.locator("main ol code").count() == 10
    else:
        # The code that set it up is used up: the next is half a minute away at most.
        used = code_of_app(test_axe_finds_nothing_behind_the_door.secret)
        page.locator("#code").fill("000000")
        page.locator("main button[type=submit]").click()
        look(page)
        until = time.monotonic() + 40
        while code_of_app(test_axe_finds_nothing_behind_the_door.secret) == used and time.monotonic() < until:
            time.sleep(0.5)
        page.locator("#code").fill(code_of_app(test_axe_finds_nothing_behind_the_door.secret))
        page.locator("main button[type=submit]").click()
        page.wait_for_url("**/mijn")
    for path in ("/mijn", "/mijn/logboek", "/beheer/mensen", "/beheer/logboek"):
        look(page, prefix + path)
