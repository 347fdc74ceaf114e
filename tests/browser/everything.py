"""python -m tests.browser.everything FOLDER: the demo with one of everything, for every page there is."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rapport.config.boot import boot


def fill() -> None:
    """One of each: a dream, a draft, an ask to remind of, introductions half-way, an evening to tell of."""
    from rapport.domain.asks.introductions import Step
    from rapport.domain.asks.letters import LetterKind, Words
    from rapport.domain.gatherings.debrief import Entry
    from rapport.domain.gatherings.gatherings import Attendance
    from rapport.domain.pitches.pitches import Stage
    from rapport.services import owners
    from rapport.services.asks import asks, introductions, letters
    from rapport.services.gatherings import debriefs
    from rapport.services.pitches import pitches
    from rapport.services.setup import demo
    from tests.services.gatherings.test_listings import a_listing
    from tests.services.makers import a_coffee, a_gathering, a_person

    today, at = demo.LAST, datetime(2019, 3, 30, 12, tzinfo=UTC)
    owner_id = owners.local_owner().id
    owners.edit(owner_id, at=at, about="I write about food and the people who make it.")
    anja, bodo = a_person(owner_id, "Anja Quill", organisation="Fern Review"), a_person(owner_id, "Bodo")
    for days in (700, 730, 760):
        a_coffee(owner_id, anja, on=today - timedelta(days=days), note="the office move")
    for introducer, other in ((None, bodo), (bodo, None)):
        draft = introductions.Draft(
            anja, today - timedelta(days=9), introducer, other, Step.PROPOSED, why="Food."
        )
        introductions.create(owner_id, draft, at=at)
    for name, stage, fright in (("Fern Review", Stage.DREAM, 5), ("Corner Bakery", Stage.DRAFT, 1)):
        pitches.create(owner_id, pitches.Draft(name, fright=fright), stage, today, at=at)
    asks.create(owner_id, asks.Draft(bodo, today - timedelta(days=12), "an editor"), at=at)
    for language in ("en", "fr"):
        short = letters.Draft(LetterKind.ASK, language, Words("Hi", "Hi {first}"), "Short")
        letters.create(owner_id, short, at=at)
    a_gathering(owner_id, "Writers’ Breakfast", today - timedelta(days=1), Attendance.GOING, size=14)
    a_gathering(owner_id, "Book Fair", today + timedelta(days=4), Attendance.MAYBE, size=3000)
    told = a_gathering(owner_id, "Open Mic", today - timedelta(days=2), Attendance.GOING, size=30)
    entry = Entry("Cyra Bell", memorable=True, need="a title", promise="a list")
    debriefs.save(owner_id, told, debriefs.Draft((entry,)), on=today, at=at)
    a_listing(owner_id, "Food Table", today + timedelta(days=3), size=20, about="An evening on food.")


if __name__ == "__main__":
    boot(Path(sys.argv[1]))
    fill()
