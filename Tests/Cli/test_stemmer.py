"""The stems of all words of OpenTaal beside those of the reference: our Kraaij-Pohlmann against PyPI snowballstemmer.

The word list is Debian's wdutch (/usr/share/dict/dutch, or the file that LEEFKRING_WORDS names), the program search-bench of this package.
"""

import importlib.metadata
import json
import os
import pathlib
import subprocess

import pytest

from command import ROOT

WORDS = pathlib.Path(os.environ.get("LEEFKRING_WORDS", "/usr/share/dict/dutch"))
PLACES = [os.environ.get("LEEFKRING_SEARCH_BENCH"), ROOT / ".build/release/search-bench", ROOT / ".build/debug/search-bench"]


def stems(words: list[str], language: str) -> list[str]:
    program = next((place for place in PLACES if place and pathlib.Path(place).is_file()), None)
    if not program:
        pytest.skip("search-bench has not been built")
    request = json.dumps({"do": "stem", "language": language, "list": words})
    done = subprocess.run([str(program)], input=request + "\n", capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["stems"]


@pytest.mark.skipif(not WORDS.is_file(), reason="Debian's wdutch is not installed")
def test_every_dutch_word_has_the_stem_of_the_reference():
    snowballstemmer = pytest.importorskip("snowballstemmer")
    if importlib.metadata.version("snowballstemmer") != "3.1.1":
        pytest.skip("the reference is snowballstemmer 3.1.1")
    words = WORDS.read_text(encoding="utf-8").splitlines()
    reference = snowballstemmer.stemmer("dutch")
    ours = stems(words, "nl")
    different = [(word, stem) for word, stem in zip(words, ours, strict=True) if stem != reference.stemWord(word)]
    assert len(words) > 400_000
    assert different == []
