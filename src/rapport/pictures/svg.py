"""A small pen for SVG: lines, dots and words, in the page's own inks or in fixed ones.

Inside a page every stroke carries a class (`.pic .line`, `.line-soft`, `.line-accent`, `.line-pine`,
`.fill-accent`, `.fill-pine`, and `.words` or `.soft` for text) and falls back on the text's own colour
where no style sheet reaches. On its own, a drawing brings fixed colours and no classes.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from html import escape

from rapport.domain.values import dataclass


class Ink(StrEnum):
    INK = "ink"
    SOFT = "soft"
    ACCENT = "accent"  # terracotta
    PINE = "pine"


@dataclass(frozen=True, slots=True)
class Palette:
    """Fixed colours, for a drawing that stands alone."""

    ink: str
    soft: str  # hairlines
    muted: str  # quieter words
    accent: str
    pine: str
    paper: str

    def of(self, ink: Ink) -> str:
        return {
            Ink.INK: self.ink,
            Ink.SOFT: self.soft,
            Ink.ACCENT: self.accent,
            Ink.PINE: self.pine,
        }[ink]


# The colours of tokens.css, by day and by night.
DAY = Palette("#2b241e", "#8a7b69", "#63574b", "#a2431f", "#2c5f50", "#f8f2e7")
NIGHT = Palette("#efe6d9", "#8a7c6b", "#bbae9d", "#ea9470", "#8cc4af", "#1c1815")

SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
SERIF = "'Iowan Old Style', 'Palatino Linotype', Caladea, Cambria, Georgia, 'Liberation Serif', serif"
THIN, HAIR = 1.5, 1.0  # stroke widths, in units
SIZE = 13.0  # letters, in units


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing and the same in words."""

    title: str
    lines: tuple[str, ...]  # everything the drawing says, one thing a line
    svg: str

    def __html__(self) -> str:
        """Templates may set it as it is: every word in it is escaped."""
        return self.svg


def number(value: float) -> str:
    """At most one decimal, so that drawings stay small."""
    return f"{value:.1f}".removesuffix(".0")


def safe(text: str) -> str:
    """Escaped, and without what XML cannot hold."""
    return escape("".join(char for char in text if char >= " " and not "\ud800" <= char <= "\udfff"))


def width_of(text: str, size: float = SIZE) -> float:
    """A guess that errs on the wide side, in units; no font is at hand to ask."""
    return sum(_em(char) for char in text) * size


def _em(char: str) -> float:
    if char in "iljtfrI.,:;'’|!() ":
        return 0.36
    if char in "mwMW—…@%":
        return 0.9
    if char.isupper():
        return 0.7
    return 1.05 if ord(char) > 0x1100 else 0.57


def clip(text: str, room: float, size: float = SIZE) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if width_of(text, size) <= room:
        return text
    kept = ""
    for char in text:
        if width_of(kept + char + "…", size) > room:
            break
        kept += char
    return f"{kept.rstrip()}…"


def wrap(text: str, room: float, size: float, most: int) -> list[str]:
    """Lines that fit, `most` at best; the last one is cut when there is more."""
    lines: list[str] = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    kept = [line for line in lines if line]
    if len(kept) > most:
        kept = [*kept[: most - 1], " ".join(kept[most - 1 :])]
    return [clip(line, room, size) for line in kept]


