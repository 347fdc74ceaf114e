"""Words for the hope, for where it all came from, and for gatherings."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.learning.learning import Way
from rapport.domain.retrospective.values import Code, Finding
from rapport.wording.dates import listed


def _came(finding: Finding) -> str:
    numbers = dict(finding.numbers)
    if not numbers["connections"]:
        return _("No connection came yet, by the rule you set.")
    return (
        ngettext(
            "%(connections)s connection came, on %(days_with)s of %(days)s days.",
            "%(connections)s connections came, on %(days_with)s of %(days)s days.",
            numbers["connections"],
        )
        % numbers
    )


def _hope(after: Callable[[], str]) -> Callable[[Finding, list[str]], str]:
    def say(finding: Finding, names: list[str]) -> str:
        hoped = ngettext(
            "You hoped for %(hope)s connection.",
            "You hoped for %(hope)s connections.",
            finding.number("hope"),
        ) % {"hope": finding.number("hope")}
        return " ".join(filter(None, (hoped, _came(finding), after())))

    return say


def _no_hope(finding: Finding, names: list[str]) -> str:
    return " ".join((_("You set no number to reach."), _came(finding)))


def _weekday(day: int) -> str:
    return (
        _("Mondays"), _("Tuesdays"), _("Wednesdays"), _("Thursdays"), _("Fridays"), _("Saturdays"),
        _("Sundays"),
    )[day]  # fmt: skip


def _rest_days(finding: Finding, names: list[str]) -> str:
    numbers = dict(finding.numbers)
    if "weekday" in numbers and numbers["rest_days"] > 1:
        rest = _("%(rest_days)s of the %(days)s days were %(weekdays)s.") % {
            "rest_days": numbers["rest_days"],
            "days": numbers["days"],
            "weekdays": _weekday(int(numbers["weekday"])),
        }
    else:
        rest = (
            ngettext(
                "%(rest_days)s of the %(days)s days was a day of rest.",
                "%(rest_days)s of the %(days)s days were days of rest.",
                numbers["rest_days"],
            )
            % numbers
        )
    room = _("One a day on all the others makes %(room)s, so a hope of %(hope)s was out of reach.") % numbers
    return f"{rest} {room}"


def _without_rest(finding: Finding, names: list[str]) -> str:
    return _(
        "%(hope)s in %(days)s days asks for someone new every day, without a day off. Hardly anyone can do "
        "that."
    ) % dict(finding.numbers)


def _left_room(finding: Finding, names: list[str]) -> str:
    numbers = dict(finding.numbers)
    return (
        ngettext(
            "A hope of %(hope)s in %(days)s days left %(rest_days)s day free for rest.",
            "A hope of %(hope)s in %(days)s days left %(rest_days)s days free for rest.",
            numbers["rest_days"],
        )
        % numbers
    )


def _goal(finding: Finding) -> str:
    goal = finding.number("goal")
    meant = {
        Way.PITCH: ngettext(
            "You meant to send %(goal)s pitch and sent %(done)s.",
            "You meant to send %(goal)s pitches and sent %(done)s.",
            goal,
        ),
        Way.ASK: ngettext(
            "You meant to ask %(goal)s person for an introduction and asked %(done)s.",
            "You meant to ask %(goal)s people for an introduction and asked %(done)s.",
            goal,
        ),
        Way.GATHERING: ngettext(
            "You meant to go to %(goal)s gathering and went to %(done)s.",
            "You meant to go to %(goal)s gatherings and went to %(done)s.",
            goal,
        ),
        Way.RECONNECT: ngettext(
            "You meant to write to %(goal)s person you had lost touch with and wrote to %(done)s.",
            "You meant to write to %(goal)s people you had lost touch with and wrote to %(done)s.",
            goal,
        ),
        Way.GIVE: ngettext(
            "You meant to offer help %(goal)s time and did so %(done)s times.",
            "You meant to offer help %(goal)s times and did so %(done)s times.",
            goal,
        ),
        Way.FOLLOW_UP: ngettext(
            "You meant to follow up %(goal)s time and noted %(done)s.",
            "You meant to follow up %(goal)s times and noted %(done)s.",
            goal,
        ),
    }
    return (meant[finding.way] if finding.way else "") % dict(finding.numbers)


def _goal_kept(finding: Finding, names: list[str]) -> str:
    return " ".join((_goal(finding), _("That part was in your hands, and you did it.")))


def _goal_open(finding: Finding, names: list[str]) -> str:
    return " ".join((_goal(finding), _("The rest can wait, or be let go.")))


def _through(finding: Finding, names: list[str]) -> str:
    return _(
        "%(descended)s of the %(total)s connections and opportunities of these days came through %(names)s."
    ) % {**dict(finding.numbers), "names": listed(names)}


def _few_close(finding: Finding, names: list[str]) -> str:
    close = ngettext(
        "That is someone close to you.", "These are people close to you.", finding.number("introducers")
    )
    return " ".join((_through(finding, names), close))


def _few_distant(finding: Finding, names: list[str]) -> str:
    distant = ngettext(
        "And that is someone you hardly know: an acquaintance reaches where friends do not.",
        "And you hardly know them: acquaintances reach where friends do not.",
        finding.number("introducers"),
    )
    return " ".join((_through(finding, names), distant))


def _few(finding: Finding, names: list[str]) -> str:
    close = ngettext(
        "%(close)s of them is close to you.", "%(close)s of them are close to you.", finding.number("close")
    ) % {"close": finding.number("close")}
    return " ".join((_through(finding, names), close))


def _spread(finding: Finding, names: list[str]) -> str:
    return _(
        "No single person stands behind it: %(descended)s of %(total)s connections and opportunities came "
        "through %(introducers)s different people."
    ) % dict(finding.numbers)


def _own(finding: Finding, names: list[str]) -> str:
    own = finding.number("total") - finding.number("descended")
    return _(
        "%(own)s of the %(total)s connections and opportunities you found without anybody introducing you."
    ) % {"own": own, "total": finding.number("total")}


def _sizes(after: Callable[[], str]) -> Callable[[Finding, list[str]], str]:
    def say(finding: Finding, names: list[str]) -> str:
        counts = _(
            "At gatherings of up to 100 people you met %(small_encounters)s new people, %(small_memorable)s "
            "of them memorable. At larger ones you met %(large_encounters)s, %(large_memorable)s of them "
            "memorable."
        ) % dict(finding.numbers)
        return f"{counts} {after()}"

    return say


def _best(finding: Finding, names: list[str]) -> str:
    numbers = {**dict(finding.numbers), "name": listed(names)}
    return (
        ngettext(
            "%(name)s gave you %(memorable)s memorable person among the %(encounters)s you met there.",
            "%(name)s gave you %(memorable)s memorable people among the %(encounters)s you met there.",
            finding.number("memorable"),
        )
        % numbers
    )


def _stretch_opened(finding: Finding, names: list[str]) -> str:
    numbers = {**dict(finding.numbers), "names": listed(names)}
    return (
        ngettext(
            "You went outside your comfort zone to %(names)s. It opened %(opportunities)s opportunity that "
            "nobody had planned.",
            "You went outside your comfort zone to %(names)s. It opened %(opportunities)s opportunities that "
            "nobody had planned.",
            finding.number("opportunities"),
        )
        % numbers
    )


def _stretch_not_yet(finding: Finding, names: list[str]) -> str:
    said = _("You went outside your comfort zone to %(names)s. No opportunity came of it so far.") % {
        "names": listed(names)
    }
    memorable = finding.number("memorable")
    if not memorable:
        return said
    met = ngettext(
        "You did meet %(memorable)s memorable person there.",
        "You did meet %(memorable)s memorable people there.",
        memorable,
    ) % {"memorable": memorable}
    return f"{said} {met}"


SPEAKERS = {
    Code.HOPE_MISSED_BY_FAR: _hope(lambda: _("A long way from the number, and a hope is no debt.")),
    Code.HOPE_PARTLY_MET: _hope(lambda: _("That is half of it or more.")),
    Code.HOPE_MET: _hope(lambda: ""),
    Code.HOPE_OPEN: _hope(lambda: _("There are days left.")),
    Code.NO_HOPE_SET: _no_hope,
    Code.HOPE_COUNTED_REST_DAYS: _rest_days,
    Code.HOPE_WITHOUT_REST: _without_rest,
    Code.HOPE_LEFT_ROOM: _left_room,
    Code.ACTION_GOAL_KEPT: _goal_kept,
    Code.ACTION_GOAL_OPEN: _goal_open,
    Code.FEW_CLOSE_INTRODUCERS: _few_close,
    Code.FEW_DISTANT_INTRODUCERS: _few_distant,
    Code.FEW_INTRODUCERS: _few,
    Code.SPREAD_ORIGINS: _spread,
    Code.OWN_ORIGINS: _own,
    Code.SMALL_GATHERINGS_MEMORABLE: _sizes(
        lambda: _("Small ones suit you better, and chance alone would hardly do that.")
    ),
    Code.LARGE_GATHERINGS_MEMORABLE: _sizes(
        lambda: _("Large ones suit you better, and chance alone would hardly do that.")
    ),
    Code.GATHERING_SIZE_UNTOLD: _sizes(lambda: _("That is too little to tell which suits you better.")),
    Code.BEST_GATHERING: _best,
    Code.STRETCH_OPENED_OPPORTUNITY: _stretch_opened,
    Code.STRETCH_OPENED_NOTHING: _stretch_not_yet,
}
