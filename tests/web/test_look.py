"""The look keeps its promises: readable colours, nothing inline, nothing from elsewhere."""

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "src" / "rapport" / "web"
STATIC = WEB / "static" / "rapport"
PARTS = WEB / "templates" / "rapport"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
COLOUR = re.compile(r"--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)")
JINJA_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
GROUNDS = ("paper", "sheet", "sunk")
LEAST = {"ink": 7.0, "ink-soft": 4.5, "accent": 4.5, "pine": 4.5, "danger": 4.5, "ochre": 4.5}
WASHES = (
    ("accent", "accent-wash"),
    ("pine", "pine-wash"),
    ("danger", "danger-wash"),
    ("ochre", "ochre-wash"),
)


def palettes() -> list[dict[str, tuple[str, str]]]:
    """The colours as everyone gets them, and as they are when more contrast is asked for."""
    usual, strong = (
        (STATIC / "tokens.css").read_text(encoding="utf-8").split("@media (prefers-contrast: more)")
    )
    plain = {name: (day, night) for name, day, night in COLOUR.findall(usual)}
    return [plain, plain | {name: (day, night) for name, day, night in COLOUR.findall(strong)}]


def luminance(colour: str) -> float:
    """Relative luminance, 0–1 (WCAG 2.2, definition of relative luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1–21 (WCAG 2.2, definition of contrast ratio)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def pairs_to_read() -> list[tuple[str, str, float]]:
    words = [(ink, ground, least) for ground in GROUNDS for ink, least in LEAST.items()]
    lines = [(line, ground, 3.0) for ground in GROUNDS for line in ("line-strong", "focus")]
    washes = [(ink, wash, 4.5) for own, wash in WASHES for ink in ("ink", "ink-soft", own)]
    buttons = [("on-accent", ground, 4.5) for ground in ("accent", "accent-deep", "danger")]
    return words + lines + washes + buttons


@pytest.mark.parametrize(("ink", "ground", "least"), pairs_to_read())
def test_everyone_can_read_it_by_day_and_by_night(ink: str, ground: str, least: float) -> None:
    for palette in palettes():
        for time in (0, 1):
            assert contrast(palette[ink][time], palette[ground][time]) >= least


def test_no_template_carries_a_style_or_a_script_inside() -> None:
    inline = re.compile(
        r"""<style|\sstyle=|\son[a-z]+=["']|javascript:|<script(?![^>]*\ssrc=)""", re.IGNORECASE
    )
    pages = {page.name: JINJA_COMMENT.sub("", page.read_text("utf-8")) for page in TEMPLATES}
    assert {name: found for name, text in pages.items() if (found := inline.findall(text))} == {}


def test_nothing_is_loaded_from_elsewhere() -> None:
    sources = [*TEMPLATES, *STATIC.glob("*.css"), *STATIC.glob("js/*.js")]
    elsewhere = re.compile(r"""(?:src|href|url\(|import|@import)\s*[=(]?\s*["']?\s*(?:https?:)?//""")
    assert [source.name for source in sources if elsewhere.search(source.read_text("utf-8"))] == []


def test_every_file_a_template_asks_for_is_there() -> None:
    asked = {
        name for page in TEMPLATES for name in re.findall(r"static\('([^']+)'\)", page.read_text("utf-8"))
    }
    assert "rapport/tokens.css" in asked
    assert sorted(name for name in asked if not (STATIC.parent / name).is_file()) == []


def test_scripts_never_write_markup() -> None:
    markup = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function")
    assert [
        script.name for script in STATIC.glob("js/*.js") if markup.search(script.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize("name", ["_icons.html", "_parts.html", "_forms.html", "_cards.html", "_frame.html"])
def test_every_macro_is_told_at_the_top_of_its_file(name: str) -> None:
    text = (PARTS / name).read_text(encoding="utf-8")
    told = text[: text.index("-#}")]
    macros = re.findall(r"\{%-? macro (\w+)\((.*)\) -?%\}", text)
    assert macros
    assert [
        f"{macro}({given})"
        for macro, given in macros
        if not macro.startswith("_") and f"{macro}({given})" not in told
    ] == []
