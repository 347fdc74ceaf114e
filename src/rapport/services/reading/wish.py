"""What the reading process is told, and how it answers; the same for both sides."""

import json
from collections.abc import Mapping
from dataclasses import asdict, field

from rapport.domain.values import dataclass

# What a line of the answer begins with: records, a part of the file, how many bytes were read, where the
# last message of a mailbox begins.
RECORDS, PART, DONE, LAST = "R", "P", "B", "L"
COLUMN_BETWEEN = " · "  # stands between the columns of a table nobody knows
OUT_OF_MEMORY, GONE = 3, 4  # exit codes


@dataclass(frozen=True, slots=True)
class Wish:
    """A file to read, and from where on."""

    path: str
    part: int = 0  # the entry of a zip, or the file of a folder, to begin with
    start: int = 0  # records of that part to pass over: where an earlier reader was stopped
    careful: bool = False  # hand every record over at once: to find the one that stops a reader
    offset: int = 0  # bytes of a mailbox that an earlier import has read
    mapping: Mapping[str, str] = field(default_factory=dict)  # column → field, for a table nobody knows
    since: str = ""  # the window of a calendar, as ISO dates
    until: str = ""
    zone: str = "UTC"  # of times that name none
    feed: str = ""  # where it was fetched: it is read as a feed of gatherings
    charset: str = ""  # of the feed, as its server said
    only: str = ""  # "people" or "traces": what holds only the other is passed over

    def as_json(self) -> str:
        return json.dumps(asdict(self))


def from_json(text: str) -> Wish:
    return Wish(**json.loads(text))
