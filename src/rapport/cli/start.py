"""rapport start: set yourself up and begin a challenge."""

import argparse
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.cli.output import OK, BadInput, print_json, say
from rapport.cli.session import Session, add_day, number, open_session, text
from rapport.domain.challenge.challenge import ActionGoal, Challenge
from rapport.domain.challenge.presets import Preset, length, suggested_goals
from rapport.domain.learning.learning import Way
from rapport.services import owners
from rapport.services.challenge import challenge as challenges
from rapport.services.challenge.challenge import LONGEST, CannotStart, Draft
from rapport.wording.board import rest_days
from rapport.wording.dates import day
from rapport.wording.verdicts import rule_in_words
from rapport.wording.words import word

NONE = "none"
WEEKDAYS = (
    ("mon", "lun"),
    ("tue", "mar"),
    ("wed", "mer"),
    ("thu", "jeu"),
    ("fri", "ven"),
    ("sat", "sam"),
    ("sun", "dim"),
)
MOST = 1000  # of one goal, or of a hope


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_day(parser, _("the first day; today where nothing is said"))
    length_ = parser.add_mutually_exclusive_group()
    length_.add_argument("--days", type=number(1, LONGEST), metavar="N", help=_("how many days"))
    length_.add_argument(
        "--preset", choices=[str(preset) for preset in Preset if preset is not Preset.CUSTOM],
        help=_("month (30 days), gentle (6 weeks) or working (21 working days)"),
    )  # fmt: skip
    parser.add_argument("--name", type=text(200), default="", help=_("what you call it"))
    parser.add_argument("--why", type=text(), default="", metavar="TEXT", help=_("what for, in one sentence"))
    parser.add_argument(
        "--rest", type=_weekdays, metavar="DAYS", help=_("days of rest, for example sat,sun; or none")
    )
    parser.add_argument(
        "--holidays", metavar="CC", help=_("rest on the public holidays of this country (FR, US …)")
    )
    parser.add_argument(
        "--goal", type=_goal, action="append", metavar="WAY=N",
        help=_("something to do so many times: ask, gathering, pitch, reconnect, give …; or none"),
    )  # fmt: skip
    parser.add_argument(
        "--hope", type=number(0, MOST), metavar="N", help=_("connections you hope for; never owed")
    )
    about_you = parser.add_argument_group(_("about you"))
    about_you.add_argument("--your-name", type=text(200), metavar="NAME", help=_("how you are called"))
    about_you.add_argument("--city", type=text(200), help=_("where you live"))
    about_you.add_argument(
        "--country", type=_country, metavar="CC", help=_("the country of the city (FR, US …)")
    )
    about_you.add_argument("--time-zone", type=_zone, metavar="ZONE", help=_("for example Europe/Paris"))
    about_you.add_argument("--language", choices=[code for code, _name in settings.LANGUAGES])
    about_you.add_argument(
        "--weekly-minutes",
        type=number(10, 7 * 24 * 60),
        metavar="N",
        help=_("minutes a week you mean to give it"),
    )


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    draft = _draft(args, session)
    try:
        with transaction.atomic():  # two steps to take back, but both or neither
            owners.edit(session.owner.id, at=session.now, **_about_you(args, session))
            challenge_id = challenges.start(session.owner.id, draft, at=session.now)
    except CannotStart as refused:
        raise _refusal(refused) from None
    challenge = challenges.read(session.owner.id, challenge_id)
    if args.json:
        print_json(
            {"challenge": challenge, "ends_on": challenge.ends_on, "owner": owners.read(session.owner.id)}
        )
    else:
        show(challenge)
    return OK


def show(challenge: Challenge) -> None:
    """What was made, in words."""
    days = ngettext("%(count)s day", "%(count)s days", challenge.days) % {"count": challenge.days}
    first, last = day(challenge.starts_on), day(challenge.ends_on)
    say(
        _("Your challenge: %(days)s, from %(first)s to %(last)s.")
        % {"days": days, "first": first, "last": last}
    )
    if challenge.intention:
        say(_("Why: %(why)s") % {"why": challenge.intention})
    say(rest_days(challenge))
    if challenge.action_goals:
        said = ", ".join(
            _("%(way)s: %(count)s times") % {"way": word(goal.way), "count": goal.count}
            for goal in challenge.action_goals
        )
        say(_("To do, over the whole challenge: %(goals)s.") % {"goals": said})
    if challenge.hope_count is not None:
        hoped = ngettext(
            "You hope for %(count)s connection. A hope is never owed.",
            "You hope for %(count)s connections. A hope is never owed.",
            challenge.hope_count,
        )
        say(hoped % {"count": challenge.hope_count})
    say()
    for sentence in rule_in_words(challenge.rule):
        say(sentence)
    say()
    say(_("Next: “rapport today”, and after a meeting “rapport log coffee with Mary”."))


