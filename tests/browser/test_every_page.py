"""Every page of the demo month, in both languages, light and dark, narrow and wide."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import RAPPORT, Served, serving, window
from tests.browser.crawl import shape, walk

pytestmark = pytest.mark.browser

WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],  # of what passes only the names are handed over, not each element
}
PHONE = 360

WAYS = {  # to meet people: no kind of page may be left out
    "/asks", "/asks/who", "/asks/write", "/asks/new", "/asks/<id>", "/asks/<id>/edit",
    "/introductions", "/introductions/new", "/introductions/<id>", "/introductions/<id>/edit",
    "/letters", "/letters/new", "/letters/<id>", "/growth/person/<id>",
    "/growth/series/<id>", "/gatherings", "/gatherings/new", "/gatherings/<id>", "/gatherings/<id>/edit",
    "/gatherings/<id>/before", "/gatherings/<id>/debrief", "/listings/<id>", "/series/<id>",
    "/series/<id>/edit", "/pitches", "/pitches/new", "/pitches/<id>", "/pitches/<id>/edit",
    "/pitches/writing-again", "/pitches?view=dreams", "/pitches?view=list",
    "/pitches?view=record", "/reconnect",
}  # fmt: skip


@pytest.fixture(scope="module")
def full_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The story's month, and one of everything else."""
    folder = tmp_path_factory.mktemp("everything") / "data"
    subprocess.run([RAPPORT, "demo", "--data", str(folder)], check=True, capture_output=True)
    words = [sys.executable, "-m", "tests.browser.everything", str(folder)]
    subprocess.run(words, check=True, capture_output=True)
    with serving(folder) as served:
        yield served


def spill(page: Page) -> int:
    """Pixels by which the page is wider than its window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return wide


def listen(page: Page) -> list[str]:
    """What the console complains of: broken scripts, and anything the content policy refuses."""
    heard: list[str] = []
    page.on("console", lambda said: heard.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


LOOKS = {"phone, light, English": (PHONE, False, "en-GB"), "desk, dark, French": (1440, True, "fr-FR")}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_no_page_shuts_anybody_out(
    chromium: Browser, full_server: Served, look: tuple[int, bool, str]
) -> None:
    """WCAG 2.2 AA by axe; nothing in the console, where the content policy would complain.

    Each says which language it speaks, and none scrolls sideways.
    """
    width, dark, locale = look
    troubles, seen = [], set()
    with window(chromium, width, dark=dark, locale=locale) as context:
        page = context.new_page()
        heard = listen(page)
        page.goto(full_server.link())
        for address in walk(page, full_server):
            seen.add(shape(address))
            assert page.locator("html").get_attribute("lang") == locale[:2], address
            if (wide := spill(page)) > 0:
                troubles.append(f"{address}: {wide} px too wide")
            found = Axe().run(page, options=WCAG)
            for violation in found.response["violations"]:
                nodes = [node["html"][:120] for node in violation["nodes"][:3]]
                troubles.append(f"{address}: {violation['id']}: {nodes}")
            troubles += [f"{address}: console: {text}" for text in heard]
            heard.clear()
    assert not troubles, "\n".join(troubles)
    assert not WAYS - seen


def test_no_page_scrolls_sideways_on_a_phone_in_french(chromium: Browser, full_server: Served) -> None:
    """In English the phone above has shown it."""
    wide = []
    with window(chromium, PHONE, locale="fr-FR") as context:
        page = context.new_page()
        page.goto(full_server.link())
        for address in walk(page, full_server):
            assert page.locator("html").get_attribute("lang") == "fr", address
            if (pixels := spill(page)) > 0:
                wide.append(f"{address}: {pixels} px")
    assert not wide, "\n".join(wide)


def test_every_page_can_be_read_without_scripts(chromium: Browser, full_server: Served) -> None:
    with window(chromium, scripts=False) as context:
        page = context.new_page()
        page.goto(full_server.link())
        for address in (
            "/",
            "/board",
            "/people",
            "/asks",
            "/gatherings",
            "/pitches",
            "/give",
            "/retrospective",
            "/works",
            "/works/before",
            "/pace?weeks=1&hours=3",
            "/challenge/next",
        ):
            answer = page.goto(full_server.address + address)
            assert answer
            assert answer.ok, address
            assert page.locator("h1").inner_text().strip(), address
