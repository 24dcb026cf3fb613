"""A conversation with residents, written and announced at the desk: for all tests that need one."""

import datetime
import zoneinfo

from signing import press
from site_map import NEIGHBOURHOOD

TITLE = "Wat vind jij van Waterkers?"


def day(ahead):
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).date()
    return (today + datetime.timedelta(days=ahead)).strftime("%d-%m-%Y")


def begin(desk, title=TITLE, level="open", moderation="vooraf"):
    """Announced and open from today; the path of its page."""
    desk.goto("/stemmen/regelen")
    desk.get_by_role("link", name="Begin een gesprek", exact=True).click()
    desk.locator("#gebied").fill(NEIGHBOURHOOD)
    desk.locator("#eigenaar").select_option(index=1)
    for field, words in {
        "titel": title, "vraag": "Wat gaat goed, en wat kan beter?", "wel": "Waar het geld heen gaat.", "niet": "Of er nieuwe huizen komen.",
        "beslist": "De gemeenteraad", "daarna": "Wij lezen alles en schrijven wat wij doen.", "van": day(0), "tot": day(10), "beslisdag": day(40),
        "contact": "Buurthuis De Kers",
    }.items():
        desk.locator(f"#{field}").fill(words)
    desk.locator(f"input[name=niveau][value={level}]").check()
    desk.locator(f"input[name=moderatie][value={moderation}]").check()
    desk.get_by_label("العربية", exact=True).check()
    press(desk, "Bewaar")
    assert "Wij hebben het bewaard." in desk.locator("main").inner_text()
    press(desk, "Kondig aan")
    assert "Het gesprek is aangekondigd." in desk.locator("main").inner_text()
    return desk.url.split("/regelen")[0][desk.url.index("/stemmen"):]
