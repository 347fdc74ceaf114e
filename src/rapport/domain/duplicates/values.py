"""What goes in and out of the search for duplicates."""

from enum import StrEnum
from uuid import UUID

from rapport.domain.values import dataclass

Key = UUID | str | int


@dataclass(frozen=True, slots=True)
class Record:
    """One entry about somebody, as its source tells it; every spelling is welcome."""

    id: Key
    names: tuple[str, ...] = ()  # the name, then aliases; "Castellan, Mary" is read as Mary Castellan
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    city: str = ""
    country: str = ""  # ISO 3166 alpha-2; where its phone numbers are read, too
    birthday: str = ""  # ISO; "--MM-DD" where the year is not told
    source: str = ""  # the export it came with: one export seldom tells of a person twice
    extras: tuple[tuple[str, str], ...] = ()  # any other columns, compared as text


class Field(StrEnum):
    """What two records are compared by."""

    GIVEN = "given"
    FAMILY = "family"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"
    EMPLOYER = "employer"
    PLACE = "place"
    BIRTHDAY = "birthday"
    ROLE = "role"
    SOURCE = "source"
    EXTRA = "extra"


class Agreement(StrEnum):
    """How well two values agree; each field knows some of these."""

    DIFFERENT = "different"
    OTHER_AT_ONE_FIRM = "other_at_one_firm"  # two mailboxes of one organisation
    NEAR = "near"  # one digit off
    INITIAL = "initial"
    SIMILAR = "similar"  # a slip, or romanised another way
    NICKNAME = "nickname"
    PART = "part"  # one of two family names
    SAME_COUNTRY = "same_country"
    DESK = "desk"  # shared by many: a switchboard, info@
    SHARED = "shared"  # shared by two or three people, as in a family
    SHARED_MOBILE = "shared_mobile"
    SAME_LANDLINE = "same_landline"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Reason:
    """One field's part in the weight, in bits (log2): above 0 it speaks for one person, below 0 for two."""

    field: Field
    agreement: Agreement
    value: str  # what is shared; else both values, with " / " between
    bits: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two records that may be one person; `a` sorts before `b`."""

    a: Key
    b: Key
    weight: float  # log2 of the odds that they are one person
    probability: float
    reasons: tuple[Reason, ...]  # the strongest first


@dataclass(frozen=True, slots=True)
class Group:
    """Records that are one person by links between them, none of which is contradicted."""

    ids: tuple[Key, ...]
    weight: float  # of the weakest link that holds them together
    sure: bool  # at or above the bulk threshold, every link


@dataclass(frozen=True, slots=True)
class Bulk:
    """What may be accepted without looking, and how often that is wrong (share of pairs, 95 % interval)."""

    threshold: float  # log2 odds
    pairs: int
    false_share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned: the share of each kind of pair, and how often each kind agrees how well."""

    shares: tuple[float, ...]
    chances: tuple[tuple[str, tuple[tuple[float, ...], ...]], ...]  # field, then kind, then level


@dataclass(frozen=True, slots=True)
class Candidates:
    """Everything worth showing, the surest first."""

    pairs: tuple[Candidate, ...]
    groups: tuple[Group, ...]
    bulk: Bulk
    model: Model
    compared: int = 0  # pairs that were looked at
