"""One file per noun; Django finds the models here."""

from rapport.db.models.acquaintances import Acquaintance
from rapport.db.models.asks import Ask, AskAnswer
from rapport.db.models.challenge import Challenge
from rapport.db.models.checkins import CheckIn
from rapport.db.models.coach import Action, Coaching, Remembered
from rapport.db.models.diary import DiaryEntry
from rapport.db.models.duplicates import Distinct, Likeness, LikenessSearch
from rapport.db.models.engagements import Engagement
from rapport.db.models.filters import SavedFilter
from rapport.db.models.followups import FollowUp
from rapport.db.models.gatherings import Gathering, Series
from rapport.db.models.giving import Help, Need, NeedMatch, Offer
from rapport.db.models.history import Address, PersonHistory, SourceFile, TieScale, Trace, TraceParty
from rapport.db.models.imports import Import, SourceRecord
from rapport.db.models.interactions import Interaction, Participant
from rapport.db.models.introductions import Introduction, IntroductionMove
from rapport.db.models.letters import Template
from rapport.db.models.listings import Listing, Subscription
from rapport.db.models.map import MapPlace
from rapport.db.models.notes import Note
from rapport.db.models.opportunities import Opportunity
from rapport.db.models.owners import Owner
from rapport.db.models.people import ContactPoint, Person
from rapport.db.models.pitches import Pitch, PitchStep
from rapport.db.models.referee import Ruling
from rapport.db.models.search import SearchRow
from rapport.db.models.ties import Tie
from rapport.db.models.undo import Batch, BulkChange, Change

__all__ = [
    "Acquaintance",
    "Action",
    "Address",
    "Ask",
    "AskAnswer",
    "Batch",
    "BulkChange",
    "Challenge",
    "Change",
    "CheckIn",
    "Coaching",
    "ContactPoint",
    "DiaryEntry",
    "Distinct",
    "Engagement",
    "FollowUp",
    "Gathering",
    "Help",
    "Import",
    "Interaction",
    "Introduction",
    "IntroductionMove",
    "Likeness",
    "LikenessSearch",
    "Listing",
    "MapPlace",
    "Need",
    "NeedMatch",
    "Note",
    "Offer",
    "Opportunity",
    "Owner",
    "Participant",
    "Person",
    "PersonHistory",
    "Pitch",
    "PitchStep",
    "Remembered",
    "Ruling",
    "SavedFilter",
    "SearchRow",
    "Series",
    "SourceFile",
    "SourceRecord",
    "Subscription",
    "Template",
    "Tie",
    "TieScale",
    "Trace",
    "TraceParty",
]
