"""Own tables and custom areas on real areas: from a CSV and a workbook of openpyxl to the pages, and an attack on what they show."""

import itertools
import random
import sqlite3

import openpyxl
import pytest

from command import ROOT, run

MUNICIPALITY = "0222"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    database = f"sqlite:{folder / 'own.sqlite'}"
    run("bundle", "load", ROOT / "demo/gelderland.bundle", "--database", database)
    with sqlite3.connect(folder / "own.sqlite") as reading:
        codes = [row[0] for row in reading.execute(
            "SELECT code FROM area WHERE year = 2024 AND level = 'buurt' AND code LIKE ? ORDER BY code", (f"BU{MUNICIPALITY}%",))]
    return folder, database, codes


def own(site, *words, status=0):
    return run("own", *words, "--database", site[1], status=status)


def imported(site, file, key, *more, status=0):
    return own(site, "import", file, "--key", key, "--title", "Meldingen", "--period", "2025", "--by", "buurt", *more, status=status)


def records(codes, seed=1, count=900):
    """Rows of code and kind: ten in the first neighbourhood, seven and three, the rest by chance."""
    chance = random.Random(seed)
    weights = [chance.paretovariate(1.2) for _ in codes[1:]]
    rows = [(codes[0], "geluid")] * 7 + [(codes[0], "afval")] * 3
    return rows + [(code, chance.choice(["geluid", "geluid", "afval", "groen"])) for code in chance.choices(codes[1:], weights, k=count)]


def write(path, rows, separator=";"):
    path.write_text("\n".join(separator.join(row) for row in [("buurt", "soort"), *rows]) + "\n", encoding="utf-8")
    return path


def shown(site, key):
    """What the database holds for pages: place and category with the number shown."""
    with sqlite3.connect(site[0] / "own.sqlite") as reading:
        return {(place, category): number for place, category, number in reading.execute(
            "SELECT place, category, shown FROM own_cell JOIN own_revision ON id = revision WHERE own_table = ? AND shown IS NOT NULL"
            " AND number = (SELECT MAX(number) FROM own_revision WHERE own_table = ?)", (key, key))}


def test_a_workbook_and_a_csv_give_the_same_table(site):
    folder, _, codes = site
    rows = records(codes)
    imported(site, write(folder / "a.csv", rows), "als-csv", "--category", "soort")
    book = openpyxl.Workbook()
    book.active.title = "Uitleg"
    book.active["A1"] = "Dit is uitleg"
    sheet = book.create_sheet("Meldingen")
    sheet.append(["Meldingen van 2025"])
    sheet.append(["nummer", "buurt", "soort", "datum"])
    for number, row in enumerate(rows):
        sheet.append([number, *row, "2025-01-01"])
    book.save(folder / "a.xlsx")
    done = imported(site, folder / "a.xlsx", "als-boek", "--category", "soort", "--sheet", "Meldingen")
    assert "nummer, datum" in done.stdout
    assert set(shown(site, "als-csv")) == set(shown(site, "als-boek")) != set()
    assert "niets nieuws" in imported(site, folder / "a.csv", "als-csv", "--category", "soort").stdout


def test_faults_are_all_said_and_nothing_changes(site):
    folder, _, codes = site
    before = own(site, "list").stdout
    bad = write(folder / "bad.csv", [(codes[0], "geluid"), ("BU99999999", "geluid"), ("onzin", "afval"), (codes[1], "")])
    done = imported(site, bad, "fout", "--category", "soort", status=2)
    for part in ('rij 3, kolom buurt, waarde "BU99999999"', 'rij 4, kolom buurt, waarde "onzin"', "rij 5, kolom soort"):
        assert part in done.stderr
    assert own(site, "list").stdout == before
    (folder / "kapot.xlsx").write_bytes((folder / "a.xlsx").read_bytes()[:-500] if (folder / "a.xlsx").exists() else b"PK\x03\x04")
    assert "Excel" in imported(site, folder / "kapot.xlsx", "fout", "--category", "soort", status=2).stderr
    imported(site, folder / "geen.csv", "fout", status=2)
    assert own(site, "list").stdout == before


