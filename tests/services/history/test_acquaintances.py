"""Who knows whom, from everything that is written down or imported; kept true as it changes."""

from datetime import timedelta
from uuid import UUID

from rapport.db import models
from rapport.domain.asks.introductions import Step
from rapport.domain.gatherings.gatherings import Attendance
from rapport.domain.history.acquaintances import Evidence, Sign, from_json
from rapport.domain.imports.imports import IncomingTrace, Party, TraceKind, Where
from rapport.services.asks import introductions
from rapport.services.gatherings import gatherings
from rapport.services.history import acquaintances
from rapport.services.journal import undo
from rapport.services.keeping import rounds
from rapport.services.people import erasure, people
from rapport.services.people import pages as people_pages
from tests.cast import day
from tests.services.conftest import NOW, Tell
from tests.services.makers import a_coffee, a_gathering, a_person, mail
from tests.services.traces import ME, TODAY, take_in
from tests.services.traces import mail as a_mail

KAREN, PRIYA = "karen@gmail.com", "priya@proton.me"  # providers that say nothing of a firm
Pairs = dict[tuple[str, str], tuple[float, tuple[Evidence, ...]]]


def known() -> Pairs:
    """Each pair once, by name; both ways must say the same."""
    rows = models.Acquaintance.objects.values_list("person__name", "other__name", "probability", "evidence")
    both = {(a, b): (probability, from_json(told)) for a, b, probability, told in rows}
    assert all(both[b, a] == said for (a, b), said in both.items())
    return {(a, b): said for (a, b), said in both.items() if a < b}


def signs(a: str, b: str) -> list[Sign]:
    found = known().get((min(a, b), max(a, b)))
    return [each.sign for each in found[1]] if found else []


def reachable(owner_id: UUID, name: str, address: str) -> UUID:
    return a_person(owner_id, name, contact_points=(mail(address),))


def is_as_made_anew(owner_id: UUID) -> None:
    """What was kept true step by step is what one pass over everything finds."""
    before = known()
    models.Acquaintance.objects.all().delete()
    acquaintances.rebuild(owner_id, TODAY)
    assert known() == before


def test_a_coffee_of_three_shows_that_two_know_each_other(owner_id: UUID) -> None:
    mary, priya = a_person(owner_id, "Mary"), a_person(owner_id, "Priya")
    a_coffee(owner_id, mary, priya, on=day(4))
    assert known()["Mary", "Priya"][1] == (Evidence(Sign.TOGETHER, 1, day(4)),)
    is_as_made_anew(owner_id)


def test_undoing_the_coffee_takes_it_back(owner_id: UUID) -> None:
    mary, priya = a_person(owner_id, "Mary"), a_person(owner_id, "Priya")
    a_coffee(owner_id, mary, priya)
    last = undo.last_undoable(owner_id)
    assert last
    undo.undo(owner_id, last.id, at=NOW)
    assert known() == {}


def test_the_line_that_tells_an_evening_makes_its_guests_known(owner_id: UUID, tell: Tell) -> None:
    tell("met Nora Lindqvist and Priya Shah at Freelance Friday (5 people, invited by Karen Holt)")
    assert set(known()) == {
        ("Karen Holt", "Nora Lindqvist"), ("Karen Holt", "Priya Shah"), ("Nora Lindqvist", "Priya Shah"),
    }  # fmt: skip
    assert known()["Karen Holt", "Priya Shah"][1][0].detail == "Freelance Friday"
    is_as_made_anew(owner_id)


def test_an_evening_that_grows_says_less(owner_id: UUID) -> None:
    mary, priya = a_person(owner_id, "Mary"), a_person(owner_id, "Priya")
    evening = a_gathering(owner_id, "Ladies’ Night", size=6)
    a_coffee(owner_id, mary, priya, gathering_id=evening)
    before = known()["Mary", "Priya"][0]
    row = models.Gathering.objects.get(pk=evening)
    gatherings.edit(
        owner_id,
        evening,
        gatherings.Draft(name=row.name, on=row.on, size=60, attendance=Attendance(row.attendance)),
        at=NOW,
    )
    assert known()["Mary", "Priya"][0] < before
    is_as_made_anew(owner_id)


def test_introductions_show_both_directions(owner_id: UUID) -> None:
    jess, mary, ana, tom = (a_person(owner_id, name) for name in ("Jess", "Mary", "Ana", "Tom"))
    introductions.create(owner_id, introductions.Draft(mary, day(3), introducer_id=jess), at=NOW)
    made = introductions.Draft(ana, day(4), other_id=tom, step=Step.CONNECTED)
    introductions.create(owner_id, made, at=NOW)
    assert signs("Jess", "Mary") == [Sign.INTRODUCED]
    assert known()["Jess", "Mary"][1][0].detail in (str(jess), jess.hex)
    assert signs("Ana", "Tom") == [Sign.BROUGHT]
    is_as_made_anew(owner_id)


def test_an_introduction_only_proposed_shows_nothing_of_the_two(owner_id: UUID) -> None:
    ana, tom = a_person(owner_id, "Ana"), a_person(owner_id, "Tom")
    introductions.create(owner_id, introductions.Draft(ana, day(4), other_id=tom, step=Step.PROPOSED), at=NOW)
    assert known() == {}


