"""Addresses of the pages a day is made of."""

from datetime import date

from django.urls import URLPattern, path, register_converter

from rapport.domain.days import is_plausible
from rapport.web.views import (
    addresses,
    board,
    cards,
    challenge,
    checkins,
    demo,
    diary,
    followups,
    imports,
    interactions,
    language,
    quicklog,
    retrospective,
    settings,
    setup,
    today,
    undo,
    welcome,
)
from rapport.web.views import (
    bin as bin_views,
)


class DayConverter:
    """A day in an address: 2026-03-05, and nothing that is no day or that nobody lives."""

    regex: str = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        day = date.fromisoformat(value)
        if not is_plausible(day):
            raise ValueError(value)
        return day

    def to_url(self, value: date | str) -> str:
        return str(value)


register_converter(DayConverter, "day")

urlpatterns: list[URLPattern] = [
    path("", today.page, name="today"),
    path("energy", today.feel, name="feel"),
    path("cards", cards.answer, name="card-answer"),
    path("welcome", welcome.page, name="welcome"),
    path("demo", demo.enter, name="demo-enter"),
    path("demo/leave", demo.leave, name="leave-demo"),
    path("language", language.choose, name="language"),
    path("import", imports.page, name="imports"),
    path("import/<uuid:import_id>", imports.one, name="import"),
    path("import/<uuid:import_id>/state", imports.state, name="import-state"),
    path("import/<uuid:import_id>/confirm", imports.confirm, name="import-confirm"),
    path("import/<uuid:import_id>/again", imports.again, name="import-again"),
    path("import/<uuid:import_id>/cancel", imports.cancel, name="import-cancel"),
    path("setup", setup.first, name="setup"),
    path("setup/you", setup.you, name="setup-you"),
    path("setup/people", setup.people, name="setup-people"),
    path("setup/challenge", setup.challenge, name="setup-challenge"),
    path("setup/offers", setup.offers, name="setup-offers"),
    path("log", quicklog.read, name="quicklog"),
    path("log/save", quicklog.save, name="quicklog-save"),
    path("log/<uuid:batch_id>", quicklog.logged, name="logged"),
    path("diary", diary.page, name="diary"),
    path("diary/save", diary.save, name="diary-save"),
    path("board", board.page, name="board"),
    path("board/<uuid:challenge_id>", board.page, name="board-of"),
    path("board/<day:on>", board.day, name="day"),
    path("board/<day:on>/check-in", checkins.checkin, name="checkin"),
    path("board/<day:on>/check-in/unsay", checkins.unsay, name="checkin-unsay"),
    path("board/<day:on>/note", checkins.note_new, name="note-new"),
    path("notes/<uuid:note_id>", checkins.note_edit, name="note-edit"),
    path("notes/<uuid:note_id>/bin", checkins.note_bin, name="note-bin"),
    path("challenge/new", challenge.new, name="challenge-new"),
    path("challenge/<uuid:challenge_id>/edit", challenge.edit, name="challenge-edit"),
    path("challenge/<uuid:challenge_id>/end", challenge.end, name="challenge-end"),
    path("challenge/<uuid:challenge_id>/discard", challenge.discard, name="challenge-discard"),
    path("interactions/<uuid:interaction_id>", interactions.edit, name="interaction-edit"),
    path("interactions/<uuid:interaction_id>/bin", interactions.discard, name="interaction-bin"),
    path("follow-ups", followups.page, name="follow-ups"),
    path("follow-ups/add", followups.add, name="follow-up-add"),
    path("follow-ups/<uuid:follow_up_id>/done", followups.finish, name="follow-up-done"),
    path("follow-ups/<uuid:follow_up_id>/drop", followups.drop, name="follow-up-drop"),
    path("follow-ups/<uuid:follow_up_id>/still-open", followups.reopen, name="follow-up-reopen"),
    path("retrospective", retrospective.page, name="retrospective"),
    path("retrospective/<uuid:challenge_id>", retrospective.page, name="retrospective-of"),
    path("retrospective/<uuid:challenge_id>.<slug:kind>", retrospective.download, name="retrospective-file"),
    path("settings", settings.page, name="settings"),
    path("settings/addresses", addresses.page, name="settings-addresses"),
    path("bin", bin_views.page, name="bin"),
    path("bin/<slug:kind>/<uuid:pk>", bin_views.restore, name="bin-restore"),
    path("undo/<uuid:batch_id>", undo.undo, name="undo"),
]
