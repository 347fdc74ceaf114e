"""A date says one day for what happened and one for what is to come."""

from datetime import date

import pytest

from rapport.domain.quicklog.quicklog import Encounter, FollowUp, Question
from rapport.formats.quicklog import read

FRIDAY = date(2026, 3, 6)


def happened(when: str, language: str = "en", on: date = FRIDAY) -> date:
    head = "lunch with Ana" if language == "en" else "déjeuner avec Ana"
    (met,) = [
        one for one in read(f"{head} {when}", on, language=language).statements if isinstance(one, Encounter)
    ]
    return met.on


def due(when: str, language: str = "en", on: date = FRIDAY) -> date:
    head = "follow up" if language == "en" else "relancer"
    (step,) = [
        one for one in read(f"{head} {when}", on, language=language).statements if isinstance(one, FollowUp)
    ]
    return step.due


@pytest.mark.parametrize(
    ("when", "past", "coming"),
    [
        ("friday", date(2026, 3, 6), date(2026, 3, 13)),
        ("on Friday", date(2026, 3, 6), date(2026, 3, 13)),
        ("last friday", date(2026, 2, 27), date(2026, 2, 27)),
        ("thursday", date(2026, 3, 5), date(2026, 3, 12)),
        ("saturday", date(2026, 2, 28), date(2026, 3, 7)),
        ("on 5 March", date(2026, 3, 5), date(2027, 3, 5)),
        ("March 8th", date(2025, 3, 8), date(2026, 3, 8)),
        ("29 February", date(2024, 2, 29), date(2028, 2, 29)),
        ("on the 5th", date(2026, 3, 5), date(2026, 4, 5)),
        ("5/13", date(2025, 5, 13), date(2026, 5, 13)),
    ],
)
def test_a_plain_date_is_the_last_one_past_or_the_next_one_due(when: str, past: date, coming: date) -> None:
    assert happened(when) == past
    if coming > FRIDAY:
        assert due(when) == coming


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("vendredi", date(2026, 3, 6)),
        ("vendredi dernier", date(2026, 2, 27)),
        ("avant-hier", date(2026, 3, 4)),
        ("il y a trois jours", date(2026, 3, 3)),
        ("il y a une semaine", date(2026, 2, 27)),
        ("il y a vingt-deux jours", date(2026, 2, 12)),
        ("il y a un mois", date(2026, 2, 6)),
        ("la semaine dernière", date(2026, 2, 27)),
        ("le 1er mars", date(2026, 3, 1)),
        ("le 28/2", date(2026, 2, 28)),
        ("le 5.3.2026", date(2026, 3, 5)),
        ("jeudi 5 mars", date(2026, 3, 5)),
    ],
)
def test_french_days_gone_by(when: str, day: date) -> None:
    assert happened(when, "fr") == day


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("mardi", date(2026, 3, 10)),
        ("mardi prochain", date(2026, 3, 10)),
        ("dans deux jours", date(2026, 3, 8)),
        ("la semaine prochaine", date(2026, 3, 13)),
        ("après-demain", date(2026, 3, 8)),
        ("le 12", date(2026, 3, 12)),
        ("avant le 20 mars", date(2026, 3, 20)),
    ],
)
def test_french_days_to_come(when: str, day: date) -> None:
    assert due(when, "fr") == day


def test_a_month_ago_from_its_last_day_stays_in_the_month_before() -> None:
    assert happened("a month ago", on=date(2026, 3, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("when", "question"),
    [
        ("31 February", Question.IMPOSSIBLE_DATE),
        ("2026-02-30", Question.IMPOSSIBLE_DATE),
        ("on 2026-13-01", Question.IMPOSSIBLE_DATE),
        ("5/3", Question.WHICH_DATE),
        ("tomorrow", Question.FUTURE_DATE),
    ],
)
def test_what_a_date_leaves_open_is_asked(when: str, question: Question) -> None:
    reading = read(f"lunch with Ana {when}", FRIDAY)
    (doubt,) = reading.doubts
    assert doubt.question is question
    assert reading.text[doubt.span.start : doubt.span.end] == when
