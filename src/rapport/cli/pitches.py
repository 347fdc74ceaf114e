"""rapport pitches: the dream list, what is on its way, what came of it, and which to send this week."""

import argparse

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.cli.actions import add_action, add_name_options
from rapport.cli.output import OK, BadInput, plain, print_json, say, show_table
from rapport.cli.session import Session, add_day, day, number, open_session, required, text
from rapport.domain.learning.learning import Share
from rapport.domain.pitches.pitches import LONGEST_WAIT, MOST_NUDGES, Stage
from rapport.domain.text import fold
from rapport.services.pitches import pitches
from rapport.services.pitches.pages import Ladder, PitchCard, PitchesPage, ladder, listing
from rapport.wording import pitches as words
from rapport.wording.dates import short_day
from rapport.wording.words import heading

YES_NO = {"yes": True, "no": False}
NEVER = "never"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = add_action(parser, _("write down a pitch, or take it a stage further"))
    add.add_argument("organisation", metavar="ORG", type=text(200), help=_("to whom"))
    add.add_argument(
        "--stage", choices=[str(stage) for stage in Stage], default=Stage.DREAM,
        help=_("how far it is; a dream where nothing is said"),
    )  # fmt: skip
    add.add_argument("--to", type=text(200), metavar="PERSON", help=_("the person there"))
    add.add_argument("--fright", type=number(1, 5), metavar="N", help=_("from 1 (easy) to 5 (terrifying)"))
    add.add_argument("--hopeful", choices=list(YES_NO), help=_("do you expect an answer?"))
    add.add_argument("--due", type=day, metavar="DATE", help=_("the day of the call, or of the next step"))
    add_day(add, _("the day it got there; today where nothing is said"))
    add_name_options(add)
    order = parser.add_argument_group(_("the ladder"))
    order.add_argument("--easier", metavar="ORG", type=text(200), help=_("move it one rung towards easy"))
    order.add_argument("--scarier", metavar="ORG", type=text(200), help=_("move it one rung towards scary"))
    order.add_argument("--week", action="store_true", help=_("propose which to send in the next seven days"))
    order.add_argument("--yes", action="store_true", help=_("with --week: plan them so"))
    order.add_argument(
        "--write-again", metavar="DAYS", type=_days,
        help=_("working days after sending on which to write again: “3,10”, “5” or “never”"),
    )  # fmt: skip


def execute(args: argparse.Namespace) -> int:
    if args.action == "add":
        return _add(args)
    session = open_session()
    if args.write_again is not None:
        pitches.set_nudges(session.owner.id, args.write_again, at=session.now)
    if args.easier or args.scarier:
        _move(session, args.easier or args.scarier, -1 if args.easier else 1)
    if args.week:
        return _week(session, args)
    page = listing(session.owner.id, session.today)
    if args.json:
        print_json(document(page))
    else:
        show(page, session)
    return OK


def document(page: PitchesPage) -> dict[str, object]:
    """Every pitch, and what came of those sent."""
    told = page.record
    rungs = {card.pitch.id: at for at, card in enumerate(page.dreams, start=1)}
    return {
        "pitches": [
            {
                **plain(card.pitch),
                "rung": rungs.get(card.pitch.id),
                "nudge_on": card.nudge_on,
                "next": card.next,
                "is_due": card.is_due,
            }
            for card in page.cards
        ],
        "came_of_it": told.all,
        "waiting": told.waiting,
        "by_rung": [{"code": code, "share": share} for code, share in told.by_height],
        "by_path": [{"code": code, "share": share} for code, share in told.by_path],
        "dreaded": {
            "sent": page.corner.dreaded,
            "answered": page.corner.answered,
            "calls": page.corner.calls,
            "waiting": page.corner.waiting,
        },
        "write_again_after": page.nudge_after,
    }


def show(page: PitchesPage, session: Session) -> None:
    """Stage by stage; what is not sent goes from easy to scary."""
    if not page.cards:
        say(_("No pitch yet. “rapport pitches add ORG” puts one on the list."))
        return
    for column in page.columns:
        cards = page.dreams if column.stage in (Stage.DREAM, Stage.DRAFT) else column.cards
        found = [card for card in cards if card.pitch.stage is column.stage]
        if found:
            say(heading(column.stage))
            show_table([_cells(card, session) for card in found])
    told = page.record
    if told.all.tried:
        say()
        say(" ".join(filter(None, (words.came_of_it(told.all), words.waiting(told)))))
    groups: list[list[tuple[str, Share]]] = [
        [(str(words.HEIGHTS[height]), share) for height, share in told.by_height],
        [(str(words.PATHS[path]), share) for path, share in told.by_path],
    ]
    for rows in groups:
        if len(rows) > 1:
            show_table([(f"  {label}", f"{each.came}/{each.tried}", words.few(each)) for label, each in rows])
    if corner := words.corner(page.corner):
        say(corner)


