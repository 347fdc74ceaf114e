"""What stands in one's own calendar: gatherings, next steps, dated promises, and nothing that is over."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from rapport.db import models
from rapport.domain.gatherings.gatherings import Attendance
from rapport.services import owners
from rapport.services.exports import calendar
from rapport.services.gatherings import gatherings
from rapport.services.giving import giving
from rapport.services.interactions import followups
from rapport.services.people import people
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_gathering, a_person

PORTLAND = ZoneInfo("America/Los_Angeles")


@pytest.fixture
def portland(owner_id: UUID) -> UUID:
    owners.edit(owner_id, at=NOW, time_zone="America/Los_Angeles")
    return owner_id


@pytest.mark.parametrize("on", [date(2019, 3, 8), date(2019, 3, 15), date(2019, 11, 8)])
def test_a_gathering_stands_at_its_local_hour(portland: UUID, on: date) -> None:
    pk = a_gathering(
        portland, "Freelance Friday", on, Attendance.GOING, starts_at=time(18, 30), place="The Hub"
    )
    (found,) = _exported(portland)
    assert found["DTSTART"].dt.astimezone(PORTLAND) == datetime.combine(on, time(18, 30), PORTLAND)
    assert (found["UID"], found["SUMMARY"], found["LOCATION"]) == (
        f"{pk}@rapport",
        "Freelance Friday",
        "The Hub",
    )
    assert found["TRANSP"] == "OPAQUE"


def test_a_gathering_at_midnight_has_an_hour(portland: UUID) -> None:
    a_gathering(portland, "New Year", day(1), Attendance.GOING, starts_at=time(0))
    (found,) = _exported(portland)
    assert found["DTSTART"].dt.astimezone(PORTLAND).time() == time(0)


def test_a_gathering_without_an_hour_is_a_whole_day(portland: UUID) -> None:
    a_gathering(portland, "Ladies' Night", day(20), Attendance.MAYBE)
    (found,) = _exported(portland)
    assert (found["DTSTART"].dt, found["STATUS"], found["TRANSP"]) == (day(20), "TENTATIVE", "TRANSPARENT")


def test_past_ones_come_first_and_skipped_or_binned_ones_not_at_all(portland: UUID) -> None:
    a_gathering(portland, "Later", day(20), Attendance.GOING)
    a_gathering(portland, "Went", day(3))
    a_gathering(portland, "Skipped", day(4), Attendance.SKIPPED)
    gatherings.discard(portland, a_gathering(portland, "Binned", day(5)), at=NOW)
    assert _titles(portland) == ["Went", "Later"]


def test_a_next_step_names_who_and_what(portland: UUID) -> None:
    priya = a_person(portland, "Priya Shah")
    followups.create(portland, followups.Draft(day(20), day(1), priya, "send the deck"), at=NOW)
    followups.create(portland, followups.Draft(day(21), day(1), None, "print cards"), at=NOW)
    followups.create(portland, followups.Draft(day(22), day(1), priya), at=NOW)
    done = followups.create(portland, followups.Draft(day(23), day(1), priya, "call"), at=NOW)
    followups.done(portland, done.id, day(2), at=NOW)
    assert _titles(portland) == ["Priya Shah: send the deck", "print cards", "Priya Shah"]
    assert {found["TRANSP"] for found in _exported(portland)} == {"TRANSPARENT"}


def test_a_promise_stands_on_the_day_it_is_due_until_it_is_kept(portland: UUID) -> None:
    tom = a_person(portland, "Tom Reed")
    told: dict[str, dict[str, Any]] = {
        "contract template": {"due_on": day(25)},
        "no day said": {},
        "given": {"due_on": day(25), "given_on": day(2)},
        "his turn": {"due_on": day(25), "by_me": False},
    }
    for what, facts in told.items():
        giving.create_help(portland, giving.HelpDraft(tom, what, promised_on=day(1), **facts), at=NOW)
    (found,) = _exported(portland)
    assert (found["SUMMARY"], found["DTSTART"].dt) == ("Tom Reed: contract template", day(25))


def test_someone_in_the_bin_is_not_in_the_calendar(portland: UUID) -> None:
    tom = a_person(portland, "Tom Reed")
    followups.create(portland, followups.Draft(day(20), day(1), tom, "call"), at=NOW)
    people.discard(portland, tom, at=NOW)
    assert _titles(portland) == []


def _exported(owner_id: UUID) -> list[Any]:
    return list(Calendar.from_ical(calendar.export(owner_id, at=NOW)).walk("VEVENT"))


def _titles(owner_id: UUID) -> list[str]:
    return [str(found["SUMMARY"]) for found in _exported(owner_id)]


def test_an_announced_end_is_kept_also_past_midnight(portland: UUID) -> None:
    a_gathering(
        portland, "New Year", day(9), Attendance.GOING, starts_at=time(22), ends_at=time(3), city="Portland",
        place="The Hub", url="https://example.org/ny",
    )  # fmt: skip
    (found,) = _exported(portland)
    ends = found["DTEND"].dt.astimezone(PORTLAND)
    # the clocks go forward in that night: the end is where the wall clock says it is
    assert (ends.date(), ends.time()) == (day(10), time(3))
    assert (found["LOCATION"], found["URL"]) == ("The Hub, Portland", "https://example.org/ny")


def test_one_that_its_host_cancelled_says_so(portland: UUID) -> None:
    pk = a_gathering(portland, "Panel", day(20), Attendance.GOING, starts_at=time(18))
    models.Gathering.objects.filter(pk=pk).update(cancelled_on=day(18))
    (found,) = _exported(portland)
    assert (found["STATUS"], found["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
