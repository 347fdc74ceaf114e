"""Asks with their answers, as pages show them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q

from rapport.db.models import Ask as Row
from rapport.db.models import AskAnswer, Introduction, Participant, TraceParty
from rapport.db.queries.values import Named, named
from rapport.domain.asks.asks import Answer, Ask
from rapport.domain.imports.imports import TraceKind
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class AnswerRow:
    id: UUID
    on: date
    answer: Answer


@dataclass(frozen=True, slots=True)
class AskRow:
    id: UUID
    on: date
    person: Named
    target: str
    answers: tuple[AnswerRow, ...]  # in date order
    reminded_on: date | None
    introduced: tuple[Named, ...]  # whom it led to
    assumed: bool
    wanted: Named | None = None  # whom I would like to meet
    organisation: str = ""  # where I would like to meet somebody
    text: str = ""  # what was written to them
    heard_on: date | None = None  # they wrote since, and what they said is not told yet

    @property
    def answer(self) -> Answer:
        """Where it stands."""
        return self.answers[-1].answer if self.answers else Answer.ASKED

    @property
    def answered_on(self) -> date | None:
        return self.answers[-1].on if self.answers else None

    def fact(self) -> Ask:
        """What the rules read."""
        said = tuple((answer.on, answer.answer) for answer in self.answers)
        return Ask(self.id, self.on, self.person.id, self.target, said, self.reminded_on, self.heard_on)


def every(owner_id: UUID) -> list[AskRow]:
    """Newest first."""
    return _rows(owner_id, _live(owner_id))


def of_person(owner_id: UUID, person_id: UUID) -> list[AskRow]:
    return _rows(owner_id, _live(owner_id).filter(person_id=person_id))


def of_day(owner_id: UUID, day: date) -> list[AskRow]:
    """Asked or answered on that day."""
    answered = AskAnswer.objects.of(owner_id).filter(on=day).values("ask_id")
    return _rows(owner_id, _live(owner_id).filter(Q(on=day) | Q(pk__in=answered)))


def one(owner_id: UUID, ask_id: UUID) -> AskRow | None:
    found = _rows(owner_id, _live(owner_id).filter(pk=ask_id))
    return found[0] if found else None


def last_on(owner_id: UUID, person_id: UUID, until: date) -> date | None:
    """The day this person was asked last."""
    rows = _live(owner_id).filter(person_id=person_id, on__lte=until).order_by("-on")
    day: date | None = rows.values_list("on", flat=True).first()
    return day


def _live(owner_id: UUID) -> Any:
    return Row.objects.of(owner_id).live().filter(person__binned_at__isnull=True)


def _rows(owner_id: UUID, rows: Any) -> list[AskRow]:
    """Four queries, and one more where something is still open and mails have been imported."""
    answers: dict[UUID, list[AnswerRow]] = defaultdict(list)
    said = AskAnswer.objects.of(owner_id).filter(ask__in=rows.values("pk"))
    for ask, pk, on, answer in said.values_list("ask_id", "id", "on", "answer"):
        answers[ask].append(AnswerRow(pk, on, Answer(answer)))
    led_to: dict[UUID, list[Named]] = defaultdict(list)
    made = (
        Introduction.objects.of(owner_id)
        .live()
        .filter(ask__in=rows.values("pk"), person__binned_at__isnull=True)
    )
    led = made.order_by("on", "person__folded").values_list("ask_id", "person_id", "person__name")
    for ask, person, name in led:
        led_to[ask].append(Named(person, name))
    columns = (
        "id", "on", "person_id", "person__name", "target", "reminded_on", "assumed", "wanted_id",
        "wanted__name", "wanted__binned_at", "organisation", "text",
    )  # fmt: skip
    found = [
        AskRow(
            pk, on, Named(person, name), target, _in_order(answers[pk]), reminded, tuple(led_to[pk]), assumed,
            named(wanted, wanted_name, binned), organisation, text,
        )
        for pk, on, person, name, target, reminded, assumed, wanted, wanted_name, binned, organisation, text
        in rows.order_by("-on", "-id").values_list(*columns)
    ]  # fmt: skip
    heard = heard_on(owner_id, [row.fact() for row in found if row.answer.is_open])
    return [replace(row, heard_on=heard[row.id]) if row.id in heard else row for row in found]


def heard_on(owner_id: UUID, waiting: Collection[Ask]) -> dict[UUID, date]:
    """The first day after each of these asks, or after its last answer, on which they wrote to me.

    One query of the traces of mail and one of what was logged; where they wrote one more for what was
    said to be no answer.
    """
    if not waiting:
        return {}
    began = min(ask.answer_since for ask in waiting) + timedelta(days=1)
    wrote = TraceParty.objects.filter(
        trace__owner_id=owner_id, trace__kind=TraceKind.MAIL, trace__is_bulk=False, is_sender=True,
        address__person_id__in={ask.person_id for ask in waiting},
        trace__at__gte=datetime.combine(began, time(), UTC),
    )  # fmt: skip
    days: dict[UUID, list[date]] = defaultdict(list)
    for person, at in wrote.values_list("address__person_id", "trace__at"):
        days[person].append(at.date())
    for person, on in _logged(owner_id, waiting, began):
        days[person].append(on)
    if not days:
        return {}
    read = dict(
        Row.objects.of(owner_id)
        .filter(read_until__isnull=False, pk__in=[ask.id for ask in waiting])
        .values_list("id", "read_until")
    )
    since = {ask.id: max(ask.answer_since, read.get(ask.id) or ask.on) for ask in waiting}
    later = {ask.id: [on for on in days[ask.person_id] if on > since[ask.id]] for ask in waiting}
    return {pk: min(them) for pk, them in later.items() if them}


def _logged(owner_id: UUID, waiting: Collection[Ask], began: date) -> Iterable[tuple[UUID, date]]:
    """Who wrote back, and when, as I wrote it down; not where we met, for then I know what was said."""
    rows = Participant.objects.of(owner_id).filter(
        person_id__in={ask.person_id for ask in waiting}, interaction__binned_at__isnull=True,
        interaction__on__gte=began, interaction__channel__in=(Channel.EMAIL, Channel.MESSAGE),
        interaction__direction__in=(Direction.INBOUND, Direction.MUTUAL),
    )  # fmt: skip
    found: Iterable[tuple[UUID, date]] = rows.values_list("person_id", "interaction__on")
    return found


def _in_order(answers: list[AnswerRow]) -> tuple[AnswerRow, ...]:
    """By day; on one day the answer that says more stands last."""
    rank = list(Answer)
    return tuple(sorted(answers, key=lambda answer: (answer.on, rank.index(answer.answer), str(answer.id))))
