"""Signs that two of my people know each other, and the one probability read from them."""

import json
from datetime import date, timedelta
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.history.acquaintances import (
    CEILING,
    COLLEAGUES,
    FEW,
    HALF_LIFE,
    LEAST,
    Acquaintance,
    Evidence,
    Shared,
    Sign,
    Tally,
    Trait,
    from_json,
    to_json,
)
from tests.cast import DAN, JESS, KAREN, MAE, MARY, NORA, PRIYA, day

TODAY, LATELY = day(30), day(5)
KAREN_ID, NORA_ID, PRIYA_ID, MARY_ID = KAREN.id, NORA.id, PRIYA.id, MARY.id


def a_mail(*people: UUID, on: date = LATELY, size: int = 0) -> Shared:
    return Shared(Sign.MAIL, on, size or len(people), people)


def between(tally: Tally, a: UUID, b: UUID) -> Acquaintance | None:
    first, second = sorted((a, b), key=str)
    return tally.found().get((first, second))


def told(*shared: Shared) -> Tally:
    tally = Tally(TODAY)
    for each in shared:
        tally.share(each)
    return tally


def probability(tally: Tally, a: UUID = KAREN_ID, b: UUID = NORA_ID) -> float:
    found = between(tally, a, b)
    return found.probability if found else 0.0


def test_one_small_mail_says_a_little_and_five_say_much() -> None:
    one, five = (told(*[a_mail(KAREN_ID, NORA_ID)] * many) for many in (1, 5))
    assert probability(one) == pytest.approx(1 - 2.718281828**-0.4, abs=0.01)
    assert probability(five) > 0.8
    assert between(five, KAREN_ID, NORA_ID) == Acquaintance(
        probability(five), (Evidence(Sign.MAIL, 5, day(5)),)
    )


def test_a_bigger_circle_says_less_and_a_crowd_nothing() -> None:
    shares = [probability(told(*[a_mail(KAREN_ID, NORA_ID, size=size)] * 6)) for size in (2, 5, 12, FEW)]
    assert shares == sorted(shares, reverse=True)
    assert probability(told(*[a_mail(KAREN_ID, NORA_ID, size=FEW + 1)] * 60)) == 0


def test_what_lies_years_back_says_less_and_the_last_day_is_told() -> None:
    old = told(a_mail(KAREN_ID, NORA_ID, on=TODAY - timedelta(days=HALF_LIFE)))
    assert 0 < probability(old) < probability(told(a_mail(KAREN_ID, NORA_ID)))
    both = told(a_mail(KAREN_ID, NORA_ID, on=day(9)), a_mail(KAREN_ID, NORA_ID, on=day(2)))
    found = between(both, KAREN_ID, NORA_ID)
    assert found
    assert found.evidence[0].last == day(9)


def test_an_introduction_is_nearly_certain_and_names_who_brought_whom() -> None:
    tally = Tally(TODAY)
    tally.say(Sign.INTRODUCED, KAREN_ID, NORA_ID, day(1))
    found = between(tally, KAREN_ID, NORA_ID)
    assert found
    assert found.probability == 0.95
    assert found.evidence == (Evidence(Sign.INTRODUCED, 1, day(1), str(KAREN_ID)),)


def test_two_whom_i_brought_together_may_know_each_other() -> None:
    tally = Tally(TODAY)
    tally.say(Sign.BROUGHT, DAN.id, MAE.id, day(3))
    assert probability(tally, DAN.id, MAE.id) == 0.7


def test_signs_add_up_and_the_strongest_stands_first() -> None:
    tally = told(Shared(Sign.GATHERING, day(1), 5, (KAREN_ID, NORA_ID, PRIYA_ID), "Freelance Friday"))
    alone = probability(tally)
    tally.say(Sign.INTRODUCED, KAREN_ID, NORA_ID)
    found = between(tally, KAREN_ID, NORA_ID)
    assert found
    assert alone < found.probability <= CEILING
    assert [each.sign for each in found.evidence] == [Sign.INTRODUCED, Sign.GATHERING]


