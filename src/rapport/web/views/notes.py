"""Notes, newest first, and one about somebody. Putting one right is in checkins.py."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rapport import clock
from rapport.services.interactions import notes
from rapport.services.interactions.notes import NoteRow
from rapport.web.caching import unchanged_is_304
from rapport.web.forms.notes import NoteForm
from rapport.web.nouns import crumb, id_in, keep, named, show_form
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, show
from rapport.web.paging import number_of, paging_view
from rapport.wording import dates


@require_safe
@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    """Everything you wanted to remember."""
    listed = notes.listing(owner_of(request).id, page=number_of(request))
    context = {
        "notes": [_note(row) for row in listed.rows],
        "paging": paging_view(listed.paging, reverse("notes")),
    }
    return show(request, "notes/page", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a note down, perhaps about somebody."""
    owner = owner_of(request)
    whom = named(owner.id, id_in(request, "person"))
    form = NoteForm(
        request.POST or None, owner_id=owner.id, named={"person": whom}, values={"on": today_of(owner)}
    )
    if saved := keep(form, lambda: notes.create(owner.id, form.draft(), at=clock.now())):
        done(request, _("Written down."), saved.batch_id)
        about = form.cleaned_data["person"]
        return go("person", about, at="thread") if about else go("notes")
    back = crumb(whom.name, "person", whom.id) if whom else crumb(_("Notes"), "notes")
    return show_form(request, form, _("A note"), crumbs=[back])


def _note(row: NoteRow) -> dict[str, Any]:
    return {
        "day": dates.day(row.on),
        "day_url": reverse("day", args=[row.on.isoformat()]),
        "text": row.text,
        "tags": " ".join(f"#{tag}" for tag in row.tags),
        "who": row.person.name if row.person else "",
        "who_url": reverse("person", args=[row.person.id]) if row.person else "",
        "edit": reverse("note-edit", args=[row.id]),
        "assumed": row.assumed,
    }
