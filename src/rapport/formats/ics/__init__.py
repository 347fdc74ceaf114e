"""Calendar files (RFC 5545): meetings that were, and events to come."""

from rapport.formats.ics.calendars import CalendarEvent, Status, Window, events
from rapport.formats.ics.traces import read

__all__ = ["CalendarEvent", "Status", "Window", "events", "read"]