def _draft(args: argparse.Namespace, session: Session) -> Draft:
    starts_on = args.on or session.today
    rest = args.rest if args.rest is not None else frozenset(session.owner.rest_weekdays)
    if len(rest) == 7:
        raise BadInput(_("At least one day of the week is needed for the challenge."), "no_day_left")
    holidays = _holidays(args.holidays, starts_on)
    preset = Preset(args.preset) if args.preset else Preset.MONTH
    days = args.days or length(preset, starts_on, rest, frozenset(holidays))
    goals = suggested_goals(preset, days) if args.goal is None else tuple(filter(None, args.goal))
    if len({goal.way for goal in goals}) < len(goals):
        raise BadInput(_("A goal is named twice."), "bad_goal")
    within = [on for on in holidays if (on - starts_on).days < days]
    return Draft(
        starts_on=starts_on,
        days=days,
        name=args.name,
        intention=args.why,
        rest_weekdays=rest,
        rest_dates=frozenset(within),
        action_goals=goals,
        hope_count=args.hope,
    )


def _about_you(args: argparse.Namespace, session: Session) -> dict[str, object]:
    said: dict[str, object] = {
        "name": args.your_name,
        "city": args.city,
        "country": args.country,
        "time_zone": args.time_zone,
        "language": args.language,
        "weekly_minutes": args.weekly_minutes,
        "rest_weekdays": sorted(args.rest) if args.rest is not None else None,
    }
    if not session.owner.is_set_up and not session.owner.is_demo:
        said["time_zone"] = args.time_zone or _machine_zone() or session.owner.time_zone
    return {name: value for name, value in said.items() if value is not None} | {"is_set_up": True}


def _holidays(country: str | None, starts_on: date) -> list[date]:
    if country is None:
        return []
    found = challenges.public_holidays(_country(country), starts_on, LONGEST)
    if not found:
        raise BadInput(
            _("No public holidays are known for “%(country)s”. Use two letters: FR, US, DE …")
            % {"country": country},
            "bad_country",
        )
    return list(found)


def _refusal(refused: CannotStart) -> BadInput:
    if refused.other is None:
        return BadInput(_("A challenge has from 1 to %(longest)s days.") % {"longest": LONGEST}, refused.code)
    facts = {"first": day(refused.other.starts_on), "last": day(refused.other.ends_on)}
    return BadInput(
        _(
            "Another challenge runs from %(first)s to %(last)s, and a day belongs to one challenge."
            " Begin after it, or take the last step back with “rapport undo”."
        )
        % facts,
        refused.code,
        other=refused.other.id,
    )


def _weekdays(typed: str) -> frozenset[int]:
    """ "sat,sun" (or "sam,dim"), or "none"."""
    if typed.strip().casefold() == NONE:
        return frozenset()
    places = {name: place for place, names in enumerate(WEEKDAYS) for name in names}
    said = [part.strip().casefold()[:3] for part in typed.split(",")]
    if not all(part in places for part in said):
        raise BadInput(
            _("“%(typed)s” should be days of the week, for example sat,sun; or none.")
            % {"typed": typed[:40]},
            "bad_weekday",
        )
    return frozenset(places[part] for part in said)


def _goal(typed: str) -> ActionGoal | None:
    """ "pitch=10"; "none" for no goal at all."""
    if typed.strip().casefold() == NONE:
        return None
    way, _equals, count = typed.partition("=")
    if way not in list(Way):
        raise BadInput(
            _("“%(typed)s” should be a way and a number, for example pitch=10. The ways: %(ways)s.")
            % {"typed": typed[:40], "ways": ", ".join(Way)},
            "bad_goal",
        )
    return ActionGoal(Way(way), number(1, MOST)(count))


def _country(typed: str) -> str:
    if len(typed) == 2 and typed.isascii() and typed.isalpha():
        return typed.upper()
    raise BadInput(
        _("“%(typed)s” should be a country in two letters, for example FR.") % {"typed": typed[:40]},
        "bad_country",
    )


def _zone(typed: str) -> str:
    try:
        return ZoneInfo(typed).key
    except (ValueError, OSError, LookupError):  # ZoneInfoNotFoundError is a LookupError
        raise BadInput(
            _("“%(typed)s” is no time zone. Write it like Europe/Paris.") % {"typed": typed[:40]},
            "bad_time_zone",
        ) from None


def _machine_zone() -> str | None:
    """The zone this machine lives in, where it says so by name."""
    parts = Path("/etc/localtime").resolve().parts
    if "zoneinfo" not in parts:
        return None
    name = "/".join(parts[parts.index("zoneinfo") + 1 :])
    try:
        return ZoneInfo(name).key
    except (ValueError, OSError, LookupError):
        return None
