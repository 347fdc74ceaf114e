"""A 12-person evening is told in under 90 seconds on a phone's screen: by the keyboard alone, and by touch.

Nothing is timed here: the seconds are a person's, by the keystroke-level model of Card, Moran and Newell
(1980). A key takes 0.2 s (a fair typist), or 0.33 s under a thumb (36 words a minute: Palin et al. 2019);
pointing at something and touching it 1.1 s; making up one's mind 1.35 s: once for each person, once for each
thing written beside a name, and once for the evening.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Served, window
from tests.browser.test_first_five_minutes import set_up

pytestmark = pytest.mark.browser

KEY, THUMB, TAP, MIND = 0.2, 0.33, 1.1, 1.35  # seconds
LIMIT = 90  # seconds
KNOWN = ("Karen", "Jess", "Priya Shah", "Tom Reed")  # by their first letters; two from the set-up
NEW = (
    "Nora Lindqvist",
    "Mary Castellan",
    "Alma Reyes",
    "Teo Brandt",
    "Leo Navarro",
    "Ana Silva",
    "Ruby",
    "Dale",
)
REMEMBERED = {"Nora Lindqvist", "Alma Reyes", "Teo Brandt"}
NEED, PROMISE = "a copywriter", "a reading list"


@dataclass(slots=True)
class Hand:
    """Counts what a person does, and does it."""

    page: Page
    keys: int = 0
    taps: int = 0
    minds: int = 0
    a_key: float = KEY

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)
        self.keys += times

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.keys += len(text)

    def tap(self, target: Locator) -> None:
        target.tap()
        self.taps += 1

    def think(self) -> None:
        self.minds += 1

    @property
    def seconds(self) -> float:
        return self.keys * self.a_key + self.taps * TAP + self.minds * MIND


def an_evening(page: Page, served: Served) -> None:
    """Four people known, and yesterday's Freelance Friday waiting to be told of."""
    page.goto(served.link())
    set_up(page)
    for name in KNOWN[2:]:
        page.goto(f"{served.address}/people/new")
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_role("button", name="Save", exact=True).click()
    page.goto(f"{served.address}/gatherings/new")
    page.get_by_label("Name", exact=True).fill("Freelance Friday")
    page.get_by_label("Went").check()
    page.get_by_label("How many people?").fill("12")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="Tell who was there").click()
    page.get_by_role("heading", name="How was Freelance Friday?").wait_for()


def everybody_is_there(page: Page) -> None:
    """The verdicts of all twelve, and a draft for each of those to remember."""
    page.get_by_role("heading", name="The evening is written down").wait_for()
    expect(page.locator(".ruling")).to_have_count(12)
    expect(page.locator(".verdict-connection")).to_have_count(3)
    expect(page.locator(".verdict-hello")).to_have_count(7)
    expect(page.locator(".verdict-already_known")).to_have_count(2)
    expect(page.locator(".debrief-step")).to_have_count(3)
    assert PROMISE in page.locator("main").inner_text()


def test_twelve_people_by_the_keyboard_alone(chromium: Browser, new_server: Served) -> None:
    with window(chromium, 360) as context:
        page = context.new_page()
        an_evening(page, new_server)
        expect(page.locator('[name="name-0"]')).to_be_focused()
        hand = Hand(page)
        for name in KNOWN:  # the first three letters, and the one that fits
            hand.think()
            hand.type(name[:3])
            hand.press("ArrowDown")
            hand.press("Enter")
        for name in NEW:
            hand.think()
            hand.type(name)
            if name in REMEMBERED:
                hand.press("Tab")
                hand.press("ArrowRight")
            if name == "Nora Lindqvist":
                hand.think()
                hand.press("Tab", 2)  # past the summary, which stands open now
                hand.type(NEED)
                hand.think()
                hand.press("Tab")
                hand.type(PROMISE)
            hand.press("Enter")
        hand.think()
        hand.press("Enter")  # on an empty line: on to the evening
        assert page.evaluate("document.activeElement.name") == "others"
        page.screenshot(path=shots() / "keyboard.png", full_page=True)
        hand.type("3")
        hand.press("Enter")
        everybody_is_there(page)
        page.screenshot(path=shots() / "keyboard-told.png", full_page=True)
        assert hand.taps == 0
        assert hand.seconds < LIMIT, hand


