"""One owner in Portland, and a challenge from the first day of the month."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from rapport.services import owners
from rapport.services.challenge import challenge
from rapport.services.quicklog import prepare, save
from rapport.services.quicklog.save import Choice, Logged
from tests.cast import FIRST_DAY

NOW = datetime(2019, 3, 30, 12, tzinfo=UTC)

Tell = Callable[..., Logged]


@pytest.fixture
def owner_id(db: None) -> UUID:
    owner = owners.local_owner()
    owners.edit(owner.id, at=NOW, city="Portland", country="US")
    return owner.id


@pytest.fixture
def month(owner_id: UUID) -> UUID:
    """The challenge: thirty days from Friday 1 March 2019, Sundays off."""
    return challenge.start(owner_id, challenge.Draft(starts_on=FIRST_DAY, days=30, hope_count=30), at=NOW)


@pytest.fixture
def tell(owner_id: UUID) -> Tell:
    """Log one line, as written on a day of March 2019."""

    def log(text: str, on: date = FIRST_DAY, language: str = "en", **choices: Choice) -> Logged:
        prepared = prepare.prepare(owner_id, text, on, language)
        return save.save(owner_id, prepared, choices, at=NOW)

    return log
