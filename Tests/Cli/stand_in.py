"""A stand-in for StatLine (OData v3): recorded answers for Arnhem and invented areas behind them, in pages."""

import http.server
import json
import threading
import urllib.parse

from command import data

TABLE = "84799NED"


def recorded(name: str):
    return json.loads((data() / "odata/v3_84799NED_kwb2020" / name).read_text(encoding="utf-8"))


def text(value) -> str:
    """Untyped rows hold every value as padded text, and a point where there is none."""
    return "." if value is None else str(value)


def rows() -> list[dict]:
    """109 recorded rows, and 400 invented ones: a municipality that does not exist, its four districts and 395 neighbourhoods."""
    real = recorded("TypedDataSet_Arnhem.json")["value"]
    model = next(row for row in real if row["WijkenEnBuurten"].startswith("BU"))
    codes = [("Gemeente", "GM9999")] + [("Wijk", f"WK9999{number:02}") for number in range(4)]
    codes += [("Buurt", f"BU9999{number // 100:02}{number % 100:02}") for number in range(395)]
    made = [
        {**model, "ID": len(real) + number, "WijkenEnBuurten": f"{code:10}", "Codering_3": f"{code:10}", "SoortRegio_2": level, "AantalInwoners_5": 5 * number}
        for number, (level, code) in enumerate(codes)
    ]
    return [{key: text(value) for key, value in row.items()} for row in real + made]


class StandIn:
    """Serves pages of 100 rows. `broken` holds, by offset, the statuses that the next requests for that page get; `gate` holds pages from 200 on."""

    def __init__(self):
        self.rows = rows()
        self.broken: dict[int, list[int]] = {}
        self.asked: list[str] = []
        self.gate: threading.Event | None = None
        stand_in = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                status, body = stand_in.answer(self.path)
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def offsets(self) -> list[int]:
        """Offsets of the pages that were asked for, in order."""
        pages = [urllib.parse.urlsplit(target) for target in self.asked]
        return [int(urllib.parse.parse_qs(page.query).get("$skip", ["0"])[0]) for page in pages if page.path.endswith("/UntypedDataSet")]

    def answer(self, target: str) -> tuple[int, bytes]:
        self.asked.append(target)
        parts = urllib.parse.urlsplit(target)
        name = parts.path.removeprefix(f"/{TABLE}/")
        if name == "TableInfos":
            return 200, json.dumps({"value": [recorded("Metadata.json")]}).encode()
        if name == "DataProperties":
            return 200, json.dumps(recorded("DataProperties.json")).encode()
        if name == "UntypedDataSet/$count":
            return 200, str(len(self.rows)).encode()
        if name != "UntypedDataSet":
            return 404, b"{}"
        skip = int(urllib.parse.parse_qs(parts.query).get("$skip", ["0"])[0])
        if self.broken.get(skip):
            return self.broken[skip].pop(0), b"out of order"
        if self.gate and skip >= 200:
            self.gate.wait(60)
        page = {"value": self.rows[skip : skip + 100]}
        if skip + 100 < len(self.rows):
            page["odata.nextLink"] = f"{self.address}/{TABLE}/UntypedDataSet?$format=json&$skip={skip + 100}"
        return 200, json.dumps(page).encode()

    def close(self):
        if self.gate:
            self.gate.set()
        self.server.shutdown()
        self.server.server_close()
