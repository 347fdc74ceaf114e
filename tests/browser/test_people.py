"""People found as one types, with and without a script, by keyboard; several chosen and changed."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served, window
from tests.browser.test_every_page import LOOKS, WCAG, listen

pytestmark = pytest.mark.browser


def people(page: Page, served: Served, asked: str = "") -> None:
    page.goto(served.link())
    page.goto(f"{served.address}/people{asked}")


def test_the_first_letter_already_answers(chromium: Browser, demo_server: Served) -> None:
    with window(chromium) as context:
        page = context.new_page()
        heard = listen(page)
        people(page, demo_server)
        before = page.locator("[data-found]").inner_text()
        box = page.get_by_role("searchbox")
        box.press_sequentially("m")
        expect(page.locator("[data-found]")).not_to_have_text(before)
        assert page.url.endswith("/people?q=m")
        box.press_sequentially("ary cas")
        expect(page.locator("#found .row-name")).to_have_text(["Mary Castellan"])
        expect(page.locator("[data-found]")).to_have_text("1 person")
        page.reload()
        expect(page.locator("#found .row-name")).to_have_text(["Mary Castellan"])
        box.fill("")
        expect(page.locator("[data-found]")).to_have_text(before)
        page.locator("select[name=close]").select_option("close")
        expect(page.locator("[data-found]")).not_to_have_text(before)
        assert "close=close" in page.url
        assert heard == []


def test_one_key_finds_somebody_from_anywhere_and_the_slash_logs(
    chromium: Browser, demo_server: Served
) -> None:
    with window(chromium) as context:
        page = context.new_page()
        page.goto(demo_server.link())
        page.keyboard.press("f")
        box = page.get_by_role("searchbox")
        expect(box).to_be_focused()
        page.keyboard.type("mary cas")
        expect(page.locator("#found .row-name")).to_have_text(["Mary Castellan"])
        page.locator("#found .row-name").focus()
        page.keyboard.press("/")
        expect(page.locator("#quicklog-text")).to_be_focused()
        page.locator("#found .row-name").focus()
        page.keyboard.press("f")
        page.keyboard.type("tom")  # what was asked before is chosen, and written over
        expect(box).to_have_value("tom")


def test_the_keyboard_goes_down_the_list_and_back(chromium: Browser, demo_server: Served) -> None:
    with window(chromium) as context:
        page = context.new_page()
        people(page, demo_server)
        box = page.get_by_role("searchbox")
        box.press_sequentially("ma")
        box.press("ArrowDown")  # before the answer is there
        expect(page).to_have_url(f"{demo_server.address}/people?q=ma")
        page.keyboard.press("Escape")
        expect(page).to_have_url(f"{demo_server.address}/people")
        box.fill("ma")
        expect(page).to_have_url(f"{demo_server.address}/people?q=ma")
        box.press("ArrowDown")
        expect(page.locator("#found .row-name").nth(0)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(page.locator("#found .row-name").nth(1)).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(box).to_be_focused()
        page.keyboard.press("Escape")
        expect(box).to_have_value("")
        box.press_sequentially("mary castellan")
        box.press("Enter")
        page.get_by_role("heading", level=1, name="Mary Castellan").wait_for()


@pytest.mark.parametrize("scripts", [True, False])
def test_several_are_chosen_and_tagged(chromium: Browser, demo_server: Served, scripts: bool) -> None:
    with window(chromium, 360, scripts=scripts) as context:
        page = context.new_page()
        people(page, demo_server)
        page.get_by_role("link", name="Choose several").click()
        page.get_by_label("Choose Mary Castellan").check()
        if scripts:  # whoever is chosen stays chosen while one searches on
            page.get_by_role("searchbox").fill("jess")
            expect(page.get_by_label("Choose Mary Castellan")).to_have_count(0)
            expect(page.locator("[data-chosen]")).to_have_text("1 person chosen")
        page.get_by_text("What to do with them").click()
        page.locator("#chosen").get_by_label("Tag").fill(f"met-{scripts}".lower())
        page.get_by_role("button", name="Add", exact=True).click()
        page.get_by_text("Changed: 1 person.").wait_for()
        page.get_by_role("button", name="Undo").click()
        page.get_by_text("Taken back.").wait_for()


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_choosing_and_an_empty_search_shut_nobody_out(
    chromium: Browser, demo_server: Served, look: tuple[int, bool, str]
) -> None:
    width, dark, locale = look
    with window(chromium, width, dark=dark, locale=locale) as context:
        page = context.new_page()
        for asked in ("?choose=1", "?q=nobodyatall", "?close=dormant&choose=1"):
            people(page, demo_server, asked)
            found = Axe().run(page, options=WCAG)
            assert [each["id"] for each in found.response["violations"]] == [], asked
            assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
