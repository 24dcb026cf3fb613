#!/usr/bin/env python3
"""The profile page of a neighbourhood: Leefkring beside Flask with Jinja under gunicorn, and Datasette on the same rows.

All servers run at the same time; wrk asks random neighbourhoods of the whole country from each in turn, several rounds, uncompressed. The Flask page (peer/app.py) is
brought to the same mean size: with fewer figures when it is larger, with a ready-made string (which costs it nothing) when it is smaller.
"""

import argparse
import os
import pathlib
import random
import re
import sqlite3
import statistics
import sys
import tempfile

from measuring import BINARY, ROOT, Server, conditions, free_port, load, median, memory, our_server, require_data, table, version
from peer import data as peer_data

TOOLS = pathlib.Path(sys.executable).parent


def flask_server(folder: pathlib.Path, database: pathlib.Path, filling: int) -> Server:
    port = free_port()
    return Server(
        "Flask, Jinja, gunicorn 2", [TOOLS / "gunicorn", "--workers", "2", "--bind", f"127.0.0.1:{port}", "app:app"], port, "/health", folder / "flask.log",
        cwd=ROOT / "Benchmarks/peer", env=os.environ | {"PEER_DATABASE": str(database), "PEER_FILLING": str(filling)})


def datasette_server(folder: pathlib.Path, database: pathlib.Path) -> Server:
    port = free_port()
    return Server("Datasette", [TOOLS / "datasette", "serve", "-i", database, "-h", "127.0.0.1", "-p", port], port, "/-/versions.json", folder / "datasette.log")


def chosen(database: pathlib.Path, ours: Server, count: int) -> list[str]:
    """Neighbourhoods with residents, at random but always the same, that our site knows."""
    with sqlite3.connect(database) as connection:
        codes = [row[0] for row in connection.execute(
            "SELECT code FROM area JOIN observation ON area = code WHERE level = 'buurt' AND indicator = 'kwb-inwoners' AND value >= 100 ORDER BY code")]
    random.Random(1).shuffle(codes)
    known = [code for code in codes[: count * 2] if ours.get(f"/gebieden/{code}")[0] == 200][:count]
    if len(known) < count // 2:
        sys.exit(f"only {len(known)} of {count * 2} neighbourhoods have a page: is the whole country in the database?")
    return known


def mean_size(server: Server, path: str, codes: list[str]) -> float:
    return statistics.mean(len(server.get(path.format(code))[1]) for code in codes)


def check(servers: list[tuple[Server, str]], database: pathlib.Path, codes: list[str]):
    """Every page must be about its area and hold its number of residents, in each server."""
    with sqlite3.connect(database) as connection:
        for code in codes:
            value = int(connection.execute("SELECT value FROM observation WHERE area = ? AND indicator = 'kwb-inwoners'", (code,)).fetchone()[0])
            spellings = {f"{value:,}".replace(",", "."), str(value), f"{value:,}"}
            for server, path in servers:
                status, body = server.get(path.format(code))
                text = body.decode()
                if status != 200 or not any(re.search(rf"(?<!\d){re.escape(one)}(?!\d)", text) for one in spellings):
                    sys.exit(f"{server.name}: the page of {code} (status {status}) does not hold its {value} residents")


def same_size(folder: pathlib.Path, data: pathlib.Path, wanted: float, codes: list[str]) -> tuple[pathlib.Path, Server, int, int]:
    """A Flask server whose pages are as large as ours on average: (database, server, kinds of figures, bytes of filling)."""
    kinds = 200
    while True:
        database = folder / f"peer-{kinds}.sqlite"
        if not database.exists():
            peer_data.build(data, database, kinds)
        server = flask_server(folder, database, 0)
        size = mean_size(server, "/gebieden/{}", codes)
        if size <= wanted * 1.03 or kinds <= 5:
            break
        server.stop()
        kinds = max(5, int(kinds * min(0.9, wanted / size)))
    filling = max(0, int(wanted - size))
    if filling > wanted * 0.01:
        server.stop()
        server = flask_server(folder, database, filling)
    return database, server, kinds, filling


def figures_of(page: bytes) -> int:
    """How many figures our page of an area shows, each with its strip and its words."""
    return page.count(b'<article class="cijfer')


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--seconds", type=int, default=6)
    options.add_argument("--connections", type=int, default=16)
    options.add_argument("--areas", type=int, default=300)
    chosen_options = options.parse_args()
    data = require_data()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        first = folder / "peer-200.sqlite"
        peer_data.build(data, first, 200)
        ours = our_server(folder, data)
        with ours:
            codes = chosen(first, ours, chosen_options.areas)
            sample = codes[:40]
            wanted = mean_size(ours, "/gebieden/{}", sample)
            database, flask, kinds, filling = same_size(folder, data, wanted, sample)
            with flask, datasette_server(folder, database) as datasette:
                servers = [
                    (ours, "/gebieden/{}"), (flask, "/gebieden/{}"),
                    (datasette, f"/{database.stem}/observation?area={{}}&_size=200&_nofacet=1&_nocount=1"),
                ]
                check(servers[:2], database, sample)
                measure(servers, codes, folder, chosen_options, sample)
                print(f"figures on our page of {sample[0]}: {figures_of(ours.get(f'/gebieden/{sample[0]}')[1])}")
        print(f"the Flask page has up to {kinds} kinds of figures and {filling} ready-made bytes; ours started in {ours.seconds_to_start:.2f} s")


def measure(servers: list[tuple[Server, str]], codes: list[str], folder: pathlib.Path, options, sample: list[str]):
    runs: dict[str, list[dict]] = {server.name: [] for server, _ in servers}
    for turn in range(options.rounds + 1):
        for server, path in servers:
            file = folder / f"{server.port}.paths"
            file.write_text("".join(path.format(code) + "\n" for code in codes))
            one = load(server, file, options.seconds if turn else 3, options.connections)
            if turn:  # the first round warms every server
                runs[server.name].append(one)
    conditions(version([BINARY, "--version"]), version([TOOLS / "gunicorn", "--version"]), version([TOOLS / "datasette", "--version"]))
    print(f"{len(codes)} neighbourhoods, {options.connections} connections, {options.rounds} rounds of {options.seconds} s, medians")
    lines = []
    for server, path in servers:
        all = runs[server.name]
        resident, proportional = memory(server.process.pid)
        lines.append([
            server.name, int(mean_size(server, path, sample)), median(all, "rps"), median(all, "cpu"), median(all, "p50"), median(all, "p99"), resident, proportional,
            sum(one["errors"] for one in all)])
    table(["", "bytes", "requests/s", "CPU ms/page", "p50 ms", "p99 ms", "RSS MB", "PSS MB", "errors"], lines)
    for line in lines[1:]:
        print(f"ratio: {lines[0][2] / line[2]:.1f} times the requests per second of {line[0]}, {line[3] / lines[0][3]:.1f} times less processor time per page")


if __name__ == "__main__":
    main()
