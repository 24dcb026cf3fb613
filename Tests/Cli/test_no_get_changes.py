"""Programs that read mail open every link, and so do crawlers. A site with something of everything is asked every link of every page and mail: nothing changes."""

import concurrent.futures
import datetime
import re
import sqlite3
import time
import urllib.parse
import zoneinfo

import pytest

from desk import ORIGIN, Page, in_days, meeting, programme
from house import Site

PEOPLE = [
    ("Bea Beheer", "bea@voorbeeld.nl", "beheerder"), ("Kika Kring", "kika@voorbeeld.nl", "kringbegeleider"), ("Anke Ambt", "anke@voorbeeld.nl", "ambtenaar"),
    ("Dana Deel", "dana@voorbeeld.nl", "inwoner"), ("Fien Weet", "fien@voorbeeld.nl", "inwoner")]
# What may change while pages are read, and why: a table as a whole (None), or columns of it, and which rows count. All else must stay as it was, byte for byte.
EXCEPTED = {
    # Who read which personal data: it must be written when someone reads, and each such line has its event in the chain of the journal.
    "read_line": None,
    "journal": (set(), "action <> 'people.read'"),
    "journal_head": None,
    # When someone was here last: it ends a session that nobody uses.
    "session": ({"seen_at"}, "1 = 1"),
    # The row that the round of every minute holds to look whom a question goes to next; no page writes it.
    "expertise_turn": None,
}
# Addresses of one page that differ in their query only: so many are enough.
QUERIES = 3
# Of hundreds of figures each has the same pages: so many are enough.
ALIKE, SAME = re.compile(r"(?:/en)?/(?:cijfers|ding/\w+|onderwerpen)/"), 12
MOST = 900


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crawl")
    with Site(folder, f"sqlite:{folder / 'site.sqlite'}", people=PEOPLE) as site:
        yield site


def value(desk, words):
    """What a choice with these words sends."""
    return re.search(rf'<option value="([^"]+)"[^>]*>(?:[^<]*: )?{re.escape(words)}</option>', desk.text)[1]


def slowly(desk, button, **fields):
    """What is sent faster than people type is asked for once more."""
    time.sleep(3.1)
    return desk.press(button, **fields)


def a_call(bea, visitor):
    """A call with a round, and an answer, taken to an issue."""
    bea.open("/organiseren/oproepen")
    bea.press(
        "Begin een oproep", programma=value(bea, "Lindenmeer leert"), titel="Wat wil jij leren?", doel="Vragen uit de praktijk.", wie="Mies Molen",
        **{"veld-gemeente": "vrij"})
    today = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Amsterdam")).date().strftime("%d-%m-%Y")
    bea.press("Voeg een ronde toe", van=today, tot=today)
    bea.press(next(words for form in bea.page.forms for words, _, _ in form.buttons if words.startswith("Zet klaar")))
    call = "/oproepen/" + bea.path.split("/")[3].split("?")[0].split("#")[0]
    visitor.open(call + "/meedoen")
    slowly(visitor, "Verder", rol="inwoner", vraagstuk="Hoe houden wij het buurthuis open?")
    draft = visitor.path
    visitor.press("Stuur in")
    # Someone else stops half way: a draft that waits.
    visitor.open(call + "/meedoen")
    slowly(visitor, "Verder", rol="inwoner", vraagstuk="Wat als de bus niet meer komt?")
    return call, [draft, visitor.path]


def meetings(bea, site):
    """One place, someone in it, one with an offer, one who waits, one who left."""
    address = meeting(
        bea, "Lindenmeer leert", groups=[("Groep A", "5"), ("Groep B", "5")], naam="Buurtagenda maken", dag=in_days(40), begin="14:00", einde="16:00",
        vorm="fysiek", plek="Buurthuis De Linde", plaatsen="1", groepen="toegewezen")
    visitors = [site.desk(address=f"198.18.0.{number + 1}") for number in range(4)]
    for visitor in visitors:
        visitor.open(address + "/inschrijven")
    time.sleep(3.1)
    for number, visitor in enumerate(visitors):
        visitor.press("Doe mee", naam="Mens Kring", mail=f"mens{number}@voorbeeld.nl", rol="ambtenaar")
    site.quiet()
    for number, button in [(3, "Ga van de lijst"), (0, "Meld je af")]:
        own = next(link for link in links_of(site.mails.all()[f"mens{number}@voorbeeld.nl"]) if "/inschrijvingen/" in link)
        visitor = site.desk(address=f"198.18.0.{number + 1}")
        visitor.open(own)
        visitor.press(button)
    return address


