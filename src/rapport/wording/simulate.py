"""What a pace did to made-up people, and how two paces compare."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.simulation.paces import SAME, Outcome, Pace
from rapport.wording.phrases import level

PACES: Final[Mapping[Pace, Promise]] = {
    Pace.GENTLER: gettext_lazy("Gentler: two thirds of your hours"),
    Pace.USUAL: gettext_lazy("Your hours, eased when energy is low"),
    Pace.ALL_HOURS: gettext_lazy("All your hours, whatever the energy"),
}
A_MODEL: Final = gettext_lazy(
    "This is a model, not a forecast. Made-up people live the same days at each pace; every figure in it is"
    " an assumption. It can say which pace is safer, not what will happen to you."
)


def row(one: Outcome) -> dict[str, str]:
    """One pace, cell by cell."""
    low, high = level(round(one.low)), level(round(one.high))
    return {
        "name": str(PACES[one.pace]),
        "connections": level(round(one.connections, 1)),
        "between": _("%(low)s to %(high)s") % {"low": low, "high": high},
        "dropped": _("%(count)s of %(people)s") % {"count": one.dropped, "people": one.people},
        "energy": level(round(1 + 4 * one.energy, 1)),
        "minutes": level(round(one.minutes / 60, 1)),
    }


def against(one: Outcome, usual: Outcome) -> str:
    """ "Gentler: about the same connections, half the drop-outs."."""
    said = {"connections": _connections(one, usual), "dropped": _dropped(one, usual)}
    return _("%(connections)s, %(dropped)s.") % said


def told(outcomes: Sequence[Outcome]) -> list[str]:
    """Each pace against the usual one."""
    usual = next((one for one in outcomes if one.pace is Pace.USUAL), None)
    if usual is None:
        return []
    return [
        _("%(pace)s. Against the eased pace: %(against)s")
        % {"pace": PACES[one.pace], "against": against(one, usual)}
        for one in outcomes
        if one is not usual
    ]


def _connections(one: Outcome, usual: Outcome) -> str:
    if not usual.connections or abs(one.connections / usual.connections - 1) < SAME:
        return _("about the same connections")
    share = round(100 * abs(one.connections / usual.connections - 1))
    if one.connections > usual.connections:
        return _("%(share)s %% more connections") % {"share": share}
    return _("%(share)s %% fewer connections") % {"share": share}


def _dropped(one: Outcome, usual: Outcome) -> str:
    """Of a couple of dozen people, a difference of one says nothing."""
    if abs(one.dropped - usual.dropped) <= 1:
        return _("as many who gave up")
    if one.dropped * 2 <= usual.dropped:
        return _("half as many who gave up, or fewer")
    if one.dropped >= usual.dropped * 2:
        return _("twice as many who gave up, or more")
    said = {"count": one.dropped, "other": usual.dropped}
    return (
        ngettext(
            "%(count)s person gave up, against %(other)s",
            "%(count)s people gave up, against %(other)s",
            one.dropped,
        )
        % said
    )
