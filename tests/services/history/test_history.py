"""Traces go out again whole, change hands with addresses, and tell who might be added."""

from datetime import timedelta
from random import Random
from uuid import UUID

import pytest

from rapport.db import models
from rapport.db.queries import today
from rapport.domain.history.correspondents import Census
from rapport.domain.imports.imports import Party
from rapport.services.errors import Invalid
from rapport.services.history import history
from rapport.services.journal import undo
from tests import mailboxes
from tests.services.conftest import NOW
from tests.services.traces import KAREN, ME, PRIYA, TODAY, everything, mail, reachable, rounded, take_in, tie


def test_taken_back_nothing_is_left(owner_id: UUID) -> None:
    karen = reachable(owner_id, "Karen Holt", KAREN)
    priya = reachable(owner_id, "Priya Shah", PRIYA)
    take_in(owner_id, [mail(KAREN, ME)])
    before = everything()
    _done, batch = take_in(owner_id, [mail(KAREN, ME, at=NOW), mail(PRIYA, ME), mail(ME, PRIYA)])
    assert everything() != before
    history.remove(owner_id, batch, TODAY)
    assert everything() == before
    undo.undo(owner_id, batch, at=NOW)
    assert everything() == before
    assert tie(karen).last_on == TODAY - timedelta(days=40)
    assert not models.Tie.objects.filter(person_id=priya).exists()


def test_an_alias_of_mine_is_proposed_and_once_confirmed_its_mail_is_mine(owner_id: UUID) -> None:
    karen = reachable(owner_id, "Karen Holt", KAREN)
    traces = [
        mail(KAREN, "old@me.example", at=NOW - timedelta(days=ago))._replace(own="old@me.example")
        for ago in range(1, 9)
    ]
    traces += [mail("old@me.example", KAREN, at=NOW - timedelta(days=ago)) for ago in range(1, 9)]
    take_in(owner_id, traces)
    census = Census()
    for trace in traces:
        census.add(trace)
    assert [own.address for own in history.propose_mine(owner_id, census)] == ["old@me.example"]
    assert "mails_out" not in models.PersonHistory.objects.get(person_id=karen).sums
    before = everything()
    history.claim(owner_id, "Old@me.example", TODAY, is_mine=True)
    assert history.mine(owner_id) == {ME, "old@me.example"}
    assert models.PersonHistory.objects.get(person_id=karen).sums["mails_out"] == 8
    assert not history.propose_mine(owner_id, census)
    history.claim(owner_id, "old@me.example", TODAY, is_mine=False)
    assert rounded(everything()) == rounded(before)
    assert not history.propose_mine(owner_id, census)


def test_an_address_that_is_not_mine_after_all_is_somebody_again(owner_id: UUID) -> None:
    karen = reachable(owner_id, "Karen Holt", KAREN)
    _done, batch = take_in(owner_id, [mail(KAREN, ME)], ME, KAREN)
    assert history.mine(owner_id) == {ME, KAREN}
    assert history.say(owner_id, f" {KAREN.upper()}", TODAY, is_mine=False) == KAREN
    history.remove(owner_id, batch, TODAY)
    take_in(owner_id, [mail(KAREN, ME)])
    assert history.mine(owner_id) == {ME}
    assert tie(karen).last_on == TODAY - timedelta(days=40)


@pytest.mark.parametrize("typed", ["", "karen", "@", "karen@", "ka ren@x.example", "k@x@y", "k@" + "x" * 320])
def test_what_is_no_address_is_not_mine(owner_id: UUID, typed: str) -> None:
    before = everything()
    with pytest.raises(Invalid):
        history.say(owner_id, typed, TODAY, is_mine=True)
    assert everything() == before


def test_somebody_added_later_brings_their_history_along(owner_id: UUID) -> None:
    take_in(owner_id, [mail(PRIYA, ME), mail(ME, PRIYA)])
    priya = reachable(owner_id, "Priya Shah", PRIYA)
    history.relink(owner_id, [priya], TODAY)
    assert tie(priya).last_on == TODAY - timedelta(days=40)
    take_in(owner_id, [mail(PRIYA, ME, at=NOW - timedelta(days=1))])
    assert models.PersonHistory.objects.get(person_id=priya).sums["mails_in"] == 2
    other = reachable(owner_id, "Priya S.", "priya@work.example")
    models.ContactPoint.objects.filter(person_id=priya).update(person_id=other)
    history.relink(owner_id, [priya, other], TODAY)
    assert not models.PersonHistory.objects.filter(person_id=priya).exists()
    assert models.PersonHistory.objects.get(person_id=other).sums["mails_in"] == 2


def test_whom_i_write_with_is_offered_once_with_counts(owner_id: UUID) -> None:
    reachable(owner_id, "Karen Holt", KAREN)
    named = mail("teo.brandt@x.org", ME)._replace(sender=Party("teo.brandt@x.org", "Brandt, Teo"))
    census = Census()
    for trace in (
        named, mail(ME, "teo.brandt@x.org"), mail(KAREN, ME), mail(ME, KAREN), mail("alma@x.org", ME),
        mail("no-reply@x.org", ME), mail(ME, "no-reply@x.org"), mail(ME, "info@x.org"),
        mail("info@x.org", ME),
    ):  # fmt: skip
        census.add(trace)
    (teo,) = history.propose_people(owner_id, census, [ME])
    assert (teo.name, teo.address, teo.received, teo.written) == ("Teo Brandt", "teo.brandt@x.org", 1, 1)
    assert not models.Person.objects.filter(name="Teo Brandt").exists()


def test_a_strong_tie_by_mail_that_fell_silent_is_worth_waking(owner_id: UUID) -> None:
    box = mailboxes.make(Random(4), people=36, friends=3)
    years = timedelta(days=800)
    past = [trace._replace(at=trace.at - years) for trace in box.traces]
    people = {reachable(owner_id, address, address): address for address in box.closeness}
    take_in(owner_id, past)
    quiet = [tie.who.id for tie in today.open_things(owner_id, None, TODAY, frozenset()).dormant]
    assert len(quiet) == 3
    assert all(models.Tie.objects.get(person_id=person).was_strong for person in quiet)
    assert {people[person] for person in quiet} <= box.closeness.keys()
