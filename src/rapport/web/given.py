"""What a series of gatherings gave, and what could be done about it, ready to be drawn."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rapport.domain.gatherings.yields import Advice
from rapport.services.gatherings.yields import Gave
from rapport.wording import gatherings as words


def given_view(gave: Gave, today: date, total: int = 0) -> dict[str, Any]:
    """What one series or name gave, and what could be done, as `given` draws it."""
    told, series = gave.told, gave.series
    is_gone = bool(series and series.let_go_on)
    proposes = told.advice in (Advice.GO_REGULARLY, Advice.KEEP_RHYTHM) and not is_gone
    return {
        "name": told.name,
        "url": reverse("series", args=[series.id]) if series else "",
        "share": words.of_all(told.name, told.came.memorable, total),
        "gave": words.gave(told.came),
        "rate": "" if told.came.is_early or not told.came.met else words.per_hour(told.came.rate),
        "low": told.came.share.low,
        "high": told.came.share.high,
        "rate_share": told.came.share.rate,
        "grew": words.grew(told.came),
        "advice": _("You let it go.") if is_gone else words.advice(told.advice, gave.rhythm_days),
        "next": words.next_date(gave.next_on, today, is_planned=gave.is_planned),
        "days": gave.rhythm_days,
        "on": gave.next_on.isoformat() if gave.next_on and not gave.is_planned else "",
        "regularly": _regularly(gave) if proposes else "",
        "regularly_url": reverse("series-rhythm", args=[series.id]) if series else "",
        "let_go_url": _let_go_url(gave),
        "take_up_url": reverse("series-take-up", args=[series.id]) if series and is_gone else "",
    }


def _regularly(gave: Gave) -> str:
    """The words of the one tap; empty where nothing is left to do."""
    if gave.series is None or (
        gave.told.advice is Advice.KEEP_RHYTHM and (gave.is_planned or not gave.next_on)
    ):
        return ""
    if gave.told.advice is Advice.KEEP_RHYTHM:
        return _("Write the next date down")
    return _("Go %(rhythm)s") % {"rhythm": words.often(gave.rhythm_days)}


def _let_go_url(gave: Gave) -> str:
    wants = gave.told.advice is Advice.LET_GO and gave.series and not gave.series.let_go_on
    return reverse("series-let-go", args=[gave.series.id]) if wants and gave.series else ""
