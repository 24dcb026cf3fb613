"""People voting at once while the server is killed: every vote that was answered is there once, and the counts are those of the votes."""

import os
import re
import subprocess
import sys

import pytest

from command import ROOT, binary

PEOPLE, STATEMENTS = 60, 8


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_no_vote_is_lost_or_doubled_when_the_server_is_killed(engine, request):
    """WYK-03: the measurement of the load, small; it stops with a fault where a vote is missing or counted twice."""
    environment = os.environ | {"LEEFKRING_BINARY": str(binary())}
    if engine == "postgres":
        environment["LEEFKRING_BENCH_POSTGRES"] = request.getfixturevalue("postgres")
    command = [sys.executable, ROOT / "Benchmarks/voting.py", "--rounds", "1", "--people", PEOPLE, "--statements", STATEMENTS, "--connections", 16]
    ran = subprocess.run([str(part) for part in command], env=environment, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert int(re.search(r"(\d+) answered votes are there once", ran.stdout)[1]) >= PEOPLE * STATEMENTS // 2
