"""One encounter as a form: who was there, how, and would you both remember it."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rapport.domain.interactions.interactions import Channel, Direction, Participation
from rapport.services.interactions.interactions import Draft
from rapport.services.interactions.pages import InteractionRow
from rapport.services.people import lookup
from rapport.web.forms.challenge import DayInput
from rapport.web.forms.people import gathering_choices
from rapport.web.forms.setup import Line, Lines
from rapport.wording.words import heading

MEMORABLE = [("yes", _("Yes")), ("no", _("No")), ("", _("Not said"))]
SAID = {"yes": True, "no": False, "": None}


class InteractionForm(forms.Form):
    """Needs the row it changes: its people each get their own question."""

    on = forms.DateField(label=_("When"), widget=DayInput())
    channel = forms.ChoiceField(label=_("How"))
    direction = forms.ChoiceField(label=_("Who took part"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, max_value=1440, required=False)
    gathering = forms.ChoiceField(label=_("At which gathering?"), required=False)
    more_people = Lines(
        label=_("Somebody else who was there"),
        help_text=_("Names of people you have here, one a line."),
        rows=2,
    )
    others = forms.IntegerField(
        label=_("Hellos with nobody named"), min_value=0, max_value=100_000, required=False
    )
    substance = forms.ChoiceField(
        label=_("Was it a real exchange?"), choices=MEMORABLE, widget=forms.RadioSelect, required=False
    )
    lost_touch = forms.BooleanField(label=_("We had lost touch before"), required=False)
    note = Line(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3, "data-grow": ""}), required=False)
    tags = Line(label=_("Tags"), required=False)

    def __init__(self, posted: Any, *, row: InteractionRow, owner_id: UUID) -> None:
        super().__init__(posted, initial=_values(row))
        self.row, self.owner_id = row, owner_id
        for name, codes in (("channel", Channel), ("direction", Direction)):
            field: Any = self.fields[name]
            field.choices = [(code.value, heading(code)) for code in codes]
        where: Any = self.fields["gathering"]
        where.choices = gathering_choices(owner_id, row.gathering)
        for part in row.people:
            self.fields[f"memorable-{part.person.id}"] = forms.ChoiceField(
                label=part.person.name, choices=MEMORABLE, widget=forms.RadioSelect, required=False
            )
            self.fields[f"remove-{part.person.id}"] = forms.BooleanField(
                label=gettext("%(name)s was not there") % {"name": part.person.name}, required=False
            )

    @property
    def people(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The two questions about each person."""
        ids = [part.person.id for part in self.row.people]
        return [(self[f"memorable-{pk}"], self[f"remove-{pk}"]) for pk in ids]

    def clean_more_people(self) -> list[UUID]:
        found: list[UUID] = []
        for name in self.cleaned_data["more_people"]:
            people = lookup.find(self.owner_id, name).people
            if len(people) != 1:
                raise forms.ValidationError(
                    _("“%(name)s” is not one person you have here. Write the whole name."),
                    params={"name": name},
                )
            found.append(people[0].id)
        return found

    def draft(self) -> Draft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        stay = {
            part.person.id: SAID[data[f"memorable-{part.person.id}"]]
            for part in self.row.people
            if not data[f"remove-{part.person.id}"]
        }
        stay |= {pk: None for pk in data["more_people"] if pk not in stay}
        return Draft(
            on=data["on"],
            people=tuple(Participation(pk, memorable) for pk, memorable in stay.items()),
            channel=Channel(data["channel"]),
            direction=Direction(data["direction"]),
            minutes=data["minutes"],
            gathering_id=UUID(data["gathering"]) if data["gathering"] else None,
            others=data["others"] or 0,
            lost_touch=data["lost_touch"],
            substance=SAID[data["substance"]],
            note=data["note"],
            tags=tuple(data["tags"].split()),
        )


def _values(row: InteractionRow) -> dict[str, Any]:
    said = {True: "yes", False: "no", None: ""}
    memories = {f"memorable-{part.person.id}": said[part.memorable] for part in row.people}
    return {
        "on": row.on,
        "channel": row.channel.value,
        "direction": row.direction.value,
        "minutes": row.minutes,
        "gathering": str(row.gathering.id) if row.gathering else "",
        "others": row.others or None,
        "substance": said[row.substance],
        "lost_touch": row.lost_touch,
        "note": row.note,
        "tags": " ".join(row.tags),
        **memories,
    }
