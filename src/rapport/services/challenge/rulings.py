"""Judging stories again: who is touched, from which day on, and what the referee says.

Rulings and ties are derived: dropping them all and calling `rebuild` changes nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Q

from rapport.db.models import Ruling, Tie, TieScale
from rapport.db.queries import challenge as challenge_queries
from rapport.db.queries import history as history_queries
from rapport.db.queries import interactions as interaction_queries
from rapport.db.queries import owners as owner_queries
from rapport.db.queries import people as people_queries
from rapport.domain.challenge.referee import Calendar, Overruled, Past, Reason, Verdict, judge_story, past_of
from rapport.domain.challenge.referee import Ruling as Judgement
from rapport.domain.history.history import Sums
from rapport.domain.history.ties import FIXED, MEMORY, Scale, scale_of, tie_of, was_strong
from rapport.domain.interactions.interactions import Meeting
from rapport.domain.people.people import Person, Place


def rebuild(owner_id: UUID, today: date) -> None:
    """Judge every story from its first day, and weigh every tie."""
    people = people_queries.every(owner_id)
    stories = interaction_queries.stories(owner_id, people)
    calendar, me = challenge_queries.calendar(owner_id), _where(owner_id)
    Ruling.objects.of(owner_id).delete()
    judged = {
        pid: judge_story(story, people[pid], calendar, me) for pid, story in stories.items() if pid in people
    }
    _save(owner_id, calendar, stories, judged)
    weigh_all(owner_id, today)


def weigh_all(owner_id: UUID, today: date) -> int:
    """Make every tie again, as of that day; how many there are."""
    people = people_queries.every(owner_id)
    stories = interaction_queries.stories(owner_id, people, since=today - MEMORY)
    traces = history_queries.sums(owner_id)
    scale = scale_of(traces.values(), today)
    TieScale.objects.of(owner_id).delete()
    if scale is not None:
        TieScale.objects.create(
            owner_id=owner_id,
            centres=list(scale.centres),
            spreads=list(scale.spreads),
            lifetime=scale.lifetime or 0.0,
        )
    Tie.objects.of(owner_id).delete()
    return _weigh(owner_id, people, stories, today, traces, scale or FIXED)


def weigh(owner_id: UUID, ids: Collection[UUID], today: date) -> int:
    """Make these people's ties again; how many there are."""
    people = people_queries.some(owner_id, ids)
    recent = interaction_queries.stories(owner_id, people, since=today - MEMORY)
    Tie.objects.of(owner_id).filter(person_id__in=list(ids)).delete()
    return _weigh(owner_id, people, recent, today, *_traces(owner_id, people))


def _traces(owner_id: UUID, people: Mapping[UUID, Person]) -> tuple[dict[UUID, Sums], Scale]:
    """What mailboxes and calendars tell of these people, and what is usual."""
    traces = history_queries.sums(owner_id, people)
    return traces, history_queries.scale(owner_id) if traces else FIXED


def rejudge(owner_id: UUID, since: Mapping[UUID, date | None], today: date) -> tuple[Overruled, ...]:
    """Judge these people again, each from the day their story changed (None: from its first day).

    Which exchanges that were judged before have another verdict now.
    """
    people = people_queries.some(owner_id, since)
    calendar, me = challenge_queries.calendar(owner_id), _where(owner_id)
    gone = [pid for pid in since if pid not in people]
    Ruling.objects.of(owner_id).filter(person_id__in=gone).delete()
    moved: list[Overruled] = []
    for start in set(since.values()):
        touched = {pid: people[pid] for pid, day in since.items() if day == start and pid in people}
        if start is None:
            moved += _judge_whole(owner_id, touched, calendar, me)
        else:
            moved += _judge_window(owner_id, touched, calendar, me, start - calendar.answer_window)
    Tie.objects.of(owner_id).filter(person_id__in=list(since)).delete()
    recent = interaction_queries.stories(owner_id, people, since=today - MEMORY)
    _weigh(owner_id, people, recent, today, *_traces(owner_id, people))
    return tuple(moved)


def _judge_whole(
    owner_id: UUID, people: dict[UUID, Person], calendar: Calendar, me: Place | None
) -> list[Overruled]:
    stories = interaction_queries.stories(owner_id, people)
    judged = {pid: judge_story(story, people[pid], calendar, me) for pid, story in stories.items()}
    return _replace(owner_id, Q(person_id__in=list(people)), calendar, stories, judged)


