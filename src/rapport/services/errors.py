"""What a door must be able to tell: bad input names its field and a code; an unknown id is a LookupError."""

from enum import StrEnum


class Problem(StrEnum):
    """Why a field cannot be saved as it is."""

    REQUIRED = "required"
    TOO_LONG = "too_long"
    BAD_TEXT = "bad_text"  # a control character
    OUT_OF_RANGE = "out_of_range"
    UNKNOWN = "unknown"  # names somebody or something that is not there
    TAKEN = "taken"  # another one is called so
    SAME_PERSON = "same_person"  # the same person on both sides
    IN_A_CIRCLE = "in_a_circle"  # somebody would have come through themselves
    NOT_A_LINK = "not_a_link"  # no web address
    NOT_AN_EMAIL = "not_an_email"
    TOO_EARLY = "too_early"  # before the day it follows
    TOO_LATE = "too_late"  # after the day that follows it


class Invalid(ValueError):
    """Nothing was saved: this field cannot hold this."""

    def __init__(self, field: str, code: Problem) -> None:
        super().__init__(f"{field}: {code}")
        self.field = field
        self.code = code
