"""The real command, run as people and scripts run it."""

import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def binary() -> pathlib.Path:
    places = [os.environ.get("LEEFKRING_BINARY"), ROOT / ".build/release/leefkring", ROOT / ".build/debug/leefkring"]
    for place in places:
        if place and pathlib.Path(place).is_file():
            return pathlib.Path(place)
    pytest.skip("leefkring has not been built")


def data() -> pathlib.Path:
    """The folder with open data beside the checkout; tests that need it are skipped without."""
    for place in [os.environ.get("LEEFKRING_DATA"), ROOT.parent / "shared/data", ROOT.parent.parent / "shared/data"]:
        if place and (pathlib.Path(place) / "kerncijfers").is_dir():
            return pathlib.Path(place)
    pytest.skip("no open data beside the checkout")


def arguments(*words) -> list[str]:
    return [str(binary()), *(str(word) for word in words)]


def run(*words, status: int | None = 0, timeout: float = 300) -> subprocess.CompletedProcess:
    done = subprocess.run(arguments(*words), cwd=ROOT, capture_output=True, text=True, timeout=timeout)
    assert status is None or done.returncode == status, f"{words} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done
