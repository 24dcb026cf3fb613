#!/usr/bin/env python3
"""Local Moran and Gi* with 999 permutations on 14,042 cells: our whole command beside esda (warm) and pygeoda, in one run. Then an index of 14,000
areas, and the areas most like one among 14,700.

The field is a 118 x 119 grid of values that resemble their neighbours. Ours is measured as a process of its own: start, reading table and
weights, permutations, printing. The peers are measured inside Python, compiled and warm, weights ready: that is to their advantage.
Before a ratio counts, the statistics must be the same to 6 digits and each p-value must lie within the error of the draws. (Counts of areas
below 0.05 say little: one table of draws serves all areas, so its error is common to all.)

The index is our whole command again, beside the time it may take; its scores are computed once more with numpy. Of the nearest areas the command itself
tells how long each step takes in memory (--repeat): standardising the table, finding the nearest of one area, and deciding whether even that is far,
for which all areas matter. Reading the table of 441,000 numbers takes longer than all of these; the whole command stands beside them. The peer for finding the
nearest is scikit-learn (brute force, the quickest of its ways here), with its data standardised and ready. Ids, distances and `far` must be those of numpy.
"""

import argparse
import json
import os
import pathlib
import sys
import tempfile
import time

for threads in ("OMP_NUM_THREADS", "NUMBA_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[threads] = "1"

import numpy  # noqa: E402  after the number of threads is set

from measuring import BINARY, conditions, median, run, table, version  # noqa: E402

ROWS, COLUMNS, RUNS = 118, 119, 999


def field(folder: pathlib.Path, rook: bool):
    """(values, weights of libpysal, CSV file, GAL file)"""
    import libpysal
    from scipy.sparse import identity
    from scipy.sparse.linalg import spsolve

    weights = libpysal.weights.lat2W(ROWS, COLUMNS, rook=rook)
    weights.transform = "R"
    noise = numpy.random.default_rng(20_241).standard_normal(ROWS * COLUMNS)
    values = spsolve((identity(ROWS * COLUMNS) - 0.6 * weights.sparse).tocsc(), noise)
    data, links = folder / f"{rook}.csv", folder / f"{rook}.gal"
    data.write_text("id,value\n" + "".join(f"{index},{value!r}\n" for index, value in enumerate(values.tolist())))
    lists = (f"{one} {len(near)}\n{' '.join(map(str, near))}\n" for one, near in sorted(weights.neighbors.items()))
    links.write_text(f"0 {len(values)} grid id\n" + "".join(lists))
    return values, weights, data, links


def ours(method: str, data: pathlib.Path, links: pathlib.Path) -> tuple[dict, dict]:
    """(times, answer) of one run of the command."""
    command = [BINARY, "analyse", method, "--values", data, "--id", "id", "--column", "value", "--weights", links, "--permutations", str(RUNS), "--json"]
    done = run(command)
    return done, json.loads(done["output"])


def timed(call):
    wall, cpu = time.perf_counter(), time.process_time()
    answer = call()
    return {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}, answer


def esda_call(method: str, values, weights):
    import esda

    if method == "local-moran":
        return lambda: esda.Moran_Local(values, weights, permutations=RUNS, n_jobs=1, seed=1, keep_simulations=False)
    return lambda: esda.G_Local(values, weights, transform="B", permutations=RUNS, star=True, n_jobs=1, seed=1, keep_simulations=False)


def pygeoda_call(values, links: pathlib.Path):
    """Local Moran of pygeoda with its weights ready; what it answers under the names of esda."""
    import types

    import pygeoda

    weights, numbers = pygeoda.weights.read_gal(str(links), [str(index) for index in range(len(values))]), values.tolist()

    def call():
        found = pygeoda.local_moran(weights, numbers, permutations=RUNS, cpu_threads=1, seed=1)
        return types.SimpleNamespace(Is=numpy.array(found.lisa_values()), p_sim=numpy.array(found.lisa_pvalues()))

    return call


def check(name: str, answer: dict, peer, values):
    # The peer's p is of one side; ours of both. Each is within four Monte-Carlo errors of two runs, on either side.
    side = numpy.array([area["p"] for area in answer["areas"]]) / 2
    middle = numpy.clip((side + peer.p_sim) / 2, 1 / (RUNS + 1), 0.5)
    apart = numpy.abs(side - peer.p_sim) / numpy.sqrt(2 * middle * (1 - middle) / RUNS)
    if answer["n"] != len(values) or (apart > 8).any():
        sys.exit(f"{name}: p-values up to {apart.max():.1f} Monte-Carlo errors apart: the answers differ, no time counts")
    if name.startswith("local-moran"):
        first = [area["statistic"] for area in answer["areas"]]
        if not numpy.allclose(first, peer.Is, rtol=1e-6, atol=1e-9):
            sys.exit(f"{name}: our statistics are not those of the peer")


def permutations(rounds: int) -> list[list]:
    lines = []
    with tempfile.TemporaryDirectory() as name:
        for rook in (True, False):
            values, weights, data, links = field(pathlib.Path(name), rook)
            for method in ("local-moran", "gi-star"):
                kind = f"{method}, {'rook' if rook else 'queen'}"
                peers = {"esda": esda_call(method, values, weights)}
                if method == "local-moran":
                    peers["pygeoda"] = pygeoda_call(values, links)
                _, answer = ours(method, data, links)
                first = {}
                for peer, call in peers.items():
                    first[peer], found = timed(call)
                    check(f"{kind}, {peer}", answer, found, values)
                runs = [(ours(method, data, links)[0], {peer: timed(call)[0] for peer, call in peers.items()}) for _ in range(rounds)]
                mine = [one for one, _ in runs]
                best = min(one["cpu"] for one in mine)
                for peer in peers:
                    theirs = [others[peer] for _, others in runs]
                    least = min(one["cpu"] for one in theirs)
                    lines.append([f"{kind}, {peer}", best, median(mine, "wall"), least, median(theirs, "wall"), first[peer]["cpu"], least / best])
    return lines


def index(rounds: int) -> list:
    """One line: the whole command, and how often it fits into the time it may take."""
    count, indicators, runs, limit = 14_000, 20, 1000, 10
    values = numpy.random.default_rng(20_242).gamma(3, 10, (count, indicators))
    with tempfile.TemporaryDirectory() as name:
        data, config = pathlib.Path(name, "values.csv"), pathlib.Path(name, "index.yml")
        data.write_text(",".join(["id"] + [f"c{one}" for one in range(indicators)]) + "\n" + "".join(
            f"a{row}," + ",".join(map(repr, numbers)) + "\n" for row, numbers in enumerate(values.tolist())))
        config.write_text("indicators:\n" + "".join(f"  - {{column: c{one}, direction: {'down' if one % 4 == 0 else 'up'}}}\n" for one in range(indicators)))
        command = [BINARY, "analyse", "index", "--values", data, "--id", "id", "--config", config, "--runs", str(runs), "--json"]
        done = [run(command) for _ in range(max(1, min(rounds, 3)))]
    answers = {one["output"] for one in done}
    areas = json.loads(done[0]["output"])["areas"]
    scaled = 100 * (values - values.min(axis=0)) / (values.max(axis=0) - values.min(axis=0))
    scaled[:, ::4] = 100 - scaled[:, ::4]
    if len(answers) != 1 or not numpy.allclose([area["score"] for area in areas], scaled.mean(axis=1), rtol=1e-9):
        sys.exit("index: the scores are not those of numpy, or differ between two runs: no time counts")
    if any(not area["rank_low"] <= area["rank_high"] for area in areas):
        sys.exit("index: a rank range is upside down")
    wall = median(done, "wall")
    return [f"index, {count:,} x {indicators} x {runs:,} runs", min(one["cpu"] for one in done), wall, limit, limit / wall]


def nearest(rounds: int) -> list[list]:
    """A line for each step in milliseconds: ours, its limit, the peer, the ratio."""
    from sklearn.neighbors import NearestNeighbors

    count, columns, wanted, limit = 14_700, 30, 5, 15
    generator = numpy.random.default_rng(20_243)
    # Traits of areas hang together: four things behind thirty columns, and something of each column itself.
    values = generator.standard_normal((count, 4)) @ generator.uniform(-1, 1, (4, columns)) + 0.5 * generator.standard_normal((count, columns))
    scores = (values - values.mean(axis=0)) / values.std(axis=0, ddof=1)
    squares = (scores**2).sum(axis=1)
    own = numpy.empty(count)
    for start in range(0, count, 700):
        block = squares[start : start + 700, None] + squares[None, :] - 2 * scores[start : start + 700] @ scores.T
        block[numpy.arange(len(block)), numpy.arange(start, start + len(block))] = numpy.inf
        own[start : start + 700] = numpy.sqrt(numpy.maximum(block.min(axis=1), 0))
    far = numpy.quantile(own, 0.95)
    # The typical area, one near the limit, one beyond it.
    chosen = [int(numpy.argsort(own)[int(part * (count - 1))]) for part in (0.5, 0.93, 0.99)]
    model = NearestNeighbors(n_neighbors=wanted + 1, algorithm="brute", n_jobs=1).fit(scores)
    lines = []
    with tempfile.TemporaryDirectory() as name:
        data, names = pathlib.Path(name, "values.csv"), [f"c{one}" for one in range(columns)]
        data.write_text(",".join(["id"] + names) + "\n" + "".join(
            f"a{row}," + ",".join(map(repr, numbers)) + "\n" for row, numbers in enumerate(values.tolist())))
        for place, what in zip(chosen, ("typical area", "near the limit", "far area")):
            command = [BINARY, "analyse", "nearest", "--values", data, "--id", "id", "--area", f"a{place}", "--columns", ",".join(names), "--k", str(wanted)]
            # `run` reads both outputs as one: the first line is that of --repeat, on standard error.
            done = run([*command, "--repeat", str(3 * rounds), "--json"])
            times, answer = done["output"].split("\n", 1)
            answer, times = json.loads(answer), json.loads(times)
            distances = numpy.sqrt(((scores - scores[place]) ** 2).sum(axis=1))
            expected = [one for one in numpy.argsort(distances, kind="stable") if one != place][:wanted]
            same = [area["id"] for area in answer["areas"]] == [f"a{one}" for one in expected] and answer["far"] == bool(own[place] > far)
            if not same or not numpy.allclose([area["distance"] for area in answer["areas"]], distances[expected], rtol=1e-9):
                sys.exit(f"nearest, {what}: the answer is not that of numpy: no time counts")
            theirs = [timed(lambda: model.kneighbors(scores[place : place + 1]))[0] for _ in range(3 * rounds)]
            best, peer = min(times["nearest"]) * 1000, min(one["wall"] for one in theirs) * 1000
            lines.append([f"nearest of one, {what}", best, limit, peer, peer / best])
            lines.append([f"  is it far? {what}", min(times["far"]) * 1000, "", "", ""])
        whole = [run([*command, "--json"]) for _ in range(max(1, min(rounds, 5)))]
    lines.append(["  standardising the table", min(times["standardise"]) * 1000, "", "", ""])
    lines.append(["  the whole command, reading included", median(whole, "wall") * 1000, "", "", ""])
    return lines


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--only", choices=["permutations", "index", "nearest"])
    chosen = options.parse_args()

    def wanted(part: str) -> bool:
        return chosen.only in (None, part)

    conditions(version([BINARY, "--version"]), "esda 2.9.0 with numba, pygeoda 0.1.3, scikit-learn 1.9.1")
    if wanted("permutations"):
        table(["", "ours CPU s", "ours wall s", "peer CPU s", "peer wall s", "peer first call", "ratio CPU"], permutations(chosen.rounds))
    if wanted("index"):
        print()
        table(["", "ours CPU s", "ours wall s", "limit s", "limit / wall"], [index(chosen.rounds)])
    if wanted("nearest"):
        print()
        table(["in memory, wall", "ours ms", "limit ms", "scikit-learn ms", "ratio"], nearest(chosen.rounds))


if __name__ == "__main__":
    main()