def test_twelve_people_by_touch(chromium: Browser, new_server: Served) -> None:
    context = chromium.new_context(
        viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True, locale="en-GB"
    )
    page = context.new_page()
    an_evening(page, new_server)
    hand = Hand(page, a_key=THUMB)
    hand.tap(page.get_by_placeholder("Name").first)
    for name in KNOWN:
        hand.think()
        hand.type(name[:3])
        hand.tap(page.locator(".fitting li").first)  # the field keeps its keyboard, and the next one has it
    for name in NEW:
        hand.think()
        hand.type(name)
        row = page.locator("[data-row]").filter(has=page.locator("input:focus"))
        number = row.get_attribute("data-row")
        if name in REMEMBERED:
            hand.tap(page.locator(f'[name="mem-{number}"][value="yes"]'))
        if name == "Nora Lindqvist":
            hand.think()
            hand.tap(page.locator(f'[name="need-{number}"]'))
            hand.type(NEED)
            hand.think()
            hand.press("Tab")  # the keyboard's own "next"
            hand.type(PROMISE)
        hand.press("Enter")
    hand.think()
    page.screenshot(path=shots() / "touch.png", full_page=True)
    hand.tap(page.get_by_role("button", name="Save the evening"))
    everybody_is_there(page)
    context.close()
    assert hand.seconds < LIMIT, hand


def test_without_a_script_rows_are_added_and_nothing_is_lost(chromium: Browser, new_server: Served) -> None:
    with window(chromium, 360, scripts=False) as context:
        page = context.new_page()
        an_evening(page, new_server)
        names = page.get_by_placeholder("Name")
        for at, name in enumerate(NEW[:3]):
            names.nth(at).fill(name)
        page.get_by_role("button", name="Room for more").click()
        expect(page.get_by_placeholder("Name")).to_have_count(6)
        expect(page.get_by_placeholder("Name").nth(2)).to_have_value("Alma Reyes")
        page.get_by_text("Several at once").click()
        page.get_by_label("One name a line.").fill("Teo Brandt *\nPriya")
        page.get_by_role("button", name="Save the evening").click()
        page.get_by_text("One question before it is saved: who is who?").wait_for()
        page.get_by_role("group", name="Who is Priya?").get_by_text("Priya Shah").click()
        page.get_by_role("button", name="Save the evening").click()
        page.get_by_role("heading", name="The evening is written down").wait_for()
        expect(page.locator(".ruling")).to_have_count(5)
        expect(page.locator(".verdict-connection")).to_have_count(1)


def test_a_half_written_evening_waits_in_its_window(chromium: Browser, new_server: Served) -> None:
    with window(chromium, 360) as context:
        page = context.new_page()
        an_evening(page, new_server)
        expect(page.locator('[name="name-0"]')).to_be_focused()
        page.keyboard.type("Zora")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        page.keyboard.type("Yusuf")
        page.get_by_label("Other hellos").fill("4")
        address = page.url
        page.goto(f"{new_server.address}/people")
        page.goto(address)
        expect(page.locator('[name="name-0"]')).to_have_value("Zora")
        expect(page.locator('[name="mem-0"][value="yes"]')).to_be_checked()
        expect(page.locator('[name="name-1"]')).to_have_value("Yusuf")
        expect(page.get_by_label("Other hellos")).to_have_value("4")
        page.get_by_role("button", name="Save the evening").click()
        page.get_by_role("heading", name="The evening is written down").wait_for()
        page.goto(address)
        expect(page.locator('[name="name-0"]')).to_have_value("")


def shots() -> Path:
    """Where the pictures go that are looked at."""
    folder = Path(tempfile.gettempdir()) / "rapport-debrief"
    folder.mkdir(exist_ok=True)
    return folder
