"""The story's month as a demo: loaded from a diary, standing still on its last day."""

from datetime import date, datetime
from importlib.resources import files
from uuid import UUID

from rapport.db.models import Person
from rapport.domain.challenge.challenge import ActionGoal
from rapport.domain.learning.learning import Way
from rapport.services import owners
from rapport.services.challenge import challenge
from rapport.services.quicklog import diary
from rapport.services.quicklog.diary import Outcome, Progress

FIRST, LAST = date(2019, 3, 1), date(2019, 3, 30)
TEXTS = {
    "en": ("A writer in Portland", "To stop leaving my network to chance, and to feel at home in this city."),
    "fr": ("Une autrice à Portland", "Ne plus laisser mon réseau au hasard, et me sentir chez moi ici."),
}


class NotEmpty(Exception):
    """Somebody's own people live here; the demo is not mixed in."""


def load(*, at: datetime, language: str = "en", progress: Progress = lambda done, total: None) -> Outcome:
    """Fill this store with the demo; loading it again adds nothing. Raises NotEmpty."""
    owner = owners.local_owner()
    if not owner.is_demo:
        if owner.is_set_up or Person.objects.of(owner.id).exists():
            raise NotEmpty
        _prepare(owner.id, at, language)
    text = files("rapport.services.setup").joinpath(f"demo_diary_{language}.txt").read_bytes()
    return diary.take_in(owner.id, text, at=at, language=language, name="demo", progress=progress)


def _prepare(owner_id: UUID, at: datetime, language: str) -> None:
    name, intention = TEXTS[language]
    owners.edit(
        owner_id,
        at=at,
        name=name,
        city="Portland",
        country="US",
        time_zone="America/Los_Angeles",
        is_demo=True,
        is_set_up=True,
        stands_on=LAST,
    )
    draft = challenge.Draft(
        starts_on=FIRST,
        days=30,
        name="",
        intention=intention,
        action_goals=(ActionGoal(Way.ASK, 40), ActionGoal(Way.PITCH, 8), ActionGoal(Way.GATHERING, 3)),
        hope_count=30,  # one a day, rest days and all
    )
    challenge.start(owner_id, draft, at=at)
