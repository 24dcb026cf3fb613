"""The site as someone works with it who has no browser: pages read, forms filled in by the names of their fields, a role with its second step."""

import base64
import datetime
import hashlib
import hmac
import html.parser
import http.client
import re
import struct
import time
import urllib.parse

# How visitors reach the site: links in mails begin with it, whichever server answers.
ORIGIN = "http://leefkring.example"


class Form:
    def __init__(self, action, method):
        self.action, self.method = action, method
        # What a browser sends when nothing is touched.
        self.fields: list[tuple[str, str]] = []
        # The words of each button, with what it sends itself.
        self.buttons: list[tuple[str, str | None, str]] = []
        self.names: set[str] = set()


class Page(html.parser.HTMLParser):
    """Forms, links and words of a page."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.forms: list[Form] = []
        self.links: list[tuple[str, str]] = []
        self.heading = ""
        self._form = self._button = self._link = self._area = self._select = None
        self._words: list[str] = []
        self._inside: list[str] = []
        self.feed(text)

    @property
    def words(self):
        return re.sub(r"\s+", " ", " ".join(self._words)).strip()

    def handle_starttag(self, tag, attributes):
        values = {name: value if value is not None else "" for name, value in attributes}
        name = values.get("name")
        if tag == "form":
            self._form = Form(values.get("action", ""), values.get("method", "get").lower())
            self.forms.append(self._form)
        elif tag in ("a", "link", "img", "script", "source", "iframe"):
            address = values.get("href") or values.get("src")
            if address is not None:
                self.links.append((address, ""))
                self._link = len(self.links) - 1 if tag == "a" else self._link
        elif tag == "button" and self._form:
            self._button = [name, values.get("value", ""), ""]
        elif tag == "input" and self._form and name:
            self._form.names.add(name)
            kind = values.get("type", "text")
            if kind in ("checkbox", "radio"):
                if "checked" in values:
                    self._form.fields.append((name, values.get("value", "on")))
            elif kind not in ("submit", "file", "image"):
                self._form.fields.append((name, values.get("value", "")))
        elif tag == "textarea" and self._form and name:
            self._form.names.add(name)
            self._area = [name, ""]
        elif tag == "select" and self._form and name:
            self._form.names.add(name)
            self._select = [name, None, []]
        elif tag == "option" and self._select:
            self._select[2].append(values.get("value", ""))
            if "selected" in values:
                self._select[1] = values.get("value", "")
        if tag in ("script", "style", "title", "h1"):
            self._inside.append(tag)

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None
        elif tag == "a":
            self._link = None
        elif tag == "button" and self._button:
            name, value, words = self._button
            self._form.buttons.append((re.sub(r"\s+", " ", words).strip(), name, value))
            self._button = None
        elif tag == "textarea" and self._area:
            self._form.fields.append((self._area[0], self._area[1].removeprefix("\n")))
            self._area = None
        elif tag == "select" and self._select:
            name, chosen, options = self._select
            if chosen is not None or options:
                self._form.fields.append((name, chosen if chosen is not None else options[0]))
            self._select = None
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, words):
        if self._area:
            self._area[1] += words
            return
        if self._button:
            self._button[2] += words
        if self._link is not None:
            address, before = self.links[self._link]
            self.links[self._link] = (address, before + words)
        if self._inside and self._inside[-1] == "h1":
            self.heading += words
        if not self._inside or self._inside[-1] == "h1":
            self._words.append(words)

    def form(self, button):
        """The form with this button, and what the button itself sends."""
        for form in self.forms:
            for words, name, value in form.buttons:
                if words == button:
                    return form, [(name, value)] if name else []
        raise AssertionError(f"no button {button!r}; there are {[words for form in self.forms for words, _, _ in form.buttons]}: {self.words[:600]}")

    def link(self, words):
        found = [(" ".join(name.split()), address) for address, name in self.links]
        for name, address in found:
            if name == words:
                return address
        raise AssertionError(f"no link {words!r}; there are {[name for name, _ in found]}")


def code_of_app(secret):
    """RFC 6238, by the letters that the page shows."""
    letters = secret.replace(" ", "")
    key = base64.b32decode(letters + "=" * (-len(letters) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


class Desk:
    """Someone with cookies who opens pages and presses buttons."""

    def __init__(self, port, address="192.0.2.1"):
        self.port, self.address, self.cookies = port, address, {}
        self.path, self.page, self.status, self.text = "/", Page(""), 0, ""

    def ask(self, method, path, fields=None, headers=()):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        sent = {"Host": ORIGIN.removeprefix("http://"), "Origin": ORIGIN, "Sec-Fetch-Site": "same-origin", "X-Forwarded-For": self.address, **dict(headers)}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        body = None
        if fields is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
            body = urllib.parse.urlencode(fields)
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        bytes = answer.read()
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return answer, bytes

    def open(self, path, status=200):
        """Opens a page and follows where it sends one."""
        for _ in range(5):
            answer, bytes = self.ask("GET", path)
            if answer.status not in (301, 302, 303, 307, 308):
                break
            path = urllib.parse.urljoin(path, answer.getheader("Location"))
        self.text = bytes.decode()
        self.path, self.status, self.page = path, answer.status, Page(self.text)
        assert status is None or answer.status == status, f"{path}: {answer.status} {self.page.words[:600]}"
        return self.page

    def press(self, button, status=200, /, **fields):
        """Fills in the form of a button by the names of its fields and sends it; a list sends a field several times, None leaves it out."""
        form, extra = self.page.form(button)
        unknown = set(fields) - form.names
        assert not unknown, f"{self.path}: no field {unknown} in the form of {button!r}, which has {form.names}"
        sent = [(name, value) for name, value in form.fields if name not in fields]
        for name, value in fields.items():
            sent += [(name, one) for one in value] if isinstance(value, list) else [] if value is None else [(name, value)]
        target = urllib.parse.urljoin(self.path, form.action)
        if form.method == "get":
            return self.open(target.split("?")[0] + "?" + urllib.parse.urlencode(sent + extra), status)
        answer, bytes = self.ask("POST", target, sent + extra)
        if answer.status == 303:
            return self.open(urllib.parse.urljoin(target, answer.getheader("Location")), status)
        self.text = bytes.decode()
        self.path, self.status, self.page = target, answer.status, Page(self.text)
        assert status is None or answer.status == status, f"{target}: {answer.status} {self.page.words[:900]}"
        return self.page

    def follow(self, words):
        return self.open(urllib.parse.urljoin(self.path, self.page.link(words)))

    def sign_in(self, mail, mails=None):
        """By a code in the mail; with a role also by the second step, which is set up once."""
        self.open("/aanmelden")
        self.press(self.page.forms[-1].buttons[0][0] if len(self.page.forms) == 1 else self._button_of("mail"), mail=mail)
        code = mails.code(mail) if mails else re.search(r"<strong>(\d{6})</strong>", self.text)[1]
        self.press(self._button_of("code"), code=code)
        if "/tweede-stap" in self.path:
            secret = re.search(r"<code>([A-Z2-7 ]+)</code>", self.text)[1]
            self.press(self._button_of("code"), code=code_of_app(secret))
            self.open("/mijn")
        return self

    def _button_of(self, field):
        return next(form.buttons[0][0] for form in self.page.forms if field in form.names)


def programme(desk, name):
    """Begins a programme through its page, as an administrator."""
    desk.open("/beheer/programmas")
    desk.press("Begin een programma", naam=name, doel="Leren van elkaar.")
    return desk.path.removesuffix("/bewerken")


def meeting(desk, programme, groups=(), publish=True, **fields):
    """Makes a meeting through the pages and puts it on the site: its address. Each group has a title and a maximum."""
    desk.open("/organiseren")
    desk.follow(f"Begin een bijeenkomst ({programme})")
    desk.press("Maak het concept", **fields)
    address = desk.path.removesuffix("/programma")
    if groups:
        desk.press("Voeg een onderdeel toe", soort="subgroepen", titel="In groepen", minuten="60")
        item = desk.path
        for title, most in groups:
            desk.open(item)
            desk.follow("Voeg een groep toe")
            desk.press("Voeg een groep toe", titel=title, plaatsen=most)
    if publish:
        desk.open(address + "/bewerken")
        desk.press("Zet op de site")
    return address


def in_days(days):
    """A day as it is typed."""
    return (datetime.date.today() + datetime.timedelta(days=days)).strftime("%d-%m-%Y")
