"""What the referee says of what was just logged."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from rapport.cli.output import say
from rapport.domain.challenge.referee import DEFAULT_RULE, Rule
from rapport.services.quicklog.save import Logged, RulingGiven
from rapport.wording.dates import spoken_day
from rapport.wording.verdicts import Told, tell


def told(ruling: RulingGiven, rule: Rule = DEFAULT_RULE) -> Told:
    """A ruling in words."""
    return tell(ruling.person, ruling.verdict, ruling.reasons, in_challenge=ruling.in_challenge, rule=rule)


def show(rulings: Iterable[RulingGiven], today: date, rule: Rule = DEFAULT_RULE) -> None:
    """Verdict and reason, one person a line; an earlier day that changed says which."""
    for ruling in rulings:
        words = told(ruling, rule)
        when = "" if ruling.is_new else f" ({spoken_day(ruling.on, today)})"
        say(f"{ruling.person}{when} · {words.verdict}")
        say(f"  {words.reason}")
        if words.more:
            say(f"  {words.more}")


def show_moved(logged: Logged, today: date) -> None:
    """Which other days are judged otherwise by this line."""
    if not logged.moved:
        return
    from rapport.wording.rejudged import sentence  # start-up counts: few lines change another day

    say(sentence(logged.moved, today))


def as_json(ruling: RulingGiven, rule: Rule = DEFAULT_RULE) -> dict[str, Any]:
    """A ruling with its sentences."""
    words = told(ruling, rule)
    return {
        "interaction_id": ruling.interaction_id,
        "person_id": ruling.person_id,
        "person": ruling.person,
        "on": ruling.on,
        "verdict": ruling.verdict,
        "reasons": ruling.reasons,
        "in_challenge": ruling.in_challenge,
        "is_new": ruling.is_new,
        "reason": words.reason,
        "more": words.more,
    }