def _week(session: Session, args: argparse.Namespace) -> int:
    """The proposal for the week ahead, planned when it is wanted so."""
    told = ladder(session.owner.id, session.today)
    picks = told.batch.picks
    if args.yes and picks:
        pitches.plan(session.owner.id, {pick.pitch_id: pick.on for pick in picks}, at=session.now)
    if args.json:
        print_json(_week_document(told, is_planned=bool(args.yes and picks)))
        return OK
    names = {rung.card.pitch.id: rung.card.pitch.organisation for rung in told.rungs}
    say(str(words.WEEKS[told.batch.week]))
    show_table([(f"  {short_day(pick.on)}", names[pick.pitch_id], words.pick(pick)) for pick in picks])
    for card in told.planned:
        say(f"  {card.pitch.organisation}  {words.due(card, session.today)}")
    if args.yes and picks:
        text = ngettext("%(count)s pitch is planned.", "%(count)s pitches are planned.", len(picks))
        say(text % {"count": len(picks)})
    return OK


def _week_document(told: Ladder, *, is_planned: bool) -> dict[str, object]:
    rungs = {rung.card.pitch.id: rung for rung in told.rungs}
    picks = [
        {
            "id": pick.pitch_id,
            "organisation": rungs[pick.pitch_id].card.pitch.organisation,
            "on": pick.on,
            "why": pick.why,
            "energy": pick.energy,
        }
        for pick in told.batch.picks
    ]
    ladder_ = [
        {
            "id": rung.card.pitch.id,
            "organisation": rung.card.pitch.organisation,
            "fright": rung.card.pitch.fright,
            "planned_on": rung.card.pitch.planned_on,
            "people": rung.there.people,
            "path": rung.there.path,
        }
        for rung in told.rungs
    ]
    return {"week": told.batch.week, "picks": picks, "planned": is_planned, "ladder": ladder_}


def _move(session: Session, organisation: str, by: int) -> None:
    wanted = fold(organisation)
    page = listing(session.owner.id, session.today)
    cards = [card for card in page.dreams if wanted in fold(card.pitch.organisation)]
    exact = [card for card in cards if fold(card.pitch.organisation) == wanted] or cards
    if len(exact) != 1:
        named = ", ".join(card.pitch.organisation for card in exact)
        sentence = (
            _("“%(name)s” could be several: %(named)s.") if exact else _("“%(name)s” is not on the ladder.")
        )
        code = "ambiguous" if exact else "not_there"
        raise BadInput(sentence % {"name": organisation, "named": named}, code)
    pitches.move(session.owner.id, exact[0].pitch.id, by, at=session.now)


def _days(typed: str) -> tuple[int, ...]:
    """ "3,10" as two numbers; "never" as none."""
    if typed == NEVER:
        return ()
    days = tuple(number(1, LONGEST_WAIT)(part.strip()) for part in typed.split(","))
    if len(days) > MOST_NUDGES or list(days) != sorted(set(days)):
        raise BadInput(_("Write one or two numbers, the smaller first: “3,10”."), "bad_days")
    return days


def _add(args: argparse.Namespace) -> int:
    from rapport.cli import entries, names  # start-up counts: a list needs neither
    from rapport.domain.quicklog.quicklog import Pitched, Span  # the same

    session = open_session(args.on)
    organisation = required(args.organisation, what=_("ORG"))
    if args.due and args.due < session.today:
        raise BadInput(_("--due lies before the day of the pitch."), "too_early")
    statement = Pitched(
        session.today,
        organisation,
        Span(0, len(organisation)),
        Stage(args.stage),
        person=names.named(args.to) if args.to else None,
        fright=args.fright,
        hopeful=YES_NO[args.hopeful] if args.hopeful else None,
        due=args.due,
    )
    return entries.enter(session, statement, organisation, args)


def _cells(card: PitchCard, session: Session) -> tuple[str, ...]:
    pitch = card.pitch
    since = short_day(pitch.stage_on) if pitch.stage_on else ""
    fright = _("scary %(figure)s of 5") % {"figure": pitch.fright} if pitch.fright else ""
    due = _("next step %(day)s") % {"day": short_day(pitch.due)} if pitch.due else ""
    nudge = _("time to write again") if card.is_due and not pitch.due else ""
    rest = _("may rest") if card.may_rest(session.today) else ""
    who = pitch.person.name if pitch.person else ""
    return ("  " + pitch.organisation, since, fright, due or nudge or rest, who)
