"""The site as a visitor meets it: kinds of pages, words in both languages, and a plain reader of pages without a browser."""

import dataclasses
import html.parser
import re
import urllib.error
import urllib.parse
import urllib.request

import pytest

LANGUAGES = ("nl", "en")

# Areas that the demo bundle holds: Doetinchem, in Gelderland.
COUNTRY, PROVINCE, MUNICIPALITY, DISTRICT = "NL00", "PV25", "GM0222", "WK022201"
NEIGHBOURHOOD, OTHER_NEIGHBOURHOOD = "BU02220101", "BU02220601"


@dataclasses.dataclass(frozen=True)
class Kind:
    """A kind of page with one address that stands for all of its kind. `{figure}` becomes the key of an existing figure."""

    name: str
    path: str
    #: Pattern of every address of this kind, without the language prefix; None where another kind has the same.
    pattern: str | None = None
    status: int = 200
    #: False: a variant of another kind, tested in a sample of the combinations.
    full: bool = True


KINDS = (
    Kind("start", "/", r"/"),
    Kind("search", "/zoeken?q=doetinchem", r"/zoeken(/suggesties)?"),
    Kind("search without result", "/zoeken?q=xqzxqzxqz", full=False),
    Kind("search without question", "/zoeken", full=False),
    Kind("where do you live", "/waar-woon-je", r"/waar-woon-je"),
    Kind("browse", "/gebieden", r"/gebieden"),
    Kind("profile", f"/gebieden/{NEIGHBOURHOOD}", r"/gebieden/[A-Z]{2}[0-9A-Z]+"),
    Kind("profile of the country", f"/gebieden/{COUNTRY}", full=False),
    Kind("profile of a province", f"/gebieden/{PROVINCE}", full=False),
    Kind("profile of a municipality", f"/gebieden/{MUNICIPALITY}", full=False),
    Kind("profile of a district", f"/gebieden/{DISTRICT}", full=False),
    Kind("map", f"/gebieden/{MUNICIPALITY}/kaart?cijfer={{figure}}", r"/gebieden/[A-Z]{2}[0-9A-Z]+/kaart"),
    Kind("area analysis", f"/gebieden/{MUNICIPALITY}/analyse", r"/gebieden/[A-Z]{2}[0-9A-Z]+/analyse"),
    Kind("stacking", f"/gebieden/{MUNICIPALITY}/analyse/stapeling", r"/gebieden/[A-Z]{2}[0-9A-Z]+/analyse/stapeling"),
    Kind("stacking with a fault", f"/gebieden/{MUNICIPALITY}/analyse/stapeling?deel=alles", status=400, full=False),
    Kind("ranking", f"/gebieden/{NEIGHBOURHOOD}/analyse/rangorde", r"/gebieden/[A-Z]{2}[0-9A-Z]+/analyse/rangorde"),
    Kind("index", f"/gebieden/{MUNICIPALITY}/analyse/index", r"/gebieden/[A-Z]{2}[0-9A-Z]+/analyse/index"),
    Kind("clusters", f"/gebieden/{MUNICIPALITY}/analyse/clusters", r"/gebieden/[A-Z]{2}[0-9A-Z]+/analyse/clusters"),
    Kind("funnel", f"/gebieden/{MUNICIPALITY}/analyse/trechter", r"/gebieden/[A-Z]{2}[0-9A-Z]+/analyse/trechter"),
    Kind("funnel with a fault", f"/gebieden/{MUNICIPALITY}/analyse/trechter?cijfer=woningwaarde", status=400, full=False),
    Kind("change", f"/gebieden/{MUNICIPALITY}/analyse/veranderd", r"/gebieden/[A-Z]{2}[0-9A-Z]+/analyse/veranderd"),
    Kind("comparable areas", f"/gebieden/{NEIGHBOURHOOD}/analyse/vergelijkbaar", r"/gebieden/[A-Z]{2}[0-9A-Z]+/analyse/vergelijkbaar"),
    Kind("counting and telling", f"/gebieden/{NEIGHBOURHOOD}/tellen-en-vertellen", r"/gebieden/[A-Z]{2}[0-9A-Z]+/tellen-en-vertellen(/.*)?"),
    Kind("comparison", f"/vergelijken?gebied={NEIGHBOURHOOD}&gebied={OTHER_NEIGHBOURHOOD}", r"/vergelijken"),
    Kind("comparison without areas", "/vergelijken", full=False),
    Kind("figures", "/cijfers", r"/cijfers"),
    Kind("figure", "/cijfers/{figure}", r"/cijfers/[^/]+"),
    Kind("own figures", "/eigen-cijfers", r"/eigen-cijfers"),
    Kind("own table", "/eigen-cijfers/meldingen", r"/eigen-cijfers/[^/]+"),
    Kind("custom areas", "/eigen-gebieden", r"/eigen-gebieden"),
    Kind("custom area", "/eigen-gebieden/wijkteam", r"/eigen-gebieden/[^/]+"),
    Kind("sources", "/bronnen", r"/bronnen"),
    Kind("source", "/bronnen/kwb-2024", r"/bronnen/[^/]+"),
    Kind("delivery", "/bronnen/kwb-2024/1", r"/bronnen/[^/]+/\d+"),
    Kind("help", "/hulp", r"/hulp(/.*)?"),
    Kind("method", "/hoe-wij-rekenen", r"/hoe-wij-rekenen"),
    Kind("about", "/over", r"/over"),
    Kind("accessibility", "/toegankelijkheid", r"/toegankelijkheid"),
    Kind("privacy", "/privacy", r"/privacy"),
    Kind("register of processing", "/privacy/verwerkingen", r"/privacy/verwerkingen"),
    Kind("organisations", "/organisaties", r"/organisaties(/.*)?"),
    Kind("organisations of a kind", "/organisaties?soort=gemeente&ook=beeindigd", full=False),
    Kind("programmes", "/programmas", r"/programmas(/.*)?"),
    Kind("subjects", "/onderwerpen", r"/onderwerpen(/.*)?"),
    Kind("subject", "/onderwerpen/wonen", full=False),
    Kind("subject with others below", "/onderwerpen/sociale-infrastructuur", full=False),
    Kind("links", f"/ding/gebied/{MUNICIPALITY}/verbanden", r"/ding/[^/]+/[^/]+(/verbanden)?"),
    Kind("contact", "/contact", r"/contact(/.*)?"),
    Kind("sign in", "/aanmelden", r"/(aanmelden|mijn|beheer|vragen)(/.*)?"),
    Kind("learning network", "/leernetwerk",
         r"/(leernetwerk|bijeenkomsten|reeksen|oproepen|vraagstukken|inbreng|inschrijvingen|casussen|intervisie|leeragenda|expertise|organiseren|meedenken|kennismakingen"
         r"|live|aanwezig|opbrengsten|aandachtspunten|navraag|datumprikker|datumprikkers)(/.*)?"),
    Kind("meetings", "/bijeenkomsten", full=False),
    Kind("calls", "/oproepen", full=False),
    Kind("issues", "/vraagstukken", full=False),
    Kind("method", "/intervisie/methoden/incident", full=False),
    Kind("learning agendas", "/leeragenda", full=False),
    Kind("expertise", "/expertise", full=False),
    Kind("yields", "/opbrengsten", full=False),
    Kind("catching up", "/leernetwerk/bijpraten", full=False),
    Kind("voices", "/stemmen", r"/stemmen(/.*)?"),
    Kind("questions in the room", "/live", full=False),
    Kind("who is there", "/aanwezig", full=False),
    Kind("jobs", "/taken", r"/taken(/.*)?"),
    Kind("not found", "/gebieden/BU99999999", status=404),
    Kind("not found at all", "/bestaat-niet", status=404, full=False),
)

