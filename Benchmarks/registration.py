#!/usr/bin/env python3
"""Registering for a meeting with a waiting list: Leefkring beside Django under gunicorn, both on the same PostgreSQL.

Each person opens the form (their own cookie, their own token against forgery); then all forms are sent over a few connections at once, each once.
Both sides keep the same rules, and both must come to the same end: as many in as there are places, everyone else on the list, one mail each.
"""

import argparse
import collections
import concurrent.futures
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import uuid

from measuring import BINARY, ROOT, Server, conditions, free_port, median, memory, processor_seconds, table, version

sys.path.insert(0, str(ROOT / "Tests/Cli"))
from desk import ORIGIN, Desk, Page, in_days, meeting, programme  # noqa: E402

TOOLS = pathlib.Path(sys.executable).parent
GROUPS, EACH = 3, 50
TITLE = "Buurtagenda maken"


class Postgres:
    """The private server of the tests, with a schema for each side."""

    def __init__(self, address: str):
        self.address = address
        self.place = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(address).query))

    def rows(self, query: str) -> list[list[str]]:
        command = ["psql", "-qAt", "-F", ",", "-h", self.place["host"], "-U", self.place["user"], "-d", "postgres", "-c", query]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return [line.split(",") for line in done.stdout.splitlines()]

    def schema(self, name: str) -> str:
        schema = f"{name}_{uuid.uuid4().hex}"
        self.rows(f"CREATE SCHEMA {schema}")
        return schema


class Side:
    """One of the two: where its form is, and how to look what it wrote."""

    def __init__(self, server: Server, path: str, database: Postgres, schema: str, tables: tuple[str, str]):
        self.server, self.path, self.database, self.schema, self.tables, self.runs, self.bytes = server, path, database, schema, tables, [], 0

    def counts(self) -> tuple[int, int, int]:
        """How many have a place, wait, and were written a mail."""
        registration, outbox = self.tables
        standing = dict(self.database.rows(f"SELECT standing, COUNT(*) FROM {self.schema}.{registration} GROUP BY standing"))
        mails = self.database.rows(f"SELECT COUNT(*) FROM {self.schema}.{outbox} WHERE recipient LIKE 'mens%'")[0][0]
        return int(standing.get("ingeschreven", 0)), int(standing.get("wacht", 0)), int(mails)


def leefkring(folder: pathlib.Path, database: Postgres) -> Side:
    schema = database.schema("ours")
    address = f"{database.address}&options=-csearch_path%3D{schema}"
    someone = [BINARY, "user", "add", "Bea Beheer", "bea@voorbeeld.nl", "--role", "beheerder", "--database", address]
    subprocess.run(someone, cwd=ROOT, check=True, capture_output=True)
    port = free_port()
    command = [BINARY, "serve", "--database", address, "--host", "127.0.0.1", "--port", port, "--without-rate-limit", "--trusted-proxy", "127.0.0.1"]
    server = Server("Leefkring", command, port, "/health", folder / "ours.log", cwd=ROOT)
    organiser = Desk(port).sign_in("bea@voorbeeld.nl")
    programme(organiser, "Samen")
    place = meeting(
        organiser, "Samen", groups=[(f"Groep {number}", str(EACH)) for number in range(GROUPS)], naam=TITLE, dag=in_days(40), begin="14:00", einde="16:00",
        vorm="fysiek", plek="Buurthuis De Linde", plaatsen=str(GROUPS * EACH), groepen="keuze")
    return Side(server, place + "/inschrijven", database, schema, ("registration", "outbox"))


def django(folder: pathlib.Path, database: Postgres) -> Side:
    schema = database.schema("peer")
    environment = os.environ | {"PEER_DATABASE": f"{database.address}&schema={schema}"}
    place = ROOT / "Benchmarks/registration"
    made = subprocess.run([sys.executable, "app.py", TITLE, str(GROUPS), str(EACH)], cwd=place, env=environment, check=True, capture_output=True, text=True)
    port = free_port()
    command = [TOOLS / "gunicorn", "--workers", "2", "--bind", f"127.0.0.1:{port}", "app:application"]
    server = Server("Django, gunicorn 2", command, port, "/health", folder / "peer.log", cwd=place, env=environment)
    return Side(server, f"/bijeenkomsten/{made.stdout.strip()}/inschrijven", database, schema, ("peer_registration", "peer_outbox"))


def fill_in(side: Side, first: int, count: int) -> list[str]:
    """Opens the form for each person: address, cookie and body of what is sent, between tabs."""

    def one(number: int) -> str:
        desk = Desk(side.server.port, f"198.{18 + number // 62500 % 2}.{number // 250 % 250}.{number % 250 + 1}")
        _, page = desk.ask("GET", side.path)
        side.bytes = len(page)
        form = next(form for form in Page(page.decode()).forms if "naam" in form.names)
        groups = re.findall(r'name="groep" value="(\w+)"', page.decode())
        filled = {"naam": "Mens Kring", "mail": f"mens{number}@voorbeeld.nl", "rol": "ambtenaar", "groep": groups[number % len(groups)]}
        fields = [(name, value) for name, value in form.fields if name not in filled] + list(filled.items())
        cookie = "; ".join(f"{name}={value}" for name, value in desk.cookies.items())
        return "\t".join([desk.address, cookie, urllib.parse.urlencode(fields)])

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        return list(pool.map(one, range(first, first + count)))


