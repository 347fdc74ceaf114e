"""The board of pitches by keyboard and by hand, and without a script; the ladder; the letter that is sent."""

import subprocess
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.conftest import RAPPORT, Served, serving, window
from tests.browser.test_every_page import LOOKS, WCAG, listen

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Two dreams, a draft, and one sent, each for one test to move; Dan has been silent since 2017."""
    folder = tmp_path_factory.mktemp("pitches") / "data"
    lines = (
        ("start", "--on", "2019-03-01", "--city", "Portland", "--country", "US"),
        ("pitches", "add", "Acme", "--fright", "5", "--on", "2019-03-01"),
        ("pitches", "add", "Umbrella", "--fright", "2", "--on", "2019-03-01"),
        ("pitches", "add", "Zine", "--stage", "draft", "--fright", "1", "--on", "2019-03-01"),
        ("pitches", "add", "Globex", "--stage", "sent", "--fright", "4", "--on", "2019-03-02"),
        ("log", "--yes", "--on", "2017-10-03", "--", "coffee with Dan Okafor, memorable"),
        ("log", "--yes", "--on", "2017-11-03", "--", "coffee with Dan Okafor, memorable"),
    )
    for words in lines:
        told = [RAPPORT, words[0], "--data", str(folder), *words[1:]]
        subprocess.run(told, check=True, capture_output=True, text=True)
    with serving(folder) as found:
        yield found


def open_page(page: Page, served: Served, path: str) -> None:
    page.goto(served.link())
    page.goto(f"{served.address}{path}")


def lane(page: Page, stage: str) -> list[str]:
    return page.locator(f"[data-lane={stage}] .row-name").all_inner_texts()


def link(page: Page, name: str) -> Locator:
    return page.locator("[data-pitch] > a", has_text=name)


def test_a_card_is_moved_by_keyboard_and_keeps_the_focus(chromium: Browser, served: Served) -> None:
    with window(chromium) as context:
        page = context.new_page()
        heard = listen(page)
        open_page(page, served, "/pitches")
        link(page, "Zine").focus()
        page.keyboard.press("Shift+ArrowRight")
        page.get_by_text("Zine: sent.").wait_for()
        expect(link(page, "Zine")).to_be_focused()
        assert "Zine" in lane(page, "sent")
        page.keyboard.press("ArrowDown")
        expect(link(page, "Globex")).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowLeft")
        assert page.evaluate("document.activeElement.closest('[data-lane]').dataset.lane") in (
            "dream",
            "draft",
        )
        page.get_by_role("button", name="Undo").click()
        page.get_by_text("Taken back.").wait_for()
        assert lane(page, "draft") == ["Zine"]
        assert heard == []


@pytest.mark.parametrize(("scripts", "stage", "said"), [(True, "call", "call booked"), (False, "won", "won")])
def test_choosing_a_stage_and_move_do_it_without_a_script(
    chromium: Browser, served: Served, scripts: bool, stage: str, said: str
) -> None:
    with window(chromium, 360, scripts=scripts) as context:
        page = context.new_page()
        open_page(page, served, "/pitches")
        card = page.locator("[data-pitch]", has_text="Globex")
        card.locator("summary").focus()
        page.keyboard.press("Enter")
        card.get_by_label("Move Globex to").select_option(stage)
        card.locator("form button").focus()
        page.keyboard.press("Enter")
        page.get_by_text(f"Globex: {said}.").wait_for()
        expect(link(page, "Globex")).to_be_focused()
        assert lane(page, stage) == ["Globex"]


def test_a_card_is_dragged_to_another_stage(chromium: Browser, served: Served) -> None:
    with window(chromium) as context:
        page = context.new_page()
        open_page(page, served, "/pitches")
        card, there = (
            page.locator(found) for found in ("[data-pitch]:has-text('Umbrella')", "[data-lane=parked] h2")
        )
        card.drag_to(there)
        page.get_by_text("Umbrella: set aside.").wait_for()
        page.get_by_role("button", name="Undo").click()
        page.get_by_text("Taken back.").wait_for()


def test_the_ladder_is_ordered_and_the_week_planned_by_keyboard(chromium: Browser, served: Served) -> None:
    with window(chromium, 360) as context:
        page = context.new_page()
        open_page(page, served, "/pitches?view=dreams")
        rungs = page.locator(".ladder .row-name")
        expect(rungs).to_have_text(["Zine", "Umbrella", "Acme"])
        page.locator(".rung", has_text="Acme").get_by_role("button", name="Up").focus()
        page.keyboard.press("Enter")
        page.get_by_text("The ladder has a new order.").wait_for()
        expect(rungs).to_have_text(["Zine", "Acme", "Umbrella"])
        page.get_by_role("button", name="Plan these 2").focus()
        page.keyboard.press("Enter")
        page.get_by_text("2 pitches are planned.").wait_for()


def test_a_scary_one_is_sent_with_the_corner_beside_it(chromium: Browser, served: Served) -> None:
    with window(chromium) as context:
        page = context.new_page()
        open_page(page, served, "/pitches")
        link(page, "Acme").click()
        page.get_by_text("You dreaded 1 pitch, and sent it.").wait_for()
        page.get_by_label("Letter", exact=True).fill("Dear Acme, I have an idea.")
        page.get_by_label("What are you afraid might happen?").fill("They laugh")
        page.get_by_role("button", name="It is sent").click()
        page.get_by_text("Sent. It counts, whatever comes back.").wait_for()
        page.get_by_text("You feared: They laugh").wait_for()


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_nobody_is_shut_out(chromium: Browser, served: Served, look: tuple[int, bool, str]) -> None:
    width, dark, locale = look
    with window(chromium, width, dark=dark, locale=locale) as context:
        page = context.new_page()
        open_page(page, served, "/pitches")
        acme = link(page, "Acme").get_attribute("href") or ""
        views = ("/pitches", "/pitches?view=dreams", "/pitches?view=record", "/pitches?view=list")
        for path in (*views, acme, "/pitches/writing-again", "/reconnect"):
            page.goto(f"{served.address}{path}")
            found = Axe().run(page, options=WCAG)
            assert [each["id"] for each in found.response["violations"]] == [], path
            assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_a_form_pressed_again_on_its_way_goes_out_once(chromium: Browser, served: Served) -> None:
    with window(chromium) as context:
        page = context.new_page()
        open_page(page, served, "/pitches/new")
        page.get_by_label("To which organisation?").fill("Initech")
        held: list[Route] = []

        def slowly(route: Route) -> None:
            held.append(route)

        page.route("**/pitches/new", slowly)
        save = page.get_by_role("button", name="Save")
        save.scroll_into_view_if_needed()
        place = save.bounding_box()
        assert place
        for _press in range(2):
            page.mouse.click(place["x"] + 5, place["y"] + 5)
            page.wait_for_timeout(300)
        assert len(held) == 1
        held[0].continue_()
        page.get_by_role("heading", level=1, name="Initech").wait_for()
