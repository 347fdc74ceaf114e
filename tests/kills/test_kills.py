"""What Karen was told is saved survives a killed server."""

from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import pytest

from rapport.db.models import Batch, Owner
from tests.kills import harness


@pytest.mark.slow
def test_twenty_five_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    tally = harness.run(tmp_path / "data", kills=25)
    assert tally.is_clean, str(tally)
    assert len(tally.acknowledged) > 25, str(tally)
    assert median(tally.starts) < harness.RESTART_LIMIT, str(tally)


def test_the_oracle_notices_a_line_that_is_lost(own_file: Path) -> None:
    tally = harness.Tally(acknowledged={"12345678-1234-5678-1234-567812345678"})
    harness.inspect(own_file, tally)
    assert len(tally.lost) == 1
    assert not tally.is_clean


def test_the_oracle_notices_a_line_that_is_half_written(own_file: Path) -> None:
    karen = Owner.objects.create(name="Karen")
    Batch.objects.create(owner=karen, at=datetime(2026, 3, 5, tzinfo=UTC), verb="log", number=1)
    tally = harness.Tally()
    harness.inspect(own_file, tally)
    assert tally.half == 1
    assert not tally.is_clean