def send(side: Side, lines: list[str], connections: int) -> dict:
    """Sends each once, over kept connections where the server keeps them; the processor time is that of the server without PostgreSQL.

    The requests are ready bytes, so that what sends them takes little of the machine.
    """
    waiting, took, wrong = collections.deque(request(side.path, line) for line in lines), [], []

    def one_after_another():
        connection = None
        while True:
            try:
                sent = waiting.popleft()
            except IndexError:
                return
            begun = time.perf_counter()
            if connection is None:
                connection = socket.create_connection(("127.0.0.1", side.server.port), timeout=60)
            connection.sendall(sent)
            head, is_kept = answer(connection)
            took.append((time.perf_counter() - begun) * 1000)
            if head.split(b" ", 2)[1] not in (b"302", b"303"):
                wrong.append(head)
            if not is_kept:
                connection.close()
                connection = None

    before, begun = processor_seconds(side.server.process.pid), time.perf_counter()
    threads = [threading.Thread(target=one_after_another) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - begun
    spent = processor_seconds(side.server.process.pid) - before
    if wrong or len(took) != len(lines):
        sys.exit(f"{side.server.name}: {len(took)} of {len(lines)} were answered, {len(wrong)} not taken: {wrong[:1]}")
    took.sort()
    return {"rps": len(took) / seconds, "cpu": spent * 1000 / len(took), **{f"p{part}": took[len(took) * part // 100] for part in (50, 95, 99)}}


def request(path: str, line: str) -> bytes:
    address, cookie, body = line.split("\t")
    fields = {
        "Host": ORIGIN.removeprefix("http://"), "Origin": ORIGIN, "Sec-Fetch-Site": "same-origin", "X-Forwarded-For": address, "Cookie": cookie,
        "Content-Type": "application/x-www-form-urlencoded", "Content-Length": len(body)}
    return (f"POST {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n" + body).encode()


def answer(connection: socket.socket) -> tuple[bytes, bool]:
    """The head of an answer of which the body is read too, and whether the connection stays."""
    read = b""
    while b"\r\n\r\n" not in read:
        more = connection.recv(65536)
        if not more:
            return read or b"HTTP/1.1 000 nothing", False
        read += more
    head, _, body = read.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
    left = int(length[1]) - len(body) if length else 0
    while left > 0:
        more = connection.recv(65536)
        if not more:
            return head, False
        left -= len(more)
    return head, length is not None and not re.search(rb"(?i)\r\nconnection: *close", head)


def check(side: Side, people: int):
    got = side.counts()
    if got != (GROUPS * EACH, people - GROUPS * EACH, people):
        sys.exit(f"{side.server.name}: places, waiting, mails are {got} of {people} people")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--people", type=int, default=800, help="in each round")
    options.add_argument("--connections", type=int, default=48)
    chosen = options.parse_args()
    address = os.environ.get("LEEFKRING_TEST_POSTGRES")
    if not address:
        # The same script again, with a private PostgreSQL beside it.
        os.execv(ROOT / "bin/test-postgres", ["test-postgres", sys.executable, *sys.argv])
    database = Postgres(address)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        ours, peer = leefkring(folder, database), django(folder, database)
        with ours.server, peer.server:
            measure([ours, peer], chosen)


def measure(sides: list[Side], options):
    for turn in range(options.rounds + 1):
        for side in sides:
            lines = fill_in(side, turn * options.people, options.people)
            time.sleep(3.1)  # what is sent faster than people type Leefkring asks for once more
            one = send(side, lines, options.connections)
            if turn:  # the first round warms both, and fills the places
                side.runs.append(one)
    for side in sides:
        check(side, (options.rounds + 1) * options.people)
    import django as peer_library

    versions = [[BINARY, "--version"], [TOOLS / "gunicorn", "--version"], ["psql", "--version"]]
    conditions(f"Django {peer_library.get_version()}", *(version(command) for command in versions))
    print(f"{options.people} people a round, {options.connections} connections, {options.rounds} rounds, medians; PostgreSQL without fsync, the same for both")
    lines = []
    for side in sides:
        resident, proportional = memory(side.server.process.pid)
        lines.append([
            side.server.name, side.bytes, median(side.runs, "rps"), median(side.runs, "cpu"), median(side.runs, "p50"), median(side.runs, "p95"),
            median(side.runs, "p99"), resident, proportional])
    table(["", "bytes of the form", "registrations/s", "CPU ms", "p50 ms", "p95 ms", "p99 ms", "RSS MB", "PSS MB"], lines)
    ours, peer = lines
    print(f"ratio: {ours[2] / peer[2]:.1f} times the registrations per second of {peer[0]}, its p95 {peer[5] / ours[5]:.1f} times as long, "
          f"{peer[3] / ours[3]:.1f} times less processor time each")


if __name__ == "__main__":
    main()
