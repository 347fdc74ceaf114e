"""Two people beside each other: what is the same, what differs, what may be chosen."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.people.contact_keys import email_key, phone_key, url_key
from rapport.domain.people.merging import Merged
from rapport.domain.people.people import ContactKind, Reach, Told
from rapport.domain.text import fold
from rapport.domain.values import dataclass
from rapport.services.duplicates.duplicates import Lookalike, Someone
from rapport.wording import dates
from rapport.wording import duplicates as words
from rapport.wording.words import heading, word

LONGEST = 160  # characters of a note


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that is told, and whether the other one tells it too."""

    text: str
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One field of both; it differs where either says what the other does not."""

    label: str
    a: tuple[Value, ...]
    b: tuple[Value, ...]
    differs: bool
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """A value that a merge may take, and whose it is."""

    value: UUID
    text: str
    is_first: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """A field in which the two differ."""

    name: str
    label: str
    options: tuple[Option, ...]


def rows(two: Lookalike, country: str) -> list[Row]:
    """What is told of either, a field a row."""
    found: list[Row] = []
    own = (_("Came from"), _("Shared story"))  # each has another one: that tells nothing apart
    for label, key, a, b in _fields(two, country):
        if a or b:
            ours, theirs = {key(text) for text in a}, {key(text) for text in b}
            found.append(
                Row(
                    label,
                    tuple(Value(text, key(text) in theirs) for text in a),
                    tuple(Value(text, key(text) in ours) for text in b),
                    bool(a and b) and ours != theirs and label not in own,
                    is_name=not found,
                )
            )
    return found


Field = tuple[str, Callable[[str], str], list[str], list[str]]


def _fields(two: Lookalike, country: str) -> Iterator[Field]:
    a, b = two.a, two.b
    yield _("Name"), fold, [a.name], [b.name]
    yield _("Also called"), fold, list(a.aliases), list(b.aliases)
    yield _("Work"), fold, _told(a.role, a.organisation), _told(b.role, b.organisation)
    yield _("City"), fold, _told(_place(a)), _told(_place(b))
    yield _("Birthday"), fold, _told(a.birthday), _told(b.birthday)
    keys: dict[ContactKind, Callable[[str], str]] = {
        ContactKind.EMAIL: lambda text: email_key(text) or fold(text),
        ContactKind.PHONE: lambda text: phone_key(text, country) or fold(text),
        ContactKind.URL: lambda text: url_key(text) or fold(text),
        ContactKind.OTHER: fold,
    }
    for kind, key in keys.items():
        yield heading(kind), key, _points(a, kind), _points(b, kind)
    yield _("Links"), fold, list(a.links), list(b.links)
    yield _("Tags"), fold, list(a.tags), list(b.tags)
    yield _("Met through"), fold, _told(a.introduced_by, a.met_at), _told(b.introduced_by, b.met_at)
    yield _("Note"), fold, _told(a.note[:LONGEST]), _told(b.note[:LONGEST])
    yield _("Shared story"), fold, _told(_story(a)), _told(_story(b))
    yield _("Came from"), fold, _told(words.sources(a.sources)), _told(words.sources(b.sources))


def _told(*texts: str) -> list[str]:
    return [text for text in texts if text]


def _place(someone: Someone) -> str:
    return ", ".join(_told(someone.city, someone.country))


def _points(someone: Someone, kind: ContactKind) -> list[str]:
    return [point.value for point in someone.points if point.kind is kind]


def _story(someone: Someone) -> str:
    if not someone.exchanges:
        return ""
    count = ngettext("%(count)s exchange", "%(count)s exchanges", someone.exchanges)
    return ", ".join(_told(count % {"count": someone.exchanges}, _last(someone.last_on)))


def _last(on: date | None) -> str:
    return _("last on %(day)s") % {"day": dates.short_day(on)} if on else ""


def choices(two: Lookalike, proposed: Merged) -> list[Choice]:
    """Where the two differ and one value stays, the proposed one first."""
    return [
        Choice(
            choice.field,
            str(words.FIELD_LABELS[choice.field]),
            tuple(
                Option(source, _said(choice.field, value, two.a if two.a.id == source else two.b), n == 0)
                for n, (value, source) in enumerate(choice.values)
            ),
        )
        for choice in proposed.choices
    ]


def _said(field: str, value: str, whose: Someone) -> str:
    match field:
        case "told":
            return word(Told(value))
        case "reach":
            return word(Reach(value))
        case "cadence_days":
            days = int(value)
            said = ngettext("every %(days)s day", "every %(days)s days", days)
            return said % {"days": number_format(days)}
        case "introduced_by":
            return whose.introduced_by
        case "met_at":
            return whose.met_at
    return value


def both(proposed: Merged) -> list[tuple[str, str]]:
    """What is kept of both."""
    entry = proposed.entry
    told = (
        (_("Also called"), ", ".join(entry.aliases)),
        (_("Ways to reach them"), ", ".join(point.value for point in entry.points)),
        (_("Links"), ", ".join(entry.lists["links"])),
        (_("Tags"), ", ".join(entry.lists["tags"])),
        (_("Notes"), " · ".join(text for text in entry.texts.values() if text)),
        (_("Exchanges"), number_format(entry.exchanges) if entry.exchanges else ""),
    )
    return [(label, text) for label, text in told if text]
