#!/usr/bin/env python3
"""Fisher-Jenks classes: our command beside mapclassify with numba, on the same files, in one run.

    Benchmarks/classes.py [--binary .build/release/leefkring] [--rounds 9] [--json]

The peer is installed into .venv/classes (pinned below) when it cannot be imported.
The answers are checked before any ratio is printed: our sum of squares within the classes, computed again here
from our bounds, must equal what we print and must not be above the peer's. Exit code 1 when it is.

What the command must do and print
    leefkring classes --values FILE --classes K --json --repeat N

FILE holds one number per line with a decimal point; an empty line or 'nan' is a missing value.
It reads the file once, then N times sorts and classifies, and prints one JSON object on standard output:

    {
      "used": 14000, "missing": 0,
      "upperBounds": [0.5, ...],     closed upper bound per class, lowest first, in full precision
      "counts": [2000, ...],         values per class
      "ssw": 4128.303714589129,      sum of squared distances to the class means
      "gvf": 0.95,                   1 - ssw / total
      "seconds": [0.0041, ...],      wall time of each of the N runs, from unsorted values in memory to classes
      "cpuSeconds": [0.0040, ...]    processor time of the whole process in the same runs
    }
"""

import argparse
import json
import os
import pathlib
import platform
import random
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEER = ["mapclassify==2.10.0", "numba==0.68.1"]
COUNT, CLASSES = 14_000, 7

for threads in ("OMP_NUM_THREADS", "NUMBA_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[threads] = "1"


def peer_or_install():
    """Imports the peer; installs it once into its own environment and starts again there when it is absent."""
    try:
        import mapclassify
        import numba  # noqa: F401  mapclassify is slow beyond comparison without it

        return mapclassify
    except ImportError:
        place = ROOT / ".venv" / "classes"
        python = place / "bin" / "python"
        if pathlib.Path(sys.prefix) == place:
            raise SystemExit(f"mapclassify and numba do not import from {place}; remove it and try again")
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEER], check=True)
        os.execv(python, [str(python), __file__, *sys.argv[1:]])


def squares_within(values, bounds):
    """Sum of squared distances to the mean of the class, from closed upper bounds."""
    import numpy

    classes = numpy.searchsorted(numpy.asarray(bounds), values, side="left")
    return sum(float(((part - part.mean()) ** 2).sum()) for part in (values[classes == k] for k in range(len(bounds))) if len(part))


def run_ours(binary, file, repeat):
    command = [str(binary), "classes", "--values", str(file), "--classes", str(CLASSES), "--json", "--repeat", str(repeat)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def run_peer(mapclassify, values):
    wall, cpu = time.perf_counter(), time.process_time()
    bounds = mapclassify.FisherJenks(values, k=CLASSES).bins
    return time.perf_counter() - wall, time.process_time() - cpu, [float(bound) for bound in bounds]


def compare(name, values, arguments, mapclassify):
    import numpy

    values = numpy.asarray(values)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "values.txt"
        file.write_text("\n".join(repr(float(value)) for value in values) + "\n")
        first_wall, first_cpu, _ = run_peer(mapclassify, values)
        run_ours(arguments.binary, file, 1)
        ours, peer = [], []
        for _ in range(arguments.rounds):
            answer = run_ours(arguments.binary, file, 3)
            ours += zip(answer["seconds"], answer["cpuSeconds"])
            wall, cpu, peer_bounds = run_peer(mapclassify, values)
            peer.append((wall, cpu))
    our_squares, peer_squares = squares_within(values, answer["upperBounds"]), squares_within(values, peer_bounds)
    equal = abs(our_squares - answer["ssw"]) <= 1e-9 * our_squares and sum(answer["counts"]) == answer["used"] == len(values)
    return {
        "values": name,
        "answer": {"ours": answer["ssw"], "peer": peer_squares, "correct": bool(equal and our_squares <= peer_squares * (1 + 1e-12))},
        "ours": {"bestWall": min(w for w, _ in ours), "medianWall": statistics.median(w for w, _ in ours), "bestCPU": min(c for _, c in ours)},
        "peer": {
            "bestWall": min(w for w, _ in peer), "medianWall": statistics.median(w for w, _ in peer), "bestCPU": min(c for _, c in peer),
            "firstCallWall": first_wall, "firstCallCPU": first_cpu,
        },
        "ratioCPU": min(c for _, c in peer) / max(1e-9, min(c for _, c in ours)),
    }


def print_result(result):
    answer = result["answer"]
    print(f"Fisher-Jenks, {COUNT:,} {result['values']} values, {CLASSES} classes")
    print(f"  sum of squares  ours {answer['ours']:.6f}   mapclassify {answer['peer']:.6f}   {'checked' if answer['correct'] else 'WRONG'}")
    for who, label in (("ours", "ours"), ("peer", "mapclassify")):
        times = result[who]
        first = f"   first call {times['firstCallWall']:.2f} s" if "firstCallWall" in times else ""
        print(f"  {label:12} wall best {times['bestWall'] * 1e3:9.2f} ms  median {times['medianWall'] * 1e3:9.2f} ms  CPU best {times['bestCPU'] * 1e3:9.2f} ms{first}")
    if answer["correct"]:
        print(f"  ratio of processor time: {result['ratioCPU']:.0f} times less than mapclassify")


def main():
    parser = argparse.ArgumentParser(description="Fisher-Jenks beside mapclassify")
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build" / "release" / "leefkring")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of text")
    arguments = parser.parse_args()
    mapclassify = peer_or_install()
    import numba

    generator = random.Random(20_240)
    samples = {
        "log-normal": [generator.lognormvariate(0, 1) for _ in range(COUNT)],
        "normal": [generator.gauss(0, 1) for _ in range(COUNT)],
    }
    results = [compare(name, values, arguments, mapclassify) for name, values in samples.items()]
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    about = {
        "versions": f"Python {platform.python_version()}, mapclassify {mapclassify.__version__}, numba {numba.__version__}",
        "load": load, "cores": cores, "busy": load > cores,
    }
    if arguments.json:
        print(json.dumps({"about": about, "results": results}, indent=2))
    else:
        for result in results:
            print_result(result)
        busy = ", MORE WORK THAN CORES: times are not to be trusted" if about["busy"] else ""
        print(f"  {about['versions']}; load {load:.2f} on {cores} cores{busy}")
    return 0 if all(result["answer"]["correct"] for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
