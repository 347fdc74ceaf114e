"""A few lines to start from: short, easy to answer, and easy to say no to."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapport.domain.cards import Candidate, Kind
from rapport.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    body: str
    email: str  # where it could go; "" when no address is known


SUBJECTS: Final[Mapping[Kind, Promise]] = {
    Kind.FOLLOW_UP: gettext_lazy("Picking up where we left off"),
    Kind.FOLLOW_UP_HELLO: gettext_lazy("Good to meet you"),
    Kind.KEEP_PROMISE: gettext_lazy("What I promised you"),
    Kind.REMIND_ASK: gettext_lazy("A small reminder, and no hurry"),
    Kind.NUDGE_PITCH: gettext_lazy("One more line from me"),
    Kind.ASK: gettext_lazy("Is there someone I should meet?"),
    Kind.PITCH: gettext_lazy("An idea for %(subject)s"),
    Kind.RECONNECT: gettext_lazy("Thinking of you"),
}
BODIES: Final[Mapping[Kind, Promise]] = {
    Kind.FOLLOW_UP: gettext_lazy(
        "Hello %(first)s,\n\nI said I would come back to you%(detail)s. "
        "Would one day next week suit you for a short talk?\n\n%(me)s"
    ),
    Kind.FOLLOW_UP_HELLO: gettext_lazy(
        "Hello %(first)s,\n\nit was good to meet you%(detail)s. We hardly had time to talk. "
        "What you said about … stayed with me.\n\nWould you like to have a coffee next week? "
        "Any day but Sunday is fine for me.\n\n%(me)s"
    ),
    Kind.KEEP_PROMISE: gettext_lazy(
        "Hello %(first)s,\n\nhere is what I promised you%(detail)s. I hope it is of use. "
        "If something is missing, tell me.\n\n%(me)s"
    ),
    Kind.REMIND_ASK: gettext_lazy(
        "Hello %(first)s,\n\na while ago I asked you for an introduction%(detail)s. "
        "Did somebody come to mind? If not, that is perfectly fine, and thank you for thinking about it."
        "\n\n%(me)s"
    ),
    Kind.NUDGE_PITCH: gettext_lazy(
        "Hello,\n\na few days ago I wrote to you with an idea for %(subject)s. "
        "In one sentence: …\n\nIf it is not the moment, a short no is fine too.\n\n%(me)s"
    ),
    Kind.ASK: gettext_lazy(
        "Hello %(first)s,\n\nI am looking for one person: …\n\nDo you know somebody like that? "
        "If so, here are two lines you can pass on:\n\n“%(about)s”\n\n"
        "And if nobody comes to mind, that is fine. It is good to be in touch either way.\n\n%(me)s"
    ),
    Kind.PITCH: gettext_lazy(
        "Hello,\n\nI have followed what %(subject)s does, above all … I have an idea that may fit: …\n\n"
        "%(about)s\n\nWould you have fifteen minutes for it next week?\n\n%(me)s"
    ),
    Kind.RECONNECT: gettext_lazy(
        "Hello %(first)s,\n\nit has been a while, and I thought of you%(detail)s. How are you? "
        "What are you working on these days?\n\nI would love to hear from you.\n\n%(me)s"
    ),
}


def letter(card: Candidate, me: str, about: str) -> Letter | None:
    """The draft for a card; None where there is nothing to write."""
    if card.kind not in BODIES or not card.subject:
        return None
    detail = _(" (%(detail)s)") % {"detail": card.detail} if card.detail else ""
    parts = {
        "subject": card.subject,
        "first": card.subject.split()[0],
        "detail": detail,
        "me": me,
        "about": about or "…",
    }
    return Letter(str(SUBJECTS[card.kind]) % parts, (str(BODIES[card.kind]) % parts).strip(), card.email)
