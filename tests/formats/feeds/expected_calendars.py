"""What each sample of tests/samples/feeds announces, calendars: its hour there, its name and place.

An hour has its offset; a day alone is a whole day. Marks behind the name: where it was moved from, cancelled;
@ where it is, or online; [its zone, where that is known]. "out" is what is left out, and why.
All are read by somebody in Paris.
"""

EXPECTED: dict[str, tuple[str, ...]] = {
    "all_day_every_week.ics": (
        "2026-03-25 Open atelier @ Atelier 5",
        "2026-04-01 Open atelier @ Atelier 5",
    ),
    "auckland_enters_summer_time.ics": (
        "2026-09-24 17:30+1200 Harbour swim @ Mission Bay [Pacific/Auckland]",
        "2026-10-01 17:30+1300 Harbour swim @ Mission Bay [Pacific/Auckland]",
    ),
    "bare_carriage_returns.ics": ("2026-03-26 18:00+0000 Old Mac",),
    "bare_events.ics": ("2026-03-31 18:00+0000 Without a calendar around it",),
    "bomb_a_billion_dates.ics": ("out: recurs_too_often",),
    "bomb_every_list_full.ics": (
        "out: recurs_too_often",
        "2026-03-31 18:00+0000 Good",
    ),
    "bomb_every_second.ics": (
        "out: recurs_too_often",
        "2026-03-31 18:00+0000 Good",
    ),
    "bomb_hours_and_minutes.ics": (
        "out: recurs_too_often",
        "2026-03-31 18:00+0000 Good",
    ),
    "bomb_interval_zero.ics": (
        "out: recurs_too_often",
        "2026-03-31 18:00+0000 Good",
    ),
    "bomb_nested_rdates.ics": (
        "out: recurs_too_often",
        "2026-03-31 18:00+0000 Good",
    ),
    "bomb_never_comes_true.ics": (
        "out: recurs_too_often",
        "2026-03-31 18:00+0000 Good",
    ),
    "empty_calendar.ics": (),
    "ends_before_it_begins.ics": ("2026-03-26 18:00+0000 Backwards",),
    "escapes_in_text.ics": ("2026-03-26 18:00+0000 Wine, cheese; talk and more @ 12, rue X Paris",),
    "eventbrite_organiser.ics": (
        "2026-04-05 08:00+0000 Petit-déjeuner des indépendants @ Anticafé, 79 rue Quincampoix, 75003 Paris",
    ),
    "every_date_taken_out.ics": ("2026-03-27 19:00+0100 Still there [Europe/Paris]",),
    "exdate_as_a_day.ics": (
        "2026-03-26 19:00+0100 Chorale [Europe/Paris]",
        "2026-04-09 19:00+0200 Chorale [Europe/Paris]",
    ),
    "exdate_in_utc.ics": (
        "2026-03-26 19:00+0100 Chorale [Europe/Paris]",
        "2026-04-09 19:00+0200 Chorale [Europe/Paris]",
    ),
    "far_future.ics": ("2026-03-26 18:00+0000 Near",),
    "floating_without_any_zone.ics": (
        "2026-03-28 19:00+0100 Here, wherever that is [Europe/Paris]",
        "2026-03-29 19:00+0200 Here, wherever that is [Europe/Paris]",
    ),
    "folded_within_a_letter.ics": ("2026-03-26 18:00+0000 Café des langues à l’Ancienne Gare de l’Est",),
    "french_cancelled_in_title.ics": ("2026-03-31 18:00+0200 Apéro de printemps (cancelled) [Europe/Paris]",),
    "google_all_day.ics": ("2026-03-14 Book fair",),
    "google_cancelled_instance.ics": (
        "2026-03-05 19:00+0100 Chorale [Europe/Paris]",
        "2026-03-12 19:00+0100 Chorale (cancelled) [Europe/Paris]",
        "2026-03-19 19:00+0100 Chorale [Europe/Paris]",
    ),
    "google_exdate.ics": (
        "2026-03-05 19:00+0100 Chorale [Europe/Paris]",
        "2026-03-19 19:00+0100 Chorale [Europe/Paris]",
    ),
    "google_floating_own_zone.ics": (
        "2026-03-28 19:00+0100 Writing sprint [Europe/Paris]",
        "2026-03-29 19:00+0200 Writing sprint [Europe/Paris]",
        "2026-03-30 19:00+0200 Writing sprint [Europe/Paris]",
    ),
    "google_meet_link.ics": ("2026-03-10 17:00+0000 Coffee chat @ online",),
    "google_moved_instance.ics": (
        "2026-03-05 19:00+0100 Apéro [Europe/Paris]",
        "2026-03-13 19:30+0100 Apéro (vendredi) (moved from 2026-03-12) [Europe/Paris]",
        "2026-03-19 19:00+0100 Apéro [Europe/Paris]",
    ),
    "google_weekly_across_spring.ics": (
        "2026-03-02 19:00-0500 Monday Table [America/New_York]",
        "2026-03-09 19:00-0400 Monday Table [America/New_York]",
        "2026-03-16 19:00-0400 Monday Table [America/New_York]",
    ),
    "hour_that_comes_twice.ics": ("2026-11-01 01:30-0400 Last round [America/New_York]",),
    "hour_that_is_skipped.ics": (
        "2026-03-28 02:30+0100 Night owls [Europe/Paris]",
        "2026-03-29 03:30+0200 Night owls [Europe/Paris]",
        "2026-03-30 02:30+0200 Night owls [Europe/Paris]",
    ),
    "kolkata_has_no_summer_time.ics": (
        "2026-03-25 19:00+0530 Chai and code @ Koramangala Club [Asia/Kolkata]",
        "2026-04-01 19:00+0530 Chai and code @ Koramangala Club [Asia/Kolkata]",
    ),
    "latin_1_without_a_word.ics": ("2026-03-26 18:00+0000 Soirée à Orléans @ Café Léon",),
    "length_instead_of_end.ics": ("2026-03-28 23:00+0100 Night market [Europe/Paris]",),
    "london_enters_summer_time.ics": (
        "2026-03-25 18:00+0000 Pub walk @ The Lamb [Europe/London]",
        "2026-04-01 18:00+0100 Pub walk @ The Lamb [Europe/London]",
    ),
    "lord_howe_by_half_an_hour.ics": (
        "2026-04-02 18:00+1100 Island supper @ The Jetty [Australia/Lord_Howe]",
        "2026-04-09 18:00+1030 Island supper @ The Jetty [Australia/Lord_Howe]",
    ),
    "luma_calendar.ics": ("2026-03-29 17:00+0000 Founders Dinner @ 12 Rue Oberkampf",),
    "mark_and_newlines.ics": ("2026-03-31 18:00+0000 Behind a mark",),
    "meetup_group.ics": (
        "2026-03-04 18:30-0500 Indie Makers Night"
        " @ Dumbo Loft (55 Water St, Brooklyn, NY) [America/New_York]",
    ),
    "meetup_online.ics": ("2026-03-11 12:00-0400 Lunch call @ online [America/New_York]",),
    "method_cancel.ics": ("2026-03-31 18:00+0200 Panel (cancelled) [Europe/Paris]",),
    "mobilizon_group.ics": ("2026-04-02 16:30+0000 Install party @ Maison des associations, Nantes",),
    "moved_over_the_change.ics": (
        "2026-03-27 19:00+0100 Friday club [Europe/Paris]",
        "2026-03-28 19:00+0100 Friday club (moved from 2026-04-03) [Europe/Paris]",
    ),
    "mozilla_zone.ics": (
        "2026-03-26 20:00+0100 Stammtisch @ Zur Linde [Europe/Berlin]",
        "2026-04-02 20:00+0200 Stammtisch @ Zur Linde [Europe/Berlin]",
    ),
    "new_york_leaves_summer_time.ics": (
        "2026-10-26 18:30-0400 Monday Table @ Rye Bar [America/New_York]",
        "2026-11-02 18:30-0500 Monday Table @ Rye Bar [America/New_York]",
    ),
    "nextcloud_rdate.ics": (
        "2026-03-02 19:00+0100 Lecture [Europe/Paris]",
        "2026-03-16 19:00+0100 Lecture [Europe/Paris]",
        "2026-04-09 19:00+0200 Lecture [Europe/Paris]",
    ),
    "nextcloud_subscription.ics": (
        "2026-03-27 18:30+0100 Freelance Friday @ Tiers-lieu [Europe/Paris]",
        "2026-04-24 18:30+0200 Freelance Friday @ Tiers-lieu [Europe/Paris]",
    ),
    "no_title.ics": (
        "out: no_name",
        "2026-03-31 19:00+0000 Named",
    ),
    "no_uid.ics": ("2026-03-31 18:00+0000 Nameless to machines",),
    "null_island.ics": ("2026-03-31 18:00+0000 Nowhere",),
    "on_the_31st.ics": (
        "2026-03-31 19:00+0200 Last day club [Europe/Paris]",
        "2026-05-31 19:00+0200 Last day club [Europe/Paris]",
        "2026-07-31 19:00+0200 Last day club [Europe/Paris]",
    ),
    "only_the_past.ics": (),
    "outlook_cancelled_in_title.ics": ("2026-03-31 18:00+0200 Spring drinks (cancelled) [Europe/Berlin]",),
    "outlook_zone_of_its_own.ics": (
        "2026-03-26 19:00+0100 Writers’ table @ Library",
        "2026-04-02 19:00+0200 Writers’ table @ Library",
    ),
    "paris_leaves_summer_time.ics": (
        "2026-10-22 19:00+0200 Jeudi du vin @ La Cave, Paris [Europe/Paris]",
        "2026-10-29 19:00+0100 Jeudi du vin @ La Cave, Paris [Europe/Paris]",
    ),
    "rdate_as_period.ics": (
        "2026-03-26 18:00+0000 Talk",
        "2026-04-02 18:00+0000 Talk",
    ),
    "same_uid_later_sequence.ics": ("2026-03-27 18:00+0000 New name",),
    "santiago_leaves_summer_time.ics": (
        "2026-04-02 20:00-0300 Tertulia @ Bar Uno [America/Santiago]",
        "2026-04-09 20:00-0400 Tertulia @ Bar Uno [America/Santiago]",
    ),
    "second_thursday.ics": (
        "2026-03-12 19:00+0100 Second Thursday [Europe/Paris]",
        "2026-04-09 19:00+0200 Second Thursday [Europe/Paris]",
        "2026-05-14 19:00+0200 Second Thursday [Europe/Paris]",
    ),
    "sydney_leaves_summer_time.ics": (
        "2026-03-29 09:00+1100 Harbour walk [Australia/Sydney]",
        "2026-04-05 09:00+1000 Harbour walk [Australia/Sydney]",
        "2026-04-12 09:00+1000 Harbour walk [Australia/Sydney]",
    ),
    "sydney_windows_zone.ics": (
        "2026-10-01 18:00+1000 Pub quiz [Australia/Sydney]",
        "2026-10-08 18:00+1100 Pub quiz [Australia/Sydney]",
    ),
    "this_and_future.ics": (
        "2026-03-10 19:00+0100 Club [Europe/Paris]",
        "2026-03-17 19:00+0100 Club [Europe/Paris]",
        "2026-03-24 20:00+0100 Club, later [Europe/Paris]",
        "2026-03-31 20:00+0200 Club, later [Europe/Paris]",
    ),
    "until_as_a_day.ics": (
        "2026-03-02 19:00-0500 Club [America/New_York]",
        "2026-03-09 19:00-0400 Club [America/New_York]",
    ),
    "until_in_utc.ics": (
        "2026-03-23 19:00+0100 Club [Europe/Paris]",
        "2026-03-30 19:00+0200 Club [Europe/Paris]",
        "2026-04-06 19:00+0200 Club [Europe/Paris]",
    ),
    "utf_16.ics": ("2026-03-26 18:00+0000 Fête d’été",),
    "windows_zone_in_america.ics": (
        "2026-03-04 12:00-0500 Lunch table @ Cafe Noir [America/New_York]",
        "2026-03-11 12:00-0400 Lunch table @ Cafe Noir [America/New_York]",
    ),
    "windows_zone_shown.ics": (
        "2026-03-26 19:00+0100 Apéro @ Chez Ana [Europe/Brussels]",
        "2026-04-02 19:00+0200 Apéro @ Chez Ana [Europe/Brussels]",
    ),
    "wordpress_events_calendar.ics": (
        "2026-03-29 19:00+0200 Café créatif – mars @ La Ruche, 24 rue de l’Est, Paris [Europe/Paris]",
    ),
    "zone_nobody_knows.ics": (
        "out: not_understood",
        "2026-03-26 20:00+0100 Lander drinks @ Crater 4 [Europe/Paris]",
    ),
}
