#!/usr/bin/env python3
"""Equal shares with add-one: our command beside pabutools, on the same published election, in one run.

    Benchmarks/shares.py [--binary .build/release/leefkring] [--file Netherlands_Amsterdam_631.pb] [--rounds 3]

Both stop at the first outcome into which nothing more fits, for the peer always does, and both count with fractions. The peer is installed into
.venv/shares when it cannot be imported. The selections are compared before a ratio is printed; exit code 1 when they differ.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

from measuring import BINARY, DATA, ROOT

PEER = ["pabutools==1.2.3"]


def peer_or_install():
    """Imports the peer; installs it once into its own environment and starts again there when it is absent."""
    try:
        import pabutools  # noqa: F401

        return
    except ImportError:
        place = ROOT / ".venv" / "shares"
        python = place / "bin" / "python"
        if pathlib.Path(sys.prefix) == place:
            raise SystemExit(f"pabutools does not import from {place}; remove it and try again")
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEER], check=True)
        os.execv(python, [str(python), __file__, *sys.argv[1:]])


def run_ours(binary, path, repeat):
    command = [str(binary), "analyse", "equal-shares", str(path), "--completion", "add1-exhaustive", "--json", "--repeat", str(repeat)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout), json.loads(done.stderr.strip().split("\n")[-1] if repeat else "{}").get("seconds", [])


def run_peer(path):
    from pabutools.election import Cost_Sat, parse_pabulib
    from pabutools.rules import method_of_equal_shares

    start = time.perf_counter()
    instance, profile = parse_pabulib(str(path))
    middle = time.perf_counter()
    chosen = method_of_equal_shares(instance, profile, sat_class=Cost_Sat, voter_budget_increment=1)
    return {project.name for project in chosen}, middle - start, time.perf_counter() - middle


def main():
    parser = argparse.ArgumentParser(description="Equal shares beside pabutools")
    parser.add_argument("--binary", type=pathlib.Path, default=BINARY)
    parser.add_argument("--file", default="Netherlands_Amsterdam_631.pb", help="in ideeen/pabulib of the open data; the default is the largest")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    path = DATA / "ideeen/pabulib" / arguments.file
    if not path.is_file():
        sys.exit(f"this benchmark needs {path} (set LEEFKRING_DATA)")
    peer_or_install()
    ours, peer, reading = [], [], []
    for _ in range(arguments.rounds):
        answer, seconds = run_ours(arguments.binary, path, 3)
        ours += seconds
        chosen, read, count = run_peer(path)
        reading.append(read)
        peer.append(count)
        if chosen != set(answer["selected"]):
            print(f"the selections differ: {sorted(chosen ^ set(answer['selected']))}")
            return 1
    print(f"Equal shares with add-one, {arguments.file}: {answer['voters']:,} voters, {answer['projects']} projects, t = {answer['t']}, {len(chosen)} chosen")
    print(f"  ours, reading and counting   best {min(ours):8.3f} s   median {statistics.median(ours):8.3f} s")
    print(f"  pabutools 1.2.3, counting    best {min(peer):8.3f} s   median {statistics.median(peer):8.3f} s   (reading {min(reading):.2f} s more)")
    print(f"  ratio of the medians, reading on our side only: {statistics.median(peer) / statistics.median(ours):.0f}")
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    print(f"  load {load:.2f} on {cores} cores{', MORE WORK THAN CORES: times are not to be trusted' if load > cores else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
