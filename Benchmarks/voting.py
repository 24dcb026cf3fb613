#!/usr/bin/env python3
"""Many people voting on statements at once, through HTTP: votes a second, and that no vote is lost or doubled when the server is killed.

Each person opens the page once (their own cookie and token against forgery); then their votes are sent over a few connections, in an order by chance. With
`--pages` the next page is read after each vote, as browsers do. In the last round the server is killed with -9 halfway and started again: every vote that was
answered must be there once. On SQLite; with LEEFKRING_BENCH_POSTGRES (an address of a fresh database) on that.
"""

import argparse
import collections
import concurrent.futures
import os
import pathlib
import random
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from measuring import BINARY, ROOT, Server, conditions, free_port, median, processor_seconds, table, version
from registration import answer

sys.path.insert(0, str(ROOT / "Tests/Cli"))
from desk import ORIGIN, Desk, Page, in_days  # noqa: E402

HOST = ORIGIN.removeprefix("http://")
CHOICES = ["eens", "oneens", "pas"]


class Voter:
    """One person with a cookie and a token; what was answered is kept, to look for it afterwards."""

    def __init__(self, number: int, server: Server, path: str):
        # Each their own address: from the 26th new voter of one address the server keeps people apart.
        self.desk = Desk(server.port, f"198.{18 + number // 62500 % 2}.{number // 250 % 250}.{number % 250 + 1}")
        answered, page = self.desk.ask("GET", path)
        if answered.status != 200:
            sys.exit(f"{path}: {answered.status}")
        form = next(form for form in Page(page.decode()).forms if "stelling" in form.names)
        self.token = [(name, value) for name, value in form.fields if name != "stelling"]
        self.cookie = "; ".join(f"{name}={value}" for name, value in self.desk.cookies.items())
        self.answered: set[int] = set()
        # Sent, and nothing heard: these may be there or not.
        self.unsure: set[int] = set()

    def request(self, method: str, path: str, body: str = "") -> bytes:
        fields = {"Host": HOST, "Origin": ORIGIN, "Sec-Fetch-Site": "same-origin", "X-Forwarded-For": self.desk.address, "Cookie": self.cookie}
        if method == "POST":
            fields |= {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": len(body)}
        return (f"{method} {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n" + body).encode()

    def vote(self, path: str, statement: int) -> bytes:
        return self.request("POST", path, urllib.parse.urlencode([*self.token, ("stelling", str(statement)), ("stem", random.choice(CHOICES))]))


def start(folder: pathlib.Path, database: str, port: int) -> Server:
    command = [BINARY, "serve", "--database", database, "--host", "127.0.0.1", "--port", port, "--without-rate-limit", "--trusted-proxy", "127.0.0.1"]
    return Server("Leefkring", command, port, "/health", folder / "ours.log", cwd=ROOT)


def conversation(port: int, statements: int) -> str:
    """An open conversation with statements, made through the pages: the path of its voting page."""
    administrator = Desk(port, "192.0.2.1").sign_in("bea@voorbeeld.nl")
    administrator.open("/beheer/organisaties")
    administrator.press("Voeg een organisatie toe", naam="Gemeente Lindenmeer", soort="gemeente", gebied="GM9999")
    administrator.open("/stemmen/regelen/nieuw")
    owner = re.search(r'<option value="([0-9a-z]{26})"', administrator.text)[1]
    administrator.press(
        "Bewaar", gebied="GM9999", eigenaar=owner, titel="Wat vind jij?", vraag="Wat kan beter?", wel="Waar het geld heen gaat.", niet="Of er huizen komen.",
        beslist="De gemeenteraad", daarna="Wij lezen alles.", van=in_days(0), tot=in_days(20), beslisdag=in_days(40), contact="Buurthuis De Kers")
    administrator.press("Kondig aan")
    page = administrator.path.split("?")[0].split("/regelen")[0]
    lead = Desk(port, "192.0.2.2").sign_in("ans@voorbeeld.nl")
    lead.open(page + "/regelen/stellingen")
    lead.press("Voeg toe", stellingen="\n".join(f"Stelling {number + 1} over de buurt." for number in range(statements)))
    return page + "/stellingen"


def send(server: Server, path: str, turns: list[tuple[Voter, int]], connections: int, with_pages: bool, stop_at: int | None = None) -> dict:
    """Sends each vote once; with `stop_at` the server is killed once so many were answered."""
    waiting, took, pages, wrong = collections.deque(turns), [], [], []
    killed = threading.Event()

    def one_after_another():
        connection = None
        while not killed.is_set():
            try:
                voter, statement = waiting.popleft()
            except IndexError:
                return
            sent, begun = voter.vote(path, statement), time.perf_counter()
            voter.unsure.add(statement)
            try:
                if connection is None:
                    connection = socket.create_connection(("127.0.0.1", server.port), timeout=60)
                connection.sendall(sent)
                head, is_kept = answer(connection)
            except OSError:
                head, is_kept = b"HTTP/1.1 000 nothing", False
            if head.split(b" ", 2)[1] == b"303":
                took.append((time.perf_counter() - begun) * 1000)
                voter.answered.add(statement)
                voter.unsure.discard(statement)
            elif not killed.is_set() and stop_at is None:
                wrong.append(head)
            if stop_at is not None and len(took) >= stop_at and not killed.is_set():
                killed.set()
                server.process.kill()
            elif with_pages and is_kept:
                begun = time.perf_counter()
                connection.sendall(voter.request("GET", f"{path}?vorige={statement}"))
                _, is_kept = answer(connection)
                pages.append((time.perf_counter() - begun) * 1000)
            if not is_kept and connection:
                connection.close()
                connection = None

    before, begun = processor_seconds(server.process.pid), time.perf_counter()
    threads = [threading.Thread(target=one_after_another) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - begun
    if wrong or (stop_at is None and len(took) != len(turns)):
        sys.exit(f"{len(took)} of {len(turns)} votes were answered, {len(wrong)} not taken: {wrong[:1]}")
    spent = 0.0 if stop_at else processor_seconds(server.process.pid) - before
    took.sort()
    pages.sort()
    times = {f"p{part}": took[len(took) * part // 100] for part in (50, 99)} | {"page99": pages[len(pages) * 99 // 100] if pages else 0.0}
    return {"rps": len(took) / seconds, "cpu": spent * 1000 / max(len(took), 1), **times}


def check(path: str, voters: list[Voter], statements: int):
    """Every vote that was answered is there; one that was not may be."""
    wrong = []

    def look(voter: Voter) -> str | None:
        # A page of a statement says whether this person answered it.
        there = set()
        for number in range(1, statements + 1):
            _, page = voter.desk.ask("GET", f"{path}?nummer={number}")
            if "Jouw antwoord:" in page.decode():
                there.add(number)
        lost, strange = voter.answered - there, there - voter.answered - voter.unsure
        return f"lost {sorted(lost)}, not sent {sorted(strange)}" if lost or strange else None

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        wrong = [fault for fault in pool.map(look, voters) if fault]
    if wrong:
        sys.exit(f"{len(wrong)} of {len(voters)} people miss votes or have too many: {wrong[:3]}")


KEPT = "SELECT statement, COUNT(*) FROM vote GROUP BY statement ORDER BY statement"
COUNTED = "SELECT statement, agree + disagree + pass FROM statement_tally WHERE agree + disagree + pass > 0 ORDER BY statement"


def rows(database: str, query: str) -> list[str]:
    if not database.startswith("sqlite:"):
        return subprocess.run(["psql", "-tA", database, "-c", query], check=True, capture_output=True, text=True).stdout.splitlines()
    with sqlite3.connect(database.removeprefix("sqlite:")) as connection:
        return ["|".join(map(str, row)) for row in connection.execute(query)]


def check_counts(database: str):
    """The counts are those of the votes: none is counted twice."""
    kept, counted = rows(database, KEPT), rows(database, COUNTED)
    if not kept or kept != counted:
        sys.exit(f"the counts differ from the votes: {counted[:5]} of {kept[:5]}")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--people", type=int, default=1000)
    options.add_argument("--statements", type=int, default=20)
    options.add_argument("--connections", type=int, default=64)
    options.add_argument("--pages", action="store_true", help="read the next page after each vote")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        database, port = os.environ.get("LEEFKRING_BENCH_POSTGRES", f"sqlite:{folder / 'ours.sqlite'}"), free_port()
        for mail, role in (("bea@voorbeeld.nl", "beheerder"), ("ans@voorbeeld.nl", "ambtenaar")):
            subprocess.run([BINARY, "user", "add", mail, mail, "--role", role, "--database", database], cwd=ROOT, check=True, capture_output=True)
        server = start(folder, database, port)
        path, runs = conversation(port, chosen.statements), []
        for turn in range(chosen.rounds):
            voters, turns = people(server, path, turn, chosen)
            runs.append(send(server, path, turns, chosen.connections, chosen.pages))
            check(path, voters[:50], chosen.statements)
        voters, turns = people(server, path, chosen.rounds, chosen)
        send(server, path, turns, chosen.connections, chosen.pages, stop_at=len(turns) // 2)
        server.process.wait()
        with start(folder, database, port):
            check(path, voters, chosen.statements)
            check_counts(database)
        conditions(version([BINARY, "--version"]))
        print(f"{chosen.people} people a round, {chosen.statements} statements each, {chosen.connections} connections, medians of {chosen.rounds}; after -9: "
              f"{sum(len(voter.answered) for voter in voters)} answered votes are there once")
        lines = [["Leefkring"] + [median(runs, key) for key in ("rps", "p50", "p99", "page99", "cpu")]]
        table(["", "votes/s", "p50 ms", "p99 ms", "next page p99 ms", "processor ms a vote"], lines)


def people(server: Server, path: str, turn: int, options) -> tuple[list[Voter], list[tuple[Voter, int]]]:
    """New people, and their votes in an order by chance."""
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        voters = list(pool.map(lambda number: Voter(turn * options.people + number, server, path), range(options.people)))
    turns = [(voter, statement) for voter in voters for statement in range(1, options.statements + 1)]
    random.Random(turn).shuffle(turns)
    return voters, turns


if __name__ == "__main__":
    main()
