"""The site under test, for browser and API tests alike."""

import os
import shutil

import pytest

import records
from running import Server


@pytest.fixture(scope="session")
def origin(tmp_path_factory):
    """Address of the site under test. LEEFKRING_SITE points the tests at a site that runs already."""
    running = os.environ.get("LEEFKRING_SITE")
    if running:
        yield running.rstrip("/")
        return
    folder = tmp_path_factory.mktemp("site")
    server = Server(folder)
    yield server.origin
    status = server.stop()
    faults = records.log_faults(server.log) + records.journal_faults(folder / "test.sqlite")
    shutil.rmtree(folder, ignore_errors=True)
    assert status in (0, -15), f"the server stopped with status {status}"
    assert not faults, "\n".join(faults[:40])