def test_a_small_evening_says_more_than_a_panel_and_a_conference_nothing() -> None:
    shares = [
        probability(told(Shared(Sign.GATHERING, day(1), size, (KAREN_ID, NORA_ID), "x")))
        for size in (5, 60, 12_000)
    ]
    assert shares[0] > 0.5
    assert 0.05 < shares[1] < 0.1
    assert shares[2] == 0


def test_who_took_me_there_knows_more_of_them() -> None:
    people = (MARY_ID, NORA_ID, PRIYA_ID)
    tally = told(Shared(Sign.GATHERING, day(20), 60, people, "Ladies’ Night", MARY_ID))
    assert probability(tally, MARY_ID, NORA_ID) > 2 * probability(tally, NORA_ID, PRIYA_ID)


def test_colleagues_know_each_other_less_the_more_there_are() -> None:
    def at_one_firm(many: int) -> float:
        tally = Tally(TODAY)
        tally.colleagues(Trait("acme", "Acme", UUID(int=n), day(n % 28 + 1)) for n in range(many))
        return probability(tally, UUID(int=0), UUID(int=1))

    assert at_one_firm(2) == 0.6
    assert at_one_firm(30) == pytest.approx(0.12)
    assert at_one_firm(COLLEAGUES + 1) == 0


def test_colleagues_are_told_with_the_place_and_the_last_day_both_were_seen_there() -> None:
    tally = Tally(TODAY)
    tally.colleagues(
        [Trait("acme", "Acme", KAREN_ID, day(9)), Trait("acme", "ACME", NORA_ID, day(4)),
         Trait("acme", "Acme", KAREN_ID, day(2))]
    )  # fmt: skip
    found = between(tally, KAREN_ID, NORA_ID)
    assert found
    assert found.evidence == (Evidence(Sign.ORGANISATION, 1, day(4), "Acme"),)


def test_one_city_and_topic_is_weak_and_more_topics_a_little_less_weak() -> None:
    def sharing(*topics: str) -> Acquaintance | None:
        tally = Tally(TODAY)
        tally.neighbours(
            Trait(f"portland {topic}", topic, who) for topic in topics for who in (KAREN_ID, NORA_ID)
        )
        return between(tally, KAREN_ID, NORA_ID)

    one, many = sharing("vr"), sharing("vr", "writing", "food", "dogs")
    assert one
    assert many
    assert one.probability == LEAST
    assert many.probability == pytest.approx(0.15)
    assert many.evidence == (Evidence(Sign.CIRCLE, 3, None, "dogs, food, vr"),)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.integers(2, 25)), max_size=25))
def test_everything_at_once_equals_one_person_at_a_time(rows: list[tuple[int, int, int]]) -> None:
    people = [each.id for each in (KAREN, JESS, DAN, NORA, PRIYA, MARY)]
    shared = [a_mail(people[a], people[b], size=size) for a, b, size in rows if a != b]
    whole = told(*shared).found()
    for person in people:
        part = Tally(TODAY, only={person})
        for each in shared:
            part.share(each)
        assert part.found() == {pair: known for pair, known in whole.items() if person in pair}


@given(st.permutations(range(6)))
def test_the_order_of_telling_does_not_matter(order: list[int]) -> None:
    mails = [
        a_mail(*pair, on=day(3 + n))
        for n, pair in enumerate(combinations([KAREN_ID, NORA_ID, MARY_ID, DAN.id], 2))
    ]
    assert told(*[mails[n] for n in order]).found().keys() == told(*mails).found().keys()
    for pair, known in told(*mails).found().items():
        again = told(*[mails[n] for n in order]).found()[pair]
        assert again.evidence == known.evidence
        assert again.probability == pytest.approx(known.probability)


def test_evidence_is_kept_as_it_was() -> None:
    evidence = (Evidence(Sign.MAIL, 3, day(4)), Evidence(Sign.ORGANISATION, 1, None, "Acme"))
    assert from_json(json.loads(to_json(evidence))) == evidence
