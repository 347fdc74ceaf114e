"""The set-up: four short steps, each kept when it is sent, each to be skipped."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final, TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from rapport import clock
from rapport.domain.challenge.referee import DEFAULT_RULE
from rapport.services import owners
from rapport.services.challenge import challenge as challenges
from rapport.services.challenge.challenge import CannotStart
from rapport.services.owners import OwnerView
from rapport.services.setup import setup
from rapport.web.forms.challenge import ChallengeForm
from rapport.web.forms.setup import OfferForm, PeopleForm, YouForm
from rapport.web.owner import owner_of, today_of
from rapport.web.pages import done, go, show
from rapport.web.views import challenge as challenge_views

STEPS: Final[tuple[tuple[str, Promise], ...]] = (
    ("setup-you", gettext_lazy("You")),
    ("setup-people", gettext_lazy("Your people")),
    ("setup-challenge", gettext_lazy("Your challenge")),
    ("setup-offers", gettext_lazy("What you give")),
)
F = TypeVar("F", bound=forms.Form)
ANSWERED: Final = "setup_answered"  # in the session: the steps that were answered, not skipped


def first(request: HttpRequest) -> HttpResponse:
    """The first step."""
    return go(STEPS[0][0])


@require_http_methods(["GET", "HEAD", "POST"])
def you(request: HttpRequest) -> HttpResponse:
    """Name, place, language, rest and time."""
    owner = owner_of(request)
    form = YouForm(request.POST or None, initial=values_of(owner))
    guess = not owner.is_set_up and owner.time_zone == "UTC"

    def keep(sent: YouForm) -> bool:
        owners.edit(owner.id, at=clock.now(), **sent.columns())
        return True

    guessed = frozenset({"time_zone"}) if guess else frozenset[str]()  # filled by the page, not typed
    if onward := _onward(request, "setup-you", form, keep, guessed):
        return onward
    return _step(request, "setup-you", {"form": form, "guess_zone": guess})


@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Names of people one knows already."""
    owner = owner_of(request)
    form = PeopleForm(request.POST or None)

    def keep(sent: PeopleForm) -> bool:
        added = setup.add_known_people(owner.id, sent.cleaned_data["names"], at=clock.now())
        if added.batch_id:
            told = ngettext("%(count)s person added.", "%(count)s people added.", added.added)
            done(request, told % {"count": added.added}, added.batch_id)
        return bool(sent.cleaned_data["names"])

    if onward := _onward(request, "setup-people", form, keep):
        return onward
    return _step(request, "setup-people", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def challenge(request: HttpRequest) -> HttpResponse:
    """The days, the goals and the hope; a challenge begun here before is changed, not doubled."""
    owner = owner_of(request)
    begun = challenges.current(owner.id, today_of(owner))
    if begun is None or begun.ends_on < today_of(owner):
        form, preset = challenge_views.first_form(request, owner)
        more = challenge_views.choices(preset)
    else:
        values = challenge_views.values_of(begun, owner)
        form = ChallengeForm(request.POST or None, initial=values, country=owner.country)
        more = {"presets": ()}

    def keep(sent: ChallengeForm) -> bool:
        if begun is None or begun.ends_on < today_of(owner):
            return challenge_views.start(sent, owner)
        return _changed(sent, owner, begun)

    if onward := _onward(request, "setup-challenge", form, keep):
        return onward
    return _step(request, "setup-challenge", {"form": form, **more})


@require_http_methods(["GET", "HEAD", "POST"])
def offers(request: HttpRequest) -> HttpResponse:
    """What one gives and looks for; the last step."""
    owner = owner_of(request)
    told = setup.mine(owner.id)
    start = {
        "offers": "\n".join(told.offers),
        "needs": "\n".join(told.needs),
        "dreams": "\n".join(told.dreams),
        "topics": "\n".join(owner.topics),
        "about": owner.about,
    }
    form = OfferForm(request.POST or None, initial=start)

    def keep(sent: OfferForm) -> bool:
        data = sent.cleaned_data
        mine = setup.Mine(tuple(data["offers"]), tuple(data["needs"]), tuple(data["dreams"]))
        setup.tell_mine(
            owner.id, mine, topics=data["topics"], about=data["about"], on=today_of(owner), at=clock.now()
        )
        return any(data.values())

    if onward := _onward(request, "setup-offers", form, keep):
        return onward
    return _step(request, "setup-offers", {"form": form})


def values_of(owner: OwnerView) -> dict[str, Any]:
    """The owner as the form shows them."""
    return {
        "name": owner.name,
        "city": owner.city,
        "country": owner.country,
        "time_zone": owner.time_zone,
        "language": owner.language,
        "rest_weekdays": [str(number) for number in owner.rest_weekdays],
        "weekly_minutes": owner.weekly_minutes,
        "nudge_from": str(owner.nudge_from),
        "nudge_to": str(owner.nudge_to),
    }


def _onward(
    request: HttpRequest,
    name: str,
    form: F,
    keep: Callable[[F], bool],
    guessed: frozenset[str] = frozenset(),
) -> HttpResponse | None:
    """Where the tapped button leads, with what was typed kept; None while the step wants a look.

    Whoever leaves sideways keeps what is right in the form, and begins nothing by typing nothing.
    """
    if request.method != "POST" or not form.is_bound:
        return None
    names = [step for step, _label in STEPS]
    wanted = request.POST.get("go", "")
    if wanted in (*names, "welcome", "today"):
        _put_back_what_is_wrong(form)
        if form.is_valid() and set(form.changed_data) - guessed and keep(form):
            _tick(request, name)
        if form.errors:
            return None
    elif form.is_valid():
        if keep(form):
            _tick(request, name)
        elif form.errors:
            return None
        wanted = dict(pairwise(names)).get(name, "today")
    else:
        return None
    return _finish(request, owner_of(request)) if wanted == "today" else go(wanted)


def _put_back_what_is_wrong(form: forms.Form) -> None:
    """Let the wrong fields say what they said before, so that the right ones can be kept."""
    sent: Any = form.data  # a QueryDict, as every form of a page has
    data = sent.copy()
    for name in form.errors:
        before = form.initial.get(name, "")
        data.setlist(name, before if isinstance(before, list) else [before])
    if form.errors:
        form.data = data
        form.full_clean()


def _tick(request: HttpRequest, name: str) -> None:
    """Remember that this step was answered, not skipped."""
    request.session[ANSWERED] = sorted({name, *request.session.get(ANSWERED, ())})


def _finish(request: HttpRequest, owner: OwnerView) -> HttpResponse:
    if not owner.is_set_up:
        owners.edit(owner.id, at=clock.now(), is_set_up=True)
        done(request, _("All set. Everything can be changed in the settings."))
    return go("today")


def _changed(form: ChallengeForm, owner: OwnerView, begun: Any) -> bool:
    try:
        challenges.edit(owner.id, begun.id, form.draft(begun.rule or DEFAULT_RULE), at=clock.now())
    except CannotStart as error:
        form.add_error("starts_on" if error.code == "overlap" else "days", challenge_views.why_not(error))
        return False
    return True


def _step(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    names = [step for step, _label in STEPS]
    here = names.index(name)
    answered = request.session.get(ANSWERED, ())
    steps = [
        {
            "label": str(label),
            "state": "current" if place == here else "done" if step in answered else "todo",
            "go": step,
        }
        for place, (step, label) in enumerate(STEPS)
    ]
    context |= {
        "steps": steps,
        "back": names[here - 1] if here else "welcome",
        "skip": reverse(names[here + 1]) if here + 1 < len(names) else "",
    }
    return show(request, f"setup/{name.removeprefix('setup-')}", context)
