"""What the referee says: the verdict, its reason, and what would make it more.

The first reason of a ruling makes the sentence; those after it add a sentence each.
"""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from rapport.domain.challenge.referee import DEFAULT_RULE, Reason, Rule, Verdict
from rapport.domain.values import dataclass
from rapport.wording.words import heading

COUNTS: Mapping[Reason, Promise] = {
    Reason.NEW_IN_PERSON: gettext_lazy("It counts: you met %(name)s for the first time, in person."),
    Reason.NEW_FROM_AFAR: gettext_lazy(
        "It counts: a first real exchange with %(name)s, who is too far away to meet."
    ),
    Reason.AFTER_HELLO: gettext_lazy(
        "It counts: the hello with %(name)s became a real exchange within days."
    ),
}
OUTSIDE: Mapping[Reason, Promise] = {  # the same, while no challenge runs
    Reason.NEW_IN_PERSON: gettext_lazy("A new connection: you met %(name)s for the first time, in person."),
    Reason.NEW_FROM_AFAR: gettext_lazy(
        "A new connection: a first real exchange with %(name)s, who is too far away to meet."
    ),
    Reason.AFTER_HELLO: gettext_lazy(
        "A new connection: the hello with %(name)s became a real exchange within days."
    ),
}
REMEMBERED: Mapping[Reason, Promise] = {
    Reason.NEW_IN_PERSON: gettext_lazy(
        "It counts: you met %(name)s for the first time, in person, and you would both remember it."
    ),
    Reason.NEW_FROM_AFAR: gettext_lazy(
        "It counts: a first real exchange with %(name)s, who is too far away to meet,"
        " and you would both remember it."
    ),
    Reason.AFTER_HELLO: COUNTS[Reason.AFTER_HELLO],
}
HELLO: Mapping[Reason, Promise] = {
    Reason.NOT_MEMORABLE: gettext_lazy(
        "A hello for now: in a week, neither you nor %(name)s would remember it."
    ),
    Reason.MEMORY_UNSAID: gettext_lazy(
        "A hello for now: would you and %(name)s both remember it in a week? Say so, and it is judged again."
    ),
    Reason.COURTESY: gettext_lazy("A hello for now: %(name)s and you exchanged courtesies."),
    Reason.TOO_SHORT: gettext_lazy("A hello for now: the call with %(name)s was very short."),
}
WITHIN_REACH: Mapping[Reason, Promise] = {
    Reason.LIVES_NEAR: gettext_lazy("A good exchange, and %(name)s lives near enough for a coffee."),
    Reason.PLACE_UNKNOWN: gettext_lazy(
        "A good exchange. Where %(name)s lives is not noted, so it is taken as near enough for a coffee."
    ),
}
REACHED_OUT: Mapping[Reason, Promise] = {
    Reason.NO_ANSWER_YET: gettext_lazy("You reached out to %(name)s. No answer yet, and that is fine."),
    Reason.THEY_WROTE: gettext_lazy("%(name)s reached out to you."),
    Reason.COURTESY: gettext_lazy(
        "You reached out, and a courtesy is all there was between %(name)s and you."
    ),
    Reason.THEY_ANSWERED: gettext_lazy(
        "You reached out to %(name)s before the challenge. The answer is judged on its own day."
    ),
}
REKINDLED: Mapping[Reason, Promise] = {
    Reason.WAS_DORMANT: gettext_lazy(
        "Rekindled: it had been quiet between you and %(name)s for a long time. Counted apart, and well done."
    ),
    Reason.LOST_TOUCH: gettext_lazy(
        "Rekindled: you had lost touch with %(name)s. Counted apart, and well done."
    ),
}
ALREADY_KNOWN: Mapping[Reason, Promise] = {
    Reason.KNOWN_BEFORE: gettext_lazy("You and %(name)s know each other already: nothing to prove."),
    Reason.MET_BEFORE: gettext_lazy("You and %(name)s have met before: nothing to prove."),
    Reason.SAME_EXCHANGE: gettext_lazy(
        "Part of an exchange with %(name)s that is judged on its first day: nothing to prove."
    ),
}
SENTENCES: Mapping[Verdict, Mapping[Reason, Promise]] = {
    Verdict.CONNECTION: COUNTS,
    Verdict.HELLO: HELLO,
    Verdict.WITHIN_REACH: WITHIN_REACH,
    Verdict.REACHED_OUT: REACHED_OUT,
    Verdict.REKINDLED: REKINDLED,
    Verdict.ALREADY_KNOWN: ALREADY_KNOWN,
}
ADDED: Mapping[Reason, Promise] = {  # after the first reason
    Reason.TAKEN_AS_MEMORABLE: gettext_lazy(
        "Nobody said whether you would both remember it, so it is taken that you would."
    ),
    Reason.THEY_ANSWERED: gettext_lazy("An answer made it an exchange."),
    Reason.WAS_DORMANT: gettext_lazy("It had been quiet between you for a long time."),
    Reason.LOST_TOUCH: gettext_lazy("You had lost touch."),
    Reason.NO_ANSWER_YET: gettext_lazy("No answer yet."),
    Reason.THEY_WROTE: gettext_lazy("They wrote to you."),
    Reason.COURTESY: gettext_lazy("This time it was a courtesy."),
    Reason.TOO_SHORT: gettext_lazy("This time it was a very short call."),
    Reason.NOT_MEMORABLE: gettext_lazy("This time it was a passing word."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A ruling in words."""

    verdict: str  # "Connection"
    reason: str  # why, in a sentence or two
    more: str  # what would make it more; empty where nothing needs to


def tell(
    name: str,
    verdict: Verdict,
    reasons: Sequence[Reason],
    *,
    in_challenge: bool = True,
    rule: Rule = DEFAULT_RULE,
) -> Told:
    """What the referee says of one person in one interaction."""
    first, *others = reasons
    table = SENTENCES[verdict]
    if verdict is Verdict.CONNECTION:
        remembered = Reason.TAKEN_AS_MEMORABLE not in others
        table = OUTSIDE if not in_challenge else REMEMBERED if remembered else COUNTS
    said = [str(table[first]) % {"name": name}, *(str(ADDED[reason]) for reason in others)]
    return Told(heading(verdict), " ".join(said), _more(verdict, first, rule))


def _more(verdict: Verdict, reason: Reason, rule: Rule) -> str:
    if verdict is Verdict.HELLO:
        days = rule.hello_follow_up_days
        return ngettext(
            "A real exchange within %(days)s day makes it a connection: write a few lines, or call.",
            "A real exchange within %(days)s days makes it a connection: write a few lines, or call.",
            days,
        ) % {"days": days}
    if verdict is Verdict.WITHIN_REACH and reason is Reason.PLACE_UNKNOWN:
        return _("Meet for a coffee, or note the city if it is too far away.")
    if verdict is Verdict.WITHIN_REACH:
        return _("Meet for a coffee, and it counts.")
    if verdict is Verdict.REACHED_OUT:
        return {
            Reason.THEY_WROTE: _("Answer, and it becomes an exchange."),
            Reason.THEY_ANSWERED: "",
        }.get(reason, _("It counts once an answer with substance comes."))
    return ""


def rule_in_words(rule: Rule) -> tuple[str, ...]:
    """What counts in this challenge, one sentence a point."""
    return (
        _("It counts when you meet someone new in person and would both remember it in a week."),
        _(
            "Further away than %(km)s km, a real exchange by phone, video or e-mail counts too:"
            " a call of %(minutes)s minutes or more, or an answer with substance within %(days)s days."
        )
        % {"km": rule.reach_km, "minutes": rule.min_call_minutes, "days": rule.answer_within_days},
        _("Someone whose city is not noted is taken as near enough to meet.")
        if rule.unknown_place_is_near
        else _("Someone whose city is not noted is taken as too far away to meet."),
        _("Where nobody said whether you would both remember it, it is taken that you would.")
        if rule.unsaid_is_memorable
        else _("Where nobody said whether you would both remember it, it is a hello until you say so."),
        ngettext(
            "A hello that becomes a real exchange within %(days)s day counts.",
            "A hello that becomes a real exchange within %(days)s days counts.",
            rule.hello_follow_up_days,
        )
        % {"days": rule.hello_follow_up_days},
        ngettext(
            "After %(days)s quiet day, being in touch again is rekindled: counted apart.",
            "After %(days)s quiet days, being in touch again is rekindled: counted apart.",
            rule.dormant_after_days,
        )
        % {"days": rule.dormant_after_days},
    )


COUNTED: Mapping[Verdict, Promise] = {
    Verdict.CONNECTION: ngettext_lazy("%(count)s connection", "%(count)s connections", "count"),
    Verdict.HELLO: ngettext_lazy("%(count)s hello", "%(count)s hellos", "count"),
    Verdict.WITHIN_REACH: ngettext_lazy("%(count)s within reach", "%(count)s within reach", "count"),
    Verdict.REACHED_OUT: ngettext_lazy("%(count)s reached out", "%(count)s reached out", "count"),
    Verdict.REKINDLED: ngettext_lazy("%(count)s rekindled", "%(count)s rekindled", "count"),
    Verdict.ALREADY_KNOWN: ngettext_lazy("%(count)s already known", "%(count)s already known", "count"),
}


def counted(verdict: Verdict, count: int) -> str:
    """ "2 connections"."""
    return str(COUNTED[verdict] % {"count": count})
