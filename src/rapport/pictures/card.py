"""The card to share: what the month was, without anybody's name."""

import math
import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.challenge.challenge import Board
from rapport.domain.challenge.referee import Rule, Verdict
from rapport.domain.learning.learning import Way
from rapport.domain.retrospective.values import Code, Part, Retrospective
from rapport.pictures.days import STEP, draw_days
from rapport.pictures.svg import DAY, Ink, Palette, Pen, Picture, width_of, wrap
from rapport.wording.findings import sentence

WIDTH, HEIGHT = 1200.0, 630.0
LEFT = 72.0
ROOM = WIDTH - 2 * LEFT
DAYS_TOP, DAYS_HEIGHT, ROW = 318.0, 170.0, 40.0
LARGE = 0.9  # squares scaled by less are better split over more rows
RULE_TOP = 540.0
LEADING = 40.0
SLIM = 0.88  # the card's serif is narrower than the guess of `width_of`
TELLING = (  # what a stranger may enjoy reading, best first; none of them names anybody
    Code.PITCHES_BETTER_THAN_FEARED, Code.SMALL_GATHERINGS_MEMORABLE, Code.LARGE_GATHERINGS_MEMORABLE,
    Code.ASKING_WORKED, Code.PITCHES_WORKED, Code.SPREAD_ORIGINS, Code.HOPE_MET, Code.LOAD_STEADY,
)  # fmt: skip


def share_card(look: Retrospective, board: Board, *, key: str = "card", palette: Palette = DAY) -> Picture:
    """1200 × 630, for a message or a post: counts, the days, the rule and one sentence."""
    pen = Pen(WIDTH, HEIGHT, palette)
    days = len(board.days)
    title = ngettext("%(days)s day of meeting people", "%(days)s days of meeting people", days) % {
        "days": days
    }
    said, counts, rule = telling(look), _counts(look), _rule(look.rule)
    pen.words(LEFT, 112, title, 54, serif=True)
    _big_number(pen, look, counts)
    per_row, rows, scale = _fit(days)
    draw_days(pen, board, LEFT, DAYS_TOP, per_row, scale, ROW)
    below = DAYS_TOP + rows * ROW * scale + 44
    most = 1 + max(0, int((RULE_TOP - 14 - below) / LEADING))
    for place, line in enumerate(wrap(_unbroken(said), ROOM / SLIM, 28, most)):
        pen.words(LEFT, below + place * LEADING, line, 28, serif=True, italic=True)
    for place, line in enumerate(wrap(rule, (ROOM - 120) / SLIM, 19, 2)):
        pen.words(LEFT, RULE_TOP + 22 + place * 26, line, 19, soft=True, serif=True)
    pen.words(WIDTH - LEFT, RULE_TOP + 48, "Rapport", 24, serif=True, anchor="end", ink=Ink.PINE)
    return pen.finish(title, [*counts, said, rule], key)


def _fit(days: int) -> tuple[int, int, float]:
    """Days a row, rows, and scale: few rows, large squares, and never more height than there is."""
    best = (1, 1, 1.45)
    for rows in range(1, days + 1):
        per_row = math.ceil(days / rows)
        scale = min(1.45, ROOM / (per_row * STEP - 3))
        if rows > 1 and rows * ROW * scale > DAYS_HEIGHT:
            break
        best = (per_row, rows, scale)
        if scale >= LARGE:
            break
    return best


def _unbroken(text: str) -> str:
    """Odds stay on one line: "1 in 8"."""
    return re.sub(r"(?<=\d) (\w+) (?=\d)", "\u00a0\\1\u00a0", text)


def telling(look: Retrospective) -> str:
    """One sentence without names: the most telling finding, else the plain count."""
    for code in TELLING:
        found = look.finding(code)
        if found and not found.subjects and found.part in (Part.SUCCESS, Part.LEARNT):
            return sentence(found, {})
    return ngettext(
        "%(count)s person I would not have met otherwise.",
        "%(count)s people I would not have met otherwise.",
        look.connections,
    ) % {"count": look.connections}


def _big_number(pen: Pen, look: Retrospective, counts: list[str]) -> None:
    number = str(look.connections)
    pen.words(LEFT - 10, 262, number, 132, serif=True, ink=Ink.ACCENT)
    x = LEFT + width_of(number, 132) + 2
    pen.words(x, 214, counts[0].removeprefix(number).strip(), 36, serif=True)
    rest = wrap(" · ".join(counts[1:]), (WIDTH - LEFT - x) / SLIM, 25, 1)
    for line in rest:
        pen.words(x, 258, line, 25, soft=True, serif=True)


def _counts(look: Retrospective) -> list[str]:
    """The connections first, then whatever else there was."""
    tried = {told.way: told.tried for told in look.ways}
    met = look.connections
    rekindled = dict(look.verdicts).get(Verdict.REKINDLED, 0)
    said = [ngettext("%(count)s connection", "%(count)s connections", met) % {"count": met}]
    more = (
        (rekindled, ngettext("%(count)s old tie rekindled", "%(count)s old ties rekindled", rekindled)),
        (
            tried.get(Way.GATHERING, 0),
            ngettext("%(count)s gathering", "%(count)s gatherings", tried.get(Way.GATHERING, 0)),
        ),
        (tried.get(Way.PITCH, 0), ngettext("%(count)s pitch", "%(count)s pitches", tried.get(Way.PITCH, 0))),
        (tried.get(Way.ASK, 0), ngettext("%(count)s ask", "%(count)s asks", tried.get(Way.ASK, 0))),
    )
    return said + [text % {"count": count} for count, text in more if count]


def _rule(rule: Rule) -> str:
    return _(
        "What counted: someone new, met in person or, when living further than %(km)s km apart, in a real "
        "exchange by phone or e-mail; and memorable for both."
    ) % {"km": rule.reach_km}
