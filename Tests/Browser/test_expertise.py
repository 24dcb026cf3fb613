"""Who knows, and asking them, as people do it: two who sign in, on a telephone, with and without script, until both have seen that there was help; and axe."""

import re

import pytest

from signing import ask, look, press

KNOWING, ASKING = "fien@voorbeeld.nl", "dana@voorbeeld.nl"
SUBJECT = "Eenzaamheid"
QUESTION = "Hoe bereik je buren die nooit komen?"


@pytest.fixture(scope="module")
def people(browser, origin):
    """The cookies of who knows and of who asks: one code each is enough for all tests."""
    states = {}
    for mail in (KNOWING, ASKING):
        context = browser.new_context(base_url=origin)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.locator("#code").fill(ask(page, mail))
        page.locator("main button[type=submit]").click()
        page.wait_for_url("**/mijn")
        states[mail] = context.storage_state()
        context.close()
    return states


def know(page):
    """A line of their own: the subject is chosen by its name, whatever stands first in the list."""
    page.goto("/mijn/expertise")
    page.locator("#onderwerp").select_option(label=SUBJECT)
    page.locator("#zelf").get_by_label("Eigen ervaring", exact=True).check()
    press(page, "Voeg toe")


def words(page):
    return page.locator("main").inner_text()


def test_a_subject_is_added_and_stands_there(open_page, people):
    """EXP-01: one step makes a line, which counts at once because they said it themselves; twice the same is one line."""
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False, storage_state=people[KNOWING])
    for _ in range(2):
        know(page)
        assert re.search(r"/mijn/expertise$", page.url)
        lines = page.locator("#regels fieldset legend")
        assert lines.all_inner_texts() == [f"{SUBJECT}: Eigen ervaring"]
        assert page.locator("#regels").get_by_label("Klopt", exact=True).is_checked()


def test_a_form_without_a_kind_says_so(open_page, people):
    """EXP-01: nothing is chosen for anyone, and the fault stands at the field."""
    page = open_page(java_script_enabled=False, storage_state=people[KNOWING])
    page.goto("/mijn/expertise")
    press(page, "Voeg toe")
    assert page.title().startswith("Fout:") and page.locator("#fouten li").count() >= 1


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_someone_asks_and_someone_helps(open_page, people, script):
    """EXP-02, EXP-06, CAS-10: the question goes out without the name; after a yes both see each other; both say that it helped."""
    phone = {"viewport": {"width": 360, "height": 740}, "java_script_enabled": script}
    helper, asker = open_page(**phone, storage_state=people[KNOWING]), open_page(**phone, storage_state=people[ASKING])
    know(helper)
    asker.goto("/meedenken")
    asker.locator("#vraag").fill(QUESTION)
    asker.locator("#onderwerp").select_option(label=SUBJECT)
    press(asker, "Stuur de vraag")
    request = asker.url
    assert "/meedenken/vragen/" in request and KNOWING not in words(asker)

    helper.goto("/mijn/expertise")
    helper.locator("#vragen").get_by_role("link", name="Bekijk de vraag", exact=True).first.click()
    helper.wait_for_url("**/meedenken/vragen/**")
    assert QUESTION in words(helper) and ASKING not in words(helper) and "Dana" not in words(helper)
    press(helper, "Ja, ik help")
    helper.goto(request)
    assert ASKING in words(helper)

    asker.goto(request)
    assert KNOWING in words(asker) and "Weet van dit onderwerp" in words(asker)
    asker.locator("#klaar").get_by_label("Fien Wit", exact=True).check()
    asker.locator("#opbrengst").fill("Klein beginnen.")
    press(asker, "Sluit de vraag")
    assert "Klein beginnen." in words(asker)
    # What one side says, the other confirms.
    helper.goto(request)
    before = helper.locator("main form button").all_inner_texts()
    assert len(before) == 1, before
    press(helper, before[0].strip())
    helper.goto(request)
    assert helper.locator("main form button").count() == 0


def test_a_visitor_sees_no_people(open_page, people):
    """EXP-03: who did not sign in sees organisations only."""
    page = open_page(java_script_enabled=False)
    assert page.goto("/expertise").status == 200
    assert "Fien" not in words(page)
    known = open_page(java_script_enabled=False, storage_state=people[ASKING])
    known.goto("/expertise")
    assert "Fien Wit" in words(known) and KNOWING not in words(known)


def test_the_pages_are_accessible(open_page, people):
    """axe and no sideways scrolling, wide and narrow, light and dark."""
    visitor = open_page(bypass_csp=True)
    for path in ["/expertise", "/en/expertise"]:
        look(visitor, path)
    helper = open_page(bypass_csp=True, storage_state=people[KNOWING])
    for path in ["/mijn/expertise", "/meedenken", "/expertise?soort=ervaring", "/en/mijn/expertise"]:
        look(helper, path)
    helper.goto("/mijn/expertise")
    press(helper, "Voeg toe")
    look(helper)
    asker = open_page(bypass_csp=True, storage_state=people[ASKING])
    asker.goto("/meedenken")
    asker.locator("#eerder a").first.click()
    asker.wait_for_url("**/meedenken/vragen/**")
    look(asker)
