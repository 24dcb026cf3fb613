"""Opinion groups as people meet them: on the page of the outcome, at their own place, and at the desk; with axe and on a telephone."""

import pytest

from conversation import begin
from signing import look, press
from test_accessibility import WIDER_THAN_WINDOW


# The votes of one visitor from the form of the page, as the browser sends them.
VOTES = """async answers => {
  const token = document.querySelector('input[name=formulierteken]').value, found = [];
  for (const [number, answer] of answers) {
    const body = new URLSearchParams({formulierteken: token, stelling: number, stem: answer});
    found.push((await fetch(location.pathname, {method: 'POST', body})).status);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def administrator(conversation_leader):
    return conversation_leader


@pytest.fixture(scope="module")
def voting(desk):
    path = begin(desk, "Denken wij hetzelfde?")
    desk.goto(path + "/regelen/stellingen")
    desk.locator("#stellingen").fill("Er moeten meer bomen komen.\nDe speeltuin moet groter.")
    press(desk, "Voeg toe")
    return path


def test_too_few_people_is_said_with_what_was_typed(desk, voting):
    """WYK-03: a search that the votes cannot carry is refused with the number that is needed."""
    desk.goto(voting + "/regelen/groepen")
    desk.locator("#kleinste").fill("12")
    press(desk, "Kijk nu")
    assert "24 mensen nodig" in desk.locator("#fouten").inner_text()
    assert desk.locator("#kleinste").input_value() == "12"


@pytest.fixture(scope="module")
def voted(browser, origin, desk):
    """A conversation on which two invented camps of twelve voted, and a search for groups; the path of its page."""
    path = begin(desk, "Wat vinden twee kampen?")
    desk.goto(path + "/regelen/stellingen")
    desk.locator("#stellingen").fill("\n".join(f"Wij willen plan {number}." for number in range(1, 5)))
    press(desk, "Voeg toe")
    for person in range(24):
        context = browser.new_context(base_url=origin)
        page = context.new_page()
        page.goto(path + "/stellingen")
        answers = [[str(number), "eens" if (person + number) % 2 else "oneens"] for number in range(1, 5)]
        assert page.evaluate(VOTES, answers) == [200] * 4
        context.close()
    desk.goto(path + "/regelen/groepen")
    press(desk, "Kijk nu")
    for _ in range(30):
        if "Alle keren dat wij keken" in desk.locator("main").inner_text():
            return path
        desk.goto(path + "/regelen/groepen")
        desk.wait_for_timeout(500)
    raise AssertionError(desk.locator("main").inner_text())


def test_the_outcome_tells_of_groups_in_words_a_picture_and_a_table(open_page, desk, voted):
    """WYK-03: whether there are groups stands on the page of the outcome, with every search and its settings; names are chosen by people."""
    desk.goto(voted + "/regelen/groepen")
    desk.get_by_label("Groep A").fill("Graag meteen")
    press(desk, "Bewaar")
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto(voted + "/uitkomst")
    part = page.locator("#groepen")
    assert "Ja. Er zijn 2 groepen" in part.inner_text() and "Groep A: Graag meteen" in part.inner_text()
    assert part.locator("svg.groepenplaat ellipse").count() == 2 and part.locator("svg.groepenplaat circle").count() == 0
    assert page.evaluate(WIDER_THAN_WINDOW) is None
    page.get_by_role("link", name="Zie je eigen plek").click()
    assert "Stem eerst op een stelling" in page.locator("main").inner_text()
    page.goto(voted + "/stellingen")
    press(page, "Eens")
    page.goto(voted + "/mijn-plek")
    assert "Je staat het dichtst bij Groep" in page.locator("main").inner_text()
    assert page.locator("svg.groepenplaat circle.jij").count() == 1
    assert page.evaluate(WIDER_THAN_WINDOW) is None


def test_no_axe_findings(open_page, administrator, voting, voted):
    page = open_page(bypass_csp=True)
    for language in ["", "/en"]:
        look(page, language + voted + "/uitkomst")
        look(page, language + voted + "/mijn-plek")
    leader = open_page(bypass_csp=True, storage_state=administrator)
    look(leader, voting + "/regelen/groepen")
    look(leader, voted + "/regelen/groepen")
