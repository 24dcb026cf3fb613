"""The series of the three example texts, entered through the pages alone; then two calendar programs of others read the files and show the same hours."""

import datetime
import pathlib
import re
import subprocess
import sys
import time
import urllib.parse
import zoneinfo

import icalendar
import pytest

from desk import meeting, programme
from house import Site

AMSTERDAM, UTC = zoneinfo.ZoneInfo("Europe/Amsterdam"), datetime.timezone.utc
PROGRAMME = "Leefbaarheid en veiligheid"
ORGANISERS = ["Ministerie van Wonen", "Provincie Lindenland", "Vereniging van Gemeenten", "Kennisplein Wijken", "Stichting Buurtwerk"]
CIRCLE = {
    "Amsterdam": 363, "Arnhem": 202, "Zaanstad": 479, "Lelystad": 995, "Den Haag": 518, "Rotterdam": 599, "Schiedam": 606, "Utrecht": 344, "Nieuwegein": 356,
    "Eindhoven": 772, "Groningen": 14, "Tilburg": 855, "Breda": 758, "Heerlen": 917, "Leeuwarden": 80}
SERIES = [
    ("Instrumenten met data", "12-11-2020", "14:00", "16:00"), ("Wat bewoners vertellen", "01-12-2020", "10:00", "12:00"),
    ("Tellen en vertellen", "21-01-2021", "10:00", "12:00")]
# Title, first and last moment in Amsterdam, and the same in UTC: written down by hand.
PAST = {
    "Instrumenten met data": ("2020-11-12 14:00", "2020-11-12 16:00", "2020-11-12 13:00", "2020-11-12 15:00"),
    "Wat bewoners vertellen": ("2020-12-01 10:00", "2020-12-01 12:00", "2020-12-01 09:00", "2020-12-01 11:00"),
    "Tellen en vertellen": ("2021-01-21 10:00", "2021-01-21 12:00", "2021-01-21 09:00", "2021-01-21 11:00"),
    "Tweede bijeenkomst": ("2020-09-23 10:00", "2020-09-23 12:00", "2020-09-23 08:00", "2020-09-23 10:00")}
# For these someone can still register, so they stand in a calendar of one's own.
COMING = {
    "Winter": ("2035-11-12 14:00", "2035-11-12 16:00", "2035-11-12 13:00", "2035-11-12 15:00"),
    "Zomer": ("2035-09-23 10:00", "2035-09-23 12:00", "2035-09-23 08:00", "2035-09-23 10:00")}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("calendars")
    people = [("Bea Beheer", "bea@voorbeeld.nl", "beheerder"), ("Kim Kring", "kim@voorbeeld.nl", "ambtenaar")]
    with Site(folder, f"sqlite:{folder / 'site.sqlite'}", people=people) as site:
        yield site


def organisation(desk, name, kind, area=""):
    desk.open("/beheer/organisaties")
    desk.press("Voeg een organisatie toe", naam=name, soort=kind, gebied=area)


def involve(desk, home, name, capacity, where=None):
    desk.open(home + "/bewerken")
    chosen = re.search(rf'<option value="(\w+)">{re.escape(name)}</option>', desk.text)[1]
    form, _ = desk.page.form("Voeg een organisatie toe")
    desk.press("Voeg een organisatie toe", organisatie=chosen, hoedanigheid=capacity, waarbij=where or dict(form.fields)["waarbij"])


def part(desk, home, kind, name, purpose):
    """A part below the learning network; its own address is its id."""
    desk.open(home + "/bewerken")
    track = re.search(r'<option value="(\w+)">Spoor: \(Leer\)netwerk</option>', desk.text)[1]
    desk.press("Voeg een onderdeel toe", **{"deel-soort": kind, "deel-onder": track, "deel-naam": name, "deel-doel": purpose})
    return re.search(rf'<option value="(\w+)">[^<]*{re.escape(name)}</option>', desk.text)[1]


