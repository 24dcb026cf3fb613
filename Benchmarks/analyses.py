#!/usr/bin/env python3
"""The pages of the area analysis on the whole country: what the first computation takes and shows, and what a page takes once computed.

No peer has these pages, so the limit is a number: 200 ms of processor time a page once the outcome is there.
"""

import argparse
import pathlib
import sys
import tempfile
import time

from measuring import BINARY, Server, conditions, our_server, processor_seconds, require_data, table, version

LIMIT = 200
MUNICIPALITIES = {"GM0202": "Arnhem", "GM0268": "Nijmegen", "GM0200": "Apeldoorn"}
ANALYSES = ["stapeling", "rangorde", "index", "clusters", "trechter", "veranderd"]
NEIGHBOURHOOD = "BU02020101"
# The words of the page that says how far a long computation is.
WAITING = b"<progress"


def pages() -> list[tuple[str, str]]:
    """(name, address) of everything that is measured."""
    found = [(f"{name}: {analysis}", f"/gebieden/{code}/analyse/{analysis}") for code, name in MUNICIPALITIES.items() for analysis in ANALYSES]
    found.append(("a neighbourhood of Arnhem: vergelijkbaar", f"/gebieden/{NEIGHBOURHOOD}/analyse/vergelijkbaar"))
    found += [(f"all municipalities: {analysis}", f"/gebieden/NL00/analyse/{analysis}?niveau=gemeente") for analysis in ("clusters", "rangorde", "stapeling")]
    return found


def first(server: Server, path: str) -> tuple[float, float, bool]:
    """Asks until the outcome is there: seconds by the clock, processor seconds, and whether progress was shown on the way."""
    started, before, waited = time.monotonic(), processor_seconds(server.process.pid), False
    while True:
        status, body = server.get(path)
        if status != 200:
            sys.exit(f"{path} answers {status}: {body[:300]!r}")
        if WAITING not in body:
            return time.monotonic() - started, processor_seconds(server.process.pid) - before, waited
        waited = True
        if time.monotonic() - started > 120:
            sys.exit(f"{path} is not ready after two minutes")
        time.sleep(0.2)


def again(server: Server, path: str, count: int) -> tuple[float, int]:
    """Milliseconds of processor time a page, and its bytes."""
    before, size = processor_seconds(server.process.pid), 0
    for _ in range(count):
        size = len(server.get(path)[1])
    return (processor_seconds(server.process.pid) - before) * 1000 / count, size


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=40)
    count = options.parse_args().count
    with tempfile.TemporaryDirectory() as name, our_server(pathlib.Path(name), require_data()) as server:
        lines, over = [], []
        for title, path in pages():
            seconds, spent, waited = first(server, path)
            cpu, size = again(server, path, count)
            lines.append([title, seconds, spent * 1000, "yes" if waited else "no", cpu, size])
            if cpu > LIMIT:
                over.append(f"{title} takes {cpu:.0f} ms")
        conditions(version([BINARY, "--version"]))
        table(["page", "first s", "first CPU ms", "progress shown", "then CPU ms", "bytes"], lines)
    print(f"limit: {LIMIT} ms of processor time a page once computed; {'over it: ' + ', '.join(over) if over else 'all pages are under it'}")
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