def test_small_mails_show_it_and_lists_do_not(owner_id: UUID) -> None:
    reachable(owner_id, "Karen", KAREN)
    reachable(owner_id, "Priya", PRIYA)
    at = NOW - timedelta(days=40)
    crowd = [f"p{n}@example.org" for n in range(30)]
    take_in(
        owner_id,
        [a_mail(KAREN, ME, PRIYA, at=at), a_mail(ME, KAREN, PRIYA, at=at + timedelta(days=2)),
         a_mail(KAREN, ME, PRIYA, *crowd), a_mail(KAREN, ME, PRIYA, bulk=True, key="<news>")],
    )  # fmt: skip
    assert known()["Karen", "Priya"][1] == (Evidence(Sign.MAIL, 2, (at + timedelta(days=2)).date()),)
    is_as_made_anew(owner_id)


def test_taking_an_import_back_forgets_what_it_showed(owner_id: UUID) -> None:
    reachable(owner_id, "Karen", KAREN)
    reachable(owner_id, "Priya", PRIYA)
    _, batch = take_in(owner_id, [a_mail(KAREN, ME, PRIYA)])
    assert known()
    undo.undo(owner_id, batch, at=NOW)
    assert known() == {}


def test_colleagues_are_known_by_the_spelling_of_the_firm_and_by_their_address(owner_id: UUID) -> None:
    ana = a_person(owner_id, "Ana", organisation="Acme, Inc.", contact_points=(mail("ana@acme.example"),))
    a_person(owner_id, "Tom", organisation="ACME")
    a_person(owner_id, "Mae", contact_points=(mail("mae@acme.example"),))
    a_person(owner_id, "Dan", organisation="Acorn", contact_points=(mail("dan@gmail.com"),))
    assert set(known()) == {("Ana", "Tom"), ("Ana", "Mae")}
    is_as_made_anew(owner_id)
    row = people_pages.read(owner_id, ana).person
    people.edit(owner_id, ana, people.Draft(row.name, organisation="Elsewhere"), at=NOW)
    assert known() == {}


def test_the_last_mail_from_an_address_dates_a_common_firm(owner_id: UUID) -> None:
    reachable(owner_id, "Ana", "ana@acme.example")
    reachable(owner_id, "Mae", "mae@acme.example")
    at = NOW - timedelta(days=900)
    take_in(owner_id, [a_mail("ana@acme.example", ME, at=at), a_mail("mae@acme.example", ME)])
    (told,) = known()["Ana", "Mae"][1]
    assert (told.sign, told.last, told.detail) == (Sign.ORGANISATION, at.date(), "acme.example")
    is_as_made_anew(owner_id)


def test_one_city_and_two_topics_are_a_weak_sign(owner_id: UUID) -> None:
    for name in ("Ana", "Tom"):
        a_person(owner_id, name, city="Portland", tags=("vr", "writing"))
    a_person(owner_id, "Dan", city="Chicago", tags=("vr", "writing"))
    assert set(known()) == {("Ana", "Tom")}
    probability, (told,) = known()["Ana", "Tom"]
    assert probability <= 0.1
    assert told.detail == "vr, writing"
    is_as_made_anew(owner_id)


def test_somebody_in_the_bin_knows_nobody_until_they_are_back(owner_id: UUID) -> None:
    mary, priya = a_person(owner_id, "Mary"), a_person(owner_id, "Priya")
    a_coffee(owner_id, mary, priya)
    people.discard(owner_id, priya, at=NOW)
    assert known() == {}
    people.restore(owner_id, priya, at=NOW)
    assert set(known()) == {("Mary", "Priya")}


def test_the_daily_round_makes_it_true_again(owner_id: UUID) -> None:
    mary, priya = a_person(owner_id, "Mary"), a_person(owner_id, "Priya")
    a_coffee(owner_id, mary, priya)
    before = known()
    models.Acquaintance.objects.all().delete()
    rounds.acquaint(owner_id, TODAY)
    assert known() == before


def test_erasing_somebody_takes_their_name_out_of_meetings_of_others(owner_id: UUID) -> None:
    reachable(owner_id, "Karen Holt", KAREN)
    reachable(owner_id, "Priya Shah", PRIYA)
    dan = reachable(owner_id, "Dan Okafor", "dan@icloud.com")
    party = [Party(address) for address in (PRIYA, ME, "dan@icloud.com")]
    at = NOW - timedelta(days=9)
    title = "Lunch with Dan Okafor"
    who = tuple(party)
    lunch = IncomingTrace(Where(1), TraceKind.MEETING, "<lunch>", at, Party(KAREN), who, title=title)
    take_in(owner_id, [lunch])
    assert known()["Karen Holt", "Priya Shah"][1][0].detail == title
    erasure.erase(owner_id, dan, at=NOW)
    assert "Dan" not in known()["Karen Holt", "Priya Shah"][1][0].detail
    assert set(known()) == {("Karen Holt", "Priya Shah")}


def test_what_did_not_change_is_not_written_again(owner_id: UUID) -> None:
    mary, priya = a_person(owner_id, "Mary"), a_person(owner_id, "Priya")
    a_coffee(owner_id, mary, priya)
    before = set(models.Acquaintance.objects.values_list("id", flat=True))
    acquaintances.rebuild(owner_id, TODAY + timedelta(days=3))
    assert set(models.Acquaintance.objects.values_list("id", flat=True)) == before


def test_a_pair_that_stands_there_twice_is_once_after_the_next_round(owner_id: UUID) -> None:
    mary, priya = a_person(owner_id, "Mary"), a_person(owner_id, "Priya")
    a_coffee(owner_id, mary, priya, on=day(4))
    twice = models.Acquaintance.objects.get(person_id=mary, other_id=priya)
    twice.pk = None
    twice.save(force_insert=True)
    acquaintances.rebuild(owner_id, TODAY)
    assert models.Acquaintance.objects.count() == 2
    assert signs("Mary", "Priya") == [Sign.TOGETHER]
