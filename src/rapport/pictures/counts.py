"""Connections by way and by origin: a row of dots each, with its name beside it."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from rapport.domain.learning.learning import Way
from rapport.domain.origins.origins import NodeKind, Tree
from rapport.domain.retrospective.values import Retrospective
from rapport.domain.values import dataclass
from rapport.pictures.svg import Ink, Palette, Pen, Picture, clip, width_of

WIDTH, NARROW_WIDTH = 640.0, 344.0
ROW = 30.0
DOT, STEP = 4.5, 13.0
MEETING = (Way.ASK, Way.GATHERING, Way.PITCH)  # shown once tried, even if no connection began there
MOST_DOTS = 24  # more are a line with the number at its end


@dataclass(frozen=True, slots=True)
class Row:
    """One name, how many connections, and what went into it."""

    name: str
    count: int
    note: str = ""


def by_way(
    look: Retrospective, *, narrow: bool = False, key: str = "ways", palette: Palette | None = None
) -> Picture:
    """How the connections began, with what was tried."""
    rows = [
        Row(_way(told.way), told.connections, _tried(told.way, told.tried))
        for told in look.ways
        if told.connections or (told.tried and told.way in MEETING)
    ]
    other = look.connections - sum(told.connections for told in look.ways)
    if other:
        rows.append(Row(pgettext("how a connection began", "otherwise"), other))
    return _dots(_("How the connections began"), rows, narrow, key, palette)


def by_origin(
    tree: Tree,
    names: Mapping[UUID, str],
    *,
    narrow: bool = False,
    key: str = "origins",
    palette: Palette | None = None,
) -> Picture:
    """Whom or what the connections go back to: the first step after me."""
    rows, alone = [], 0
    for node in tree.root.children:
        count = node.is_connection + sum(below.is_connection for below in node.below())
        if node.kind is NodeKind.PERSON and not node.children:
            alone += count
        elif count:
            rows.append(Row(names.get(node.id, "") if node.id else "", count))
    rows.sort(key=lambda row: (-row.count, row.name))
    if alone:
        rows.append(Row(pgettext("where a connection came from", "found by myself"), alone))
    return _dots(_("Where the connections came from"), rows, narrow, key, palette)


def _dots(title: str, rows: Sequence[Row], narrow: bool, key: str, palette: Palette | None) -> Picture:
    width = NARROW_WIDTH if narrow else WIDTH
    if narrow:
        return _stacked(title, rows, key, palette)
    left = min(220.0, max([width_of(row.name) for row in rows], default=0) + 18)
    pen = Pen(width, ROW * max(1, len(rows)) + 4, palette)
    for place, row in enumerate(rows):
        y = ROW * place + ROW / 2 + 4
        with pen.group(_line(row)):
            pen.words(left - 12, y + 4.5, clip(row.name, left - 14), anchor="end")
            end = _marks(pen, left, y, row.count, 250.0)
            pen.words(end + 10, y + 4.5, clip(_after(row), width - end - 12), soft=True)
    return pen.finish(title, [_line(row) for row in rows] or [_("None yet.")], key)


def _stacked(title: str, rows: Sequence[Row], key: str, palette: Palette | None) -> Picture:
    """The name above its dots, for a phone."""
    tall = 46.0
    pen = Pen(NARROW_WIDTH, tall * max(1, len(rows)) + 4, palette)
    for place, row in enumerate(rows):
        y = tall * place + 16
        with pen.group(_line(row)):
            pen.words(4, y, clip(row.name, NARROW_WIDTH - 4))
            end = _marks(pen, 8.5, y + 15, row.count, 170.0)
            pen.words(end + 10, y + 19.5, clip(_after(row), NARROW_WIDTH - end - 12), soft=True)
    return pen.finish(title, [_line(row) for row in rows] or [_("None yet.")], key)


def _marks(pen: Pen, x: float, y: float, count: int, room: float) -> float:
    """The dots, or a line when they are too many; where they end."""
    if count > min(MOST_DOTS, room / STEP):
        pen.line(x, y, x + room, y, Ink.ACCENT)
        pen.dot(x + room, y, DOT, Ink.ACCENT)
        return x + room + DOT
    for n in range(count):
        pen.dot(x + n * STEP, y, DOT, Ink.ACCENT)
    if not count:
        pen.ring(x, y, DOT - 0.5, Ink.SOFT)
    return x + max(0, count - 1) * STEP + DOT


def _after(row: Row) -> str:
    return f"{row.count} · {row.note}" if row.note else str(row.count)


def _line(row: Row) -> str:
    count = ngettext("%(count)s connection", "%(count)s connections", row.count) % {"count": row.count}
    if row.note:
        return _("%(name)s: %(count)s, %(note)s.") % {"name": row.name, "count": count, "note": row.note}
    return _("%(name)s: %(count)s.") % {"name": row.name, "count": count}


def _way(way: Way) -> str:
    return {
        Way.ASK: _("through someone"),
        Way.GATHERING: _("at gatherings"),
        Way.PITCH: _("through pitches"),
    }.get(way, "")


def _tried(way: Way, tried: int) -> str:
    """What went into it; empty when nothing did."""
    if not tried:
        return ""
    texts = {
        Way.ASK: ngettext("%(tried)s person asked", "%(tried)s people asked", tried),
        Way.GATHERING: ngettext("%(tried)s gathering", "%(tried)s gatherings", tried),
        Way.PITCH: ngettext("%(tried)s pitch sent", "%(tried)s pitches sent", tried),
    }
    return texts.get(way, "") % {"tried": tried}
