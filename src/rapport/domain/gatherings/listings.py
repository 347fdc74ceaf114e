"""Gatherings as feeds announce them."""

from enum import StrEnum


class FeedKind(StrEnum):
    """How a feed tells of gatherings."""

    ICS = "ics"  # iCalendar
    RSS = "rss"  # RSS or Atom
    PAGE = "page"  # a web page with schema.org Event or h-event


class FeedProblem(StrEnum):
    """Why the last reading of a feed gave nothing."""

    FORBIDDEN = "forbidden"  # an address that is never fetched
    LOCAL = "local"  # an address of the local network, not allowed yet
    NOT_FOUND = "not_found"  # 404
    GONE = "gone"  # 410: not asked again
    REFUSED = "refused"  # 401, 403
    SERVER = "server"  # 5xx, or an answer that is none
    UNREACHABLE = "unreachable"  # no such host, no connection
    SLOW = "slow"  # longer than the cap
    TOO_LARGE = "too_large"
    TOO_MANY_HOPS = "too_many_hops"  # redirects
    NOT_A_FEED = "not_a_feed"  # read, and no gatherings in any form we know


class ListingStatus(StrEnum):
    PLANNED = "planned"
    MOVED = "moved"  # to another day or hour than first told
    CANCELLED = "cancelled"
    GONE = "gone"  # the feed no longer tells it


class ListingReply(StrEnum):
    """What the user said to it."""

    GOING = "going"
    MAYBE = "maybe"
    NOT_FOR_ME = "not_for_me"
