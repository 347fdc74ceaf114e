"""What the pages of every noun do alike: a form shown, kept, or refused at its field; a row in the bin."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from rapport.services.errors import Invalid
from rapport.services.people import lookup
from rapport.services.people.pages import Named
from rapport.services.rows import Saved
from rapport.web.forms.naming import NounForm
from rapport.web.pages import show
from rapport.wording import questions

Crumbs = Sequence[tuple[str, str]]  # label and address


def keep(form: forms.Form, save: Callable[[], Saved]) -> Saved | None:
    """Save what the form says, when it is valid; what a service refuses is said at its field."""
    if not (form.is_bound and form.is_valid()):
        return None
    try:
        return save()
    except Invalid as wrong:
        names = (wrong.field, wrong.field.removesuffix("_id"))
        field = next((name for name in names if name in form.fields), None)
        form.add_error(field, questions.problem(wrong.code))
        return None


def show_form(
    request: HttpRequest,
    form: NounForm,
    title: str,
    *,
    crumbs: Crumbs,
    lead: str = "",
    submit: str = "",
    bin_url: str = "",
    action: str = "",
    more: Mapping[str, Any] | None = None,
    template: str = "noun/form",
) -> HttpResponse:
    """A whole page that is one form; cancelling goes where the last crumb leads."""
    context: dict[str, Any] = {
        "form": form,
        "title": title,
        "lead": lead,
        "crumbs": [*({"label": label, "url": url} for label, url in crumbs), {"label": title}],
        "cancel_url": crumbs[-1][1],
        "submit": submit or _("Save"),
        "bin_url": bin_url,
        "action": action or request.get_full_path(),  # whom a link named stays named
        "namesakes": None,
        "left": (),
        "look": "",
        **(more or {}),
    }
    return show(request, template, context)


def crumb(label: str, name: str, *args: UUID) -> tuple[str, str]:
    """One step of the way back."""
    return label, reverse(name, args=args)


def id_in(request: HttpRequest, name: str) -> UUID | None:
    """An id that a link carries in its query, where it carries one."""
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None


def named(owner_id: UUID, person_id: UUID | None) -> Named | None:
    """Somebody a link names; nobody when it names nobody here."""
    found = lookup.find(owner_id, str(person_id)).people if person_id else ()
    return Named(found[0].id, found[0].name) if found else None
