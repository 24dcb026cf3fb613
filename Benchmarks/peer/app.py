"""A profile page as a careful Flask author would make it: rows from SQLite, places computed, markup by Jinja.

Kind to the peer: distributions are sorted once per worker and kept, and what our page has more is sent as one ready-made string.
"""

import bisect
import functools
import os
import sqlite3

from flask import Flask, abort, g, render_template

app = Flask(__name__)
app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
FILLING = "." * int(os.environ.get("PEER_FILLING", "0"))
BINS = 60


def database() -> sqlite3.Connection:
    if "database" not in g:
        g.database = sqlite3.connect(f"file:{os.environ['PEER_DATABASE']}?mode=ro&immutable=1", uri=True)
        g.database.row_factory = sqlite3.Row
    return g.database


@app.teardown_appcontext
def close(_):
    if "database" in g:
        g.pop("database").close()


@functools.lru_cache(maxsize=None)
def distribution(indicator: str, level: str):
    """Sorted values of all areas of a level, scale from the 1st to the 97.5th percentile, and the heights of 60 bins as a path."""
    query = "SELECT value FROM observation JOIN area ON area.code = area WHERE indicator = ? AND level = ? ORDER BY value"
    values = [row[0] for row in database().execute(query, (indicator, level))]
    if len(values) < 2:
        return values, 0.0, 1.0, ""
    low, high = values[len(values) // 100], values[min(len(values) - 1, len(values) * 975 // 1000)]
    high = high if high > low else low + 1
    counts = [0] * BINS
    for value in values:
        if low <= value <= high:
            counts[min(BINS - 1, int((value - low) / (high - low) * BINS))] += 1
    most = max(counts) or 1
    path = "M0 40" + "".join(f"V{40 - 38 * count / most:.1f}H{(index + 1) * 10}" for index, count in enumerate(counts)) + "V40Z"
    return values, low, high, path


@functools.lru_cache(maxsize=None)
def neighbours(municipality: str, level: str) -> dict:
    """Values of all areas of a level in a municipality, per figure."""
    found: dict[str, list[float]] = {}
    query = "SELECT indicator, value FROM area JOIN observation ON area = code WHERE municipality = ? AND level = ?"
    for row in database().execute(query, (municipality, level)):
        found.setdefault(row[0], []).append(row[1])
    return found


def number(value: float) -> str:
    text = f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def share(values: list[float], value: float) -> float:
    return bisect.bisect_left(values, value) / len(values) if values else 0


def sentence(part: float, local: float, place: str) -> str:
    if part >= 0.6:
        return f"Hoger dan in {part:.0%} van de buurten in Nederland. In {place} hoger dan in {local:.0%}."
    if part <= 0.4:
        return f"Lager dan in {1 - part:.0%} van de buurten in Nederland. In {place} lager dan in {1 - local:.0%}."
    return f"Rond het midden van Nederland: hoger dan in {part:.0%} van de buurten."


def figure(row, area, others: dict) -> dict:
    values, low, high, path = distribution(row["key"], area["level"])
    local = sorted(others.get(row["key"], []))
    part, near = share(values, row["value"]), share(local, row["value"])
    at = lambda value: min(100.0, max(0.0, (value - low) / (high - low) * 100))
    return {
        "key": row["key"], "name": row["name"], "theme": row["theme"], "source": row["source"], "value": number(row["value"]), "at": at(row["value"]),
        "dots": [at(one) for one in local], "path": path, "low": number(low), "high": number(high), "middle": number(values[len(values) // 2]),
        "middle_at": at(values[len(values) // 2]), "sentence": sentence(part, near, area["place"]), "part": part,
        "outside": sum(one < low or one > high for one in local), "count": len(values),
    }


@app.get("/gebieden/<code>")
def profile(code: str):
    area = database().execute(
        "SELECT area.*, above.name AS place FROM area JOIN area AS above ON above.code = area.municipality WHERE area.code = ?", (code,)).fetchone()
    if area is None:
        abort(404)
    lineage = database().execute("SELECT * FROM area WHERE code IN (?, ?) ORDER BY code", (area["municipality"], "WK" + code[2:8])).fetchall()
    others = neighbours(area["municipality"], area["level"])
    found = database().execute("SELECT * FROM observation JOIN indicator ON key = indicator WHERE area = ? ORDER BY theme, key", (code,)).fetchall()
    figures = [figure(row, area, others) for row in found]
    themes: dict[str, list[dict]] = {}
    for one in figures:
        themes.setdefault(one["theme"], []).append(one)
    special = sorted(figures, key=lambda one: abs(one["part"] - 0.5), reverse=True)[:8]
    return render_template("profile.html", area=area, lineage=lineage, themes=themes, special=special, filling=FILLING)


@app.get("/health")
def health():
    return "ok"
