"""When Mary is due, and after what."""

from datetime import date, timedelta

import pytest

from rapport.domain.interactions.interactions import Channel
from rapport.services.people.pages import Rhythm
from rapport.wording.rhythm import due

LAST = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("channel", "after"),
    [
        (Channel.IN_PERSON, "30 days after you met on 3 March 2026."),
        (Channel.PHONE, "30 days after the call of 3 March 2026."),
        (Channel.VIDEO, "30 days after the call of 3 March 2026."),
        (Channel.EMAIL, "30 days after the message of 3 March 2026."),
        (Channel.MESSAGE, "30 days after the message of 3 March 2026."),
        (None, "30 days after you were last in touch, on 3 March 2026."),
    ],
)
def test_it_says_what_the_days_are_counted_from(channel: Channel | None, after: str) -> None:
    rhythm = Rhythm(LAST + timedelta(days=30), 30, LAST, channel)
    assert due(rhythm, date(2026, 4, 1)) == f"Due on 2 April 2026, {after}"
    assert due(rhythm, date(2026, 4, 2)) == f"Due today, {after}"
    assert due(rhythm, date(2026, 4, 3)) == f"Due since 2 April 2026, {after}"


def test_without_a_rhythm_nothing_is_due() -> None:
    assert due(None, LAST) == ""
