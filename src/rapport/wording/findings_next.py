"""Words for what could come next: actions, never quotas of outcomes."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.learning.learning import Way
from rapport.domain.retrospective.values import Code, Finding
from rapport.wording.dates import listed

Speaker = Callable[[Finding, list[str]], str]


def _goals(finding: Finding, names: list[str]) -> str:
    said = [_action(Way(name), int(count)) for name, count in finding.numbers]
    return _("Next month, count what you do, not what comes back: %(actions)s.") % {"actions": listed(said)}


def _action(way: Way, count: int) -> str:
    words = {
        Way.PITCH: ngettext("send %(count)s pitch", "send %(count)s pitches", count),
        Way.GATHERING: ngettext("go to %(count)s gathering", "go to %(count)s gatherings", count),
        Way.ASK: ngettext(
            "ask %(count)s person for an introduction", "ask %(count)s people for an introduction", count
        ),
    }
    return words[way] % {"count": count}


def _gentler(finding: Finding, names: list[str]) -> str:
    numbers = dict(finding.numbers)
    return (
        ngettext(
            "Go slowly: about %(weekly)s action a week. The busiest week had %(busiest)s.",
            "Go slowly: about %(weekly)s actions a week. The busiest week had %(busiest)s.",
            numbers["weekly"],
        )
        % numbers
    )


def _keep(finding: Finding, names: list[str]) -> str:
    weekly = finding.number("weekly")
    return ngettext(
        "About %(weekly)s action a week went well. Stay with it.",
        "About %(weekly)s actions a week went well. Stay with it.",
        weekly,
    ) % {"weekly": weekly}


def _memorable(finding: Finding) -> str:
    return ngettext(
        "%(memorable)s of the %(encounters)s people you met there was memorable.",
        "%(memorable)s of the %(encounters)s people you met there were memorable.",
        finding.number("memorable"),
    ) % dict(finding.numbers)


def _return(finding: Finding, names: list[str]) -> str:
    text = _("Go back to %(names)s about once a month.") % {"names": listed(names)}
    return f"{text} {_memorable(finding)}"


def _return_if(finding: Finding, names: list[str]) -> str:
    text = _("If it comes round again, go back to %(names)s.") % {"names": listed(names)}
    return f"{text} {_memorable(finding)}"


def _ask_close(finding: Finding, names: list[str]) -> str:
    return _(
        "Ask a few people who know you well, one by one, each for one named person or one precise kind of "
        "person."
    )


def _ask_widely(finding: Finding, names: list[str]) -> str:
    return _("%(came)s of %(tried)s people you asked introduced you to someone. Go on asking.") % dict(
        finding.numbers
    )


def _stretch(finding: Finding, names: list[str]) -> str:
    return _("Once a fortnight, go to something you would not normally go to, as you did with %(names)s.") % {
        "names": listed(names)
    }


def _help(finding: Finding, names: list[str]) -> str:
    numbers = dict(finding.numbers)
    promises = ngettext(
        "%(promises)s promise of yours is open.",
        "%(promises)s promises of yours are open.",
        numbers["promises"],
    )
    needs = ngettext(
        "You know of %(needs)s thing that someone you met is looking for.",
        "You know of %(needs)s things that people you met are looking for.",
        numbers["needs"],
    )
    said = [_("You can help %(names)s.") % {"names": listed(names)}]
    said += [text % numbers for text, key in ((promises, "promises"), (needs, "needs")) if numbers[key]]
    return " ".join(said)


def _thanks(finding: Finding, names: list[str]) -> str:
    more = int(finding.number("introducers")) - len(names)
    named = list(names)
    if more > 0:
        named.append(ngettext("%(count)s other", "%(count)s others", more) % {"count": more})
    return _("Thank %(names)s, and tell them what came of it.") % {"names": listed(named)}


SPEAKERS: dict[Code, Speaker] = {
    Code.NEXT_ACTION_GOALS: _goals,
    Code.NEXT_GENTLER_PACE: _gentler,
    Code.NEXT_KEEP_PACE: _keep,
    Code.NEXT_RETURN_TO_SERIES: _return,
    Code.NEXT_RETURN_IF_AGAIN: _return_if,
    Code.NEXT_ASK_CLOSE: _ask_close,
    Code.NEXT_ASK_WIDELY: _ask_widely,
    Code.NEXT_STRETCH_AGAIN: _stretch,
    Code.NEXT_HELP_OWED: _help,
    Code.NEXT_THANK_INTRODUCERS: _thanks,
}
