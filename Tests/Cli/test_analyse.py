"""The commands for analysts on published data, as other programs call them: keys, numbers, and one line for what cannot be used."""

import csv
import json
import os
import pathlib
import pty
import re
import subprocess

import pytest

from command import ROOT, arguments, run


def golden(name: str) -> pathlib.Path:
    """A published file beside the checkout; tests that need it are skipped without."""
    places = [ROOT.parent / "shared/golden", ROOT.parent.parent / "shared/golden"]
    if os.environ.get("LEEFKRING_DATA"):
        places.insert(0, pathlib.Path(os.environ["LEEFKRING_DATA"]).parent / "golden")
    for place in places:
        if (place / name).is_file():
            return place / name
    pytest.skip("no published numbers beside the checkout")


def analyse(*words):
    return json.loads(run("analyse", *words, "--json").stdout)


def numbers() -> dict:
    return json.loads(golden("statistics_golden.json").read_text())


def numbers_more() -> dict:
    return json.loads(golden("statistics_golden_more.json").read_text())


def crime(*more, weights="columbus_queen.gal"):
    return "--values", golden("columbus.csv"), "--id", "POLYID", "--column", "CRIME", "--weights", golden(weights), *more


def test_global_measures_of_columbus():
    moran = analyse("moran", *crime())
    assert set(moran) == {"n", "statistic", "expected", "variance", "z", "p", "p_permutation"}
    assert moran["statistic"] == pytest.approx(0.500188557183, abs=1e-9) and moran["z"] == pytest.approx(5.589382675, abs=1e-8)
    assert moran["variance"] == pytest.approx(0.008689289201, abs=1e-11) and moran["n"] == 49 and moran["p_permutation"] == 0.002
    assert analyse("geary", *crime())["statistic"] == pytest.approx(0.540528203, abs=1e-8)
    assert analyse("getis-g", *crime())["statistic"] == pytest.approx(0.127807457, abs=1e-8)
    rook = analyse("moran", *crime("--permutations", "0", weights="columbus_rook.gal"))
    assert rook["statistic"] == pytest.approx(0.523670213, abs=1e-8) and rook["p_permutation"] is None
    assert analyse("moran", *crime("--weights-style", "B"))["statistic"] != moran["statistic"]


def test_local_measures_of_columbus():
    expected = numbers()["columbus_crime_queen"]
    areas = analyse("local-moran", *crime())["areas"]
    assert [area["statistic"] for area in areas] == pytest.approx(expected["local_I_esda"], abs=1e-9)
    assert [area["quadrant"] for area in areas] == expected["quadrant"] and areas[0]["id"] == "1"
    assert set(areas[0]) == {"id", "statistic", "z", "p", "q", "quadrant", "significant"}
    star = analyse("gi-star", *crime("--fdr", "0.1", "--seed", "7"))
    assert [area["z"] for area in star["areas"]] == pytest.approx(expected["gi_star_z_binary"], abs=1e-9)
    assert max(area["statistic"] for area in star["areas"]) == pytest.approx(3.475051, abs=1e-6)
    assert all(area["significant"] == (area["q"] <= 0.1) for area in star["areas"])


def test_published_chances_of_columbus():
    areas = analyse("local-moran", *crime("--permutations", "99999"))["areas"]
    assert sum(area["p"] < 0.05 for area in areas) in (14, 15, 16) and sum(area["significant"] for area in areas) in (4, 5, 6)
    for area, published in zip(areas, numbers()["columbus_crime_queen"]["p_two_sided_99999"]):
        half = min(published / 2, 0.5)
        assert abs(area["p"] - published) <= 8 * (2 * half * (1 - half) / 99999) ** 0.5 + 2e-5


