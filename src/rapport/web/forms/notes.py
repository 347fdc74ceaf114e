"""A note about somebody as a form."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.services.interactions.notes import Draft
from rapport.web.forms.challenge import DayInput
from rapport.web.forms.naming import NounForm, PersonField
from rapport.web.forms.setup import Line


class NoteForm(NounForm):
    SHORT = frozenset({"on"})

    text = Line(label=_("Note"), widget=forms.Textarea(attrs={"rows": 6, "data-grow": ""}))
    person = PersonField(label=_("About whom?"))
    on = forms.DateField(label=_("Day"), widget=DayInput())
    tags = Line(label=_("Tags"), help_text=_("With spaces between: vr portland"), required=False)

    def draft(self) -> Draft:
        """What was asked for; call when the form is valid."""
        data: dict[str, Any] = self.cleaned_data
        on: date = data["on"]
        return Draft(on, data["text"], tuple(data["tags"].split()), data["person"])
