"""What comes in from files: records with the place they stand at, and what was left out and why."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple, Self, TypeVar

from rapport.domain.gatherings.listings import FeedKind, ListingStatus
from rapport.domain.imports.extras import Extra
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.people.people import ContactKind
from rapport.domain.values import dataclass

T = TypeVar("T")


class Source(StrEnum):
    """What wrote a file."""

    VCARD = "vcard"
    LINKEDIN = "linkedin"
    GOOGLE = "google"
    OUTLOOK = "outlook"
    CSV = "csv"
    MONICA = "monica"
    NAMETAG = "nametag"
    MEERKAT = "meerkat"
    ARCHIVE = "archive"
    MAILBOX = "mailbox"
    CALENDAR = "calendar"


class Trouble(StrEnum):
    """Why a record, or a part of one, was left out. The good ones around it go in all the same."""

    NOT_UNDERSTOOD = "not_understood"  # not of this format, or cut off in the middle
    NOT_A_PERSON = "not_a_person"  # a group of people, a room, a device
    NO_NAME = "no_name"  # neither a name nor an address
    LONG_LINE = "long_line"
    LONG_HEADER = "long_header"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"  # addresses, attendees, fields, entries of a zip
    TOO_SLOW = "too_slow"
    BAD_DATE = "bad_date"
    BAD_ENCODING = "bad_encoding"
    BAD_ROW = "bad_row"  # a table row with more cells than columns
    ENCRYPTED = "encrypted"
    UNSAFE_PATH = "unsafe_path"  # an entry of a zip that points outside, or a link
    RECURS_TOO_OFTEN = "recurs_too_often"
    PHOTO_TOO_LARGE = "photo_too_large"
    NO_COLUMNS = "no_columns"  # a table whose columns must be named first
    NEWER = "newer"  # written by a later version
    GONE = "gone"  # the file was there a moment ago
    NOT_EMPTY = "not_empty"  # an archive, and there is something already
    NOBODY = "nobody"  # it tells of people who are not in the file


class Where(NamedTuple):
    """A place in a file, as an editor counts: from 1. None where the format has no lines."""

    record: int
    line: int | None = None
    inside: str = ""  # the entry of a zip that the line is counted in: "Connections.csv"


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A record that did not go in (`is_part`: it did, but a part of it did not)."""

    where: Where
    trouble: Trouble
    excerpt: str = ""  # at most EXCERPT characters of what stands there, without control characters
    expected: str = ""  # what the format asks for there, in its own words: "BEGIN:VCARD"
    is_part: bool = False


EXCERPT = 80


class IncomingPoint(NamedTuple):
    """One way to reach someone, as a source says it."""

    kind: ContactKind
    value: str
    label: str = ""


class IncomingPerson(NamedTuple):
    """One person as a source tells them. Text is NFC, without control characters, trimmed."""

    where: Where
    source: Source
    name: str  # what to call them; from their address where there is no name
    key: str = ""  # what the source itself calls this record (UID, profile URL); empty when it has none
    aliases: tuple[str, ...] = ()  # nicknames, former names, phonetic spellings
    organisation: str = ""
    role: str = ""
    city: str = ""
    country: str = ""  # ISO 3166 alpha-2, or empty
    points: tuple[IncomingPoint, ...] = ()
    links: tuple[str, ...] = ()  # http and https only
    note: str = ""
    tags: tuple[str, ...] = ()
    since: date | None = None  # known since (LinkedIn: connected on)
    extra: Sequence[Extra] = ()


class EntryKind(StrEnum):
    """What another program kept beside its people."""

    EXCHANGE = "exchange"
    NEXT_STEP = "next_step"  # a reminder, a task
    REFLECTION = "reflection"  # a dated note
    HOW_MET = "how_met"  # in words, or through whom
    RHYTHM = "rhythm"  # days wished between exchanges


class IncomingEntry(NamedTuple):
    """One thing that another program kept beside its people; it comes after all of them."""

    where: Where
    source: Source
    kind: EntryKind
    key: str  # what the source calls it, or made from what it says
    people: tuple[str, ...] = ()  # `IncomingPerson.key` of each; of HOW_MET the person, then the introducer
    on: date | None = None  # when it was, or is due; None: not said
    text: str = ""
    channel: Channel = Channel.IN_PERSON
    direction: Direction = Direction.MUTUAL
    done_on: date | None = None  # of a next step
    months: int = 0  # of a next step that comes back: after so many months and days
    days: int = 0  # the same; of a rhythm its days