def test_rates():
    sids = ("--values", golden("nc_sids.csv"), "--id", "NAME", "--events", "SID74", "--population", "BIR74")
    smooth = analyse("smooth", *sids)
    assert smooth["a"] == pytest.approx(7.692930647e-7, rel=1e-9) and smooth["b"] == pytest.approx(0.002021444894, abs=1e-12)
    assert [area["smoothed"] for area in smooth["areas"]] == pytest.approx(numbers()["nc_sids"]["EB"], abs=1e-12)
    assert set(smooth["areas"][0]) == {"id", "raw", "smoothed", "weight"}
    assert analyse("smooth", *sids, "--weights", golden("nc_sids2.gal"))["areas"] != smooth["areas"]
    wilson = analyse("interval", "--kind", "wilson", "--events", "81", "--population", "263")
    assert wilson == pytest.approx({"estimate": 81 / 263, "lower": 0.255289, "upper": 0.366210}, abs=1e-6)
    assert analyse("interval", "--kind", "poisson", "--events", "10")["upper"] == pytest.approx(18.39036, abs=1e-5)
    assert analyse("interval", "--kind", "byar", "--events", "100")["lower"] == pytest.approx(81.36211, abs=1e-5)


def test_funnel():
    sids = ("--values", golden("nc_sids.csv"), "--id", "NAME", "--events", "SID74", "--population", "BIR74", "--kind", "proportion")
    published = numbers_more()["nc_sids74_funnel"]
    plain = analyse("funnel", *sids, "--correction", "none", "--per", "1000")
    assert set(plain) == {"n", "target", "phi", "tau2", "areas"} and plain["n"] == 100
    assert plain["target"] == pytest.approx(2.0214448936544207) and plain["phi"] == pytest.approx(1.277173, rel=1e-6)
    assert plain["tau2"] == pytest.approx(1.797937e-7, rel=1e-6)
    assert set(plain["areas"][0]) == {"id", "value", "z", "z_corrected", "lower95", "upper95", "lower998", "upper998", "status"}
    assert [area["id"] for area in plain["areas"] if area["status"] == "far_above"] == published["high_998"]
    for correction, above, below in (("none", 12, 3), ("multiplicative", 10, 2), ("additive", 11, 1)):
        statuses = [area["status"] for area in analyse("funnel", *sids, "--correction", correction)["areas"]]
        assert sum(status.endswith("above") for status in statuses) == above and sum(status.endswith("below") for status in statuses) == below


def test_ranking(tmp_path):
    (tmp_path / "v.csv").write_text("id;x;l;u\na;10;9;11\nb;8;7;9,5\nc;5;4;6\nd;;;\n")
    (tmp_path / "all.csv").write_text("code,x,l,u\n1,30,29,31\n2,12,9,13\n3,1,,\n")
    words = ("ranking", "--values", tmp_path / "v.csv", "--id", "id", "--column", "x", "--lower", "l", "--upper", "u")
    found = analyse(*words, "--among", tmp_path / "all.csv")
    assert set(found) == {"n", "among", "areas"} and (found["n"], found["among"]) == (3, 3)
    assert [(area["rank_low"], area["rank_high"]) for area in found["areas"]] == [(1, 2), (1, 2), (3, 3), (None, None)]
    assert [area["among_low"] for area in found["areas"]] == [2, 2, 3, None] and found["areas"][3]["state"] == "missing"
    assert set(found["areas"][0]) == {"id", "value", "lower", "upper", "rank_low", "rank_high", "among_low", "among_high"}
    assert analyse(*words)["among"] is None
    lines = run("analyse", *words).stdout.splitlines()
    assert lines[2].split() == ["id", "value", "lower", "upper", "rank_low", "rank_high"] and len(lines) == 7


