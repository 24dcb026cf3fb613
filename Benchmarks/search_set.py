"""The evaluation set of the search: pages of the LibreOffice help in Dutch, and questions with the pages that answer them.

Page texts and the word list come from the Debian packages libreoffice-help-nl and wdutch. They are fetched with `apt-get download` and
unpacked with `dpkg-deb -x` into .build/search-set, which needs no administrator, and are not part of this repository. The questions are
`shared/golden/search` beside the checkout (or beside the folder that LEEFKRING_DATA names).
"""

import csv
import html
import math
import pathlib
import random
import re
import shutil
import subprocess
import sys

from measuring import DATA, ROOT

PLACE = ROOT / ".build/search-set"
GOLDEN = DATA.parent / "golden/search"
HELP = "usr/share/libreoffice/help/nl"
WORDS = "usr/share/dict/dutch"


def fetch() -> str | None:
    """Unpacks the packages once. Returns what is the matter when they cannot be had."""
    wanted = {"libreoffice-help-nl": PLACE / HELP, "wdutch": PLACE / WORDS}
    missing = [name for name, place in wanted.items() if not place.exists()]
    if not missing:
        return None
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return f"the packages {' and '.join(missing)} are fetched with apt-get and dpkg-deb, which this system does not have"
    PLACE.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["apt-get", "download", *missing], cwd=PLACE, capture_output=True, text=True)
    if done.returncode != 0:
        return f"apt-get download {' '.join(missing)} did not succeed: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}"
    for package in PLACE.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package.name, "."], cwd=PLACE, check=True)
        package.unlink()
    return None if all(place.exists() for place in wanted.values()) else "the packages do not hold what was expected of them"


def require():
    """Ends the benchmark with a plain message when something it needs is not there."""
    trouble = fetch()
    if trouble is None and not GOLDEN.is_dir():
        trouble = f"the questions are expected in {GOLDEN}"
    if trouble:
        sys.exit(f"search is not measured: {trouble}")


def lines(name: str) -> list[dict]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def page(path: pathlib.Path) -> tuple[str, str]:
    """(title, body) of a page of the help."""
    source = path.read_text(encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", source, re.S)
    start = source.find('id="DisplayArea"')
    body = source[start:] if start >= 0 else source
    body = body[body.find(">") + 1:]
    body = re.sub(r"<(script|style|aside|footer)\b.*?</\1>", " ", body, flags=re.S)
    body = re.sub(r"<[^>]*>", " ", body)
    return tuple(" ".join(html.unescape(text).split()) for text in (title[1] if title else "", body))


def pages() -> list[dict]:
    found = []
    for line in lines("pages.tsv"):
        title, text = page(PLACE / HELP / line["folder"] / line["file"])
        found.append({"id": line["page"], "title": title, "text": text})
    return found


def synthetic(count: int, of: list[dict]) -> list[dict]:
    """Pages of 16 sentences of the set by chance, each with a title of the set."""
    chance = random.Random(20_261)
    sentences = [one for entry in of for one in re.split(r"(?<=[.!?])\s+", entry["text"]) if len(one) > 20]
    return [
        {"id": f"s{number}", "title": chance.choice(of)["title"], "text": " ".join(chance.choice(sentences) for _ in range(16))} for number in range(count)
    ]


class Questions:
    """Clean and mistyped questions, the hard ones marked; both halves are told apart, so that a gain on one alone is seen."""

    def __init__(self):
        self.clean = lines("queries-nl.tsv")
        self.mistyped = lines("queries-nl-typo.tsv")

    def texts(self) -> list[str]:
        return [line["query"] for line in self.clean + self.mistyped]

    def quality(self, results: list[list[str]]) -> dict:
        """Measures of the results of `texts()`."""
        clean, mistyped = results[:len(self.clean)], results[len(self.clean):]

        def part(keep):
            chosen = [number for number, line in enumerate(self.clean) if keep(number, line)]
            return measure([self.clean[number] for number in chosen], [clean[number] for number in chosen])

        return {
            "all": part(lambda *_: True), "hard": part(lambda _, line: line["hard"] == "1"), "first 500": part(lambda number, _: number < 500),
            "even rows": part(lambda number, _: number % 2 == 0), "odd rows": part(lambda number, _: number % 2 == 1),
            "mistyped": measure(self.mistyped, mistyped),
        }


def measure(asked: list[dict], results: list[list[str]]) -> dict:
    """Precision at 1, mean reciprocal rank, recall and nDCG (binary), all at 10."""
    total = {"P@1": 0.0, "MRR": 0.0, "R@10": 0.0, "nDCG": 0.0}
    for line, found in zip(asked, results, strict=True):
        wanted = set(line["pages"].split())
        hits = [one in wanted for one in found[:10]]
        ideal = sum(1 / math.log2(place + 2) for place in range(min(10, len(wanted))))
        total["P@1"] += hits[:1] == [True]
        total["MRR"] += next((1 / (place + 1) for place, hit in enumerate(hits) if hit), 0)
        total["R@10"] += sum(hits) / len(wanted)
        total["nDCG"] += sum(1 / math.log2(place + 2) for place, hit in enumerate(hits) if hit) / ideal
    return {name: value / len(asked) for name, value in total.items()}