class Pen:
    """Draws on a sheet of so many units; give it a palette to draw for itself alone."""

    def __init__(self, width: float, height: float, palette: Palette | None = None) -> None:
        self.width, self.height, self.palette = width, height, palette
        self.parts: list[str] = []
        self.has_links = False

    def line(self, x1: float, y1: float, x2: float, y2: float, ink: Ink = Ink.SOFT, dash: str = "") -> None:
        ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
        self.parts.append(f"<line {ends}{self._stroke(ink, dash)}/>")

    def gap(self, x: float, y: float) -> None:
        """A stroke cut short: two slanting lines across it."""
        for up in (-2.5, 2.5):
            self.line(x - 4, y + up + 2, x + 4, y + up - 2)

    def path(self, d: str, ink: Ink = Ink.SOFT) -> None:
        self.parts.append(f'<path d="{d}"{self._stroke(ink)}/>')

    def run(self, points: Sequence[tuple[float, float]], ink: Ink) -> None:
        """A line through all points."""
        listed = " ".join(f"{number(x)},{number(y)}" for x, y in points)
        self.parts.append(f'<polyline points="{listed}"{self._stroke(ink)}/>')

    def box(self, x: float, y: float, side: float, ink: Ink = Ink.SOFT, dash: str = "") -> None:
        """An empty square."""
        size = f'width="{number(side)}" height="{number(side)}" rx="2"'
        self.parts.append(f'<rect x="{number(x)}" y="{number(y)}" {size}{self._stroke(ink, dash)}/>')

    def dot(self, x: float, y: float, radius: float, ink: Ink) -> None:
        self.parts.append(f"<circle {self._circle(x, y, radius)}{self._fill(ink)}/>")

    def ring(self, x: float, y: float, radius: float, ink: Ink) -> None:
        self.parts.append(f"<circle {self._circle(x, y, radius)}{self._stroke(ink)}/>")

    def diamond(self, x: float, y: float, radius: float, ink: Ink) -> None:
        corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
        listed = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
        self.parts.append(f'<polygon points="{listed}"{self._fill(ink)}/>')

    def words(
        self,
        x: float,
        y: float,
        text: str,
        size: float = SIZE,
        *,
        soft: bool = False,
        anchor: str = "start",
        serif: bool = False,
        italic: bool = False,
        ink: Ink | None = None,
    ) -> None:
        """One line of text, standing on y."""
        look = f' font-size="{number(size)}"' if size != SIZE or self.palette else ""
        look += f' text-anchor="{anchor}"' if anchor != "start" else ""
        look += f' font-family="{SERIF}"' if serif else ""
        look += ' font-style="italic"' if italic else ""
        if self.palette:
            look += (
                f' fill="{self.palette.of(ink) if ink else self.palette.muted if soft else self.palette.ink}"'
            )
        else:
            look += f' class="{"soft" if soft else "words"}" fill="currentColor"'
        self.parts.append(f'<text x="{number(x)}" y="{number(y)}"{look}>{safe(text)}</text>')

    @contextmanager
    def group(self, title: str = "", href: str | None = None) -> Iterator[None]:
        """What is drawn inside has one full name, and leads somewhere if `href` is given."""
        tag = f'<a href="{safe(href)}">' if href else "<g>"
        self.has_links |= bool(href)
        self.parts.append(tag + (f"<title>{safe(title)}</title>" if title else ""))
        yield
        self.parts.append("</a>" if href else "</g>")

    def finish(self, title: str, lines: Sequence[str], key: str) -> Picture:
        """The drawing with its text alternative; `key` keeps its ids apart from others on the page."""
        size = f'viewBox="0 0 {number(self.width)} {number(self.height)}"'
        size += f' width="{number(self.width)}" height="{number(math.ceil(self.height))}"'
        role = "group" if self.has_links else "img"
        named = f'role="{role}" aria-labelledby="{key}-title {key}-desc"'
        about = f'<title id="{key}-title">{safe(title)}</title>'
        about += f'<desc id="{key}-desc">{safe(" ".join(lines))}</desc>'
        if self.palette:
            head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {named} font-family="{SANS}">'
            ground = f'<rect width="100%" height="100%" fill="{self.palette.paper}"/>'
        else:
            head, ground = (
                f'<svg xmlns="http://www.w3.org/2000/svg" class="pic" {size} {named} font-size="13">',
                "",
            )
        return Picture(title, tuple(lines), f"{head}{about}{ground}{''.join(self.parts)}</svg>")

    def _circle(self, x: float, y: float, radius: float) -> str:
        return f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'

    def _stroke(self, ink: Ink, dash: str = "") -> str:
        width = HAIR if ink is Ink.SOFT else THIN
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        ends = f'fill="none" stroke-width="{number(width)}" stroke-linecap="round"{dashes}'
        if self.palette:
            return f' {ends} stroke="{self.palette.of(ink)}"'
        name = "line" if ink is Ink.INK else f"line-{ink}"
        return f' class="{name}" {ends} stroke="currentColor"'

    def _fill(self, ink: Ink) -> str:
        if self.palette:
            return f' fill="{self.palette.of(ink)}"'
        return f' class="fill-{ink}" fill="currentColor"'
