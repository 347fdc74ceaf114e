"""One's own words for a kind of letter as a form, and what stands in a letter box."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.asks.letters import Letter, LetterKind, Words
from rapport.services.asks.letters import NAME, SUBJECT, Draft
from rapport.web.forms.naming import NounForm
from rapport.web.forms.setup import Line

LONGEST: Final = 20_000  # characters of a letter


def in_box(posted: Any) -> Letter:
    """The letter as it stands in its box, read over and changed."""
    subject, body, to = (posted.get(name, "")[:LONGEST] for name in ("subject", "body", "to"))
    return Letter(subject, body, to)


class LetterForm(NounForm):
    """A letter with places to fill."""

    name = Line(
        label=_("What do you call it?"),
        help_text=_("Only when you keep several: “short”, “formal” …"),
        max_length=NAME,
        required=False,
    )
    subject = Line(label=_("Subject"), max_length=SUBJECT, required=False)
    body = Line(label=_("Letter"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 18}))

    def words(self) -> Words:
        """What was typed; call when the form is valid."""
        return Words(self.cleaned_data["subject"], self.cleaned_data["body"])

    def draft(self, kind: LetterKind, language: str) -> Draft:
        """What was asked for; call when the form is valid."""
        return Draft(kind, language, self.words(), self.cleaned_data["name"])
