"""Every address of the web door."""

from django.urls import URLPattern, URLResolver, path

from rapport.web import (
    urls_coach,
    urls_core,
    urls_feeds,
    urls_gatherings,
    urls_letters,
    urls_nouns,
    urls_pitches,
)
from rapport.web.views import launch

handler400 = "rapport.web.views.errors.bad_request"
handler403 = "rapport.web.views.errors.forbidden"
handler404 = "rapport.web.views.errors.not_found"
handler500 = "rapport.web.views.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("health", launch.health, name="health"),
    path("launch/<str:token>", launch.enter, name="launch"),
    path("csp-report", launch.csp_report, name="csp-report"),
    *urls_core.urlpatterns,
    *urls_coach.urlpatterns,
    *urls_nouns.urlpatterns,
    *urls_feeds.urlpatterns,
    *urls_gatherings.urlpatterns,
    *urls_letters.urlpatterns,
    *urls_pitches.urlpatterns,
]
