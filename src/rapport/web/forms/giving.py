"""Help, needs and offers as forms."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.services.giving.giving import HelpDraft, NeedDraft, OfferDraft
from rapport.services.giving.pages import HelpRow, NeedRow, OfferRow
from rapport.web.forms.challenge import DayInput
from rapport.web.forms.naming import NounForm, PersonField
from rapport.web.forms.setup import Line

BY: Final = (("me", _("I help them")), ("them", _("They help me")))
MINE: Final = _("Leave it empty when it is yours.")


class HelpForm(NounForm):
    """A promise, help given, or a promise that was kept."""

    SHORT = frozenset({"promised_on", "due_on", "given_on"})
    GROUPS = (("", ("by", "person", "what", ("promised_on", "due_on"), "given_on")),)

    by = forms.ChoiceField(label=_("Who helps whom?"), choices=BY, widget=forms.RadioSelect)
    person = PersonField(label=_("With whom?"), required=True)
    what = Line(label=_("What is it?"), max_length=400)
    promised_on = forms.DateField(label=_("Promised on"), widget=DayInput(), required=False)
    due_on = forms.DateField(label=_("Promised for"), widget=DayInput(), required=False)
    given_on = forms.DateField(
        label=_("Given on"), help_text=_("Empty: it is still to come."), widget=DayInput(), required=False
    )

    def draft(self) -> HelpDraft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        return HelpDraft(
            person_id=data["person"],
            what=data["what"],
            by_me=data["by"] == "me",
            promised_on=data["promised_on"],
            due_on=data["due_on"],
            given_on=data["given_on"],
        )


class NeedForm(NounForm):
    SHORT = frozenset({"on", "met_on"})

    person = PersonField(label=_("Who looks for something?"), help_text=MINE)
    what = Line(
        label=_("What is looked for?"), help_text=_("In few words: “a UX designer for VR”."), max_length=400
    )
    on = forms.DateField(label=_("Said on"), widget=DayInput())
    met_on = forms.DateField(label=_("Found on"), widget=DayInput(), required=False)

    def draft(self) -> NeedDraft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        return NeedDraft(data["what"], data["on"], data["person"], data["met_on"])


class OfferForm(NounForm):
    SHORT = frozenset({"on"})

    person = PersonField(label=_("Who can give something?"), help_text=MINE)
    what = Line(label=_("What can be given?"), help_text=_("In few words: “proofreading”."), max_length=400)
    on = forms.DateField(label=_("Said on"), widget=DayInput())

    def draft(self) -> OfferDraft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        return OfferDraft(data["what"], data["on"], data["person"])


def help_values(row: HelpRow) -> dict[str, Any]:
    """Help as the form shows it."""
    return {
        "by": "me" if row.by_me else "them",
        "what": row.what,
        "promised_on": row.promised_on,
        "due_on": row.due_on,
        "given_on": row.given_on,
    }


def need_values(row: NeedRow) -> dict[str, Any]:
    """A need as the form shows it."""
    return {"what": row.what, "on": row.on, "met_on": row.met_on}


def offer_values(row: OfferRow) -> dict[str, Any]:
    """An offer as the form shows it."""
    return {"what": row.what, "on": row.on}
