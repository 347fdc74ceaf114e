"""Short words for codes, in lower case: for tables, chips and badges. Sentences live beside this file."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import pgettext_lazy

from rapport.domain.asks.asks import Answer, Reminder
from rapport.domain.asks.introductions import Step
from rapport.domain.challenge.challenge import Square
from rapport.domain.challenge.presets import Preset
from rapport.domain.challenge.referee import Verdict
from rapport.domain.coach.cards import Reply
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.domain.gatherings.listings import ListingReply
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.learning.learning import Way
from rapport.domain.people.people import ContactKind, Match, Reach, Told
from rapport.domain.pitches.pitches import Stage
from rapport.domain.quicklog.quicklog import Trait

TABLES: Mapping[type[StrEnum], Mapping[StrEnum, Promise]] = {
    Channel: {
        Channel.IN_PERSON: pgettext_lazy("channel", "in person"),
        Channel.VIDEO: pgettext_lazy("channel", "video call"),
        Channel.PHONE: pgettext_lazy("channel", "phone call"),
        Channel.EMAIL: pgettext_lazy("channel", "e-mail"),
        Channel.MESSAGE: pgettext_lazy("channel", "message"),
    },
    Direction: {
        Direction.OUTBOUND: pgettext_lazy("direction", "from you"),
        Direction.INBOUND: pgettext_lazy("direction", "from them"),
        Direction.MUTUAL: pgettext_lazy("direction", "both ways"),
    },
    Verdict: {
        Verdict.CONNECTION: pgettext_lazy("verdict", "connection"),
        Verdict.HELLO: pgettext_lazy("verdict", "hello"),
        Verdict.WITHIN_REACH: pgettext_lazy("verdict", "within reach"),
        Verdict.REACHED_OUT: pgettext_lazy("verdict", "reached out"),
        Verdict.REKINDLED: pgettext_lazy("verdict", "rekindled"),
        Verdict.ALREADY_KNOWN: pgettext_lazy("verdict", "already known"),
    },
    Answer: {
        Answer.ASKED: pgettext_lazy("answer to an ask", "no answer yet"),
        Answer.THINKING: pgettext_lazy("answer to an ask", "thinking about it"),
        Answer.KNOWS_NO_ONE: pgettext_lazy("answer to an ask", "knows no one"),
        Answer.SILENT: pgettext_lazy("answer to an ask", "stayed silent"),
        Answer.DECLINED: pgettext_lazy("answer to an ask", "said no"),
        Answer.INTRODUCED: pgettext_lazy("answer to an ask", "introduced you"),
    },
    Reminder: {
        Reminder.NONE: pgettext_lazy("reminder of an ask", "answered"),
        Reminder.WAIT: pgettext_lazy("reminder of an ask", "give it time"),
        Reminder.HEARD: pgettext_lazy("reminder of an ask", "they wrote: what did they say?"),
        Reminder.REMIND: pgettext_lazy("reminder of an ask", "time for one kind reminder"),
        Reminder.LET_GO: pgettext_lazy("reminder of an ask", "let it go"),
    },
    Stage: {
        Stage.DREAM: pgettext_lazy("stage of a pitch", "on the list"),
        Stage.DRAFT: pgettext_lazy("stage of a pitch", "draft"),
        Stage.SENT: pgettext_lazy("stage of a pitch", "sent"),
        Stage.FOLLOWED_UP: pgettext_lazy("stage of a pitch", "followed up"),
        Stage.ANSWERED: pgettext_lazy("stage of a pitch", "answered"),
        Stage.CALL: pgettext_lazy("stage of a pitch", "call booked"),
        Stage.WON: pgettext_lazy("stage of a pitch", "won"),
        Stage.LOST: pgettext_lazy("stage of a pitch", "turned down"),
        Stage.PARKED: pgettext_lazy("stage of a pitch", "set aside"),
    },
    Attendance: {
        Attendance.GOING: pgettext_lazy("attendance", "going"),
        Attendance.MAYBE: pgettext_lazy("attendance", "maybe"),
        Attendance.WENT: pgettext_lazy("attendance", "went"),
        Attendance.SKIPPED: pgettext_lazy("attendance", "skipped"),
    },
    ListingReply: {
        ListingReply.GOING: pgettext_lazy("answer to an announced gathering", "going"),
        ListingReply.MAYBE: pgettext_lazy("answer to an announced gathering", "maybe"),
        ListingReply.NOT_FOR_ME: pgettext_lazy("answer to an announced gathering", "not for me"),
    },
    GatheringKind: {
        GatheringKind.MEETUP: pgettext_lazy("kind of gathering", "meetup"),
        GatheringKind.PANEL: pgettext_lazy("kind of gathering", "panel"),
        GatheringKind.WORKSHOP: pgettext_lazy("kind of gathering", "workshop"),
        GatheringKind.PARTY: pgettext_lazy("kind of gathering", "party"),
        GatheringKind.CONFERENCE: pgettext_lazy("kind of gathering", "conference"),
        GatheringKind.OTHER: pgettext_lazy("kind of gathering", "something else"),
    },
    Way: {
        Way.ASK: pgettext_lazy("way of meeting people", "asking for an introduction"),
        Way.GATHERING: pgettext_lazy("way of meeting people", "going to a gathering"),
        Way.PITCH: pgettext_lazy("way of meeting people", "pitching"),
        Way.RECONNECT: pgettext_lazy("way of meeting people", "reconnecting"),
        Way.GIVE: pgettext_lazy("way of meeting people", "giving a hand"),
        Way.FOLLOW_UP: pgettext_lazy("way of meeting people", "following up"),
        Way.LOG: pgettext_lazy("way of meeting people", "writing things down"),
    },
    Step: {
        Step.PROPOSED: pgettext_lazy("step of an introduction", "proposed"),
        Step.ONE_AGREED: pgettext_lazy("step of an introduction", "one side agreed"),
        Step.CONNECTED: pgettext_lazy("step of an introduction", "connected"),
        Step.HAPPENED: pgettext_lazy("step of an introduction", "they met"),
        Step.DECLINED: pgettext_lazy("step of an introduction", "one side said no"),
    },
    Told: {
        Told.CLOSE: pgettext_lazy("closeness as told", "close"),
        Told.NOT_CLOSE: pgettext_lazy("closeness as told", "not close"),
    },
    Reach: {
        Reach.NEAR: pgettext_lazy("reach", "near enough to meet"),
        Reach.FAR: pgettext_lazy("reach", "too far to meet"),
    },
    Match: {
        Match.KNOWN: pgettext_lazy("a typed name", "known"),
        Match.AMBIGUOUS: pgettext_lazy("a typed name", "which one?"),
        Match.MAYBE: pgettext_lazy("a typed name", "maybe someone known"),
        Match.UNKNOWN: pgettext_lazy("a typed name", "new"),
    },
    ContactKind: {
        ContactKind.EMAIL: pgettext_lazy("contact point", "e-mail"),
        ContactKind.PHONE: pgettext_lazy("contact point", "phone"),
        ContactKind.URL: pgettext_lazy("contact point", "link"),
        ContactKind.OTHER: pgettext_lazy("contact point", "other"),
    },
    Trait: {
        Trait.CLOSE: pgettext_lazy("fact about a person", "someone close"),
        Trait.NOT_CLOSE: pgettext_lazy("fact about a person", "not close"),
        Trait.KNOWN: pgettext_lazy("fact about a person", "someone you know"),
        Trait.CITY: pgettext_lazy("fact about a person", "city"),
        Trait.ORGANISATION: pgettext_lazy("fact about a person", "organisation"),
        Trait.ROLE: pgettext_lazy("fact about a person", "role"),
        Trait.FAR: pgettext_lazy("fact about a person", "too far to meet"),
        Trait.NEAR: pgettext_lazy("fact about a person", "near enough to meet"),
        Trait.EMAIL: pgettext_lazy("fact about a person", "e-mail"),
        Trait.PHONE: pgettext_lazy("fact about a person", "phone"),
        Trait.FROM: pgettext_lazy("fact about a person", "from"),
    },
    Preset: {
        Preset.MONTH: pgettext_lazy("length of a challenge", "30 days"),
        Preset.GENTLE: pgettext_lazy("length of a challenge", "6 gentle weeks"),
        Preset.WORKING: pgettext_lazy("length of a challenge", "21 working days"),
        Preset.CUSTOM: pgettext_lazy("length of a challenge", "your own length"),
    },
    Square: {
        Square.PAST: pgettext_lazy("a day of the board", "past"),
        Square.TODAY: pgettext_lazy("a day of the board", "today"),
        Square.AHEAD: pgettext_lazy("a day of the board", "ahead"),
    },
    Reply: {
        Reply.DONE: pgettext_lazy("reply to a card", "done"),
        Reply.NOT_TODAY: pgettext_lazy("reply to a card", "not today"),
        Reply.NOT_FOR_ME: pgettext_lazy("reply to a card", "not for me"),
        Reply.LATER: pgettext_lazy("reply to a card", "not now"),
    },
}


def word(code: StrEnum) -> str:
    """The short word for a code, as it stands inside a sentence."""
    return str(table_of(type(code))[code])


def heading(code: StrEnum) -> str:
    """The same with a capital, to stand alone."""
    return str(capfirst(word(code)))


def table_of(kind: type[StrEnum]) -> Mapping[StrEnum, Promise]:
    """Every word for one kind of code; KeyError when it has none."""
    if kind in TABLES:
        return TABLES[kind]
    from rapport.wording.look_back import TABLES as MORE  # start-up counts: a logged line needs none of it

    return MORE[kind]
