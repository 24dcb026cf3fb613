#!/usr/bin/env python3
"""Import of Kerncijfers wijken en buurten 2024: ours beside `sqlite3 .import` of the same file, alternating, each into a new database.

Ours also makes the tables, reads the areas, checks every code and cell, types what is missing and keeps the digest: the peer does none of that.
"""

import pathlib
import sqlite3
import tempfile

from measuring import BINARY, ROOT, conditions, median, require_data, run, table, version

ROUNDS = 7
FILE = "kerncijfers/kwb_2024_85984NED_subset_gm_wk_bu.csv"
MAPPING = ROOT / "mappings/kwb-2024.json"


def ours(file: pathlib.Path, database: pathlib.Path) -> list:
    return [BINARY, "import", "figures", file, "--mapping", MAPPING, "--database", f"sqlite:{database}"]


def peer(file: pathlib.Path, database: pathlib.Path) -> list:
    return ["sqlite3", database, f".import --csv {file} kwb"]


def counted(database: pathlib.Path, statement: str) -> int:
    with sqlite3.connect(database) as connection:
        return connection.execute(statement).fetchone()[0]


def main():
    file = require_data() / FILE
    runs = {"leefkring import": [], "sqlite3 .import": []}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(ROUNDS + 1):
            for name, command in (("leefkring import", ours), ("sqlite3 .import", peer)):
                database = pathlib.Path(folder) / f"{turn}-{command.__name__}.sqlite"
                one = run(command(file, database), cwd=ROOT)
                if turn > 0:  # the first warms the disk cache
                    runs[name].append(one)
        stored = counted(pathlib.Path(folder) / "1-ours.sqlite", "SELECT row_count FROM edition WHERE source = 'kwb-2024' ORDER BY number DESC LIMIT 1")
        copied = counted(pathlib.Path(folder) / "1-peer.sqlite", "SELECT COUNT(*) FROM kwb")
    conditions(version([BINARY, "--version"]), "sqlite3 " + version(["sqlite3", "--version"])[:20])
    table(
        ["", "CPU s (best)", "CPU s (median)", "wall s (median)", "peak MB"],
        [[name, min(one["cpu"] for one in all), median(all, "cpu"), median(all, "wall"), median(all, "peak")] for name, all in runs.items()])
    print(f"answers: {stored} rows in ours, {copied} in the peer: {'equal' if stored == copied else 'NOT EQUAL'}")
    mine, other = (median(runs[name], "cpu") for name in runs)
    print(f"ratio: ours takes {mine / other:.2f} times the processor time of the peer ({ROUNDS} rounds; wanted: 3 at most)")


if __name__ == "__main__":
    main()
