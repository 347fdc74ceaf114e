"""Addresses of gatherings: what is coming, before, after, and what they gave."""

from django.urls import URLPattern, path

from rapport.web.views import debriefs, engagements, gathering_briefs, gatherings, listings, series

urlpatterns: list[URLPattern] = [
    path("gatherings", gatherings.page, name="gatherings"),
    path("gatherings/calendar", engagements.take_in, name="gathering-calendar"),
    path("gatherings/new", gatherings.new, name="gathering-new"),
    path("gatherings/<uuid:gathering_id>", gatherings.gathering, name="gathering"),
    path("gatherings/<uuid:gathering_id>/edit", gatherings.edit, name="gathering-edit"),
    path("gatherings/<uuid:gathering_id>/attend", gatherings.attend, name="gathering-attend"),
    path("gatherings/<uuid:gathering_id>/again", gatherings.again, name="gathering-again"),
    path("gatherings/<uuid:gathering_id>/bin", gatherings.discard, name="gathering-bin"),
    path("gatherings/<uuid:gathering_id>/before", gathering_briefs.before, name="gathering-before"),
    path("gatherings/<uuid:gathering_id>/plan", gathering_briefs.plan, name="gathering-plan"),
    path("gatherings/<uuid:gathering_id>/debrief", debriefs.debrief, name="gathering-debrief"),
    path("debriefs/<uuid:batch_id>", debriefs.debriefed, name="debriefed"),
    path("listings/<uuid:listing_id>", listings.listing, name="listing"),
    path("listings/<uuid:listing_id>/reply", listings.reply, name="listing-reply"),
    path("listings/<uuid:listing_id>/forgive", listings.forgive, name="listing-forgive"),
    path("series/<uuid:series_id>", series.series, name="series"),
    path("series/<uuid:series_id>/edit", series.edit, name="series-edit"),
    path("series/<uuid:series_id>/rhythm", series.go_regularly, name="series-rhythm"),
    path("series/<uuid:series_id>/let-go", series.let_go, name="series-let-go"),
    path("series/<uuid:series_id>/take-up", series.take_up, name="series-take-up"),
    path("series/<uuid:series_id>/bin", series.discard, name="series-bin"),
]
