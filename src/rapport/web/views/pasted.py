"""A gathering out of a link or a flyer's text: pasted, looked over, kept."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from rapport import clock
from rapport.services.feeds import pasted
from rapport.services.feeds.pasted import Looked
from rapport.services.feeds.work import Kind, Work
from rapport.services.owners import OwnerView
from rapport.web.feed_waiting import ask, host_of
from rapport.web.forms.subscriptions import AnnouncementForm, PasteForm, announcement_values
from rapport.web.nouns import crumb, keep, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go
from rapport.wording import dates
from rapport.wording import subscriptions as words


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """First the box, then what was read in it as a form, then it is kept."""
    owner = owner_of(request)
    if "name" in request.POST:
        return _keep(request)
    form = PasteForm(request.POST or None, owner_id=owner.id)
    if form.is_bound and form.is_valid():
        text = form.cleaned_data["text"]
        if pasted.is_link(text):
            return _ask(request, text, owner)
        return _told(
            request, form, pasted.look(owner.id, text, today=today_of(owner), language=owner.language)
        )
    return _box(request, form)


def _ask(request: HttpRequest, link: str, owner: OwnerView) -> HttpResponse:
    today = today_of(owner)

    def read(is_stopped: Callable[[], bool]) -> Looked:
        return pasted.look(owner.id, link, today=today, language=owner.language, is_stopped=is_stopped)

    return ask(request, Kind.PASTE, host_of(link), read, was_read)


def was_read(request: HttpRequest, work: Work) -> HttpResponse:
    """What the page behind a link says, as a form."""
    form = PasteForm(work.asked, owner_id=owner_of(request).id)
    form.is_valid()
    return _told(request, form, work.brought())


def _told(request: HttpRequest, form: PasteForm, looked: Looked) -> HttpResponse:
    if looked.problem is None:
        return _looked(request, looked)
    form.add_error("text", f"{words.problem(looked.problem, looked.detail)} {words.advice(looked.problem)}")
    return _box(request, form)


def _box(request: HttpRequest, form: PasteForm) -> HttpResponse:
    return show_form(
        request,
        form,
        _("Paste a link or a flyer"),
        lead=_(
            "Rapport reads the name, the day and the place out of it. You look it over before it is kept."
        ),
        crumbs=[crumb(_("Gatherings"), "gatherings")],
        submit=_("Read it"),
        action=reverse("gathering-paste"),
    )


def _looked(request: HttpRequest, looked: Looked) -> HttpResponse:
    """What was read, to be put right."""
    owner = owner_of(request)
    form = AnnouncementForm(None, owner_id=owner.id, values=announcement_values(looked.draft))
    return _show(request, form, _lead(looked, request))


def _lead(looked: Looked, request: HttpRequest) -> str:
    today = today_of(owner_of(request))
    if looked.days:
        named = dates.listed([dates.day(day, today) for day in looked.days])
        return _("It names several days: %(days)s. Which one do you mean?") % {"days": named}
    if looked.draft.on is None:
        return _("No day was found in it. When is it?")
    if looked.others:
        more = ngettext(
            "This page announces %(count)s more date: you can follow it as a calendar.",
            "This page announces %(count)s more dates: you can follow it as a calendar.",
            looked.others,
        )
        return more % {"count": looked.others}
    return _("This is what was read. Put right what is not, then keep it.")


def _keep(request: HttpRequest) -> HttpResponse:
    owner = owner_of(request)
    form = AnnouncementForm(request.POST, owner_id=owner.id)
    saved = keep(form, lambda: pasted.keep(owner.id, form.draft(), at=clock.now(), today=today_of(owner)))
    if saved:
        done(request, _("Kept. Are you going?"), saved.batch_id)
        return go("listing", saved.id)
    return _show(request, form, "")


def _show(request: HttpRequest, form: AnnouncementForm, lead: str) -> HttpResponse:
    return show_form(
        request,
        form,
        _("Is this right?"),
        lead=lead,
        crumbs=[
            crumb(_("Gatherings"), "gatherings"),
            crumb(_("Paste a link or a flyer"), "gathering-paste"),
        ],
        submit=_("Keep it"),
        action=reverse("gathering-paste"),
    )
