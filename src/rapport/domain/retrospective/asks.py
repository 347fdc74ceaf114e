"""What asking brought, and whether closeness tells who answers."""

from datetime import timedelta

from rapport.domain.asks.asks import Answer
from rapport.domain.learning.learning import Share, Way, share
from rapport.domain.retrospective.chance import chance_of_difference, told_apart
from rapport.domain.retrospective.month import ENOUGH, Month
from rapport.domain.retrospective.values import Code, Evidence, EvidenceKind, Finding
from rapport.domain.retrospective.ways import settled_asks, told

MASS = 15  # people asked within any seven days
LOW = 0.25  # an interval wholly below one in four: it brings little
GOOD = 0.2  # an interval wholly above one in five: it works


def findings(month: Month) -> list[Finding]:
    asked = told(month, Way.ASK)
    if asked.tried < ENOUGH:
        return []
    numbers = (
        ("tried", asked.tried),
        ("came", asked.came),
        *(
            (answer.value, _count(month, answer))
            for answer in (Answer.THINKING, Answer.KNOWS_NO_ONE, Answer.SILENT)
        ),
    )
    code = _yield(asked.share, mass=_is_mass(month))
    return [Finding(code, numbers, asked.evidence, (asked.share,), way=Way.ASK), *_closeness(month)]


def _yield(got: Share, *, mass: bool) -> Code:
    if got.high <= LOW:
        return Code.MASS_ASKING_LOW_YIELD if mass else Code.ASKING_LOW_YIELD
    return Code.ASKING_WORKED if got.low >= GOOD else Code.ASKING_MIXED


def _count(month: Month, answer: Answer) -> int:
    return sum(given is answer for _, _, given in settled_asks(month))


def _is_mass(month: Month) -> bool:
    days = [ask.on for ask in month.asks]
    return any(sum(day <= other < day + timedelta(days=7) for other in days) >= MASS for day in set(days))


def _closeness(month: Month) -> list[Finding]:
    """Close people against the others: who answered at all, and who made an introduction."""
    answered = _compare(month, "answered", Code.CLOSE_ANSWER_MORE, Code.DISTANT_ANSWER_MORE)
    introduced = _compare(month, "introduced", Code.CLOSE_INTRODUCE_MORE, Code.DISTANT_INTRODUCE_MORE)
    found = [finding for finding in (answered, introduced) if finding]
    if not found:
        return []
    clear = [finding for finding in found if finding.code is not Code.CLOSENESS_UNTOLD]
    return clear or found[:1]


def _compare(month: Month, what: str, close_more: Code, distant_more: Code) -> Finding | None:
    close, others = [0, 0], [0, 0]  # came, tried
    settled = settled_asks(month)
    for _, person_id, answer in settled:
        group = close if month.is_close(person_id) else others
        group[1] += 1
        group[0] += answer is Answer.INTRODUCED if what == "introduced" else answer is not Answer.SILENT
    if not close[1] or not others[1]:
        return None
    code = Code.CLOSENESS_UNTOLD
    if told_apart(close[0], close[1], others[0], others[1]):
        code = close_more if close[0] * others[1] > others[0] * close[1] else distant_more
    numbers = (
        ("close_came", close[0]),
        ("close_tried", close[1]),
        ("others_came", others[0]),
        ("others_tried", others[1]),
        ("chance", chance_of_difference(close[0], close[1], others[0], others[1])),
    )
    shares = (share(close[0], close[1]), share(others[0], others[1]))
    rests_on = tuple(Evidence(EvidenceKind.ASK, uid) for uid, _, _ in settled)
    return Finding(code, numbers, rests_on, shares, way=Way.ASK)