def test_change(tmp_path):
    (tmp_path / "v.csv").write_text("id,b,bl,bu,a,al,au,g\nx,10,6,14,20,16,24,rounding\ny,10,9,11,12,11,13,published\nz,,,,3,,,chance\n")
    columns = ("--before", "b", "--after", "a", "--before-lower", "bl", "--before-upper", "bu", "--after-lower", "al", "--after-upper", "au")
    words = ("change", "--values", tmp_path / "v.csv", "--id", "id", *columns)
    found = analyse(*words, "--basis-column", "g")
    assert set(found) == {"n", "family", "rho", "areas"} and (found["n"], found["family"], found["rho"]) == (2, 1, None)
    assert set(found["areas"][0]) == {"id", "before", "after", "difference", "lower", "upper", "p", "finding", "expected"}
    assert [area["finding"] for area in found["areas"]] == ["up", "up", "missing"]
    assert (found["areas"][0]["lower"], found["areas"][0]["upper"], found["areas"][0]["p"]) == (2, 18, None)
    assert found["areas"][1]["lower"] == pytest.approx(2 - 2**0.5)
    assert {area["finding"] for area in analyse(*words, "--basis", "none")["areas"]} == {"cannot_say", "missing"}


def test_classes():
    classes = analyse("classes", "--values", golden("calemp.csv"), "--column", "employees_per_km2", "--method", "fisher-jenks", "--classes", "5")
    assert classes["breaks"] == [75.29, 192.05, 370.5, 722.85, 4111.45] and classes["counts"] == [49, 3, 4, 1, 1]
    assert classes["ssw"] == pytest.approx(26654.783967, abs=1e-5) and set(classes) == {"breaks", "counts", "ssw", "gvf"}
    for method in ("quantiles", "equal"):
        assert sum(analyse("classes", "--values", golden("calemp.csv"), "--column", "km2", "--method", method, "--classes", "4")["counts"]) == 58


def test_stacking(tmp_path):
    data = numbers()["alkire_foster"]
    with open(tmp_path / "v.csv", "w", newline="") as file:
        csv.writer(file).writerows([["id", "a", "b", "c", "d"]] + [[index, *row] for index, row in enumerate(data["y"])])
    with open(tmp_path / "c.csv", "w", newline="") as file:
        csv.writer(file).writerows([["column", "cutoff", "direction"]] + [[name, z, "below"] for name, z in zip("abcd", data["z"])])
    for k in (1, 2, 3):
        found = analyse("stacking", "--values", tmp_path / "v.csv", "--id", "id", "--cutoffs", tmp_path / "c.csv", "--k", k)
        assert {key: found[key] for key in ("H", "A", "M0")} == pytest.approx(data[f"k{k}"], abs=1e-12)
    assert len(found["areas"]) == 4


def asem(head: str, divided: bool) -> str:
    rows = list(csv.DictReader(open(golden("asem_meta.csv"), encoding="utf-8")))
    lines = [head, "groups:"]
    for row in rows:
        if row["Type"] == "Aggregate" and row["Parent"] != "NA":
            lines.append(f"  - {{name: {row['iCode']}" + (f", parent: {row['Parent']}}}" if row["Parent"] != "Index" else "}"))
    lines.append("indicators:")
    for row in rows:
        if row["Type"] == "Indicator":
            denominator = f", denominator: {row['Denominator']}" if divided and row["Denominator"] != "NA" else ""
            direction = "up" if row["Direction"] == "1" else "down"
            lines.append(f"  - {{column: {row['iCode']}, direction: {direction}, group: {row['Parent']}{denominator}}}")
    return "\n".join(lines)


def test_index(tmp_path):
    builds = [
        ("treatment: outliers\nimputation-group: EurAsia_group", True, {"CHE": 68.383724, "NLD": 64.819516, "LAO": 38.213052}),
        ("", False, {"CHE": 62.605877, "NLD": 61.243821}),
        ("scale: [1, 100]\naggregation: geometric", False, {"NLD": 50.633449, "CHE": 50.525544}),
    ]
    for head, divided, expected in builds:
        (tmp_path / "i.yml").write_text(asem(head, divided))
        words = ("index", "--values", golden("asem_data.csv"), "--id", "uCode", "--config", tmp_path / "i.yml", "--runs", "100")
        areas = {area["id"]: area for area in analyse(*words)["areas"]}
        for code, score in expected.items():
            assert areas[code]["score"] == pytest.approx(score, abs=1e-6)
        assert set(areas["NLD"]) == {"id", "score", "rank", "rank_low", "rank_high", "worst_tenth"}
    assert run("analyse", *words, "--json").stdout == run("analyse", *words, "--json").stdout


