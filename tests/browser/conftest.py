"""Real Chromium on a real server, each with a data directory of its own."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from rapport import clock
from rapport.services.setup import launch

RAPPORT = str(Path(sys.executable).parent / "rapport")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, slots=True)
class Served:
    """A server at work."""

    address: str  # http://127.0.0.1:port
    folder: Path

    def link(self) -> str:
        """A fresh one-time link in, as `rapport open` prints it (tests/cli/test_serve.py)."""
        return f"{self.address}/launch/{launch.mint(self.folder, clock.now())}"


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    words = [RAPPORT, "serve", "--data", str(folder), "--no-browser"]
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env)
    try:
        assert process.stdout is not None
        found = next(
            match for line in process.stdout if (match := re.search(r"(http://[^\s/]+)/launch/", line))
        )
        yield Served(found.group(1), folder)
    finally:
        process.terminate()
        process.wait(20)
        if process.stdout:
            process.stdout.close()


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Closed after the last of these tests, none of which asks the store in this process.

    While its loop runs, Django takes this thread for an asynchronous one.
    """
    path = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The story's month."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    subprocess.run([RAPPORT, "demo", "--data", str(folder)], check=True, capture_output=True)
    with serving(folder) as served:
        yield served


@pytest.fixture
def new_server(tmp_path: Path) -> Iterator[Served]:
    """Nothing there yet."""
    with serving(tmp_path / "data") as served:
        yield served


@contextmanager
def window(
    browser: Browser, width: int = 1440, *, dark: bool = False, locale: str = "en-GB", scripts: bool = True
) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if dark else "light",
        locale=locale,
        java_script_enabled=scripts,
    )
    try:
        yield context
    finally:
        context.close()
