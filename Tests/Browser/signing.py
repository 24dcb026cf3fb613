"""Signing in, and looking at pages behind the door: for all tests that need it."""

import base64
import hashlib
import hmac
import struct
import time

from playwright.sync_api import Error

from site_map import none
from test_accessibility import AXE, RUN_AXE, WCAG, WIDER_THAN_WINDOW


def code_of_app(secret: str, period: int = 30) -> str:
    """RFC 6238, by the letters that the page shows: another reading of the standard than the site's own."""
    letters = secret.replace(" ", "")
    key = base64.b32decode(letters + "=" * (-len(letters) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // period), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def findings(page):
    """What axe says. A page that keeps in step with others may come anew while it is looked at: then it is looked at again."""
    for left in (2, 1, 0):
        try:
            page.add_script_tag(path=str(AXE))
            return page.evaluate(RUN_AXE, WCAG)
        except Error:
            if not left:
                raise
            page.wait_for_load_state()


def look(page, path=None):
    """axe and sideways scrolling on the page that is open, wide and on a telephone."""
    if path:
        assert page.goto(path).status == 200
    for width, scheme in [(1280, "light"), (360, "dark")]:
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme)
        none([f"{page.url} {width} {scheme}: {line}" for line in findings(page) if "WCAG)" in line.split(":")[0]])
        # Who fills in the box that is not for people would be taken for a program.
        none([f"{page.url}: {box} is seen" for box in page.locator("[inert]").all() if box.is_visible()])
        wide = page.evaluate(WIDER_THAN_WINDOW)
        assert wide is None, f"{page.url}: {wide}"


def press(page, name):
    """A button that sends a form; only when the page that answers is there the test goes on: a page that leaves cannot be printed."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).first.click()


def ask(page, mail, path="/aanmelden"):
    page.goto(path)
    page.locator("#mail").fill(mail)
    page.locator("main button[type=submit]").click()
    return page.locator(".melding strong").inner_text()


def second_step(page):
    """Sets the second step up, on the page that asks for it."""
    page.wait_for_url("**/tweede-stap*")
    page.locator("#code").fill(code_of_app(page.locator("main code").inner_text()))
    page.locator("main button[type=submit]").click()
    page.locator("main ol code").first.wait_for(timeout=60_000)


def cookies_of(browser, origin, mail):
    """The cookies of someone with a role, signed in with the second step. It can be set up once, so each needs a person of their own."""
    context = browser.new_context(base_url=origin)
    context.set_default_timeout(60_000)
    page = context.new_page()
    code = ask(page, mail)
    page.locator("#code").fill(code)
    page.locator("main button[type=submit]").click()
    second_step(page)
    state = context.storage_state()
    context.close()
    return state
