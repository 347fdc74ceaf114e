"""A record made ready for comparing: its keys normalised, its names taken apart."""

from functools import lru_cache
from re import compile as pattern

from rapport.domain.duplicates.names import Name, read_name, romanised
from rapport.domain.duplicates.values import Key, Record
from rapport.domain.people.contact_keys import (
    Profile,
    email_key,
    employer_domain,
    is_desk,
    is_household,
    phone_key,
    profile_key,
    url_key,
)
from rapport.domain.text import fold
from rapport.domain.values import dataclass

_LEGAL_FORMS = """ab ag as bv co company corp corporation e eg gbr gmbh group groupe gruppe inc kg limited
llc llp ltd ohg oy plc pty s sa sarl sas sasu sl slu spa srl the ug und and et y"""
_LEGAL = frozenset(_LEGAL_FORMS.split())
_WORDS = pattern(r"[a-z0-9]+")
_PARTS = pattern(r"[a-z0-9]+")
_LETTERS = pattern(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Birthday:
    year: int  # 0 where it is not told
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Card:
    """What is compared of one record."""

    id: Key
    names: tuple[Name, ...]
    aliases: tuple[Name, ...]  # spelled out in a mailbox or a profile, other than the names
    handle: str  # the letters of a mailbox, where no name is told
    generation: int
    emails: frozenset[str]
    homes: frozenset[str]  # those of them that a family shares, by their name
    domains: frozenset[str]  # of organisations
    phones: frozenset[str]
    urls: frozenset[str]
    profiles: tuple[Profile, ...]
    employer: tuple[str, ...]  # words of the organisation's name
    role: frozenset[str]
    city: str
    country: str
    birthday: Birthday | None
    source: str
    extras: tuple[tuple[str, str], ...]


def card(record: Record, country: str) -> Card:
    """Numbers without a prefix are read in `country` (ISO 3166 alpha-2) first: where the owner lives."""
    emails = frozenset(key for each in record.emails if (key := email_key(each)))
    names = tuple(dict.fromkeys(name for each in record.names if (name := read_name(each))))
    profiles = tuple(sorted({found for each in record.urls if (found := profile_key(each))}))
    own = sorted(each for each in record.emails if not is_household(each) and not is_desk(each.lower()))
    mailboxes = [fold(each).split("@", 1)[0].split("+", 1)[0] for each in own if email_key(each)]
    handle = "" if names or not mailboxes else "".join(_LETTERS.findall(mailboxes[0]))
    heard = [name for each in mailboxes if (name := _spelled_out(each))]
    heard += [name for each in profiles if (name := _spelled_out(each.handle))]
    return Card(
        id=record.id,
        names=names or tuple(dict.fromkeys(heard)),
        aliases=tuple(dict.fromkeys(name for name in heard if name not in names)) if names else (),
        handle=handle,
        generation=max((name.generation for name in names), default=0),
        emails=emails,
        homes=frozenset(key for each in record.emails if is_household(each) and (key := email_key(each))),
        domains=frozenset(domain for each in emails if (domain := employer_domain(each))),
        phones=frozenset(_phone(each, country, record.country) for each in record.phones) - {""},
        urls=frozenset(key for each in record.urls if (key := url_key(each))),
        profiles=profiles,
        employer=_employer(record.organisation),
        role=frozenset(_WORDS.findall(romanised(record.role))),
        city=" ".join(_WORDS.findall(romanised(record.city))),
        country=record.country.upper(),
        birthday=read_birthday(record.birthday),
        source=record.source,
        extras=tuple(sorted((name, text) for name, value in record.extras if (text := _plain(value)))),
    )


def _phone(typed: str, home: str, abroad: str) -> str:
    found = phone_key(typed, home) or (phone_key(typed, abroad) if abroad else None)
    return found or "".join(char for char in typed if char.isdigit())


@lru_cache(maxsize=65_536)
def _plain(value: str) -> str:
    return " ".join(romanised(value).split())


@lru_cache(maxsize=65_536)
def _employer(organisation: str) -> tuple[str, ...]:
    words = _WORDS.findall(romanised(organisation).replace(".", ""))
    return tuple(word for word in words if word not in _LEGAL) or tuple(words)


def _spelled_out(handle: str) -> Name | None:
    """The name in "julia.muller" or "julia-muller-4f2a"; None in "jmuller" or "info"."""
    words = [word for word in _PARTS.findall(handle) if word.isalpha()]
    return read_name(" ".join(words)) if len(words) > 1 and min(map(len, words)) > 1 else None


def read_birthday(text: str) -> Birthday | None:
    """From ISO, or "--MM-DD"; None where there is none."""
    year, _, rest = ("0", "", text[2:]) if text.startswith("--") else text.partition("-")
    month, _, day = rest.partition("-")
    if not (year.isdigit() and month.isdigit() and day.isdigit()):
        return None
    return Birthday(int(year), int(month), int(day))
