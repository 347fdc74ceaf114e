"""A gathering as a form, and a series."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.services.gatherings.gatherings import Draft, SeriesDraft
from rapport.services.gatherings.pages import GatheringRow, SeriesRow
from rapport.web.forms.challenge import DayInput
from rapport.web.forms.naming import NounForm, PersonField
from rapport.web.forms.setup import Line
from rapport.wording.words import heading


class TimeInput(forms.TimeInput):
    """The browser's own clock, which wants ISO times."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class GatheringForm(NounForm):
    SHORT = frozenset({"on", "starts_at", "ends_at", "size", "kind", "series", "price", "currency"})
    GROUPS = (
        (_("What and when"), ("name", ("on", "starts_at", "ends_at"), ("place", "city"), "attendance")),
        (_("What it is like"), (("kind", "size"), "stretch", "series")),
        (_("How you came to it"), ("invited_by", "found_how", "note")),
        (_("More about it"), ("is_online", ("price", "currency"), "topics", "url")),
    )

    name = Line(label=_("Name"), max_length=200)
    on = forms.DateField(label=_("Day"), widget=DayInput())
    starts_at = forms.TimeField(label=_("Begins at"), widget=TimeInput(), required=False)
    ends_at = forms.TimeField(label=_("Ends at"), widget=TimeInput(), required=False)
    place = Line(label=_("Place"), max_length=200, required=False)
    city = Line(label=_("City"), help_text=_("It tells how near it is."), max_length=200, required=False)
    is_online = forms.BooleanField(label=_("It is online"), required=False)
    price = forms.FloatField(
        label=_("Price"), help_text=_("0 when it is free."), min_value=0, max_value=1_000_000, required=False
    )
    currency = Line(label=_("Currency"), help_text=_("Like EUR or USD."), max_length=3, required=False)
    topics = Line(label=_("Topics"), help_text=_("With spaces between: vr food-writing"), required=False)
    url = Line(label=_("Web page"), max_length=1000, required=False)
    attendance = forms.ChoiceField(label=_("Do you go?"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Kind"))
    size = forms.IntegerField(
        label=_("How many people?"),
        help_text=_("A guess is fine."),
        min_value=1,
        max_value=1_000_000,
        required=False,
    )
    stretch = forms.BooleanField(
        label=_("A stretch"), help_text=_("Outside your comfort zone, on purpose."), required=False
    )
    series = forms.ChoiceField(
        label=_("Series"),
        help_text=_("A second date under one name makes a series by itself."),
        required=False,
    )
    invited_by = PersonField(label=_("Who invited you, or told you of it?"))
    found_how = Line(label=_("How did you find it?"), max_length=200, required=False)
    note = Line(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3, "data-grow": ""}), required=False)

    def __init__(self, posted: Any = None, *, series: Sequence[SeriesRow], **kwargs: Any) -> None:
        super().__init__(posted, **kwargs)
        self.choose("kind", [(code.value, heading(code)) for code in GatheringKind])
        self.choose("attendance", [(code.value, heading(code)) for code in Attendance])
        self.choose("series", [("", _("None, or by its name")), *((str(row.id), row.name) for row in series)])

    def draft(self) -> Draft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        return Draft(
            name=data["name"],
            on=data["on"],
            attendance=Attendance(data["attendance"]),
            starts_at=data["starts_at"],
            ends_at=data["ends_at"],
            size=data["size"],
            kind=GatheringKind(data["kind"]),
            place=data["place"],
            city=data["city"],
            is_online=data["is_online"],
            url=data["url"],
            price=data["price"],
            currency=data["currency"],
            topics=tuple(data["topics"].split()),
            found_how=data["found_how"],
            invited_by=data["invited_by"],
            stretch=data["stretch"],
            note=data["note"],
            series_id=UUID(data["series"]) if data["series"] else None,
        )


class SeriesForm(NounForm):
    SHORT = frozenset({"rhythm_days"})

    name = Line(label=_("Name"), max_length=200)
    place = Line(label=_("Place"), max_length=200, required=False)
    rhythm_days = forms.IntegerField(
        label=_("Days between two dates"),
        help_text=_("7 is every week; 28 is about every month."),
        min_value=1,
        max_value=3660,
        required=False,
    )
    note = Line(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3, "data-grow": ""}), required=False)

    def draft(self) -> SeriesDraft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        return SeriesDraft(data["name"], data["place"], data["rhythm_days"], data["note"])


def gathering_values(row: GatheringRow) -> dict[str, Any]:
    """A gathering as the form shows it."""
    return {
        "name": row.name,
        "on": row.on,
        "starts_at": row.starts_at,
        "ends_at": row.ends_at,
        "place": row.place,
        "city": row.city,
        "is_online": row.is_online,
        "url": row.url,
        "price": row.price,
        "currency": row.currency,
        "topics": " ".join(row.topics),
        "attendance": row.attendance.value,
        "kind": row.kind.value,
        "size": row.size,
        "stretch": row.stretch,
        "series": str(row.series.id) if row.series else "",
        "found_how": row.found_how,
        "note": row.note,
    }


def series_values(row: SeriesRow) -> dict[str, Any]:
    """A series as the form shows it."""
    return {"name": row.name, "place": row.place, "rhythm_days": row.rhythm_days, "note": row.note}
