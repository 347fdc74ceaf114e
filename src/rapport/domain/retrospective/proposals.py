"""What to do next, from what the days showed: actions, never quotas of outcomes."""

from uuid import UUID

from rapport.domain.origins.origins import NodeKind
from rapport.domain.retrospective.gatherings import Group, worth_returning
from rapport.domain.retrospective.month import Month, evidence
from rapport.domain.retrospective.pace import sustained, weekly
from rapport.domain.retrospective.values import Code, Evidence, EvidenceKind, Finding
from rapport.domain.retrospective.ways import told
from rapport.domain.ways import Way

MONTH = 30  # days: the length that proposals are made for
MIN_DAYS = 14  # days looked at, before they are scaled up to a month
FEW_ASKS = 5  # people asked one by one, when asking many brought little
RETURNS = 3  # gatherings named at most
THANKED = 5  # introducers named at most
STRAINED = {Code.LOAD_JUMPED, Code.PRESSURE_ROSE_WITH_LOAD, Code.PRESSURE_ROSE, Code.ENERGY_FELL}
ASK_CLOSE = {
    Code.MASS_ASKING_LOW_YIELD, Code.ASKING_LOW_YIELD, Code.CLOSE_ANSWER_MORE, Code.CLOSE_INTRODUCE_MORE,
}  # fmt: skip


def findings(month: Month, found: list[Finding]) -> list[Finding]:
    codes = {finding.code for finding in found}
    pace = weekly_pace(month, codes)
    return [
        *_action_goals(month, codes, pace),
        *_pace(month, codes, pace),
        *_returns(month),
        *_asking(found, codes),
        *_stretch(found),
        *_help_owed(month),
        *_thanks(month),
    ]


def weekly_pace(month: Month, codes: set[Code]) -> int | None:
    """Actions a week that could go on: what did go on, and under strain less than the busiest week."""
    went_on, every = sustained(month), weekly(month, later=False)
    if went_on is None or not any(every):
        return None
    if codes & STRAINED and went_on >= max(every):
        return max(1, max(every) * 3 // 4)
    return went_on


def _action_goals(month: Month, codes: set[Code], pace: int | None) -> list[Finding]:
    """A month's worth of what was done, within the pace; fewer asks where asking many brought little.

    A short stretch says nothing of a month: under two weeks, no numbers are proposed.
    """
    if len(month.days) < MIN_DAYS:
        return []
    wanted: dict[Way, int] = {}
    rests_on: list[Evidence] = []
    for way in (Way.PITCH, Way.GATHERING, Way.ASK):
        tried = told(month, way)
        if not tried.tried:
            continue
        count = max(1, round(tried.tried * MONTH / len(month.days)))
        wanted[way] = min(count, FEW_ASKS) if way is Way.ASK and codes & ASK_CLOSE else count
        rests_on += tried.evidence
    if not wanted:
        return []
    room = round(pace * MONTH / 7) if pace else sum(wanted.values())
    factor = min(1.0, room / sum(wanted.values()))
    numbers = tuple((way.value, max(1, round(count * factor))) for way, count in wanted.items())
    return [Finding(Code.NEXT_ACTION_GOALS, numbers, tuple(rests_on))]


def _pace(month: Month, codes: set[Code], pace: int | None) -> list[Finding]:
    if pace is None:
        return []
    challenge = (Evidence(EvidenceKind.CHALLENGE, month.facts.challenge.id),)
    if not codes & STRAINED:
        return [Finding(Code.NEXT_KEEP_PACE, (("weekly", pace),), challenge)]
    numbers = (("weekly", pace), ("busiest", max(weekly(month, later=False))))
    return [Finding(Code.NEXT_GENTLER_PACE, numbers, challenge)]


def _returns(month: Month) -> list[Finding]:
    worth = worth_returning(month)
    series = [group for group in worth if group.is_series][:RETURNS]
    once = [group for group in worth if not group.is_series][:RETURNS]
    return [
        *_return(Code.NEXT_RETURN_TO_SERIES, series),
        *_return(Code.NEXT_RETURN_IF_AGAIN, once),
    ]


def _return(code: Code, some: list[Group]) -> list[Finding]:
    if not some:
        return []
    numbers = (
        ("memorable", sum(group.met.memorable for group in some)),
        ("encounters", sum(group.met.encounters for group in some)),
        ("every_days", MONTH),
    )
    rests_on = evidence(EvidenceKind.GATHERING, (gathering.id for group in some for gathering in group.dates))
    return [Finding(code, numbers, rests_on, subjects=tuple(group.dates[-1].id for group in some))]


def _asking(found: list[Finding], codes: set[Code]) -> list[Finding]:
    if codes & ASK_CLOSE:
        code, because = Code.NEXT_ASK_CLOSE, ASK_CLOSE
    elif Code.ASKING_WORKED in codes:
        code, because = Code.NEXT_ASK_WIDELY, {Code.ASKING_WORKED}
    else:
        return []
    behind = next(finding for finding in found if finding.code in because)
    return [Finding(code, behind.numbers[:2], behind.evidence, way=Way.ASK)]


def _stretch(found: list[Finding]) -> list[Finding]:
    opened = [finding for finding in found if finding.code is Code.STRETCH_OPENED_OPPORTUNITY]
    return [
        Finding(Code.NEXT_STRETCH_AGAIN, one.numbers, one.evidence, subjects=one.subjects) for one in opened
    ]


def _help_owed(month: Month) -> list[Finding]:
    """Promises of mine that are open, then open needs of people met in these days."""
    owed = [one for one in month.facts.helps if one.is_owed]
    owed.sort(key=lambda h: (h.due_on or h.promised_on or month.facts.today, str(h.id)))
    met = {judged.person_id for judged in month.connections}
    needs = [need for need in month.facts.needs if need.met_on is None and need.person_id in met]
    needs.sort(key=lambda need: (need.on, str(need.id)))
    if not owed and not needs:
        return []
    people = [one.person_id for one in owed] + [need.person_id for need in needs if need.person_id]
    rests_on = (
        *evidence(EvidenceKind.HELP, (one.id for one in owed)),
        *evidence(EvidenceKind.NEED, (need.id for need in needs)),
    )
    numbers = (("promises", len(owed)), ("needs", len(needs)))
    return [Finding(Code.NEXT_HELP_OWED, numbers, rests_on, subjects=tuple(dict.fromkeys(people)))]


def _thanks(month: Month) -> list[Finding]:
    """Everyone on the way to a connection or an opportunity, those who gave most first."""
    gave: dict[UUID, int] = {}
    ends = [(NodeKind.PERSON, judged.person_id) for judged in month.connections]
    ends += [(NodeKind.OPPORTUNITY, opportunity.id) for opportunity in month.opportunities]
    for end in dict.fromkeys(ends):
        for kind, uid in month.tree.path(*end)[:-1]:
            if kind is NodeKind.PERSON:
                gave[uid] = gave.get(uid, 0) + 1
    if not gave:
        return []
    people = sorted(gave, key=lambda uid: (-gave[uid], month.facts.people[uid].name, str(uid)))
    numbers = (("introducers", len(people)),)
    rests_on = evidence(EvidenceKind.PERSON, people)
    return [Finding(Code.NEXT_THANK_INTRODUCERS, numbers, rests_on, subjects=tuple(people[:THANKED]))]