@pytest.fixture(scope="module")
def entered(site):
    """Everything of the texts that has a day: by who organises, at the pages that anyone who organises has."""
    desk = site.desk().sign_in("bea@voorbeeld.nl", site.mails)
    home = programme(desk, PROGRAMME)
    for name, kind in zip(ORGANISERS, ["ministerie", "provincie", "koepel", "kennisinstelling", "maatschappelijke-organisatie"]):
        organisation(desk, name, kind, "PV99" if kind == "provincie" else "")
    for name, code in CIRCLE.items():
        organisation(desk, "Gemeente " + name, "gemeente", f"GM{code:04}")
    series = part(desk, home, "reeks", "Instrumenten voor wijkprofielen", "Drie keer over instrumenten voor wijkprofielen en buurtagenda’s.")
    circle = part(desk, home, "netwerk", "Leerkring leefbaarheid en veiligheid", "Vijftien gemeenten leren van elkaar.")
    for name in ORGANISERS:
        involve(desk, home, name, "organisator", series)
    for name in CIRCLE:
        involve(desk, home, "Gemeente " + name, "partner", circle)
    places = {"series": "/reeksen/" + series, "home": home}
    for number, (title, day, begin, end) in enumerate(SERIES, 1):
        places[title] = meeting(
            desk, PROGRAMME, naam=title, reeks=series, nummer=str(number), onderwerp=title, dag=day, begin=begin, einde=end, vorm="online",
            link="https://video.example/kamer")
    places["Tweede bijeenkomst"] = second(desk, circle)
    for title, day, begin, end in [("Winter", "12-11-2035", "14:00", "16:00"), ("Zomer", "23-09-2035", "10:00", "12:00")]:
        places[title] = meeting(desk, PROGRAMME, naam=title, dag=day, begin=begin, einde=end, vorm="online", link="https://video.example/kamer")
    places["agenda"] = themes(desk)
    return places


def second(desk, circle):
    """The meeting of the circle: everyone, a break, three subgroups."""
    address = meeting(
        desk, PROGRAMME, publish=False, naam="Tweede bijeenkomst", reeks=circle, dag="23-09-2020", begin="10:00", einde="12:00", vorm="online",
        link="https://video.example/kamer")
    for kind, title, minutes in [("plenair", "Welkom en inleiding", "45"), ("pauze", "Korte pauze", "15")]:
        desk.open(address + "/programma")
        desk.press("Voeg een onderdeel toe", soort=kind, titel=title, minuten=minutes)
    desk.open(address + "/programma")
    desk.press("Voeg een onderdeel toe", soort="subgroepen", titel="Drie groepen", minuten="60")
    item = desk.path
    for title in ["Sturing en de rol van de projectleider", "Bewoners betrekken", "Werken met informatie, over grenzen heen"]:
        desk.open(item)
        desk.follow("Voeg een groep toe")
        desk.press("Voeg een groep toe", titel=title)
    desk.open(address + "/bewerken")
    desk.press("Zet op de site")
    return address


def themes(desk):
    """Two themes that start in one month, and a third with its four subjects (AGD-03 to AGD-05)."""
    desk.open("/leeragenda")
    desk.follow(f"Leeragenda van {PROGRAMME}")
    address = desk.path
    subjects = "Dorpshuizen\nWijkaccommodaties\nInzet van vrijwilligers\nDorpsraden en wijkraden"
    for title, month, below in [
        ("COVID-19 en sociale verbondenheid", "2021-06", ""), ("Armoede", "2021-06", ""), ("Sociale infrastructuur", "2021-09", subjects)]:
        desk.open(address)
        desk.follow("Zet iets op de agenda")
        desk.press("Bewaar", naam=title, onderwerpen=below)
        desk.press("Spreek af")
        desk.press("Plan in", maand=month)
    return address.removesuffix("/bewerken")


def test_the_texts_are_on_the_site(site, entered):
    """Seeds 001, 003 and 004: what was typed stands on the pages that anyone reads, with the days of the week."""
    visitor = site.desk()
    words = visitor.open(entered["agenda"] + "/kalender").words
    assert words.index("juni 2021") < words.index("COVID-19 en sociale verbondenheid") < words.index("september 2021") < words.index("Sociale infrastructuur")
    assert words.index("juni 2021") < words.index("Armoede") < words.index("september 2021")
    words = visitor.open(entered["series"]).words
    for day in [
        "donderdag 12 november 2020, 14.00 tot 16.00 uur", "dinsdag 1 december 2020, 10.00 tot 12.00 uur", "donderdag 21 januari 2021, 10.00 tot 12.00 uur"]:
        assert day in words, words
    words = visitor.open(entered["Tweede bijeenkomst"]).words
    for one in ["woensdag 23 september 2020, 10.00 tot 12.00 uur", "Korte pauze", "Sturing en de rol van de projectleider", "Bewoners betrekken"]:
        assert one in words, words
    words = visitor.open(entered[SERIES[0][0]]).words
    assert [name for name in ORGANISERS if name not in words] == [], words
    visitor.open(entered["home"])
    words = visitor.follow("Leerkring leefbaarheid en veiligheid").words
    assert [name for name in CIRCLE if "Gemeente " + name not in words] == [], words


