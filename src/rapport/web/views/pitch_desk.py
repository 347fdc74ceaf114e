"""The desk of one pitch: the warm way there, its letter, what one feared, and what happened."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rapport import clock
from rapport.domain.asks.letters import Letter, LetterKind, Own, Place
from rapport.services.asks import letters
from rapport.services.owners import OwnerView
from rapport.services.pitches import pitches
from rapport.services.pitches.pages import Next, PitchPage, PitchRow, page
from rapport.services.rows import Saved
from rapport.web.forms.pitches import LetterForm, ReflectForm, StepForm
from rapport.web.nouns import id_in, keep
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.web.views.pitch_ladder import there_view
from rapport.wording import dates
from rapport.wording import pitches as words
from rapport.wording.letters import first, language
from rapport.wording.letters import write as written
from rapport.wording.words import heading

COPIED = 20  # earlier letters to choose from


@require_POST
@missing_is_404
def write(request: HttpRequest, pitch_id: UUID) -> HttpResponse:
    """Keep the letter, or say that it is sent."""
    owner = owner_of(request)
    form = LetterForm(request.POST)
    is_sent = request.POST.get("say") == "sent"

    def save() -> Saved:
        data, today = form.cleaned_data, today_of(owner)
        text, feared = data["body"], data["feared"]
        if is_sent:
            return pitches.send(
                owner.id, pitch_id, text, today, feared=feared, hopeful=form.hope(), at=clock.now()
            )
        return pitches.write(owner.id, pitch_id, text, today, feared=feared, at=clock.now())

    saved = keep(form, save)
    if saved is None:
        raise LookupError(str(pitch_id))
    done(request, _("Sent. It counts, whatever comes back.") if is_sent else _("Kept."), saved.batch_id)
    return go("pitch", pitch_id)


@require_POST
@missing_is_404
def through(request: HttpRequest, pitch_id: UUID) -> HttpResponse:
    """Take the warm way, or go alone."""
    typed = request.POST.get("person", "")
    try:
        person_id = UUID(typed) if typed else None
    except ValueError as error:
        raise LookupError(typed) from error
    form = LetterForm({})
    saved = keep(form, lambda: pitches.go_through(owner_of(request).id, pitch_id, person_id, at=clock.now()))
    if saved is None:
        raise LookupError(typed)
    text = _("A warm one now. Write to them first.") if person_id else _("You go alone, then.")
    done(request, text, saved.batch_id)
    return go("pitch", pitch_id)


@require_POST
@missing_is_404
def reflect(request: HttpRequest, pitch_id: UUID) -> HttpResponse:
    """What really happened."""
    owner = owner_of(request)
    form = ReflectForm(request.POST)
    saved = keep(
        form,
        lambda: pitches.reflect(owner.id, pitch_id, form.cleaned_data["afterwards"], at=clock.now()),
    )
    if saved is None:
        raise LookupError(str(pitch_id))
    done(request, _("Kept, for the next time you hesitate."), saved.batch_id)
    return go("pitch", pitch_id)


def pitch_page(request: HttpRequest, pitch_id: UUID, form: StepForm | None = None) -> HttpResponse:
    """The whole page of one pitch."""
    owner = owner_of(request)
    today = today_of(owner)
    told = page(owner.id, pitch_id, today)
    row = told.card.pitch
    context = {
        "pitch": row,
        "stage": heading(row.stage),
        "due": words.due(told.card, today),
        "fright": words.fright(row.fright),
        "hopeful": words.hopeful(row.hopeful),
        "steps": [(dates.day(one.on, today), heading(one.stage)) for one in row.steps],
        "form": form or StepForm(owner_id=owner.id, values={"stage": row.stage.value, "on": today}),
        "today": today.isoformat(),
        "there": there_view(told.there) | {"through": _through(told)},
        "who_url": "" if row.stage.is_closed else _who_url(row.organisation),
        "corner": words.corner_view(told.corner),
        "still": str(words.STILL),
        "policy": words.policy(told.nudge_after),
    }
    return show(request, "pitches/pitch", context | _desk(request, owner, told, today))


def _desk(request: HttpRequest, owner: OwnerView, told: PitchPage, today: date) -> dict[str, Any]:
    """What there is to write now: the pitch, a line after it, or what one makes of it."""
    row, fact = told.card.pitch, told.card.pitch.fact()
    own = letters.own(owner.id, language())
    nudging = bool(told.card.next and told.card.next.what is Next.NUDGE)
    return {
        "is_unsent": fact.is_unsent,
        "is_scary": fact.is_scary,
        "letter": _letter(request, owner, told, own) if fact.is_unsent else None,
        "earlier": [{"id": one.id, "name": one.organisation} for one in told.earlier[:COPIED]],
        "nudge": _write(LetterKind.NUDGE_PITCH, row, owner, own, told.email) if nudging else None,
        "is_time": bool(told.card.nudge_on and told.card.nudge_on <= today),
        "may_rest": told.card.may_rest(today),
        "asks_how": fact.is_scary and row.sent_on is not None,
        "file_url": reverse("letter-file"),
    }


def _through(told: PitchPage) -> dict[str, Any] | None:
    """Who would lead there, as a tap."""
    found = told.there.path
    row = told.card.pitch
    if found is None or (row.through and row.through.id == found.through.id):
        return None
    return {"id": found.through.id, "name": found.through.name}


def _who_url(organisation: str) -> str:
    return f"{reverse('asks-who')}?{urlencode({'q': organisation})}"


def _letter(request: HttpRequest, owner: OwnerView, told: PitchPage, own: Own) -> Letter:
    """As it was kept, copied from an earlier one, or begun."""
    row = told.card.pitch
    begun = _write(LetterKind.PITCH, row, owner, own, told.email)
    copied = next((one.text for one in told.earlier if one.id == id_in(request, "from")), "")
    text = copied or row.text
    return Letter(begun.subject, text, begun.email) if text else begun


def _write(kind: LetterKind, row: PitchRow, owner: OwnerView, own: Own, email: str) -> Letter:
    name = row.person.name if row.person else ""
    values: dict[str, str] = {
        Place.NAME: name,
        Place.FIRST: first(name),
        Place.ME: owner.name,
        Place.ABOUT: owner.about,
        Place.ORGANISATION: row.organisation,
        Place.WHY: row.why,
    }
    return written(kind, values, own, email)
