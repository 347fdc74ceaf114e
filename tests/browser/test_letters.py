"""A letter read over, changed and taken along, with and without a script."""

import re
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served, window
from tests.browser.test_every_page import WCAG, listen

pytestmark = pytest.mark.browser


def a_letter(page: Page, served: Served) -> None:
    """The page of one introduction of the month, with its letter unfolded."""
    page.goto(served.link())
    page.goto(f"{served.address}/introductions")
    page.get_by_role("link", name="Mary Castellan").first.click()
    page.locator("summary", has_text="Thanks to Jess Moran").click()


def kept(page: Page) -> str:
    with page.expect_download() as caught:
        page.get_by_role("button", name="Keep as a draft (.eml)").click()
    message = message_from_bytes(Path(caught.value.path()).read_bytes(), policy=default)
    assert message["X-Unsent"] == "1"
    return f"{message['Subject']} / {message.get_content().rstrip()}"


def test_the_link_follows_what_is_typed(chromium: Browser, demo_server: Served) -> None:
    with window(chromium) as context:
        page = context.new_page()
        heard = listen(page)
        a_letter(page, demo_server)
        link = page.locator("[data-letter-link]").first
        page.get_by_label("Letter", exact=True).first.fill("Chère Zoé,\n\nça va ?")
        expect(link).to_have_attribute("href", re.compile("body=Ch%C3%A8re%20Zo%C3%A9%2C%0D%0A%0D%0A%C3%A7a"))
        page.get_by_label("Subject", exact=True).first.fill("Café & co")
        assert "subject=Café & co&body=Chère Zoé,\r\n\r\nça va ?" in unquote(link.get_attribute("href") or "")
        page.get_by_label("Letter", exact=True).first.fill("x" * 3000)
        expect(link).to_be_hidden()
        expect(page.get_by_text("It is too long for a link")).to_be_visible()
        page.get_by_label("Letter", exact=True).first.fill("Short again")
        expect(link).to_be_visible()
        assert kept(page) == "Café & co / Short again"
        assert heard == []


def test_it_is_copied_as_it_stands(chromium: Browser, demo_server: Served) -> None:
    with window(chromium) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=demo_server.address)
        page = context.new_page()
        a_letter(page, demo_server)
        page.get_by_label("Letter", exact=True).first.fill("Changed by hand")
        page.get_by_role("button", name="Copy").first.click()
        expect(page.get_by_text("Copied").first).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == "Changed by hand"


def test_without_a_script_it_is_still_changed_and_taken_along(chromium: Browser, demo_server: Served) -> None:
    with window(chromium, scripts=False) as context:
        page = context.new_page()
        a_letter(page, demo_server)
        assert (page.locator("[data-letter-link]").first.get_attribute("href") or "").startswith("mailto:")
        page.get_by_label("Letter", exact=True).first.fill("By hand")
        assert kept(page).endswith(" / By hand")


@pytest.mark.parametrize("width", [360, 1440])
def test_the_pages_are_open_to_everybody(chromium: Browser, demo_server: Served, width: int) -> None:
    with window(chromium, width) as context:
        page = context.new_page()
        a_letter(page, demo_server)
        for address in (
            page.url,
            f"{demo_server.address}/letters",
            f"{demo_server.address}/letters/new?kind=ask&language=en",
        ):
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            found = Axe().run(page, options=WCAG)
            assert found.violations_count == 0, found.generate_report()