def as_icalendar(file):
    """What the library of that name reads: title to first and last moment, local and in UTC."""
    found = {}
    for event in icalendar.Calendar.from_ical(file).walk("VEVENT"):
        begin, end = event["DTSTART"].dt, event["DTEND"].dt
        found[str(event["SUMMARY"])] = tuple(
            moment.astimezone(zone).strftime("%Y-%m-%d %H:%M") for zone in (AMSTERDAM, UTC) for moment in (begin, end))
        assert str(begin.tzinfo) == "Europe/Amsterdam"
    return found


def as_khal(file, folder):
    """What someone sees who takes the file into khal, at home and on a computer that runs on UTC."""
    folder.mkdir()
    (folder / "file.ics").write_bytes(file)
    found = {}
    for zone in ("Europe/Amsterdam", "UTC"):
        (folder / f"calendar-{zone[:3]}").mkdir()
        config = folder / f"khal-{zone[:3]}.conf"
        config.write_text(
            f"[calendars]\n[[site]]\npath = {folder}/calendar-{zone[:3]}\n[sqlite]\npath = {folder}/{zone[:3]}.db\n[default]\ndefault_calendar = site\n"
            f"[locale]\nlocal_timezone = {zone}\ndefault_timezone = {zone}\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n")

        def khal(*words):
            command = [pathlib.Path(sys.executable).parent / "khal", "-c", config, *words]
            done = subprocess.run(command, capture_output=True, text=True, timeout=60)
            assert done.returncode == 0, done.stdout + done.stderr
            return done.stdout

        khal("import", "--batch", folder / "file.ics")
        # Days without an event give nothing; a window of twenty years holds all.
        for line in khal("list", "--day-format", "", "--once", "--format", "{start-long-full}|{end-long-full}|{title}", "2020-01-01", "7500d").splitlines():
            if line.count("|") == 2:
                begin, end, title = line.split("|")
                found[title] = found.get(title, ()) + (begin.strip(), end.strip())
    return found


def test_public_files_show_the_same_hours_in_two_other_programs(site, entered, tmp_path):
    """MTG-03: 12 November 2020 14:00 is 13:00Z, 23 September 2020 10:00 is 08:00Z: in one file, in that of a series and in the feed of all."""
    visitor = site.desk()
    first, series, summer = SERIES[0][0], [line[0] for line in SERIES], "Tweede bijeenkomst"
    for number, (path, titles) in enumerate([
        (entered[first] + "/agenda.ics", [first]), (entered[summer] + "/agenda.ics", [summer]), (entered["series"] + "/agenda.ics", series),
        ("/bijeenkomsten/agenda.ics", list(PAST) + list(COMING)),
    ]):
        answer, file = visitor.ask("GET", path)
        assert answer.status == 200 and answer.getheader("Content-Type").startswith("text/calendar"), path
        wanted = {title: (PAST | COMING)[title] for title in titles}
        assert as_icalendar(file) == wanted, path
        # It takes a second for each run, and the two between hold nothing that the others do not.
        if number in (0, 3):
            assert as_khal(file, tmp_path / str(number)) == wanted, path
        assert b"video.example" not in file


def test_a_calendar_of_ones_own_and_the_file_in_a_mail_show_the_same_hours(site, entered, tmp_path):
    """MTG-03, MTG-04: the secret feed of someone who registered, and what came with the mail; never the link to join."""
    person = site.desk(address="192.0.2.8").sign_in("kim@voorbeeld.nl", site.mails)
    for title in COMING:
        person.open(entered[title] + "/inschrijven")
        time.sleep(3.1)  # what is sent faster than people type is asked for once more
        person.press("Doe mee", rol="ambtenaar")
        assert "/inschrijvingen/" in person.path, person.page.words[:600]
    person.open("/mijn/inschrijvingen")
    person.press("Maak een link")
    secret = urllib.parse.urlsplit(re.search(r"http\S+/mijn-agenda/[\w-]+\.ics", person.text)[0]).path
    answer, file = site.desk(address="192.0.2.7").ask("GET", secret)
    assert answer.status == 200 and as_icalendar(file) == COMING and b"video.example" not in file
    assert as_khal(file, tmp_path / "feed") == COMING
    site.quiet()
    invited = {}
    for message in site.mails.all()["kim@voorbeeld.nl"]:
        for attached in message.walk():
            if attached.get_content_type() == "text/calendar":
                sent = attached.get_payload(decode=True)
                assert b"video.example" not in sent
                invited |= as_icalendar(sent)
    assert invited == COMING
