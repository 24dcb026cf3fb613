"""What a server wrote down while all browser tests ran: every line of the log and of the journal has its fields, and none has a secret (BIO2 8.15.01, 8.15.02)."""

import pathlib
import re
import sqlite3
import time

LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (trace|debug|info|notice|warning|error|critical) \S")
SECRETS = {
    "a mail address": re.compile(r"[\w.+-]+@[\w-]+\.[a-z]{2,}", re.IGNORECASE),
    "a session or token": re.compile(r"(?<![0-9a-f])[0-9a-f]{32,}(?![0-9a-f])|__Host-|formulierteken=|sleutel="),
    "a key": re.compile(r"(?<![\w-])[\w-]{43,}(?![\w-])"),
    "a place on the network": re.compile(r"(?<![\d.])(?!127\.0\.0\.1|0\.0\.0\.0)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d.])"),
}

# What people do who have no account, or who follow a link of their own from a mail.
WITHOUT_ACCOUNT = (
    "sign-in.", "mail.", "link.", "password.", "contact.", "inventory.", "registration.", "help.", "introduction.",
    "live.", "attendance.", "date-poll.", "follow-up.", "worksheet.", "issue.follower-", "voices.", "codes.used", "file.sent",
)  # fmt: skip


def is_citizen_number(digits: str) -> bool:
    """The eleven test of the Dutch citizen service number."""
    weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
    return sum(weight * int(digit) for weight, digit in zip(weights, digits)) % 11 == 0


def secrets(text: str) -> list[str]:
    found = [name for name, pattern in SECRETS.items() if pattern.search(text)]
    return found + ["a citizen service number" for digits in re.findall(r"(?<![\w.])\d{9}(?![\w.])", text) if is_citizen_number(digits)]


def log_faults(log: pathlib.Path) -> list[str]:
    faults = []
    for line in log.read_text(errors="replace").splitlines():
        # What the command itself prints when it starts is not a line of the log.
        if line and not LINE.match(line) and not line.startswith("Leefkring: http"):
            faults.append(f"no line of a log: {line[:200]}")
        # The library's own number of a request has 32 digits and is no secret.
        faults += [f"{fault} in the log: {line[:200]}" for fault in secrets(re.sub(r"hb\.request\.id=[0-9a-f]{32}", "", line))]
    return faults


def journal_faults(database: pathlib.Path) -> list[str]:
    faults, now = [], time.time() * 1000
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as reading:
        query = "SELECT number, happened_at, person, action, thing_kind, thing_id, result, channel, request, details FROM journal ORDER BY number"
        for expected, row in enumerate(reading.execute(query), start=1):
            number, moment, person, action, kind, thing, result, channel, request, details = row
            right = {
                "number": number == expected, "when": now - 86_400_000 < moment <= now + 60_000, "what": bool(re.fullmatch(r"[a-z-]+\.[a-z-]+", action)),
                "which thing": (kind is None) == (thing is None), "result": result in ("done", "refused"), "from where": bool(request),
                "channel": channel in ("web", "command-line", "job"),
                "who": channel != "web" or person is not None or action.startswith(WITHOUT_ACCOUNT),
            }  # fmt: skip
            faults += [f"event {number} {action}: {name}" for name, fits in right.items() if not fits]
            text = details if isinstance(details, str) else (details or b"").decode(errors="replace")
            # The trace of W3C Trace Context has 32 digits and is no secret.
            faults += [f"event {number} {action}: {fault}" for fault in secrets(re.sub(r'"trace" ?: ?"[0-9a-f]{32}"|trace[=\W]+[0-9a-f]{32}', "", text))]
    return faults
