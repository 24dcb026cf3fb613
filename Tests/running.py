"""What tests and pictures run: the real server on a free port with a fresh database from the demo bundle, and a browser."""

import os
import pathlib
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent


def binary() -> pathlib.Path:
    return pathlib.Path(os.environ.get("LEEFKRING_BINARY", ROOT / ".build/release/leefkring"))


def bundle() -> pathlib.Path:
    return pathlib.Path(os.environ.get("LEEFKRING_BUNDLE", ROOT / "demo/gelderland.bundle"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A running `leefkring serve`. Its output goes to `log`, which a failing start shows."""

    def __init__(self, folder: pathlib.Path):
        database = f"sqlite:{folder / 'test.sqlite'}"
        self.log = folder / "server.log"
        loaded = subprocess.run(
            [binary(), "bundle", "load", bundle(), "--database", database], cwd=ROOT, capture_output=True, text=True, timeout=300
        )
        assert loaded.returncode == 0, f"bundle load ended with {loaded.returncode}:\n{loaded.stdout}\n{loaded.stderr}"
        self.own(folder, database)
        self.people(database)
        port = free_port()
        self.origin = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [binary(), "serve", "--database", database, "--host", "127.0.0.1", "--port", str(port), "--without-rate-limit"],
            cwd=ROOT, stdout=self.log.open("w"), stderr=subprocess.STDOUT,
        )
        try:
            self.wait(60)
        except BaseException:
            self.stop()
            raise

    def own(self, folder: pathlib.Path, database: str):
        """Own figures of the municipality of the tests, so that their pages have something to show."""
        table = folder / "meldingen.csv"
        table.write_text("buurt;geluid;afval\n" + "".join(f"BU022201{number:02};{7 + 9 * number};{3 + 5 * number}\n" for number in range(1, 4)))
        for words in (
            ["import", table, "--key", "meldingen", "--title", "Meldingen openbare ruimte", "--title-en", "Reports on public space", "--period", "2025",
             "--by", "buurt", "--counts", "--columns", "geluid,afval", "--source", "Gemeente Doetinchem"],
            ["area", "add", "--key", "wijkteam", "--name", "Wijkteam Centrum", "--name-en", "Team Centre", "--buurten", "BU02220101,BU02220102"],
        ):
            done = subprocess.run([binary(), "own", *words, "--database", database], cwd=ROOT, capture_output=True, text=True, timeout=300)
            assert done.returncode == 0, f"own {words} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"

    def people(self, database: str):
        """Someone who may read, and three who keep the site running: each sets up a second step once."""
        for name, mail, role in [("Bo Bakker", "bo@voorbeeld.nl", "inwoner"), ("Ans de Vries", "ans@voorbeeld.nl", "beheerder"),
                                 ("Cas Kok", "cas@voorbeeld.nl", "beheerder"), ("Dana Smit", "dana@voorbeeld.nl", "inwoner"),
                                 ("Dirk Dam", "dirk@voorbeeld.nl", "beheerder"), ("Eva Smit", "eva@voorbeeld.nl", "buurtmaker"),
                                 ("Fem Vos", "fem@voorbeeld.nl", "inwoner"), ("Gijs Mol", "gijs@voorbeeld.nl", "inwoner"),
                                 ("Hanna Bos", "hanna@voorbeeld.nl", "inwoner"), ("Mees Prins", "mees@voorbeeld.nl", "beheerder"),
                                 ("Roos Hof", "roos@voorbeeld.nl", "beheerder"), ("Fien Wit", "fien@voorbeeld.nl", "inwoner"),
                                 ("Wout Zee", "wout@voorbeeld.nl", "ambtenaar")]:
            done = subprocess.run(
                [binary(), "user", "add", name, mail, "--role", role, "--database", database], cwd=ROOT, capture_output=True, text=True, timeout=300)
            assert done.returncode == 0, f"user add {mail} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"

    def wait(self, seconds: float):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            assert self.process.poll() is None, f"the server stopped by itself:\n{self.log.read_text()}"
            try:
                with urllib.request.urlopen(self.origin + "/health", timeout=2):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        raise AssertionError(f"the server was not ready in {seconds} s:\n{self.log.read_text()}")

    def stop(self) -> int:
        """Asks politely; a server that does not stop within ten seconds is killed. Returns the exit status."""
        self.process.terminate()
        try:
            return self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


def chromium(playwright):
    """Debian's Chromium, or the one LEEFKRING_CHROMIUM names, or Playwright's own."""
    arguments = ["--disable-gpu"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium refuses to run as root with its sandbox
    return playwright.chromium.launch(executable_path=os.environ.get("LEEFKRING_CHROMIUM") or shutil.which("chromium"), args=arguments)
