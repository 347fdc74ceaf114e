"""The network: who came through whom, groups that are facts, names that say most."""

from collections import Counter
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.map.map import Facts, GroupKind, Join, Network, Occasion, Someone
from rapport.domain.map.weaving import weave
from tests.cast import ALMA, ANA, DAN, JESS, KAREN, MAE, MARY, NORA, PRIYA, RUBY, TEO, TOM

FRIDAY, NIGHT = UUID(int=0xF1), UUID(int=0xF2)
CAST = (KAREN, JESS, DAN, TOM, NORA, PRIYA, MARY, ALMA, TEO, MAE, RUBY, ANA)


def the_month() -> Facts:
    people = tuple(Someone(one.id, one.name, introduced_by=one.introduced_by) for one in CAST)
    return Facts(people, (), {})


def group_of(network: Network, uid: UUID) -> tuple[GroupKind, str]:
    node = next(node for node in network.nodes if node.id == uid)
    group = network.groups[node.group]
    return group.kind, group.name


def place(network: Network, uid: UUID) -> int:
    return next(at for at, node in enumerate(network.nodes) if node.id == uid)


def test_whoever_came_through_jess_stands_with_jess() -> None:
    network = weave(the_month())
    for one in (JESS, MARY, ALMA, TEO):
        assert group_of(network, one.id) == (GroupKind.THROUGH, "Jess Moran")


def test_mae_and_dan_are_two_and_still_belong_together() -> None:
    network = weave(the_month())
    assert group_of(network, MAE.id) == group_of(network, DAN.id) == (GroupKind.THROUGH, "Dan Okafor")


def test_tom_whom_nothing_links_is_on_his_own() -> None:
    assert group_of(weave(the_month()), TOM.id)[0] is GroupKind.REST


def test_the_way_to_alma_leads_over_jess_and_mary() -> None:
    network = weave(the_month())
    assert [network.nodes[at].name for at in network.way(place(network, ALMA.id))] == [
        "Jess Moran", "Mary Castellan", "Alma Reyes",
    ]  # fmt: skip


def test_three_people_grew_from_jess() -> None:
    network = weave(the_month())
    assert network.nodes[place(network, JESS.id)].grew == 3


def test_jess_through_whom_most_came_is_named_before_tom() -> None:
    network = weave(the_month())
    order = [network.nodes[at].id for at in network.telling()]
    assert order.index(JESS.id) < order.index(TOM.id)


def test_an_introduction_that_closes_a_circle_is_passed_over() -> None:
    people = (
        Someone(JESS.id, "Jess", introduced_by=MARY.id),
        Someone(MARY.id, "Mary", introduced_by=JESS.id),
    )
    network = weave(Facts(people))
    assert sorted(node.via is None for node in network.nodes) == [False, True]


def test_people_met_at_one_series_are_its_group() -> None:
    people = tuple(Someone(one.id, one.name, met_at=FRIDAY) for one in (RUBY, ANA, NORA))
    network = weave(Facts(people, (Occasion(FRIDAY, "Freelance Friday"),)))
    assert group_of(network, RUBY.id) == (GroupKind.GATHERING, "Freelance Friday")
    assert network.nodes[place(network, FRIDAY)].grew == 3


def test_a_gathering_that_karen_brought_me_to_is_through_karen() -> None:
    people = (Someone(KAREN.id, "Karen Holt"), *(Someone(o.id, o.name, met_at=FRIDAY) for o in (RUBY, ANA)))
    network = weave(Facts(people, (Occasion(FRIDAY, "Freelance Friday", host=KAREN.id),)))
    assert group_of(network, ANA.id) == (GroupKind.THROUGH, "Karen Holt")


def test_three_of_one_organisation_are_a_group_under_its_usual_spelling() -> None:
    spelled = ("Studio Nord", "STUDIO NORD", "Studio Nord")
    people = tuple(
        Someone(one.id, one.name, organisation=said)
        for one, said in zip((RUBY, ANA, TOM), spelled, strict=True)
    )
    assert group_of(weave(Facts(people)), ANA.id) == (GroupKind.ORGANISATION, "Studio Nord")


def test_people_who_keep_meeting_are_a_circle_around_one_of_them() -> None:
    people = tuple(Someone(one.id, one.name) for one in (RUBY, ANA, TOM))
    together = {(ANA.id, RUBY.id): 3.0, (ANA.id, TOM.id): 2.0}
    assert group_of(weave(Facts(people, (), together)), RUBY.id) == (GroupKind.AROUND, "Ana Silva")


def test_shared_history_is_a_line_of_its_own_kind() -> None:
    people = (Someone(JESS.id, "Jess"), Someone(TOM.id, "Tom"))
    network = weave(Facts(people, (), {(JESS.id, TOM.id): 2.0}))
    assert [(edge.join, edge.weight) for edge in network.edges] == [(Join.TOGETHER, 2.0)]


def test_nobody_makes_an_empty_map() -> None:
    assert weave(Facts(())) == Network()


IDS = st.integers(0, 25).map(lambda n: UUID(int=n))


@st.composite
def anything(draw: st.DrawFn) -> Facts:
    """Any network of a few people, with circles, crowds and unknown ids."""
    maybe, text = st.none() | IDS, st.sampled_from(("", "Nord", "Sud"))
    ids = draw(st.lists(IDS, unique=True, max_size=20))
    people = tuple(
        Someone(uid, f"P{uid.int}", 0.0, draw(text), draw(text), draw(maybe), draw(maybe)) for uid in ids
    )
    held = draw(st.lists(st.integers(30, 34).map(lambda n: UUID(int=n)), unique=True))
    occasions = tuple(Occasion(uid, f"G{uid.int}", draw(maybe)) for uid in held)
    ends = st.integers(0, 36).map(lambda n: UUID(int=n))
    together = draw(st.dictionaries(st.tuples(ends, ends), st.sampled_from((0.5, 1.0, 3.0)), max_size=30))
    return Facts(people, occasions, together)


@settings(max_examples=150, deadline=None)
@given(anything())
def test_everybody_is_in_one_group_and_order_changes_nothing(facts: Facts) -> None:
    network = weave(facts)
    members = Counter(at for group in network.groups for at in group.members)
    assert set(members) == set(range(len(network.nodes)))
    assert set(members.values()) <= {1}
    assert sum(group.people for group in network.groups) == len(facts.people)
    assert all(group.people for group in network.groups)
    assert weave(Facts(facts.people[::-1], facts.occasions[::-1], facts.together)) == network
    for at in range(len(network.nodes)):
        assert network.way(at)[-1] == at  # and it ends: no circle
