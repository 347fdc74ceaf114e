"""The coach's cards: what to do, and why this, why now."""

from collections.abc import Mapping, Sequence
from math import ceil

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from rapport.domain.challenge.pace import GREAT_ENERGY, Shape
from rapport.domain.coach.cards import Candidate, Kind, Why
from rapport.domain.coach.coach import Plan
from rapport.domain.pitches.pitches import FRIGHTENING
from rapport.wording.dates import ago
from rapport.wording.phrases import level

TITLES: Mapping[Kind, Promise] = {
    Kind.FOLLOW_UP: gettext_lazy("Follow up with %(subject)s"),
    Kind.FOLLOW_UP_HELLO: gettext_lazy("Write %(subject)s a few lines"),
    Kind.KEEP_PROMISE: gettext_lazy("Keep your promise to %(subject)s"),
    Kind.ANSWER: gettext_lazy("Answer %(subject)s"),
    Kind.REMIND_ASK: gettext_lazy("Remind %(subject)s, kindly"),
    Kind.NUDGE_PITCH: gettext_lazy("Write to %(subject)s once more"),
    Kind.GO_TO_GATHERING: gettext_lazy("Go to %(subject)s"),
    Kind.DEBRIEF: gettext_lazy("Note whom you met at %(subject)s"),
    Kind.ASK: gettext_lazy("Ask %(subject)s for an introduction"),
    Kind.FIND_GATHERING: gettext_lazy("Have a look at %(subject)s"),
    Kind.PITCH: gettext_lazy("Pitch %(subject)s"),
    Kind.RECONNECT: gettext_lazy("Write to %(subject)s again"),
    Kind.GIVE: gettext_lazy("Give %(subject)s a hand"),
    Kind.CHOOSE_GOALS: gettext_lazy("Choose what you want to do this month"),
    Kind.LOG_SOMEONE: gettext_lazy("Tell Rapport about one person you know"),
}
TITLES_WITHOUT_SUBJECT: Mapping[Kind, Promise] = {
    Kind.FOLLOW_UP: gettext_lazy("Take the next step you planned"),
    Kind.FOLLOW_UP_HELLO: gettext_lazy("Write a few lines to someone you just met"),
    Kind.KEEP_PROMISE: gettext_lazy("Keep a promise you made"),
    Kind.ANSWER: gettext_lazy("Answer someone who wrote to you"),
    Kind.REMIND_ASK: gettext_lazy("Remind someone you asked, kindly"),
    Kind.NUDGE_PITCH: gettext_lazy("Follow up on one pitch"),
    Kind.GO_TO_GATHERING: gettext_lazy("Go to today’s gathering"),
    Kind.DEBRIEF: gettext_lazy("Note whom you met"),
    Kind.ASK: gettext_lazy("Ask one person for one introduction"),
    Kind.FIND_GATHERING: gettext_lazy("Find one small gathering to go to"),
    Kind.PITCH: gettext_lazy("Send one pitch"),
    Kind.RECONNECT: gettext_lazy("Write to someone you lost touch with"),
    Kind.GIVE: gettext_lazy("Give someone a hand"),
    Kind.CHOOSE_GOALS: TITLES[Kind.CHOOSE_GOALS],
    Kind.LOG_SOMEONE: TITLES[Kind.LOG_SOMEONE],
}
REASONS: Mapping[Why, Promise] = {
    Why.DUE_TODAY: gettext_lazy("You wanted to do this today."),
    Why.OVERDUE: gettext_lazy("You meant to do it %(ago)s. Today is fine too."),
    Why.MET_LATELY: gettext_lazy("You met %(ago)s. A few lines soon after are what people remember."),
    Why.PROMISED: gettext_lazy("You promised it %(ago)s."),
    Why.WROTE_TO_YOU: gettext_lazy("They wrote to you %(ago)s."),
    Why.WAITING: gettext_lazy("You wrote %(ago)s, and nothing has come back yet."),
    Why.THINKING: gettext_lazy("They wanted to think about it %(ago)s. One kind reminder, then let it go."),
    Why.ON_TODAY: gettext_lazy("It is today."),
    Why.ON_TOMORROW: gettext_lazy("It is tomorrow. Ten minutes now make it easier to go."),
    Why.WAS_YESTERDAY: gettext_lazy("It is over, and the names are still fresh."),
    Why.CLOSE_TO_YOU: gettext_lazy("You are close, and those who know you well introduce most readily."),
    Why.DORMANT: gettext_lazy("You were last in touch %(ago)s. Old ties are glad to be picked up again."),
    Why.THEY_NEED: gettext_lazy("They are looking for something you may know about."),
    Why.FIRST_STEP: gettext_lazy("A good first step, and a short one."),
    Why.EXPECTED: gettext_lazy("Of all you could do today, this is among what may bring most for its time."),
    Why.STRETCH: gettext_lazy(
        "A stretch, one step beyond the hardest thing you have done. Such steps seldom bring the most people;"
        " they are offered now and then for what they open. Saying no is free."
    ),
    Why.SMALL_TODAY: gettext_lazy("Only a start, small enough for today."),
}
GOAL_OPEN = ngettext_lazy(
    "You have done %(done)s of %(of)s, and there is %(days_left)s day left, not counting rest days.",
    "You have done %(done)s of %(of)s, and there are %(days_left)s days left, not counting rest days.",
    "days_left",
)
SHAPES: Mapping[Shape, Promise] = {
    Shape.REST: gettext_lazy("A rest day. Nothing is asked of you."),
    Shape.LOW_ENERGY: gettext_lazy("Low energy: one small thing today."),
    Shape.AFTER_EFFORT: gettext_lazy("You have done a lot these days. A lighter day makes up for it."),
    Shape.LIGHTER: gettext_lazy("Your energy was low of late, so this week is lighter."),
    Shape.UNMOVED: gettext_lazy(
        "Your energy was low of late, but lighter days have not lifted it: this one is a little lighter."
    ),
    Shape.ALL_HOURS: gettext_lazy("All your hours, as you asked."),
    Shape.RAMP: gettext_lazy("The first days start small."),
    Shape.LANDING: gettext_lazy("The last days ease off, towards a rhythm that can last."),
    Shape.COME_BACK: gettext_lazy("You were away for a while. A small start is enough."),
    Shape.STEADY: gettext_lazy("A steady day."),
    Shape.NO_CHALLENGE: gettext_lazy("No challenge runs today. Here is what may be worth ten minutes."),
}


