"""Every code has words."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

import pytest

import rapport.domain
from rapport.domain.asks.chances import Band
from rapport.domain.asks.introducers import Ground
from rapport.domain.asks.introductions import Because, Move, Role, Side, Todo
from rapport.domain.asks.letters import LetterKind, Place
from rapport.domain.challenge.pace import Shape
from rapport.domain.challenge.referee import Reason, Verdict
from rapport.domain.coach.cards import Kind, Why
from rapport.domain.coach.coach import Verdict as WhyNotCode
from rapport.domain.coach.next_challenge import Because as NextBecause
from rapport.domain.coach.reconnect import Worth
from rapport.domain.duplicates.levels import scales
from rapport.domain.duplicates.values import Agreement, Field
from rapport.domain.gatherings.brief import Likely, Opening, Quest
from rapport.domain.gatherings.fit import Sign as FitSign
from rapport.domain.gatherings.gatherings import SizeBand
from rapport.domain.gatherings.listings import FeedKind, FeedProblem, ListingStatus
from rapport.domain.gatherings.yields import Advice
from rapport.domain.giving.giving import Flow, MatchReply
from rapport.domain.history.acquaintances import Sign
from rapport.domain.history.history import AddressKind
from rapport.domain.imports.imports import EntryKind, Source, TraceKind, Trouble
from rapport.domain.imports.plan import Fate
from rapport.domain.imports.plan import Why as Recognised
from rapport.domain.interactions import closing
from rapport.domain.interactions.followups import Evidence
from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Remembering
from rapport.domain.learning.works import DayPart
from rapport.domain.map import map as map_values
from rapport.domain.nouns import Noun
from rapport.domain.origins.growth import How
from rapport.domain.origins.origins import NodeKind
from rapport.domain.people.descriptions import Facet
from rapport.domain.people.people import ContactKind
from rapport.domain.people_filters import Closeness, Due, LastContact, Sort
from rapport.domain.pitches.ladder import PickWhy, Week
from rapport.domain.pitches.pitches import Next
from rapport.domain.pitches.record import Height, Path
from rapport.domain.pitches.warm_paths import Warmth
from rapport.domain.quicklog.quicklog import Question
from rapport.domain.quicklog.typed import Wrong
from rapport.domain.retrospective.values import Code, Part
from rapport.domain.simulation.life.nature import Rule
from rapport.domain.simulation.paces import Pace as TriedPace
from rapport.formats.diary import ProblemCode
from rapport.services.errors import Problem
from rapport.wording import (
    cards,
    coach,
    diary,
    duplicates,
    findings,
    fit,
    gathering_briefs,
    gatherings,
    growth,
    imports,
    introducer_reasons,
    introductions,
    letters,
    next_challenge,
    nouns,
    people_filters,
    pitches,
    questions,
    reconnect,
    simulate,
    subscriptions,
    verdicts,
    works,
)
from rapport.wording.words import heading, table_of, word

SENTENCES: Mapping[type[StrEnum], Mapping[Any, object]] = {  # codes that are told in sentences, and where
    Kind: cards.TITLES,
    Why: {**cards.REASONS, Why.GOAL_OPEN: cards.GOAL_OPEN % {"done": 1, "of": 2, "days_left": 3}},
    Shape: cards.SHAPES,
    Question: questions.QUESTIONS,
    Problem: questions.PROBLEMS,
    ProblemCode: diary.PROBLEMS,
    Code: findings.HEADINGS,
    Facet: introducer_reasons.FACETS,
    Noun: nouns.NOUNS,
    Closeness: people_filters.CLOSENESS,
    LastContact: people_filters.LAST_CONTACT,
    Due: people_filters.DUE,
    Sort: people_filters.SORTS,
    FitSign: fit.SIGNS,
    Advice: gatherings.ADVICE,
    SizeBand: gatherings.BANDS,
    Likely: gathering_briefs.LIKELY,
    Opening: gathering_briefs.OPENINGS,
    Quest: gathering_briefs.QUESTS,
    Source: imports.SOURCES,
    Trouble: imports.TROUBLES,
    Recognised: imports.WHYS,
    Field: duplicates.REASONS,
    PickWhy: pitches.PICKS,
    Week: pitches.WEEKS,
    Height: pitches.HEIGHTS,
    Path: pitches.PATHS,
    Next: pitches.COMING,
    Warmth: {warmth: words for (warmth, _through_one_more), words in pitches.WAYS.items()},
    Worth: reconnect.REASONS,
    Todo: introductions.TODOS,
    Role: introductions.ROLES,
    Move: introductions.DONE,
    How: growth.HOW,
    LetterKind: letters.KINDS,
    Place: letters.PLACES,
    FeedKind: subscriptions.KINDS,
    FeedProblem: subscriptions.PROBLEMS,
    ListingStatus: subscriptions.STATUSES,
    Arm: coach.ARM_NAMES,
    WhyNotCode: {
        **coach.WHY_NOT,
        WhyNotCode.NOT_FOR_ME: coach.WHY_NOT_DAYS,
        **dict.fromkeys((WhyNotCode.ASKED_LATELY, WhyNotCode.LOWER, WhyNotCode.GAVE_NOTHING), coach.why_not),
    },
    Because: introductions.BECAUSE,
    NextBecause: next_challenge.REASONS,
    DayPart: works.DAY_PARTS,
    TriedPace: simulate.PACES,
    Agreement: {code: words for told in duplicates.REASONS.values() for code, words in told.items()},
}
# A form's fields; the verdicts' own test; drawn, not said; counted; never shown; the introducers' own test;
# which of two, and what is only kept; the next steps' own test; giving's own; what the user taps, and what
# made-up people go by.
ELSEWHERE = {
    Wrong, Reason, NodeKind, Fate, AddressKind, TraceKind, map_values.NodeKind, map_values.GroupKind,
    map_values.Join, Sign, Ground, Band, Side, MatchReply, Evidence,
    closing.Medium, closing.Standing, Flow, Remembering, Rule, EntryKind,
}  # fmt: skip


def codes() -> Iterator[type[StrEnum]]:
    """Every enumeration of the domain."""
    for info in pkgutil.walk_packages(rapport.domain.__path__, "rapport.domain."):
        for value in vars(importlib.import_module(info.name)).values():
            if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum:
                yield value


@pytest.mark.parametrize("kind", sorted(set(codes()) - ELSEWHERE, key=str))
def test_every_code_of_the_domain_has_words(kind: type[StrEnum]) -> None:
    table: Mapping[Any, object] = SENTENCES.get(kind) or table_of(kind)
    assert set(table) == set(kind)
    assert all(str(words).strip() for words in table.values())


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_code_has_its_sentence(kind: type[StrEnum]) -> None:
    assert set(SENTENCES[kind]) == set(kind)


def test_every_reason_is_told() -> None:
    told = {reason for table in verdicts.SENTENCES.values() for reason in table}
    assert told | set(verdicts.ADDED) == set(Reason)
    assert set(verdicts.SENTENCES) == set(verdicts.COUNTED) == set(Verdict)


def test_every_way_two_people_can_be_alike_is_told() -> None:
    found = {scale.field: set(scale.levels) for scale in scales(("shoe size",))}
    assert {field: set(table) for field, table in duplicates.REASONS.items()} == found


def test_words_stand_in_a_sentence_and_headings_alone() -> None:
    assert (word(Verdict.CONNECTION), heading(Verdict.CONNECTION)) == ("connection", "Connection")
    assert (word(Part.NEXT), heading(Part.NEXT)) == ("what to do next", "What to do next")
    assert heading(ContactKind.EMAIL) == "E-mail"


def test_a_code_without_words_is_an_error() -> None:
    with pytest.raises(KeyError):
        word(Reason.LIVES_NEAR)
