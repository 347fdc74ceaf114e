"""The questions of the set-up; the settings ask some of them again."""

from typing import Any, Final
from zoneinfo import available_timezones

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from rapport.domain.text import BadText, clean
from rapport.wording.countries import countries

HOURS: Final = [(str(hour), f"{hour}:00") for hour in range(25)]
MOST_LINES: Final = 500


class Line(forms.CharField):
    """One line of text, without control characters."""

    def to_python(self, value: Any) -> Any:
        try:
            text = super().to_python(value) or ""
            return clean(text.replace("\r\n", "\n").replace("\r", "\n"))
        except BadText:
            raise forms.ValidationError(
                _("There is a control character in it, which no text may hold.")
            ) from None


class Lines(Line):
    """One thing a line; empty lines and repetitions are left out."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(widget=forms.Textarea(attrs={"rows": rows, "data-grow": ""}), **kwargs)

    def to_python(self, value: Any) -> Any:
        lines = [" ".join(line.split()) for line in str(super().to_python(value)).splitlines()]
        found = list(dict.fromkeys(line for line in lines if line))
        if len(found) > MOST_LINES:
            raise forms.ValidationError(_("These are over 500 lines. Bring in the rest in a second go."))
        if any(len(line) > 200 for line in found):
            raise forms.ValidationError(_("One of these lines has over 200 characters."))
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.to_python(initial), data)


class YouForm(forms.Form):
    """Who you are and when you may be asked for something."""

    name = Line(
        label=_("Your name"), help_text=_("It signs the drafts you copy."), max_length=200, required=False
    )
    city = Line(
        label=_("City"),
        help_text=_("It tells who lives near enough for a coffee. It is looked up on this machine."),
        max_length=200,
        required=False,
    )
    country = forms.ChoiceField(
        label=_("Country"), help_text=_("Its public holidays can be rest days."), required=False
    )
    time_zone = forms.ChoiceField(label=_("Time zone"))
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("", _("As in the browser")), ("en", "English"), ("fr", "Français")],
        required=False,
    )
    rest_weekdays = forms.MultipleChoiceField(
        label=_("Rest days"),
        help_text=_("Nothing is asked of you on these."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    weekly_minutes = forms.IntegerField(
        label=_("How many minutes a week do you have for this?"),
        help_text=_("Four hours is plenty; one is a start."),
        min_value=10,
        max_value=6000,
    )
    nudge_from = forms.ChoiceField(label=_("You may be nudged from"), choices=HOURS)
    nudge_to = forms.ChoiceField(label=_("until"), choices=HOURS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, Any] = {
            "country": [("", _("Not said")), *countries()],
            "time_zone": [(zone, zone.replace("_", " ")) for zone in time_zones()],
            "rest_weekdays": [(str(number), name) for number, name in WEEKDAYS.items()],
        }
        for name, found in choices.items():
            field: Any = self.fields[name]
            field.choices = found

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if (
            data.get("nudge_from")
            and data.get("nudge_to")
            and int(data["nudge_from"]) >= int(data["nudge_to"])
        ):
            self.add_error("nudge_to", _("This lies before the hour it begins."))
        return data

    def columns(self) -> dict[str, Any]:
        """The owner's columns; call when the form is valid."""
        data = dict(self.cleaned_data)
        data["rest_weekdays"] = [int(number) for number in data["rest_weekdays"]]
        return data | {"nudge_from": int(data["nudge_from"]), "nudge_to": int(data["nudge_to"])}


class SettingsForm(YouForm):
    """The same, and how it looks."""

    theme = forms.ChoiceField(
        label=_("Look"),
        choices=[("", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))],
        widget=forms.RadioSelect,
        required=False,
    )
    about = Line(
        label=_("Two lines about you that others can pass on"),
        widget=forms.Textarea(attrs={"rows": 2, "data-grow": ""}),
        max_length=1000,
        required=False,
    )
    topics = Line(
        label=_("Topics"), help_text=_("With spaces between: vr writing"), max_length=400, required=False
    )


class PeopleForm(forms.Form):
    """The people one knows already."""

    names = Lines(
        label=_("Names"),
        help_text=_("One a line. These are people you know: they are never counted as new."),
        rows=6,
    )


class OfferForm(forms.Form):
    """What one gives and looks for, and whom one dreams of working with."""

    offers = Lines(label=_("What can you offer?"), help_text=_("One a line: proofreading, a spare room."))
    needs = Lines(
        label=_("What do you look for?"), help_text=_("One a line: clients in games, an accountant.")
    )
    topics = Lines(label=_("Topics you care about"), help_text=_("One a line."), rows=3)
    dreams = Lines(
        label=_("Dream clients"),
        help_text=_("One a line. They go on your list of pitches, and nothing is sent to them."),
    )
    about = Line(
        label=_("Two lines about you that others can pass on"),
        widget=forms.Textarea(attrs={"rows": 2, "data-grow": ""}),
        max_length=1000,
        required=False,
    )


def time_zones() -> list[str]:
    """Places people live in, as the browser names them too."""
    zones = (zone for zone in available_timezones() if zone == "UTC" or "/" in zone)
    return sorted(zone for zone in zones if not zone.startswith(("Etc/", "SystemV/", "posix/", "right/")))
