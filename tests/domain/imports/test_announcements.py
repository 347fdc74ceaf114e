"""What a new reading of a feed means, and which announcements are the same gathering."""

from datetime import UTC, date, datetime
from itertools import count
from uuid import UUID

import pytest

from rapport.domain.gatherings.listings import FeedKind, ListingStatus
from rapport.domain.imports.announcements import Changes, Known, follow, is_same, same
from rapport.domain.imports.imports import IncomingListing, Where

TODAY = date(2026, 3, 1)
ANA, TOM = UUID(int=101), UUID(int=102)  # two feeds
IDS = count(1)


def hour(day: int, at: int = 18, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, at, minute, tzinfo=UTC)


def known(day: int, uid: str = "a", instance: str = "", name: str = "Drinks", **more: object) -> Known:
    facts = {
        "id": UUID(int=next(IDS)), "feed": ANA, "uid": uid, "instance": instance, "name": name,
        "on": date(2026, 3, day), "starts_at": hour(day), "status": ListingStatus.PLANNED, **more,
    }  # fmt: skip
    return Known(**facts)  # type: ignore[arg-type]  # the facts of a test


def told(day: int, uid: str = "a", instance: str = "", **more: object) -> IncomingListing:
    facts = {"where": Where(1), "uid": uid, "name": "Drinks", "on": date(2026, 3, day), "instance": instance}
    return IncomingListing(**{"starts_at": hour(day), **facts, **more})  # type: ignore[arg-type]  # the same


def followed(before: list[Known], now: list[IncomingListing], kind: FeedKind = FeedKind.ICS) -> Changes:
    return follow(before, now, kind, TODAY)


def test_what_is_told_for_the_first_time_is_new() -> None:
    changes = followed([], [told(5), told(5), told(6, "b")])
    assert [each.uid for each in changes.new] == ["a", "b"]
    assert not changes.followed
    assert not changes.gone


def test_another_day_or_hour_is_a_move_and_stays_one() -> None:
    before = known(5)
    [moved] = followed([before], [told(6)]).followed
    assert (moved.status, moved.moved_from) == (ListingStatus.MOVED, date(2026, 3, 5))
    [later] = followed([before], [told(5, starts_at=hour(5, 20))]).followed
    assert (later.status, later.moved_from) == (ListingStatus.MOVED, date(2026, 3, 5))
    there = known(6, status=ListingStatus.MOVED, moved_from=date(2026, 3, 5))
    [still] = followed([there], [told(6)]).followed
    assert (still.status, still.moved_from) == (ListingStatus.MOVED, date(2026, 3, 5))


def test_one_that_is_told_again_is_planned_again() -> None:
    gone = known(5, status=ListingStatus.GONE)
    [back] = followed([gone], [told(5)]).followed
    assert back.status is ListingStatus.PLANNED


def test_a_cancelled_one_is_told_as_such() -> None:
    [off] = followed([known(5)], [told(5, status=ListingStatus.CANCELLED)]).followed
    assert off.status is ListingStatus.CANCELLED


def test_the_dates_of_a_series_that_wanders_are_followed() -> None:
    """The rule now says Thursday: the one date left on each side is the same one."""
    before = [known(4, instance="20260304"), known(11, instance="20260311")]
    now = [told(4, instance="20260304"), told(12, instance="20260312")]
    changes = followed(before, now)
    assert not changes.new
    assert [(each.told.on.day, each.status) for each in changes.followed] == [
        (4, ListingStatus.PLANNED),
        (12, ListingStatus.MOVED),
    ]


def test_one_alone_that_becomes_a_series_is_still_that_one() -> None:
    now = [told(5, instance="20260305"), told(12, instance="20260312")]
    changes = followed([known(5)], now)
    assert [each.told.instance for each in changes.followed] == ["20260305"]
    assert [each.instance for each in changes.new] == ["20260312"]


def test_several_dates_that_change_at_once_are_not_guessed_at() -> None:
    before = [known(4, instance="20260304"), known(11, instance="20260311")]
    now = [told(6, instance="20260306"), told(13, instance="20260313"), told(20, instance="20260320")]
    changes = followed(before, now)
    assert len(changes.new) == 3
    assert len(changes.gone) == 2


@pytest.mark.parametrize(
    ("kind", "now", "gone"),
    [
        (FeedKind.ICS, [9], 1),
        (FeedKind.PAGE, [9], 1),
        (FeedKind.ICS, [], 0),  # suddenly empty: says nothing
        (FeedKind.ICS, [3], 0),  # it may tell no further than that
        (FeedKind.RSS, [9], 0),  # a list of news drops the old
    ],
)
def test_what_is_passed_over_is_gone(kind: FeedKind, now: list[int], gone: int) -> None:
    changes = followed([known(5)], [told(day, "b") for day in now], kind)
    assert len(changes.gone) == gone


def test_what_is_over_is_not_gone() -> None:
    before = known(1, on=date(2026, 2, 20), starts_at=None)
    assert not followed([before], [told(9, "b")]).gone


def test_the_same_evening_of_two_feeds() -> None:
    first = known(5, name="Freelance Friday", place="CENTRL, Portland")
    other = known(5, "x", name="Freelance Fridays", feed=TOM, starts_at=hour(5, 18, 15))
    assert is_same(first, other)
    longer = known(5, "y", name="Freelance Friday – spring edition at CENTRL", feed=TOM)
    assert is_same(first, longer)
    linked = known(5, "z", name="FF #12", feed=TOM, url="https://www.meetup.example/ff/12/?utm=x")
    assert is_same(linked, known(5, "w", name="Breakfast", feed=ANA, url="http://meetup.example/ff/12"))


@pytest.mark.parametrize(
    "other",
    [
        known(6, "x", name="Freelance Friday", feed=TOM),  # another day
        known(5, "x", name="Freelance Friday", feed=TOM, starts_at=hour(5, 9)),  # another hour
        known(5, "x", name="Freelance Friday", feed=TOM, city="Seattle"),  # another city
        known(5, "x", name="Freelance Friday", feed=TOM, place="The other hall"),  # another house
        known(5, "x", name="Freelance Friday", feed=ANA),  # the feed itself tells them apart
        known(5, "x", name="Writers’ evening", feed=TOM),
        known(5, "x", name="Friday", feed=TOM),  # one word is not enough
    ],
)
def test_what_is_not_the_same(other: Known) -> None:
    first = known(5, name="Freelance Friday", place="CENTRL", city="Portland")
    assert not is_same(first, other)


def test_what_was_answered_is_the_one_that_is_shown() -> None:
    poor = known(5, name="Drinks", feed=TOM, is_answered=True, starts_at=None)
    rich = known(5, name="Drinks", place="Bar", city="Paris", url="https://x.example/1")
    assert same([rich, poor]) == {rich.id: poor.id}
    second, shown = known(5, "p", is_second=True), known(5, "q", feed=TOM)
    assert same([second, shown]) == {second.id: shown.id}


def test_a_day_of_a_thousand_announcements_is_no_trouble() -> None:
    many = [known(5, str(n), name=f"Gathering {n}", feed=UUID(int=n)) for n in range(1_000)]
    assert len(same(many)) < 1_000
