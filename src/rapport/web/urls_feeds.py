"""Addresses of the feeds of gatherings, and of what is pasted."""

from django.urls import URLPattern, path

from rapport.web.views import feed_work, pasted, subscriptions

urlpatterns: list[URLPattern] = [
    path("gatherings/paste", pasted.paste, name="gathering-paste"),
    path("gatherings/feeds", subscriptions.page, name="feeds"),
    path("gatherings/feeds/new", subscriptions.new, name="feed-new"),
    path("gatherings/feeds/reading/<uuid:work_id>", feed_work.page, name="feed-work"),
    path("gatherings/feeds/reading/<uuid:work_id>/stop", feed_work.stop, name="feed-work-stop"),
    path("gatherings/feeds/<uuid:feed_id>", subscriptions.feed, name="feed"),
    path("gatherings/feeds/<uuid:feed_id>/edit", subscriptions.edit, name="feed-edit"),
    path("gatherings/feeds/<uuid:feed_id>/read", subscriptions.read_again, name="feed-read"),
    path("gatherings/feeds/<uuid:feed_id>/pause", subscriptions.pause, name="feed-pause"),
    path("gatherings/feeds/<uuid:feed_id>/bin", subscriptions.discard, name="feed-bin"),
]