def _judge_window(
    owner_id: UUID, people: dict[UUID, Person], calendar: Calendar, me: Place | None, since: date
) -> list[Overruled]:
    """From `since` on, with one answer window before it for messages that are answered after it."""
    stories = interaction_queries.stories(owner_id, people, since=since - calendar.answer_window)
    past = _past(owner_id, people, since)
    judged = {
        pid: judge_story(story, people[pid], calendar, me, past[pid], since) for pid, story in stories.items()
    }
    return _replace(owner_id, Q(person_id__in=list(people), on__gte=since), calendar, stories, judged)


def _replace(
    owner_id: UUID,
    old: Q,
    calendar: Calendar,
    stories: Mapping[UUID, list[Meeting]],
    judged: Mapping[UUID, dict[UUID, Judgement]],
) -> list[Overruled]:
    """New rulings in the place of the old ones; of what was judged otherwise before."""
    rows = Ruling.objects.of(owner_id).filter(old)
    before = list(rows.values_list("interaction_id", "person_id", "on", "verdict"))
    rows.delete()
    _save(owner_id, calendar, stories, judged)
    moved = []
    for interaction_id, person_id, on, was in before:
        ruling = judged.get(person_id, {}).get(interaction_id)
        if ruling and ruling.verdict != was:
            moved.append(Overruled(interaction_id, person_id, on, Verdict(was), ruling.verdict))
    return moved


def _past(owner_id: UUID, people: Iterable[UUID], before: date) -> dict[UUID, Past]:
    """What earlier days left behind, from one narrow query."""
    earlier: dict[UUID, list[tuple[date, Judgement]]] = {pid: [] for pid in people}
    rows = Ruling.objects.of(owner_id).filter(person_id__in=list(earlier), on__lt=before)
    for pid, on, verdict, reasons in rows.values_list("person_id", "on", "verdict", "reasons"):
        earlier[pid].append((on, Judgement(Verdict(verdict), tuple(map(Reason, reasons)))))
    return {pid: past_of(rulings) for pid, rulings in earlier.items()}


def _save(
    owner_id: UUID,
    calendar: Calendar,
    stories: Mapping[UUID, list[Meeting]],
    judged: Mapping[UUID, dict[UUID, Judgement]],
) -> None:
    rows = []
    for person_id, story in stories.items():
        for meeting in story:
            ruling = judged.get(person_id, {}).get(meeting.id)
            if ruling is None:
                continue
            period = calendar.period_of(meeting.on)
            rows.append(
                Ruling(
                    owner_id=owner_id,
                    interaction_id=meeting.id,
                    person_id=person_id,
                    challenge_id=period.challenge_id if period else None,
                    on=meeting.on,
                    verdict=ruling.verdict,
                    reasons=list(ruling.reasons),
                    evidence=[str(pk) for pk in ruling.evidence],
                )
            )
    Ruling.objects.bulk_create(rows, batch_size=200)


def _weigh(
    owner_id: UUID,
    people: Mapping[UUID, Person],
    stories: Mapping[UUID, list[Meeting]],
    today: date,
    traces: Mapping[UUID, Sums],
    scale: Scale,
) -> int:
    """Make these people's ties again (`stories` may be cut where closeness forgets); how many there are."""
    whole = interaction_queries.spans(owner_id, people)
    spans = {pid: (count, first, last) for pid, count, first, last in whole}
    rows = []
    for pid, person in people.items():
        sums = traces.get(pid)
        if pid not in spans and person.told is None and sums is None:
            continue
        tie = tie_of(stories.get(pid, []), person.told, today, sums, scale)
        count, first, last = spans.get(pid, (0, None, None))
        rows.append(
            Tie(
                owner_id=owner_id,
                person_id=pid,
                closeness=tie.closeness,
                interactions=count,
                first_on=first,
                last_on=max(filter(None, (tie.last_on, last)), default=None),
                was_strong=sums is not None and was_strong(sums, scale),
            )
        )
    return len(Tie.objects.bulk_create(rows, batch_size=200))


def _where(owner_id: UUID) -> Place | None:
    latitude, longitude = owner_queries.whereabouts(owner_id)
    return Place(latitude, longitude) if latitude is not None and longitude is not None else None
