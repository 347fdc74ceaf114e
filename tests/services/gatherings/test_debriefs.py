"""The minute after Freelance Friday."""

from datetime import UTC, datetime, time
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.challenge.referee import Verdict
from rapport.domain.gatherings.debrief import Entry
from rapport.domain.gatherings.gatherings import Attendance
from rapport.services.errors import Invalid, Problem
from rapport.services.gatherings import debriefed, debriefs
from rapport.services.gatherings import pages as gathering_pages
from rapport.services.gatherings.debriefs import Draft
from rapport.services.journal import undo
from rapport.services.people import people
from tests.cast import day
from tests.services.conftest import NOW
from tests.services.makers import a_coffee, a_gathering, a_person, mail

FRIDAY = day(1)


@pytest.fixture
def evening(owner_id: UUID, month: UUID) -> UUID:
    return a_gathering(owner_id, "Freelance Friday", FRIDAY, Attendance.GOING, size=12)


def test_one_evening_is_one_interaction_and_one_step_back(owner_id: UUID, evening: UUID) -> None:
    karen = a_person(owner_id, "Karen Holt", known_before=True)
    draft = Draft(
        entries=(
            Entry("Karen Holt", person_id=karen),
            Entry("Nora Lindqvist", memorable=True, promise="a puppy play date"),
            Entry("Priya Shah", memorable=True, need="a copywriter", step="send the list", step_on=day(6)),
            Entry("Dale", memorable=False),
            Entry("  "),
        ),
        minutes=90,
        others=2,
        note="Free coffee.",
    )
    saved = debriefs.save(owner_id, evening, draft, on=FRIDAY, at=NOW)
    page = gathering_pages.read(owner_id, evening)
    (met,) = page.interactions
    assert (met.minutes, met.others, met.note) == (90, 2, "Free coffee.")
    verdicts = {part.person.name: part.ruling.verdict for part in met.people if part.ruling}
    assert verdicts == {
        "Karen Holt": Verdict.ALREADY_KNOWN,
        "Nora Lindqvist": Verdict.CONNECTION,
        "Priya Shah": Verdict.CONNECTION,
        "Dale": Verdict.HELLO,
    }
    row = page.gathering
    assert (row.attendance, row.debriefed_on, row.minutes) == (Attendance.WENT, FRIDAY, 90)
    assert [(one.what, one.person.name) for one in models.Help.objects.all()] == [
        ("a puppy play date", "Nora Lindqvist")
    ]
    assert [(one.what, one.person and one.person.name) for one in models.Need.objects.all()] == [
        ("a copywriter", "Priya Shah")
    ]
    steps = models.FollowUp.objects.order_by("due_on").values_list("person__name", "what", "due_on")
    assert list(steps) == [("Nora Lindqvist", "", day(2)), ("Priya Shah", "send the list", day(6))]
    assert models.Person.objects.get(name="Dale").met_at_id == evening
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=NOW)
    assert list(models.Person.objects.values_list("name", flat=True)) == ["Karen Holt"]
    assert not models.Interaction.objects.exists()
    assert not models.FollowUp.objects.exists()
    assert gathering_pages.read(owner_id, evening).gathering.attendance is Attendance.GOING


def test_it_is_read_back_with_verdicts_steps_and_promises(owner_id: UUID, evening: UUID) -> None:
    draft = Draft((Entry("Nora", memorable=True, promise="a play date"), Entry("Tom")))
    saved = debriefs.save(owner_id, evening, draft, on=FRIDAY, at=NOW)
    assert saved.batch_id
    people_there = models.Person.objects.get(name="Nora")
    people.edit(
        owner_id, people_there.pk, people.Draft("Nora", contact_points=(mail("nora@example.org"),)), at=NOW
    )
    told = debriefed.read_back(owner_id, saved.batch_id)
    assert (told.name, told.gathering_id, told.is_undone) == ("Freelance Friday", evening, False)
    assert [(one.person, one.verdict) for one in told.rulings] == [
        ("Nora", Verdict.CONNECTION),
        ("Tom", Verdict.HELLO),
    ]
    assert [(one.person and one.person.name, one.due_on) for one in told.steps] == [("Nora", day(2))]
    assert [one.what for one in told.promises] == ["a play date"]
    assert list(told.emails.values()) == ["nora@example.org"]
    with pytest.raises(LookupError):
        debriefed.read_back(owner_id, evening)


def test_without_the_reminder_nothing_is_due(owner_id: UUID, evening: UUID) -> None:
    debriefs.save(owner_id, evening, Draft((Entry("Nora", True),), remind=False), on=FRIDAY, at=NOW)
    assert not models.FollowUp.objects.exists()


def test_an_evening_with_nobody_is_told_of_too(owner_id: UUID, evening: UUID) -> None:
    saved = debriefs.save(owner_id, evening, Draft((), minutes=60), on=FRIDAY, at=NOW)
    assert saved.batch_id
    assert not models.Interaction.objects.exists()
    assert gathering_pages.read(owner_id, evening).gathering.debriefed_on == FRIDAY
    assert debriefs.waiting(owner_id, day(2), NOW) == ()


