"""What a site is installed with: units of systemd that fit the program, settings that it takes, a bill of materials, and what goes over the wire."""

import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import time

import pytest

from command import ROOT, arguments, binary, run

DEPLOY = ROOT / "deploy"
UNITS = ["leefkring.service", "leefkring-backup.service", "leefkring-backup.timer"]


@pytest.fixture(scope="module")
def units(tmp_path_factory):
    """The units, with the programs where they are on this machine."""
    folder = tmp_path_factory.mktemp("units")
    for name in UNITS:
        text = (DEPLOY / name).read_text()
        text = text.replace("/usr/local/bin/leefkring-backup ", f"{DEPLOY / 'leefkring-backup'} ").replace("/usr/local/bin/leefkring ", f"{binary()} ")
        (folder / name).write_text(text)
    return folder


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_systemd_finds_nothing_wrong_with_the_units(units):
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", *(units / name for name in UNITS)], capture_output=True, text=True)
    assert done.returncode == 0 and done.stderr == "", done.stderr


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_the_units_leave_the_program_little_to_do_harm_with(units, name):
    """The threshold is in tenths: 2.0 of 10, where a service without any protection has 9.6."""
    done = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--threshold=20", units / name], capture_output=True, text=True)
    if "unrecognized option" in done.stderr:
        pytest.skip("this systemd cannot look at a file")
    assert done.returncode == 0, done.stdout[-400:] + done.stderr


def test_every_option_that_a_unit_gives_exists():
    for name in ("leefkring.service", "leefkring-backup"):
        lines = re.findall(r'^(?:ExecStart=/usr/local/bin/leefkring|"\$leefkring") (.*)$', (DEPLOY / name).read_text(), re.MULTILINE)
        assert lines, name
        for line in lines:
            words = line.split()
            help_text = run(words[0], "--help").stdout
            for option in (word for word in words if word.startswith("--")):
                assert re.search(rf"{option}\b", help_text), f"{name}: {words[0]} {option}"


@pytest.fixture
def settings(tmp_path):
    """The settings that come along, with the places of this machine."""
    secret = tmp_path / "secret"
    secret.write_text("geheim " * 8)
    secret.chmod(0o600)
    text = (DEPLOY / "leefkring.yaml").read_text().replace("/etc/leefkring/secret", str(secret)).replace("/var/lib/leefkring", str(tmp_path))
    text = text.replace("/usr/local/share/leefkring/Public", str(ROOT / "Public"))
    path = tmp_path / "leefkring.yaml"
    path.write_text(text)
    path.chmod(0o640)
    return path


def environment(**more):
    return {name: value for name, value in os.environ.items() if not name.startswith("LEEFKRING_")} | more


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def exchange(port: int, request: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request)
        answer = b""
        while part := connection.recv(65536):
            answer += part
    return answer


