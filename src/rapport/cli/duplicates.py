"""rapport duplicates: who may be here twice, and merging those who surely are."""

import argparse
from typing import Any, Final

from django.utils.translation import gettext as _

from rapport.cli.output import OK, print_json, say
from rapport.cli.progress import Progress
from rapport.cli.session import Session, open_session
from rapport.cli.terminal import Cancelled, confirm, not_confirmed, somebody_is_there
from rapport.services.duplicates import duplicates
from rapport.services.duplicates.duplicates import Lookalikes
from rapport.wording import duplicates as words
from rapport.wording.phrases import labelled

SHOWN: Final = 20  # pairs, on the screen; --json has them all
ALL: Final = 1_000_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--merge-sure", action="store_true", help=_("merge all who surely are one person"))
    parser.add_argument("--yes", action="store_true", help=_("save without asking"))


def execute(args: argparse.Namespace) -> int:
    session = open_session()
    duplicates.look_again(session.owner.id, at=session.now)
    found = duplicates.look(session.owner.id, at=session.now, per_page=ALL if args.json else SHOWN)
    if args.merge_sure:
        return _merge(args, session, found)
    if args.json:
        print_json(document(found))
    else:
        _show(found)
    return OK


def _merge(args: argparse.Namespace, session: Session, found: Lookalikes) -> int:
    if found.sure.people and not args.yes:
        if not somebody_is_there(as_json=args.json):
            raise not_confirmed()
        _show_sure(found)
        if not confirm(_("Merge them?")):
            raise Cancelled
    with Progress() as progress:
        batch_id, people = duplicates.merge_sure(session.owner.id, at=session.now, progress=progress)
    if args.json:
        print_json({"people": people, "batch_id": batch_id})
    elif people:
        say(words.merged(people) + " " + _("“rapport undo” takes it all back."))
    else:
        say(_("Nothing was sure enough to merge."))
    return OK


def document(found: Lookalikes) -> dict[str, Any]:
    """Every pair with both people, and what is sure."""
    return {
        "total": found.total,
        "sure": found.sure,
        "pairs": [
            {
                "a": pair.a,
                "b": pair.b,
                "probability": round(pair.probability, 4),
                "is_sure": pair.is_sure,
                "reasons": [
                    {
                        "field": each.field,
                        "agreement": each.agreement,
                        "value": each.value,
                        "bits": each.bits,
                        "sentence": words.reason(each),
                    }
                    for each in pair.reasons
                ],
            }
            for pair in found.pairs
        ],
    }


def _show(found: Lookalikes) -> None:
    if not found.total:
        say(_("Nobody is here twice, as far as names, addresses and numbers tell."))
        return
    say(labelled(words.found(found.total), "").rstrip())
    for pair in found.pairs:
        say("  " + labelled(f"{pair.a.name} / {pair.b.name}", words.chance(pair.probability)))
        say("    " + "; ".join(words.reason(each) for each in pair.reasons if words.speaks_for_one(each)))
    if found.total > len(found.pairs):
        rest = found.total - len(found.pairs)
        say("  " + _("… and %(count)s more; --json shows them all.") % {"count": rest})
    if found.sure.people:
        _show_sure(found)
        say(_("“rapport duplicates --merge-sure” merges these. The rest is decided in the browser."))
    else:
        say(_("Merge them, or say that they are two, in the browser: “rapport open”."))


def _show_sure(found: Lookalikes) -> None:
    say(words.how_many_sure(found.sure))
    say(words.what_is_sure())
    say(words.how_sure(found.sure))
