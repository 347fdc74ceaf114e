"""What was done each day, and how it felt: three thin strips over the same days."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from rapport.domain.retrospective.values import Retrospective
from rapport.pictures.svg import Ink, Palette, Pen, Picture
from rapport.wording.dates import short_day

WIDTH, NARROW_WIDTH = 640.0, 344.0
STRIP, BARS, SPACE = 56.0, 72.0, 26.0
LEVELS = 5


def pace_lines(
    look: Retrospective,
    *,
    narrow: bool = False,
    key: str = "pace",
    palette: Palette | None = None,
) -> Picture:
    """Actions a day as upright strokes; energy and pressure, one to five, as lines."""
    width = NARROW_WIDTH if narrow else WIDTH
    days = look.challenge.dates()
    counts = Counter(look.done_on)
    energy = [(one.on, one.energy) for one in look.feelings if one.energy]
    pressure = [(one.on, one.pressure) for one in look.feelings if one.pressure]
    strips = [
        (name, ink, said)
        for name, ink, said in (
            (pgettext("a picture's label", "energy"), Ink.PINE, energy),
            (pgettext("a picture's label", "pressure"), Ink.ACCENT, pressure),
        )
        if said
    ]
    pen = Pen(width, BARS + SPACE + 24 + len(strips) * (STRIP + SPACE), palette)
    page = _Page(days[0], len(days), 8.0, width - 16)
    _bars(pen, page, counts, SPACE)
    top = BARS + 2 * SPACE + 18
    for name, ink, said in strips:
        _strip(pen, page, name, ink, sorted(said), top)
        top += STRIP + SPACE
    return pen.finish(_("What was done, and how it felt"), _lines(counts, strips), key)


class _Page:
    """Where a day stands."""

    def __init__(self, first: date, days: int, left: float, width: float) -> None:
        self.first, self.days, self.left, self.width = first, days, left, width

    def x(self, day: date) -> float:
        return self.left + self.width * ((day - self.first).days + 0.5) / self.days


def _bars(pen: Pen, page: _Page, counts: Counter[date], top: float) -> None:
    floor, most = top + BARS, max(counts.values(), default=0)
    tallest = max(4, 2 * sorted(counts.values())[-2] if len(counts) > 1 else most)
    pen.words(page.left, top - 8, _("actions each day"), soft=True)
    pen.line(page.left, floor, page.left + page.width, floor)
    for day in sorted(counts):
        x, height = page.x(day), BARS * min(counts[day], tallest) / tallest
        pen.line(x, floor - 1, x, floor - height, Ink.INK)
        if counts[day] > tallest:  # off the scale: two slanting lines say so, and the number stands beside it
            pen.gap(x, floor - 0.6 * BARS)
    if most:
        busiest = min(day for day in counts if counts[day] == most)
        x, height = page.x(busiest), BARS * min(most, tallest) / tallest
        pen.words(x + 6, floor - height + 10, str(most))
    for number in (1, *range(10, page.days, 10), page.days):
        x = page.left + page.width * (number - 0.5) / page.days
        pen.words(x, floor + 15, str(number), 11, soft=True, anchor="middle")


def _strip(pen: Pen, page: _Page, name: str, ink: Ink, said: list[tuple[date, int]], top: float) -> None:
    """A line through the days it was said, its first, highest and last values written."""
    for level in (1, LEVELS):
        y = top + STRIP * (1 - (level - 1) / (LEVELS - 1))
        pen.line(page.left, y, page.left + page.width, y, dash="1 5")
    points = [(page.x(day), top + STRIP * (1 - (level - 1) / (LEVELS - 1))) for day, level in said]
    pen.words(page.left, top - 8, _("%(name)s, 1 to 5") % {"name": name}, soft=True)
    pen.run(points, ink)
    for x, y in points:
        pen.dot(x, y, 2.5, ink)
    ends = {0, len(said) - 1, max(range(len(said)), key=lambda n: said[n][1])}
    for n in ends:
        x, y = points[n]
        pen.words(
            min(x + 5, page.left + page.width - 8), y + (14 if y < top + 12 else -6), str(said[n][1]), 11
        )


def _lines(counts: Counter[date], strips: Sequence[tuple[str, Ink, list[tuple[date, int]]]]) -> list[str]:
    said = []
    for day in sorted(counts):
        text = ngettext("%(date)s: %(count)s action.", "%(date)s: %(count)s actions.", counts[day])
        said.append(text % {"date": short_day(day), "count": counts[day]})
    for name, _ink, levels in strips:
        for day, level in sorted(levels):
            said.append(
                _("%(date)s: %(name)s %(level)s of 5.")
                % {"date": short_day(day), "name": name, "level": level}
            )
    return said or [_("Nothing written down yet.")]
