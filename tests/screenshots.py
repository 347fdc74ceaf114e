"""`python -m tests.screenshots`: the pictures of the README, made from the demo month in real Chromium."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from rapport.config import boot
from tests.browser.conftest import BROWSERS, QUIET, RAPPORT, Served, serving, window

IMAGES = Path(__file__).parents[1] / "docs" / "images"
SHOTS = (  # name, address, width, height, dark, language
    ("today", "/", 1440, 1000, False, "en-GB"),
    ("today-phone", "/", 390, 844, False, "en-GB"),
    ("board", "/board", 1440, 1000, True, "en-GB"),
    ("retrospective", "/retrospective", 1440, 1400, False, "en-GB"),
    ("asking", "/asks/who?q=VR+studio+in+Portland", 1440, 1000, False, "en-GB"),
    ("works", "/works", 1440, 1000, True, "en-GB"),
    ("bilan", "/retrospective", 390, 844, False, "fr-FR"),
)


def shoot(served: Served) -> None:
    with sync_playwright() as playwright:
        path = next(filter(None, map(shutil.which, BROWSERS)))
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        for name, address, width, height, dark, locale in SHOTS:
            with window(browser, width, dark=dark, locale=locale) as context:
                page = context.new_page()
                page.set_viewport_size({"width": width, "height": height})
                page.goto(served.link())
                page.goto(served.address + address)
                page.screenshot(path=IMAGES / f"{name}.png")
        browser.close()


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "demo"
        subprocess.run([RAPPORT, "demo", "--data", str(data)], check=True, capture_output=True)
        boot.boot(str(data))  # links are minted in here
        with serving(data) as served:
            shoot(served)


main()
