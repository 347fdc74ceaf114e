"""One line told: read, shown, put right, kept, and judged."""

import secrets
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rapport import clock
from rapport.domain.challenge.referee import Verdict
from rapport.domain.coach.cards import Kind
from rapport.domain.days import is_plausible
from rapport.domain.quicklog.amendments import LATER, BadChange, answered, open_doubts
from rapport.domain.quicklog.quicklog import CORRECTIONS, Encounter, Noted
from rapport.domain.quicklog.typed import Wrong
from rapport.domain.text import BadText, spared
from rapport.services.challenge import challenge
from rapport.services.errors import Invalid
from rapport.services.giving import how_to_help
from rapport.services.journal.undo import CannotUndo, Done
from rapport.services.quicklog import confirm, prepare
from rapport.services.quicklog import save as saving
from rapport.services.quicklog.choices import NameChoice
from rapport.services.quicklog.company import in_company
from rapport.services.quicklog.prepare import LONGEST, Prepared, TooLong
from rapport.services.quicklog.save import RulingGiven
from rapport.web import notices, once
from rapport.web.forms import quicklog as forms
from rapport.web.forms import quicklog_choices as choices
from rapport.web.forms import quicklog_doubts as doubts_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, missing_is_404, show
from rapport.wording import dates, questions, verdicts
from rapport.wording.cards import TO_TELL

FOLLOW_UP_DAYS: Final = 2  # a hello is followed up within two days


@dataclass(slots=True)
class Sent:
    """What the browser sent about one line."""

    text: str
    on: date  # the day it was written: "yesterday" keeps its meaning past midnight
    today: date
    language: str
    fields: dict[str, str] = field(default_factory=dict)

    @classmethod
    def by(cls, request: HttpRequest) -> "Sent":
        today = today_of(owner_of(request))
        posted = {name: value for name, value in request.POST.items() if isinstance(value, str)}
        return cls(
            text=posted.pop("text", ""),
            on=_day(posted.pop("written", ""), today),
            today=today,
            language=posted.pop("language", "") or translation.get_language() or "en",
            fields=posted,
        )


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest) -> HttpResponse:
    """Show what a line says. Nothing is kept yet."""
    if request.method != "POST":
        today = today_of(owner_of(request))
        on = min(_day(request.GET.get("on", ""), today), today)
        asked = request.GET.get("card", "")
        if asked in TO_TELL:  # a card done, and nothing said yet of what it was
            title, lead, begun = map(str, TO_TELL[Kind(asked)])
            return _empty(
                request, on, today, text=begun.removesuffix("…"), asked={"title": title, "lead": lead}
            )
        begun = spared(request.GET.get("text", ""))[:400]  # a page's "log with …"
        return _empty(request, on, today, text=begun)
    sent = Sent.by(request)
    if not sent.text.strip():
        return _empty(request, sent.on, sent.today)
    try:
        prepared = _prepare(request, sent)
        if name := sent.fields.get("company", "").strip():
            sent.text = in_company(owner_of(request).id, sent.text, name, sent.on, sent.language)
            sent.fields = {}
            prepared = _prepare(request, sent)
        elif replies := doubts_form.replies(prepared.reading, sent.fields):
            sent.text, sent.fields = answered(prepared.reading, replies), {}
            prepared = _prepare(request, sent)
    except (TooLong, BadText) as error:
        return _refused(request, sent, error)
    return _confirm(request, sent, prepared)


@require_POST
def save(request: HttpRequest) -> HttpResponse:
    """Keep the line as it was put right."""
    owner, sent = owner_of(request), Sent.by(request)
    if before := once.kept(request, sent.fields.get(once.FIELD, "")):
        notices.say(request, _("This was kept already."), level="info")
        return go("logged", before)
    try:
        prepared = _prepare(request, sent)
    except (TooLong, BadText) as error:
        return _refused(request, sent, error)
    try:
        wanted = confirm.amended(owner.id, prepared, sent.fields, sent.today)
    except BadChange as bad:
        return _confirm(request, sent, prepared, wrong=bad.wrong)
    if once.AGAIN not in sent.fields and once.logged_already(request, prepared.reading.text):
        return _confirm(request, sent, prepared)  # it has not been told yet
    try:
        logged = saving.save(owner.id, wanted, choices.made(wanted, sent.fields), at=clock.now())
    except saving.Unclear:
        return _confirm(request, sent, prepared, names=wanted.names)
    except Invalid as invalid:
        return _confirm(request, sent, prepared, problem=questions.problem(invalid.code))
    except CannotUndo:
        return _confirm(
            request,
            sent,
            prepared,
            problem=_("Something later rests on it. Take the later steps back first. Nothing was changed."),
        )
    if logged.undone is not None:
        done(request, _("Taken back: %(what)s") % {"what": logged.undone.subject})
        return go("today")
    if logged.batch_id is None:
        done(request, _("This was here already, so nothing changed."))
        return go("today")
    once.keep(request, sent.fields.get(once.FIELD, ""), logged.batch_id)
    if not logged.interactions and any(isinstance(said, Encounter) for said in wanted.reading.statements):
        notices.say(request, _("Nobody was left in it, so it was kept as a note."), level="info")
    notices.say_moved(request, logged.moved, sent.today)
    return go("logged", logged.batch_id)