def test_nearest():
    words = ("--values", golden("usarrests.csv"), "--id", "State", "--columns", "Murder,Assault,UrbanPop,Rape")
    california = analyse("nearest", *words, "--area", "California")
    assert [area["id"] for area in california["areas"]] == ["Nevada", "Colorado", "Arizona", "Michigan", "New York"]
    assert california["areas"][0]["distance"] == pytest.approx(1.196826, abs=1e-6) and california["far"] is False
    assert analyse("nearest", *words, "--area", "Alaska", "--k", "1")["far"] is True
    far = analyse("nearest", *words, "--area", "California", "--distance", "mahalanobis", "--k", "3")["areas"]
    assert [area["distance"] for area in far] == pytest.approx([1.432475, 1.744076, 1.793265], abs=1e-6)


def test_effect():
    def effect(method):
        words = ("--unit", "State", "--time", "Year", "--outcome", "PacksPerCapita", "--treated", "California", "--from", "1989")
        return analyse("effect", "--panel", golden("california_prop99.csv"), *words, "--method", method)

    assert effect("did")["effect"] == pytest.approx(-27.34911, abs=1e-5)
    synthetic = effect("synthetic-control")
    assert synthetic["effect"] == pytest.approx(-19.513630, abs=1e-5) and synthetic["pre_rmspe"] == pytest.approx(1.6564, abs=1e-5)
    assert synthetic["placebo"] == {"rank": 3, "of": 39, "p": 3 / 39}
    assert synthetic["weights"] == pytest.approx(numbers()["prop99"]["SC_outcome_only_weights"], abs=1e-5)
    assert effect("sdid")["effect"] == pytest.approx(-15.6054, abs=0.003)


def test_weights_are_written_and_read(tmp_path):
    def square(code, x, y):
        x, y = 150000 + 100 * x, 450000 + 100 * y
        ring = [[x, y], [x + 100, y], [x + 100, y + 100], [x, y + 100], [x, y]]
        return {"type": "Feature", "properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates": [ring]}}

    squares = [square(f"BU{x}{y}", x, y) for x in range(4) for y in range(4)]
    (tmp_path / "a.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": squares}))
    rows = ["code;figure"] + [f"BU{x}{y};{x},{y}" for x in range(4) for y in range(4)]
    (tmp_path / "v.csv").write_text("\ufeff" + "\n".join(rows), encoding="utf-8")
    for rule, links in (("rook", 48), ("queen", 84)):
        run("analyse", "weights", "--areas", tmp_path / "a.geojson", "--id", "code", "--rule", rule, "--out", tmp_path / "w.gal")
        assert sum(int(line.split()[1]) for line in (tmp_path / "w.gal").read_text().splitlines()[1::2]) == links
        found = analyse("moran", "--values", tmp_path / "v.csv", "--id", "code", "--column", "figure", "--weights", tmp_path / "w.gal")
        assert found["n"] == 16 and found["statistic"] > 0.3
    squares.append(square("BU99", 9, 9))
    (tmp_path / "a.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": squares}))
    done = run("analyse", "weights", "--areas", tmp_path / "a.geojson", "--id", "code", "--rule", "rook", "--out", tmp_path / "w.gal")
    assert "BU99" in done.stderr


def test_what_is_missing_is_left_out_and_said(tmp_path):
    lines = golden("columbus.csv").read_text().splitlines()
    cells = lines[1].split(",")
    cells[4] = "NA"
    (tmp_path / "v.csv").write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]))
    words = ("--values", tmp_path / "v.csv", "--id", "POLYID", "--column", "CRIME", "--weights", golden("columbus_queen.gal"), "--json")
    done = run("analyse", "local-moran", *words)
    found = json.loads(done.stdout)
    assert found["n"] == 48 and "1 of 49" in done.stderr and done.stderr.count("\n") == 1
    assert found["areas"][0] == {
        "id": "1", "statistic": None, "z": None, "p": None, "q": None, "quadrant": None, "significant": False, "state": "missing",
    }


