"""Why a gathering fits, in one plain sentence, and the numbers behind it."""

from collections.abc import Mapping
from typing import Final

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from rapport.domain.gatherings.fit import Fit, Reason, Sign
from rapport.domain.gatherings.yields import Estimate
from rapport.wording import dates

TOLD: Final = 3  # reasons in the sentence
IN_TOWN: Final = 5.0  # km

SIGNS: Final[Mapping[Sign, Promise]] = {
    Sign.SERIES_GAVE: gettext_lazy("it gave you %(people)s in %(visits)s"),
    Sign.SERIES_GAVE_NOTHING: gettext_lazy("it gave you nobody to remember in %(visits)s"),
    Sign.SIZE_GAVE: gettext_lazy("gatherings of this size gave you %(people)s in %(visits)s"),
    Sign.SIZE_GAVE_LITTLE: gettext_lazy("gatherings of this size gave you little: %(people)s in %(visits)s"),
    Sign.SMALL: gettext_lazy("small: %(size)s"),
    Sign.LARGE: gettext_lazy("rather large: %(size)s"),
    Sign.CONFERENCE: gettext_lazy("a crowd: three people to find, not three thousand"),
    Sign.COMES_AGAIN: gettext_lazy("it comes again"),
    Sign.NEAR: gettext_lazy("%(km)s km away"),
    Sign.FAR: gettext_lazy("far, %(km)s km away"),
    Sign.ONLINE: gettext_lazy("online"),
    Sign.ON_TOPIC: gettext_lazy("about %(names)s"),
    Sign.IS_FREE: gettext_lazy("nothing else is in your calendar then"),
    Sign.IS_BUSY: gettext_lazy("something else is in your calendar then: %(names)s"),
    Sign.REST_DAY: gettext_lazy("on one of your rest days"),
    Sign.NO_COST: gettext_lazy("free of charge"),
    Sign.COSTS: gettext_lazy("it costs %(price)s"),
    Sign.INVITED: gettext_lazy("%(names)s invited you"),
    Sign.KNOWN_THERE: gettext_lazy("you may see %(names)s there"),
    Sign.STRETCH: gettext_lazy("a stretch: not what you would usually go to"),
}
QUIET: Final = frozenset({Sign.NO_COST, Sign.IS_FREE, Sign.COSTS})  # told when there is room


def sentence(fit: Fit) -> str:
    """ "It gave you 3 people to remember in one visit, Karen invited you, in your city."; may be empty."""
    loud = [reason for reason in fit.reasons if reason.sign not in QUIET]
    stretch = [reason for reason in loud if reason.sign is Sign.STRETCH]
    others = [reason for reason in loud if reason.sign is not Sign.STRETCH]
    quiet = [reason for reason in fit.reasons if reason.sign in QUIET]
    said = [told(reason) for reason in [*stretch, *others, *quiet][:TOLD]]
    joined = pgettext("between the reasons for a gathering", ", ").join(filter(None, said))
    return f"{capfirst(joined)}." if joined else ""


def told(reason: Reason) -> str:
    """One reason, as a part of a sentence."""
    if reason.sign is Sign.NEAR and reason.number("km") < IN_TOWN:
        return _("in your city")
    if reason.sign in (Sign.SMALL, Sign.LARGE) and not reason.numbers:
        return _("small") if reason.sign is Sign.SMALL else _("rather large")
    numbers = dict(reason.numbers)
    parts = {
        "names": dates.listed(reason.names),
        "people": to_remember(int(numbers.get("people", 0))),
        "visits": visits(int(numbers.get("visits", 0))),
        "size": crowd(int(numbers.get("size", 0))),
        "km": round(numbers.get("km", 0.0)),
        "price": price(numbers.get("price", 0.0), "".join(reason.names)),
    }
    return str(SIGNS[reason.sign]) % parts


def behind(fit: Fit) -> list[tuple[str, str]]:
    """The numbers of the sentence, as terms and values."""
    said = [(_("To expect"), expected(fit.estimate)), (_("Learned from"), _learned(fit.estimate))]
    said.append((_("Time"), hours(fit.minutes / 60)))
    for reason in fit.reasons:
        if reason.sign in (Sign.NEAR, Sign.FAR):
            said.append((_("Distance"), _("%(km)s km from your place") % {"km": round(reason.number("km"))}))
        elif reason.sign is Sign.COSTS:
            said.append((_("Price"), price(reason.number("price"), "".join(reason.names))))
    return said


def expected(estimate: Estimate) -> str:
    """ "about 0.9 people to remember; between 0.2 and 2.1 in 8 of 10 cases"."""
    parts = {name: decimal(getattr(estimate, name)) for name in ("mean", "low", "high")}
    return (
        _("about %(mean)s people to remember in one visit; between %(low)s and %(high)s, 8 times in 10")
        % parts
    )


def _learned(estimate: Estimate) -> str:
    if not estimate.visits:
        return _("a first guess: you have not been to one like it")
    parts = {"people": to_remember(estimate.people), "visits": visits(estimate.visits)}
    return _("%(people)s in %(visits)s, and a first guess") % parts


def to_remember(count: int) -> str:
    if not count:
        return _("nobody to remember")
    return ngettext("%(count)s person to remember", "%(count)s people to remember", count) % {"count": count}


def visits(count: int) -> str:
    if count == 1:
        return _("one visit")
    return ngettext("%(count)s visit", "%(count)s visits", count) % {"count": count}


def crowd(count: int) -> str:
    grouped = number_format(count, use_l10n=True, force_grouping=True)
    return ngettext("%(count)s person", "%(count)s people", count) % {"count": grouped}


def price(amount: float, currency: str) -> str:
    """ "25 EUR"."""
    figure = number_format(amount, decimal_pos=0 if amount == int(amount) else 2, use_l10n=True)
    return f"{figure}\u00a0{currency}" if currency else figure


def hours(count: float) -> str:
    """ "1.5 hours", "50 minutes"."""
    if count < 1:
        minutes = round(count * 60)
        return ngettext("%(count)s minute", "%(count)s minutes", minutes) % {"count": minutes}
    whole = round(count * 2) / 2
    if whole == 1:
        return _("an hour")
    if whole == 1.5:  # no plural rule fits: plural in English, singular in French
        return _("an hour and a half")
    return _("%(count)s hours") % {"count": decimal(whole)}


def decimal(value: float) -> str:
    """At most one place: 0.9, 12."""
    rounded = round(value, 1)
    return number_format(rounded, decimal_pos=0 if rounded == int(rounded) else 1, use_l10n=True)
