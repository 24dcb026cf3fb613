"""The search of real servers: what was written is found on every node within two seconds, on both engines; the list of words that is made at set-up."""

import http.client
import pathlib
import subprocess
import time

import pytest

from command import ROOT, arguments, run
from running import free_port

DICTIONARY = pathlib.Path("/usr/share/dict/dutch")


class Node:
    """One `leefkring serve`."""

    def __init__(self, database, log, *more):
        self.port, self.log = free_port(), log
        self.process = subprocess.Popen(
            arguments("serve", "--database", database, "--port", self.port, "--without-rate-limit", *more), cwd=ROOT, stdout=log.open("a"),
            stderr=subprocess.STDOUT)
        until = time.monotonic() + 60
        while True:
            try:
                if self.ask("/health")[0] == 200:
                    return
            except OSError:
                pass
            assert self.process.poll() is None and time.monotonic() < until, log.read_text()
            time.sleep(0.1)

    def ask(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def finds(self, words):
        return f"<mark>{words}</mark>" in self.ask(f"/zoeken?q={words}")[1]

    def stop(self):
        self.process.terminate()
        return self.process.wait(timeout=20)


@pytest.fixture(params=["sqlite", "postgres"])
def database(request, tmp_path):
    return f"sqlite:{tmp_path / 'search.sqlite'}" if request.param == "sqlite" else request.getfixturevalue("postgres")


def test_what_was_written_is_found_on_every_node_within_two_seconds(database, tmp_path):
    run("bundle", "load", ROOT / "demo/gelderland.bundle", "--database", database)
    nodes, log = [], tmp_path / "nodes.log"
    try:
        for _ in range(2):
            nodes.append(Node(database, log))
        for node in nodes:
            assert not node.finds("Sterrenwacht") and "/gebieden/GM0222" in node.ask("/zoeken?q=doetinchem")[1]
        taken = []
        for number in range(4):
            name = f"Sterrenwacht{number}"
            run("own", "area", "add", "--key", name.lower(), "--name", name, "--name-en", name, "--buurten", "BU02220101,BU02220102", "--database", database)
            written = time.monotonic()
            missing = set(nodes)
            while missing and time.monotonic() < written + 10:
                missing = {node for node in missing if not node.finds(name)}
                time.sleep(0.02)
            taken.append(time.monotonic() - written)
        assert max(taken) < 1.9, taken
        for node in nodes:
            assert node.stop() == 0
        assert "not up to date" not in log.read_text(), log.read_text()
    finally:
        for node in nodes:
            if node.process.poll() is None:
                node.process.kill()


def test_a_list_of_words_is_made_and_splits_words_that_the_small_list_has_not(tmp_path):
    if not DICTIONARY.is_file():
        assert run("words", tmp_path / "nl.words", status=3).returncode == 3
        pytest.skip("no dictionary: Debian's package wdutch has one")
    made, database = tmp_path / "nl.words", f"sqlite:{tmp_path / 'words.sqlite'}"
    assert "woorden" in run("words", made).stdout and 1 << 20 < made.stat().st_size < 8 << 20
    run("bundle", "load", ROOT / "demo/gelderland.bundle", "--database", database)
    run("own", "area", "add", "--key", "kersen", "--name", "Kersenboomgaarden", "--name-en", "Orchards", "--buurten", "BU02220101,BU02220102",
        "--database", database)
    found = {}
    for name, more in [("made", ["--words", made]), ("small", []), ("broken", ["--words", tmp_path / "none.words"])]:
        node = Node(database, tmp_path / f"{name}.log", *more)
        found[name] = "<mark>Kersenboomgaarden</mark>" in node.ask("/zoeken?q=boomgaard&letterlijk=ja")[1]
        assert node.stop() == 0
    assert found == {"made": True, "small": False, "broken": False}


def test_without_a_dictionary_the_command_says_what_to_do(tmp_path):
    done = run("words", tmp_path / "nl.words", "--from", tmp_path / "none", status=3)
    assert "wdutch" in done.stderr and not (tmp_path / "nl.words").exists()