def replaced(name: str, line: int, old: str, new: str) -> str:
    lines = golden(name).read_text().splitlines()
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("column", r"v\.csv, row 1, column CRIMES: "),
        ("id column", r"v\.csv, row 1, column NOPE: "),
        ("text", r'v\.csv, row 4, column CRIME, value "many": '),
        ("unknown id", r'w\.gal, row 5, value "77": '),
        ("double id", r'v\.csv, row 4, column POLYID, value "2": '),
        ("short row", r"v\.csv, row 50: "),
        ("few rows", r"v\.csv, column CRIME: .*3.*4"),
        ("island", r'v\.csv, row 50, column POLYID, value "49": '),
        ("no file", r"none\.csv: "),
        ("no weights", r"none\.gal: "),
        ("permutations", r'--permutations, value "-1": '),
    ],
)
def test_input_that_cannot_be_used_gives_one_line(case, expected, tmp_path):
    values, weights = golden("columbus.csv").read_text(), golden("columbus_queen.gal").read_text()
    files = {"values": tmp_path / "v.csv", "weights": tmp_path / "w.gal"}
    words = {"id": "POLYID", "column": "CRIME", "permutations": "9"}
    lines = weights.split("\n")
    match case:
        case "column": words["column"] = "CRIMES"
        case "id column": words["id"] = "NOPE"
        case "text": values = replaced("columbus.csv", 4, "30.626781", "many")
        case "unknown id": weights = replaced("columbus_queen.gal", 5, "0 2 3", "0 2 77")
        case "double id": values = replaced("columbus.csv", 4, "2,3,", "2,2,")
        case "short row": values = values.rstrip("\n").rsplit(",", 1)[0] + "\n"
        case "few rows":
            values = "\n".join([values.splitlines()[0]] + values.splitlines()[1:4])
            weights = "3\n0 1\n1\n1 2\n0 2\n2 1\n1\n"
        case "island":
            weights = "49\n" + "".join(f"{area} {len(near)}\n{' '.join(map(str, near))}\n" for area, near in (
                (area, [other for other in (area - 1, area + 1) if 0 <= other < 48]) if area < 48 else (48, []) for area in range(49)))
        case "no file": files["values"] = tmp_path / "none.csv"
        case "no weights": files["weights"] = tmp_path / "none.gal"
        case "permutations": words["permutations"] = "-1"
    (tmp_path / "v.csv").write_text(values)
    (tmp_path / "w.gal").write_text(weights)
    done = run(
        "analyse", "moran", "--values", files["values"], "--weights", files["weights"], "--id", words["id"], "--column", words["column"],
        f"--permutations={words['permutations']}", "--json", status=2)
    assert done.stdout == "" and done.stderr.count("\n") == 1, done.stderr
    assert re.search(expected, done.stderr), done.stderr


def test_a_dutch_terminal_gets_dutch_lines(monkeypatch):
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    done = run("analyse", "moran", *crime()[:4], "--column", "NIETS", "--weights", golden("columbus_queen.gal"), status=2)
    assert "rij 1, kolom NIETS: Deze kolom is er niet." in done.stderr


