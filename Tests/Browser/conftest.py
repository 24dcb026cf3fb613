"""One browser for all tests; pages that report errors and foreign requests by themselves."""

import re
import urllib.parse

import pytest
from PIL import Image
from playwright.sync_api import sync_playwright

import site_map
from running import chromium


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        started = chromium(playwright)
        yield started
        started.close()


class Watch:
    """Collects what should not happen while a page is open: script errors, console errors, requests to other sites."""

    def __init__(self, origin: str):
        self.origin = origin
        self.troubles: list[str] = []

    def follow(self, page):
        page.on("pageerror", lambda error: self.troubles.append(f"script error: {error}"))
        page.on("console", lambda message: self._console(page, message))
        page.on("request", lambda request: self._request(request))

    def _console(self, page, message):
        if message.type != "error":
            return
        # Chromium reports the status of the page itself as an error: a page for a problem is meant to have such a status.
        place = (message.location or {}).get("url", "")
        if "Failed to load resource" in message.text and place.split("#")[0] == page.url.split("#")[0]:
            return
        self.troubles.append(f"console on {page.url}: {message.text} {place}")

    def _request(self, request):
        target = urllib.parse.urlsplit(request.url)
        if target.scheme in ("http", "https", "ws", "wss") and not request.url.startswith(self.origin):
            self.troubles.append(f"request to another site: {request.url}")


@pytest.fixture
def open_page(browser, origin):
    """A function that opens a context with options of Playwright and returns a page; afterwards no trouble may have been seen."""
    watch = Watch(origin)
    contexts = []

    def opened(**options):
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(base_url=origin, reduced_motion="reduce", **options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        watch.follow(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    site_map.none(watch.troubles)


@pytest.fixture(params=["with script", "without script"])
def visitor(request, open_page):
    """A page of a visitor on a telephone, once with and once without JavaScript: a journey must work for both."""
    return open_page(viewport={"width": 360, "height": 740}, java_script_enabled=request.param == "with script")


@pytest.fixture(params=site_map.LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="session")
def figure(origin):
    """Key of a figure that exists: the first one the list of figures links to."""
    for path in site_map.own_paths(site_map.document(origin + "/cijfers"), origin + "/cijfers"):
        found = re.fullmatch(r"/cijfers/([^/?.]+)", path)
        if found:
            return urllib.parse.unquote(found[1])
    raise AssertionError("the page /cijfers links to no figure")


@pytest.fixture(scope="session")
def administrator(browser, origin):
    """The cookies of someone who keeps the site running, for all tests."""
    from signing import cookies_of  # here: what it needs has tests of its own

    return cookies_of(browser, origin, "cas@voorbeeld.nl")


@pytest.fixture(scope="session")
def conversation_leader(browser, origin):
    """The cookies of who leads conversations with residents, for all tests: functional administrators do not read what waits there."""
    from signing import cookies_of

    return cookies_of(browser, origin, "wout@voorbeeld.nl")


@pytest.fixture(scope="module")
def desk(browser, origin, administrator):
    """The desk of who organises, without script: every step is complete that way. Whose it is, the `administrator` of a file of tests says."""
    context = browser.new_context(base_url=origin, storage_state=administrator, java_script_enabled=False)
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def photo(tmp_path):
    """The file of a photo that tells where it was made."""
    image = Image.radial_gradient("L").resize((900, 700)).convert("RGB")
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 30.0), 3: "E", 4: (5.0, 7.0, 12.0)})
    path = tmp_path / "eva.jpg"
    image.save(path, exif=exif)
    return path
