"""Who came through whom."""

from dataclasses import replace
from uuid import UUID

from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.origins.origins import NodeKind, grow
from tests.months import AMonth, like_the_story


def path(month: AMonth, kind: NodeKind, uid: UUID) -> list[str]:
    names = {person.id: person.name for person in month.people.values()}
    names |= {gathering.id: gathering.name for gathering in month.gatherings}
    names |= {opportunity.id: opportunity.what for opportunity in month.opportunities}
    return [names[step] for _, step in grow(month.facts()).path(kind, uid)]


def test_mary_came_through_jess_and_ladies_night_through_mary() -> None:
    month = like_the_story()
    opening = month.opportunities[0]
    way = path(month, NodeKind.OPPORTUNITY, opening.id)
    assert way[:3] == ["Jess", "Mary", "Ladies’ Night"]
    assert way[-1] == "writing for virtual worlds"


def test_all_of_freelance_friday_descends_from_karen() -> None:
    month = like_the_story()
    karen = next(person for person in month.people.values() if person.name == "Karen")
    below = grow(month.facts()).descends_from(karen.id)
    assert [node.kind for node in below] == [NodeKind.GATHERING, *[NodeKind.PERSON] * 3]
    assert all(node.is_connection for node in below[1:])


def test_the_silent_acquaintances_are_not_in_the_tree() -> None:
    month = like_the_story()
    in_tree = {node.id for node in grow(month.facts()).root.below()}
    silent = {person.id for person in month.people.values() if person.name.startswith("Acquaintance")}
    assert silent
    assert not silent & in_tree


def test_someone_met_alone_hangs_under_me() -> None:
    month = AMonth()
    tom = month.met_new(3, 1)[0]
    assert len(path(month, NodeKind.PERSON, tom)) == 1


def test_the_earliest_origin_holds() -> None:
    month = AMonth()
    karen = month.friend("Karen")
    friday = month.gathering("Freelance Friday", 3, 12)
    priya = month.stranger("Priya Shah")
    month.met(3, priya, at=friday)
    month.introduced(9, karen, priya)
    assert path(month, NodeKind.PERSON, priya) == ["Freelance Friday", "Priya Shah"]


def test_on_one_day_a_persons_introduction_goes_before_the_gathering() -> None:
    month = AMonth()
    jess = month.friend("Jess")
    friday = month.gathering("Freelance Friday", 3, 12)
    priya = month.stranger("Priya Shah", by=jess)
    month.met(3, priya, at=friday)
    assert path(month, NodeKind.PERSON, priya) == ["Jess", "Priya Shah"]


def test_whoever_brought_me_to_the_gathering_keeps_it_on_the_way() -> None:
    month = AMonth()
    karen = month.friend("Karen")
    friday = month.gathering("Freelance Friday", 3, 12, by=karen)
    priya = month.stranger("Priya Shah", by=karen)
    month.met(3, priya, at=friday)
    assert path(month, NodeKind.PERSON, priya) == ["Karen", "Freelance Friday", "Priya Shah"]


def test_a_later_date_of_a_series_still_comes_from_who_first_brought_me() -> None:
    month = AMonth()
    karen, series = month.friend("Karen"), month.new_id()
    month.gathering("Freelance Friday", 1, 12, karen, series)
    again = month.gathering("Freelance Friday", 29, 12, None, series)
    assert path(month, NodeKind.GATHERING, again) == ["Karen", "Freelance Friday"]


def test_two_who_name_each_other_make_no_circle() -> None:
    month = AMonth()
    ana, tom = month.stranger("Ana"), month.stranger("Tom")
    month.people[ana] = replace(month.people[ana], introduced_by=tom)
    month.people[tom] = replace(month.people[tom], introduced_by=ana)
    month.met(2, ana, tom)
    tree = grow(month.facts())
    assert {len(tree.path(NodeKind.PERSON, ana)), len(tree.path(NodeKind.PERSON, tom))} == {1, 2}


def test_a_chain_of_a_thousand_is_not_too_deep() -> None:
    month = AMonth()
    last = month.friend("Karen")
    for n in range(1000):
        last = month.stranger(f"Someone {n}", by=last)
    month.met(2, last)
    tree = grow(month.facts())
    assert len(tree.path(NodeKind.PERSON, last)) == 1001
    assert sum(1 for _ in tree.root.below()) == 1001


def test_an_opportunity_told_at_a_gathering_by_an_old_friend_came_from_the_gathering() -> None:
    month = AMonth()
    karen = month.friend("Karen")
    panel = month.gathering("Panel", 5, 60)
    opening = month.opened(5, "a column", person_id=karen, gathering_id=panel)
    assert path(month, NodeKind.OPPORTUNITY, opening) == ["Panel", "a column"]


def test_gatherings_that_were_skipped_are_left_out() -> None:
    month = AMonth()
    month.gathering("Panel", 5, 60)
    skipped = [replace(gathering, attendance=Attendance.SKIPPED) for gathering in month.gatherings]
    assert not grow(replace(month.facts(), gatherings=tuple(skipped))).root.children
