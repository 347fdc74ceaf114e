"""Where a feed was read, and which days of it are asked for."""

from datetime import UTC, date, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rapport.domain.values import dataclass


class Window(NamedTuple):
    """The days asked for, both included."""

    since: date
    until: date

    def holds(self, day: date) -> bool:
        return self.since <= day <= self.until


@dataclass(frozen=True, slots=True)
class Origin:
    """A feed as it was fetched."""

    url: str = ""  # after redirects: what its links are relative to
    charset: str = ""  # as the server said
    zone_name: str = ""  # IANA; of times that name none

    @property
    def zone(self) -> tzinfo:
        try:
            return ZoneInfo(self.zone_name) if self.zone_name else UTC
        except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder
            return UTC
