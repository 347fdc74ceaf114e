"""Somebody named in a form: typed, with names to choose from, and found among the people there are."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rapport.domain.people.people import Match
from rapport.services.people import lookup
from rapport.services.people.lookup import Found
from rapport.services.people.pages import Named
from rapport.web.forms.setup import Line, Lines

KNOWN: Final = "known-people"  # the <datalist> that noun/form.html prints


class PersonField(Line):
    """One person, by name; an id once saved. Whom a name may mean becomes a list to choose from."""

    owner_id: UUID
    current: Named | None = None  # whose name stands there: not asked again, whoever else is called so

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(widget=forms.TextInput(attrs={"list": KNOWN, "autocomplete": "off"}), **kwargs)

    def clean(self, value: Any) -> Any:
        typed = " ".join(str(super().clean(value)).split())
        if not typed:
            return None
        if self.current and typed == self.current.name:
            return self.current.id
        found = lookup.find(self.owner_id, typed)
        if found.match is Match.KNOWN:
            return found.people[0].id
        if found.people:
            self._offer(found)
            if found.match is Match.AMBIGUOUS:
                raise forms.ValidationError(_("There are several. Which one do you mean?"))
            raise forms.ValidationError(_("Nobody is called exactly that. Is it one of these?"))
        raise forms.ValidationError(
            _("Nobody called “%(name)s” is here yet. Check the spelling, or add them under People first."),
            params={"name": typed[:80]},
        )

    def _offer(self, found: Found) -> None:
        details = lookup.details(self.owner_id, [one.id for one in found.people])
        named = [(str(one.id), _label(one.name, details.get(one.id, ""))) for one in found.people]
        self.widget = forms.Select(choices=[("", _now("Which one?")), *named])


class PeopleField(Lines):
    """Several people, one a line: the ids of those known, and the names of those who are new."""

    owner_id: UUID

    def clean(self, value: Any) -> Any:
        known: list[UUID] = []
        new: list[str] = []
        for name in super().clean(value):
            found = lookup.find(self.owner_id, name, parts=False)
            if found.match is Match.AMBIGUOUS:
                choices = ", ".join(one.name for one in found.people)
                raise forms.ValidationError(
                    _("“%(name)s” may be several people: %(choices)s. Write the whole name."),
                    params={"name": name, "choices": choices},
                )
            if found.match is Match.KNOWN:
                known.append(found.people[0].id)
            else:
                new.append(name)
        return tuple(dict.fromkeys(known)), tuple(new)


class NounForm(forms.Form):
    """A form that names people: knows whose they are, and how its fields stand together."""

    SHORT: frozenset[str] = frozenset()  # fields that need little room
    GROUPS: Sequence[
        tuple[Any, Sequence[str | tuple[str, ...]]]
    ] = ()  # legend, fields; a tuple: side by side

    def __init__(
        self,
        posted: Any = None,
        *,
        owner_id: UUID,
        named: Mapping[str, Named | None] | None = None,
        values: Mapping[str, Any] | None = None,
    ) -> None:
        people = named or {}
        names = {field: person.name for field, person in people.items() if person}
        super().__init__(posted, initial={**(values or {}), **names})
        self.owner_id = owner_id
        for name, field in self.fields.items():
            if isinstance(field, PersonField | PeopleField):
                field.owner_id = owner_id
            if isinstance(field, PersonField):
                field.current = people.get(name)

    @property
    def groups(self) -> list[tuple[str, list[list[tuple[forms.BoundField, str]]]]]:
        """Legend, and its lines of fields with their size."""
        groups = self.GROUPS or (("", list(self.fields)),)
        return [(str(legend), [self._line(names) for names in lines]) for legend, lines in groups]

    def _line(self, names: str | tuple[str, ...]) -> list[tuple[forms.BoundField, str]]:
        beside = (names,) if isinstance(names, str) else names
        return [(self[name], "short" if name in self.SHORT else "") for name in beside]

    @property
    def names(self) -> tuple[str, ...]:
        """Names to choose from; none where nobody is named."""
        wanted = any(isinstance(field, PersonField) for field in self.fields.values())
        return lookup.offered(self.owner_id) if wanted else ()

    def choose(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        """What a select offers."""
        field: Any = self.fields[name]
        field.choices = choices


def _label(name: str, detail: str) -> str:
    return f"{name} · {detail}" if detail else name