@pytest.fixture
def server(settings):
    """A server with the settings that come along, as its unit starts it."""
    port = free_port()
    process = subprocess.Popen(
        arguments("serve", "--config", settings), cwd=settings.parent, env=environment(LEEFKRING_PORT=str(port)),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, process.stderr.read()
        try:
            exchange(port, b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            break
        except OSError:
            time.sleep(0.1)
    yield process, port
    if process.poll() is None:
        process.kill()
    process.communicate()


def test_the_settings_that_come_along_start_a_server_that_stops_when_asked(server):
    process, port = server
    page = exchange(port, b"GET / HTTP/1.1\r\nHost: buurt.example.nl\r\nConnection: close\r\n\r\n")
    assert page.startswith(b"HTTP/1.1 200") and b"Strict-Transport-Security: max-age=63072000" in page
    assert b"mailto:security@example.nl" in exchange(port, b"GET /.well-known/security.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    process.send_signal(signal.SIGTERM)
    output, errors = process.communicate(timeout=20)
    assert process.returncode == 0, errors
    assert "chmod" not in errors, errors
    lines = [line for line in errors.splitlines() if line]
    assert lines and all(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (trace|debug|info|notice|warning|error|critical) ", line) for line in lines), errors


def test_ASVS_13_4_4_13_4_6_on_the_wire_there_is_no_trace_of_the_machinery(server):
    _, port = server
    for request in (
        b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", b"TRACE / HTTP/1.1\r\nHost: x\r\nX-Geheim: kaas\r\nConnection: close\r\n\r\n",
        b"GET /api/v1/niets HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", b"GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        b"BREW / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", b"nonsense\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 100_000 + b"\r\nConnection: close\r\n\r\n",
        b"POST /aanmelden HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
    ):
        try:
            answer = exchange(port, request)
        except ConnectionResetError:
            continue
        head = answer.split(b"\r\n\r\n")[0].lower()
        assert not re.search(rb"\r\n(server|x-powered-by|via):", head), head[:300]
        for word in (b"swift", b"hummingbird", b"nio", b"kaas"):
            assert word not in head, head[:300]
        assert b"kaas" not in answer
    assert exchange(port, b"TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").startswith(b"HTTP/1.1 405")


def test_wrong_settings_end_with_2_and_say_file_line_and_name_in_both_languages(settings):
    settings.write_text(settings.read_text().replace("port: 8080", "port: web") + "\nkleur: rood\n")
    done = subprocess.run(arguments("serve", "--config", settings), cwd=settings.parent, env=environment(), capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    line = settings.read_text().splitlines().index("kleur: rood") + 1
    assert f"{settings}, regel {line}, kleur: deze instelling bestaat niet" in done.stderr
    assert f"{settings}, line {line}, kleur: there is no such setting" in done.stderr
    settings.write_text(settings.read_text().replace("kleur: rood\n", ""))
    done = subprocess.run(arguments("serve", "--config", settings), cwd=settings.parent, env=environment(), capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and ", port: a whole number from 1 to 65535 should be here" in done.stderr and "web" not in done.stderr
    # Every command reads the same file, and says what is dangerous in it.
    settings.write_text((DEPLOY / "leefkring.yaml").read_text().replace("/var/lib/leefkring", str(settings.parent)).replace("secret-file: /etc/leefkring/secret", "secret: " + "x" * 40))
    settings.chmod(0o644)
    done = subprocess.run(arguments("user", "list", "--config", settings), cwd=settings.parent, env=environment(), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and "everyone on the machine can read this secret" in done.stderr and "x" * 40 not in done.stderr
    assert (settings.parent / "leefkring.sqlite").exists()


def test_the_nightly_backup_writes_a_whole_one_and_takes_away_the_old(settings):
    run("user", "list", "--config", settings)
    folder = settings.parent / "backups"
    folder.mkdir()
    old, other = folder / "leefkring-2020-01-01T000000Z.backup", folder / "ander.backup"
    for path in (old, other):
        path.write_text("")
        os.utime(path, (0, 0))
    program = environment(LEEFKRING_PROGRAM=str(binary()))
    subprocess.run([DEPLOY / "leefkring-backup", settings, folder, "30"], env=program, cwd=settings.parent, check=True, capture_output=True, timeout=120)
    assert not old.exists() and other.exists()
    made = [path for path in folder.iterdir() if path != other]
    assert len(made) == 1 and re.fullmatch(r"leefkring-\d{4}-\d\d-\d\dT\d{6}Z\.backup", made[0].name)
    run("restore", made[0], "--database", f"sqlite:{settings.parent / 'again.sqlite'}")
    # A fault leaves the older ones.
    os.utime(made[0], (0, 0))
    broken = subprocess.run([DEPLOY / "leefkring-backup", folder / "weg.yaml", folder, "30"], env=program, cwd=settings.parent, capture_output=True, timeout=120)
    assert broken.returncode != 0 and made[0].exists()


@pytest.mark.skipif(not (ROOT / "Package.resolved").exists(), reason="packages were not resolved here")
def test_ASVS_15_1_2_the_bill_of_materials_names_every_library_with_its_version():
    bill = json.loads(subprocess.run([ROOT / "bin/sbom"], capture_output=True, text=True, check=True).stdout)
    names = {component["name"].lower(): component for component in bill["components"]}
    pins = json.loads((ROOT / "Package.resolved").read_text())["pins"]
    assert len(pins) >= 8 and {pin["identity"] for pin in pins} <= set(names)
    for pin in pins:
        component = names[pin["identity"]]
        assert component["version"] == (pin["state"].get("version") or pin["state"]["revision"]) and component["purl"].startswith("pkg:swift/github.com/")
    manifest = (ROOT / "Package.swift").read_text()
    libraries = re.findall(r"\.systemLibrary\(name: \"(\w+)\"", manifest)
    assert len([name for name in names if name.startswith("lib")]) >= len(libraries) >= 15
    assert pathlib.Path(ROOT / "docs/security.md").read_text().count("bin/sbom") == 1
