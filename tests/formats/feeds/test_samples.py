"""Feeds as Meetup, Luma, Eventbrite, Google, Nextcloud, WordPress, Mobilizon write them, an oddity each."""

from datetime import UTC, timedelta
from io import BytesIO

import pytest

from rapport.domain.gatherings.listings import FeedKind
from rapport.formats import feeds, wire
from tests.formats.feeds.expected import EXPECTED
from tests.formats.feeds.reading import SAMPLES, WINDOW, feed, listings, said, sample, the

NAMES = sorted(path.name for path in SAMPLES.iterdir())
CHANGES = {  # a series on both sides of a change of its place's clock: hours on that clock, and from UTC
    "google_floating_own_zone.ics": (19, {1, 2}), "google_weekly_across_spring.ics": (19, {-5, -4}),
    "paris_leaves_summer_time.ics": (19, {2, 1}), "new_york_leaves_summer_time.ics": (18.5, {-4, -5}),
    "london_enters_summer_time.ics": (18, {0, 1}), "nextcloud_subscription.ics": (18.5, {1, 2}),
    "santiago_leaves_summer_time.ics": (20, {-3, -4}), "auckland_enters_summer_time.ics": (17.5, {12, 13}),
    "sydney_leaves_summer_time.ics": (9, {11, 10}), "sydney_windows_zone.ics": (18, {10, 11}),
    "lord_howe_by_half_an_hour.ics": (18, {11, 10.5}), "kolkata_has_no_summer_time.ics": (19, {5.5}),
    "windows_zone_in_america.ics": (12, {-5, -4}), "windows_zone_shown.ics": (19, {1, 2}),
    "mozilla_zone.ics": (20, {1, 2}), "outlook_zone_of_its_own.ics": (19, {1, 2}),
    "floating_without_any_zone.ics": (19, {1, 2}), "exdate_in_utc.ics": (19, {1, 2}),
    "until_in_utc.ics": (19, {1, 2}), "until_as_a_day.ics": (19, {-5, -4}),
    "second_thursday.ics": (19, {1, 2}), "series_of_sub_events.html": (8.5, {1, 2}),
    "summer_and_winter_in_one_list.html": (19, {2, 1}), "h_feed_of_two.html": (19, {2, 1}),
    "rss_over_the_change_in_sydney.xml": (18, {10, 11}), "meetup_group_page.html": (18.5, {-5, -4}),
}  # fmt: skip


def test_there_are_sixty_samples_and_each_has_its_expectation() -> None:
    assert len(NAMES) >= 60
    assert sorted(EXPECTED) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_date_is_told_at_its_hour(name: str) -> None:
    told = sample(name)
    assert tuple(filter(None, map(said, told))) == EXPECTED[name]
    kinds = {".ics": FeedKind.ICS, ".xml": FeedKind.RSS, ".html": FeedKind.PAGE}
    assert feed(name).kind is next(kind for end, kind in kinds.items() if name.endswith(end))
    assert wire.encode(wire.decode(wire.encode(told))) == wire.encode(told)


@pytest.mark.parametrize("name", CHANGES)
def test_the_clock_on_the_wall_is_the_same_on_both_sides_of_its_change(name: str) -> None:
    hour, offsets = CHANGES[name]
    moments = [each.starts_at for each in listings(name) if each.starts_at]
    assert {at.hour + at.minute / 60 for at in moments} == {hour}
    assert {(at.utcoffset() or timedelta()) / timedelta(hours=1) for at in moments} == offsets


def test_what_is_told_twice_is_there_once() -> None:
    assert len(listings("twice_in_two_markups.html")) == 1
    assert len(listings("twice_in_two_scripts.html")) == 1
    assert len(listings("rss_twice_in_one_feed.xml")) == 1
    assert [each.name for each in listings("same_uid_later_sequence.ics")] == ["New name"]


def test_links_are_made_whole() -> None:
    assert the("links_from_above.html").url == "https://x.example/e/7?a=1&b=2"
    assert the("base_address.html").url == "https://elsewhere.example/dir/e/1"
    assert the("atom_relative_link.xml").url == "https://x.example/e/1"


def test_an_end_is_told_where_it_makes_sense() -> None:
    night = the("length_instead_of_end.ics")  # begins before the clock is put forward, ends after
    assert night.starts_at is not None
    assert night.ends_at is not None
    assert night.ends_at.astimezone(UTC) - night.starts_at.astimezone(UTC) == timedelta(hours=5)
    assert the("ends_before_it_begins.ics").ends_at is None


def test_no_name_of_a_machine_is_there_twice() -> None:
    for name in NAMES:
        keys = [(each.uid, each.instance) for each in listings(name)]
        assert len(keys) == len(set(keys)), name


def test_a_meetup_says_everything_about_itself() -> None:
    page = the("meetup_event_page.html")
    assert (page.place, page.city) == ("Dumbo Loft, 55 Water St, Brooklyn, us", "Brooklyn")
    assert (page.latitude, page.longitude) == (40.7, -73.99)
    assert (page.size, page.price, page.currency, page.host) == (40, 5.0, "USD", "Brooklyn Makers")
    assert page.url == "https://www.meetup.example/brooklyn-makers/events/3001/"
    calendar = the("meetup_group.ics")
    assert (calendar.starts_at, calendar.url, calendar.time_zone) == (
        page.starts_at,
        page.url,
        "America/New_York",
    )