TO_TELL: Mapping[
    Kind, tuple[Promise, Promise, Promise]
] = {  # done, but what: question, why, and a line begun
    Kind.PITCH: (
        gettext_lazy("Which pitch did you send?"),
        gettext_lazy("Your goal moves once it is written down. One line is enough."),
        gettext_lazy("pitched …"),
    ),
    Kind.ASK: (
        gettext_lazy("Whom did you ask?"),
        gettext_lazy("Your goal moves once it is written down. One line is enough."),
        gettext_lazy("asked …"),
    ),
    Kind.FIND_GATHERING: (
        gettext_lazy("Which gathering is it?"),
        gettext_lazy("Write down when you go. Your goal moves once you have been there."),
        gettext_lazy("going to …"),
    ),
    Kind.LOG_SOMEONE: (
        gettext_lazy("Whom did you think of?"),
        gettext_lazy("One line about them, and Rapport knows them too."),
        gettext_lazy("coffee with …"),
    ),
}


def title(card: Candidate) -> str:
    """What to do, in a few words; a detail (what was promised, asked or noted) stands behind a colon."""
    table = TITLES if card.subject else TITLES_WITHOUT_SUBJECT
    said = str(table[card.kind]) % {"subject": card.subject}
    if not card.detail:
        return said
    return _("%(title)s: %(detail)s") % {"title": said, "detail": card.detail}


def why(card: Candidate) -> str:
    """Why this, why now: one plain sentence with the card's numbers."""
    numbers = dict(card.numbers)
    if card.why is Why.GOAL_OPEN:
        facts = {name: ceil(numbers.get(name, 0)) for name in ("done", "of", "days_left")}
        return str(GOAL_OPEN % facts)
    return str(REASONS[card.why]) % {"ago": ago(int(numbers.get("days", 0)))}


def shape(code: Shape) -> str:
    """How the day was shaped."""
    return str(SHAPES[code])


def day_in_words(plan: Plan, energy: int | None, felt: Sequence[int] = ()) -> str:
    """How the day was shaped, and what great energy changed in it; `felt`: the last check-ins."""
    if plan.shape is Shape.LIGHTER and len(felt) > 1:
        return _lighter(felt)
    if energy != GREAT_ENERGY or plan.shape in (Shape.REST, Shape.LOW_ENERGY):
        return shape(plan.shape)
    frightening = any((action.candidate.fright or 0) >= FRIGHTENING for action in plan.actions)
    great = _("Great energy: the scary one today.")
    if not frightening:
        great = _("Great energy. Nothing on the cards is scary, so the day stays as planned.")
    return f"{shape(plan.shape)} {great}"


def _lighter(felt: Sequence[int]) -> str:
    said = {"count": len(felt), "mean": level(round(sum(felt) / len(felt), 1))}
    return (
        ngettext(
            "Your last %(count)s check-in averaged %(mean)s of 5, so this week is lighter.",
            "Your last %(count)s check-ins averaged %(mean)s of 5, so this week is lighter.",
            len(felt),
        )
        % said
    )


def minutes(count: int) -> str:
    """How long it takes."""
    return ngettext("%(count)s minute", "%(count)s minutes", count) % {"count": count}
