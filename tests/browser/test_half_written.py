"""A line half written is still there on the next page, and gone once it is logged."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Served, window
from tests.browser.test_first_five_minutes import set_up

pytestmark = pytest.mark.browser


def test_it_waits_until_it_is_logged_in_its_own_store(chromium: Browser, new_server: Served) -> None:
    with window(chromium) as context:
        page = context.new_page()
        page.goto(new_server.link())
        set_up(page)
        page.get_by_label("What happened?").fill("coffee with Zora")
        page.get_by_role("link", name="People").first.click()
        expect(page.get_by_label("What happened?")).to_have_value("coffee with Zora")
        page.goto(f"{new_server.address}/settings")
        page.get_by_role("button", name="Look at the demo").click()
        expect(page.get_by_label("What happened?")).to_have_value("")
        page.get_by_label("What happened?").fill("tea with Karen")
        page.get_by_role("link", name="Board").first.click()
        expect(page.get_by_label("What happened?")).to_have_value("tea with Karen")
        page.get_by_role("button", name="Leave the demo").click()
        expect(page.get_by_label("What happened?")).to_have_value("coffee with Zora")
        page.get_by_label("What happened?").press("Enter")
        page.get_by_role("button", name="Save it").click()
        page.get_by_role("heading", name="Written down").wait_for()
        page.get_by_role("link", name="Back to Today").click()
        expect(page.get_by_label("What happened?")).to_have_value("")


def test_what_is_not_wanted_is_let_go(chromium: Browser, new_server: Served) -> None:
    with window(chromium) as context:
        page = context.new_page()
        page.goto(new_server.link())
        set_up(page)
        page.get_by_label("What happened?").fill("coffee with Zora")
        page.get_by_label("What happened?").press("Enter")
        page.get_by_role("link", name="Don’t keep it").click()
        page.get_by_role("heading", level=1, name="Day 1 of 30").wait_for()
        expect(page.get_by_label("What happened?")).to_have_value("")


def test_a_pasted_diary_waits_too(chromium: Browser, new_server: Served) -> None:
    with window(chromium) as context:
        page = context.new_page()
        page.goto(new_server.link())
        set_up(page)
        page.goto(f"{new_server.address}/diary")
        page.get_by_label("Or paste it here").fill("2026-03-05: coffee with Zora")
        page.get_by_role("link", name="Today").first.click()
        page.goto(f"{new_server.address}/diary")
        expect(page.get_by_label("Or paste it here")).to_have_value("2026-03-05: coffee with Zora")
        page.get_by_role("button", name="See what it brings").click()
        page.get_by_role("button", name="Keep this entry").click()
        page.goto(f"{new_server.address}/diary")
        expect(page.get_by_label("Or paste it here")).to_have_value("")


@pytest.mark.parametrize("scripts", [True, False])
def test_back_to_the_reading_of_a_line_tells_that_it_is_kept(
    chromium: Browser, new_server: Served, scripts: bool
) -> None:
    with window(chromium, 360, scripts=scripts) as context:
        page = context.new_page()
        page.goto(new_server.link())
        set_up(page)
        page.get_by_label("What happened?").fill("coffee with Zora")
        page.get_by_role("button", name="Read it").click()
        page.get_by_role("button", name="Save it").click()
        page.get_by_role("heading", name="Written down").wait_for()
        page.goto(new_server.address)
        page.get_by_label("What happened?").fill("coffee with Zora")
        page.get_by_role("button", name="Read it").click()
        page.get_by_text("You logged this line already").wait_for()
        page.get_by_role("link", name="See what was kept").click()
        page.get_by_role("heading", name="Written down").wait_for()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_form_of_ones_own_sent_from_the_demo_is_saved_where_it_belongs(
    chromium: Browser, new_server: Served, scripts: bool
) -> None:
    with window(chromium, scripts=scripts) as context:
        mine = context.new_page()
        mine.goto(new_server.link())
        set_up(mine)
        mine.goto(f"{new_server.address}/people/new")
        mine.get_by_label("Name", exact=True).fill("Sofia Marin")
        demo = context.new_page()
        demo.goto(f"{new_server.address}/settings")
        demo.get_by_role("button", name="Look at the demo").click()
        demo.get_by_role("heading", name="Day 30 of 30").wait_for()
        mine.get_by_role("button", name="Save", exact=True).click()
        mine.get_by_role("heading", name="This was written for your own people").wait_for()
        mine.get_by_role("button", name="Save it there").click()
        mine.get_by_role("heading", name="Sofia Marin").wait_for()
        expect(mine.get_by_text("This is the demo")).to_have_count(0)
