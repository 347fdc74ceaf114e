"""An ask as a form, and what was said to it."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.asks.asks import Answer
from rapport.services.asks.asks import Draft
from rapport.web.forms.challenge import DayInput
from rapport.web.forms.naming import NounForm, PeopleField, PersonField
from rapport.web.forms.setup import Line
from rapport.wording.words import heading


class AskForm(NounForm):
    SHORT = frozenset({"on"})

    person = PersonField(label=_("Whom do you ask?"), required=True)
    target = Line(
        label=_("For an introduction to whom, or to what?"),
        help_text=_(
            "One named person or one precise kind of person is easiest to say yes to:"
            " “a VR studio in Portland”."
        ),
        max_length=400,
        required=False,
    )
    on = forms.DateField(label=_("When"), widget=DayInput())

    def draft(self) -> Draft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        return Draft(data["person"], data["on"], data["target"])


class AnswerForm(NounForm):
    """What they said. Whom they introduced you to may be new here."""

    SHORT = frozenset({"on"})
    answer = forms.ChoiceField(label=_("What did they say?"), widget=forms.RadioSelect)
    introduced = PeopleField(
        label=_("If they introduced you: to whom?"),
        help_text=_("One name a line. Whoever is not here yet is added."),
        rows=2,
    )
    on = forms.DateField(label=_("When"), widget=DayInput())

    def __init__(self, posted: Any = None, **kwargs: Any) -> None:
        super().__init__(posted, **kwargs)
        self.choose("answer", [(code.value, heading(code)) for code in Answer if code is not Answer.ASKED])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if any(data.get("introduced", ())) and data.get("answer") not in ("", None, Answer.INTRODUCED.value):
            self.add_error("introduced", _("Names go with “introduced you” only."))
        return data

    @property
    def people(self) -> tuple[tuple[UUID, ...], tuple[str, ...]]:
        """Those known, and the names of those who are new."""
        known, new = self.cleaned_data["introduced"]
        return known, new
