"""Small pieces that many sentences are made of: odds, intervals, numbers."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from rapport.domain.learning.learning import Share, friendly


def labelled(label: object, value: object) -> str:
    """ "Karen: 3 people", with the space that the language puts before a colon."""
    return _("%(label)s: %(value)s") % {"label": label, "value": value}


def odds(rate: float) -> str:
    """The nearest odds people say aloud: 1 in 8."""
    came, of = friendly(rate)
    return pgettext("odds, as in 1 in 8", "%(came)s in %(of)s") % {"came": came, "of": of}


def level(value: float) -> str:
    """A number of at most one decimal, as the language writes it."""
    return number_format(value, 0 if float(value).is_integer() else 1)


def between(share: Share) -> str:
    """ "1 in 8 to 1 in 2"; "up to 4 in 5" where it may be none at all."""
    if friendly(share.low)[0] == 0:
        return _("up to %(high)s") % {"high": odds(share.high)}
    return _("%(low)s to %(high)s") % {"low": odds(share.low), "high": odds(share.high)}


def interval(share: Share) -> str:
    """What so few tries cannot tell."""
    low, high = friendly(share.low), friendly(share.high)
    numbers = {"tried": share.tried, "low": odds(share.low), "high": odds(share.high)}
    if low[0] == 0 and high == (1, 1):
        return _("With so few tries the true rate may be anything.")
    if low[0] == 0:
        text = ngettext(
            "With %(tried)s try the true rate may be anything up to %(high)s.",
            "With %(tried)s tries the true rate may be anything up to %(high)s.",
            share.tried,
        )
    elif high == (1, 1):
        text = ngettext(
            "With %(tried)s try the true rate may be anything from %(low)s up.",
            "With %(tried)s tries the true rate may be anything from %(low)s up.",
            share.tried,
        )
    elif low == high:
        return _("The true rate is about %(low)s.") % numbers
    else:
        text = ngettext(
            "With %(tried)s try the true rate may be anywhere from %(low)s to %(high)s.",
            "With %(tried)s tries the true rate may be anywhere from %(low)s to %(high)s.",
            share.tried,
        )
    return text % numbers
