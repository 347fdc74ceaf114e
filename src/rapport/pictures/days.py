"""The board as a row of small squares, one a day."""

import math

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from rapport.domain.challenge.challenge import Board, BoardDay, Square
from rapport.domain.challenge.referee import Verdict
from rapport.pictures.svg import Ink, Palette, Pen, Picture
from rapport.wording.dates import short_day

WIDE, NARROW = 30, 10  # days a row
SIDE = 22.0  # of a square
STEP, ROW = 25.0, 46.0
MARGIN = 4.0
DOTS = 4  # more connections on one day are written as a number


def board_row(
    board: Board, *, narrow: bool = False, key: str = "board", palette: Palette | None = None
) -> Picture:
    """Every day once: a filled dot for each connection, a pine one for old ties, a ring for a hello."""
    per_row = min(NARROW if narrow else WIDE, max(1, len(board.days)))
    rows = math.ceil(len(board.days) / per_row)
    scale = 34.0 / STEP if narrow else 1.0
    pen = Pen(2 * MARGIN + per_row * STEP * scale, MARGIN + rows * ROW * (scale if narrow else 1), palette)
    draw_days(pen, board, MARGIN, MARGIN, per_row, scale)
    return pen.finish(pgettext("title of a picture", "The days"), _lines(board), key)


def draw_days(
    pen: Pen, board: Board, left: float, top: float, per_row: int, scale: float = 1.0, pitch: float = ROW
) -> None:
    """The squares, with day numbers below the first, every fifth and the last."""
    last = len(board.days)
    for place, day in enumerate(board.days):
        row, column = divmod(place, per_row)
        x, y = left + column * STEP * scale, top + row * pitch * scale
        with pen.group(_day_line(day)):
            _square(pen, day, x, y, SIDE * scale)
            today = day.square is Square.TODAY
            if today or day.number in (1, last) or day.number % 5 == 0:
                pen.words(
                    x + SIDE * scale / 2, y + SIDE * scale + 13 * max(1, scale * 0.9), str(day.number),
                    11 * max(1, scale * 0.95), soft=not today, anchor="middle",
                )  # fmt: skip


def _square(pen: Pen, day: BoardDay, x: float, y: float, side: float) -> None:
    middle_x, middle_y = x + side / 2, y + side / 2
    if day.is_rest and not day.verdicts:
        pen.line(middle_x - side / 6, middle_y, middle_x + side / 6, middle_y)
        if day.square is Square.TODAY:
            pen.box(x, y, side, Ink.INK)
        return
    if day.square is Square.TODAY:
        pen.box(x, y, side, Ink.INK)
    else:
        pen.box(x, y, side, dash="1 4" if day.square is Square.AHEAD else "")
    _marks(pen, day, middle_x, middle_y, side)


def _marks(pen: Pen, day: BoardDay, x: float, y: float, side: float) -> None:
    met, old = day.count(Verdict.CONNECTION), day.count(Verdict.REKINDLED)
    if met > DOTS:
        pen.words(x, y + side * 0.2, str(met), side * 0.6, anchor="middle", ink=Ink.ACCENT)
    elif met + old:
        inks = [Ink.ACCENT] * met + [Ink.PINE] * old
        for (across, down), ink in zip(_places(min(len(inks), DOTS)), inks, strict=False):
            pen.dot(x + across * side, y + down * side, side * (0.2 if len(inks) == 1 else 0.13), ink)
    elif day.count(Verdict.HELLO) + day.count(Verdict.WITHIN_REACH):
        pen.ring(x, y, side * 0.14, Ink.SOFT)


def _places(count: int) -> list[tuple[float, float]]:
    """Where dots lie in a square, from its middle, as shares of its side: as on dice."""
    near = 0.22
    corners = [(-near, -near), (near, near), (near, -near), (-near, near)]
    return {
        1: [(0.0, 0.0)],
        2: corners[:2],
        3: [(0.0, -near), (-near, near * 0.8), (near, near * 0.8)],
    }.get(count, corners)


def _lines(board: Board) -> list[str]:
    met = board.connections
    lines = [
        ngettext("%(count)s connection in %(days)s days.", "%(count)s connections in %(days)s days.", met)
        % {"count": met, "days": len(board.days)}
    ]
    return lines + [_day_line(day) for day in board.days if day.verdicts or day.is_rest]


def _day_line(day: BoardDay) -> str:
    """What happened on one day, in words."""
    said = []
    for verdict, count in day.verdicts:
        if text := _counted(verdict, count):
            said.append(text)
    if day.is_rest:
        said.append(_("a day of rest"))
    if not said:
        said.append(_("still ahead") if day.square is Square.AHEAD else _("nobody new"))
    return _("Day %(number)s, %(date)s: %(what)s.") % {
        "number": day.number,
        "date": short_day(day.on),
        "what": ", ".join(said),
    }


def _counted(verdict: Verdict, count: int) -> str:
    texts = {
        Verdict.CONNECTION: ngettext("%(count)s connection", "%(count)s connections", count),
        Verdict.HELLO: ngettext("%(count)s hello", "%(count)s hellos", count),
        Verdict.WITHIN_REACH: ngettext(
            "%(count)s exchange within reach", "%(count)s exchanges within reach", count
        ),
        Verdict.REKINDLED: ngettext("%(count)s old tie rekindled", "%(count)s old ties rekindled", count),
    }
    return texts.get(verdict, "") % {"count": count}
