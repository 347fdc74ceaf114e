"""From the first page to a judged first log, as somebody who has never seen it."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served, window

pytestmark = pytest.mark.browser


def set_up(page: Page) -> None:
    """Answer a little on each step, take the rest as it is offered."""
    page.get_by_role("link", name="Set up my challenge").click()
    page.get_by_label("Your name").fill("Ada")
    page.get_by_label("City").fill("Portland")
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_label("Names").fill("Karen\nJess")
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_label("Dream clients").fill("Acme")
    page.get_by_role("button", name="Save and open Today").click()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [360, 1440])
def test_from_the_first_page_to_a_judged_log(
    chromium: Browser, new_server: Served, width: int, scripts: bool
) -> None:
    with window(chromium, width, scripts=scripts) as context:
        page = context.new_page()
        page.goto(new_server.link())
        assert page.get_by_role("heading", level=1).inner_text() == "Stop leaving your network to chance"
        set_up(page)
        assert page.get_by_role("heading", level=1).inner_text() == "Day 1 of 30"
        page.get_by_label("What happened?").fill("coffee with Mary, intro by Jess")
        page.get_by_role("button", name="Read it").click()
        page.locator(".remember-person").get_by_text("Yes").click()
        page.get_by_role("button", name="Save it").click()
        told = page.locator(".ruling-reason").inner_text()
        assert told.startswith("It counts: you met Mary for the first time, in person")


def test_with_the_keyboard_alone(chromium: Browser, new_server: Served) -> None:
    with window(chromium) as context:
        page = context.new_page()
        page.goto(new_server.link())
        page.get_by_role("button", name="Look around first").press("Enter")
        page.get_by_role("heading", name="Day 30 of 30").wait_for()
        page.keyboard.press("/")
        page.keyboard.type("coffee with Zora yesterday")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="What was read").wait_for()
        assert page.evaluate("document.activeElement.textContent.trim()") == "Save it"
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Written down").wait_for()
        assert "It counts" in page.locator(".ruling-reason").inner_text()


def test_the_time_zone_of_the_browser_is_offered(chromium: Browser, new_server: Served) -> None:
    context = chromium.new_context(timezone_id="Asia/Tokyo")
    page = context.new_page()
    page.goto(new_server.link())
    page.goto(f"{new_server.address}/setup/you")
    assert page.get_by_label("Time zone").input_value() == "Asia/Tokyo"
    context.close()
