"""What traces add up to: whose addresses, how much, how soon; in any order and any parts."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.history.history import (
    EPOCH,
    SAMPLE,
    AddressKind,
    Seen,
    Sums,
    from_json,
    kind_of,
    to_json,
)  # fmt: skip
from rapport.domain.history.tallies import Tally
from rapport.domain.history.ties import closeness, scale_of
from rapport.domain.imports.imports import TraceKind
from tests import mailboxes

NOON = datetime(2019, 3, 1, 12, tzinfo=UTC)


def mail(days_ago: float = 0, *, from_me: bool = False, size: int = 1) -> Seen:
    return Seen(NOON - timedelta(days=days_ago), TraceKind.MAIL, from_me, not from_me, size)


def meeting(days_ago: float = 0, *, size: int = 1, minutes: int | None = None) -> Seen:
    return Seen(NOON - timedelta(days=days_ago), TraceKind.MEETING, True, False, size, minutes)


def added(*traces: Seen) -> Sums:
    tally = Tally()
    for trace in traces:
        tally.add(trace)
    return tally.sums()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        *((a, AddressKind.MACHINE) for a in (
            "no-reply@shop.example", "noreply+abc@x.org", "do_not_reply@x.org", "mailer-daemon@x.org",
            "notifications@github.example", "bounce-12-karen=x.org@list.example", "news@shop.example",
            "karen@bounces.shop.example", "reply+9f3a@reply.github.example", "0123456789abcdef01234567@x.org",
            "comments-noreply@docs.example", "room_12@resource.calendar.example", "alerts2@bank.example",
        )),
        *((a, AddressKind.LIST) for a in (
            "info@bakery.example", "friday-request@x.org", "owner-friday@x.org", "friday@lists.x.org",
            "ladies@googlegroups.com", "support@x.org", "friday@x.lists.org",
        )),
        *((a, AddressKind.PERSON) for a in (
            "karen@example.org", "jane.talbot@x.org", "news.karen@x.org", "alert.mary@x.org", "noreen@x.org",
            "infante@x.org", "mary+lists@x.org", "hello@mary.example", "abbot@x.org", "bella.notte@x.org",
        )),
    ],
)  # fmt: skip
def test_machines_and_shared_mailboxes_are_told_by_their_spelling(address: str, kind: AddressKind) -> None:
    assert kind_of(address) is kind


def test_a_quiet_quarter_halves_what_karen_s_mail_weighs() -> None:
    now, then = (added(mail(ago)).decayed(NOON.date()) for ago in (0, 90))
    assert then == pytest.approx(now / 2)
    assert added(mail()).decayed(NOON.date()) == pytest.approx(1, abs=0.01)


def test_a_message_written_weighs_more_than_one_received_and_a_meeting_of_two_thrice() -> None:
    received, written, met = (
        added(each).decayed(NOON.date()) for each in (mail(), mail(from_me=True), meeting())
    )
    assert written / received == pytest.approx(1.5)
    assert met / received == pytest.approx(3)
    assert added(meeting(minutes=180)).met == pytest.approx(2 * added(meeting(minutes=45)).met)


def test_in_a_crowd_each_has_a_part_and_who_reads_along_has_none() -> None:
    assert added(mail(size=4)).received == pytest.approx(added(mail()).received / 4)
    assert added(Seen(NOON, TraceKind.MAIL, False, False, 3)) == Sums()


def test_dates_are_of_a_few_not_of_a_crowd() -> None:
    sums = added(mail(30), mail(20, from_me=True), mail(10, size=40))
    assert (sums.first_on, sums.last_on) == (date(2019, 1, 30), date(2019, 2, 9))
    assert (sums.two_way_since, sums.last_two_way) == (date(2019, 2, 9), date(2019, 1, 30))


def test_meetings_of_two_are_counted_by_month() -> None:
    assert added(meeting(1), meeting(2), meeting(40), meeting(3, size=2)).meetings == (
        ("2019-01", 1),
        ("2019-02", 2),
    )


def test_the_median_answer_comes_from_a_sample_that_does_not_grow() -> None:
    tally = Tally()
    for number in range(1000):
        tally.answered(number * 7919 % 1009, number % 24, by_them=True)
    tally.answered(1, 9_000, by_them=True)
    tally.answered(2, -3, by_them=False)
    sums = tally.sums()
    assert len(sums.their_replies) == SAMPLE
    assert sums.their_hours() == pytest.approx(12, abs=5)
    assert sums.my_hours() is None


SEEN = st.builds(
    Seen,
    at=st.integers(0, 9000).map(lambda days: EPOCH + timedelta(days=days - 8000)),
    kind=st.sampled_from(TraceKind),
    from_me=st.booleans(),
    is_sender=st.booleans(),
    size=st.integers(0, 30),
    minutes=st.none() | st.integers(0, 600),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(SEEN, max_size=20), st.integers(0, 20), st.randoms(use_true_random=False))
def test_parts_add_up_to_the_whole_in_any_order(traces: list[Seen], cut: int, rng: Random) -> None:
    whole = to_json(added(*traces))
    rng.shuffle(traces)
    parts = from_json(to_json(added(*traces[:cut]))).plus(added(*traces[cut:]))
    again = to_json(parts)
    assert again.keys() == whole.keys()
    for name, value in whole.items():
        assert again[name] == (pytest.approx(value) if isinstance(value, float) else value)


def ranks(values: list[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    for rank, at in enumerate(order):
        found[at] = rank
    return found


def spearman(a: list[float], b: list[float]) -> float:
    """Rank correlation; ties do not occur in what is compared here."""
    x, y = ranks(a), ranks(b)
    mean = fmean(x)
    covariance = sum((i - mean) * (j - mean) for i, j in zip(x, y, strict=True))
    return covariance / sum((i - mean) ** 2 for i in x)


def test_in_made_mailboxes_close_people_come_out_close() -> None:
    """Rank correlation with what was drawn, over five of them; in each the planted friends are on top."""
    found = []
    for seed in range(5):
        box = mailboxes.make(Random(seed))
        sums = mailboxes.add_up(box.traces)
        today = mailboxes.NOW.date()
        scale = scale_of(sums.values(), today)
        assert scale is not None
        seen = {address: closeness((), None, today, each, scale) for address, each in sums.items()}
        assert seen.keys() <= box.closeness.keys()
        top = sorted(seen, key=seen.__getitem__, reverse=True)[: round(0.05 * len(seen))]
        assert box.friends <= set(top)
        found.append(spearman([seen[a] for a in seen], [box.closeness[a] for a in seen]))
    assert fmean(found) >= 0.85
