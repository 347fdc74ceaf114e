"""The map under real fingers: zoom, move, tap, keys, search; and nobody is shut out."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Served, window
from tests.browser.test_every_page import WCAG, listen

pytestmark = pytest.mark.browser


@pytest.fixture
def shown(chromium: Browser, demo_server: Served) -> Iterator[Page]:
    """The demo's map, with its script at work and without motion."""
    with window(chromium) as context:
        page = context.new_page()
        page.emulate_media(reduced_motion="reduce")
        page.goto(demo_server.link())
        page.goto(demo_server.address + "/map")
        page.wait_for_selector("[data-ready]", state="attached")
        yield page


def box(page: Page) -> list[float]:
    return [float(part) for part in (page.locator(".net").get_attribute("viewBox") or "").split()]


def test_buttons_wheel_and_keys_come_closer_and_go_back(shown: Page) -> None:
    whole = box(shown)
    shown.get_by_role("button", name="Closer").click()
    closer = box(shown)
    assert closer[2] < whole[2]
    shown.locator(".net").hover()
    shown.mouse.wheel(0, -200)
    expect(shown.locator(".net")).not_to_have_attribute("viewBox", " ".join(f"{part:g}" for part in closer))
    assert box(shown)[2] < closer[2]
    shown.locator(".net").focus()
    shown.keyboard.press("0")
    assert box(shown) == pytest.approx(whole)
    shown.keyboard.press("+")
    assert box(shown)[2] < whole[2]


def test_dragging_moves_the_map_and_chooses_nobody(shown: Page) -> None:
    shown.get_by_role("button", name="Closer").click()
    before = box(shown)
    where = shown.locator(".net").bounding_box()
    assert where
    x, y = where["x"] + where["width"] / 2, where["y"] + where["height"] / 2
    shown.mouse.move(x, y)
    shown.mouse.down()
    shown.mouse.move(x + 120, y + 40, steps=4)
    shown.mouse.up()
    assert box(shown)[0] < before[0]
    expect(shown.locator("[data-panel]")).to_be_hidden()


def test_a_tap_tells_who_it_is_and_what_grew_from_them(shown: Page) -> None:
    shown.locator(".net a", has_text="Mary Castellan").click()
    panel = shown.locator("[data-panel]")
    expect(panel.locator("[data-name]")).to_have_text("Mary Castellan")
    expect(panel.locator("[data-way]")).to_contain_text(
        re.compile("You.*Jess Moran.*Mary Castellan", re.DOTALL)
    )
    expect(panel.locator("[data-grown]")).to_contain_text("Leo Navarro")
    expect(shown.locator(".net .told")).to_have_count(1)
    assert "person=" in shown.url
    panel.get_by_role("link", name="Leo Navarro").click()
    expect(panel.locator("[data-name]")).to_have_text("Leo Navarro")
    shown.keyboard.press("Escape")
    expect(panel).to_be_hidden()


def test_the_picture_is_one_stop_and_arrows_go_from_person_to_person(shown: Page) -> None:
    stops = shown.locator(".net, .net a").evaluate_all("all => all.filter(one => one.tabIndex === 0).length")
    assert stops == 1
    shown.locator(".net").focus()
    shown.keyboard.press("ArrowRight")
    first = shown.locator("[role=status].visually-hidden").inner_text()
    shown.keyboard.press("ArrowRight")
    assert shown.locator("[role=status].visually-hidden").inner_text() != first
    shown.keyboard.press("Enter")
    expect(shown.locator("[data-name]")).to_be_focused()


def test_a_name_finds_its_person(shown: Page) -> None:
    shown.fill("#map-q", "mary cast")
    shown.keyboard.press("Enter")
    expect(shown.locator("[data-name]")).to_have_text("Mary Castellan")


def test_two_fingers_come_closer(chromium: Browser, demo_server: Served) -> None:
    with window(chromium, 360) as context:
        page = context.new_page()
        page.goto(demo_server.link())
        page.goto(demo_server.address + "/map")
        page.wait_for_selector("[data-ready]", state="attached")
        before = box(page)
        page.evaluate(
            """() => {
              const net = document.querySelector(".net");
              const { left, top } = net.getBoundingClientRect();
              const send = (kind, id, x) => net.dispatchEvent(new PointerEvent(kind, {
                pointerId: id, bubbles: true, pointerType: "touch", clientX: left + x, clientY: top + 90 }));
              send("pointerdown", 11, 120);
              send("pointerdown", 12, 180);
              send("pointermove", 12, 300);
            }"""
        )
        assert box(page)[2] == pytest.approx(before[2] / 3, rel=0.05)


@pytest.mark.parametrize(("width", "dark"), [(360, True), (1440, False)])
def test_nobody_is_shut_out_while_somebody_is_told_about(
    chromium: Browser, demo_server: Served, width: int, dark: bool
) -> None:
    with window(chromium, width, dark=dark) as context:
        page = context.new_page()
        heard = listen(page)
        page.goto(demo_server.link())
        page.goto(demo_server.address + "/map")
        page.wait_for_selector("[data-ready]", state="attached")
        page.fill("#map-q", "Mary Castellan")
        page.keyboard.press("Enter")
        expect(page.locator("[data-panel]")).to_be_visible()
        found = Axe().run(page, options=WCAG).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
        assert heard == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_without_scripts_names_lead_to_people_and_the_lists_say_the_same(
    chromium: Browser, demo_server: Served
) -> None:
    with window(chromium, scripts=False) as context:
        page = context.new_page()
        page.goto(demo_server.link())
        page.goto(demo_server.address + "/map")
        assert page.locator(".map-list a", has_text="Mary Castellan").count() == 1
        page.locator(".net a", has_text="Mary Castellan").click()
        assert page.locator("h1").inner_text() == "Mary Castellan"
