"""Asks with their answers, as pages show them."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from rapport.db.models import Ask as Row
from rapport.db.models import AskAnswer, Introduction
from rapport.db.queries.values import Named
from rapport.domain.asks import Answer, Ask
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
        return Ask(self.id, self.on, self.person.id, self.target, said, self.reminded_on)


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
    """Three queries."""
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
    columns = made.order_by("on", "person__folded").values_list("ask_id", "person_id", "person__name")
    for ask, person, name in columns:
        led_to[ask].append(Named(person, name))
    return [
        AskRow(
            pk, on, Named(person, name), target, _in_order(answers[pk]), reminded, tuple(led_to[pk]), assumed
        )
        for pk, on, person, name, target, reminded, assumed in rows.order_by("-on", "-id").values_list(
            "id", "on", "person_id", "person__name", "target", "reminded_on", "assumed"
        )
    ]


def _in_order(answers: list[AnswerRow]) -> tuple[AnswerRow, ...]:
    """By day; on one day the answer that says more stands last."""
    rank = list(Answer)
    return tuple(sorted(answers, key=lambda answer: (answer.on, rank.index(answer.answer), str(answer.id))))
