#!/usr/bin/env python3
"""Local Moran and Gi* with 999 permutations on 14,042 cells: our whole command beside esda (warm), in one run.

The field is a 118 x 119 grid of values that resemble their neighbours. Ours is measured as a process of its own: start, reading table and
weights, permutations, printing. The peers are measured inside Python, compiled and warm, weights ready: that is to their advantage.
Before a ratio counts, the statistics must be the same to 6 digits and each p-value must lie within the error of the draws. (Counts of areas
below 0.05 say little: one table of draws serves all areas, so its error is common to all.)
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
    links.write_text(f"{len(values)}\n" + "".join(f"{one} {len(near)}\n{' '.join(map(str, near))}\n" for one, near in sorted(weights.neighbors.items())))
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


def check(name: str, answer: dict, peer, values, weights):
    import esda

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


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=9)
    rounds = options.parse_args().rounds
    lines = []
    with tempfile.TemporaryDirectory() as name:
        for rook in (True, False):
            values, weights, data, links = field(pathlib.Path(name), rook)
            for method in ("local-moran", "gi-star"):
                kind = f"{method}, {'rook' if rook else 'queen'}"
                call = esda_call(method, values, weights)
                first, peer = timed(call)
                _, answer = ours(method, data, links)
                check(kind, answer, peer, values, weights)
                runs = [(ours(method, data, links)[0], timed(call)[0]) for _ in range(rounds)]
                mine, theirs = [one for one, _ in runs], [other for _, other in runs]
                best = [min(one["cpu"] for one in side) for side in (mine, theirs)]
                lines.append([kind, best[0], median(mine, "wall"), best[1], median(theirs, "wall"), first["cpu"], best[1] / best[0]])
    conditions(version([BINARY, "--version"]), "esda 2.9.0 with numba")
    table(["", "ours CPU s", "ours wall s", "esda CPU s", "esda wall s", "esda first call", "ratio CPU"], lines)


if __name__ == "__main__":
    main()
