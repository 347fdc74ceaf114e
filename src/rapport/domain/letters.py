"""Letters to start from."""

from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is for."""

    ASK = "ask"  # could you introduce me to …?
    REMIND_ASK = "remind_ask"
    BLURB = "blurb"  # the lines others may forward
    OPT_IN = "opt_in"  # would you like to meet …?
    CONNECT = "connect"  # the two of you, meet
    DID_IT_HAPPEN = "did_it_happen"
    PITCH = "pitch"
    NUDGE_PITCH = "nudge_pitch"
    RECONNECT = "reconnect"
    FOLLOW_UP = "follow_up"  # to someone met
    KEEP_PROMISE = "keep_promise"