@require_safe
@missing_is_404
def logged(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """What the referee says of a line just kept."""
    owner = owner_of(request)
    line = confirm.read_back(owner.id, batch_id)
    today = today_of(owner)
    new = [ruling for ruling in line.rulings if ruling.is_new]
    unasked = how_to_help.unasked(owner.id, new)
    context = {
        "line": line,
        "batch_id": batch_id,
        "rulings": [_told(owner.id, ruling, today) for ruling in new],
        "unasked": [{"id": ruling.person_id, "name": ruling.person} for ruling in unasked],
        "changed": [_told(owner.id, ruling, today) for ruling in line.rulings if not ruling.is_new],
        "people_made": [{"name": name, "id": pk} for pk, name in line.people_made],
    }
    return show(request, "quicklog/logged", context)


def _prepare(request: HttpRequest, sent: Sent) -> Prepared:
    owner_id = owner_of(request).id
    prepared = prepare.prepare(owner_id, sent.text, sent.on, sent.language)
    if LATER in sent.fields:  # what lies ahead is shown, and kept, as the plan it is
        return confirm.amended(owner_id, prepared, {LATER: "yes"}, sent.today)
    return prepared


def _confirm(
    request: HttpRequest,
    sent: Sent,
    prepared: Prepared,
    *,
    names: tuple[NameChoice, ...] | None = None,
    wrong: dict[str, Wrong] | None = None,
    problem: str = "",
) -> HttpResponse:
    reading, wrong = prepared.reading, wrong or {}
    doubts = open_doubts(reading)
    twice = once.logged_already(request, reading.text)
    context: dict[str, Any] = {
        "text": reading.text,
        "written": sent.on.isoformat(),
        "language": sent.language,
        "today": sent.today.isoformat(),
        "once": sent.fields.get(once.FIELD) or secrets.token_urlsafe(6),
        "twice": _twice(twice) if twice else None,
        "is_later": LATER in sent.fields,
        "doubts": [doubts_form.asked(reading, place, doubt.question) for place, doubt in doubts],
        "who": choices.who(prepared.names if names is None else names, sent.fields),
        "sections": forms.sections(prepared, sent.today, sent.fields, wrong),
        "tags": forms.tags(prepared, sent.fields),
        "only_corrects": all(isinstance(said, CORRECTIONS) for said in reading.statements),
        "only_note": all(isinstance(said, Noted) for said in reading.statements),
        **doubts_form.nameless(reading),
        "which": choices.which(prepared.rows, sent.fields, sent.today),
        "problem": str(forms.WRONG[wrong[""]]) if "" in wrong else problem,
        "has_errors": bool(wrong) or names is not None or bool(problem),
    }
    return show(request, "quicklog/confirm", context)


def _twice(done: Done) -> dict[str, str]:
    """When the same line was logged, and where it is."""
    minutes = int((clock.now() - done.at).total_seconds() // 60)
    told = _("You logged this line already, %(ago)s.") % {"ago": dates.minutes_ago(minutes)}
    return {"told": told, "url": reverse("logged", args=[done.id])}


def _empty(
    request: HttpRequest,
    on: date,
    today: date,
    *,
    text: str = "",
    problem: str = "",
    asked: dict[str, str] | None = None,
) -> HttpResponse:
    """The line alone; `on` is the day it is about, when it names none."""
    context = {
        "text": text,
        "problem": problem,
        "asked": asked,
        "written": on.isoformat(),
        "day": dates.day(on) if on != today else "",
    }
    return show(request, "quicklog/empty", context, status=400 if problem else 200)


def _refused(request: HttpRequest, sent: Sent, error: Exception) -> HttpResponse:
    """Too long, or a character no text may hold: say so, and keep what was typed."""
    if isinstance(error, BadText):
        problem = _(
            "There is a control character in this text (number %(position)s), which no text may hold. "
            "It has been taken out below: read it again when it looks right."
        ) % {"position": error.position + 1}
        text = spared(sent.text)
    else:
        problem = _(
            "This has %(count)s characters; one entry may have %(most)s. Cut it in two, "
            "or bring it in as a diary file. Nothing has been lost: it stands below."
        ) % {"count": len(sent.text), "most": LONGEST}
        text = sent.text
    return _empty(request, sent.on, sent.today, text=text, problem=problem)


def _told(owner_id: UUID, ruling: RulingGiven, today: date) -> dict[str, Any]:
    """One ruling in words, and what to do with it."""
    current = challenge.current(owner_id, ruling.on)
    rule = {"rule": current.rule} if current and ruling.on in current else {}
    told = verdicts.tell(
        ruling.person, ruling.verdict, ruling.reasons, in_challenge=ruling.in_challenge, **rule
    )
    due = max(today, ruling.on + timedelta(days=FOLLOW_UP_DAYS))
    return {
        "code": ruling.verdict.value,
        "told": told,
        "person_id": ruling.person_id,
        "person": ruling.person,
        "on": ruling.on,
        "follow_up": due.isoformat() if ruling.verdict in (Verdict.HELLO, Verdict.WITHIN_REACH) else "",
    }


def _day(text: str, otherwise: date) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return otherwise
    return day if is_plausible(day) else otherwise
