"""Somebody meant by an id, a name, or a part of one."""

from uuid import UUID, uuid4

from rapport.domain.people.people import Match
from rapport.services.people.lookup import details, find, namesakes, offered
from tests.services.makers import a_coffee, a_person


def names(owner_id: UUID, reference: str) -> tuple[Match, list[str]]:
    found = find(owner_id, reference)
    return found.match, [person.name for person in found.people]


def test_what_a_reference_means(owner_id: UUID) -> None:
    mary = a_person(owner_id, "Mary Castellan", aliases=("Molly",))
    a_person(owner_id, "Mary Chen")
    a_person(owner_id, "Zoé Müller")
    assert names(owner_id, str(mary)) == (Match.KNOWN, ["Mary Castellan"])
    assert names(owner_id, "chen") == (Match.KNOWN, ["Mary Chen"])
    assert names(owner_id, "molly") == (Match.KNOWN, ["Mary Castellan"])
    assert names(owner_id, "mary") == (Match.AMBIGUOUS, ["Mary Castellan", "Mary Chen"])
    assert names(owner_id, "castel") == (Match.KNOWN, ["Mary Castellan"])
    assert names(owner_id, "ZOE mul") == (Match.KNOWN, ["Zoé Müller"])
    assert names(owner_id, "Mary Castelan") == (Match.MAYBE, ["Mary Castellan"])
    for nobody in ("Karen", "", "  ", str(uuid4())):
        assert names(owner_id, nobody) == (Match.UNKNOWN, [])


def test_a_whole_name_wins_over_longer_ones(owner_id: UUID) -> None:
    a_person(owner_id, "Ana")
    a_person(owner_id, "Ana Silva")
    assert names(owner_id, "ana") == (Match.KNOWN, ["Ana"])


def test_where_a_name_may_be_new_half_a_word_means_nobody(owner_id: UUID) -> None:
    a_person(owner_id, "Annabel Lee")
    assert find(owner_id, "Anna").match is Match.KNOWN
    assert find(owner_id, "Anna", parts=False).people == ()
    assert find(owner_id, "Annabel", parts=False).match is Match.KNOWN


def test_names_to_choose_from_begin_with_the_closest(owner_id: UUID) -> None:
    ana, zoe = a_person(owner_id, "Ana"), a_person(owner_id, "Zoe", organisation="Acme", city="Lyon")
    a_coffee(owner_id, zoe)
    assert offered(owner_id) == ("Zoe", "Ana")
    assert details(owner_id, [ana, zoe]) == {ana: "", zoe: "Acme, Lyon"}


def test_an_endless_name_means_nobody(owner_id: UUID) -> None:
    a_person(owner_id, "Karen Holt")
    for endless in ("karen" * 20_000, " ".join(f"karen{number}" for number in range(1_500))):
        assert names(owner_id, endless) == (Match.UNKNOWN, [])


def test_a_namesake_is_called_exactly_so(owner_id: UUID) -> None:
    jess = a_person(owner_id, "Jess Moran", aliases=("Jessie",))
    a_person(owner_id, "Jess Moranis")
    for name in ("jess moran", " JESS  MORAN ", "Jessie"):
        assert [one.id for one in namesakes(owner_id, name)] == [jess]
    for name in ("Jess", "Moran", "", "Jess Mora"):
        assert namesakes(owner_id, name) == ()
