"""Somebody as a form: names, how to reach them, how you met."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.links import web_address
from rapport.domain.people.people import ContactKind, Reach, Told
from rapport.services.gatherings import pages as gathering_pages
from rapport.services.people.drafts import ContactPoint, Draft
from rapport.services.people.pages import ContactPointRow, Named, PersonFacts
from rapport.web.forms.naming import NounForm, PersonField
from rapport.web.forms.setup import Line, Lines
from rapport.wording import dates
from rapport.wording.countries import countries
from rapport.wording.words import heading

KINDS: Final[Mapping[str, ContactKind]] = {  # what a line may begin with, in either language
    "email": ContactKind.EMAIL,
    "e-mail": ContactKind.EMAIL,
    "mail": ContactKind.EMAIL,
    "courriel": ContactKind.EMAIL,
    "phone": ContactKind.PHONE,
    "tel": ContactKind.PHONE,
    "tél": ContactKind.PHONE,
    "téléphone": ContactKind.PHONE,
    "link": ContactKind.URL,
    "web": ContactKind.URL,
    "lien": ContactKind.URL,
    "other": ContactKind.OTHER,
    "autre": ContactKind.OTHER,
}
PREFIX: Final[Mapping[ContactKind, str]] = {
    ContactKind.EMAIL: "email",
    ContactKind.PHONE: "phone",
    ContactKind.URL: "link",
    ContactKind.OTHER: "other",
}
LABELLED: Final = re.compile(r"([^:@/]{1,40}?)\s*:\s+(.+)")  # "work: mary@example.org", never "https://…"
PHONE: Final = re.compile(r"\+?[\d\s()./-]{5,40}")


class PersonForm(NounForm):
    """Everything one may write down about somebody."""

    SHORT = frozenset({"country", "cadence_days"})
    GROUPS = (
        (_("Who they are"), ("name", "aliases", ("role", "organisation"), ("city", "country"), "tags")),
        (_("How to reach them"), ("contact_points", "links")),
        (_("How you met"), ("known_before", "introduced_by", "met_at", "how_met")),
        (_("Between you"), ("told", "reach", "cadence_days", "note")),
    )

    name = Line(label=_("Name"), max_length=200)
    aliases = Lines(
        label=_("Also called"), help_text=_("Other names the quick log should know, one a line."), rows=1
    )
    organisation = Line(label=_("Organisation"), max_length=200, required=False)
    role = Line(label=_("Role"), max_length=200, required=False)
    city = Line(
        label=_("City"),
        help_text=_("It tells whether a coffee is within reach."),
        max_length=200,
        required=False,
    )
    country = forms.ChoiceField(label=_("Country"), required=False)
    tags = Line(label=_("Tags"), help_text=_("With spaces between: vr portland"), required=False)
    contact_points = Lines(
        label=_("Mail, phone, and so on"),
        help_text=_("One a line. A word before it says what it is: “work: mary@example.org”."),
        rows=3,
    )
    links = Lines(label=_("Links"), help_text=_("Web addresses, one a line."), rows=2)
    known_before = forms.BooleanField(
        label=_("I knew them before"),
        help_text=_("Then meeting them is never counted as new."),
        required=False,
    )
    introduced_by = PersonField(label=_("Who introduced you?"))
    met_at = forms.ChoiceField(label=_("At which gathering?"), required=False)
    how_met = Line(
        label=_("How it came about, in your words"),
        widget=forms.Textarea(attrs={"rows": 2, "data-grow": ""}),
        required=False,
    )
    told = forms.ChoiceField(
        label=_("How close are you?"),
        help_text=_("What you say counts before what the dates say."),
        widget=forms.RadioSelect,
        required=False,
    )
    reach = forms.ChoiceField(
        label=_("Can you meet for a coffee?"),
        help_text=_("Say so where the map does not know."),
        widget=forms.RadioSelect,
        required=False,
    )
    cadence_days = forms.IntegerField(
        label=_("Be in touch every … days"),
        help_text=_("Leave it empty where no rhythm is wanted."),
        min_value=1,
        max_value=3660,
        required=False,
    )
    note = Line(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3, "data-grow": ""}), required=False)

    def __init__(
        self,
        posted: Any = None,
        *,
        person: PersonFacts | None = None,
        filled: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        """`filled`: what the form says of `person` at first, where that is more than is known."""
        named = {"introduced_by": person.introduced_by if person else None}
        start = filled or (values(person) if person else {})
        super().__init__(posted, named=named, values=start, **kwargs)
        self.choose("country", [("", _("Not said")), *countries()])
        self.choose("told", [*((code.value, heading(code)) for code in Told), ("", _("Not said"))])
        self.choose("reach", [*((code.value, heading(code)) for code in Reach), ("", _("As the map says"))])
        self.choose("met_at", gathering_choices(self.owner_id, person.met_at if person else None))

    def clean_contact_points(self) -> tuple[ContactPoint, ...]:
        return tuple(contact_point(line) for line in self.cleaned_data["contact_points"])

    def draft(self) -> Draft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        return Draft(
            name=data["name"],
            aliases=tuple(data["aliases"]),
            contact_points=data["contact_points"],
            organisation=data["organisation"],
            role=data["role"],
            city=data["city"],
            country=data["country"],
            links=tuple(data["links"]),
            note=data["note"],
            how_met=data["how_met"],
            introduced_by=data["introduced_by"],
            met_at=UUID(data["met_at"]) if data["met_at"] else None,
            told=Told(data["told"]) if data["told"] else None,
            known_before=data["known_before"],
            reach=Reach(data["reach"]) if data["reach"] else None,
            cadence_days=data["cadence_days"],
            tags=tuple(data["tags"].split()),
        )


def values(person: PersonFacts) -> dict[str, Any]:
    """Somebody as the form shows them."""
    return {
        "name": person.name,
        "aliases": "\n".join(person.aliases),
        "organisation": person.organisation,
        "role": person.role,
        "city": person.city,
        "country": person.country,
        "tags": " ".join(person.tags),
        "contact_points": "\n".join(line_of(point) for point in person.contact_points),
        "links": "\n".join(person.links),
        "known_before": person.known_before,
        "met_at": str(person.met_at.id) if person.met_at else "",
        "how_met": person.how_met,
        "told": person.told.value if person.told else "",
        "reach": person.reach.value if person.reach else "",
        "cadence_days": person.cadence_days,
        "note": person.note,
    }


def contact_point(line: str) -> ContactPoint:
    """One line as a way to reach somebody; what kind it is shows by itself, unless the line says it."""
    labelled = LABELLED.fullmatch(line)
    label, value = labelled.groups() if labelled else ("", line)
    first, _space, rest = label.partition(" ")
    if said := KINDS.get(first.lower()):
        return ContactPoint(said, value, rest)
    return ContactPoint(kind_of(value), value, label)


def line_of(point: ContactPointRow) -> str:
    """The line that reads as this one."""
    prefix = "" if kind_of(point.value) is point.kind else PREFIX[point.kind]
    label = " ".join(filter(None, (prefix, point.label)))
    return f"{label}: {point.value}" if label else point.value


def kind_of(value: str) -> ContactKind:
    """What an address looks like."""
    if "@" in value and "/" not in value and " " not in value and not value.startswith("@"):
        return ContactKind.EMAIL
    if PHONE.fullmatch(value):
        return ContactKind.PHONE
    is_link = "." in value and " " not in value and "@" not in value and web_address(value)
    return ContactKind.URL if is_link else ContactKind.OTHER


def gathering_choices(owner_id: UUID, current: Named | None) -> Sequence[tuple[str, Any]]:
    """The latest gatherings, and the one that is chosen already."""
    rows = gathering_pages.choices(owner_id)
    found = [(str(row.id), f"{row.name} · {dates.short_day(row.on)}") for row in rows]
    if current and current.id not in {row.id for row in rows}:
        found.append((str(current.id), current.name))
    return [("", _("None")), *found]
