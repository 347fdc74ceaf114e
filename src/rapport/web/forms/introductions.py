"""An introduction as a form."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.asks.introductions import Step
from rapport.services.asks.introductions import Draft, IntroductionRow
from rapport.web.forms.challenge import DayInput
from rapport.web.forms.naming import NounForm, PersonField
from rapport.web.forms.setup import Line
from rapport.wording.words import heading


class IntroductionForm(NounForm):
    """Made by you, or by somebody else; to you, or between two others."""

    SHORT = frozenset({"on"})

    person = PersonField(label=_("Whom?"), required=True)
    other = PersonField(label=_("With whom?"), help_text=_("Leave it empty when it is with you."))
    introducer = PersonField(
        label=_("Who brings them together?"), help_text=_("Leave it empty when it is you.")
    )
    why = Line(
        label=_("What may they have for each other?"),
        help_text=_("A sentence or two. It stands in the letters to both."),
        widget=forms.Textarea(attrs={"rows": 2, "data-grow": ""}),
        max_length=2000,
        required=False,
    )
    step = forms.ChoiceField(
        label=_("How far is it?"),
        help_text=_("Ask each side before you connect them."),
        widget=forms.RadioSelect,
    )
    on = forms.DateField(label=_("When"), widget=DayInput())
    need = forms.UUIDField(widget=forms.HiddenInput, required=False)
    offer = forms.UUIDField(widget=forms.HiddenInput, required=False)
    again = forms.BooleanField(widget=forms.HiddenInput, required=False)  # it was said that there was one

    def __init__(self, posted: Any = None, **kwargs: Any) -> None:
        super().__init__(posted, **kwargs)
        self.choose("step", [(step.value, heading(step)) for step in Step])

    def pair(self) -> tuple[UUID, UUID] | None:
        """The two whom I would bring together; call when the form is valid."""
        data = self.cleaned_data
        if data["introducer"] or not data["other"] or data["other"] == data["person"]:
            return None
        return data["person"], data["other"]

    def draft(self, row: IntroductionRow | None = None) -> Draft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        return Draft(
            person_id=data["person"],
            on=data["on"],
            introducer_id=data["introducer"],
            other_id=data["other"],
            step=Step(data["step"]),
            ask_id=row.ask_id if row else None,
            why=data["why"],
            need_id=data["need"],
            offer_id=data["offer"],
        )
