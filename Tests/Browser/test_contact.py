"""Asking and answering as people do it: the form by keyboard without script, the address that is shown on request, the list of questions, messages and the choice of mail."""

import time

import pytest

from signing import cookies_of, look
from site_map import none


@pytest.fixture(scope="module")
def administrator(browser, origin):
    """Another than in all other tests: what someone is told must not depend on those."""
    return cookies_of(browser, origin, "dirk@voorbeeld.nl")


@pytest.fixture
def desk(open_page, administrator):
    return open_page(bypass_csp=True, storage_state=administrator)


def send(page, name):
    page.get_by_role("button", name=name, exact=True).click()


@pytest.fixture(scope="module")
def programme(browser, origin, administrator):
    """A programme with someone to ask, made by an administrator."""
    context = browser.new_context(base_url=origin, storage_state=administrator)
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto("/beheer/programmas")
    page.locator("#naam").fill("Vragen staat vrij")
    page.locator("#doel").fill("Leren van elkaar.")
    page.locator("#post").fill("Postbus 12\n7000 AA Doetinchem")
    page.locator("#bezoek").fill("Raadhuisstraat 2\nDoetinchem")
    page.get_by_role("button", name="Begin een programma", exact=True).click()
    for kind, name, mail in [("praktisch", "Petra Praktisch", "petra@voorbeeld.nl"), ("inhoud", "Ineke Inhoud", "ineke@voorbeeld.nl")]:
        page.locator("#contact-soort").select_option(kind)
        page.locator("#contact-naam").fill(name)
        page.locator("#contact-mail").fill(mail)
        page.get_by_label("Het mailadres").check()
        page.get_by_role("button", name="Voeg een contactpersoon toe", exact=True).click()
    context.close()
    return "/programmas/vragen-staat-vrij/contact"


def write(page, subject, words, mail="bo.anders@voorbeeld.nl"):
    page.get_by_label("De inhoud", exact=True).check()
    page.locator("#onderwerp").fill(subject)
    page.locator("#bericht").fill(words)
    page.locator("#naam").fill("Bo Bakker")
    page.locator("#mail").fill(mail)


