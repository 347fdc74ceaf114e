"""What each sample of tests/samples/feeds announces; it stands by kind, a sample a line."""

from tests.formats.feeds import expected_calendars, expected_pages

EXPECTED = expected_calendars.EXPECTED | expected_pages.EXPECTED