#: Words a journey looks for. Patterns are searched without regard to case.
WORDS = {
    "search field": {"nl": r"zoek|wijk|buurt|plaats", "en": r"search|find|district|neighbourhood|place"},
    "search button": {"nl": r"^zoek", "en": r"^(search|find)"},
    "skip link": {"nl": r"naar de (inhoud|hoofdinhoud)", "en": r"(skip|go) to (the )?(main )?content"},
    "qualities": {"nl": r"^kwaliteiten", "en": r"^qualities"},
    "opportunities": {"nl": r"^kansen", "en": r"^opportunities"},
    "bottlenecks": {"nl": r"^knelpunten", "en": r"^bottlenecks"},
    "problems": {"nl": r"^problemen", "en": r"^problems"},
    "information position": {"nl": r"wat (wij|we) (wel |niet )?weten|informatiepositie", "en": r"what we (do not |don.t )?know|information position"},
    "says not": {"nl": r"zegt (dit cijfer )?niet|niet zegt", "en": r"does not (say|tell)"},
    "download": {"nl": r"download|csv", "en": r"download|csv"},
    "inhabitants": {"nl": r"inwoners", "en": r"inhabitants|residents"},
}


def address(path: str, language: str, figure: str = "") -> str:
    """Path of a page in a language: Dutch has no prefix."""
    path = path.replace("{figure}", figure)
    return path if language == "nl" else "/en" + ("" if path == "/" else path)


def words(key: str, language: str) -> re.Pattern:
    return re.compile(WORDS[key][language], re.IGNORECASE)


def none(troubles: list[str]):
    """Fails with every trouble on a line of its own, the first twenty."""
    if troubles:
        pytest.fail("\n".join(troubles[:20] + [f"… {len(troubles)} in all"] * (len(troubles) > 20)), pytrace=False)


class Document(html.parser.HTMLParser):
    """What a test needs of a page when no browser is needed: links, headings, language, visible text."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.links: list[dict] = []
        self.ids: list[str] = []
        self.language = ""
        self.headings: list[tuple[int, str]] = []
        self.title = ""
        self.text = ""
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = {key: value or "" for key, value in attributes}
        if tag == "html":
            self.language = values.get("lang", "")
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values | {"text": ""})
        if tag == "form" and values.get("method", "get") == "get" and values.get("action"):
            self.links.append({"href": values["action"], "text": ""})
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))
        if tag in ("a", "title", "script", "style") or re.fullmatch("h[1-6]", tag):
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag):]

    def handle_data(self, data):
        if "script" in self._open or "style" in self._open:
            return
        self.text += data
        if "title" in self._open:
            self.title += data
        if "a" in self._open and self.links:
            self.links[-1]["text"] += data
        if any(tag[0] == "h" and tag[1:].isdigit() for tag in self._open) and self.headings:
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def get(url: str, headers: dict | None = None, follow: bool = True):
    """(status, headers, body) of an address; an error status is an answer like any other."""
    opener = urllib.request.build_opener() if follow else urllib.request.build_opener(NoRedirect())
    try:
        with opener.open(urllib.request.Request(url, headers=headers or {}), timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def document(url: str) -> Document:
    return Document(get(url)[2].decode("utf-8"))


def own_paths(page: Document, base: str) -> list[str]:
    """Paths with query of the links of a page that stay on the site, without fragment, in order, each once."""
    found = {}
    origin = urllib.parse.urlsplit(base)
    for link in page.links:
        target = urllib.parse.urlsplit(urllib.parse.urljoin(base, link["href"]))
        if (target.scheme, target.netloc) == (origin.scheme, origin.netloc):
            found[target.path + ("?" + target.query if target.query else "")] = None
    return list(found)
