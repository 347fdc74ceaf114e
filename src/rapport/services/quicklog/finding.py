"""What a line points back at: looked up among what is kept, and never guessed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from rapport.db import models
from rapport.domain.interactions.interactions import Channel
from rapport.domain.nouns import Noun
from rapport.domain.people.people import Match, resolve
from rapport.domain.quicklog.quicklog import (
    Amend,
    Bin,
    Doubt,
    Question,
    Reading,
    Reference,
    Restore,
    Statement,
    TakeBack,
    Target,
)
from rapport.domain.text import fold
from rapport.services.quicklog.choices import RowChoice

MOST = 9  # rows to choose from; more are told apart by their day

# Noun → its rows, the columns of its day, and the column that says what it is.
SIMPLE: dict[Noun, tuple[Any, tuple[str, ...], str]] = {
    Noun.ASK: (models.Ask, ("on",), "target"),
    Noun.HELP: (models.Help, ("promised_on", "given_on"), "what"),
    Noun.NEED: (models.Need, ("on",), "what"),
    Noun.OFFER: (models.Offer, ("on",), "what"),
    Noun.FOLLOW_UP: (models.FollowUp, ("due_on", "made_on"), "what"),
    Noun.OPPORTUNITY: (models.Opportunity, ("on",), "what"),
    Noun.NOTE: (models.Note, ("on",), "text"),
}
WORDS = re.compile(r"[^\W\d_][\w-]*")
SAME = (  # a line told in one language may be corrected in the other
    {"coffee", "coffees", "cafe", "cafes"},
    {"lunch", "lunches", "dejeuner", "dejeuners", "dej"},
    {"dinner", "dinners", "diner", "diners"},
    {"breakfast", "petit-dejeuner", "petit-dej"},
    {"drinks", "drink", "verre", "verres", "apero"},
    {"beer", "beers", "biere", "bieres"},
    {"walk", "walks", "stroll", "balade", "promenade", "marche"},
    {"picnic", "pique-nique"},
    {"hello", "hi", "bonjour", "salut"},
)


def looked_up(owner_id: UUID, reading: Reading, today: date) -> tuple[Reading, tuple[RowChoice, ...]]:
    """The reading with what each reference may mean; what means nothing becomes a question."""
    walk = _LookUp(owner_id, reading, today)
    statements = tuple(walk.statement(place, said) for place, said in enumerate(reading.statements))
    doubts = tuple(sorted((*reading.doubts, *walk.doubts), key=lambda doubt: doubt.span.start))
    return replace(reading, statements=statements, doubts=doubts), tuple(walk.choices)


class _LookUp:
    """One walk through a reading."""

    def __init__(self, owner_id: UUID, reading: Reading, today: date) -> None:
        self.owner_id, self.reading, self.today = owner_id, reading, today
        self.doubts: list[Doubt] = []
        self.choices: list[RowChoice] = []

    def statement(self, place: int, said: Statement) -> Statement:
        match said:
            case TakeBack():
                return self._last(place, said)
            case Bin() | Amend() | Restore():
                return replace(said, ref=self._reference(place, said))
            case _:
                return said

    def _reference(self, place: int, said: Bin | Restore | Amend) -> Reference:
        ref = replace(said.ref, key=f"#{place}")
        search = _Search(self.owner_id, ref, self.today, said)
        targets = search.targets()
        if not targets:
            is_there = isinstance(said, Restore)
            self.doubts.append(Doubt(Question.NOT_IN_BIN if is_there else Question.NOT_FOUND, ref.span))
        else:
            self._choose(ref, targets, is_open=len(targets) > 1 or not search.is_sure)
        return replace(ref, targets=targets)

    def _last(self, place: int, said: TakeBack) -> TakeBack:
        from rapport.services.journal.undo import last_undoable

        last = last_undoable(self.owner_id)
        if last is None:
            self.doubts.append(Doubt(Question.NOTHING_DONE, said.span))
            return said
        return replace(said, batch_id=last.id, subject=last.subject)

    def _choose(self, ref: Reference, targets: tuple[Target, ...], *, is_open: bool) -> None:
        typed = self.reading.text[ref.span.start : ref.span.end]
        self.choices.append(RowChoice(ref.key, typed, targets, is_open))


class _Search:
    """One reference looked for, in the bin or out of it."""

    def __init__(self, owner_id: UUID, ref: Reference, today: date, said: Bin | Restore | Amend) -> None:
        self.owner_id, self.ref, self.today = owner_id, ref, today
        self.is_binned = isinstance(said, Restore)
        self.is_change = isinstance(said, Amend)
        self.is_sure = True

    def targets(self) -> tuple[Target, ...]:
        """What fits, the newest first."""
        found: list[Target] = []
        for noun in self.ref.nouns:
            found += FIND[noun](self, noun) if noun in FIND else self.simple(noun)
        return tuple(found[:MOST])

    def rows(self, model: Any) -> Any:
        return model.objects.of(self.owner_id).filter(binned_at__isnull=not self.is_binned)

    def on_day(self, rows: Any, *columns: str) -> Any:
        """The first of the days said that there is anything on; all rows where none was said."""
        for day in self.ref.days:
            there = Q()
            for column in columns:
                there |= Q(**{column: day})
            if (fitting := rows.filter(there)).exists():
                return fitting
        return rows.none() if self.ref.days else rows

    def people(self, typed: str) -> list[UUID]:
        """Everybody the name may mean; whoever lies in the bin only where nobody else is meant."""
        everybody = models.Person.objects.of(self.owner_id)
        for rows in (everybody.live(), everybody):
            if found := _resolved(typed, rows):
                return found
        return []

    def simple(self, noun: Noun) -> list[Target]:
        model, days, column = SIMPLE[noun]
        rows = self.on_day(self.rows(model), *days)
        for typed in self.ref.people:
            rows = rows.filter(person__in=self.people(typed))
        found = rows.order_by("-" + days[0], "-id").values_list("pk", column, "person__name", *days)
        fitting = [row for row in found if _says(row[1], self.ref.what)]
        return [
            Target(noun, pk, (name,) if name else (), next((on for on in dates if on), None), what)
            for pk, what, name, *dates in fitting[:MOST]
        ]

    def interactions(self, noun: Noun) -> list[Target]:
        rows = self.rows(models.Interaction)
        for typed in self.ref.people:
            there = models.Participant.objects.of(self.owner_id).filter(person__in=self.people(typed))
            rows = rows.filter(pk__in=there.values("interaction"))
        if self.ref.channels:
            rows = rows.filter(channel__in=self.ref.channels)
        if self.ref.gathering:
            rows = rows.filter(gathering__folded=fold(self.ref.gathering))
        found = self.on_day(rows, "on").order_by("-on", "-id").values_list("pk", "on", "channel", "text")
        named = list(found[: MOST * 4])
        word = fold(self.ref.word)
        spelled = next((same for same in SAME if word in same), {word})
        worded = [row for row in named if not spelled.isdisjoint(WORDS.findall(fold(row[3])))]
        # A coffee where only a lunch was told of is not surely the one that is meant.
        is_other = not worded and any(row[3] for row in named)
        self.is_sure = not (is_other and self.ref.channels == (Channel.IN_PERSON,))
        chosen = (worded or named)[:MOST]
        who = _who(self.owner_id, [row[0] for row in chosen])
        said = self.ref.word if worded else ""
        return [
            Target(noun, pk, who.get(pk, ()), on, said, Channel(channel), "" if self.is_sure else text)
            for pk, on, channel, text in chosen
        ]

    def introductions(self, noun: Noun) -> list[Target]:
        rows = self.on_day(self.rows(models.Introduction), "on")
        for typed in self.ref.people:
            met = self.people(typed)
            rows = rows.filter(Q(person__in=met) | Q(other__in=met))
        if self.ref.by:
            rows = rows.filter(introducer__in=self.people(self.ref.by))
        found = rows.order_by("-on", "-id").values_list(
            "pk", "on", "person__name", "other__name", "introducer__name"
        )
        return [
            Target(noun, pk, tuple(filter(None, (person, other))), on, by or "")
            for pk, on, person, other, by in found[:MOST]
        ]

    def persons(self, noun: Noun) -> list[Target]:
        ids = _resolved(self.ref.what, self.rows(models.Person))
        names = self.rows(models.Person).filter(pk__in=ids).order_by("folded", "id")
        return [Target(noun, pk, what=name) for pk, name in names.values_list("pk", "name")[:MOST]]

    def pitches(self, noun: Noun) -> list[Target]:
        rows = _called(self.rows(models.Pitch), self.ref.what).order_by("-id")
        return [Target(noun, pk, what=name) for pk, name in rows.values_list("pk", "organisation")[:MOST]]

    def gatherings(self, noun: Noun) -> list[Target]:
        rows = self.on_day(_called(self.rows(models.Gathering), self.ref.what), "on")
        coming = rows.filter(on__gte=self.today)
        if self.is_change and not self.ref.days and coming.exists():
            rows = coming  # "Freelance Friday is at 18:30" speaks of the next one
        found = rows.order_by("-on").values_list("pk", "on", "name")
        return [Target(noun, pk, on=on, what=name) for pk, on, name in found[:MOST]]


FIND: dict[Noun, Callable[[_Search, Noun], list[Target]]] = {
    Noun.INTERACTION: _Search.interactions,
    Noun.INTRODUCTION: _Search.introductions,
    Noun.PERSON: _Search.persons,
    Noun.PITCH: _Search.pitches,
    Noun.GATHERING: _Search.gatherings,
}


def _resolved(typed: str, rows: Any) -> list[UUID]:
    for word in fold(typed).split():
        rows = rows.filter(folded__contains=word)
    found = resolve(typed, rows.values_list("id", "name", "aliases"))
    return list(found.ids) if found.match in (Match.KNOWN, Match.AMBIGUOUS) else []


def _called(rows: Any, name: str) -> Any:
    """Those of that very name; else those with all its words in theirs."""
    whole = rows.filter(folded=fold(name))
    if whole.exists():
        return whole
    for word in fold(name).split():
        rows = rows.filter(folded__contains=word)
    return rows


def _says(kept: str, typed: str) -> bool:
    """One holds the other: "the template" and "the contract template" may be the same."""
    there, wanted = fold(kept), fold(typed)
    return not wanted or wanted in there or (there != "" and there in wanted)


def _who(owner_id: UUID, ids: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """The names of those in each exchange."""
    names: dict[UUID, tuple[str, ...]] = {}
    there = models.Participant.objects.of(owner_id).filter(interaction__in=list(ids))
    for pk, name in there.order_by("person__folded").values_list("interaction_id", "person__name"):
        names[pk] = (*names.get(pk, ()), name)
    return names
