"""Who is erased is gone: from every table and every blob, from files, search, mail and log, on both engines; only the documented traces stay."""

import os
import pathlib
import re
import sqlite3
import subprocess
import urllib.parse

import pytest

from command import run
from test_nodes import Mails, Visitor, serve

# Words that stand nowhere else: each is a part of a name, an address or something the person wrote of themselves.
NAME = "Zebedea Quistenberg"
MAIL = "zebedea.quistenberg@voorbeeld.nl"
WORK = "Quistmeesteres"
WORDS = ["zebedea", "quistenberg", "quistmeester"]


@pytest.fixture(params=["sqlite", "postgres"])
def database(request, tmp_path):
    return f"sqlite:{tmp_path / 'erasure.sqlite'}" if request.param == "sqlite" else request.getfixturevalue("postgres")


def cells(database):
    """Every cell of every table, as (table, bytes)."""
    if database.startswith("sqlite:"):
        with sqlite3.connect(database.removeprefix("sqlite:")) as reading:
            reading.text_factory = bytes
            tables = [row[0].decode() for row in reading.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return [
                (table, cell if isinstance(cell, bytes) else str(cell).encode())
                for table in tables for row in reading.execute(f'SELECT * FROM "{table}"') for cell in row if cell is not None]
    place = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(database).query))
    schema = place["options"].split("=")[-1]
    dump = subprocess.run(
        ["pg_dump", "-h", place["host"], "-U", place["user"], "-d", "postgres", "-n", schema, "--data-only", "--inserts"],
        capture_output=True, check=True).stdout
    found = []
    for line in dump.splitlines():
        table = re.match(rb"INSERT INTO \S+?\.(\S+) ", line)
        found.append((table[1].decode() if table else "", line))
        # Bytes are written as hexadecimal digits.
        found += [(table[1].decode() if table else "", bytes.fromhex(text.decode())) for text in re.findall(rb"'\\x([0-9a-f]+)'", line)]
    return found


def traces(database, folder):
    """Where a word of the person is still found: tables, and every file beside the database."""
    found = {f"table {table}" for table, cell in cells(database) if holds(cell)}
    own = database.removeprefix("sqlite:")
    for path in pathlib.Path(folder).rglob("*"):
        # The database file itself is read above, through the engine and raw below.
        if path.is_file() and "mail" not in path.relative_to(folder).parts and holds(path.read_bytes()):
            found.add("the file of the database" if str(path).startswith(own) else f"file {path.relative_to(folder)}")
    return found


def holds(cell):
    text = cell.decode("utf-8", "ignore").lower() + cell.decode("utf-16-le", "ignore").lower()
    return any(word in text for word in WORDS)


def test_nothing_of_someone_is_left(database, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFKRING_SECRET", "a secret for the tests of two nodes, long enough")
    folder = tmp_path / "mail"
    folder.mkdir()
    mails, log = Mails(folder), tmp_path / "server.log"
    run("user", "add", NAME, MAIL, "--role", "wijkprofessional", "--sub-role", WORK, "--database", database)
    process, port = serve(database, mails, log)
    try:
        someone = Visitor()
        _, place, _ = someone.form(port, "/aanmelden", mail=MAIL)
        assert someone.form(port, place, code=mails.code(MAIL))[0] == 303
        assert NAME in someone.ask(port, "GET", "/mijn")[2]
        # Before: the words are there, so that a search that finds nothing afterwards means something.
        assert {"table person", "table role_grant", "table outbox"} <= traces(database, tmp_path)
        run("user", "erase", MAIL, "--yes", "--database", database)
        assert someone.ask(port, "GET", "/mijn")[0] == 303
        for word in (NAME, "quistmeesteres"):
            assert "quisten" not in someone.ask(port, "GET", f"/zoeken?q={urllib.parse.quote(word)}")[2].replace(urllib.parse.quote(word), "").replace(
                word, "").lower()
    finally:
        process.terminate()
        process.wait(timeout=20)
        mails.stop()
    assert traces(database, tmp_path) == set()
    # A copy that is made now has nothing of them either, and the journal is whole.
    copy = tmp_path / "after.backup"
    run("backup", copy, "--database", database)
    assert not holds(copy.read_bytes())
    other = f"sqlite:{tmp_path / 'restored.sqlite'}"
    run("restore", copy, "--database", other)
    assert traces(other, tmp_path) == set()
    assert "gebeurtenissen" in run("check", "--database", database).stdout
