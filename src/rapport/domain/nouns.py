"""The nouns of the month, by their codes."""

from enum import StrEnum


class Noun(StrEnum):
    """What can be binned."""

    PERSON = "person"
    INTERACTION = "interaction"
    GATHERING = "gathering"
    SERIES = "series"
    ASK = "ask"
    INTRODUCTION = "introduction"
    PITCH = "pitch"
    HELP = "help"
    NEED = "need"
    OFFER = "offer"
    FOLLOW_UP = "follow_up"
    OPPORTUNITY = "opportunity"
    NOTE = "note"
    CHALLENGE = "challenge"
    FILTER = "filter"  # a kept list of people
    FEED = "feed"  # a source of gatherings
    LETTER = "letter"  # one's own words for letters of a kind
