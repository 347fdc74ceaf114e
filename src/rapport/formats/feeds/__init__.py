"""Feeds of gatherings, in any form we know: iCalendar, RSS and Atom, pages with marked-up events."""

from rapport.formats.feeds.origin import Origin, Window
from rapport.formats.feeds.reader import read

__all__ = ["Origin", "Window", "read"]
