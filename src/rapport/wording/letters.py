"""Letters in the product's own words: short, easy to answer, and easy to say no to."""

from collections.abc import Mapping
from typing import Final

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from rapport.domain.asks.letters import LANGUAGES, Letter, LetterKind, Own, Place, Words, fill

KINDS: Final[Mapping[LetterKind, Promise]] = {
    LetterKind.ASK: pgettext_lazy("kind of letter", "asking for an introduction"),
    LetterKind.REMIND_ASK: pgettext_lazy("kind of letter", "a reminder of it"),
    LetterKind.BLURB: pgettext_lazy("kind of letter", "lines about you to pass on"),
    LetterKind.AGREE: pgettext_lazy("kind of letter", "yes, please introduce us"),
    LetterKind.NO_THANKS: pgettext_lazy("kind of letter", "no, thank you"),
    LetterKind.OPT_IN: pgettext_lazy("kind of letter", "would you like to meet them?"),
    LetterKind.NOT_NOW: pgettext_lazy("kind of letter", "it does not work out this time"),
    LetterKind.CONNECT: pgettext_lazy("kind of letter", "bringing two together"),
    LetterKind.GREET: pgettext_lazy("kind of letter", "first lines to someone you were introduced to"),
    LetterKind.DID_IT_HAPPEN: pgettext_lazy("kind of letter", "did you two talk?"),
    LetterKind.THANKS: pgettext_lazy("kind of letter", "thanks for an introduction"),
    LetterKind.PITCH: pgettext_lazy("kind of letter", "a pitch"),
    LetterKind.NUDGE_PITCH: pgettext_lazy("kind of letter", "following up on a pitch"),
    LetterKind.RECONNECT: pgettext_lazy("kind of letter", "being in touch again"),
    LetterKind.FOLLOW_UP: pgettext_lazy("kind of letter", "to someone you just met"),
    LetterKind.NEXT_STEP: pgettext_lazy("kind of letter", "coming back to someone"),
    LetterKind.KEEP_PROMISE: pgettext_lazy("kind of letter", "keeping a promise"),
}
PLACES: Final[Mapping[Place, Promise]] = {
    Place.FIRST: pgettext_lazy("place in a letter", "their first name"),
    Place.NAME: pgettext_lazy("place in a letter", "their whole name"),
    Place.ME: pgettext_lazy("place in a letter", "your name"),
    Place.ABOUT: pgettext_lazy("place in a letter", "the lines about you, from the settings"),
    Place.TARGET: pgettext_lazy("place in a letter", "whom you would like to meet"),
    Place.ORGANISATION: pgettext_lazy("place in a letter", "the organisation"),
    Place.OTHER: pgettext_lazy("place in a letter", "the other one, with the whole name"),
    Place.OTHER_FIRST: pgettext_lazy("place in a letter", "the other one’s first name"),
    Place.WHY: pgettext_lazy("place in a letter", "why, in a sentence"),
    Place.DETAIL: pgettext_lazy("place in a letter", "what it is about"),
}
SUBJECTS: Final[Mapping[LetterKind, Promise]] = {
    LetterKind.ASK: gettext_lazy("A small question[: {target}]"),
    LetterKind.REMIND_ASK: gettext_lazy("A small reminder, and no hurry"),
    LetterKind.AGREE: gettext_lazy("Yes, gladly"),
    LetterKind.NO_THANKS: gettext_lazy("Thank you for thinking of me"),
    LetterKind.OPT_IN: gettext_lazy("Would you like to meet {other}?"),
    LetterKind.NOT_NOW: gettext_lazy("About meeting {other_first}"),
    LetterKind.CONNECT: gettext_lazy("{first}, meet {other_first}"),
    LetterKind.GREET: gettext_lazy("{other_first} brought us together"),
    LetterKind.DID_IT_HAPPEN: gettext_lazy("You and {other_first}"),
    LetterKind.THANKS: gettext_lazy("Thank you for {other_first}"),
    LetterKind.PITCH: gettext_lazy("An idea for {organisation}"),
    LetterKind.NUDGE_PITCH: gettext_lazy("One more line from me"),
    LetterKind.RECONNECT: gettext_lazy("Thinking of you"),
    LetterKind.FOLLOW_UP: gettext_lazy("Good to meet you"),
    LetterKind.NEXT_STEP: gettext_lazy("Picking up where we left off"),
    LetterKind.KEEP_PROMISE: gettext_lazy("What I promised you"),
}
BODIES: Final[Mapping[LetterKind, Promise]] = {
    LetterKind.ASK: gettext_lazy(
        "Hello[ {first}],\n\nI would like to meet one person: {target}[, at {organisation}].[ {why}] "
        "Could you introduce us, or does somebody come to mind who could?\n\n"
        "If so, here are a few lines you can pass on as they are:\n\n“{about}”\n\n"
        "And if nobody comes to mind, or it is not the moment, a short no is fine. "
        "It is good to be in touch either way.\n\n[{me}]"
    ),
    LetterKind.REMIND_ASK: gettext_lazy(
        "Hello[ {first}],\n\na while ago I asked you for an introduction[ ({target})]. "
        "Did somebody come to mind? If not, that is perfectly fine, and thank you for thinking about it."
        "\n\n[{me}]"
    ),
    LetterKind.BLURB: gettext_lazy(
        "[{me} would like to meet {target}.]\n\n{about}\n\nA short talk would be enough, and a no is fine."
    ),
    LetterKind.AGREE: gettext_lazy(
        "Hello[ {first}],\n\nyes, I would like to meet {other}. Thank you for thinking of me.\n\n"
        "[If it helps, here are a few lines about me:\n\n“{about}”\n\n]"
        "And if {other_first} would rather not, that is fine too.\n\n[{me}]"
    ),
    LetterKind.NO_THANKS: gettext_lazy(
        "Hello[ {first}],\n\nthank you for thinking of me. This time I would rather not meet {other_first}: "
        "it is not the moment. I hope you understand, and please do think of me again.\n\n[{me}]"
    ),
    LetterKind.OPT_IN: gettext_lazy(
        "Hello[ {first}],\n\nI know somebody you may like to talk to: {other}.[ {why}]\n\n"
        "Shall I introduce you? A short yes or no is enough. If it is no, nobody hears of it from me."
        "\n\n[{me}]"
    ),
    LetterKind.NOT_NOW: gettext_lazy(
        "Hello[ {first}],\n\nI asked you whether you would like to meet {other_first}. "
        "It does not work out this time, and that has nothing to do with you. I keep you in mind."
        "\n\n[{me}]"
    ),
    LetterKind.CONNECT: gettext_lazy(
        "Hello {first}, hello {other_first},\n\n"
        "you both said you would like to meet, so here you are: {name}, {other}.[ {why}]\n\n"
        "I leave the rest to you. A coffee or a short call is a good start.\n\n[{me}]"
    ),
    LetterKind.GREET: gettext_lazy(
        "Hello[ {first}],\n\n{other} thought that we should meet, and I am glad.[ {why}] "
        "Would you have half an hour in the next two weeks, for a coffee or a call?\n\n[{me}]"
    ),
    LetterKind.DID_IT_HAPPEN: gettext_lazy(
        "Hello[ {first}],\n\nthe other day I brought you and {other} together. "
        "Did you find a moment to talk? If nothing came of it, that is fine too; I am just curious.\n\n[{me}]"
    ),
    LetterKind.THANKS: gettext_lazy(
        "Hello[ {first}],\n\nthank you for bringing me together with {other}. We have talked: …\n\n"
        "If there is something I can do for you, tell me.\n\n[{me}]"
    ),
    LetterKind.PITCH: gettext_lazy(
        "Hello[ {first}],\n\nI have followed what {organisation} does, above all … "
        "[{why} ]I have an idea that may fit: …\n\n"
        "{about}\n\nWould you have fifteen minutes for it next week?\n\n[{me}]"
    ),
    LetterKind.NUDGE_PITCH: gettext_lazy(
        "Hello[ {first}],\n\na few days ago I wrote to you with an idea for {organisation}. "
        "In one sentence: …\n\nIf it is not the moment, a short no is fine too.\n\n[{me}]"
    ),
    LetterKind.RECONNECT: gettext_lazy(
        "Hello[ {first}],\n\nit has been a while, and I thought of you[ ({detail})]. How are you? "
        "What are you working on these days?\n\nThere is no hurry to answer. "
        "I just wanted to say hello.\n\n[{me}]"
    ),
    LetterKind.FOLLOW_UP: gettext_lazy(
        "Hello[ {first}],\n\nit was good to meet you[ ({detail})]. What you said about … stayed with me.\n\n"
        "Would you like to have a coffee next week? Tell me which day suits you.\n\n[{me}]"
    ),
    LetterKind.NEXT_STEP: gettext_lazy(
        "Hello[ {first}],\n\nI said I would come back to you[ ({detail})]. "
        "Would one day next week suit you for a short talk?\n\n[{me}]"
    ),
    LetterKind.KEEP_PROMISE: gettext_lazy(
        "Hello[ {first}],\n\nhere is what I promised you[ ({detail})]. I hope it is of use. "
        "If something is missing, tell me.\n\n[{me}]"
    ),
}


