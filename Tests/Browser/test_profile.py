"""Telling about oneself, with a photo, as people do it: by keyboard and without scripts; what others see; axe on every page."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from signing import ask, look


@pytest.fixture(scope="module")
def eva(browser, origin):
    """The cookies of someone who signed in."""
    context = browser.new_context(base_url=origin)
    page = context.new_page()
    code = ask(page, "eva@voorbeeld.nl")
    page.locator("#code").fill(code)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/mijn")
    state = context.storage_state()
    context.close()
    return state


def tab_to(page, id):
    """Goes to a field by the keyboard alone."""
    for _ in range(120):
        if page.evaluate("document.activeElement.id") == id:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"#{id} is not reached by keyboard")


@pytest.mark.parametrize("script", [False, True], ids=["without script", "with script"])
def test_a_profile_is_made_by_keyboard_and_seen_by_whom_its_owner_says(open_page, eva, photo, script):
    page = open_page(viewport={"width": 360, "height": 740}, storage_state=eva, java_script_enabled=script)
    page.goto("/mijn/profiel")
    if script:
        tab_to(page, "werk")
    else:
        page.locator("#werk").focus()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Ik help buren met een moestuin.")
    page.locator("summary").last.focus()
    if page.locator("details.keuzelijst").get_attribute("open") is None:
        page.keyboard.press("Enter")
    page.get_by_label("Bewonersparticipatie").check()
    page.locator("#kennis").fill("Tuinen zonder tegels")
    page.locator("#foto").set_input_files(photo)
    page.locator("#alt").fill("")
    page.locator("#zien-3").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.locator("#fouten").wait_for()
    assert page.title().startswith("Fout:")
    assert page.locator("#werk").input_value() == "Ik help buren met een moestuin."
    assert "eva.jpg" in page.locator(".bewaard").inner_text()
    page.locator("#alt").fill("Eva in de tuin")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Bekijk je profiel").click()
    visitor = open_page()
    visitor.goto(page.url)
    assert visitor.locator("h1").inner_text() == "Eva Smit" and "moestuin" in visitor.locator("main").inner_text()
    assert "eva@voorbeeld.nl" not in visitor.content()
    shown = visitor.get_by_role("img", name="Eva in de tuin")
    expect(shown).to_have_js_property("complete", True)
    expect(shown).not_to_have_js_property("naturalWidth", 0)
    source = visitor.request.get(shown.get_attribute("src"))
    assert not Image.open(io.BytesIO(source.body())).getexif()
    page.goto("/mijn/profiel")
    page.get_by_label("Haal de foto weg").check()
    page.locator("#zien").check()
    page.get_by_role("button", name="Bewaar").click()
    assert visitor.goto(visitor.url).status == 404


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["nl", "en"])
def test_axe_finds_nothing_on_profiles_and_files(open_page, eva, photo, prefix):
    page = open_page(bypass_csp=True, storage_state=eva)
    page.goto(prefix + "/mijn/profiel")
    page.locator("#werk").fill("Ik help buren met een moestuin.\nElke week.")
    page.locator("#regio").fill("Achterhoek")
    page.locator("#foto").set_input_files(photo)
    page.locator("#alt").fill("Eva in de tuin")
    page.locator("#telefoon").fill("geen nummer")
    for field in ("zien", "mail-zien", "telefoon-zien"):
        page.locator(f"#{field}-3").check()
    page.locator("main form button[type=submit]").click()
    look(page)
    page.locator("#telefoon").fill("026 123 45 67")
    page.locator("main form button[type=submit]").click()
    look(page)
    page.goto(prefix + "/mijn/bestanden")
    page.locator("#bestand").set_input_files({"name": "Plan voor de tuin.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\ntrailer\n<<>>\n%%EOF\n"})
    page.locator("main form:last-of-type button[type=submit]").last.click()
    look(page)
    page.locator("#bestand").set_input_files({"name": "leeg.pdf", "mimeType": "application/pdf", "buffer": b""})
    page.locator("main form:last-of-type button[type=submit]").last.click()
    look(page)
    page.goto(prefix + "/mijn/profiel")
    page.get_by_role("link", name="Look at your profile" if prefix else "Bekijk je profiel")
    own = page.request.get("/mijn/gegevens.json").json()["id"]
    look(page, f"{prefix}/mensen/{own}")
    page.goto(prefix + "/mijn/bestanden")
    while page.locator("main .bestanden button").count():
        page.locator("main .bestanden button").first.click()
