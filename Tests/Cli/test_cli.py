"""The commands as scripts meet them: exit codes, output, progress, and what is left when the process dies."""

import json
import os
import pty
import random
import signal
import sqlite3
import subprocess
import threading
import time

import pytest

from command import ROOT, arguments, data, run
from stand_in import StandIn

SOURCES = {
    "kwb-2024": 18_309, "kwb-2020": 17_341, "leefbaarometer-2024-buurt": 12_147, "leefbaarometer-2024-gemeente": 342, "politie-47022": 14_836,
    "rivm-50150": 12_092, "rivm-50090-2020": 17_341, "rivm-50090-2016": 17_341,
}


def country(database, *more):
    return ["import", "country", data(), "--mappings", ROOT / "mappings", "--database", database, *more]


def count(path, query: str) -> int:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as reading:
        return reading.execute(query).fetchone()[0]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("cli")


@pytest.fixture(scope="module")
def killed(place):
    """A database whose import was killed at several moments by chance, and then run to its end."""
    path = place / "killed.sqlite"
    command = arguments(*country(f"sqlite:{path}"))
    chance = random.Random(2)
    kills = 0
    for _ in range(8):
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        try:
            process.communicate(timeout=chance.uniform(0.2, 2.5))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            kills += 1
            # Whatever the moment was: what is there is whole.
            if path.exists():
                run("check", "--database", f"sqlite:{path}")
            continue
        break
    assert kills > 0, "the import was never killed"
    last = run(*country(f"sqlite:{path}"), timeout=600)
    return path, kills, last


def test_killed_import_is_completed_by_running_it_again(killed):
    path, _, last = killed
    checked = run("check", "--database", f"sqlite:{path}")
    assert checked.stderr == ""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as reading:
        editions = reading.execute("SELECT source, number, row_count FROM edition").fetchall()
    assert {source: rows for source, _, rows in editions} == SOURCES
    assert {number for _, number, _ in editions} == {1}
    assert count(path, "SELECT COUNT(*) FROM area WHERE year = 2024 AND level IN ('gemeente', 'wijk', 'buurt')") == 18_309
    assert count(path, "SELECT COUNT(*) FROM area_shape WHERE year = 2024 AND code LIKE 'BU%'") == 14_565
    assert len(last.stdout.splitlines()) >= 12


def test_second_run_says_that_nothing_is_new(killed):
    path, _, _ = killed
    again = run(*country(f"sqlite:{path}"))
    lines = [line for line in again.stdout.splitlines() if not line.startswith("  ")]
    assert len(lines) == 12
    assert all(line.endswith("niets nieuws") for line in lines)
    assert count(path, "SELECT COUNT(*) FROM edition") == len(SOURCES)


def test_progress_is_plain_lines_when_not_on_a_terminal(killed):
    _, _, last = killed
    assert "\r" not in last.stderr and "\x1b" not in last.stderr
    again = run(*country(f"sqlite:{killed[0]}"))
    assert "kwb_2020_84799NED.csv: lezen" in again.stderr.splitlines()


def test_progress_is_a_bar_on_a_terminal(place):
    leader, follower = pty.openpty()
    file = data() / "leefbaarheid/leefbaarometer_2024_gemeente.csv"
    words = ["import", "figures", file, "--mapping", ROOT / "mappings/leefbaarometer-2024-gemeente.json", "--database", f"sqlite:{place}/bar.sqlite"]
    process = subprocess.Popen(arguments(*words), cwd=ROOT, stdout=subprocess.PIPE, stderr=follower, text=True)
    os.close(follower)
    shown = b""
    while True:
        try:
            part = os.read(leader, 4096)
        except OSError:  # Linux tells the end of a terminal in this way
            break
        if not part:
            break
        shown += part
    os.close(leader)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert b"[########################] 100 %" in shown
    assert b"\r" in shown
    assert "342 gebieden" in output and "\x1b" not in output


def test_broken_row_is_refused_and_named(place, killed):
    lines = (data() / "leefbaarheid/leefbaarometer_2024_gemeente.csv").read_text(encoding="utf-8").splitlines()
    cells = lines[171].split(",")
    cells[4] = "goed"
    lines[171] = ",".join(cells)
    broken = place / "leefbaarometer_2024_gemeente.csv"
    broken.write_text("\n".join(lines), encoding="utf-8")
    path = killed[0]
    before = count(path, "SELECT COUNT(*) FROM edition_column")
    words = ["import", "figures", broken, "--mapping", ROOT / "mappings/leefbaarometer-2024-gemeente.json", "--database", f"sqlite:{path}"]
    refused = run(*words, status=2)
    assert "rij 172, kolom kscore, waarde \"goed\"" in refused.stderr
    assert refused.stdout == ""
    assert count(path, "SELECT COUNT(*) FROM edition_column") == before


