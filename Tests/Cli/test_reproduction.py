"""Each analysis page offers files and a command: together they give the numbers of the page again."""

import html
import json
import re
import shlex
import subprocess
import time
import urllib.parse
import urllib.request

import pytest

from command import arguments

PLACE = "/gebieden/GM0222/analyse/"
STATUS = {"far_above": "ver boven", "above": "boven", "within": "binnen", "below": "onder", "far_below": "ver onder", "missing": "onbekend"}
FINDING = {
    "up": "omhoog", "down": "omlaag", "up_alone": "omhoog zonder correctie", "down_alone": "omlaag zonder correctie", "unclear": "niet duidelijk",
    "cannot_say": "niet te zeggen", "missing": "niet te vergelijken",
}


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=120) as answer:
        return answer.read()


def page_of(origin, path: str) -> str:
    """The page once its outcome is there: a long first computation shows its progress."""
    until = time.monotonic() + 120
    while True:
        page = fetched(origin + path).decode()
        if "<progress" not in page or time.monotonic() > until:
            return page
        time.sleep(0.5)


def remade(origin, folder, path: str, place: str = PLACE):
    """What the page says, and what its command says in a folder with its files."""
    page = page_of(origin, place + path)
    links = [html.unescape(link) for link in re.findall(r'class="knop licht" href="([^"]+)"', page)]
    for link in links:
        (folder / urllib.parse.unquote(urllib.parse.urlsplit(link).path.rsplit("/", 1)[1])).write_bytes(fetched(origin + link))
    said = re.search(r'<pre class="opdracht"[^>]*>([^<]+)</pre>', page)
    document = json.loads((folder / "uitkomst.json").read_text())
    assert said, "the page names no command"
    command = shlex.split(html.unescape(said[1]))
    assert command[:2] == ["leefkring", "analyse"] and document["opdracht"] == html.unescape(said[1]).strip()
    done = subprocess.run(arguments(*command[1:]), cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return document["uitkomst"], json.loads(done.stdout)


def paired(said, made):
    """Areas of the page beside those of the command."""
    areas = {area["id"]: area for area in made["areas"]}
    assert len(areas) == len(said["gebieden"]) > 10
    return [(area, areas[area["code"]]) for area in said["gebieden"]]


def close(value):
    """The same to the last digits: sums in another order may differ there."""
    return None if value is None else pytest.approx(value, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("path", ["rangorde", "rangorde?cijfer=inwoners", "rangorde?cijfer=woningwaarde", "rangorde?cijfer=inwoners&niveau=wijk"])
def test_rank_ranges(origin, tmp_path, path):
    said, made = remade(origin, tmp_path, path)
    for page, area in paired(said, made):
        assert area["value"] == page["waarde"]
        places = [area["rank_low"], area["rank_high"]]
        assert places == (page["plaatsen"] or [None, None])
        assert [area["among_low"], area["among_high"]] == (page["plaatsenInHetLand"] or [None, None])


@pytest.mark.parametrize("path", [
    "trechter", "trechter?spreiding=optellen", "trechter?spreiding=geen", "trechter?cijfer=aandeel-eenpersoonshuishoudens",
])
def test_funnel(origin, tmp_path, path):
    said, made = remade(origin, tmp_path, path)
    assert (made["target"], made["phi"], made["tau2"]) == (close(said["doel"]), close(said["phi"]), close(said["tau2"]))
    for page, area in paired(said, made):
        assert (area["value"], area["z"], area["z_corrected"]) == (close(page.get("waarde")), close(page.get("z")), close(page.get("zNaCorrectie")))
        assert STATUS[area["status"]] == page["antwoord"]
        if "grens95" in page:
            assert [area["lower95"], area["upper95"], area["lower998"], area["upper998"]] == pytest.approx(page["grens95"] + page["grens998"], rel=1e-9)


@pytest.mark.parametrize("path", ["veranderd", "veranderd?cijfer=aandeel-65-plus", "veranderd?cijfer=misdrijven", "veranderd?cijfer=inwoners"])
def test_change(origin, tmp_path, path):
    said, made = remade(origin, tmp_path, path)
    assert made["rho"] == close(said.get("samenhang"))
    for page, area in paired(said, made):
        assert (area["difference"], area["p"], area["expected"]) == (
            close(page.get("verschil")), close(page.get("p")), close(page.get("terugNaarHetMidden")))
        assert FINDING[area["finding"]] == page["antwoord"]
        if "interval" in page:
            assert [area["lower"], area["upper"]] == pytest.approx(page["interval"], rel=1e-9, abs=1e-12)


def test_stacking(origin, tmp_path):
    said, made = remade(origin, tmp_path, "stapeling")
    assert [made[key] for key in ("H", "A", "M0")] == pytest.approx([said[key] for key in ("H", "A", "M0")])


def test_index(origin, tmp_path):
    said, made = remade(origin, tmp_path, "index?rondes=200")
    for page, area in paired(said, made):
        assert area["score"] == close(page["score"])


@pytest.mark.parametrize("path", ["clusters?trekkingen=99", "clusters?trekkingen=99&methode=gi-ster"])
def test_clusters(origin, tmp_path, path):
    if 'id="meenemen"' not in page_of(origin, PLACE + path):
        pytest.skip("the figures of this site come without who borders on whom")
    said, made = remade(origin, tmp_path, path)
    for page, area in paired(said, made):
        assert (area["statistic"], area["p"], area["q"]) == (close(page.get("maat")), close(page.get("p")), close(page.get("q")))


def test_comparable_areas(origin, tmp_path):
    said, made = remade(origin, tmp_path, "vergelijkbaar", place="/gebieden/BU02220101/analyse/")
    assert [area["id"] for area in made["areas"]] == [area["code"] for area in said["gebieden"]][:len(made["areas"])]
    apart = [area["afstand"] for area in said["gebieden"]]
    assert [area["distance"] for area in made["areas"]] == pytest.approx(apart[:len(made["areas"])], rel=1e-9)
