"""Addresses of pitches, and of those one lost touch with."""

from django.urls import URLPattern, path

from rapport.web.views import pitch_desk, pitch_ladder, pitches, reconnect

urlpatterns: list[URLPattern] = [
    path("pitches", pitches.page, name="pitches"),
    path("pitches/new", pitches.new, name="pitch-new"),
    path("pitches/plan", pitch_ladder.plan, name="pitch-plan"),
    path("pitches/writing-again", pitch_ladder.nudges, name="pitch-nudges"),
    path("pitches/<uuid:pitch_id>", pitches.pitch, name="pitch"),
    path("pitches/<uuid:pitch_id>/edit", pitches.edit, name="pitch-edit"),
    path("pitches/<uuid:pitch_id>/step", pitches.step, name="pitch-step"),
    path("pitches/<uuid:pitch_id>/move", pitch_ladder.move, name="pitch-move"),
    path("pitches/<uuid:pitch_id>/letter", pitch_desk.write, name="pitch-write"),
    path("pitches/<uuid:pitch_id>/through", pitch_desk.through, name="pitch-through"),
    path("pitches/<uuid:pitch_id>/afterwards", pitch_desk.reflect, name="pitch-reflect"),
    path("pitches/<uuid:pitch_id>/bin", pitches.discard, name="pitch-bin"),
    path("reconnect", reconnect.page, name="reconnect"),
    path("reconnect/<uuid:person_id>", reconnect.answer, name="reconnect-answer"),
]
