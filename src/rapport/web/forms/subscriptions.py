"""A feed as a form; a pasted link or text, and what was made of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.services.feeds.pasted import LONGEST
from rapport.services.feeds.pasted import Draft as Announcement
from rapport.services.feeds.subscriptions import Draft, FeedRow
from rapport.web.forms.challenge import DayInput
from rapport.web.forms.gatherings import TimeInput
from rapport.web.forms.naming import NounForm
from rapport.web.forms.setup import Line


class FeedForm(NounForm):
    """Where gatherings are announced."""

    url = Line(
        label=_("Address"),
        help_text=_("Of a calendar (iCal, webcal), a news feed, or a page that lists gatherings."),
        max_length=1000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
    )
    name = Line(
        label=_("What do you call it?"),
        help_text=_("Else it is called what it calls itself."),
        max_length=200,
        required=False,
    )
    city = Line(
        label=_("City"),
        help_text=_("Where its gatherings are, when they do not say so themselves."),
        max_length=200,
        required=False,
    )
    allows_local = forms.BooleanField(
        label=_("It is on my own network, and may be read"),
        help_text=_("Only for a machine at your place that you know."),
        required=False,
    )

    def __init__(self, *args: Any, may_be_local: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_be_local and not self.data.get("allows_local"):
            del self.fields["allows_local"]

    def draft(self) -> Draft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        return Draft(data["url"], data["name"], data["city"], data.get("allows_local", False))


def feed_values(row: FeedRow) -> dict[str, Any]:
    """A feed as the form shows it."""
    return {"url": row.url, "name": row.name, "city": row.city, "allows_local": row.allows_local}


class PasteForm(NounForm):
    """A link, or the text of a flyer."""

    text = Line(
        label=_("The link or the text"),
        help_text=_("A link is opened once, to read the day and the place. A text stays on this machine."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "data-grow": ""}),
    )


class AnnouncementForm(NounForm):
    """What was read in it, to be put right."""

    SHORT = frozenset({"on", "starts_at", "ends_at", "price", "currency"})
    GROUPS = (("", ("name", ("on", "starts_at", "ends_at"), ("place", "city"), "is_online", "url")),
              (_("More about it"), (("price", "currency"), "about")))  # fmt: skip

    name = Line(label=_("Name"), max_length=200)
    on = forms.DateField(label=_("Day"), widget=DayInput())
    starts_at = forms.TimeField(label=_("Begins at"), widget=TimeInput(), required=False)
    ends_at = forms.TimeField(label=_("Ends at"), widget=TimeInput(), required=False)
    place = Line(label=_("Place"), max_length=400, required=False)
    city = Line(label=_("City"), help_text=_("It tells how near it is."), max_length=200, required=False)
    is_online = forms.BooleanField(label=_("It is online"), required=False)
    url = Line(label=_("Web page"), max_length=1000, required=False)
    price = forms.FloatField(
        label=_("Price"), help_text=_("0 when it is free."), min_value=0, max_value=1_000_000, required=False
    )
    currency = Line(label=_("Currency"), help_text=_("Like EUR or USD."), max_length=3, required=False)
    about = Line(
        label=_("What it says"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "data-grow": ""}),
        required=False,
    )

    def draft(self) -> Announcement:
        """What was looked over; call when the form is valid."""
        return Announcement(**self.cleaned_data)


def announcement_values(draft: Announcement) -> dict[str, Any]:
    """What was read, as the form shows it."""
    values: dict[str, Any] = {name: getattr(draft, name) for name in AnnouncementForm.base_fields}
    if draft.price is not None and draft.price.is_integer():
        values["price"] = int(draft.price)  # 5, and not 5.0
    return values
