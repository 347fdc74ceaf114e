"""The month told back, in words and pictures, and to take along."""

from collections.abc import Callable, Mapping
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rapport import pictures
from rapport.domain.origins.origins import Node, NodeKind
from rapport.domain.retrospective.values import Code, Finding, Part, WayTold
from rapport.pictures import Picture
from rapport.pictures.month import month
from rapport.services.challenge import challenge as challenges
from rapport.services.challenge.retrospective import RetrospectivePage, open_retrospective
from rapport.web.caching import unchanged_is_304
from rapport.web.evidence import Index
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import missing_is_404, show
from rapport.wording import board as board_words
from rapport.wording import dates, findings, verdicts
from rapport.wording.phrases import odds
from rapport.wording.retrospective import as_html, as_markdown
from rapport.wording.words import heading

PICTURE_OF: Final[Mapping[str, str]] = {  # the picture that stands below the first finding of its kind
    Code.FEW_CLOSE_INTRODUCERS: "tree",
    Code.FEW_DISTANT_INTRODUCERS: "tree",
    Code.FEW_INTRODUCERS: "tree",
    Code.SPREAD_ORIGINS: "tree",
    Code.OWN_ORIGINS: "tree",
    Code.LOAD_JUMPED: "pace",
    Code.LOAD_STEADY: "pace",
    Code.LOAD_GREW: "pace",
    Code.LOAD_EASED: "pace",
}
ORDER: Final = (Part.SUCCESS, Part.STUMBLE, Part.LEARNT, Part.FEELING, Part.NEXT)


@require_safe
@missing_is_404
@unchanged_is_304
def page(request: HttpRequest, challenge_id: UUID | None = None) -> HttpResponse:
    """The story of the month, each sentence with what it rests on."""
    told = _open(request, challenge_id)
    return show(request, "retrospective/page", _context(told) if told else {"told": None})


@require_safe
@missing_is_404
def download(request: HttpRequest, challenge_id: UUID, kind: str) -> HttpResponse:
    """The same to keep: Markdown, HTML that stands alone, or a card to share without anybody's name."""
    told = _open(request, challenge_id)
    if told is None or kind not in KINDS:
        raise LookupError(kind)
    mime, make = KINDS[kind]
    response = HttpResponse(make(told), content_type=mime)
    name = f"rapport-{told.told.challenge.starts_on.isoformat()}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _open(request: HttpRequest, challenge_id: UUID | None) -> RetrospectivePage | None:
    owner = owner_of(request)
    today = today_of(owner)
    if challenge_id is None:
        current = challenges.current(owner.id, today)
        if current is None:
            return None
        challenge_id = current.id
    return open_retrospective(owner.id, challenge_id, today)


def _context(page: RetrospectivePage) -> dict[str, Any]:
    told, index = page.told, Index(page)
    wide, narrow = month(page, link=_link), month(page, narrow=True, link=_link)
    placed: set[str] = set()
    parts = []
    for part in ORDER:
        found = [_finding(page, one, index, placed) for one in told.told_as(part)]
        if found:
            parts.append({"title": heading(part), "code": part.value, "findings": found})
    return {
        "told": told,
        "title": told.challenge.name or _("The month, looked back at"),
        "span": _("%(first)s to %(last)s")
        % {"first": dates.day(told.challenge.starts_on), "last": dates.day(told.until)},
        "tally": board_words.tally(page.board),
        "counts": [
            {"code": verdict.value, "label": heading(verdict), "count": count}
            for verdict, count in told.verdicts
        ],
        "rule": verdicts.rule_in_words(told.rule),
        "ways": [_way(way) for way in told.ways if way.tried],
        "parts": parts,
        "assumed": findings.assumed_note(sum(one.assumed for one in told.findings))
        if any(one.assumed for one in told.findings)
        else "",
        "has_tree": "tree" in placed,
        "wide": wide,
        "narrow": narrow,
        "downloads": {kind: reverse("retrospective-file", args=[told.challenge.id, kind]) for kind in KINDS},
    }


def _finding(page: RetrospectivePage, one: Finding, index: Index, placed: set[str]) -> dict[str, Any]:
    picture = PICTURE_OF.get(one.code, "")
    picture = "" if picture in placed else picture
    placed.add(picture)
    return {
        "code": one.code.value,
        "heading": findings.heading(one.code),
        "sentence": findings.sentence(one, page.names),
        "evidence": index.of(one.evidence),
        "picture": picture,
        "assumed": one.assumed,
    }


def _way(way: WayTold) -> dict[str, Any]:
    low, high = odds(way.share.low), odds(way.share.high)
    return {
        "label": heading(way.way),
        "tried": way.tried,
        "came": way.came,
        "rate": _("%(low)s to %(high)s") % {"low": low, "high": high}
        if way.tried
        else _("too early to tell"),
        "minutes": way.minutes,
    }


def _link(node: Node) -> str | None:
    """Where a name in the tree leads."""
    if node.id and node.kind is NodeKind.PERSON:
        return reverse("person", args=[node.id])
    if node.id and node.kind is NodeKind.GATHERING:
        return reverse("gathering", args=[node.id])
    return reverse("day", args=[node.on.isoformat()]) if node.on else None


def _card(page: RetrospectivePage) -> Picture:
    return pictures.share_card(page.told, page.board)


KINDS: Final[Mapping[str, tuple[str, Callable[[RetrospectivePage], str | bytes]]]] = {
    "md": ("text/markdown; charset=utf-8", as_markdown),
    "html": ("text/html; charset=utf-8", lambda page: as_html(page, month(page, standing=True))),
    "svg": ("image/svg+xml", lambda page: _card(page).svg),
    "png": ("image/png", lambda page: pictures.png(_card(page))),
}
