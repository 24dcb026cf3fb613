"""Files over the wire: what people and attackers send, what is kept of it, and what comes back (law test 35, 36 and 55)."""

import hashlib
import io
import os
import pathlib
import random
import re
import signal
import socket
import struct
import subprocess
import threading
import time
import zipfile

import pytest
import requests
from PIL import Image

from command import ROOT, arguments, run
from running import free_port

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + rb"ANTIVIRUS-TEST-FILE!$H+H*"
PDF = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n"


class Site:
    """A server with a database and a folder of its own."""

    def __init__(self, folder: pathlib.Path, **settings: str):
        self.folder, self.database = folder, f"sqlite:{folder / 'test.sqlite'}"
        self.files = folder / "test.sqlite-bestanden"
        self.settings = settings
        self.process = None
        if not (folder / "test.sqlite").exists():
            for name in ("bo", "cas"):
                run("user", "add", name.title(), f"{name}@voorbeeld.nl", "--role", "inwoner", "--database", self.database)
        self.start()

    def start(self):
        port = free_port()
        self.origin = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            arguments("serve", "--database", self.database, "--port", port, "--without-rate-limit"), cwd=ROOT, env=os.environ | self.settings,
            stdout=(self.folder / "log").open("a"), stderr=subprocess.STDOUT)
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                requests.get(self.origin + "/health", timeout=2)
                return
            except requests.ConnectionError:
                time.sleep(0.05)
        raise AssertionError((self.folder / "log").read_text())

    def stop(self, with_signal=signal.SIGTERM):
        self.process.send_signal(with_signal)
        self.process.wait(timeout=30)

    def kept(self) -> dict[str, bytes]:
        """Every file of the folder, by name."""
        return {path.name: path.read_bytes() for path in self.files.glob("??/*")}


class Person:
    """A browser without scripts. The cookie is for secure connections; on this machine we send it ourselves."""

    def __init__(self, site: Site, mail: str | None = "bo@voorbeeld.nl"):
        self.site, self.cookie, self.token = site, None, None
        if mail:
            self.get("/aanmelden")
            page = self.post("/aanmelden", {"mail": mail})
            place = page.headers["Location"]
            code = re.search(r"<strong>(\d{6})</strong>", self.get(place).text)[1]
            assert self.post(place, {"code": code}).status_code == 303
            self.get("/mijn/bestanden")

    def ask(self, method, path, **options):
        headers = {"Sec-Fetch-Site": "same-origin", "Origin": self.site.origin} | options.pop("headers", {})
        if self.cookie:
            headers["Cookie"] = self.cookie
        answer = requests.request(method, self.site.origin + path, headers=headers, allow_redirects=False, timeout=60, **options)
        if "Set-Cookie" in answer.headers:
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        if found := re.search(r'name="formulierteken" value="([0-9a-f]+)"', answer.text if "html" in answer.headers.get("Content-Type", "") else ""):
            self.token = found[1]
        return answer

    def get(self, path, **options):
        return self.ask("GET", path, **options)

    def post(self, path, fields):
        return self.ask("POST", path, data=fields | {"formulierteken": self.token})

    def send(self, name: str | None, content: bytes = b"", **fields):
        """The form of one's own files, as a browser without scripts sends it."""
        parts = [("formulierteken", (None, self.token))]
        parts += [(key.replace("_", "-"), (None, value)) for key, value in fields.items()]
        parts += [("bestand", (name or "", content, "application/octet-stream"))]
        return self.ask("POST", "/mijn/bestanden", files=parts)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("bestanden"))
    yield site
    site.stop()


@pytest.fixture(scope="module")
def bo(site):
    return Person(site)


@pytest.fixture(scope="module")
def cas(site):
    return Person(site, "cas@voorbeeld.nl")