def members(place, customs, codes):
    if place.startswith("eigen-"):
        return frozenset(customs[place])
    return frozenset(code for code in codes if code == place or code[2:2 + len(place) - 2] == place[2:])


def test_no_pair_of_shown_numbers_gives_a_small_count(site):
    """On a real municipality: every shown cell against every other, with the exact counts behind them."""
    folder, database, codes = site
    rows = records(codes, seed=7, count=1200)
    own(site, "area", "add", "--key", "eerst", "--name", "Eerst", "--buurten", ",".join(codes[:4]))
    imported(site, write(folder / "b.csv", rows), "aanval", "--category", "soort")
    chance = random.Random(3)
    for number in range(6):
        some = chance.sample(codes, chance.randint(2, len(codes) - 1))
        own(site, "area", "add", "--key", f"gebied-{number}", "--name", f"Gebied {number}", "--buurten", ",".join(some), status=None)
    with sqlite3.connect(folder / "own.sqlite") as reading:
        customs = {f"eigen-{number}": bytes(text).decode().split() for number, text in reading.execute("SELECT id, codes FROM own_area")}
    kinds = sorted({kind for _, kind in rows})
    counts = {pair: rows.count(pair) for pair in set(rows)}

    def atoms(place, category):
        chosen = kinds if category == -1 else [kinds[category]]
        return frozenset(itertools.product(members(place, customs, codes), chosen))

    def count(region):
        return sum(counts.get(pair, 0) for pair in region)

    def small(regions):
        regions = set(regions)
        found = [one for one in regions if 0 < count(one) < 10]
        for one, other in itertools.combinations(regions, 2):
            left = one - other if other < one else other - one if one < other else one | other if not one & other else frozenset()
            if left and 0 < count(left) < 10:
                found.append(left)
        return found

    cells = shown(site, "aanval")
    assert len(cells) > 20 and all(number % 5 == 0 and (number == 0 or number >= 10) for number in cells.values())
    assert small(atoms(*cell) for cell in cells) == []
    # The same attack finds small counts where all cells are shown.
    with sqlite3.connect(folder / "own.sqlite") as reading:
        everything = reading.execute(
            "SELECT place, category FROM own_cell JOIN own_revision ON id = revision WHERE own_table = 'aanval'").fetchall()
    assert small(atoms(*cell) for cell in everything)


def test_custom_areas_are_versions_that_come_and_go(site):
    _, _, codes = site
    two = ",".join(codes[:2])
    assert "versie 1" in own(site, "area", "add", "--key", "team", "--name", "Team", "--buurten", two).stdout
    assert "niets nieuws" in own(site, "area", "add", "--key", "team", "--name", "Team", "--buurten", two).stdout
    assert "versie 2" in own(site, "area", "add", "--key", "team", "--name", "Team", "--buurten", two + "," + codes[5]).stdout
    assert [line.split("\t")[1] for line in own(site, "area", "list").stdout.splitlines() if line.startswith("team\t")] == ["2"]
    own(site, "area", "remove", "--key", "team")
    own(site, "area", "remove", "--key", "team", status=3)
    assert "--buurten" in own(site, "area", "add", "--key", "fout", "--name", "Fout", "--buurten", "GM0222,onzin", status=2).stderr


def test_wrong_words_of_the_command_are_refused(site):
    folder, _, codes = site
    good = write(folder / "c.csv", [(codes[0], "geluid")] * 20)
    imported(site, good, "Hoofdletters", status=2)
    imported(site, good, "x", "--records", "--counts", status=64)
    imported(site, good, "x", "--threshold", "1", status=2)
    imported(site, good, "x", "--boundary-year", "1900", status=2)
    imported(site, good, "x", "--code", "bestaat-niet", status=2)
