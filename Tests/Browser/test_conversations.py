"""A conversation with residents as people meet it: written and announced without script, read on a telephone, on paper, and axe."""

import pytest

from conversation import TITLE, begin
from signing import look, press
from test_accessibility import WIDER_THAN_WINDOW

@pytest.fixture(scope="module")
def conversation(desk):
    """Announced and open from today; the path of its page. It is written without script."""
    return begin(desk)


def test_a_fault_is_said_at_its_field_and_the_words_stay(desk):
    """WYK-28: an announcement is complete, or it says what is missing."""
    desk.goto("/stemmen/regelen/nieuw")
    desk.locator("#titel").fill("Half verhaal")
    press(desk, "Bewaar")
    summary = desk.locator("#fouten")
    assert summary.get_by_role("link").count() >= 8
    for link in summary.get_by_role("link").all():
        assert desk.locator(link.get_attribute("href")).count() == 1
    assert desk.locator("#titel").input_value() == "Half verhaal"
    assert "Blijf vriendelijk" in desk.locator("#huisregels").input_value()


def test_everyone_reads_the_announcement_on_a_telephone_without_script(open_page, conversation):
    """WYK-28: who, how, which step and with how much say, before anything is asked; a small page without a cookie."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto("/stemmen")
    page.get_by_role("link", name=TITLE, exact=True).first.click()
    text = page.locator("main").inner_text()
    for words in ["Dit wordt besloten", "Dit wordt niet besloten", "Advies geven", "De gemeenteraad. Uiterlijk op", "Op papier", "Je kunt nu meedoen.", "112"]:
        assert words in text, words
    assert page.locator("h1").count() == 1
    assert len(page.content().encode()) <= 50_000
    assert page.context.cookies() == []
    assert page.locator("[lang=ar]").get_attribute("dir") == "rtl"


def test_the_announcement_is_complete_on_paper(open_page, conversation):
    page = open_page(viewport={"width": 794, "height": 1123})
    page.goto(conversation)
    page.emulate_media(media="print")
    assert page.locator("header nav:visible").count() == 0
    for place in ["#besluit", "#manieren", "#huisregels", "#contact"]:
        assert page.locator(place).is_visible(), place
    assert page.evaluate(WIDER_THAN_WINDOW) is None


def test_no_axe_findings(open_page, administrator, conversation):
    visitor = open_page(bypass_csp=True)
    for path in ["/stemmen", conversation, "/en" + conversation]:
        visitor.goto(path)
        look(visitor)
    desk = open_page(bypass_csp=True, storage_state=administrator)
    for path in ["/stemmen/regelen", "/stemmen/regelen/nieuw", conversation + "/regelen"]:
        look(desk, path)