def test_other_commands_refuse_with_one_line(tmp_path):
    (tmp_path / "c.csv").write_text("column,cutoff,direction\nMurder,5,above\nNope,1,above\n")
    (tmp_path / "i.yml").write_text("indicators:\n  - column: Murder\n    weigth: 2\n")
    arrests, panel = ("--values", golden("usarrests.csv"), "--id", "State"), ("--panel", golden("california_prop99.csv"), "--unit", "State", "--time", "Year")
    cases = [
        (("stacking", *arrests, "--cutoffs", tmp_path / "c.csv", "--k", "1"), "c.csv, row 3, column column"),
        (("index", *arrests, "--config", tmp_path / "i.yml"), "i.yml, row 3, column weigth"),
        (("nearest", *arrests, "--area", "Texel", "--columns", "Murder"), "column State, value \"Texel\""),
        (("classes", "--values", golden("usarrests.csv"), "--column", "State", "--method", "equal", "--classes", "3"), "row 2, column State, value \"Alabama\""),
        (("interval", "--kind", "wilson", "--events", "5"), "--population"),
        (("ranking", *arrests, "--column", "Murders"), "row 1, column Murders"),
        (("ranking", *arrests, "--column", "Murder", "--lower", "Rape"), "--upper"),
        (("ranking", *arrests, "--column", "Murder", "--lower", "Assault", "--upper", "Rape"), "row 2, column Assault"),
        (("funnel", *arrests, "--events", "Assault", "--population", "UrbanPop", "--kind", "proportion"), "row 2, column Assault, value \"236\""),
        (("funnel", *arrests, "--events", "Murder", "--population", "UrbanPop", "--kind", "rate", "--per", "0"), "--per, value \"0.0\""),
        (("change", *arrests, "--before", "Murder", "--after", "Rape", "--basis-column", "UrbanPop"), "row 2, column UrbanPop, value \"58\""),
        (("change", *arrests, "--before", "Murder", "--after", "Rape", "--after-upper", "Assault"), "--after-lower"),
        (("effect", *panel, "--outcome", "PacksPerCapita", "--treated", "Texel", "--from", "1989", "--method", "did"), "column State, value \"Texel\""),
        (("effect", *panel, "--outcome", "PacksPerCapita", "--treated", "Utah", "--from", "1931", "--method", "did"), "column Year, value \"1931\""),
        (("weights", "--areas", golden("usarrests.csv"), "--id", "id", "--rule", "rook", "--out", tmp_path / "w.gal"), "usarrests.csv"),
    ]
    for words, expected in cases:
        done = run("analyse", *words, status=2)
        assert expected in done.stderr and done.stderr.count("\n") == 1, done.stderr


def test_without_json_a_table_is_printed():
    done = run("analyse", "local-moran", *crime())
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["n", "49"] and lines[3].split() == ["id", "statistic", "z", "p", "q", "quadrant", "significant"]
    assert lines[4].split()[:2] == ["1", "0.721781"] and len(lines) == 53 and done.stderr == ""
    assert "estimate" in run("analyse", "interval", "--kind", "poisson", "--events", "3").stdout


def test_a_pipe_is_read_like_a_file():
    words = arguments("analyse", "classes", "--values", "/dev/stdin", "--column", "x", "--method", "equal", "--classes", "2", "--json")
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, input="x;y\n1,5;a\n2;b\n9;c\n")
    assert json.loads(done.stdout)["breaks"] == [5.25, 9] and done.returncode == 0
    empty = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, input="")
    assert empty.returncode == 2 and empty.stderr.count("\n") == 1
    assert run("analyse", *words[2:4], ROOT, *words[5:], status=2).stderr.count("\n") == 1


def test_long_work_shows_a_bar_on_a_terminal_only(tmp_path):
    indicators = [f"x{column}" for column in range(20)]
    with open(tmp_path / "v.csv", "w") as file:
        file.write("id," + ",".join(indicators) + "\n")
        for row in range(6000):
            file.write(f"{row}," + ",".join(str((row * (7919 + column)) % 1009) for column in range(20)) + "\n")
    (tmp_path / "index.yml").write_text("indicators:\n" + "".join(f"  - column: {name}\n" for name in indicators))
    # Seconds of work for any machine: the bar comes after half of one.
    words = ("analyse", "index", "--values", tmp_path / "v.csv", "--id", "id", "--config", tmp_path / "index.yml", "--runs", "6000", "--json")
    assert run(*words).stderr == ""
    reading, writing = pty.openpty()
    process = subprocess.Popen(arguments(*words), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=writing)
    os.close(writing)
    shown = b""
    while True:
        try:
            part = os.read(reading, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(reading)
    assert process.wait(60) == 0 and b"#" in shown and b" %" in shown