def a_group(kika, dana):
    """A closed group with someone asked, someone in it, and a session that is planned."""
    kika.open("/intervisie/groepen/nieuw")
    kika.press("Bewaar", naam="Kring Stilte", programma=value(kika, "Lindenmeer leert"))
    group = kika.path
    for mail in ("dana@voorbeeld.nl", "fien@voorbeeld.nl"):
        kika.open(group)
        kika.press("Vraag iemand", mail=mail)
    dana.open(group)
    dana.press("Ja, ik doe mee")
    kika.open(group)
    kika.follow("Plan een bijeenkomst")
    kika.press(
        "Plan een bijeenkomst", dag=in_days(30), tijd="14:30", methode="incident", vraag="Hoe bereik ik wie nooit komt?", inbrenger=value(kika, "Dana Deel"))
    return group


def help_is_asked(bea, fien, dana):
    """Someone who knows, and someone who asks: the mail has a link with two buttons."""
    bea.open("/beheer/labels")
    form = next(form for form in bea.page.forms if "naam-nl" in form.names or "naam" in form.names)
    field = "naam-nl" if "naam-nl" in form.names else "naam"
    extra = {"naam-en": "Birds in the street"} if "naam-en" in form.names else {}
    bea.press(form.buttons[0][0], **{field: "Vogels in de straat", **extra}, **({"soort": "thema"} if "soort" in form.names else {}))
    fien.open("/mijn/expertise")
    fien.press("Voeg toe", onderwerp=value(fien, "Vogels in de straat"), soort="ervaring")
    dana.open("/meedenken")
    dana.press("Stuur de vraag", vraag="Hoe begin je een nest?", onderwerp=value(dana, "Vogels in de straat"))


def an_agenda(bea):
    bea.open("/leeragenda")
    bea.follow("Leeragenda van Lindenmeer leert")
    agenda = bea.path
    bea.follow("Zet iets op de agenda")
    bea.press("Bewaar", naam="Armoede", onderwerpen="Geld")
    bea.press("Spreek af")
    bea.press("Plan in", maand="2031-06")
    bea.open(agenda)
    bea.press("Bewaar een versie", bij="Na de zomer.")


def links_of(messages):
    """The links of mails, as addresses on this site: of the text and of the page in them."""
    found = []
    for message in messages:
        for part in message.walk():
            if part.get_content_type() in ("text/plain", "text/html", "text/calendar"):
                words = part.get_payload(decode=True).decode().replace("\r\n ", "").replace("&amp;", "&")
                found += re.findall(re.escape(ORIGIN) + r"[^\s<>\"')]*", words)
        found += re.findall(re.escape(ORIGIN) + r"[^\s<>]*", message.get("List-Unsubscribe", ""))
    return list(dict.fromkeys(link.removeprefix(ORIGIN) or "/" for link in found))


def dump(site):
    """Every row of every table as text, but for what is excepted."""
    found = {}
    with sqlite3.connect(f"file:{site.database.removeprefix('sqlite:')}?mode=ro", uri=True, timeout=30) as reading:
        tables = reading.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name").fetchall()
        for table, in tables:
            excepted = EXCEPTED.get(table, (set(), "1 = 1"))
            if excepted is None:
                continue
            left_out, counts = excepted
            columns = [row[1] for row in reading.execute(f'PRAGMA table_info("{table}")') if row[1] not in left_out]
            named = ", ".join(f'"{column}"' for column in columns)
            found[table] = sorted(repr(row) for row in reading.execute(f'SELECT {named} FROM "{table}" WHERE {counts}'))
    return found