class TraceKind(StrEnum):
    """What a trace of shared history was."""

    MAIL = "mail"
    MEETING = "meeting"


class Party(NamedTuple):
    """Somebody on a message or at a meeting: the address in lower case, the name as written."""

    address: str
    name: str = ""


class IncomingTrace(NamedTuple):
    """One message or meeting, from its headers alone."""

    where: Where
    kind: TraceKind
    key: str  # Message-ID, or UID with the instance's start; made from the rest where it is missing
    at: datetime  # in UTC
    sender: Party | None  # who wrote, or who invited
    parties: tuple[Party, ...]  # To and Cc, or who was invited and did not decline
    reply_to: str = ""  # the Message-ID it answers
    is_bulk: bool = False  # a mailing list, a newsletter, an automatic answer
    minutes: int | None = None  # of a meeting
    title: str = ""  # of a meeting; never of a message
    own: str = (
        ""  # an address of mine, where the source names one: delivered to it, or labelled as sent from it
    )


class IncomingSelf(NamedTuple):
    """What a source says about whose file it is."""

    where: Where
    source: Source
    name: str
    addresses: tuple[str, ...] = ()  # in lower case, as Party.address: mailboxes and profiles


NOBODY = -1


# Who is on a message, as numbers in `Mailbag.people`: the address of mine that the source names
# (IncomingTrace.own) or NOBODY, the sender, then To and Cc.
Circle = tuple[int, ...]


class Mailbag(NamedTuple):
    """Many messages of one mailbox, as columns; who is on them is said once for all that share it."""

    where: Where  # of the last of them
    people: list[Party]  # everybody on them, each address once
    circles: list[Circle]  # each once
    keys: list[str]  # of each message: `digest` of its Message-ID
    at: list[int]  # of each: seconds since 1970, in UTC
    circle: list[int]  # of each: which of the circles
    answers: list[str]  # of each: `digest` of the Message-ID it answers, or empty
    bulk: bytes  # of each: 1 for a mailing list, a newsletter, an automatic answer
    left_out: list[Quarantined]  # those between them that do not go in

    def times(self) -> dict[int, list[int]]:
        """When there were messages in each circle, mailings left out."""
        found: dict[int, list[int]] = {}
        for which, at, is_bulk in zip(self.circle, self.at, self.bulk, strict=True):
            if not is_bulk:
                found.setdefault(which, []).append(at)
        return found

    def picked(self, which: Sequence[int]) -> Self:
        """Only these messages, in this order."""
        return self._replace(
            keys=picked(self.keys, which),
            at=picked(self.at, which),
            circle=picked(self.circle, which),
            answers=picked(self.answers, which),
            bulk=bytes(picked(self.bulk, which)),
        )


def picked(column: Sequence[T], which: Iterable[int]) -> list[T]:
    """These places of it."""
    return list(map(column.__getitem__, which))


def digest(key: bytes) -> str:
    """As a trace's key is kept: BLAKE2b of 128 bits, in hex; empty stays empty."""
    return blake2b(key, digest_size=16).hexdigest() if key else ""


class IncomingFeed(NamedTuple):
    """What a feed says about itself; told last."""

    where: Where
    kind: FeedKind
    name: str = ""
    behind: tuple[str, ...] = ()  # pages of what it announces without saying when
    feeds: tuple[str, ...] = ()  # other feeds that it points to


@dataclass(frozen=True, slots=True)
class IncomingListing:
    """One date of a gathering as a feed tells it. Text is plain, NFC, without control characters."""

    where: Where
    uid: str  # the same whenever the same gathering is told
    name: str
    on: date  # at the place where it is
    starts_at: datetime | None = None  # aware; None: the whole day
    ends_at: datetime | None = None
    instance: str = ""  # which date of a recurring one; empty: the only
    time_zone: str = ""  # IANA name of the place; empty: not known
    is_recurring: bool = False
    place: str = ""
    city: str = ""
    latitude: float | None = None
    longitude: float | None = None
    is_online: bool = False
    url: str = ""  # http or https
    about: str = ""
    host: str = ""
    size: int | None = None  # people: going, or room for
    price: float | None = None  # in `currency`; 0: free
    currency: str = ""  # ISO 4217
    status: ListingStatus = ListingStatus.PLANNED
    moved_from: date | None = None


Incoming = (
    IncomingPerson
    | IncomingEntry
    | IncomingTrace
    | IncomingSelf
    | Mailbag
    | IncomingListing
    | IncomingFeed
    | Quarantined
)
