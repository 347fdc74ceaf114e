"""An introduction as a form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.introductions import Step
from rapport.services.introductions import Draft, IntroductionRow
from rapport.web.forms.challenge import DayInput
from rapport.web.forms.naming import NounForm, PersonField
from rapport.wording.words import heading


class IntroductionForm(NounForm):
    """Made by you, or by somebody else; to you, or between two others."""

    SHORT = frozenset({"on"})

    introducer = PersonField(
        label=_("Who brought them together?"), help_text=_("Leave it empty when it was you.")
    )
    person = PersonField(label=_("Whom?"), required=True)
    other = PersonField(label=_("With whom?"), help_text=_("Leave it empty when it was with you."))
    step = forms.ChoiceField(
        label=_("How far is it?"),
        help_text=_("Ask each side before you connect them."),
        widget=forms.RadioSelect,
    )
    on = forms.DateField(label=_("When"), widget=DayInput())

    def __init__(self, posted: Any = None, **kwargs: Any) -> None:
        super().__init__(posted, **kwargs)
        self.choose("step", [(step.value, heading(step)) for step in Step])

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
        )
