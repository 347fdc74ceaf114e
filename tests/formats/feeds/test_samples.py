"""Feeds as Meetup, Luma, Eventbrite, Google, Nextcloud, WordPress, Mobilizon write them, an oddity each."""

from io import BytesIO

import pytest

from rapport.domain.listings import FeedKind
from rapport.formats import feeds, wire
from tests.formats.feeds.expected import EXPECTED
from tests.formats.feeds.reading import SAMPLES, WINDOW, feed, listings, said, sample, the

NAMES = sorted(path.name for path in SAMPLES.iterdir())


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
