"""Servers to try the whole site on: one or more on one database, with a real mail server beside them."""

import os
import sqlite3
import subprocess
import time

from command import ROOT, arguments, run
from desk import ORIGIN, Desk
from running import free_port
from test_nodes import Mails

SECRET = "a secret for the tests of the whole site, long enough"


class Site:
    """One or more servers on one database, with a real mail server."""

    def __init__(self, folder, database, nodes=1, people=()):
        self.folder, self.database = folder, database
        self.log = folder / "site.log"
        (folder / "mail").mkdir()
        os.environ["LEEFKRING_SECRET"] = SECRET
        for name, mail, role in people:
            run("user", "add", name, mail, "--role", role, "--database", database)
        self.mails = Mails(folder / "mail")
        self.nodes, self.ports = [], []
        try:
            for _ in range(nodes):
                self._start()
        except BaseException:
            self.stop()
            raise

    def _start(self):
        port = free_port()
        environment = os.environ | {
            "LEEFKRING_SMTP": f"127.0.0.1:{self.mails.port}", "LEEFKRING_SMTP_SECURITY": "plain", "LEEFKRING_MAIL_FROM": "noreply@leefkring.example"}
        process = subprocess.Popen(
            arguments("serve", "--database", self.database, "--port", port, "--origin", ORIGIN, "--without-rate-limit", "--trusted-proxy", "127.0.0.1"),
            cwd=ROOT, env=environment, stdout=self.log.open("a"), stderr=subprocess.STDOUT)
        self.nodes.append(process)
        self.ports.append(port)
        until = time.monotonic() + 60
        while True:
            try:
                if Desk(port).ask("GET", "/health")[0].status == 200:
                    return
            except OSError:
                pass
            assert process.poll() is None and time.monotonic() < until, self.log.read_text()
            time.sleep(0.1)

    def desk(self, node=0, address="192.0.2.1"):
        return Desk(self.ports[node], address)

    def rows(self, query):
        """The rows of a query as text, empty for nothing."""
        if self.database.startswith("sqlite:"):
            with sqlite3.connect(f"file:{self.database.removeprefix('sqlite:')}?mode=ro", uri=True, timeout=30) as reading:
                return [tuple("" if value is None else str(value) for value in row) for row in reading.execute(query)]
        done = subprocess.run(["psql", "-qAt", "-F", "\x1f", self.database, "-c", query], capture_output=True, text=True, check=True)
        return [tuple(line.split("\x1f")) for line in done.stdout.splitlines()]

    def quiet(self, seconds=120):
        """Waits until every mail has gone."""
        until = time.monotonic() + seconds
        while int(self.rows("SELECT COUNT(*) FROM outbox WHERE outcome IS NULL")[0][0]) > 0:
            assert time.monotonic() < until, "mails wait"
            time.sleep(0.1)

    def stop(self):
        for process in self.nodes:
            if process.poll() is None:
                process.terminate()
                process.wait(timeout=30)
        self.mails.stop()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def text_of(message):
    """What a mail says in plain text."""
    return next(part for part in message.walk() if part.get_content_type() == "text/plain").get_payload(decode=True).decode()