def crawl(desk, begin, english):
    """Asks everything that can be reached by links, by GET and by HEAD: the addresses asked, and what went wrong."""
    waiting, seen, of_one, wrong, always = list(begin), set(), {}, [], set(begin)
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        plain = path.split("?")[0]
        if path in seen or ("?" in path and path not in always and of_one.get(plain, 0) >= QUERIES):
            continue
        of_one[plain] = of_one.get(plain, 0) + ("?" in path)
        if alike := ALIKE.match(path):
            of_one[alike[0]] = of_one.get(alike[0], 0) + 1
            if of_one[alike[0]] > SAME:
                continue
        seen.add(path)
        answer, body = desk.ask("GET", path)
        head, _ = desk.ask("HEAD", path)
        # A site without areas says so.
        empty = answer.status == 503 and plain.endswith("/gebieden")
        if (answer.status >= 500 and not empty) or head.status != answer.status:
            wrong.append(f"{path}: GET {answer.status}, HEAD {head.status}")
        place = answer.getheader("Location")
        found = [place] if place else []
        if (answer.getheader("Content-Type") or "").startswith("text/html"):
            found += [address for address, _ in Page(body.decode()).links]
        for address in found:
            target = urllib.parse.urljoin(path, address.replace(ORIGIN, "", 1)).split("#")[0]
            # The same handlers answer in English: one crawl of those is enough.
            if target.startswith("/") and not target.startswith("//") and target not in seen and (english or not re.match(r"/en(/|$)", target)):
                waiting.append(target)
    return seen, wrong


def test_no_get_changes_anything(site):
    """D-13: GET and HEAD of every link of every page, as a visitor and by role, and of every link of every mail: the database is byte-equal but for logs."""
    roles = {"beheerder": "bea", "kringbegeleider": "kika", "ambtenaar": "anke", "lid van een groep": "dana", "gevraagd": "fien"}
    # Together: each waits for a mail.
    with concurrent.futures.ThreadPoolExecutor() as pool:
        signed_in = pool.map(lambda line: site.desk(address=f"192.0.2.{line[0] + 1}").sign_in(f"{line[1]}@voorbeeld.nl", site.mails), enumerate(roles.values()))
        people = dict(zip(roles, signed_in))
    bea, kika = people["beheerder"], people["kringbegeleider"]
    dana, fien, visitor = people["lid van een groep"], people["gevraagd"], site.desk(address="192.0.2.9")
    programme(bea, "Lindenmeer leert")
    call, drafts = a_call(bea, visitor)
    place = meetings(bea, site)
    group = a_group(kika, dana)
    help_is_asked(bea, fien, dana)
    an_agenda(bea)
    dana.open("/mijn/inschrijvingen")
    dana.press("Maak een link")
    feed = urllib.parse.urlsplit(re.search(r"http\S+/mijn-agenda/[\w-]+\.ics", dana.text)[0]).path
    site.quiet()
    mailed = links_of([message for messages in site.mails.all().values() for message in messages])
    for kind in ["/inschrijvingen/", "/meedenken/antwoord/", "/intervisie/"]:
        assert any(kind in link for link in mailed), f"no mail with {kind}: {mailed}"

    before = dump(site)
    # Forms are shown, nothing is sent: also by one who guesses the address of what a button does.
    entries = ["/", "/leernetwerk", "/zoeken?q=buurt", "/sitemap.xml", call, call + "/meedoen", place, place + "/inschrijven", group, feed, *drafts, *mailed]
    asked, wrong = {}, []
    for name, desk in {"bezoeker": site.desk(address="192.0.2.10"), **people}.items():
        asked[name], faults = crawl(desk, entries, english=name == "bezoeker")
        wrong += [f"{name} {fault}" for fault in faults]
    assert not wrong, wrong
    after = dump(site)
    changed = {table: [row for row in after[table] if row not in before.get(table, [])][:3] for table in after if after[table] != before.get(table)}
    assert not changed and before.keys() == after.keys(), changed
    # It was a site with something in it, and it was gone through.
    for name, least in [("bezoeker", 100), ("ambtenaar", 100), ("beheerder", 200)]:
        assert least <= len(asked[name]) < MOST, f"{name}: {len(asked[name])}"
    assert set(mailed) <= asked["bezoeker"] and any(path.startswith(place + "/deelnemers") for path in asked["beheerder"])
    for prefix in ["/vraagstukken", "/bijeenkomsten/", "/intervisie/methoden/", "/leeragenda/", "/casussen", "/organiseren/", "/beheer/"]:
        assert any(path.startswith(prefix) for path in asked["beheerder"]), prefix
