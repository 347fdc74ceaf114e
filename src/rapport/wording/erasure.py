"""What erasing somebody takes away, and what stays without them, in sentences."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.services.people.erasure import Erasure

Counted = Callable[[int], str]


def goes(told: Erasure) -> list[str]:
    """What is deleted, line by line; what there is none of is left out."""
    lines = [_("their page: name, work, city, links, note, tags, and how you met")]
    lines += [say(told.count(table)) for table, say in _ROWS.items() if told.count(table)]
    if told.counted:
        lines.append(_("a connection on your board: it is counted no more"))
    if told.steps:
        lines.append(_steps(told.steps))
    return lines


def stays(told: Erasure) -> list[str]:
    """What others were part of, or what is yours."""
    lines = []
    if told.exchanges_shared:
        lines.append(_shared(told.exchanges_shared))
    if told.traces_shared:
        lines.append(_shared_traces(told.traces_shared))
    if told.texts:
        lines.append(_texts(told.texts))
    lines.append(_("a first name alone, in notes about others: it could mean somebody else"))
    lines.append(_("backups made before today, until they are replaced; and files you exported"))
    return lines


def _points(n: int) -> str:
    return ngettext("%(count)s address or number", "%(count)s addresses and numbers", n) % {"count": n}


def _exchanges(n: int) -> str:
    return ngettext(
        "%(count)s exchange of the two of you, with its note",
        "%(count)s exchanges of the two of you, with their notes",
        n,
    ) % {"count": n}


def _notes(n: int) -> str:
    return ngettext("%(count)s note about them", "%(count)s notes about them", n) % {"count": n}


def _asks(n: int) -> str:
    return ngettext("%(count)s ask of yours", "%(count)s asks of yours", n) % {"count": n}


def _introductions(n: int) -> str:
    return ngettext("%(count)s introduction", "%(count)s introductions", n) % {"count": n}


def _helps(n: int) -> str:
    return ngettext("%(count)s promise or help", "%(count)s promises and helps", n) % {"count": n}


def _needs(n: int) -> str:
    return ngettext("%(count)s thing they look for", "%(count)s things they look for", n) % {"count": n}


def _offers(n: int) -> str:
    return ngettext("%(count)s thing they can give", "%(count)s things they can give", n) % {"count": n}


def _next_steps(n: int) -> str:
    return ngettext("%(count)s next step", "%(count)s next steps", n) % {"count": n}


def _records(n: int) -> str:
    return ngettext(
        "what %(count)s record of a file told of them", "what %(count)s records of files told of them", n
    ) % {"count": n}


def _addresses(n: int) -> str:
    return ngettext(
        "%(count)s address in your mail history", "%(count)s addresses in your mail history", n
    ) % {"count": n}


def _traces(n: int) -> str:
    return ngettext(
        "%(count)s message or meeting of the two of you",
        "%(count)s messages and meetings of the two of you",
        n,
    ) % {"count": n}


def _steps(n: int) -> str:
    return ngettext(
        "%(count)s step in your list of changes: it can no longer be undone",
        "%(count)s steps in your list of changes: they can no longer be undone",
        n,
    ) % {"count": n}


def _shared(n: int) -> str:
    return ngettext(
        "%(count)s exchange in which others took part, without them",
        "%(count)s exchanges in which others took part, without them",
        n,
    ) % {"count": n}


def _shared_traces(n: int) -> str:
    return ngettext(
        "%(count)s message or meeting with others, without their address",
        "%(count)s messages and meetings with others, without their address",
        n,
    ) % {"count": n}


def _texts(n: int) -> str:
    return ngettext(
        "%(count)s other text that names them, with “…” in the place of the name",
        "%(count)s other texts that name them, with “…” in the place of the name",
        n,
    ) % {"count": n}


_ROWS: dict[str, Counted] = {
    "ContactPoint": _points,
    "Interaction": _exchanges,
    "Note": _notes,
    "Ask": _asks,
    "Introduction": _introductions,
    "Help": _helps,
    "Need": _needs,
    "Offer": _offers,
    "FollowUp": _next_steps,
    "SourceRecord": _records,
    "Address": _addresses,
    "Trace": _traces,
}
