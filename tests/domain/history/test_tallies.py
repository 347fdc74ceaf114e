"""Messages of one circle are added up at once, to what they come to one by one."""

from datetime import UTC, datetime, timedelta

import pytest

from rapport.domain.history.history import Seen, Sums
from rapport.domain.history.tallies import Stretch, Tally
from rapport.domain.imports.imports import TraceKind

NOON = datetime(2019, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("size", [1, 3, 12])
@pytest.mark.parametrize("from_me", [True, False])
def test_messages_of_one_circle_add_up_at_once_as_one_by_one(from_me: bool, size: int) -> None:
    days = (3, 900, 1, 40)
    moments = [NOON - timedelta(days=day) for day in days]
    one_by_one, at_once = Tally(), Tally()
    for moment in moments:
        one_by_one.add(Seen(moment, TraceKind.MAIL, from_me, not from_me, size))
    at = [int(moment.timestamp()) for moment in moments]
    at_once.add_mails(Stretch.of(at), size, from_me=from_me, is_sender=not from_me)
    at_once.add_mails(Stretch.of(at), size, from_me=from_me, is_sender=from_me)
    for name in Sums.__match_args__:
        assert getattr(at_once.sums(), name) == pytest.approx(getattr(one_by_one.sums(), name))
