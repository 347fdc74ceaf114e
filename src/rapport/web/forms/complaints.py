"""What a field says when it cannot be kept as it is: Rapport's words in the place of the framework's."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

COMPLAINTS: Final[Mapping[type[forms.Field], Mapping[str, Any]]] = {
    forms.Field: {
        "required": _("This is needed."),
        "max_length": _(
            "This is too long: %(limit_value)s characters at most, and there are %(show_value)s."
        ),
        "min_value": _("A number from %(limit_value)s on fits here."),
        "max_value": _("A number up to %(limit_value)s fits here."),
    },
    forms.IntegerField: {"invalid": _("Write a whole number, for example 3.")},
    forms.FloatField: {"invalid": _("Write a number, for example 3.")},
    forms.DateField: {"invalid": _("There is no such day. Write it like this: 2019-03-15.")},
    forms.TimeField: {"invalid": _("There is no such time. Write it like this: 18:30.")},
    forms.ChoiceField: {"invalid_choice": _("“%(value)s” is not one of the choices.")},
    forms.MultipleChoiceField: {
        "invalid_choice": _("“%(value)s” is not one of the choices."),
        "invalid_list": _("Choose from the list."),
    },
    forms.UUIDField: {"invalid": _("This leads to nothing that is here.")},
}


def speak() -> None:
    """Every form made from now on says it so."""
    for kind, said in COMPLAINTS.items():
        kind.default_error_messages = {**kind.__dict__.get("default_error_messages", {}), **said}
