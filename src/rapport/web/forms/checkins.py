"""How a day felt."""

from django import forms
from django.utils.translation import gettext_lazy as _

LEVELS = [(str(level), str(level)) for level in range(1, 6)]


class CheckInForm(forms.Form):
    energy = forms.ChoiceField(
        label=_("Energy"),
        help_text=_("1 is empty, 5 is great."),
        choices=LEVELS,
        widget=forms.RadioSelect,
        required=False,
    )
    pressure = forms.ChoiceField(
        label=_("Pressure"),
        help_text=_("1 is none at all, 5 is too much."),
        choices=LEVELS,
        widget=forms.RadioSelect,
        required=False,
    )
    note = forms.CharField(
        label=_("In your own words"),
        widget=forms.Textarea(attrs={"rows": 3, "data-grow": ""}),
        required=False,
    )


class NoteForm(forms.Form):
    text = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 6, "data-grow": ""}))
    tags = forms.CharField(label=_("Tags"), help_text=_("With spaces between: vr portland"), required=False)
