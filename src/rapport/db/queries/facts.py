"""A whole challenge as values: a fixed number of queries, whatever the month held."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from rapport.db import models
from rapport.db.queries import interactions, people
from rapport.domain.asks.asks import Answer, Ask
from rapport.domain.asks.introductions import Introduction, Step
from rapport.domain.challenge.challenge import Challenge
from rapport.domain.challenge.checkins import CheckIn
from rapport.domain.challenge.referee import Reason, Ruling, Verdict
from rapport.domain.gatherings.gatherings import Attendance, Gathering, GatheringKind
from rapport.domain.giving.giving import Help, Need, Offer
from rapport.domain.history.ties import closeness
from rapport.domain.interactions.followups import FollowUp
from rapport.domain.origins.facts import Facts, Judged, Reflection
from rapport.domain.pitches.opportunities import Opportunity
from rapport.domain.pitches.pitches import Pitch, PitchStep, Stage


def gather(owner_id: UUID, challenge: Challenge, today: date) -> Facts:
    """Everything up to the challenge's last day (or today), with closeness as of its first day."""
    until = min(today, challenge.ends_on)
    everybody = people.every(owner_id)
    exchanges = tuple(interactions.every(owner_id, until=until))
    return Facts(
        challenge=challenge,
        today=today,
        people=everybody,
        closeness=_closeness(owner_id, everybody, challenge.starts_on),
        interactions=exchanges,
        judged=_judged(owner_id, challenge),
        gatherings=_gatherings(owner_id),
        asks=_asks(owner_id, challenge, until),
        introductions=_introductions(owner_id, until),
        pitches=_pitches(owner_id, challenge, until),
        helps=_helps(owner_id, until),
        needs=_needs(owner_id, until),
        offers=_offers(owner_id, until),
        follow_ups=_follow_ups(owner_id, until),
        opportunities=_opportunities(owner_id, challenge, until),
        checkins=_checkins(owner_id, challenge, until),
        reflections=_reflections(owner_id, challenge, until),
        assumed=_assumed(owner_id),
    )


def _closeness(owner_id: UUID, everybody: dict[UUID, Any], on: date) -> dict[UUID, float]:
    """Only of those with a history before that day, or of whom the user said how close they are."""
    found = {}
    stories = interactions.stories(owner_id, everybody)
    for person_id, person in everybody.items():
        before = [meeting for meeting in stories.get(person_id, []) if meeting.on < on]
        if before or person.told:
            found[person_id] = closeness(before, person.told, on)
    return found


def _judged(owner_id: UUID, challenge: Challenge) -> tuple[Judged, ...]:
    rows = (
        models.Ruling.objects.of(owner_id)
        .filter(challenge_id=challenge.id)
        .order_by("on", "interaction_id", "person_id")
        .values_list("interaction_id", "person_id", "on", "verdict", "reasons", "evidence")
    )
    return tuple(
        Judged(
            interaction,
            person,
            on,
            Ruling(Verdict(verdict), tuple(map(Reason, reasons)), tuple(map(UUID, evidence))),
        )
        for interaction, person, on, verdict, reasons, evidence in rows
    )


def _gatherings(owner_id: UUID) -> tuple[Gathering, ...]:
    rows = models.Gathering.objects.of(owner_id).live().order_by("on", "id")
    columns = ("id", "name", "on", "size", "kind", "attendance", "series_id", "invited_by_id", "stretch")
    return tuple(
        Gathering(pk, name, on, size, GatheringKind(kind), Attendance(attendance), series, invited, stretch)
        for pk, name, on, size, kind, attendance, series, invited, stretch in rows.values_list(*columns)
    )


def _asks(owner_id: UUID, challenge: Challenge, until: date) -> tuple[Ask, ...]:
    answers: dict[UUID, list[tuple[date, Answer]]] = defaultdict(list)
    given = models.AskAnswer.objects.of(owner_id).filter(on__lte=until).order_by("on", "id")
    for ask, on, answer in given.values_list("ask_id", "on", "answer"):
        answers[ask].append((on, Answer(answer)))
    rows = (
        models.Ask.objects.of(owner_id)
        .live()
        .filter(on__gte=challenge.starts_on, on__lte=until, person__binned_at__isnull=True)
        .order_by("on", "id")
        .values_list("id", "on", "person_id", "target", "reminded_on")
    )
    return tuple(
        Ask(pk, on, person, target, tuple(answers[pk]), reminded) for pk, on, person, target, reminded in rows
    )


