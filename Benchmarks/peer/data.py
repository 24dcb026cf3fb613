"""The same open data as a Flask author would keep it: long rows in SQLite, with names of areas and figures."""

import pathlib
import re
import sqlite3

from measuring import rows

# File, what the keys of its figures begin with, source as shown, columns that are no figures.
FILES = (
    ("kerncijfers/kwb_2024_85984NED_subset_gm_wk_bu.csv", "kwb", "CBS, Kerncijfers wijken en buurten 2024",
     {"code", "soort", "naam", "gm_code", "gm_naam", "wk_code", "pv_code", "postcode"}),
    ("kerncijfers/kwb_2020_84799NED.csv", "kwb2020", "CBS, Kerncijfers wijken en buurten 2020", set()),
    ("leefbaarheid/leefbaarometer_2024_buurt.csv", "lbm", "Leefbaarometer 2024", {"code"}),
    ("leefbaarheid/politie_47022NED_2021_2025_gm_bu.csv", "pol", "Politie, 47022NED", {"code"}),
    ("leefbaarheid/rivm_50090NED_gezondheid_2020_18plus_gm_wk_bu.csv", "rivm", "RIVM, Gezondheid per wijk en buurt 2020", {"WijkenEnBuurten"}),
)
CODE = re.compile(r"(GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})")
LEVELS = {"GM": "gemeente", "WK": "wijk", "BU": "buurt"}

TABLES = """
CREATE TABLE area (code TEXT PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, municipality TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE indicator (key TEXT PRIMARY KEY, name TEXT NOT NULL, theme TEXT NOT NULL, source TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE observation (area TEXT NOT NULL, indicator TEXT NOT NULL, value REAL NOT NULL, PRIMARY KEY (area, indicator)) WITHOUT ROWID;
"""


def build(data: pathlib.Path, database: pathlib.Path, most: int):
    """Fills a new database with at most `most` kinds of figures, the files in the order above."""
    connection = sqlite3.connect(database)
    connection.executescript(TABLES)
    known = 0
    for name, prefix, source, skipped in FILES:
        path = data / name
        if not path.exists() or known >= most:
            continue
        columns, cells, areas = None, [], []
        for row in rows(path):
            code = next((found[0] for value in row.values() if value and (found := CODE.fullmatch(value.strip()))), None)
            if columns is None:
                columns = [key for key in row if key not in skipped][: most - known]
            if code is None:
                continue
            if prefix == "kwb":
                areas.append((code, row["naam"], LEVELS[code[:2]], "GM" + code[2:6]))
            for column in columns:
                try:
                    cells.append((code, f"{prefix}-{column}", float(row[column])))
                except (TypeError, ValueError):
                    continue
        connection.executemany("INSERT OR IGNORE INTO area VALUES (?, ?, ?, ?)", areas)
        connection.executemany("INSERT OR IGNORE INTO observation VALUES (?, ?, ?)", cells)
        used = sorted({key for _, key, _ in cells})
        connection.executemany(
            "INSERT INTO indicator VALUES (?, ?, ?, ?)", [(key, re.sub(r"(?<=[a-z])(?=[A-Z0-9])|_", " ", key.split("-")[1]), prefix, source) for key in used])
        known += len(used)
    connection.execute("DELETE FROM observation WHERE area NOT IN (SELECT code FROM area)")
    connection.commit()
    connection.execute("ANALYZE")
    connection.close()