def kind(code: LetterKind) -> str:
    """What a letter of this kind is."""
    return str(KINDS[code])


def place(code: Place) -> str:
    """What stands in this place."""
    return str(PLACES[code])


def sample(language: str) -> Mapping[str, str]:
    """Something in every place, to see how a letter reads."""
    with translation.override(language):
        return {
            Place.FIRST: "Karen",
            Place.NAME: "Karen Lindqvist",
            Place.ME: "Ada",
            Place.ABOUT: _("Ada writes about food and the people who make it. She is new in Portland."),
            Place.TARGET: _("an editor at a food magazine"),
            Place.ORGANISATION: "Saveur",
            Place.OTHER: "Tom Okafor",
            Place.OTHER_FIRST: "Tom",
            Place.WHY: _("You both moved here last year."),
            Place.DETAIL: _("Freelance Friday"),
        }


def language() -> str:
    """The reader's language, of those there are letters in."""
    code = (translation.get_language() or "en").split("-")[0]
    return code if code in LANGUAGES else "en"


def product(kind: LetterKind, language: str) -> Words:
    """The product's own words."""
    with translation.override(language if language in LANGUAGES else "en"):
        return Words(str(SUBJECTS.get(kind, "")), str(BODIES[kind]))


def write(kind: LetterKind, values: Mapping[str, str], own: Own, email: str = "") -> Letter:
    """A letter in the user's own words where there are some, else in the product's."""
    return fill(kind, own.words.get(kind) or product(kind, own.language), values, email)


def first(name: str) -> str:
    """How one greets somebody: the first name, a title kept with the whole name ("Dr. Shah")."""
    parts = name.split()
    return name if len(parts) > 1 and parts[0].endswith(".") else parts[0] if parts else ""
