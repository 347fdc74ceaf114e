"""What may come of one try: a thin line from low to high for each kind, a dot where to expect it."""

from collections.abc import Callable, Sequence
from math import ceil

from django.utils.translation import gettext as _

from rapport.domain.learning.arms import ARMS
from rapport.domain.learning.works import Line
from rapport.pictures.svg import Ink, Palette, Pen, Picture, clip, number
from rapport.wording.coach import ARM_NAMES, chance

WIDTH, NARROW_WIDTH = 640.0, 344.0
ROW, FOOT = 44.0, 26.0
DOT, TICK = 4.5, 5.0
ROOM = 8.0  # beside the scale
QUARTER = 0.25  # the scale of a share ends at one, two, three or four of them


def estimates(
    lines: Sequence[Line], *, narrow: bool = False, key: str = "estimates", palette: Palette | None = None
) -> Picture:
    """The name above its line; all on one scale. Messages and gatherings need a picture each."""
    many = bool(lines) and ARMS[lines[0].arm].many
    title = _("People to expect of one gathering") if many else _("How often one message leads to somebody")
    width = NARROW_WIDTH if narrow else WIDTH
    most = max([one.estimate.high for one in lines], default=1.0)
    top = max(1.0, ceil(most)) if many else min(1.0, max(1, ceil(most / QUARTER)) * QUARTER)
    pen = Pen(width, ROW * max(1, len(lines)) + FOOT, palette)

    def at(value: float) -> float:
        return ROOM + (width - 2 * ROOM) * min(1.0, value / top)

    for place, one in enumerate(lines):
        _row(pen, one, ROW * place, width, at)
    _scale(pen, ROW * len(lines) + 4, top, at, many=many)
    return pen.finish(title, [_told(one) for one in lines] or [_("Nothing tried yet.")], key)


def _row(pen: Pen, one: Line, y: float, width: float, at: Callable[[float], float]) -> None:
    middle = y + 30
    with pen.group(_told(one)):
        note = _("too early to tell") if one.is_early else f"{one.estimate.came} / {one.estimate.tried}"
        pen.words(ROOM, y + 14, clip(str(ARM_NAMES[one.arm]), width - 120))
        pen.words(width - ROOM, y + 14, note, soft=True, anchor="end")
        pen.line(at(0), middle, at(1e9), middle)
        pen.line(
            at(one.estimate.low),
            middle,
            at(one.estimate.high),
            middle,
            Ink.ACCENT,
            "2 4" if one.is_early else "",
        )
        guess = at(one.guess)
        pen.line(guess, middle - TICK, guess, middle + TICK, Ink.INK)
        if one.is_early:
            pen.ring(at(one.estimate.mean), middle, DOT, Ink.ACCENT)
        else:
            pen.dot(at(one.estimate.mean), middle, DOT, Ink.ACCENT)


def _scale(pen: Pen, y: float, top: float, at: Callable[[float], float], *, many: bool) -> None:
    """0, half and all of it, in words."""
    for share, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        value = top * share
        text = number(value) if many else f"{round(100 * value)} %"
        pen.line(at(value), y, at(value), y + 4)
        pen.words(at(value), y + 18, text, 11, soft=True, anchor=anchor)


def _told(one: Line) -> str:
    """The line in words."""
    said = {
        "name": ARM_NAMES[one.arm],
        "mean": chance(one.arm, one.estimate.mean),
        "low": chance(one.arm, one.estimate.low),
        "high": chance(one.arm, one.estimate.high),
    }
    if one.is_early:
        return _("%(name)s: too early to tell; somewhere from %(low)s to %(high)s.") % said
    return _("%(name)s: about %(mean)s, between %(low)s and %(high)s.") % said
