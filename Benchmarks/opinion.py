#!/usr/bin/env python3
"""Opinion groups: our command beside red-dwarf, the Python library for the mathematics of Polis, on the same votes in one run.

    Benchmarks/opinion.py [--rounds 5] [--skip-large]

LEEFKRING_BINARY names the command, LEEFKRING_DATA the open data. The peer (red-dwarf 0.4.0, one thread) is installed into .venv/opinion when it cannot be
imported. Before a ratio is printed the answers are checked on three published conversations: given our groups, red-dwarf must find the same
representative statements with the same ratios and tests, and the same group-aware consensus, to 1e-9; and places in the plane to 1e-3 up to sign.
Its groups may differ from ours (no base clusters, other starts): how far they agree is said, not asked. Exit code 1 when an answer differs.

What is compared: the peer's pipeline on votes that are in memory beside ours on votes that are in memory (map, groups, statistics, document); and the whole
of both, with reading the same CSV. Ours runs on one core.
"""

import argparse
import csv
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
import warnings

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

from measuring import BINARY, DATA, ROOT, conditions, median, run, table  # noqa: E402

VERSION = "0.4.0"
CONVERSATIONS = ["groot_vtaiwan_uberx", "middel_biodiversity_nz", "klein_seattle15"]
SIZES = [(1000, 200, 0.4), (10_000, 300, 0.35)]

PEER = """
import sys, time, warnings
warnings.filterwarnings("ignore")
import pandas
from reddwarf.implementations import base
started = time.perf_counter()
frame = pandas.read_csv(sys.argv[1])
columns = [frame[name].tolist() for name in ("voter-id", "comment-id", "vote", "timestamp")]
votes = [{"participant_id": p, "statement_id": s, "vote": v, "modified": t} for p, s, v, t in zip(*columns)]
del frame, columns
read = time.perf_counter()
base.run_pipeline(votes=votes)
print("TIMES", read - started, time.perf_counter() - read)
"""


def peer_python() -> str:
    probe = [sys.executable, "-c", "import reddwarf"]
    if subprocess.run(probe, capture_output=True).returncode == 0:
        return sys.executable
    folder = ROOT / ".venv" / "opinion"
    python = folder / "bin" / "python"
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", f"red-dwarf=={VERSION}"], check=True)
    return str(python)


def command(votes: pathlib.Path, *more) -> list:
    return [BINARY, "analyse", "opinion-groups", votes, *more, "--json"]


def moderated(folder: pathlib.Path) -> set[int]:
    with (folder / "comments.csv").open(encoding="utf-8", newline="") as file:
        return {int(row["comment-id"]) for row in csv.DictReader(file) if row["moderated"] == "-1"}


def latest_votes(folder: pathlib.Path, without: set[int]):
    """The votes that count as a frame with participants as rows and statements as columns."""
    import pandas

    votes = pandas.read_csv(folder / "votes.csv").sort_values("timestamp", kind="stable")
    votes = votes[~votes["comment-id"].isin(without)].drop_duplicates(["voter-id", "comment-id"], keep="last")
    return votes.pivot(index="voter-id", columns="comment-id", values="vote").sort_index()


def check(name: str) -> list[str]:
    """What differs between our answer and that of red-dwarf on one conversation; empty where nothing does."""
    import numpy
    from reddwarf.implementations.base import run_pipeline
    from reddwarf.utils.stats import calculate_comment_statistics_dataframes, select_representative_statements

    folder = DATA / "polis" / name
    without = moderated(folder)
    ours = json.loads(subprocess.run(
        [str(part) for part in command(folder / "votes.csv", "--comments", folder / "comments.csv", "--all-candidates", "--without-tests")],
        check=True, capture_output=True, text=True).stdout)
    frame = latest_votes(folder, without)
    faults = []
    label = {int(voter): group["id"] - 1 for group in ours["groups"] for voter in group["members"]}
    people = sorted(label)
    stats, consensus = calculate_comment_statistics_dataframes(frame.loc[people], numpy.array([label[one] for one in people]))
    column = next(one for one in consensus.columns if str(one) in ("agree", "group-aware-consensus", "consensus", "group-aware-consensus-agree"))
    for one in ours["consensus"]:
        if abs(float(consensus.loc[int(one["statement"]), column]) - one["value"]) > 1e-9:
            faults.append(f"consensus of {one['statement']}")
    theirs = select_representative_statements(stats)
    for group in ours["groups"]:
        expected = {(one["tid"], one["repful-for"]): one for one in theirs[group["id"] - 1]}
        found = {(int(one["statement"]), one["direction"]): one for one in group["representative"]}
        if set(expected) != set(found):
            faults.append(f"representative statements of group {group['id']}: {sorted(found)} for {sorted(expected)}")
        for key in set(expected) & set(found):
            fields = {"repness": "repness", "z": "repness-test", "share": "p-success", "share_z": "p-test"}
            if any(abs(found[key][one] - expected[key][other]) > 1e-9 for one, other in fields.items()):
                faults.append(f"figures of statement {key[0]} in group {group['id']}")
    votes = [{"participant_id": int(voter), "statement_id": int(statement), "vote": int(vote), "modified": 0}
             for voter, row in frame.iterrows() for statement, vote in row.items() if vote == vote]
    peer = run_pipeline(votes=votes)
    places = peer.participants_df[["x", "y"]]
    own = numpy.array([[one["x"], one["y"]] for one in ours["projection"]])
    other = places.loc[[int(one["voter"]) for one in ours["projection"]]].to_numpy()
    for axis in (0, 1):
        gap = min(abs(own[:, axis] - sign * other[:, axis]).max() for sign in (1, -1))
        if gap > 1e-3:
            faults.append(f"places along axis {axis + 1}: {gap:.2g}")
    print(f"  {name}: {len(ours['projection'])} people, {ours['statements']} statements, {ours['k']} groups"
          f" (red-dwarf: {peer.participants_df['cluster_id'].dropna().nunique()}): {'; '.join(faults) or 'the same'}")
    return faults


