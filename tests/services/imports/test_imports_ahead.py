"""What lies in the future is not taken: the preview and the result count what is stored, and say the rest."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from rapport.db import models
from rapport.services.imports import bring
from rapport.services.imports.values import File, Plan, as_json, from_json
from rapport.wording.imports import brought, more_seen
from tests.cast import FIRST_DAY

NOON = datetime(2019, 3, 1, 12, tzinfo=UTC)
ME = "nora@example.org"


def letter(number: int, year: int) -> str:
    return (
        f"From k Sat Mar  2 10:00:00 2019\nFrom: Karen <karen@example.org>\nTo: {ME}\n"
        f"Message-ID: <{number}@example.org>\nDate: {number} Feb {year} 10:00 +0000\n\nHello.\n\n"
    )


def meeting(number: int, begins: str) -> str:
    return (
        f"BEGIN:VEVENT\r\nUID:{number}\r\nDTSTART:{begins}\r\nSUMMARY:Coffee\r\n"
        f"ORGANIZER:mailto:{ME}\r\nATTENDEE:mailto:karen@example.org\r\nEND:VEVENT\r\n"
    )


def the_files(folder: Path) -> list[File]:
    box, year = folder / "all.mbox", folder / "year.ics"
    box.write_text(letter(1, 2019) + letter(2, 2019) + letter(3, 2031))
    meetings = meeting(1, "20190301T090000Z") + meeting(2, "20190301T180000Z")
    year.write_bytes(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{meetings}END:VCALENDAR\r\n".encode())
    return [File(box.name, box), File(year.name, year)]


def told(plan: Plan) -> list[tuple[int, int]]:
    return [(file.traces_new, file.traces_ahead) for file in plan.files if file.name]


def test_preview_and_result_tell_what_is_stored(owner_id: UUID, tmp_path: Path) -> None:
    files = the_files(tmp_path)
    seen = bring.plan(owner_id, files, today=FIRST_DAY, at=NOON, mine=[ME])
    kept = bring.apply(
        owner_id, files, at=NOON, today=FIRST_DAY, seen=seen, choices=bring.Choices(both_ways=0)
    )
    assert told(seen) == told(kept) == [(2, 1), (1, 1)]
    assert models.Trace.objects.of(owner_id).count() == kept.traces_new == 3
    for plan in (seen, from_json(as_json(kept))):
        assert "3 messages and meetings" in brought(plan, 0)
        assert more_seen(plan) == ["2 messages and meetings lie in the future and are left out."]


def test_the_evening_s_coffee_comes_in_once_it_was(owner_id: UUID, tmp_path: Path) -> None:
    files = the_files(tmp_path)
    bring.apply(
        owner_id, files, at=NOON, today=FIRST_DAY, seen=bring.plan(owner_id, files, today=FIRST_DAY, at=NOON)
    )
    later = NOON.replace(hour=20)
    seen = bring.plan(owner_id, files, today=FIRST_DAY, at=later)
    kept = bring.apply(owner_id, files, at=later, today=FIRST_DAY, seen=seen)
    assert (kept.traces_new, kept.traces_seen, kept.traces_ahead) == (1, 3, 1)


def test_a_calendar_of_what_is_to_come_says_so(owner_id: UUID, tmp_path: Path) -> None:
    files = the_files(tmp_path)[1:]
    files[0].path.write_bytes(files[0].path.read_bytes().replace(b"T090000Z", b"T170000Z"))
    seen = bring.plan(owner_id, files, today=FIRST_DAY, at=NOON)
    kept = bring.apply(owner_id, files, at=NOON, today=FIRST_DAY, seen=seen)
    assert told(seen) == told(kept) == [(0, 2)]
    assert not models.Trace.objects.of(owner_id).exists()
