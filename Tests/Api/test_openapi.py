"""The API keeps the promises of its own document: valid OpenAPI 3, and 5,000 generated requests find no fault."""

import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.request

import pytest
from openapi_spec_validator import validate

REQUESTS = int(os.environ.get("LEEFKRING_API_REQUESTS", "5000"))
CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance",
    "response_headers_conformance", "response_schema_conformance",
)


@pytest.fixture(scope="module")
def description(origin):
    with urllib.request.urlopen(origin + "/api/v1/openapi.json", timeout=30) as answer:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        return json.load(answer)


def operations(description) -> int:
    return sum(method in ("get", "post", "put", "patch", "delete") for path in description["paths"].values() for method in path)


def test_the_document_is_valid_openapi_3(description):
    assert re.match(r"3\.[01]\.", description["openapi"])
    validate(description)
    assert operations(description) >= 5


def test_schemathesis_finds_no_fault_in_5000_requests(origin, description, tmp_path):
    """Examples, edge cases and random requests for every operation; the seed is fixed, so a fault comes back."""
    each = -(-REQUESTS // operations(description))
    # A request that a reader should be able to see again: schemathesis prints each fault with a curl command.
    run = subprocess.run(
        [
            pathlib.Path(sys.executable).with_name("schemathesis"), "run", origin + "/api/v1/openapi.json", "--checks", ",".join(CHECKS),
            "--max-examples", str(each), "--phases", "examples,coverage,fuzzing", "--seed", "1", "--workers", "2",
            "--request-timeout", "10", "--continue-on-failure", "--max-failures", "10", "--generation-database", "none", "--no-color",
        ],
        cwd=tmp_path, capture_output=True, text=True, timeout=1500,
    )
    print(run.stdout[-12000:], run.stderr[-2000:])
    assert run.returncode == 0, "schemathesis found faults, see above"
    made = re.search(r"([\d,]+) generated", run.stdout)
    assert made and int(made[1].replace(",", "")) >= REQUESTS * 0.9, "fewer requests than promised"