def photo(form="JPEG", size=(1600, 1000), **settings) -> bytes:
    image = Image.effect_noise(size, 40).convert("RGB")
    exif = Image.Exif()
    exif[0x010F] = "Geheime camera"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 30.0), 3: "E", 4: (5.0, 7.0, 12.0)})
    target = io.BytesIO()
    image.save(target, form, exif=exif, **settings)
    return target.getvalue()


def office(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>", **files}.items():
            archive.writestr(name, content)
    return target.getvalue()


def error(page) -> str:
    assert page.status_code == 400, page.status_code
    return re.search(r'id="fouten".*?</ul>', page.text, re.S)[0]


def newest(bo) -> str:
    return re.findall(r'href="(/bestanden/[0-9a-z]{26})"', bo.get("/mijn/bestanden").text)[-1]


def test_35_a_photo_keeps_its_pixels_and_nothing_else(site, bo):
    """Law test 35: EXIF place in, none in any file that is kept; the file that was sent is not kept at all."""
    sent = photo()
    assert b"Geheime camera" in sent
    assert bo.send("zee.jpg", sent, alt="De zee bij avond").status_code == 303
    path = newest(bo)
    answer = bo.get(path)
    shown = Image.open(io.BytesIO(answer.content))
    assert shown.format == "JPEG" and shown.size == (1600, 1000) and not shown.getexif() and "exif" not in shown.info
    assert hashlib.sha256(sent).hexdigest() not in site.kept()
    for name, content in site.kept().items():
        assert hashlib.sha256(content).hexdigest() == name
        assert b"Geheime" not in content and b"Exif" not in content
    page = bo.get("/mijn/bestanden").text
    widths = re.findall(rf"{path}/(\d+) \d+w", page)
    assert widths == ["320", "640", "1280"] and 'width="1600" height="1000"' in page and "De zee bij avond" in page
    for width in widths:
        small = bo.get(f"{path}/{width}")
        assert small.headers["Content-Type"] == "image/webp" and Image.open(io.BytesIO(small.content)).width == int(width)
    assert bo.get(f"{path}/99").status_code == 404


def test_a_file_comes_with_headers_that_let_nothing_in_it_run(bo):
    """ASVS 3.2.1, 5.4.1: disposition, no sniffing, a sandbox; a tag and ranges."""
    text = "naam;aantal\nété;1\n".encode()
    assert bo.send("Ons plan (é).csv", text).status_code == 303
    path = newest(bo)
    answer = bo.get(path)
    assert answer.content == text and answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == "attachment; filename=\"Ons plan (__).csv\"; filename*=UTF-8''Ons%20plan%20%28%C3%A9%29.csv"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"
    assert answer.headers["Cache-Control"] == "no-store" and answer.headers["Accept-Ranges"] == "bytes"
    tag = answer.headers["ETag"]
    assert tag == f'"{hashlib.sha256(text).hexdigest()}"'
    assert bo.get(path, headers={"If-None-Match": tag}).status_code == 304
    part = bo.get(path, headers={"Range": "bytes=5-10"})
    assert part.status_code == 206 and part.content == text[5:11] and part.headers["Content-Range"] == f"bytes 5-10/{len(text)}"
    assert bo.get(path, headers={"Range": "bytes=5-10", "If-Range": '"anders"'}).status_code == 200
    assert bo.get(path, headers={"Range": f"bytes={len(text)}-"}).status_code == 416
    head = bo.ask("HEAD", path)
    assert head.status_code == 200 and head.headers["Content-Length"] == str(len(text)) and not head.content


def test_what_someone_may_not_see_is_not_found(site, bo, cas):
    bo.send("geheim.txt", b"alleen voor mij")
    path = newest(bo)
    for other in (cas, Person(site, None)):
        assert other.get(path).status_code == 404 and other.get("/en" + path).status_code == 404
    assert bo.get("/bestanden/01m80z5njhgfcm0npw6m3sbzrq").status_code == 404
    assert cas.post(f"/mijn{path}/weg", {}).status_code == 404
    assert bo.get(path).status_code == 200
    assert bo.post(f"/mijn{path}/weg", {}).status_code == 303
    assert bo.get(path).status_code == 404 and hashlib.sha256(b"alleen voor mij").hexdigest() not in site.kept()


def hidden_archive() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("kwaad.js", "alert(1)")
    return target.getvalue()


BOMB = office(**{"word/media/leeg.bin": b"\0" * (80 << 20)})
REFUSED = {
    "EICAR": ("eicar.txt", EICAR, "schade"),
    "EICAR inside a PDF": ("plan.pdf", PDF[:20] + EICAR + PDF[20:], "schade"),
    "a page that is called a photo": ("foto.jpg", b"<html><script>alert(1)</script></html>", "Kies een foto"),
    "a page that is called text": ("a.txt", b"<!DOCTYPE html><p>hallo", "Kies een foto"),
    "a picture with script": ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "Kies een foto"),
    "GIF that is script": ("a.jpg", b"GIF89a/*" + b"\0" * 20 + b"*/=1;alert(1)", "Kies een foto"),
    "PDF that is an archive": ("plan.pdf", PDF + hidden_archive(), "Kies een foto"),
    "a program": ("a.pdf", b"MZ\x90\0" + bytes(200), "Kies een foto"),
    "an archive": ("a.docx", hidden_archive(), "Kies een foto"),
    "zip bomb": ("a.docx", BOMB, "Kies een foto"),
    "macros": ("a.docx", office(**{"word/vbaProject.bin": b"x"}), "Kies een foto"),
    "wrong ending": ("foto.png", photo(size=(40, 30)), "past niet"),
    "two endings": ("foto.jpg.exe", photo(size=(40, 30)), "past niet"),
    "no ending": ("foto", photo(size=(40, 30)), "past niet"),
    "photo cut off": ("foto.jpg", photo()[:9000], "stuk"),
    "PNG cut off": ("foto.png", photo("PNG", (200, 200))[:-3000], "stuk"),
    "PDF cut off": ("plan.pdf", PDF[:-8], "stuk"),
    "document cut off": ("plan.docx", office()[:-30], "Kies een foto"),
    "nothing in it": ("leeg.pdf", b"", "leeg"),
    "no file": (None, b"", "Kies een bestand"),
    "20 MB and one byte": ("groot.txt", b"a" * ((20 << 20) + 1), "hoogstens 20 MB"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_36_what_is_not_what_it_says_is_refused_in_words_and_nothing_is_kept(site, bo, kind):
    """Law test 36; ASVS 5.2.1, 5.2.2, 5.2.3, 5.4.3."""
    before = site.kept()
    name, content, words = REFUSED[kind]
    page = bo.send(name, content, alt="Mijn eigen woorden")
    assert words in error(page) and "Mijn eigen woorden" in page.text and "Fout:" in page.text
    assert site.kept() == before


def test_words_behind_a_photo_are_not_kept(site, bo):
    """A photo that is something else too is made anew: what hides in it is gone."""
    sent = photo(size=(300, 200)) + hidden_archive() + b"<script>kwaad</script>"
    assert bo.send("../../../foto.jpeg", sent, alt="Een plein").status_code == 303
    answer = bo.get(newest(bo))
    assert answer.headers["Content-Disposition"].startswith('inline; filename="foto.jpeg"')
    assert not any(b"kwaad" in content for content in site.kept().values())
    assert not list(site.folder.glob("../**/foto.jpeg"))


def test_more_than_the_form_takes_is_not_even_read(site, bo):
    """ASVS 5.2.1: 413, and the server goes on."""
    parts = (
        f'--grens\r\nContent-Disposition: form-data; name="formulierteken"\r\n\r\n{bo.token}\r\n--grens\r\n'
        'Content-Disposition: form-data; name="bestand"; filename="a.txt"\r\n\r\n').encode()
    with socket.create_connection(("127.0.0.1", int(site.origin.rsplit(":")[-1])), timeout=60) as wire:
        head = (f"POST /mijn/bestanden HTTP/1.1\r\nHost: {site.origin.removeprefix('http://')}\r\nCookie: {bo.cookie}\r\nOrigin: {site.origin}\r\nSec-Fetch-Site: same-origin\r\n"
                "Content-Type: multipart/form-data; boundary=grens\r\nTransfer-Encoding: chunked\r\n\r\n")
        wire.sendall(head.encode() + f"{len(parts):x}\r\n".encode() + parts + b"\r\n")
        piece = f"{1 << 20:x}\r\n".encode() + b"a" * (1 << 20) + b"\r\n"
        try:
            for _ in range(80):
                wire.sendall(piece)
        except OSError:
            pass
        answer = b""
        try:
            while b"\r\n" not in answer and (more := wire.recv(4096)):
                answer += more
        except OSError:
            pass
    assert not answer or b" 413 " in answer.split(b"\r\n")[0]
    assert bo.get("/health").status_code == 200


def test_a_file_without_the_token_of_its_form_is_not_read(site, bo):
    before = site.kept()
    for token in ("", "0" * 128):
        right, bo.token = bo.token, token
        try:
            assert bo.send("a.txt", b"hallo").status_code == 403
        finally:
            bo.token = right
    visitor = Person(site, None)
    visitor.get("/aanmelden")
    assert visitor.send("a.txt", b"hallo").status_code == 403
    elsewhere = bo.ask("POST", "/mijn/bestanden", headers={"Origin": "https://kwaad.example", "Sec-Fetch-Site": "cross-site"},
                       files=[("formulierteken", (None, bo.token)), ("bestand", ("a.txt", b"hallo"))])
    assert elsewhere.status_code == 403 and site.kept() == before


def test_a_fault_elsewhere_in_the_form_loses_neither_words_nor_file(site, bo, cas):
    """A photo without words: the form asks for them, and the photo waits."""
    page = bo.send("brug.jpg", photo(size=(700, 500)))
    assert "Vertel kort" in error(page)
    kept = re.search(r'name="bestand-bewaard" value="([0-9a-z]{26})"', page.text)[1]
    assert "brug.jpg" in page.text and f"/bestanden/{kept}/320" in page.text
    assert cas.get(f"/bestanden/{kept}").status_code == 404
    assert bo.get(f"/bestanden/{kept}").status_code == 200
    assert cas.send(None, alt="Van mij", bestand_bewaard=kept).status_code == 400
    assert bo.send(None, alt="De brug", bestand_bewaard=kept).status_code == 303
    assert newest(bo) == f"/bestanden/{kept}"
    assert "is er niet meer" in error(bo.send(None, alt="Nog eens", bestand_bewaard=kept))


@pytest.mark.parametrize("name, content", [
    ("a.docx", office()), ("a.pdf", PDF), ("a.webp", photo("WEBP", (60, 40))), ("a.png", photo("PNG", (60, 40))), ("a.txt", "Een buurt, één plan".encode())])
def test_what_is_on_the_list_is_taken(bo, name, content):
    assert bo.send(name, content, alt="Iets").status_code == 303
    assert f"a.{name[2:]}" in bo.get(newest(bo)).headers["Content-Disposition"]


class Clamd(threading.Thread):
    """The other side of INSTREAM: reads the pieces, and finds what has `kwaad` in it."""

    def __init__(self, place: pathlib.Path):
        super().__init__(daemon=True)
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(str(place))
        self.listener.listen()
        self.seen, self.word = [], None
        self.start()

    def run(self):
        while True:
            try:
                wire, _ = self.listener.accept()
            except OSError:
                return
            with wire, wire.makefile("rb") as source:
                assert source.read(10) == b"zINSTREAM\0"
                content = b""
                while length := struct.unpack(">I", source.read(4))[0]:
                    content += source.read(length)
                self.seen.append(content)
                wire.sendall(self.word or (b"stream: Kwaad.Test FOUND\0" if b"kwaad" in content else b"stream: OK\0"))


def test_55_every_file_goes_past_the_scanner_and_without_one_none_is_taken(tmp_path):
    """Law test 55: the scanner fails closed, with words that say so."""
    place = tmp_path / "clamd"
    clamd = Clamd(place)
    site = Site(tmp_path, LEEFKRING_SCANNER=f"clamd:{place}")
    try:
        bo = Person(site)
        large = bytes(random.Random(1).choices(range(32, 127), k=300_000))
        assert bo.send("goed.txt", large).status_code == 303 and clamd.seen == [large]
        assert "schade" in error(bo.send("fout.txt", b"heel kwaad"))
        clamd.word = b"INSTREAM size limit exceeded. ERROR\0"
        assert "veilig" in error(bo.send("raar.txt", b"hallo"))
        clamd.listener.close()
        place.unlink()
        page = bo.send("goed.jpg", photo(size=(50, 50)), alt="Mijn woorden")
        assert "veilig" in error(page) and "Mijn woorden" in page.text
        assert len(site.kept()) == 1
    finally:
        site.stop()
    assert "bestanden: 1, 300000 bytes" in run("check", "--database", site.database).stdout


def test_a_server_that_is_killed_while_files_come_in_leaves_no_row_without_its_file(tmp_path):
    site, chance = Site(tmp_path), random.Random(5)
    try:
        bo = Person(site)
        for number in range(8):
            done = []

            def send(number=number, done=done):
                for turn in range(50):
                    try:
                        if bo.send(f"{number}-{turn}.txt", f"bestand {number} {turn}".encode() * 2000).status_code == 303:
                            done.append(turn)
                    except requests.RequestException:
                        return

            sender = threading.Thread(target=send)
            sender.start()
            time.sleep(chance.uniform(0.05, 0.6))
            site.stop(signal.SIGKILL)
            sender.join()
            run("check", "--database", site.database)
            site.start()
            page = bo.get("/mijn/bestanden").text
            assert all(f"{number}-{turn}.txt" in page for turn in done)
    finally:
        site.stop()


def test_a_backup_holds_the_files_and_check_sees_what_is_missing(tmp_path):
    site = Site(tmp_path)
    try:
        bo = Person(site)
        bo.send("zee.jpg", photo(), alt="De zee")
        bo.send("plan.pdf", PDF)
        whole = run("backup", tmp_path / "alles.backup", "--database", site.database).stdout
        assert "5 bestanden" in whole
    finally:
        site.stop()
    target = f"sqlite:{tmp_path}/nieuw.sqlite"
    assert "5 bestanden" in run("restore", tmp_path / "alles.backup", "--database", target).stdout
    assert {path.name: path.read_bytes() for path in (tmp_path / "nieuw.sqlite-bestanden").glob("??/*")} == site.kept()
    assert run("check", "--database", target).stdout == run("check", "--database", site.database).stdout
    # One is lost, one is changed, one belongs to nobody.
    files = sorted(site.files.glob("??/*"))
    files[0].unlink()
    files[1].write_bytes(b"anders")
    stray = hashlib.sha256(b"wees").hexdigest()
    (site.files / stray[:2]).mkdir(exist_ok=True)
    (site.files / stray[:2] / stray).write_bytes(b"wees")
    checked = run("check", "--database", site.database, status=1)
    assert f"{files[0].name} ontbreekt" in checked.stderr and f"{files[1].name} is veranderd" in checked.stderr and "1 op te ruimen" in checked.stdout
    assert files[0].name in run("backup", tmp_path / "half.backup", "--database", site.database, status=1).stderr
    changed = bytearray((tmp_path / "alles.backup").read_bytes())
    changed[-2000] ^= 1
    (tmp_path / "stuk.backup").write_bytes(changed)
    assert "beschadigd" in run("restore", tmp_path / "stuk.backup", "--database", f"sqlite:{tmp_path}/derde.sqlite", status=2).stderr