def simulate(path: pathlib.Path, people: int, statements: int, density: float):
    """Two camps that differ on two thirds of the statements, in the form Polis exports."""
    generator = random.Random(5)
    rates = [generator.uniform(0.25, 0.75) for _ in range(statements)]
    leans = [generator.choice((-0.35, 0, 0.35)) for _ in range(statements)]
    with path.open("w") as file:
        file.write("timestamp,datetime,comment-id,voter-id,vote\n")
        moment = 1_500_000_000_000
        for person in range(people):
            side = 1 if generator.random() < 0.55 else -1
            for statement in range(statements):
                if generator.random() >= density:
                    continue
                moment += 37
                rate = min(0.97, max(0.03, rates[statement] + side * leans[statement]))
                vote = 0 if generator.random() < 0.1 else 1 if generator.random() < rate else -1
                file.write(f"{moment},Tue Jun 30 15:49:52 WIB 2015,{statement},{person},{vote}\n")


def compare(folder: pathlib.Path, python: str, size: tuple, rounds: int) -> list:
    people, statements, density = size
    votes, script = folder / f"{people}.csv", folder / "peer.py"
    simulate(votes, people, statements, density)
    script.write_text(PEER)
    ours, peer, steps, peer_steps = [], [], [], []
    for _ in range(rounds):
        ours.append(run(["taskset", "-c", "0", *command(votes, "--without-tests")]))
        peer.append(run([python, script, votes]))
        repeated = subprocess.run(
            ["taskset", "-c", "0", *map(str, command(votes, "--without-tests", "--repeat", "3"))], check=True, capture_output=True, text=True)
        times = json.loads(next(line for line in repeated.stderr.splitlines() if line.startswith("{")))
        steps.append((statistics.median(times["read"]), statistics.median(times["run"])))
        line = next(line for line in peer[-1]["output"].splitlines() if line.startswith("TIMES"))
        peer_steps.append(tuple(float(word) for word in line.split()[1:]))
    read, pipeline = (statistics.median(one[step] for one in steps) for step in (0, 1))
    peer_read, peer_pipeline = (statistics.median(one[step] for one in peer_steps) for step in (0, 1))
    return [
        f"{people:,} x {statements}", pipeline * 1000, peer_pipeline * 1000, peer_pipeline / pipeline, (read + pipeline) * 1000,
        (peer_read + peer_pipeline) * 1000, (peer_read + peer_pipeline) / (read + pipeline), median(ours, "peak"), median(peer, "peak"),
        median(peer, "peak") / median(ours, "peak"),
    ]


def one_more(folder: pathlib.Path) -> float:
    """Milliseconds from one more vote in a running conversation of 2,000 people to its map, groups and statistics; the slowest of twenty."""
    votes = folder / "2000.csv"
    simulate(votes, 2000, 200, 0.4)
    measured = subprocess.run(
        ["taskset", "-c", "0", *map(str, command(votes, "--without-tests", "--repeat", "1"))], check=True, capture_output=True, text=True)
    times = json.loads(next(line for line in measured.stderr.splitlines() if line.startswith("{")))
    assert len(times["vote"]) == 20
    return max(times["vote"]) * 1000


def main() -> int:
    parser = argparse.ArgumentParser(description="Opinion groups beside red-dwarf")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--skip-large", action="store_true")
    parser.add_argument("--check", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.check:
        warnings.filterwarnings("ignore")
        return 1 if any([check(name) for name in CONVERSATIONS]) else 0
    if not (DATA / "polis").is_dir():
        sys.exit(f"this benchmark needs published conversations; {DATA} has none (set LEEFKRING_DATA)")
    python = peer_python()
    print("the same groups given, does red-dwarf say the same of them?", flush=True)
    # Apart: what this process holds would count as memory of the commands it starts.
    if subprocess.run([python, __file__, "--check"]).returncode != 0:
        return 1
    with tempfile.TemporaryDirectory() as folder:
        lines = [compare(pathlib.Path(folder), python, size, arguments.rounds) for size in SIZES[: 1 if arguments.skip_large else None]]
        table(["votes of", "ours ms", "peer ms", "ratio", "with reading: ours ms", "peer ms", "ratio", "ours MB", "peer MB", "ratio"], lines)
        started = time.perf_counter()
        run(command(pathlib.Path(folder) / "1000.csv"))
        print(f"one more vote in a running conversation of 2,000 people and 200 statements: {one_more(pathlib.Path(folder)):.1f} ms (at most 50)")
        print(f"all tests of 1,000 x 200 on all cores: {time.perf_counter() - started:.1f} s (at most 30)")
    conditions(f"red-dwarf {VERSION}, one thread", "ours on one core")
    return 0


if __name__ == "__main__":
    sys.exit(main())
