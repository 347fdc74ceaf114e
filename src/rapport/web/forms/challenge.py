"""A challenge as a form: its days, its rest, its goals, and what counts."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.dates import WEEKDAYS
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rapport.domain.challenge.challenge import ActionGoal, Challenge
from rapport.domain.challenge.presets import Preset, length, suggested_goals
from rapport.domain.challenge.referee import DEFAULT_RULE, Rule
from rapport.domain.learning.learning import Way
from rapport.services.challenge import challenge as services
from rapport.services.challenge.challenge import LONGEST, Draft

GOALS: Final[Mapping[Way, Promise]] = {
    Way.ASK: _("People to ask for an introduction"),
    Way.GATHERING: _("Gatherings to go to"),
    Way.PITCH: _("Pitches to send"),
    Way.GIVE: _("Times to help somebody"),
    Way.RECONNECT: _("Old ties to pick up again"),
}
YES_NO: Final = (("yes", _("Yes")), ("no", _("No")))
LOOK_AHEAD: Final = 60  # days: 21 working days fit in, whatever the holidays


class DayInput(forms.DateInput):
    """The browser's own calendar, which wants ISO days."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class DaysField(forms.CharField):
    """ISO days, one a line or with commas between."""

    def to_python(self, value: Any) -> Any:
        days = []
        for word in str(value or "").replace(",", " ").split():
            try:
                days.append(date.fromisoformat(word))
            except ValueError:
                sentence = gettext("“%(word)s” is no day. Write days as 2026-03-05.") % {"word": word[:40]}
                raise forms.ValidationError(sentence) from None
        return frozenset(days)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.to_python(initial), data)


