"""Who knows about what, on a telephone without script: saying what one knows, asking, answering within its time, reaching each other, and what helped."""

import subprocess
import urllib.parse

import pytest

from running import ROOT, Server, binary
from signing import ask, look

PEOPLE = [("Anke Verbruggen", "anke@lindenmeer.example"), ("Berend Kwakkel", "berend@lindenmeer.example")]
# Fixed costs of a person at work (seconds): pointing, deciding, and reading 200 words a minute.
POINT, DECIDE, WORD = 1.1, 1.35, 0.3


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A site of its own, so that nobody else is asked."""
    folder = tmp_path_factory.mktemp("expertise")
    server = Server(folder)
    for name, mail in PEOPLE:
        words = [binary(), "user", "add", name, mail, "--role", "inwoner", "--database", f"sqlite:{folder / 'test.sqlite'}"]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, f"{mail}: {done.stdout}\n{done.stderr}"
    yield server
    server.stop()


def sign_in(browser, origin, mail, **options):
    context = browser.new_context(base_url=origin, reduced_motion="reduce", viewport={"width": 360, "height": 740}, **options)
    context.set_default_timeout(30_000)
    page = context.new_page()
    code = ask(page, mail)
    page.locator("#code").fill(code)
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: "/aanmelden" not in url)
    return page


def press(page, name):
    """A button by keyboard alone."""
    page.get_by_role("button", name=name, exact=True).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_load_state()


def test_asking_and_helping(browser, server):
    """EXP-01, EXP-02, EXP-03, CAS-10: the whole way, and answering a question takes at most 20 seconds (learning network 9)."""
    anke = sign_in(browser, server.origin, PEOPLE[0][1], java_script_enabled=False)
    berend = sign_in(browser, server.origin, PEOPLE[1][1], java_script_enabled=False)

    berend.goto("/mijn/expertise")
    label = berend.locator("#onderwerp option").first.get_attribute("value")
    berend.locator("#onderwerp").select_option(label)
    berend.get_by_label("Eigen ervaring", exact=True).check()
    press(berend, "Voeg toe")
    assert "Te zien" in berend.locator("#regels").inner_text()

    anke.goto(f"/expertise?onderwerp={urllib.parse.quote(label)}")
    main = anke.locator("main").inner_text()
    assert "Berend Kwakkel" in main and "berend@" not in anke.content()

    anke.goto("/meedenken")
    anke.locator("#vraag").fill("Hoe begin je een zwaluwnest?")
    anke.locator("#onderwerp").select_option(label)
    press(anke, "Stuur de vraag")
    request = urllib.parse.urlsplit(anke.url).path
    assert "De vraag is onderweg" in anke.locator("main").inner_text() and "Berend" not in anke.locator("main").inner_text()

    berend.goto("/mijn/expertise")
    berend.get_by_role("link", name="Bekijk de vraag", exact=True).click()
    words = len(berend.locator("main").inner_text().split())
    assert words * WORD + DECIDE + POINT <= 20, f"{words} words"
    assert "Verbruggen" not in berend.locator("main").inner_text()
    press(berend, "Ja, ik help")
    assert "anke@lindenmeer.example" in berend.locator("main").inner_text()

    anke.goto(request)
    assert "berend@lindenmeer.example" in anke.locator("main").inner_text()
    anke.get_by_label("Berend Kwakkel", exact=True).check()
    anke.locator("#opbrengst").fill("Klein beginnen.")
    press(anke, "Sluit de vraag")
    berend.goto(request)
    press(berend, "Klopt, er was hulp")
    berend.goto(request)
    assert "Jullie zeggen allebei dat er hulp was." in berend.locator("main").inner_text()
    anke.context.close()
    berend.context.close()


def test_pages_are_accessible(browser, server):
    """D-34: axe and a narrow window on every page of this part that someone without a role meets, and none scrolls sideways."""
    page = sign_in(browser, server.origin, PEOPLE[0][1], bypass_csp=True)
    for path in ["/expertise", "/mijn/expertise", "/meedenken", "/en/expertise", "/en/meedenken"]:
        look(page, path)
    page.context.close()
