"""Letters: the words they start from, changed and changed back; and one taken along as a draft."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.asks.letters import LANGUAGES, PLACES, Letter, LetterKind, Words, fill, unknown_places
from rapport.formats import letters as files
from rapport.services.asks import letters
from rapport.services.asks.letters import TemplateRow
from rapport.services.rows import Saved
from rapport.web.caching import unchanged_is_304
from rapport.web.forms.letters import LetterForm, in_box
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of
from rapport.web.pages import done, missing_is_404, show
from rapport.wording import letters as words

NAMES = {"en": "English", "fr": "Français"}


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """Every kind of letter, with the words it starts from."""
    asked = request.GET.get("language", "")
    language = asked if asked in LANGUAGES else words.language()
    own = letters.listing(owner_of(request).id, language)
    tabs = [
        {"label": NAMES[code], "url": f"{reverse('letters')}?language={code}", "current": code == language}
        for code in LANGUAGES
    ]
    kinds = [_kind(kind, language, own.get(kind, ())) for kind in LetterKind]
    return show(request, "letters/page", {"tabs": tabs, "kinds": kinds, "language": language})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Words of one's own, begun from the product's."""
    kind, language = request.GET.get("kind", ""), request.GET.get("language", "")
    if kind not in set(LetterKind) or language not in LANGUAGES:
        raise Http404
    code, owner = LetterKind(kind), owner_of(request)
    start = words.product(code, language)
    form = LetterForm(
        request.POST or None, owner_id=owner.id, values={"subject": start.subject, "body": start.body}
    )
    if not _is_look(request) and (
        saved := keep(form, lambda: letters.create(owner.id, form.draft(code, language), at=clock.now()))
    ):
        return _kept(request, saved, code, language, form.words())
    return _show(request, form, code, language)


@require_http_methods(["GET", "HEAD", "POST"])
@missing_is_404
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One's own words, changed."""
    owner = owner_of(request)
    row = letters.read(owner.id, pk)
    values = {"name": row.name, "subject": row.words.subject, "body": row.words.body}
    form = LetterForm(request.POST or None, owner_id=owner.id, values=values)
    if not _is_look(request) and (
        saved := keep(
            form, lambda: letters.edit(owner.id, pk, form.draft(row.kind, row.language), at=clock.now())
        )
    ):
        return _kept(request, saved, row.kind, row.language, form.words())
    return _show(request, form, row.kind, row.language, bin_url=reverse("letter-bin", args=[pk]))


@require_POST
@missing_is_404
def choose(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Start from this one, of several."""
    owner_id = owner_of(request).id
    row = letters.read(owner_id, pk)
    saved = letters.choose(owner_id, pk, at=clock.now())
    done(request, _("From now on you start from “%(name)s”.") % {"name": _name(row)}, saved.batch_id)
    return _back(row.kind, row.language)


@require_POST
@missing_is_404
def discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Into the bin; the product's own words stand in again."""
    owner_id = owner_of(request).id
    row = letters.read(owner_id, pk)
    saved = letters.discard(owner_id, pk, at=clock.now())
    done(request, _("The letter is in the bin, for 30 days."), saved.batch_id)
    return _back(row.kind, row.language)


@require_POST
def download(request: HttpRequest) -> HttpResponse:
    """The letter of a box as a file that mail programs open as a draft. Writes nothing down."""
    letter = in_box(request.POST)
    name = f"{slugify(letter.subject)[:60] or 'letter'}.eml"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(files.draft(letter), content_type="message/rfc822", headers=headers)


def _is_look(request: HttpRequest) -> bool:
    """Only a look at how it reads, nothing to keep."""
    return "look" in request.POST


def _show(
    request: HttpRequest, form: LetterForm, kind: LetterKind, language: str, *, bin_url: str = ""
) -> HttpResponse:
    typed = form.words() if form.is_bound and form.is_valid() else None
    at_first = Words(form.initial["subject"], form.initial["body"])
    more = {
        "places": [(f"{{{place}}}", capfirst(words.place(place))) for place in PLACES[kind]],
        "sample": _sample(kind, typed or at_first, language),
        "look": _("See how it reads"),
        "unknown": ", ".join(f"{{{name}}}" for name in unknown_places(kind, typed or at_first)),
        "language": language,
    }
    title = f"{capfirst(words.kind(kind))} · {NAMES[language]}"
    return show_form(
        request,
        form,
        title,
        crumbs=[crumb(_("Settings"), "settings"), (_("Letters"), _address(kind, language))],
        bin_url=bin_url,
        more=more,
        template="letters/edit",
    )


def _sample(kind: LetterKind, said: Words, language: str) -> Letter:
    return fill(kind, said, words.sample(language))


def _kept(request: HttpRequest, saved: Saved, kind: LetterKind, language: str, said: Words) -> HttpResponse:
    unknown = ", ".join(f"{{{name}}}" for name in unknown_places(kind, said))
    text = _("Kept. Letters of this kind start from it.")
    if unknown:
        text = _("Kept. %(places)s stays as you typed it: there is no such place.") % {"places": unknown}
    done(request, text, saved.batch_id)
    return _back(kind, language)


def _address(kind: LetterKind, language: str) -> str:
    return f"{reverse('letters')}?language={language}#{kind}"


def _back(kind: LetterKind, language: str) -> HttpResponse:
    return HttpResponseRedirect(_address(kind, language))


def _name(row: TemplateRow) -> str:
    return row.name or _("Your own words")


def _kind(kind: LetterKind, language: str, own: tuple[TemplateRow, ...]) -> dict[str, Any]:
    used = own[0].words if own else words.product(kind, language)
    return {
        "code": kind.value,
        "title": capfirst(words.kind(kind)),
        "subject": used.subject,
        "body": used.body,
        "own": [
            {
                "name": _name(row),
                "url": reverse("letter-edit", args=[row.id]),
                "choose": reverse("letter-choose", args=[row.id]),
                "bin": reverse("letter-bin", args=[row.id]),
            }
            for row in own
        ],
        "new": f"{reverse('letter-new')}?kind={kind}&language={language}",
    }
