"""Which pitch to send: the one planned, else the next rung, and the scary one on a good day."""

from datetime import date, timedelta
from uuid import UUID

from rapport.domain.coach.cards import Candidate, Kind, Why
from rapport.domain.coach.open_things import GoalProgress, Open, OpenPitch
from rapport.domain.coach.proposals import propose
from rapport.domain.pitches.pitches import Pitch, Stage
from rapport.domain.ways import Way
from tests.cast import day
from tests.domain.coach.test_proposals import TODAY, a_pitch, proposed, the_one


def readiest(found: list[Candidate]) -> Candidate:
    return max(found, key=lambda each: each.readiness or 0)


def test_the_next_pitch_is_the_draft_or_else_the_dream_that_frightens_least() -> None:
    goal = GoalProgress(Way.PITCH, done=2, of=8, days_left=12)
    dreams = (a_pitch(1, "Bright Atlas", Stage.DREAM, 5), a_pitch(2, "Harbour & Pine", Stage.DREAM, 2))
    found = readiest(proposed(goals=(goal,), pitches=dreams))
    assert (found.subject, found.fright, found.key) == ("Harbour & Pine", 2, f"pitch:{UUID(int=2)}")
    with_draft = (*dreams, a_pitch(3, "Larkspur Magazine", Stage.DRAFT, 4))
    assert readiest(proposed(goals=(goal,), pitches=with_draft)).subject == "Larkspur Magazine"
    assert the_one(goals=(goal,)).key == "pitch"
    assert {c.why for c in proposed(pitches=dreams)} == {Why.EXPECTED}


def test_great_energy_takes_the_scary_pitch_and_any_other_the_gentle_one() -> None:
    gentle, scary = (
        OpenPitch(Pitch(UUID(int=number), name, fright=fright))
        for number, name, fright in ((1, "Acme", 1), (2, "The New Yorker", 5))
    )
    goal = GoalProgress(Way.PITCH, 0, 8, 10)
    for energy, expected in ((None, "Acme"), (4, "Acme"), (5, "The New Yorker")):
        found = propose(Open(pitches=(gentle, scary), goals=(goal,)), TODAY, energy)
        assert readiest(found).subject == expected


def test_a_pitch_planned_for_today_comes_first_and_a_past_day_is_forgotten_after_a_week() -> None:
    dream = OpenPitch(Pitch(UUID(int=1), "Acme", fright=1))
    goal = GoalProgress(Way.PITCH, 0, 8, 10)

    def card_on(planned: date, *goals: GoalProgress) -> list[tuple[str, Why]]:
        meant = OpenPitch(Pitch(UUID(int=2), "Globex", fright=3, planned_on=planned))
        found = propose(Open(pitches=(dream, meant), goals=goals), TODAY)
        return [(one.subject, one.why) for one in found if one.kind is Kind.PITCH]

    assert card_on(TODAY) == card_on(TODAY, goal) == [("Globex", Why.DUE_TODAY)]
    assert card_on(TODAY - timedelta(days=6)) == [("Globex", Why.OVERDUE)]
    one_like_others = [("Acme", Why.EXPECTED), ("Globex", Why.EXPECTED)]
    assert card_on(TODAY - timedelta(days=7)) == card_on(TODAY + timedelta(days=1)) == one_like_others
    assert {why for _, why in card_on(TODAY - timedelta(days=7), goal)} == {Why.GOAL_OPEN}


def test_who_never_writes_again_is_not_nudged() -> None:
    sent = a_pitch(1, "Acme", Stage.SENT)
    late = day(1) + timedelta(days=20)
    assert any(one.kind is Kind.NUDGE_PITCH for one in propose(Open(pitches=(sent,)), late))
    silent = propose(Open(pitches=(sent,), nudge_after=()), late)
    assert not any(one.kind is Kind.NUDGE_PITCH for one in silent)


def test_great_energy_makes_nothing_scary_of_what_is_not() -> None:
    mild = OpenPitch(Pitch(UUID(int=1), "Acme", fright=2))
    other = OpenPitch(Pitch(UUID(int=2), "Globex", fright=3))
    found = propose(Open(pitches=(mild, other), goals=(GoalProgress(Way.PITCH, 0, 8, 10),)), TODAY, 5)
    assert readiest(found).subject == "Acme"
