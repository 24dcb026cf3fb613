"""A closed group as people use it: eight browsers run the incident method to its end, with a reload and a restart of the server half way; the methods and the
chooser for everyone, by keyboard and without script."""

import re
import subprocess
import urllib.parse

import pytest

from running import ROOT, Server, binary
from signing import ask, cookies_of, look

NAMES = ["Anke", "Berend", "Chaima", "Dorus", "Evi", "Fenna", "Govert"]
WRITING = {3, 5, 7}


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A site of its own, that may be stopped and started again."""
    folder = tmp_path_factory.mktemp("intervision")
    server = Server(folder)
    database = f"sqlite:{folder / 'test.sqlite'}"
    people = [("Kika Kring", "kika@lindenmeer.example", "kringbegeleider")]
    people += [(f"{name} Verbruggen", f"{name.lower()}@lindenmeer.example", "inwoner") for name in NAMES]
    for name, mail, role in people:
        words = [binary(), "user", "add", name, mail, "--role", role, "--database", database]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, f"{mail}: {done.stdout}\n{done.stderr}"
    yield server, database, folder
    server.stop()


def restart(server, database, folder):
    """The same site on the same address, with nothing left in memory."""
    assert server.stop() in (0, -15)
    port = urllib.parse.urlsplit(server.origin).port
    server.process = subprocess.Popen(
        [binary(), "serve", "--database", database, "--host", "127.0.0.1", "--port", str(port), "--without-rate-limit"],
        cwd=ROOT, stdout=(folder / "again.log").open("w"), stderr=subprocess.STDOUT,
    )
    server.wait(60)


def press(page, name):
    """A button by keyboard alone."""
    button = page.get_by_role("button", name=name, exact=True)
    button.focus()
    assert page.evaluate("document.activeElement.textContent.trim()").startswith(name)
    with page.expect_response(lambda reply: reply.request.method == "POST"):
        page.keyboard.press("Enter")
    # The answer leads to another page, which comes after it.
    page.wait_for_timeout(300)
    page.wait_for_load_state()


def sign_in(browser, origin, mail):
    context = browser.new_context(base_url=origin, reduced_motion="reduce", viewport={"width": 360, "height": 740})
    context.set_default_timeout(30_000)
    page = context.new_page()
    code = ask(page, mail)
    page.locator("#code").fill(code)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: "/aanmelden" not in url)
    return page


@pytest.fixture(scope="module")
def facilitator(browser, house):
    """Someone who begins the group, in a programme that an administrator made."""
    server, _, _ = house
    desk = browser.new_context(base_url=server.origin, storage_state=cookies_of(browser, server.origin, "cas@voorbeeld.nl"))
    page = desk.new_page()
    page.goto("/beheer/programmas")
    page.locator("#naam").fill("Lindenmeer leert")
    page.locator("#doel").fill("Leren van elkaar.")
    page.get_by_role("button", name="Begin een programma", exact=True).click()
    desk.close()
    context = browser.new_context(
        base_url=server.origin, bypass_csp=True, reduced_motion="reduce", storage_state=cookies_of(browser, server.origin, "kika@lindenmeer.example"))
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def everywhere(pages, words):
    """Every browser comes to the same step by itself."""
    for page in pages:
        page.wait_for_function("words => document.querySelector('h1')?.textContent === words", arg=words)


def test_eight_browsers_run_the_incident_method(browser, house, facilitator):
    """D-36, CAS-02, CAS-04, CAS-08: by keyboard, with a reload and a restart half way; what is hidden is in no page before it is opened."""
    server, database, folder = house
    facilitator.goto("/intervisie")
    facilitator.get_by_role("link", name="Begin een groep", exact=True).click()
    facilitator.locator("#naam").fill("Kring Stilte")
    facilitator.locator("#programma").select_option(label="Lindenmeer leert")
    press(facilitator, "Bewaar")
    group = urllib.parse.urlsplit(facilitator.url).path
    look(facilitator)
    for name in NAMES:
        facilitator.locator("#mail").fill(f"{name.lower()}@lindenmeer.example")
        press(facilitator, "Vraag iemand")
    members = [sign_in(browser, server.origin, f"{name.lower()}@lindenmeer.example") for name in NAMES]
    for page in members:
        page.goto(group)
        assert "Verbruggen" not in page.locator("main").inner_text()
        press(page, "Ja, ik doe mee")

    facilitator.goto(group)
    facilitator.get_by_role("link", name="Plan een bijeenkomst", exact=True).click()
    look(facilitator)
    facilitator.locator("#dag").fill("31-12-2030")
    facilitator.locator("#tijd").fill("14:30")
    facilitator.locator("#methode").select_option("incident")
    facilitator.locator("#vraag").fill("Hoe bereik ik wie nooit komt?")
    facilitator.locator("#inbrenger").select_option(label="Anke Verbruggen")
    press(facilitator, "Plan een bijeenkomst")
    session = urllib.parse.urlsplit(facilitator.url).path
    press(facilitator, "Laat mensen binnenkomen")
    pages = [facilitator] + members
    for page in pages:
        page.goto(session)
        press(page, "Ik ben er")
    look(facilitator)
    facilitator.goto(session)
    press(facilitator, "Begin met stap 1")

    for number in range(1, 11):
        everywhere(pages, f"Stap {number} van 10")
        if number in WRITING:
            write(pages, number)
        if number == 5:
            members[3].reload()
            everywhere([members[3]], "Stap 5 van 10")
            assert "zwaluwnest5van3" in members[3].content()
        if number == 6:
            restart(server, database, folder)
            everywhere(pages, "Stap 6 van 10")
        if number == 8:
            bringer = members[0]
            assert "Jij luistert nu" in bringer.locator("main").inner_text() and bringer.locator("#gedeeld").count() == 0
            look(facilitator)
        if number in (1, 3):
            assert re.fullmatch(r"\d+:\d\d", members[1].locator("#klok").inner_text())
            assert members[1].locator("#zegt").get_attribute("aria-live") == "polite"
        press(facilitator, "Naar de opbrengst" if number == 10 else "Volgende stap")

    facilitator.get_by_role("heading", name="Wat dit oplevert").wait_for()
    press(facilitator, "Sluit af")
    assert "Schrijf eerst op wat dit oplevert" in facilitator.locator("main").inner_text()
    facilitator.goto(session)
    look(facilitator)
    facilitator.locator("#soort").check()
    facilitator.locator("#wat").fill("Bel drie buren.")
    facilitator.locator("#wie").select_option(label="Berend Verbruggen")
    facilitator.locator("#voor").fill("31-01-2031")
    press(facilitator, "Schrijf op")
    press(facilitator, "Sluit af")
    assert "Deze bijeenkomst is klaar" in facilitator.locator("main").inner_text()
    for page in members:
        page.get_by_text("Deze bijeenkomst is klaar").wait_for()
        assert "Bel drie buren." in page.locator("main").inner_text()
        page.context.close()


def write(pages, number):
    """All write; nobody's page holds the words of another before the last is ready."""
    for index, page in enumerate(pages):
        others = [f"zwaluwnest{number}van{other}" for other in range(index)]
        assert not [words for words in others if words in page.content()], f"step {number}, browser {index}"
        page.locator("#gedeeld").fill(f"zwaluwnest{number}van{index - 1 if index else 'kika'}")
        press(page, "Bewaar, ik ben klaar")
    for page in pages:
        page.get_by_text(f"zwaluwnest{number}van6").first.wait_for()
        assert f"zwaluwnest{number}vankika" in page.content()


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["nl", "en"])
def test_axe_finds_nothing_on_the_pages_for_everyone(open_page, prefix):
    page = open_page(bypass_csp=True)
    for path in (
        "/intervisie", "/intervisie/methoden", "/intervisie/methoden/incident", "/intervisie/methoden/balint", "/intervisie/kiezer",
        "/intervisie/kiezer?minuten=60&ervaring=beginner&vertrouwen=gewoon&vraag=inhoud&aantal=1", "/casussen",
    ):
        look(page, prefix + path)


def test_the_chooser_is_used_by_keyboard_without_script(open_page):
    """D-36: five answers, and every method with its reasons."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto("/intervisie/kiezer")
    page.locator("#minuten").focus()
    page.keyboard.type("45")
    for _ in range(3):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/kiezer?*")
    first = page.locator("#uitkomst h3").first
    assert first.inner_text() == "Vijf stappen"
    assert page.locator("#uitkomst li, #past-minder li").count() >= 12
