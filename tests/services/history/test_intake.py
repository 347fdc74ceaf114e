"""Traces come in once, in any order and any parts, link to people and weigh their ties."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

import pytest

from rapport.db import models
from rapport.db.queries import history as queries
from rapport.domain.imports.imports import IncomingTrace, TraceKind
from rapport.services.challenge import rulings
from rapport.services.history import mail_rows
from rapport.services.history import people as person_history
from rapport.services.history.intake import Applied, Intake
from rapport.services.history.trace_rows import digest, unknown_keys
from rapport.services.journal import undo
from rapport.services.journal.bulk import bulk
from rapport.services.journal.journal import Verb
from tests import mailboxes
from tests.cast import FIRST_DAY
from tests.services.conftest import NOW, Tell
from tests.services.makers import a_coffee
from tests.services.traces import KAREN, ME, PRIYA, TODAY, everything, mail, reachable, rounded, take_in, tie


def test_karen_s_mail_makes_a_tie(owner_id: UUID) -> None:
    karen = reachable(owner_id, "Karen Holt", KAREN)
    done, _batch = take_in(owner_id, [mail(KAREN, ME), mail(ME, KAREN, at=NOW - timedelta(days=39))])
    assert (done.added, done.known, done.people) == (2, 0, 1)
    assert tie(karen).closeness > 0
    assert tie(karen).last_on == TODAY - timedelta(days=40)
    assert tie(karen).interactions == 0


def test_the_same_mailbox_again_adds_nothing(owner_id: UUID) -> None:
    reachable(owner_id, "Karen Holt", KAREN)
    traces = [mail(KAREN, ME), mail(ME, KAREN), mail(KAREN, ME)]
    take_in(owner_id, traces)
    before = everything()
    done, batch = take_in(owner_id, traces)
    assert (done.added, done.known, done.people) == (0, 3, 0)
    assert everything() == before
    assert not models.Batch.objects.filter(pk=batch).exists()
    assert unknown_keys(owner_id, {digest(traces[0].key), "new"}) == {"new"}


def test_machines_lists_crowds_and_readers_along_are_no_ties(owner_id: UUID) -> None:
    shop = reachable(owner_id, "The shop", "no-reply@shop.example")
    tom = reachable(owner_id, "Tom Reed", "tom@example.org")
    many = [f"p{n}@example.org" for n in range(60)]
    take_in(
        owner_id,
        [
            mail("no-reply@shop.example", ME),
            mail("tom@example.org", "friday@lists.example", bulk=True),
            mail(KAREN, ME, "tom@example.org"),
            mail(ME, "tom@example.org", *many),
        ],
    )
    assert not models.PersonHistory.objects.filter(person_id=shop).exists()
    assert [h.sums for h in models.PersonHistory.objects.filter(person_id=tom)] == [{}]
    assert not models.Address.objects.filter(address="p1@example.org").exists()


def test_an_address_that_two_people_share_is_nobody_s(owner_id: UUID) -> None:
    reachable(owner_id, "Karen Holt", "home@example.org")
    reachable(owner_id, "Jess Moran", "home@example.org")
    take_in(owner_id, [mail("home@example.org", ME)])
    assert not models.PersonHistory.objects.exists()


def test_two_addresses_on_one_message_are_one_karen(owner_id: UUID) -> None:
    karen = reachable(owner_id, "Karen Holt", KAREN, "k@work.example")
    take_in(owner_id, [mail(ME, KAREN, "k@work.example")])
    assert models.PersonHistory.objects.get(person_id=karen).sums["mails_out"] == 1


def test_answers_are_paired_whichever_comes_in_first(owner_id: UUID) -> None:
    karen = reachable(owner_id, "Karen Holt", KAREN)
    asked = mail(ME, KAREN, key="<ask>")
    answer = mail(KAREN, ME, at=asked.at + timedelta(hours=3), answers="<ask>")
    thanks = mail(ME, KAREN, at=asked.at + timedelta(hours=4), answers=answer.key)
    for traces in ([answer], [asked, thanks]):
        take_in(owner_id, traces)
    sums = models.PersonHistory.objects.get(person_id=karen).sums
    assert ([each[1] for each in sums["their_replies"]], [each[1] for each in sums["my_replies"]]) == (
        [3.0],
        [1.0],
    )


def test_answers_between_people_who_came_in_later_are_counted_then(owner_id: UUID) -> None:
    asked = mail(ME, KAREN, key="<ask>")
    take_in(owner_id, [asked, mail(KAREN, ME, at=asked.at + timedelta(hours=3), answers="<ask>")])
    assert not queries.is_anybody(owner_id)
    karen = reachable(owner_id, "Karen Holt", KAREN)
    take_in(owner_id, [mail(KAREN, ME)])
    assert queries.is_anybody(owner_id)
    sums = models.PersonHistory.objects.get(person_id=karen).sums
    assert [each[1] for each in sums["their_replies"]] == [3.0]


def test_in_parts_or_worked_out_again_it_is_the_same(owner_id: UUID) -> None:
    box = mailboxes.make(Random(1), people=16, friends=2)
    people = [reachable(owner_id, address, address) for address in list(box.closeness)[:14]]
    traces = [trace for trace in box.traces if not trace.is_bulk]
    Random(1).shuffle(traces)
    with bulk(owner_id, Verb.IMPORT, at=NOW) as book:
        for cut in (slice(0, 700), slice(700, 720), slice(720, None)):
            with book.step():
                run = Intake(book, [ME])
                run.add(traces[cut])
                run.finish()
    rulings.weigh_all(owner_id, TODAY)
    parts = everything()
    person_history.recompute(owner_id, people)
    rulings.weigh_all(owner_id, TODAY)
    assert rounded(everything()) == rounded(parts)


def whole_seconds(box: mailboxes.Mailbox) -> list[IncomingTrace]:
    mails = [trace for trace in box.traces if trace.kind is TraceKind.MAIL]
    return [trace._replace(at=trace.at.replace(microsecond=0)) for trace in mails]


def bags_in(owner_id: UUID, *bags: Sequence[IncomingTrace]) -> tuple[Applied, UUID]:
    with bulk(owner_id, Verb.IMPORT, at=NOW, subject="mail") as book:
        run = Intake(book, [ME])
        for bag in bags:
            with book.step():
                run.add_bag(mailboxes.packed(bag))
        with book.step():
            done = run.finish()
    return done, book.batch.pk


def test_mailbags_leave_behind_what_the_same_traces_do(owner_id: UUID) -> None:
    box = mailboxes.make(Random(2), people=20, friends=2)
    for address in list(box.closeness)[:15]:
        reachable(owner_id, address, address)
    both = next(iter(box.closeness))
    reachable(owner_id, "Karen Holt", KAREN, "k@work.example")
    crowd = [f"p{n}@example.org" for n in range(60)]
    traces = [
        *whole_seconds(box),
        mail(KAREN, ME, "k@work.example"), mail("k@work.example", KAREN, ME, ME, both, key="<twice>"),
        mail(KAREN, *crowd), mail(ME, KAREN, *crowd), mail("no-reply@shop.example", ME, KAREN),
    ]  # fmt: skip
    once, batch = take_in(owner_id, traces)
    before = everything()
    undo.undo(owner_id, batch, at=NOW)
    done, _batch = bags_in(owner_id, traces[:900], traces[800:])
    assert (done.added, done.people) == (once.added, once.people)
    assert rounded(everything()) == rounded(before)


@pytest.mark.parametrize("rows", [1, 2, 200])
def test_of_a_bag_known_in_part_the_rest_comes_in(
    owner_id: UUID, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_rows, "AT_ONCE", rows)
    karen = reachable(owner_id, "Karen Holt", KAREN)
    letters = [mail(KAREN, ME, at=NOW - timedelta(days=n)) for n in range(1, 7)]
    bags_in(owner_id, letters[1:4])
    done, batch = bags_in(owner_id, [*letters, letters[5]])
    assert (done.added, done.known) == (3, 4)
    assert models.PersonHistory.objects.get(person_id=karen).sums["mails_in"] == 6
    assert models.TraceParty.objects.count() == 6
    done, again = bags_in(owner_id, letters)
    assert (done.added, done.known) == (0, 6)
    assert not models.Batch.objects.filter(pk=again).exists()
    undo.undo(owner_id, batch, at=NOW)
    assert models.TraceParty.objects.count() == 3


def test_a_bag_s_messages_from_the_future_wait(owner_id: UUID) -> None:
    done, _batch = bags_in(owner_id, [mail(KAREN, ME, at=NOW + timedelta(days=400)), mail(KAREN, ME)])
    assert (done.added, done.ahead) == (1, 1)
    done, _batch = bags_in(owner_id, [mail(KAREN, ME, at=NOW + timedelta(days=400))])
    assert (done.added, done.ahead) == (0, 1)


def test_what_lies_ahead_is_not_taken(owner_id: UUID) -> None:
    reachable(owner_id, "Karen Holt", KAREN)
    meeting = mail(ME, KAREN, at=NOW + timedelta(hours=1))._replace(kind=TraceKind.MEETING)
    done, _batch = take_in(owner_id, [mail(KAREN, ME, at=NOW + timedelta(days=400)), meeting])
    assert (done.added, done.ahead) == (0, 2)


def test_older_mail_does_not_set_the_last_contact_back(owner_id: UUID, tell: Tell) -> None:
    karen = reachable(owner_id, "Karen Holt", KAREN)
    a_coffee(owner_id, karen, on=FIRST_DAY)
    take_in(owner_id, [mail(KAREN, ME, at=NOW - timedelta(days=400))])
    assert tie(karen).last_on == FIRST_DAY
    take_in(owner_id, [mail(KAREN, ME, at=NOW - timedelta(days=2))])
    assert tie(karen).last_on == TODAY - timedelta(days=2)
    tell("coffee with Karen Holt", FIRST_DAY + timedelta(days=3))
    assert tie(karen).last_on == TODAY - timedelta(days=2)


def test_whom_i_wrote_with_before_the_month_is_not_new_in_it(owner_id: UUID, month: UUID) -> None:
    karen, priya = reachable(owner_id, "Karen Holt", KAREN), reachable(owner_id, "Priya Shah", PRIYA)
    a_coffee(owner_id, karen, on=FIRST_DAY)
    a_coffee(owner_id, priya, on=FIRST_DAY)
    assert [r.verdict for r in models.Ruling.objects.all()] == ["connection", "connection"]
    early, late = (datetime(2019, month, 9, tzinfo=UTC) for month in (1, 3))
    traces = [
        mail(KAREN, ME, at=early),
        mail(ME, KAREN, at=early),
        mail(PRIYA, ME, at=late),
        mail(ME, PRIYA, at=late),
    ]
    _done, batch = take_in(owner_id, traces)
    verdicts = {str(r.person_id): r.verdict for r in models.Ruling.objects.all()}
    assert verdicts == {str(karen): "already_known", str(priya): "connection"}
    undo.undo(owner_id, batch, at=NOW)
    assert [r.verdict for r in models.Ruling.objects.all()] == ["connection", "connection"]


def test_mail_that_waited_for_its_person_is_found_when_more_comes(owner_id: UUID) -> None:
    take_in(owner_id, [mail(PRIYA, ME), mail(ME, PRIYA)])
    priya = reachable(owner_id, "Priya Shah", PRIYA)
    take_in(owner_id, [mail(PRIYA, ME, at=NOW - timedelta(days=1))])
    assert models.PersonHistory.objects.get(person_id=priya).sums["mails_in"] == 2


def test_with_thirty_contacts_what_is_usual_is_the_user_s_own(owner_id: UUID) -> None:
    box = mailboxes.make(Random(4), people=36, friends=3)
    for address in box.closeness:
        reachable(owner_id, address, address)
    take_in(owner_id, box.traces)
    assert models.TieScale.objects.count() == 1
    ranked = models.Tie.objects.order_by("-closeness").values_list("person__name", flat=True)
    assert set(ranked[:4]) >= box.friends
    assert models.Tie.objects.filter(was_strong=True).count() == pytest.approx(12, abs=2)
    before = everything()
    rulings.rebuild(owner_id, TODAY)
    assert everything() == before


def test_a_day_without_anything_changes_a_tie_only_by_fading(owner_id: UUID) -> None:
    karen = reachable(owner_id, "Karen Holt", KAREN)
    take_in(owner_id, [mail(KAREN, ME), mail(ME, KAREN)])
    near = tie(karen).closeness
    rulings.weigh_all(owner_id, date(2019, 6, 1))
    assert 0 < tie(karen).closeness < near
