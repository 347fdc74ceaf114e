"""A field that cannot be kept says so as Rapport speaks, in both languages, and never says “vous”."""

import re

import pytest
from django import forms
from django.test import Client
from django.utils import translation

from rapport.web.forms.complaints import COMPLAINTS
from tests.web.portland import month, owner_id, words  # noqa: F401 - fixtures

FIELDS = {
    "required": (forms.CharField(), ""),
    "max_length": (forms.CharField(max_length=3), "Karen"),
    "min_value": (forms.IntegerField(min_value=1), "0"),
    "max_value": (forms.IntegerField(max_value=9), "10"),
    "whole": (forms.IntegerField(), "three"),
    "number": (forms.FloatField(), "three"),
    "day": (forms.DateField(), "2019-02-31"),
    "time": (forms.TimeField(), "25:61"),
    "choice": (forms.ChoiceField(choices=[("a", "A")]), "z"),
    "choices": (forms.MultipleChoiceField(choices=[("a", "A")]), ["z"]),
    "list": (forms.MultipleChoiceField(choices=[("a", "A")]), "z"),
    "id": (forms.UUIDField(), "nobody"),
}
OURS = {str(said) for messages in COMPLAINTS.values() for said in messages.values()}


def complaint(field: forms.Field, typed: object) -> str:
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(typed)
    return " ".join(refused.value.messages)


@pytest.mark.parametrize("case", FIELDS)
def test_a_field_complains_in_our_own_words(case: str) -> None:
    field, typed = FIELDS[case]
    said = complaint(field, typed)
    patterns = (re.sub(r"%\\\((\w+)\\\)s|%\((\w+)\)s", ".*", re.escape(own)) for own in OURS)
    assert any(re.fullmatch(pattern, said) for pattern in patterns), said


@pytest.mark.parametrize("case", FIELDS)
def test_in_french_a_field_says_tu(case: str) -> None:
    field, typed = FIELDS[case]
    with translation.override("fr"):
        assert not re.search(r"(?i)\bvous\b|\b\w+ez\b|valid", complaint(field, typed))


@pytest.mark.django_db
@pytest.mark.usefixtures("month")
def test_the_form_of_a_gathering_says_which_day_there_is_not(client: Client) -> None:
    answer = client.post("/gatherings/new", {"name": "Freelance Friday", "on": "2019-02-31"})
    assert "There is no such day. Write it like this: 2019-03-15." in words(answer)
