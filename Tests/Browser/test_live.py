"""Questions and polls during a meeting as people in the room meet them: without script, with a stream, and with what is typed kept."""

import re

import pytest

from signing import press
from test_worksheets import meeting  # noqa: F401  (a fixture: a meeting of this module's own)

QUESTION = "Wie betaalt dat?"


@pytest.fixture(scope="module")
def code(desk, meeting):  # noqa: F811
    """A session of a meeting that is about to begin."""
    desk.goto(meeting + "/live")
    press(desk, "Open")
    return re.search(r"De code is (\S{3}) (\S{3})", desk.locator("main").inner_text()).expand(r"\1\2")


def guest(browser, origin, script):
    context = browser.new_context(base_url=origin, java_script_enabled=script, viewport={"width": 360, "height": 740})
    context.set_default_timeout(20_000)
    return context, context.new_page()


def test_without_script_a_question_is_asked_and_refreshing_can_be_stopped(browser, origin, code):
    context, page = guest(browser, origin, False)
    page.goto("/live")
    page.locator("#code").fill(code.lower())
    press(page, "Doe mee")
    page.locator("#vraag").fill(QUESTION)
    press(page, "Stuur")
    assert QUESTION in page.locator("#vragen").inner_text()
    press(page, "Ik heb deze vraag ook")
    assert "1 keer gesteund" in page.locator("#vragen").inner_text()
    answer = context.request.get(f"/live/{code}?ververs=1")
    assert answer.headers["refresh"] == "10"
    page.goto(f"/live/{code}?ververs=1")
    assert page.locator("textarea").count() == 0
    page.get_by_role("link", name="Stop met verversen").click()
    assert page.url.endswith(f"/live/{code}")
    context.close()


def test_with_script_a_question_comes_by_itself_and_what_is_typed_stays(browser, origin, code):
    first, reader = guest(browser, origin, True)
    second, asker = guest(browser, origin, True)
    reader.goto(f"/live/{code}")
    reader.locator("#vraag").fill("Nog niet klaar")
    asker.goto(f"/live/{code}")
    asker.locator("#vraag").fill("Wanneer begint het?")
    press(asker, "Stuur")
    reader.locator("#vragen").get_by_text("Wanneer begint het?").wait_for()
    assert reader.locator("#vraag").input_value() == "Nog niet klaar"
    first.close()
    second.close()
