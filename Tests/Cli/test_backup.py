"""A backup by the command line, put back by the command line."""

import random
import subprocess
import time

import pytest

from command import ROOT, arguments, run


@pytest.fixture
def source(tmp_path):
    database = f"sqlite:{tmp_path}/een.sqlite"
    run("bundle", "load", "demo/gelderland.bundle", "--database", database)
    run("user", "add", "Proef Persoon", "proef@voorbeeld.nl", "--role", "beheerder", "--database", database)
    return database


def test_a_backup_that_is_put_back_gives_the_same_answers(source, tmp_path):
    target, file = f"sqlite:{tmp_path}/twee.sqlite", tmp_path / "alles.backup"
    run("backup", file, "--database", source)
    assert file.stat().st_mode & 0o777 == 0o600
    assert "is er al" in run("backup", file, "--database", source, status=2).stderr
    run("restore", file, "--database", target)
    assert "niet leeg" in run("restore", file, "--database", target, status=2).stderr
    for command in (["user", "list"], ["profile", "GM0222", "--json"], ["check"]):
        assert run(*command, "--database", source).stdout == run(*command, "--database", target).stdout


def test_a_backup_that_is_killed_leaves_no_half_file_with_its_name(source, tmp_path):
    for number in range(12):
        file = tmp_path / f"{number}.backup"
        process = subprocess.Popen(arguments("backup", file, "--database", source), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.uniform(0, 0.4))
        process.kill()
        process.wait()
        # A file with the name is whole, however early the end came.
        if file.exists():
            run("restore", file, "--database", f"sqlite:{tmp_path}/{number}.sqlite")
    run("backup", tmp_path / "heel.backup", "--database", source)
    run("restore", tmp_path / "heel.backup", "--database", f"sqlite:{tmp_path}/heel.sqlite")