def test_exit_codes(place, killed):
    database = f"sqlite:{killed[0]}"
    assert "BU99999999" in run("profile", "BU99999999", "--database", database, status=3).stderr
    run("areas", "search", "qqqqzzzz", "--database", database, status=3)
    run("profile", status=64)
    run("import", "boundaries", "x.txt", "--year", 2024, "--level", "buurt", "--database", database, status=64)
    run("profile", "GM0222", "--database", "nonsense", status=64)
    missing = run("import", "figures", place / "absent.csv", "--mapping", ROOT / "mappings/kwb-2024.json", "--database", database, status=2)
    assert "absent.csv" in missing.stderr
    run("--help")
    run("check", "--database", f"sqlite:{place}/no/such/folder/x.sqlite", status=1)


def test_profile_as_json_and_as_text(killed):
    database = f"sqlite:{killed[0]}"
    one = json.loads(run("profile", "BU02220104", "--json", "--database", database).stdout)
    assert one["gebied"]["naam"] == "Stadscentrum - noord"
    residents = next(figure for figure in one["cijfers"] if figure["sleutel"] == "inwoners")
    assert [item["waarde"] for item in residents["waarnemingen"]] == [960, 1160]
    assert all(item["waarde"] is not None or item["reden"]["uitleg"]["nl"] for figure in one["cijfers"] for item in figure["waarnemingen"])
    many = [json.loads(line) for line in run("profile", "BU02220104", "GM0222", "NL00", "--json", "--database", database).stdout.splitlines()]
    assert [profile["gebied"]["code"] for profile in many] == ["BU02220104", "GM0222", "NL00"]
    words = run("profile", "BU02220104", "--database", database).stdout
    assert words.startswith("Stadscentrum - noord (BU02220104, 2024)")
    assert "\nNederland > Gelderland > Doetinchem" in words


@pytest.fixture
def statline():
    stand_in = StandIn()
    yield stand_in
    stand_in.close()


def fetch(statline, database):
    return ["import", "cbs", "--mapping", ROOT / "mappings/kwb-2020.json", "--service", "v3", "--address", statline.address, "--database", database]


def test_fetch_goes_on_where_a_broken_server_stopped_it(place, statline):
    path = place / "resumed.sqlite"
    statline.broken = {100: [503], 300: [410]}
    refused = run(*fetch(statline, f"sqlite:{path}"), status=2)
    assert "410" in refused.stderr
    # The page that was out of order for a moment was asked again.
    assert statline.offsets() == [0, 100, 100, 200, 300]
    assert count(path, "SELECT COUNT(*) FROM edition") == 0
    assert count(path, "SELECT COUNT(*) FROM fetched_page") == 3
    statline.asked = []
    done = run(*fetch(statline, f"sqlite:{path}"))
    assert statline.offsets() == [300, 400, 500]
    assert "509 gebieden" in done.stdout
    assert count(path, "SELECT row_count FROM edition") == 509
    assert count(path, "SELECT COUNT(*) FROM fetched_page") == 0
    run("check", "--database", f"sqlite:{path}")
    again = run(*fetch(statline, f"sqlite:{path}"))
    assert "niets nieuws" in again.stdout
    assert count(path, "SELECT COUNT(*) FROM edition") == 1


def test_fetch_goes_on_after_a_kill(place, statline):
    path = place / "fetch-killed.sqlite"
    statline.gate = threading.Event()
    process = subprocess.Popen(arguments(*fetch(statline, f"sqlite:{path}")), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while 200 not in statline.offsets() and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    statline.gate.set()
    statline.gate, statline.asked = None, []
    done = run(*fetch(statline, f"sqlite:{path}"))
    assert statline.offsets()[0] == 200
    assert "509 gebieden" in done.stdout


def test_fetched_values_are_those_of_the_source(place, statline):
    database = f"sqlite:{place}/values.sqlite"
    run(*fetch(statline, database))
    profile = json.loads(run("profile", "GM0202", "--json", "--all", "--database", database).stdout)
    values = {figure["sleutel"]: figure["waarnemingen"][-1]["waarde"] for figure in profile["cijfers"]}
    row = next(row for row in statline.rows if row["WijkenEnBuurten"].strip() == "GM0202")
    assert values["inwoners"] == float(row["AantalInwoners_5"])
    assert values["huishoudens"] == float(row["HuishoudensTotaal_28"])
    made = json.loads(run("profile", "BU99990007", "--json", "--database", database).stdout)
    assert next(figure for figure in made["cijfers"] if figure["sleutel"] == "inwoners")["waarnemingen"][-1]["waarde"] == 5 * 12
