"""What each sample of tests/samples/feeds announces, pages and feeds: its hour there, its name and place.

An hour has its offset; a day alone is a whole day. Marks behind the name: where it was moved from, cancelled;
@ where it is, or online; [its zone, where that is known]. "out" is what is left out, and why.
All are read by somebody in Paris.
"""

EXPECTED: dict[str, tuple[str, ...]] = {
    "array_of_offers.html": ("2026-04-02 18:00+0200 Dinner [Europe/Paris]",),
    "atom_gd_when.xml": ("2026-03-30 19:00+0200 Board games @ Library [Europe/Paris]",),
    "atom_mobilizon.xml": (),
    "atom_relative_link.xml": ("2026-04-05 Picnic",),
    "atom_xhtml.xml": ("2026-04-01 19:00+0200 Salon [Europe/Paris]",),
    "base_address.html": ("2026-04-02 18:00+0200 Relative [Europe/Paris]",),
    "cancelled_status.html": ("2026-04-02 20:00+0200 Spring party (cancelled) [Europe/Paris]",),
    "commented_script.html": ("2026-04-02 18:00+0200 Behind a comment [Europe/Paris]",),
    "conference_with_sessions.html": ("2026-04-09 VR Summit",),
    "eventbrite_list.html": (
        "2026-04-05 Café & croissants @ Anticafé",
        "2026-04-07 18:00+0200 Masterclass [Europe/Paris]",
    ),
    "graph_with_references.html": (
        "2026-03-29 14:00+0200 Salon @ The Hall, 1 rue X, 69001 Lyon [Europe/Paris]",
    ),
    "h_event.html": ("2026-03-04 18:30-0500 Homebrew Website Club @ The Hall, New York",),
    "h_event_value_class.html": ("2026-04-05 09:00+0200 Walk [Europe/Paris]",),
    "h_feed_of_two.html": (
        "2026-10-24 19:00+0200 Salon @ Bar A [Europe/Paris]",
        "2026-10-31 19:00+0100 Salon, again @ Lyon [Europe/Paris]",
    ),
    "hcalendar.html": ("2026-04-05 10:00+0200 Classic @ Old hall [Europe/Paris]",),
    "links_from_above.html": ("2026-04-02 18:00+0200 Up there [Europe/Paris]",),
    "luma_calendar_page.html": (
        "2026-03-29 19:00+0200 Founders Dinner @ Chez Prune, 36 rue Beaurepaire, Paris [Europe/Paris]",
    ),
    "main_entity_in_a_page.html": (
        "2026-04-05 11:00+0200 Brunch @ Café Nord, 2 quai Z, Nantes [Europe/Paris]",
    ),
    "markup_in_text.html": ("2026-04-02 18:00+0200 Bold night [Europe/Paris]",),
    "meetup_event_page.html": (
        "2026-03-04 18:30-0500 Indie Makers Night @ Dumbo Loft, 55 Water St, Brooklyn, us",
    ),
    "meetup_group_page.html": (
        "2026-03-06 18:30-0500 One",
        "2026-03-13 18:30-0400 Two",
    ),
    "microdata.html": ("2026-03-29 20:00+0200 Gig @ Le Bar, Lille [Europe/Paris]",),
    "microdata_text_place.html": ("2026-10-31 18:00+0100 Reading @ Old Library, Leeds [Europe/Paris]",),
    "microdata_time_element.html": (
        "2026-04-05 11:00+0200 Brunch [Europe/Paris]",
        "2026-04-12 11:00+0200 Brunch [Europe/Paris]",
    ),
    "mixed_attendance.html": ("2026-04-02 18:00+0200 Hybrid @ Room 3 [Europe/Paris]",),
    "moved_online_status.html": ("2026-04-02 18:00+0200 Panel @ online [Europe/Paris]",),
    "names_in_two_languages.html": ("2026-04-02 18:00+0200 Printemps [Europe/Paris]",),
    "nested_ten_thousand_deep.html": (),
    "newline_in_string.html": ("2026-04-02 18:00+0200 Two lines [Europe/Paris]",),
    "no_day_at_all.html": ("2026-04-03 Good",),
    "no_markup_at_all.html": (),
    "no_offset_in_local_time.html": ("2026-03-29 10:00+0200 Local [Europe/Paris]",),
    "not_events.html": (),
    "online_location.html": ("2026-04-02 18:00+0000 Webinar @ online",),
    "page_that_points_to_feeds.html": (),
    "postponed_status.html": ("2026-04-02 20:00+0200 Spring party (cancelled) [Europe/Paris]",),
    "price_in_words.html": ("2026-04-02 18:00+0200 A [Europe/Paris]",),
    "price_with_comma.html": ("2026-04-02 18:00+0200 A [Europe/Paris]",),
    "rdf_event_module.xml": ("2026-03-30 18:30+0200 Lecture [Europe/Paris]",),
    "rescheduled_status.html": ("2026-04-09 20:00+0200 Spring party (moved from 2026-04-02) [Europe/Paris]",),
    "rss_broken_xml.xml": ("2026-03-29 16:00+0200 Tea talk [Europe/Paris]",),
    "rss_cancelled_in_title.xml": ("2026-04-05 15:00+0200 Book swap (cancelled) [Europe/Paris]",),
    "rss_entities.xml": ("2026-03-29 16:00+0200 Safe [Europe/Paris]",),
    "rss_event_module.xml": ("2026-03-29 19:00+0200 Stammtisch @ Bar 12 [Europe/Paris]",),
    "rss_geo_point.xml": ("2026-04-04 12:00+0200 Picnic [Europe/Paris]",),
    "rss_html_with_h_event.xml": ("2026-04-03 20:30+0200 Concert @ Le Bar [Europe/Paris]",),
    "rss_html_with_time.xml": ("2026-03-29 15:00+0200 Open studio [Europe/Paris]",),
    "rss_latin_1.xml": ("2026-03-29 20:00+0200 Répétition [Europe/Paris]",),
    "rss_only_published.xml": (),
    "rss_over_the_change_in_sydney.xml": (
        "2026-10-03 18:00+1000 Before @ Glebe",
        "2026-10-10 18:00+1100 After @ Glebe",
    ),
    "rss_trumba.xml": ("2026-03-07 18:00-0500 Alumni mixer [America/New_York]",),
    "rss_twice_in_one_feed.xml": ("2026-04-05 15:00+0200 Salon [Europe/Paris]",),
    "rss_unknown_entity.xml": ("2026-04-05 15:00+0200 Thé dansant [Europe/Paris]",),
    "rss_with_json_ld.xml": ("2026-10-31 20:00+0100 Gala @ Opéra [Europe/Paris]",),
    "rss_wordpress_mec.xml": ("2026-03-29 19:00+0200 Atelier – voix @ Salle B [Europe/Paris]",),
    "rss_xcal.xml": ("2026-03-30 18:00+0000 Jam @ Hall",),
    "second_script_is_broken.html": ("2026-04-02 18:00+0200 Good [Europe/Paris]",),
    "series_of_sub_events.html": (
        "2026-03-27 08:30+0100 Freelance Friday [Europe/Paris]",
        "2026-04-24 08:30+0200 Freelance Friday [Europe/Paris]",
    ),
    "summer_and_winter_in_one_list.html": (
        "2026-10-24 19:00+0200 Before [Europe/Paris]",
        "2026-10-31 19:00+0100 After [Europe/Paris]",
    ),
    "trailing_comma.html": ("2026-04-02 18:00+0200 Sloppy [Europe/Paris]",),
    "twice_in_two_markups.html": ("2026-04-02 18:00+0200 Vernissage @ Galerie 8 [Europe/Paris]",),
    "twice_in_two_scripts.html": ("2026-04-02 20:00+0200 JAM Session [Europe/Paris]",),
    "type_as_address.html": ("2026-04-02 18:00+0200 Mixer [Europe/Paris]",),
    "windows_1252.html": ("2026-04-02 18:00+0200 Soirée œnologie – 5 € [Europe/Paris]",),
    "wrapped_in_cdata.html": ("2026-04-02 18:00+0200 Wrapped [Europe/Paris]",),
    "zone_in_brackets.html": (
        "2026-10-24 19:00+1100 Late talk [Australia/Sydney]",
        "2026-03-29 08:00+0200 Early talk [Europe/Paris]",
    ),
}
