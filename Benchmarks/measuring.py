"""What the benchmarks share: servers as process trees, load from wrk, processor time, tables of results."""

import csv
import os
import pathlib
import platform
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = pathlib.Path(os.environ.get("LEEFKRING_BINARY", ROOT / ".build/release/leefkring"))
DATA = pathlib.Path(os.environ.get("LEEFKRING_DATA", ROOT.parent / "shared/data"))


def require_data() -> pathlib.Path:
    if not (DATA / "kerncijfers").is_dir():
        sys.exit(f"this benchmark needs the open data of the whole country; {DATA} has none (set LEEFKRING_DATA)")
    return DATA


def rows(path: pathlib.Path):
    """Rows of a CSV as dictionaries, with the separator its first line shows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        first = file.readline()
        file.seek(0)
        yield from csv.DictReader(file, delimiter=";" if first.count(";") > first.count(",") else ",")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def tree(pid: int) -> list[int]:
    """A process and all its descendants."""
    children: dict[int, list[int]] = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            children.setdefault(int(stat.read_text().rsplit(")", 1)[1].split()[1]), []).append(int(stat.parent.name))
        except OSError:
            continue  # ended while we looked
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def processor_seconds(pid: int) -> float:
    ticks = 0
    for one in tree(pid):
        try:
            fields = pathlib.Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> tuple[float, float]:
    """(resident, proportional) megabytes of a process tree; shared pages count once in the second."""
    total = {"Rss": 0, "Pss": 0}
    for one in tree(pid):
        try:
            text = pathlib.Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        for key in total:
            total[key] += int(re.search(rf"^{key}:\s+(\d+)", text, re.M)[1])
    return total["Rss"] / 1024, total["Pss"] / 1024


class Server:
    """A started server that answers; `with Server(...)` stops it."""

    def __init__(self, name: str, command: list, port: int, ready: str, log: pathlib.Path, **options):
        self.name, self.port, self.log = name, port, log
        started = time.monotonic()
        self.process = subprocess.Popen([str(part) for part in command], stdout=log.open("w"), stderr=subprocess.STDOUT, **options)
        while True:
            if self.process.poll() is not None or time.monotonic() - started > 90:
                self.stop()
                sys.exit(f"{name} did not start:\n{log.read_text()[-3000:]}")
            if self.get(ready)[0] == 200:
                break
            time.sleep(0.05)
        self.seconds_to_start = time.monotonic() - started

    def get(self, path: str) -> tuple[int, bytes]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
        except OSError:
            return 0, b""

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def our_server(folder: pathlib.Path, data: pathlib.Path) -> Server:
    """Leefkring with the whole country; LEEFKRING_BENCH_DATABASE names a database that holds it already."""
    database = os.environ.get("LEEFKRING_BENCH_DATABASE")
    if database is None:
        database = f"sqlite:{folder / 'ours.sqlite'}"
        used = run([BINARY, "import", "country", data, "--mappings", "mappings", "--database", database], cwd=ROOT)
        print(f"the whole country was imported in {used['cpu']:.1f} s of processor time, {used['wall']:.1f} s by the clock")
    port = free_port()
    command = [BINARY, "serve", "--database", database, "--host", "127.0.0.1", "--port", port, "--without-rate-limit"]
    return Server("Leefkring", command, port, "/health", folder / "ours.log", cwd=ROOT)


def milliseconds(text: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]


def load(server: Server, paths: pathlib.Path, seconds: int, connections: int) -> dict:
    """One run of wrk over the paths of a file, with the processor time the server spent per request."""
    before = processor_seconds(server.process.pid)
    output = subprocess.run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "20s", "-s", ROOT / "Benchmarks/paths.lua", f"http://127.0.0.1:{server.port}"],
        env=os.environ | {"PATHS": str(paths)}, capture_output=True, text=True, check=True,
    ).stdout
    spent = processor_seconds(server.process.pid) - before
    count = int(re.search(r"(\d+) requests in", output)[1])
    errors = re.findall(r"(?:Non-2xx.*|Socket errors.*)", output)
    if errors:
        print(f"  attention, {server.name}: {errors}")
    return {
        "rps": float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1]),
        "p50": milliseconds(re.search(r"^\s+50%\s+(\S+)", output, re.M)[1]),
        "p99": milliseconds(re.search(r"^\s+99%\s+(\S+)", output, re.M)[1]),
        "cpu": spent * 1000 / max(count, 1), "errors": len(errors),
    }


def run(command: list, **options) -> dict:
    """Runs a command to its end: wall and processor seconds of it and its children, and the most memory it held (MB)."""
    started = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    output = process.stdout.read().decode(errors="replace")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{output[-3000:]}")
    peak = used.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    return {"wall": time.monotonic() - started, "cpu": used.ru_utime + used.ru_stime, "peak": peak, "output": output}


def median(runs: list[dict], key: str) -> float:
    return statistics.median(one[key] for one in runs)


def table(headings: list[str], lines: list[list]):
    cells = [headings] + [[f"{cell:,.2f}" if isinstance(cell, float) else str(cell) for cell in line] for line in lines]
    widths = [max(len(line[column]) for line in cells) for column in range(len(headings))]
    for line in cells:
        print("  ".join(cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(zip(line, widths))).rstrip())


def conditions(*versions: str):
    """The machine and its load, so that a number can be judged; a run on a busy machine says so."""
    cores = os.cpu_count() or 1
    now = os.getloadavg()[0]
    print(f"{platform.machine()}, {cores} cores, load {now:.1f}{' (busy: trust ratios only)' if now > cores else ''}; " + "; ".join(versions))


def version(command: list) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    return (done.stdout + done.stderr).strip().splitlines()[0].strip()
