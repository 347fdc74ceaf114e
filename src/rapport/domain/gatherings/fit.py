"""How well a gathering ahead fits: a rank, and the reasons that made it.

The score is what one may expect of an hour there (domain.gatherings.yields), times a factor for each thing
that speaks for or against it. A factor of 1 says nothing; the reasons furthest from 1 are told first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import log
from typing import Final
from uuid import UUID

from rapport.domain.gatherings.fit_values import Busy as Busy
from rapport.domain.gatherings.fit_values import Candidate as Candidate
from rapport.domain.gatherings.fit_values import Fit as Fit
from rapport.domain.gatherings.fit_values import Me as Me
from rapport.domain.gatherings.fit_values import Reason as Reason
from rapport.domain.gatherings.fit_values import Sign as Sign
from rapport.domain.gatherings.gatherings import SizeBand
from rapport.domain.gatherings.topics import topics_in
from rapport.domain.gatherings.yields import BANDS, Estimate, Learned, Visit, usual_minutes
from rapport.domain.learning.arms import ARMS
from rapport.domain.people.people import distance_km
from rapport.domain.text import fold

NEAR_KM: Final = 15.0  # an evening's way
REACH_KM: Final = 50.0  # as the referee's rule has it
FORTNIGHT: Final = timedelta(days=14)
DEAR: Final = 100.0  # in a currency of about a euro's worth
EURO_LIKE: Final = frozenset({"", "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD"})
MARGIN: Final = timedelta(minutes=30)  # to get there
BETTER: Final = 1.15  # learned against first guess: from here on it is worth saying
MOST_KNOWN: Final = 3
STRETCH_RANK: Final = 2  # places of the list that a stretch never takes

# Judgement, as MARKET.md's order of what matters has it: in a room near by, among people one knows some of.
FACTOR_NEAR, FACTOR_REACH, FACTOR_FAR, FACTOR_ONLINE = 1.0, 0.75, 0.35, 0.6
FACTOR_TOPIC, FACTOR_BUSY, FACTOR_REST, FACTOR_PAID, FACTOR_DEAR = 1.25, 0.2, 0.5, 0.92, 0.75
FACTOR_INVITED, FACTOR_KNOWN = 1.35, 1.12


CROWD: Final = Reason(Sign.CONFERENCE, 0.55)


def rank(candidates: Iterable[Candidate], me: Me, visits: Sequence[Visit], today: date) -> list[Fit]:
    """The best first; of equals the earlier. One stretch a fortnight is marked, where nothing else is one."""
    learned = Learned(visits)
    every = list(candidates)
    days = {one.id: (one.on, one.name, str(one.id)) for one in every}
    found = sorted((fit(one, me, learned) for one in every), key=lambda f: (-f.score, days[f.id]))
    return _with_stretch(found, {one.id: one for one in every}, me, today)


def fit(one: Candidate, me: Me, learned: Learned) -> Fit:
    """What speaks for and against one gathering."""
    expected, reason = _expected(one, learned)
    minutes = _minutes(one)
    reasons = [
        *([reason] if reason else []),
        *_size(one, learned),
        *_company(one),
        *_where(one, me),
        *_topic(one, me),
        *_evening(one, me),
        *_price(one),
    ]
    if one.is_stretch:
        reasons.append(Reason(Sign.STRETCH, 1.0))
    score = expected.mean / (usual_minutes(one.band) / 60)  # not as announced: the day is given to it
    for each in reasons:
        if each.sign not in TELLS_ONLY:
            score *= each.factor
    reasons.sort(key=lambda each: -abs(log(each.factor)))
    return Fit(one.id, score, expected, minutes, tuple(reasons))


TELLS_ONLY: Final = frozenset(  # in the estimate already
    {Sign.SERIES_GAVE, Sign.SERIES_GAVE_NOTHING, Sign.SIZE_GAVE, Sign.SIZE_GAVE_LITTLE, Sign.SMALL,
     Sign.LARGE, Sign.CONFERENCE, Sign.COMES_AGAIN}
)  # fmt: skip


def _expected(one: Candidate, learned: Learned) -> tuple[Estimate, Reason | None]:
    """From the series where one was there; else from its size, and whether it comes again."""
    there = learned.of_series(one.key, one.band)
    if there is None:
        found = learned.of_band(one.band, recurring=one.comes_again)
        plain = learned.of_band(one.band).mean
        return found, Reason(Sign.COMES_AGAIN, found.mean / plain) if one.comes_again else None
    numbers = (("people", float(there.people)), ("visits", float(there.visits)))
    ratio = there.mean / ARMS[BANDS[one.band]].prior
    if there.people:
        return there, Reason(Sign.SERIES_GAVE, max(1.5, ratio), numbers)
    return there, Reason(Sign.SERIES_GAVE_NOTHING, min(0.6, ratio), numbers)


def _size(one: Candidate, learned: Learned) -> list[Reason]:
    """By one's own yield of that size where there is one, by the first guess otherwise.

    Where one has been, that evening itself speaks.
    """
    band = one.band
    if band is None or one.key in learned.series:
        return []
    own, size = learned.of_band(band), (("size", float(one.size)),) if one.size else ()
    ratio = own.mean / (ARMS[BANDS[band]].prior * learned.factor)
    if own.visits and not 1 / BETTER < ratio < BETTER:
        sign = Sign.SIZE_GAVE if ratio > 1 else Sign.SIZE_GAVE_LITTLE
        numbers = (*size, ("people", float(own.people)), ("visits", float(own.visits)))
        found = [Reason(sign, min(3.0, max(1 / 3, ratio)), numbers)]
        return [*found, *([CROWD] if band is SizeBand.CONFERENCE else [])]
    if band is SizeBand.CONFERENCE:
        return [CROWD]
    if band is SizeBand.LARGE:
        return [Reason(Sign.LARGE, 0.6, size)]
    return [Reason(Sign.SMALL, 1.3 if band is SizeBand.FEW else 1.2, size)]


def _company(one: Candidate) -> list[Reason]:
    found = [Reason(Sign.INVITED, FACTOR_INVITED, names=(one.invited_by,))] if one.invited_by else []
    known = tuple(name for name in one.known if name != one.invited_by)
    if known:
        counted = min(len(known), MOST_KNOWN)
        found.append(Reason(Sign.KNOWN_THERE, FACTOR_KNOWN**counted, (("people", float(len(known))),), known))
    return found


def _where(one: Candidate, me: Me) -> list[Reason]:
    """In a room near by, within reach, or far; nothing where either place is unknown."""
    if one.is_online:
        return [Reason(Sign.ONLINE, FACTOR_ONLINE)]
    if one.place is None or me.place is None:
        return []
    km = distance_km(one.place, me.place)
    if km <= NEAR_KM:
        return [Reason(Sign.NEAR, FACTOR_NEAR, (("km", km),))]
    if km <= REACH_KM:
        part = (km - NEAR_KM) / (REACH_KM - NEAR_KM)
        return [Reason(Sign.NEAR, FACTOR_NEAR + part * (FACTOR_REACH - FACTOR_NEAR), (("km", km),))]
    return [Reason(Sign.FAR, FACTOR_FAR, (("km", km),))]


def _topic(one: Candidate, me: Me) -> list[Reason]:
    found = topics_in(f"{one.name} {one.words}", me.topics)
    return [Reason(Sign.ON_TOPIC, FACTOR_TOPIC, names=found)] if found else []


def _evening(one: Candidate, me: Me) -> list[Reason]:
    found = []
    if one.on.weekday() in me.rest_weekdays:
        found.append(Reason(Sign.REST_DAY, FACTOR_REST, (("weekday", float(one.on.weekday())),)))
    if one.starts is None:
        return found
    starts, ends = one.starts - MARGIN, (one.ends or one.starts + timedelta(minutes=_minutes(one))) + MARGIN
    mine = {one.key, fold(one.name)}  # it may stand in one's calendar already
    clash = next(
        (b for b in me.busy if b.starts < ends and starts < b.ends and fold(b.title) not in mine), None
    )
    if clash is not None:
        return [*found, Reason(Sign.IS_BUSY, FACTOR_BUSY, names=(clash.title,))]
    return [*found, Reason(Sign.IS_FREE, 1.0)] if me.knows_calendar else found


def _price(one: Candidate) -> list[Reason]:
    if one.price is None:
        return []
    if one.price == 0:
        return [Reason(Sign.NO_COST, 1.0)]
    is_dear = one.currency.upper() in EURO_LIKE and one.price >= DEAR
    numbers = (("price", one.price),)
    return [Reason(Sign.COSTS, FACTOR_DEAR if is_dear else FACTOR_PAID, numbers, (one.currency.upper(),))]


def _minutes(one: Candidate) -> int:
    """As announced, when that is an evening; what such a gathering takes otherwise."""
    if one.starts and one.ends and timedelta(minutes=20) <= one.ends - one.starts <= timedelta(hours=12):
        return int((one.ends - one.starts).total_seconds()) // 60
    return usual_minutes(one.band)


def _with_stretch(found: list[Fit], every: dict[UUID, Candidate], me: Me, today: date) -> list[Fit]:
    """The best one of the next fortnight that is off one's topics moves up, and is called what it is.

    Only where topics are known, and no other stretch lies within a fortnight of it (COACH.md §2.3: rare).
    """
    if not me.topics:
        return found
    for at, one in enumerate(found):
        is_soon = every[one.id].on - today <= FORTNIGHT
        if at >= STRETCH_RANK and is_soon and _stretches(one, every[one.id], me):
            marked = replace(one, reasons=(Reason(Sign.STRETCH, 1.0), *one.reasons))
            rest = [each for each in found if each.id != one.id]
            return [*rest[:STRETCH_RANK], marked, *rest[STRETCH_RANK:]]
    return found


_NO_STRETCH: Final = (
    Sign.ON_TOPIC, Sign.IS_BUSY, Sign.REST_DAY, Sign.FAR, Sign.ONLINE, Sign.SERIES_GAVE,
    Sign.SERIES_GAVE_NOTHING, Sign.CONFERENCE, Sign.STRETCH,
)  # fmt: skip


def _stretches(one: Fit, candidate: Candidate, me: Me) -> bool:
    return not any(one.has(sign) for sign in _NO_STRETCH) and all(
        abs(candidate.on - day) >= FORTNIGHT for day in me.stretched_on
    )