def test_a_second_telling_adds_and_does_not_double_the_time(owner_id: UUID, evening: UUID) -> None:
    debriefs.save(owner_id, evening, Draft((Entry("Nora"),), minutes=90), on=FRIDAY, at=NOW)
    page = debriefs.open_debrief(owner_id, evening, FRIDAY)
    assert [part.person.name for one in page.met for part in one.people] == ["Nora"]
    debriefs.save(owner_id, evening, Draft((Entry("Priya"),), minutes=90), on=FRIDAY, at=NOW)
    assert sorted(models.Interaction.objects.values_list("minutes", flat=True), key=bool) == [None, 90]


def test_a_second_telling_on_the_same_day_is_read_back_as_well(owner_id: UUID, evening: UUID) -> None:
    debriefs.save(owner_id, evening, Draft((Entry("Nora"),)), on=FRIDAY, at=NOW)
    again = debriefs.save(owner_id, evening, Draft((Entry("Tom"),)), on=FRIDAY, at=NOW)
    assert again.batch_id
    assert debriefed.read_back(owner_id, again.batch_id).gathering_id == evening


def test_those_who_may_have_been_there_are_offered(owner_id: UUID, month: UUID) -> None:
    karen, nora, priya = (a_person(owner_id, name) for name in ("Karen", "Nora", "Priya"))
    people.edit(owner_id, nora, people.Draft("Nora", organisation="Freelance Friday"), at=NOW)
    first = a_gathering(owner_id, "Freelance Friday", FRIDAY)
    a_coffee(owner_id, priya, gathering_id=first)
    second = a_gathering(owner_id, "Freelance Friday", day(29), invited_by=karen)
    page = debriefs.open_debrief(owner_id, second, day(29))
    assert [one.name for one in page.expected] == ["Karen", "Nora", "Priya"]
    debriefs.save(owner_id, second, Draft((Entry("Nora", person_id=nora),)), on=day(29), at=NOW)
    assert [one.name for one in debriefs.open_debrief(owner_id, second, day(29)).expected] == [
        "Karen",
        "Priya",
    ]


def test_a_name_is_sure_when_one_person_is_called_exactly_so(owner_id: UUID) -> None:
    nora, priya = a_person(owner_id, "Nora Lindqvist"), a_person(owner_id, "Priya Shah")
    a_person(owner_id, "Priya Nair")
    assert debriefs.who(owner_id, "nora  lindqvist") == debriefs.Who(
        debriefs.who(owner_id, "Nora Lindqvist").people, is_sure=True
    )
    assert [one.id for one in debriefs.who(owner_id, "Nora Lindqvist").people] == [nora]
    half = debriefs.who(owner_id, "Priya")
    assert (len(half.people), half.is_sure) == (2, False)
    assert not debriefs.who(owner_id, "Nora").is_sure
    assert debriefs.who(owner_id, "Teo Brandt") == debriefs.Who((), is_sure=False)
    twin = a_person(owner_id, "Priya Shah")
    both = debriefs.who(owner_id, "Priya Shah")
    assert ({one.id for one in both.people}, both.is_sure) == ({priya, twin}, False)


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ((Entry("N" * 201),), Problem.TOO_LONG),
        ((Entry("Nora", need="\x00"),), Problem.BAD_TEXT),
        ((Entry("Nora", person_id=UUID(int=1)),), Problem.UNKNOWN),
    ],
)
def test_what_cannot_be_kept_leaves_nothing_behind(
    owner_id: UUID, evening: UUID, entries: tuple[Entry, ...], code: Problem
) -> None:
    with pytest.raises(Invalid) as wrong:
        debriefs.save(owner_id, evening, Draft((Entry("Tom"), *entries)), on=FRIDAY, at=NOW)
    assert wrong.value.code is code
    assert not models.Person.objects.exists()


def test_nobody_is_there_twice(owner_id: UUID, evening: UUID) -> None:
    nora = a_person(owner_id, "Nora")
    with pytest.raises(Invalid) as wrong:
        debriefs.save(owner_id, evening, Draft((Entry("Nora", person_id=nora),) * 2), on=FRIDAY, at=NOW)
    assert wrong.value.code is Problem.SAME_PERSON


@pytest.mark.parametrize(
    ("now", "asked"),
    [
        (datetime(2019, 3, 1, 19, 59, tzinfo=UTC), False),
        (datetime(2019, 3, 1, 20, 0, tzinfo=UTC), True),
        (datetime(2019, 3, 2, 8, 0, tzinfo=UTC), True),
        (datetime(2019, 3, 15, 8, 0, tzinfo=UTC), True),
        (datetime(2019, 3, 16, 8, 0, tzinfo=UTC), False),
    ],
)
def test_it_is_asked_two_hours_in_and_for_two_weeks(owner_id: UUID, now: datetime, asked: bool) -> None:
    a_gathering(owner_id, "Freelance Friday", FRIDAY, Attendance.GOING, starts_at=time(18))
    a_gathering(owner_id, "Skipped", FRIDAY, Attendance.SKIPPED)
    waiting = debriefs.waiting(owner_id, now.date(), now)
    assert [row.name for row in waiting] == (["Freelance Friday"] if asked else [])
