"""Somebody of the same name is here already: asked before a second one is made, and nothing typed is lost."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from rapport.services.people import lookup
from rapport.services.people.pages import PersonFacts
from rapport.web.forms.people import PersonForm, values
from rapport.wording.phrases import labelled

ANOTHER: Final = "another"  # the button: it is somebody else
SAME: Final = "same"  # the button: it is this one, by id
LISTS: Final = frozenset({"aliases", "contact_points", "links"})  # one a line
TEXTS: Final = frozenset({"note", "how_met"})


def asked_about(request: HttpRequest, form: PersonForm) -> list[dict[str, Any]]:
    """Those who may be meant, once the form is right and nobody has said yet that it is somebody else."""
    if not form.is_bound or ANOTHER in request.POST or not form.is_valid():
        return []
    found = lookup.namesakes(form.owner_id, form.cleaned_data["name"])
    details = lookup.details(form.owner_id, [one.id for one in found])
    return [{"id": one.id, "name": one.name, "detail": details.get(one.id, "")} for one in found]


def question(people: Sequence[Mapping[str, Any]]) -> str:
    """Whether it is the same person."""
    first = people[0]
    if len(people) > 1:
        return _("You know several people called %(name)s. Is it one of them?") % {"name": first["name"]}
    if first["detail"]:
        return _("You know a %(name)s already (%(detail)s). The same person?") % first
    return _("You know a %(name)s already. The same person?") % first


def merged(person: PersonFacts, typed: PersonForm) -> tuple[dict[str, Any], list[str]]:
    """Their form with what was typed added, and what could not stand beside what is there.

    Lists and texts grow, what is empty is filled; where both say something, theirs stays.
    """
    kept = values(person)
    left: list[str] = []
    for bound in typed:
        name, said = bound.name, bound.value()
        there = kept.get(name)
        if said in (None, "", False) or name == "name":
            continue
        if name in LISTS | TEXTS:
            lines = str(there or "").splitlines()
            new = [line for line in str(said).splitlines() if line.strip() and line not in lines]
            kept[name] = "\n".join([*lines, *new])
        elif name == "tags":
            kept[name] = " ".join(dict.fromkeys([*str(there or "").split(), *str(said).split()]))
        elif name == "introduced_by":
            theirs = person.introduced_by.name if person.introduced_by else ""
            kept[name] = theirs or said
            if theirs and theirs != said:
                left.append(labelled(bound.label, said))
        elif there in (None, "", False):
            kept[name] = said
        elif str(there) != str(said):
            left.append(labelled(bound.label, _shown(bound, str(said))))
    return kept, left


def id_of(request: HttpRequest) -> UUID | None:
    """Whom the button says it is; None when it was not pressed."""
    try:
        return UUID(request.POST.get(SAME, ""))
    except ValueError:
        return None


def _shown(bound: Any, value: str) -> str:
    """A choice by its label."""
    return str(dict(getattr(bound.field, "choices", ())).get(value, value))
