"""A pitch as a form, and a step of it."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from rapport.domain.pitches.pitches import LONGEST_WAIT, NUDGE_AFTER, Stage
from rapport.domain.text import spared
from rapport.services.pitches.pages import PitchRow
from rapport.services.pitches.pitches import Draft
from rapport.web.forms.challenge import DayInput
from rapport.web.forms.letters import LONGEST
from rapport.web.forms.naming import NounForm, PersonField
from rapport.web.forms.setup import Line
from rapport.wording.pitches import FRIGHT
from rapport.wording.words import heading

HOPEFUL: Final = (("yes", _("Yes")), ("no", _("No")), ("", _("Not said")))
SAID: Final = {"yes": True, "no": False, "": None}
FIRST: Final = (Stage.DREAM, Stage.DRAFT, Stage.SENT)  # where a new one may stand


class PitchForm(NounForm):
    """One organisation, and why. What was done about it are its steps."""

    SHORT = frozenset({"fright"})

    organisation = Line(label=_("To which organisation?"), max_length=200)
    person = PersonField(label=_("To whom there?"), help_text=_("Somebody who is written down here."))
    why = Line(
        label=_("Why them?"),
        help_text=_("What you would love to do for them, in a sentence."),
        widget=forms.Textarea(attrs={"rows": 2, "data-grow": ""}),
        required=False,
    )
    through = PersonField(
        label=_("Through whom?"),
        help_text=_("Somebody of yours who leads there. It makes the pitch a warm one."),
    )
    fright = forms.ChoiceField(label=_("How scary is it?"), required=False)
    hopeful = forms.ChoiceField(
        label=_("Do you expect an answer?"),
        help_text=_("At the end you may see that it went better than you feared."),
        choices=HOPEFUL,
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, posted: Any = None, **kwargs: Any) -> None:
        super().__init__(posted, **kwargs)
        levels = [(str(level), f"{level} · {words}") for level, words in FRIGHT.items()]
        self.choose("fright", [("", _("Not said")), *levels])

    def draft(self) -> Draft:
        """What was asked for; call when the form is valid."""
        data = self.cleaned_data
        return Draft(
            organisation=data["organisation"],
            person_id=data["person"],
            why=data["why"],
            fright=int(data["fright"]) if data["fright"] else None,
            hopeful=SAID[data["hopeful"]],
            through_id=data["through"],
        )


class NewPitchForm(PitchForm):
    """The same, and where it stands already."""

    SHORT = frozenset({"fright", "on"})

    stage = forms.ChoiceField(label=_("How far is it?"), widget=forms.RadioSelect)
    on = forms.DateField(label=_("Since when?"), widget=DayInput())

    def __init__(self, posted: Any = None, **kwargs: Any) -> None:
        super().__init__(posted, **kwargs)
        self.choose("stage", [(stage.value, heading(stage)) for stage in FIRST])


class StepForm(NounForm):
    """It got somewhere. A call has a day; every other step may name the next one."""

    SHORT = frozenset({"stage", "on", "due"})

    stage = forms.ChoiceField(label=_("Where does it stand?"))
    on = forms.DateField(label=_("Since when?"), widget=DayInput())
    due = forms.DateField(
        label=_("The day of the call, or of the next step"), widget=DayInput(), required=False
    )

    def __init__(self, posted: Any = None, **kwargs: Any) -> None:
        super().__init__(posted, **kwargs)
        self.choose("stage", [(stage.value, heading(stage)) for stage in Stage])


class Pasted(Line):
    """What may come from another program, control characters and all: they are left out, and nothing else."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(spared(str(value or "")))


class LetterForm(forms.Form):
    """The letter of a pitch, and what one fears before it goes."""

    body = Pasted(max_length=LONGEST, required=False)
    feared = Pasted(max_length=LONGEST, required=False)
    hopeful = forms.ChoiceField(choices=HOPEFUL, required=False)

    def hope(self) -> bool | None:
        """Whether an answer is expected."""
        return SAID[self.cleaned_data["hopeful"]]


class ReflectForm(forms.Form):
    """What happened in the end, beside what was feared."""

    afterwards = Pasted(max_length=LONGEST, required=False)


class NudgesForm(NounForm):
    """After how many working days to write again."""

    SHORT = frozenset({"first", "second"})
    GROUPS = (("", [("first", "second")]),)

    first = forms.IntegerField(
        label=_("The first time, after"), min_value=1, max_value=LONGEST_WAIT, required=False,
        help_text=_("Working days after sending. Empty: you never write again."),
    )  # fmt: skip
    second = forms.IntegerField(
        label=_("The second time, after"), min_value=1, max_value=LONGEST_WAIT, required=False,
        help_text=_("Counted from sending too. Empty: only once."),
    )  # fmt: skip

    def days(self) -> tuple[int, ...]:
        """What was asked for; call when the form is valid."""
        both = (self.cleaned_data["first"], self.cleaned_data["second"])
        return tuple(day for day in both if day)


def nudge_values(after: tuple[int, ...]) -> dict[str, Any]:
    """A policy as the form shows it."""
    return dict(zip(("first", "second"), after[: len(NUDGE_AFTER)], strict=False))


def pitch_values(row: PitchRow) -> dict[str, Any]:
    """A pitch as the form shows it."""
    said = {True: "yes", False: "no", None: ""}
    return {
        "organisation": row.organisation,
        "why": row.why,
        "fright": str(row.fright) if row.fright else "",
        "hopeful": said[row.hopeful],
    }
