"""Something that opened up, and where it came from, as a form."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.services.pitches.opportunities import Draft, OpportunityRow
from rapport.services.pitches.pages import PitchCard
from rapport.web.forms.challenge import DayInput
from rapport.web.forms.naming import NounForm, PersonField
from rapport.web.forms.people import gathering_choices
from rapport.web.forms.setup import Line


class OpportunityForm(NounForm):
    SHORT = frozenset({"on"})
    GROUPS = (
        ("", ("what", "on")),
        (_("Where it came from"), ("person", "gathering", "pitch", "note")),
    )

    what = Line(label=_("What opened up?"), max_length=400)
    on = forms.DateField(label=_("When"), widget=DayInput())
    person = PersonField(label=_("Through whom?"))
    gathering = forms.ChoiceField(label=_("At which gathering?"), required=False)
    pitch = forms.ChoiceField(label=_("From which pitch?"), required=False)
    note = Line(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3, "data-grow": ""}), required=False)

    def __init__(
        self,
        posted: Any = None,
        *,
        pitches: Sequence[PitchCard],
        row: OpportunityRow | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(posted, **kwargs)
        self.choose("gathering", gathering_choices(self.owner_id, row.gathering if row else None))
        named = [(str(card.pitch.id), card.pitch.organisation) for card in pitches]
        self.choose("pitch", [("", _("None")), *named])

    def draft(self) -> Draft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        return Draft(
            what=data["what"],
            on=data["on"],
            person_id=data["person"],
            gathering_id=UUID(data["gathering"]) if data["gathering"] else None,
            pitch_id=UUID(data["pitch"]) if data["pitch"] else None,
            note=data["note"],
        )


def opportunity_values(row: OpportunityRow) -> dict[str, Any]:
    """What opened up, as the form shows it."""
    return {
        "what": row.what,
        "on": row.on,
        "gathering": str(row.gathering.id) if row.gathering else "",
        "pitch": str(row.pitch.id) if row.pitch else "",
        "note": row.note,
    }
