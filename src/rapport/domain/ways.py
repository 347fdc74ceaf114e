"""The ways to meet people, or to keep them."""

from enum import StrEnum


class Way(StrEnum):
    """A way of meeting people, or of keeping them."""

    ASK = "ask"
    GATHERING = "gathering"
    PITCH = "pitch"
    RECONNECT = "reconnect"
    GIVE = "give"
    FOLLOW_UP = "follow_up"
    LOG = "log"  # writing down what happened
