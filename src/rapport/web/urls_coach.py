"""Addresses of what the coach learned, the pace, and the next challenge."""

from django.urls import URLPattern, path

from rapport.web.views import backfill, next_challenge, pace, works

urlpatterns: list[URLPattern] = [
    path("works", works.page, name="works"),
    path("works/guesses", works.guesses, name="works-guesses"),
    path("works/forget", works.forget, name="works-forget"),
    path("works/learned.json", works.export, name="works-export"),
    path("works/before", backfill.page, name="works-before"),
    path("works/before/failed", backfill.failed, name="works-failed"),
    path("works/before/<slug:key>", backfill.remember, name="works-remember"),
    path("pace", pace.page, name="pace"),
    path("pace/stop", pace.stop, name="pace-stop"),
    path("pace/all-hours", pace.all_hours, name="all-hours"),
    path("pace/usual", pace.usual, name="usual-pace"),
    path("pace/days-off", pace.days_off, name="days-off"),
    path("pace/holidays", pace.holidays, name="pace-holidays"),
    path("challenge/next", next_challenge.page, name="challenge-next"),
    path("challenge/<uuid:challenge_id>/next", next_challenge.page, name="challenge-next-of"),
]
