"""The site under test, for browser and API tests alike."""

import os
import shutil
import subprocess
import urllib.parse
import uuid

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


@pytest.fixture
def postgres():
    """Address of an empty schema on the private server of the tests."""
    server = os.environ.get("LEEFKRING_TEST_POSTGRES")
    if not server:
        pytest.skip("no PostgreSQL: bin/test-postgres starts one")
    schema = "test_" + uuid.uuid4().hex
    place = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(server).query))
    psql = ["psql", "-q", "-h", place["host"], "-U", place["user"], "-d", "postgres", "-c"]
    subprocess.run([*psql, f"CREATE SCHEMA {schema}"], check=True)
    yield f"{server}&options=-csearch_path%3D{schema}"
    subprocess.run([*psql, f"DROP SCHEMA {schema} CASCADE"], check=True)
