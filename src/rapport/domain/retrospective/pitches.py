"""What the pitches brought, against what was feared or hoped when they were sent."""

from rapport.domain.learning.learning import Share, Way
from rapport.domain.pitches.pitches import FRIGHTENING, Pitch
from rapport.domain.retrospective.month import ENOUGH, Month
from rapport.domain.retrospective.values import Code, Finding
from rapport.domain.retrospective.ways import told

SOME = 0.1  # the interval lies wholly above one in ten: something does come of it
LITTLE = 0.5  # … wholly below one in two: less than someone hopeful expects


def findings(month: Month) -> list[Finding]:
    sent = told(month, Way.PITCH)
    if sent.tried < ENOUGH:
        return []
    feared = sum(_feared(pitch) for pitch in month.pitches)
    hopeful = sum(pitch.hopeful is True for pitch in month.pitches)
    numbers = (("tried", sent.tried), ("came", sent.came), ("feared", feared), ("hopeful", hopeful))
    code = _code(sent.share, feared, hopeful)
    return [Finding(code, numbers, sent.evidence, (sent.share,), way=Way.PITCH)]


def _feared(pitch: Pitch) -> bool:
    """No answer was expected, or nothing was said of that and it was frightening to send."""
    if pitch.hopeful is not None:
        return not pitch.hopeful
    return (pitch.fright or 0) >= FRIGHTENING


def _code(got: Share, feared: int, hopeful: int) -> Code:
    if got.low >= SOME:
        return Code.PITCHES_BETTER_THAN_FEARED if feared > hopeful else Code.PITCHES_WORKED
    if hopeful > feared and got.high < LITTLE:
        return Code.PITCHES_WORSE_THAN_HOPED
    return Code.PITCHES_BROUGHT_LITTLE