def _introductions(owner_id: UUID, until: date) -> tuple[Introduction, ...]:
    rows = (
        models.Introduction.objects.of(owner_id)
        .live()
        .filter(on__lte=until, person__binned_at__isnull=True)
        .order_by("on", "id")
        .values_list("id", "on", "person_id", "introducer_id", "other_id", "step", "ask_id")
    )
    return tuple(
        Introduction(pk, on, person, introducer, other, Step(step), ask)
        for pk, on, person, introducer, other, step, ask in rows
    )


def _pitches(owner_id: UUID, challenge: Challenge, until: date) -> tuple[Pitch, ...]:
    steps: dict[UUID, list[PitchStep]] = defaultdict(list)
    order = list(Stage)
    taken = models.PitchStep.objects.of(owner_id).filter(on__lte=until)
    for pitch, on, stage, due in taken.values_list("pitch_id", "on", "stage", "due"):
        steps[pitch].append(PitchStep(on, Stage(stage), due))
    rows = models.Pitch.objects.of(owner_id).live().order_by("folded", "id")
    found = [
        Pitch(
            pk,
            organisation,
            tuple(sorted(steps[pk], key=lambda step: (step.on, order.index(step.stage)))),
            person,
            fright,
            hopeful,
        )
        for pk, organisation, person, fright, hopeful in rows.values_list(
            "id", "organisation", "person_id", "fright", "hopeful"
        )
    ]
    return tuple(p for p in found if p.sent_on is None or p.sent_on >= challenge.starts_on)


def _helps(owner_id: UUID, until: date) -> tuple[Help, ...]:
    rows = (
        models.Help.objects.of(owner_id)
        .live()
        .filter(person__binned_at__isnull=True)
        .order_by("promised_on", "given_on", "id")
        .values_list("id", "person_id", "what", "by_me", "promised_on", "due_on", "given_on")
    )
    return tuple(h for h in (Help(*row) for row in rows) if (h.promised_on or h.given_on or until) <= until)


def _needs(owner_id: UUID, until: date) -> tuple[Need, ...]:
    rows = models.Need.objects.of(owner_id).live().filter(on__lte=until).order_by("on", "id")
    return tuple(Need(*row) for row in rows.values_list("id", "what", "on", "person_id", "met_on"))


def _offers(owner_id: UUID, until: date) -> tuple[Offer, ...]:
    rows = models.Offer.objects.of(owner_id).live().filter(on__lte=until).order_by("on", "id")
    return tuple(Offer(*row) for row in rows.values_list("id", "what", "on", "person_id"))


def _follow_ups(owner_id: UUID, until: date) -> tuple[FollowUp, ...]:
    rows = models.FollowUp.objects.of(owner_id).live().filter(made_on__lte=until).order_by("due_on", "id")
    columns = ("id", "due_on", "made_on", "person_id", "what", "done_on", "dropped_on")
    return tuple(FollowUp(*row) for row in rows.values_list(*columns))


def _opportunities(owner_id: UUID, challenge: Challenge, until: date) -> tuple[Opportunity, ...]:
    rows = (
        models.Opportunity.objects.of(owner_id)
        .live()
        .filter(on__gte=challenge.starts_on, on__lte=until)
        .order_by("on", "id")
    )
    columns = ("id", "what", "on", "person_id", "gathering_id", "pitch_id")
    return tuple(Opportunity(*row) for row in rows.values_list(*columns))


def _checkins(owner_id: UUID, challenge: Challenge, until: date) -> tuple[CheckIn, ...]:
    rows = models.CheckIn.objects.of(owner_id).filter(on__gte=challenge.starts_on, on__lte=until)
    return tuple(CheckIn(*row) for row in rows.order_by("on").values_list("on", "energy", "pressure"))


def _reflections(owner_id: UUID, challenge: Challenge, until: date) -> tuple[Reflection, ...]:
    rows = models.Note.objects.of(owner_id).live().filter(on__gte=challenge.starts_on, on__lte=until)
    return tuple(Reflection(*row) for row in rows.order_by("on", "id").values_list("id", "on", "text"))


def _assumed(owner_id: UUID) -> frozenset[UUID]:
    marked: set[UUID] = set()
    for model in (
        models.Person, models.Interaction, models.Gathering, models.Ask, models.Introduction,
        models.Pitch, models.Help, models.Need, models.Opportunity, models.Note,
    ):  # fmt: skip
        marked.update(model.objects.of(owner_id).filter(assumed=True).values_list("id", flat=True))
    return frozenset(marked)