def test_luma_writes_its_link_where_the_place_would_stand() -> None:
    dinner = the("luma_calendar.ics")
    assert (dinner.place, dinner.is_online, dinner.host) == ("12 Rue Oberkampf", False, "Paris Founders")
    assert dinner.url.startswith("https://lu.example/")
    assert the("luma_calendar_page.html").price == 0


def test_what_is_online_and_what_is_only_also_online() -> None:
    online = the("online_location.html")
    assert (online.is_online, online.url) == (True, "https://zoom.example/j/1")
    both = the("mixed_attendance.html")
    assert (both.is_online, both.place) == (False, "Room 3")
    assert the("meetup_online.ics").is_online
    assert the("google_meet_link.ics").is_online


@pytest.mark.parametrize(
    ("name", "price", "currency"),
    [
        ("price_in_words.html", 0.0, ""),
        ("price_with_comma.html", 12.5, "EUR"),
        ("microdata.html", 8.0, "EUR"),
        ("no_offset_in_local_time.html", None, ""),
        ("array_of_offers.html", 0.0, "EUR"),
    ],
)
def test_what_it_costs(name: str, price: float | None, currency: str) -> None:
    found = the(name)
    assert (found.price, found.currency) == (price, currency)


def test_the_least_price_of_several_is_said() -> None:
    assert [(each.price, each.currency) for each in listings("eventbrite_list.html")] == [
        (None, ""),
        (12.5, "EUR"),
    ]


def test_the_place_of_a_reference_is_followed() -> None:
    salon = the("graph_with_references.html")
    assert (salon.place, salon.city) == ("The Hall, 1 rue X, 69001 Lyon", "Lyon")


def test_sessions_are_told_with_their_conference() -> None:
    assert the("conference_with_sessions.html").size == 3000


def test_the_hour_that_is_skipped_is_the_one_after_it() -> None:
    second = listings("hour_that_is_skipped.ics")[1]
    assert f"{second.starts_at:%H:%M}" == "03:30"
    assert (second.status, second.moved_from) == ("planned", None)


def test_dates_of_one_gathering_are_told_apart_by_their_day() -> None:
    first, second = listings("series_of_sub_events.html")
    assert first.uid == second.uid
    assert (first.instance, second.instance) == ("20260327T0830", "20260424T0830")
    assert first.is_recurring


def test_a_day_of_publication_is_no_day_of_a_gathering() -> None:
    assert not listings("rss_only_published.xml")
    assert feed("rss_only_published.xml").behind == ("https://r.example/news/1", "https://r.example/news/2")
    assert feed("atom_mobilizon.xml").behind == ("https://mobilizon.example/events/1f2e",)


def test_a_page_tells_of_the_feeds_it_points_to() -> None:
    found = feed("page_that_points_to_feeds.html")
    assert found.feeds == ("https://x.example/feed/", "https://x.example/cal.ics")


def test_text_is_plain_and_scripts_are_not_told() -> None:
    night = the("markup_in_text.html")
    assert (night.name, night.about) == ("Bold night", "One\n\nTwo & three")
    cafe = the("wordpress_events_calendar.ics")
    assert (cafe.host, cafe.about) == ("La Ruche", "Venez & parlez.\n\nGratuit")


def test_no_entity_is_followed_and_no_file_is_read() -> None:
    assert "root:" not in repr(sample("rss_entities.xml"))


def test_a_reader_that_was_stopped_goes_on_behind_it() -> None:
    data = (SAMPLES / "meetup_group_page.html").read_bytes()
    origin = feeds.Origin("https://x.example/", "", "Europe/Paris")
    rest = list(feeds.read(BytesIO(data), origin, WINDOW, start=1))
    assert [said(each) for each in rest if said(each)] == ["2026-03-13 18:30-0400 Two"]


def test_a_feed_of_a_hundred_thousand_dates_ends_at_a_thousand() -> None:
    event = '{"@type":"Event","name":"%s","startDate":"2026-04-02"}'
    script = ",".join(event % n for n in range(3_000))
    page = f'<script type="application/ld+json">[{script}]</script>'.encode()
    told = list(feeds.read(BytesIO(page), feeds.Origin(), WINDOW))
    assert [said(each) for each in told].count("out: too_many") == 1
    assert len(told) == 1_000 + 2


def test_two_hundred_thousand_tags_deep_ends() -> None:
    for page in (b"<div>" * 200_000, b"<rss>" + b"<a>" * 200_000, b'<p class="h-event">' * 20_000):
        told = list(feeds.read(BytesIO(page), feeds.Origin(), WINDOW))
        assert len(told) == 1


def test_more_than_ten_megabytes_are_not_read() -> None:
    [told] = feeds.read(BytesIO(b" " * (10 * 1024 * 1024 + 1)), feeds.Origin(), WINDOW)
    assert said(told) == "out: too_large"
