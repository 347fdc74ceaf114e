"""What grew from Karen, from a Friday, from a series and from an ask."""

from datetime import date, timedelta
from time import process_time
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from rapport.domain.origins.growth import Brought, Evening, Garden, Growth, How, Opening, Seeds, Someone
from rapport.domain.origins.origins import NodeKind
from tests.cast import day

KAREN, MARY, PRIYA, LEO, JESS = (UUID(int=n) for n in range(1, 6))
FRIDAY, NIGHT, SERIES, VR, ASK = (UUID(int=n) for n in range(11, 16))

PORTLAND = Seeds(
    people={
        KAREN: Someone("Karen", known_before=True),
        JESS: Someone("Jess", known_before=True),
        MARY: Someone("Mary", introduced_by=JESS),
        PRIYA: Someone("Priya", met_at=FRIDAY),
        LEO: Someone("Leo", met_at=NIGHT),
    },
    gatherings={
        FRIDAY: Evening("Freelance Friday", day(1), SERIES, KAREN),
        NIGHT: Evening("Ladies’ Night", day(20), None, MARY),
    },
    openings={VR: Opening("writing for virtual worlds", day(20), None, NIGHT)},
    brought=(Brought(MARY, JESS, day(15), ASK),),
    first_met={MARY: day(15), PRIYA: day(1), LEO: day(20)},
    first_at={PRIYA: FRIDAY, LEO: NIGHT},
)


def told(growth: Growth) -> list[tuple[int, str, How, int | None]]:
    return [(line.depth, line.name, line.how, line.days) for line in growth.lines]


def test_from_karen_grew_a_friday_and_whom_she_led_to() -> None:
    growth = Garden(PORTLAND).of_person(KAREN)
    assert told(growth) == [(0, "Freelance Friday", How.TOOK_ME, None), (1, "Priya", How.MET_THERE, 0)]
    assert (growth.people, growth.gatherings, growth.introductions, growth.opportunities) == (1, 1, 0, 0)


def test_from_an_ask_grew_mary_her_evening_and_an_opportunity_with_the_days_between() -> None:
    growth = Garden(PORTLAND).of_ask(ASK, day(3))
    assert told(growth) == [
        (0, "Mary", How.INTRODUCED, 12),
        (1, "Ladies’ Night", How.TOOK_ME, 5),
        (2, "Leo", How.MET_THERE, 0),
        (2, "writing for virtual worlds", How.OPENED, 0),
    ]
    assert (growth.since, growth.last_on, growth.days) == (day(3), day(20), 17)
    assert growth.introductions == 1


def test_from_a_series_grew_what_grew_on_its_dates() -> None:
    growth = Garden(PORTLAND).of_series(SERIES)
    assert told(growth) == [(0, "Freelance Friday", How.DATE, 0), (1, "Priya", How.MET_THERE, 0)]
    assert Garden(PORTLAND).of_gathering(NIGHT).people == 1


def test_who_introduced_somebody_met_at_a_gathering_is_named() -> None:
    seeds = Seeds(
        people={KAREN: Someone("Karen", known_before=True), PRIYA: Someone("Priya", introduced_by=KAREN)},
        gatherings={FRIDAY: Evening("Friday", day(1), None, KAREN)},
        brought=(Brought(PRIYA, KAREN, day(1)),),
        first_met={PRIYA: day(1)},
        first_at={PRIYA: FRIDAY},
    )
    growth = Garden(seeds).of_person(KAREN)
    assert [(line.name, line.by) for line in growth.lines] == [("Friday", ""), ("Priya", "Karen")]
    assert growth.introductions == 1


def test_later_dates_of_a_series_came_through_who_first_took_me() -> None:
    again = UUID(int=30)
    seeds = Seeds(
        people={KAREN: Someone("Karen", known_before=True)},
        gatherings={
            FRIDAY: Evening("Friday", day(1), SERIES, KAREN),
            again: Evening("Friday", day(29), SERIES),
        },
    )
    assert [line.id for line in Garden(seeds).of_person(KAREN).lines] == [FRIDAY, again]


def test_who_is_not_there_has_grown_nothing() -> None:
    garden, nobody = Garden(PORTLAND), UUID(int=99)
    for growth in (garden.of_person(nobody), garden.of_gathering(nobody), garden.of_series(nobody)):
        assert growth.lines == ()
    assert garden.of_ask(nobody, day(1)).lines == ()


def test_a_circle_of_introducers_ends() -> None:
    ring = {UUID(int=n): Someone(f"P{n}", introduced_by=UUID(int=(n + 1) % 5)) for n in range(5)}
    garden = Garden(Seeds(people=ring, gatherings={}))
    assert max(len(garden.of_person(uid).lines) for uid in ring) == 4


def test_an_ask_that_led_to_two_people_on_one_day_tells_of_both_though_both_came_twice() -> None:
    ask, ana, tom, jess = (UUID(int=n) for n in range(4))
    brought = tuple(Brought(who, by, day(2), ask) for who in (ana, tom) for by in (jess, ana))
    garden = Garden(Seeds({who: Someone("P") for who in (ana, tom, jess)}, {}, {}, brought))
    assert {line.id for line in garden.of_ask(ask, day(1)).lines} == {ana, tom}


def test_a_friday_to_which_the_friday_before_led_is_told_once() -> None:
    series, first, second, ana = (UUID(int=n) for n in range(4))
    evenings = {first: Evening("Friday", day(1), series), second: Evening("Friday", day(8), series, ana)}
    garden = Garden(Seeds({ana: Someone("Ana", met_at=first)}, evenings))
    assert [line.id for line in garden.of_series(series).lines] == [first, ana, second]


IDS = st.integers(0, 7).map(lambda n: UUID(int=n))
DAYS = st.integers(1, 28).map(day)


@given(
    st.dictionaries(IDS, st.builds(Someone, st.just("x"), st.booleans(), IDS, IDS), max_size=8),
    st.dictionaries(IDS, st.builds(Evening, st.just("g"), DAYS, IDS, IDS), max_size=4),
    st.dictionaries(IDS, st.builds(Opening, st.just("o"), DAYS, IDS, IDS), max_size=4),
    st.lists(st.builds(Brought, IDS, IDS, DAYS, IDS), max_size=6),
    IDS,
)
def test_nothing_grows_twice_from_one_root(
    people: dict[UUID, Someone],
    gatherings: dict[UUID, Evening],
    openings: dict[UUID, Opening],
    brought: list[Brought],
    root: UUID,
) -> None:
    garden = Garden(Seeds(people, gatherings, openings, tuple(brought)))
    for growth in (
        garden.of_person(root), garden.of_gathering(root), garden.of_series(root), garden.of_ask(root, day(1))
    ):  # fmt: skip
        keys = [(line.kind, line.id) for line in growth.lines]
        assert len(keys) == len(set(keys))
        assert all(line.days is None or line.days >= 0 for line in growth.lines)
        assert growth.people == sum(kind is NodeKind.PERSON for kind, _ in keys)


def test_a_chain_of_five_thousand_people_takes_no_time_and_no_depth() -> None:
    first = date(2000, 1, 1)
    chain = {UUID(int=n): Someone(f"P{n}", introduced_by=UUID(int=n - 1)) for n in range(2, 5001)}
    people = {UUID(int=1): Someone("P1", known_before=True), **chain}
    seeds = Seeds(people, {}, first_met={uid: first + timedelta(n) for n, uid in enumerate(people)})
    started = process_time()
    growth = Garden(seeds).of_person(UUID(int=1))
    assert growth.people == 4999
    assert process_time() - started < 2  # seconds; 0.1 as a rule