def test_someone_asks_by_keyboard_alone_without_script(open_page, programme):
    """CON-01: every field is reached with the tab key, the hidden one never, and the first press that is too fast loses nothing."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(programme)
    page.locator("#soort").focus()
    reached = []
    for _ in range(12):
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        if reached[-1] == "verstuur":
            break
        name = reached[-1]
        words = {"onderwerp": "De avond", "bericht": "Is de avond ook voor ouders met kinderen?", "naam": "Bo Bakker", "mail": "bo.anders@voorbeeld.nl"}.get(name)
        if name == "soort":
            page.keyboard.press("Space")
        elif words:
            page.keyboard.type(words)
        page.keyboard.press("Tab")
    assert reached[0] == "soort" and reached[-1] == "verstuur" and "homepage" not in reached
    assert [one for one in reached if one in ("onderwerp", "bericht", "naam", "mail", "telefoon")] == ["onderwerp", "bericht", "naam", "mail", "telefoon"]
    with page.expect_navigation():
        page.keyboard.press("Enter")
    if "/verstuurd" not in page.url:
        assert page.title().startswith("Fout:") and "nog één keer" in page.locator("[role=alert]").inner_text()
        assert page.locator("#bericht").input_value() == "Is de avond ook voor ouders met kinderen?"
        time.sleep(1.2)
        page.locator("#verstuur").focus()
        page.keyboard.press("Enter")
    page.wait_for_url("**/contact/verstuurd*")
    assert "Petra Praktisch neemt je vraag mee." in page.locator("main").inner_text()


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["nl", "en"])
def test_axe_finds_nothing_on_the_way_to_a_question(open_page, programme, prefix):
    page = open_page(bypass_csp=True)
    for path in ("/contact", programme, "/programmas/vragen-staat-vrij", "/contact/verstuurd"):
        look(page, prefix + path)
    page.goto(prefix + programme)
    page.locator("#verstuur").click()
    look(page)
    assert page.locator("#fouten li").count() == 5
    time.sleep(1.2)
    page.goto(prefix + programme)
    page.locator("#soort-2").check()
    page.locator("#onderwerp").fill("Reclame")
    page.locator("#bericht").fill("Wij krijgen steeds mail over SEO en backlinks. Kan dat stoppen?")
    page.locator("#naam").fill("Bo")
    page.locator("#mail").fill("bo.nog@voorbeeld.nl")
    page.locator("#homepage").evaluate("field => { field.value = '' }")
    time.sleep(3)
    page.locator("#verstuur").click()
    look(page)
    assert page.locator("#zeker").count() == 1


def test_what_looks_like_advertising_can_be_meant(open_page, programme):
    page = open_page(java_script_enabled=False)
    page.goto(programme)
    write(page, "Reclame", "Wij krijgen op ons werk steeds mail over SEO, backlinks en meer leads. Kan dat stoppen?")
    time.sleep(3)
    page.locator("#verstuur").click()
    assert "reclame" in page.locator("[role=alert]").inner_text()
    time.sleep(1.2)
    page.locator("#verstuur").click()
    page.locator("#fouten").get_by_role("link").click()
    assert page.evaluate("document.activeElement.id") == "zeker"
    page.keyboard.press("Space")
    time.sleep(1.2)
    page.locator("#verstuur").click()
    page.wait_for_url("**/contact/verstuurd*")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_mail_address_comes_to_who_asks_for_it(open_page, programme, script):
    """CON-04: no page holds an address; a button shows it, with and without script."""
    page = open_page(java_script_enabled=script)
    page.goto(programme)
    assert "petra@" not in page.content()
    page.get_by_role("button", name="Laat het mailadres zien van Petra Praktisch").click()
    assert page.locator("a[href='mailto:petra@voorbeeld.nl']").inner_text() == "petra@voorbeeld.nl"
    assert "ineke@" not in page.content()


def test_the_script_does_its_little_work(open_page, programme):
    page = open_page()
    page.goto(programme)
    page.wait_for_function("document.querySelector('#vraag input[name=arbeid]').value !== ''")


def test_a_question_is_answered_and_messages_are_read(desk, open_page, programme):
    visitor = open_page()
    visitor.goto(programme)
    write(visitor, "Over de cijfers", "Waarom staat er geen cijfer bij onze buurt?", "bo.cijfers@voorbeeld.nl")
    time.sleep(3.2)
    visitor.locator("#verstuur").click()
    visitor.wait_for_url("**/contact/verstuurd*")
    look(desk, "/vragen")
    desk.get_by_role("link", name="Over de cijfers").first.click()
    look(desk)
    look(desk, desk.url.replace("/vragen", "/en/vragen"))
    desk.goto(desk.url.replace("/en/vragen", "/vragen"))
    send(desk, "Ik neem deze vraag mee")
    assert "Opgepakt" in desk.locator("main").inner_text()
    desk.locator("#naar").select_option(index=0)
    send(desk, "Geef de vraag door")
    assert "Nieuw" in desk.locator("main").inner_text()
    send(desk, "Deze vraag is beantwoord")
    desk.get_by_role("link", name="Wis deze vraag").click()
    look(desk)
    for prefix in ("", "/en"):
        for path in ("/mijn/berichten", "/beheer/contact", "/vragen?welke=klaar"):
            look(desk, prefix + path)


def test_how_often_mail_comes_is_chosen_without_script(open_page, administrator):
    page = open_page(java_script_enabled=False, storage_state=administrator, viewport={"width": 360, "height": 740})
    page.goto("/mijn/berichten")
    page.locator("#vraag").select_option("week")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    assert "bewaard" in page.locator("[role=status]").inner_text()
    assert page.locator("#vraag").input_value() == "week"
    none([] if page.locator("#nieuw-apparaat").count() == 0 else ["a security mail can be chosen"])
