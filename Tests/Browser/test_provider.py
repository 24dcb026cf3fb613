"""Signing in at a real OpenID provider (oidc-provider-mock), in a browser, without JavaScript; and the tokens that are refused."""

import urllib.parse
import os
import re
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request
import warnings

import pytest

from running import ROOT, binary, free_port
from signing import look, second_step

warnings.simplefilter("ignore")


@pytest.fixture(scope="module")
def provider():
    """The provider, with people about whom it says different things."""
    import oidc_provider_mock

    # The provider puts what it is told of someone over what is right: that makes its wrong tokens.
    people = {
        "p-17": {}, "new-1": {"email": "nel@voorbeeld.nl", "email_verified": True, "name": "Nel Nieuw"},
        "unverified": {"email": "ups@voorbeeld.nl"}, "wrong-nonce": {"nonce": "another"}, "wrong-iss": {"iss": "https://evil.example"},
        "wrong-aud": {"aud": "another"}, "wrong-exp": {"exp": 1}, "official": {"acr": "urn:high"},
    }
    users = [oidc_provider_mock.User(sub=sub, claims=claims) for sub, claims in people.items()]
    with oidc_provider_mock.run_server_in_thread(user_claims=users, require_nonce=True) as server:
        yield f"http://localhost:{server.server_port}"


class Site:
    """A site of its own that knows the provider; mail is read where it waits."""

    def __init__(self, folder, issuer):
        self.file = folder / "test.sqlite"
        self.database = f"sqlite:{self.file}"
        for name, mail, role in [("Bo Bakker", "bo@voorbeeld.nl", "inwoner"), ("Ans de Vries", "ans@voorbeeld.nl", "beheerder")]:
            subprocess.run([binary(), "user", "add", name, mail, "--role", role, "--database", self.database], cwd=ROOT, check=True, capture_output=True)
        port = free_port()
        self.origin = f"http://127.0.0.1:{port}"
        (folder / "secret").write_text("geheim/é\n")
        (folder / "openid.yaml").write_text(
            f"- key: gemeente\n  issuer: {issuer}\n  client: leefkring\n  secret-file: {folder / 'secret'}\n  name-nl: Gemeente Dorp\n"
            "  name-en: Town of Dorp\n  two-factor-levels: ['urn:high']\n  new-people: yes\n")
        settings = {"LEEFKRING_ORIGIN": self.origin, "LEEFKRING_OPENID": str(folder / "openid.yaml")}
        self.log = folder / "server.log"
        self.process = subprocess.Popen(
            [binary(), "serve", "--database", self.database, "--port", str(port), "--without-rate-limit"], cwd=ROOT, env=os.environ | settings,
            stdout=self.log.open("w"), stderr=subprocess.STDOUT)
        until = time.monotonic() + 60
        while time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text()
            try:
                urllib.request.urlopen(self.origin + "/health", timeout=2).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(self.log.read_text())

    def code(self):
        with sqlite3.connect(self.file) as base:
            text = base.execute("SELECT body_text FROM outbox WHERE kind = 'sign-in' ORDER BY id DESC LIMIT 1").fetchone()[0]
        return re.search(r": ([0-9]{6})\n", text)[1]

    def reasons(self):
        with sqlite3.connect(self.file) as base:
            return [row[0] for row in base.execute("SELECT details FROM journal WHERE action = 'identity.refused' ORDER BY number")]


@pytest.fixture(scope="module")
def site(tmp_path_factory, provider):
    site = Site(tmp_path_factory.mktemp("provider"), provider)
    yield site
    site.process.terminate()
    site.process.wait(timeout=20)