class ChallengeForm(forms.Form):
    """`country` tells whose public holidays rest; empty: none are known."""

    name = forms.CharField(label=_("What do you call it?"), max_length=200, required=False)
    intention = forms.CharField(
        label=_("Why?"),
        help_text=_("One sentence for yourself. Today shows it when it gets hard."),
        widget=forms.Textarea(attrs={"rows": 2, "data-grow": ""}),
        max_length=1000,
        required=False,
    )
    starts_on = forms.DateField(label=_("First day"), widget=DayInput())
    days = forms.IntegerField(label=_("How many days?"), min_value=1, max_value=LONGEST)
    rest_weekdays = forms.MultipleChoiceField(
        label=_("Rest days"), widget=forms.CheckboxSelectMultiple, required=False
    )
    holidays = forms.BooleanField(label=_("Public holidays are rest days too"), required=False)
    rest_dates = DaysField(
        label=_("Other days off"),
        help_text=_("Written as 2026-03-05, one a line."),
        widget=forms.Textarea(attrs={"rows": 2, "data-grow": ""}),
        required=False,
    )
    hope_count = forms.IntegerField(
        label=_("How many people do you hope to meet?"),
        help_text=_("A hope is shown as a hope. It is never a debt."),
        min_value=1,
        max_value=999,
        required=False,
    )
    hope = forms.CharField(label=_("Your hope in words"), max_length=400, required=False)

    def __init__(self, *args: Any, country: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.country = country
        weekdays: Any = self.fields["rest_weekdays"]
        weekdays.choices = [(str(number), name) for number, name in WEEKDAYS.items()]
        for way, label in GOALS.items():
            self.fields[f"goal_{way.value}"] = forms.IntegerField(
                label=str(label), min_value=0, max_value=999, required=False
            )
        if not country:
            del self.fields["holidays"]

    @property
    def goals(self) -> list[forms.BoundField]:
        return [self[f"goal_{way.value}"] for way in GOALS]

    def draft(self, rule: Rule) -> Draft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        starts_on, days = data["starts_on"], data["days"]
        rests = set(data["rest_dates"])
        if data.get("holidays"):
            rests |= set(services.public_holidays(self.country, starts_on, days))
        return Draft(
            starts_on=starts_on,
            days=days,
            name=data["name"],
            intention=data["intention"],
            rest_weekdays=frozenset(int(number) for number in data["rest_weekdays"]),
            rest_dates=frozenset(rests),
            rule=rule,
            action_goals=tuple(
                ActionGoal(way, count) for way in GOALS if (count := data[f"goal_{way.value}"])
            ),
            hope_count=data["hope_count"],
            hope=data["hope"],
        )


class RuleForm(forms.Form):
    """What counts as a connection."""

    reach_km = forms.IntegerField(
        label=_("How far is in reach for a coffee?"),
        help_text=_("In kilometres."),
        min_value=0,
        max_value=20_000,
    )
    unknown_place_is_near = forms.ChoiceField(
        label=_("Is somebody whose city is not noted near enough to meet?"),
        choices=YES_NO,
        widget=forms.RadioSelect,
    )
    unsaid_is_memorable = forms.ChoiceField(
        label=_("When nobody says whether you would remember it, would you?"),
        choices=YES_NO,
        widget=forms.RadioSelect,
    )
    min_call_minutes = forms.IntegerField(
        label=_("How many minutes make a call a real exchange?"), min_value=0, max_value=1440
    )
    answer_within_days = forms.IntegerField(
        label=_("Within how many days may an answer come?"), min_value=1, max_value=366
    )
    dormant_after_days = forms.IntegerField(
        label=_("After how many quiet days is being in touch again a rekindling?"),
        min_value=1,
        max_value=3660,
    )
    hello_follow_up_days = forms.IntegerField(
        label=_("Within how many days may a hello become more?"), min_value=0, max_value=60
    )

    def rule(self) -> Rule:
        """The rule as filled in; call when the form is valid."""
        yes = {name: value == "yes" for name, value in self.cleaned_data.items() if value in ("yes", "no")}
        return Rule(**(self.cleaned_data | yes))


def rule_values(rule: Rule = DEFAULT_RULE) -> dict[str, Any]:
    """A rule as the form shows it."""
    values = {name: getattr(rule, name) for name in RuleForm.base_fields}
    return {
        name: ("yes" if value else "no") if isinstance(value, bool) else value
        for name, value in values.items()
    }


def challenge_values(challenge: Challenge | Draft, holidays: Mapping[date, str]) -> dict[str, Any]:
    """A challenge as the form shows it; its public holidays are the tick, not the list."""
    own = sorted(challenge.rest_dates - holidays.keys())
    goals = {f"goal_{goal.way.value}": goal.count for goal in challenge.action_goals}
    return {
        "name": challenge.name,
        "intention": challenge.intention,
        "starts_on": challenge.starts_on,
        "days": challenge.days,
        "rest_weekdays": [str(number) for number in sorted(challenge.rest_weekdays)],
        "holidays": bool(challenge.rest_dates & holidays.keys()) or not holidays,
        "rest_dates": "\n".join(day.isoformat() for day in own),
        "hope_count": challenge.hope_count,
        "hope": challenge.hope,
        **goals,
    }


def reshaped(posted: QueryDict, usual: Iterable[Iterable[ActionGoal]]) -> dict[str, Any]:
    """What a new length leaves as it was typed: all but the number of days and the goals it suggests."""
    names = ("name", "intention", "starts_on", "rest_dates", "hope_count", "hope")
    kept: dict[str, Any] = {name: posted[name] for name in names if name in posted}
    kept["rest_weekdays"] = posted.getlist("rest_weekdays")
    kept["holidays"] = "holidays" in posted
    for way in GOALS:
        suggested = {str(goal.count) for goals in usual for goal in goals if goal.way is way}
        typed = posted.get(f"goal_{way.value}", "")
        if typed and typed not in suggested:
            kept[f"goal_{way.value}"] = typed
    return kept


def suggestion(preset: Preset, starts_on: date, rest_weekdays: frozenset[int], country: str) -> Draft:
    """A challenge to start from: a length, rest days, and things to do."""
    holidays = services.public_holidays(country, starts_on, LOOK_AHEAD) if country else {}
    days = length(preset, starts_on, rest_weekdays, frozenset(holidays))
    ends_on = starts_on + timedelta(days=days - 1)
    return Draft(
        starts_on=starts_on,
        days=days,
        rest_weekdays=rest_weekdays,
        rest_dates=frozenset(day for day in holidays if day <= ends_on),
        action_goals=suggested_goals(preset, days),
    )
