"""The accessibility statement: everyone reads it, administrators write it; axe, keyboard, telephone, and no script needed."""

import pytest

from signing import look


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["nl", "en"])
def test_axe_finds_nothing_on_the_statement_and_the_privacy_page(open_page, prefix):
    page = open_page(bypass_csp=True)
    for path in ("/toegankelijkheid", "/privacy"):
        look(page, prefix + path)
        assert page.locator("h1").count() == 1
    assert page.get_by_role("contentinfo").get_by_role("link", name="Toegankelijkheid" if not prefix else "Accessibility").count() == 1


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_an_administrator_writes_the_statement_by_keyboard_and_everyone_reads_it(open_page, administrator, script):
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=script, storage_state=administrator)
    page.goto("/beheer/toegankelijkheid")
    page.get_by_label("C: De eerste stappen zijn gezet").focus()
    page.keyboard.press("Space")
    page.locator("#punten-nl").focus()
    page.keyboard.type("De kaart werkt niet met een schermlezer. Neem de lijst ernaast.")
    page.get_by_role("button", name="Bewaar", exact=True).focus()
    page.keyboard.press("Enter")
    page.locator("#fouten").wait_for()
    assert page.title().startswith("Fout:")
    page.locator("#fouten").get_by_role("link").click()
    assert page.locator("#punten-en").evaluate("field => field === document.activeElement") or page.url.endswith("#punten-en")
    assert page.locator("#punten-nl").input_value().startswith("De kaart")
    page.locator("#punten-en").fill("The map does not work with a screen reader. Take the list beside it.")
    page.locator("#mail").fill("toegankelijk@voorbeeld.nl")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    assert page.get_by_role("status").inner_text() == "De verklaring is bewaard."
    page.goto("/toegankelijkheid")
    text = page.locator("main").inner_text()
    assert "Status C: De eerste stappen zijn gezet" in text and "De kaart werkt niet" in text and "toegankelijk@voorbeeld.nl" in text
    page.goto("/beheer/toegankelijkheid")
    page.get_by_label("E: Nog niet onderzocht").check()
    for name in ("punten-nl", "punten-en", "mail"):
        page.locator(f"#{name}").fill("")
    page.get_by_role("button", name="Bewaar", exact=True).click()


def test_axe_finds_nothing_on_the_form_of_the_statement(open_page, administrator):
    page = open_page(bypass_csp=True, storage_state=administrator)
    for prefix in ("", "/en"):
        look(page, prefix + "/beheer/toegankelijkheid")
    page.locator("#onderzocht").fill("morgen")
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.title().startswith("Error:")
    look(page)