@pytest.fixture
def visitor(browser, site):
    contexts = []

    def opened(**options):
        options.setdefault("viewport", {"width": 360, "height": 740})
        options.setdefault("java_script_enabled", False)
        context = browser.new_context(base_url=site.origin, reduced_motion="reduce", **options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def by_mail(page, site, mail, goal):
    page.goto("/aanmelden?terug=" + goal.replace("/", "%2F"))
    page.locator("#mail").fill(mail)
    page.locator("main form").first.locator("button[type=submit]").click()
    page.locator("#code").fill(site.code())
    page.locator("main button[type=submit]").click()


def at_provider(page, provider, subject):
    """The page of the provider, which this site led to by itself; says yes there."""
    page.wait_for_url(provider + "/oauth2/authorize*")
    page.get_by_role("button", name=subject, exact=True).first.click()


def enter(page, provider, subject, path="/aanmelden"):
    page.goto(path)
    page.locator("#via button").click()
    at_provider(page, provider, subject)


def test_someone_adds_the_provider_and_signs_in_with_it(visitor, site, provider):
    """ASVS 10.2.1, KWA-03: the whole way with the keyboard where it is ours, without JavaScript."""
    page = visitor()
    enter(page, provider, "p-17")
    page.wait_for_url("**/mislukt?reden=onbekend")
    assert "Wij kennen jou nog niet via Gemeente Dorp" in page.locator("main").inner_text()
    page.get_by_role("link", name="Naar het aanmelden").click()
    assert page.url.endswith("/aanmelden?terug=%2Fmijn%2Fkoppelingen")
    by_mail(page, site, "bo@voorbeeld.nl", "/mijn/koppelingen")
    page.wait_for_url("**/mijn/koppelingen")
    page.get_by_role("button", name="Koppel Gemeente Dorp").focus()
    page.keyboard.press("Enter")
    at_provider(page, provider, "p-17")
    page.wait_for_url("**/mijn/koppelingen")
    assert "Gemeente Dorp" in page.locator("main table").inner_text()
    other = visitor()
    enter(other, provider, "p-17", "/en/aanmelden?terug=%2Fmijn%2Flogboek")
    other.wait_for_url("**/en/mijn/logboek")
    assert "Signing in through an organisation linked" in other.locator("main").inner_text()
    page.get_by_role("button", name="Haal weg").click()
    page.wait_for_url("**/mijn/koppelingen")
    assert page.locator("main table").count() == 0
    other.goto("/mijn")
    assert "/aanmelden" in other.url


def test_someone_new_gets_an_account_without_a_role(visitor, site, provider):
    page = visitor()
    enter(page, provider, "new-1")
    page.wait_for_url("**/mijn")
    text = page.locator("main").inner_text()
    assert "Nel Nieuw" in text and "nel@voorbeeld.nl" in text and "Je hebt nog geen rol" in text
    page.get_by_role("button", name="Afmelden").click()
    page.goto("/mijn")
    assert "/aanmelden" in page.url


@pytest.mark.parametrize(
    "subject, problem, reason",
    [("wrong-nonce", "geweigerd", "nonce"), ("wrong-iss", "geweigerd", "issuer"), ("wrong-aud", "geweigerd", "audience"),
     ("wrong-exp", "geweigerd", "expired"), ("unverified", "onbekend", "unknown identity")])
def test_a_wrong_token_lets_nobody_in(visitor, site, provider, subject, problem, reason):
    """ASVS 10.5.1 to 10.5.4: nonce, iss, aud and exp of a real token, each wrong; and a mail address that nobody vouches for."""
    page = visitor()
    enter(page, provider, subject)
    page.wait_for_url("**/mislukt?reden=" + problem)
    assert page.title().startswith("Fout:")
    page.goto("/mijn")
    assert "/aanmelden" in page.url
    assert f"reason={urllib.parse.quote(reason)}" in site.reasons()[-1]


def test_an_answer_is_good_once_and_in_one_browser(visitor, site, provider):
    """ASVS 10.2.1: the state of another browser, and an answer a second time."""
    page, victim = visitor(), visitor()
    back = []
    page.on("request", lambda request: back.append(request.url) if "/terug?" in request.url else None)
    enter(page, provider, "new-1")
    page.wait_for_url("**/mijn")
    page.goto(back[0])
    assert page.url.endswith("/mislukt?reden=verlopen")
    victim.goto("/aanmelden")
    thief = visitor()
    thief.goto("/aanmelden")
    thief.locator("#via button").click()
    thief.wait_for_url(provider + "/oauth2/authorize*")
    stolen = thief.request.post(thief.url, form={"sub": "new-1"}, max_redirects=0).headers["location"]
    victim.goto(stolen)
    assert victim.url.endswith("/mislukt?reden=verlopen")
    victim.goto("/mijn")
    assert "/aanmelden" in victim.url


def test_a_professional_needs_the_app_unless_the_level_is_enough(visitor, site, provider):
    """ASVS 6.3.3: `urn:high` counts as a second factor by the settings; without it the app is asked."""
    page = visitor()
    by_mail(page, site, "ans@voorbeeld.nl", "/mijn/koppelingen")
    second_step(page)
    page.goto("/mijn/koppelingen")
    page.get_by_role("button", name="Koppel Gemeente Dorp").click()
    at_provider(page, provider, "official")
    page.wait_for_url("**/mijn/koppelingen")
    high = visitor()
    enter(high, provider, "official", "/aanmelden?terug=%2Fbeheer%2Fmensen")
    high.wait_for_url("**/beheer/mensen")
    assert "Ans de Vries" in high.locator("main").inner_text()
    urllib.request.urlopen(urllib.request.Request(
        provider + "/users/official", method="PUT", data=b'{"acr": "urn:low"}', headers={"Content-Type": "application/json"}), timeout=10).close()
    low = visitor()
    enter(low, provider, "official", "/aanmelden?terug=%2Fbeheer%2Fmensen")
    low.wait_for_url("**/aanmelden/tweede-stap?terug=*")
    low.goto("/beheer/mensen")
    assert "/aanmelden/tweede-stap" in low.url


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["nl", "en"])
def test_axe_finds_nothing_on_the_pages_of_providers(visitor, site, provider, prefix):
    page = visitor(java_script_enabled=True, bypass_csp=True)
    look(page, prefix + "/aanmelden")
    for reason in ("onbekend", "verlopen"):
        look(page, f"{prefix}/aanmelden/openid/gemeente/mislukt?reden={reason}")
    enter(page, provider, "new-1", prefix + "/aanmelden?terug=%2Fmijn%2Fkoppelingen")
    page.wait_for_url("**/mijn/koppelingen")
    look(page)
    look(page, prefix + "/mijn")
