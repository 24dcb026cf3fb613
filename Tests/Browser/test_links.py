"""What hangs together: panels on the pages of things, and laying a link as people do, with and without a script; axe on every state."""

import pytest
from playwright.sync_api import expect

from signing import look
from site_map import LANGUAGES, MUNICIPALITY, NEIGHBOURHOOD, address
from test_admin import desk, send  # noqa: F401

PLACE = f"/ding/gebied/{NEIGHBOURHOOD}/verbanden"


@pytest.mark.parametrize("language", LANGUAGES)
def test_ORG_21_axe_finds_nothing_on_panels_and_pages_of_links(open_page, language):
    page = open_page(bypass_csp=True)
    for path in ("/onderwerpen", "/onderwerpen/wonen", "/onderwerpen/sociale-infrastructuur", "/cijfers/inwoners", f"/gebieden/{MUNICIPALITY}",
                 f"/ding/gebied/{MUNICIPALITY}/verbanden", "/ding/onderwerp/wonen/verbanden"):
        look(page, address(path, language))


def test_ORG_21_the_panel_leads_to_the_other_end_and_back(open_page):
    page = open_page(java_script_enabled=False)
    page.goto(f"/gebieden/{MUNICIPALITY}")
    panel = page.locator("#verbanden")
    assert panel.get_by_role("heading", name="Verbanden").count() == 1
    panel.get_by_role("link", name="Doetinchem").first.click()
    assert "/organisaties/" in page.url
    page.locator("#verbanden").get_by_role("link", name="Doetinchem").first.click()
    assert page.url.endswith(f"/gebieden/{MUNICIPALITY}")
    page.locator("#verbanden").get_by_role("link", name="Vast adres").click()
    assert page.url.endswith(f"/gebieden/{MUNICIPALITY}")


@pytest.mark.parametrize("script", [True, False])
def test_ORG_21_a_link_is_laid_and_taken_away_with_the_keyboard(open_page, administrator, script):  # noqa: F811
    page = open_page(bypass_csp=True, java_script_enabled=script, storage_state=administrator)
    page.goto(PLACE)
    if script:
        look(page)
    page.locator("#zoek").fill("eenzaamhied")
    page.keyboard.press("Enter")
    page.get_by_role("radio").first.wait_for()
    send(page, "Leg dit verband")
    assert page.title().startswith("Fout:")
    if script:
        look(page)
    page.get_by_label("Eenzaamheid", exact=True).check()
    page.locator("#verband").select_option("gaat-over")
    send(page, "Leg dit verband")
    line = page.locator(".verbanden dd").filter(has_text="Eenzaamheid")
    assert line.count() == 1
    if script:
        look(page)
        look(page, "/en" + PLACE)
        page.goto(PLACE)
    line.get_by_role("button").focus()
    page.keyboard.press("Enter")
    # The address stays the same, so only the page can say that the answer has come.
    expect(page.locator(".verbanden dd").filter(has_text="Eenzaamheid")).to_have_count(0)


def test_ZOE_02_words_that_mean_the_same_are_kept_and_count_in_the_search(desk):  # noqa: F811
    look(desk, "/beheer/synoniemen")
    look(desk, "/en/beheer/synoniemen")
    desk.goto("/beheer/synoniemen")
    desk.locator("#woorden").fill("gezondheid")
    send(desk, "Voeg een groep toe")
    assert desk.title().startswith("Fout:") and desk.locator("#woorden").input_value() == "gezondheid"
    look(desk)
    desk.locator("#woorden").fill("gezondheid\nkwakkelen")
    send(desk, "Voeg een groep toe")
    link = desk.get_by_role("link", name="gezondheid, kwakkelen")
    assert link.count() == 1
    for _ in range(20):
        desk.goto("/zoeken?q=kwakkelen")
        if desk.locator(".resultaten li").count():
            break
        desk.wait_for_timeout(100)
    assert "gezondheid" in desk.locator(".resultaten").inner_text().lower()
    desk.goto("/beheer/synoniemen")
    desk.get_by_role("link", name="gezondheid, kwakkelen").click()
    look(desk)
    send(desk, "Niet meer gebruiken")
    look(desk)


def test_ORG_02_a_label_alone_finds_what_has_it(open_page):
    page = open_page(bypass_csp=True)
    page.goto("/onderwerpen/wonen")
    page.get_by_role("link", name="Zoek verder in alles met dit label").click()
    look(page)
    assert "label=domein%3Awonen" in page.url
