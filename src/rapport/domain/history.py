"""Shared history read from headers: whose addresses these are, and what the traces of one person add up to."""

from enum import StrEnum


class AddressKind(StrEnum):
    """Whose a mail address is."""

    PERSON = "person"
    ME = "me"
    MACHINE = "machine"  # no-reply, notifications
    LIST = "list"  # a mailing list or a group
