"""Every page of the demo month, in both languages, light and dark, narrow and wide."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served, window
from tests.browser.crawl import walk

pytestmark = pytest.mark.browser

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def listen(page: Page) -> list[str]:
    """What the console complains of: broken scripts, and anything the content policy refuses."""
    heard: list[str] = []
    page.on("console", lambda said: heard.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    return heard


LOOKS = {"phone, light, English": (360, False, "en-GB"), "desk, dark, French": (1440, True, "fr-FR")}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_no_page_shuts_anybody_out(
    chromium: Browser, demo_server: Served, look: tuple[int, bool, str]
) -> None:
    """WCAG 2.2 AA by axe; nothing in the console, where the content policy would complain."""
    width, dark, locale = look
    troubles = []
    with window(chromium, width, dark=dark, locale=locale) as context:
        page = context.new_page()
        heard = listen(page)
        page.goto(demo_server.link())
        for address in walk(page, demo_server):
            found = Axe().run(page, options=WCAG)
            for violation in found.response["violations"]:
                nodes = [node["html"][:120] for node in violation["nodes"][:3]]
                troubles.append(f"{address}: {violation['id']}: {nodes}")
            troubles += [f"{address}: console: {text}" for text in heard]
            heard.clear()
    assert not troubles, "\n".join(troubles)


@pytest.mark.parametrize("locale", ["en-GB", "fr-FR"])
def test_no_page_scrolls_sideways_on_a_phone(chromium: Browser, demo_server: Served, locale: str) -> None:
    """And each says which language it speaks."""
    wide = []
    with window(chromium, 360, locale=locale) as context:
        page = context.new_page()
        page.goto(demo_server.link())
        for address in walk(page, demo_server):
            assert page.locator("html").get_attribute("lang") == locale[:2], address
            spill = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if spill > 0:
                wide.append(f"{address}: {spill} px")
    assert not wide, "\n".join(wide)


def test_every_page_can_be_read_without_scripts(chromium: Browser, demo_server: Served) -> None:
    with window(chromium, scripts=False) as context:
        page = context.new_page()
        page.goto(demo_server.link())
        for address in (
            "/",
            "/board",
            "/people",
            "/asks",
            "/gatherings",
            "/pitches",
            "/give",
            "/retrospective",
        ):
            answer = page.goto(demo_server.address + address)
            assert answer
            assert answer.ok, address
            assert page.locator("h1").inner_text().strip(), address
