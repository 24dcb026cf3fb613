"""The feeds of meetings, read by the programs that readers use: a calendar by icalendar, news as RFC 4287 describes it."""

import datetime
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree

import icalendar
import pytest

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def fetch(address: str):
    with urllib.request.urlopen(address, timeout=30) as answer:
        assert answer.status == 200
        return answer.headers, answer.read()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_mtg_23_the_calendar_feed_is_read_by_another_program(origin, prefix):
    headers, content = fetch(origin + prefix + "/bijeenkomsten/agenda.ics")
    assert headers["Content-Type"].startswith("text/calendar")
    lines = content.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in content.replace(b"\r\n", b"") and max(map(len, lines)) <= 75
    calendar = icalendar.Calendar.from_ical(content)
    assert not any(part.errors for part in calendar.walk())
    assert str(calendar["VERSION"]) == "2.0" and str(calendar["METHOD"]) == "PUBLISH" and str(calendar["X-WR-CALNAME"])
    (zone,) = calendar.walk("VTIMEZONE")
    assert str(zone["TZID"]) == "Europe/Amsterdam"
    ids = []
    for event in calendar.walk("VEVENT"):
        ids.append(str(event["UID"]))
        assert event["DTSTART"].dt < event["DTEND"].dt and int(event["SEQUENCE"]) >= 0
        assert str(event["STATUS"]) in ("TENTATIVE", "CONFIRMED", "CANCELLED") and str(event["SUMMARY"])
        # Who comes is nobody's business, and the way into an online meeting is for the registered only.
        assert "ATTENDEE" not in event and "CONFERENCE" not in event
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("prefix, language", [("", "nl"), ("/en", "en")])
def test_mtg_23_the_news_feed_is_valid_atom(origin, prefix, language):
    address = origin + prefix + "/bijeenkomsten/bijeenkomsten.atom"
    headers, content = fetch(address)
    assert headers["Content-Type"].startswith("application/atom+xml")
    feed = xml.etree.ElementTree.fromstring(content)
    assert feed.tag == ATOM + "feed" and feed.get(LANGUAGE) == language
    for part in [feed, *feed.findall(ATOM + "entry")]:
        (permanent,), (title,), (updated,) = (part.findall(ATOM + name) for name in ("id", "title", "updated"))
        assert permanent.text.startswith(("tag:", "https://")) and title.text
        assert datetime.datetime.fromisoformat(updated.text).tzinfo is not None
        assert urllib.parse.urljoin(address, part.find(ATOM + "link[@rel='alternate']").get("href")).startswith("http")
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    assert feed.find(ATOM + "link[@rel='self']").get("href").endswith("/bijeenkomsten/bijeenkomsten.atom")
    ids = [entry.findtext(ATOM + "id") for entry in feed.findall(ATOM + "entry")]
    assert len(ids) == len(set(ids))
    times = [entry.findtext(ATOM + "updated") for entry in feed.findall(ATOM + "entry")]
    if times:
        assert feed.findtext(ATOM + "updated") == max(times)


def test_d_37_a_feed_that_did_not_change_is_not_sent_again(origin):
    headers, first = fetch(origin + "/bijeenkomsten/agenda.ics")
    _, second = fetch(origin + "/bijeenkomsten/agenda.ics")
    # No hour of today in it: otherwise every calendar would take it for a change.
    assert first == second
    request = urllib.request.Request(origin + "/bijeenkomsten/agenda.ics", headers={"If-None-Match": headers["ETag"]})
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(request, timeout=30)
    assert answer.value.code == 304
