"""Giving: what is promised, who looks for what, and whom one could bring together."""

from datetime import date
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rapport.services.asks import introductions
from rapport.services.giving import pages as giving_pages
from rapport.services.giving.matches import Suggestion
from rapport.services.giving.pages import HelpRow, NeedRow, OfferRow, Promise
from rapport.services.pitches import opportunities
from rapport.services.pitches.opportunities import OpportunityRow
from rapport.web.caching import unchanged_is_304
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import show
from rapport.wording import dates, dealings
from rapport.wording import giving as words
from rapport.wording.words import word

SHOWN: Final = 10  # of each kind on the first page; the whole list is one tap away


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """Promises first, then whom one could help, then what there was."""
    owner = owner_of(request)
    today = today_of(owner)
    listed = giving_pages.listing(owner.id, today)
    whole = request.GET.get("all", "")
    given = [_help(row, today) for row in listed.given]
    received = [_help(row, today) for row in listed.received]
    opened = [_opened(row, today) for row in opportunities.listing(owner.id)]
    made = introductions.listing(owner.id)
    context = {
        "balance": words.balance(listed.balance),
        "i_owe": [_promise(one, today) for one in listed.i_owe],
        "owed_to_me": [_promise(one, today) for one in listed.owed_to_me],
        "suggestions": [_suggestion(one) for one in listed.suggestions[:SHOWN]],
        "their_needs": [_need(row) for row in listed.their_needs if row.met_on is None],
        "my_needs": [_need(row) for row in listed.my_needs if row.met_on is None],
        "their_offers": [_offer(row) for row in listed.their_offers],
        "my_offers": [_offer(row) for row in listed.my_offers],
        "introduced": [
            {
                "text": dealings.introduction(row),
                "url": reverse("introduction-edit", args=[row.id]),
                "state": word(row.step),
                "when": dates.ago((today - row.on).days),
            }
            for row in made.mine[:SHOWN]
        ],
        "received_count": len(made.received),
        "past": [
            _part("given", _("Given"), given, whole),
            _part("received", _("Received"), received, whole),
        ],
        "opened": _part("opened", _("What opened up"), opened, whole),
    }
    return show(request, "give/page", context)


def _part(code: str, title: str, rows: list[dict[str, Any]], whole: str) -> dict[str, Any]:
    """The latest; all of them when asked for."""
    shown = rows if whole == code else rows[:SHOWN]
    more = f"{reverse('give')}?all={code}#{code}" if len(rows) > len(shown) else ""
    return {"id": code, "title": title, "rows": shown, "more_url": more, "count": len(rows)}


def _at(name: str, pk: UUID) -> str:
    return reverse(name, args=[pk])


def _promise(promise: Promise, today: date) -> dict[str, Any]:
    row = promise.help
    return {
        "who": row.person.name,
        "who_url": _at("person", row.person.id),
        "what": row.what,
        "url": _at("help-edit", row.id),
        "when": words.promise(row, today),
        "is_due": promise.is_due,
        "keep": _at("help-keep", row.id),
    }


def _help(row: HelpRow, today: date) -> dict[str, Any]:
    return {
        "who": row.person.name,
        "who_url": _at("person", row.person.id),
        "what": row.what,
        "url": _at("help-edit", row.id),
        "when": dates.ago((today - row.on).days),
    }


def _need(row: NeedRow) -> dict[str, Any]:
    return {**_said(row), "url": _at("need-edit", row.id), "met": _at("need-met", row.id)}


def _offer(row: OfferRow) -> dict[str, Any]:
    return {**_said(row), "url": _at("offer-edit", row.id)}


def _said(row: NeedRow | OfferRow) -> dict[str, Any]:
    person = row.person
    return {
        "who": person.name if person else "",
        "who_url": _at("person", person.id) if person else "",
        "what": row.what,
        "on": dates.short_day(row.on),
    }


def _suggestion(found: Suggestion) -> dict[str, str]:
    """What to say, why, the step that follows from it, and the way to say no."""
    need, offer = found.need.person, found.offer.person
    pair = [found.need.id, found.offer.id]
    url = promise = ""
    if need and offer:
        asked = {"person": need.id, "other": offer.id, "need": pair[0], "offer": pair[1]}
        url, label = f"{reverse('introduction-new')}?{urlencode(asked)}", _("Introduce them")
    elif need:
        promise, label = reverse("match-promise", args=pair), _("Promise it")
    else:
        url = f"{reverse('ask-new')}?person={offer.id}" if offer else ""
        label = _("Ask %(name)s") % {"name": offer.name if offer else ""}
    return {
        "text": words.suggestion(found),
        "because": words.because(found),
        "url": url,
        "promise": promise,
        "label": label,
        "no": reverse("match-no", args=pair),
        "what": f"{found.need.what} · {found.offer.what}",
    }


def _opened(row: OpportunityRow, today: date) -> dict[str, Any]:
    origins = [
        (one.name, _at(name, one.id))
        for name, one in (("person", row.person), ("gathering", row.gathering), ("pitch", row.pitch))
        if one
    ]
    return {
        "what": row.what,
        "url": _at("opportunity-edit", row.id),
        "origins": [{"name": name, "url": url} for name, url in origins],
        "note": row.note,
        "when": dates.ago((today - row.on).days),
    }
