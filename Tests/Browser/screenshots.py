"""Takes pictures of the main pages: desktop and phone, light and dark, Dutch and English. Called by bin/screenshots.

Light in Dutch and dark in English; with --all every combination. Small by design: the first screen only, in as few colours as keep it true, at most 300 kB each.
"""

import itertools
import os
import pathlib
import sys
import tempfile

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from running import Server, chromium  # noqa: E402
from site_map import MUNICIPALITY, NEIGHBOURHOOD, OTHER_NEIGHBOURHOOD, address  # noqa: E402

PAGES = {
    "start": "/",
    "profile": f"/gebieden/{NEIGHBOURHOOD}",
    "map": f"/gebieden/{MUNICIPALITY}/kaart",
    "comparison": f"/vergelijken?gebied={NEIGHBOURHOOD}&gebied={OTHER_NEIGHBOURHOOD}&gebied={MUNICIPALITY}",
    "search": "/zoeken?q=doetichem",
}
DEVICES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
LIMIT = 300_000


def take(page, path: pathlib.Path):
    """The first screen as PNG; a picture that is too large is taken lower until it fits."""
    size = page.viewport_size
    height = size["height"]
    while True:
        page.screenshot(path=path, clip={"x": 0, "y": 0, "width": size["width"], "height": height}, animations="disabled")
        if path.stat().st_size <= LIMIT or height < 300:
            return
        height = height * 3 // 4


def main(target: pathlib.Path, everything: bool):
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = None if os.environ.get("LEEFKRING_SITE") else Server(pathlib.Path(folder))
        origin = server.origin if server else os.environ["LEEFKRING_SITE"].rstrip("/")
        browser = chromium(playwright)
        try:
            for device, scheme, language in itertools.product(DEVICES, ("light", "dark"), ("nl", "en")):
                if (scheme, language) in (("light", "nl"), ("dark", "en")) or everything:
                    page = browser.new_page(viewport=DEVICES[device], color_scheme=scheme, reduced_motion="reduce")
                    for name, path in PAGES.items():
                        answer = page.goto(origin + address(path, language), wait_until="load")
                        assert answer.status == 200, f"{path}: {answer.status}"
                        page.evaluate("document.fonts.ready")
                        take(page, target / f"{name}-{device}-{scheme}-{language}.png")
                    page.close()
        finally:
            browser.close()
            if server:
                server.stop()
    made = sorted(target.glob("*.png"))
    print(f"{len(made)} pictures in {target}, {sum(one.stat().st_size for one in made) // 1000} kB")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), "--all" in sys.argv)
