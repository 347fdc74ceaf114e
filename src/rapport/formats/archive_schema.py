"""Every table of an archive, version 4; docs/reference/archive.md says what each key means."""

from rapport.formats import archive_people as people
from rapport.formats import archive_ways as ways
from rapport.formats.archive_columns import Columns
from rapport.formats.archive_people import OWNER
from rapport.formats.archive_versions import ADDED

__all__ = ["OWNER", "TABLES"]

TABLES: dict[str, Columns] = {
    "people": people.PEOPLE,
    "contact_points": people.CONTACT_POINTS,
    "series": ways.SERIES,
    "gatherings": ways.GATHERINGS,
    "interactions": people.INTERACTIONS,
    "participants": people.PARTICIPANTS,
    "asks": ways.ASKS,
    "ask_answers": ways.ASK_ANSWERS,
    "introductions": ways.INTRODUCTIONS,
    "pitches": ways.PITCHES,
    "pitch_steps": ways.PITCH_STEPS,
    "helps": ways.HELPS,
    "needs": ways.NEEDS,
    "offers": ways.OFFERS,
    "follow_ups": ways.FOLLOW_UPS,
    "opportunities": ways.OPPORTUNITIES,
    "notes": people.NOTES,
    "challenges": people.CHALLENGES,
    "checkins": people.CHECKINS,
    "actions": people.ACTIONS,
    "diary_entries": people.DIARY_ENTRIES,
    **ADDED[2],
    **ADDED[3],
    **ADDED[4],
}
