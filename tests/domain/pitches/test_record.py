"""What came of the pitches, by rung, warm or cold; and what happened after the dreaded ones."""

from uuid import UUID

from rapport.domain.pitches.pitches import Pitch, PitchStep, Stage
from rapport.domain.pitches.record import Height, Path, corner, height, record
from tests.cast import KAREN, day


def sent(number: int, fright: int | None = None, *then: Stage, **facts: object) -> Pitch:
    stages = (Stage.SENT, *then)
    steps = tuple(PitchStep(day(number + at), stage) for at, stage in enumerate(stages))
    return Pitch(UUID(int=number), f"Studio {number}", steps, fright=fright, **facts)  # type: ignore[arg-type]  # by name


def test_rates_go_by_height_with_their_interval() -> None:
    told = record([sent(1, 5, Stage.CALL), sent(2, 4), sent(3, 1, Stage.WON), sent(4, 3)])
    assert (told.all.came, told.all.tried, told.waiting) == (2, 4, 2)
    assert [(code, share.came, share.tried) for code, share in told.by_height] == [
        (Height.LOW, 1, 1),
        (Height.MIDDLE, 0, 1),
        (Height.HIGH, 1, 2),
    ]
    low, high = told.by_height[2][1].low, told.by_height[2][1].high
    assert low < 0.1 < 0.9 < high


def test_a_warm_one_is_told_from_a_cold_one() -> None:
    told = record([sent(1, 1, Stage.CALL, through_id=KAREN.id), sent(2, 1), sent(3, 1)])
    assert [(code, share.came, share.tried) for code, share in told.by_path] == [
        (Path.WARM, 1, 1),
        (Path.COLD, 0, 2),
    ]


def test_few_tries_are_too_early_to_compare() -> None:
    assert record([sent(n, 1) for n in range(1, 5)]).is_early
    assert not record([sent(n, 1) for n in range(1, 6)]).is_early
    assert record([]).is_early


def test_where_no_fright_is_said_the_rung_tells_how_high_it_stood() -> None:
    heights = [height(sent(n, None, rung=n), 9) for n in range(1, 10)]
    assert heights == [Height.LOW] * 3 + [Height.MIDDLE] * 3 + [Height.HIGH] * 3
    assert height(sent(1, None), 9) is None
    assert height(sent(1, None, rung=1), 2) is None


def test_the_corner_remembers_what_happened_after_the_dreaded_ones() -> None:
    pitches = [
        sent(1, 5, Stage.ANSWERED),
        sent(2, 4, Stage.CALL),
        sent(3, 1, Stage.CALL),  # not dreaded
        sent(4, 5),
        sent(5, None, Stage.PARKED, feared="They will laugh"),
        Pitch(UUID(int=6), "Never sent", (PitchStep(day(1), Stage.DREAM),), fright=5),
    ]
    told = corner(pitches)
    assert (told.dreaded, told.answered, told.calls, told.waiting) == (4, 2, 1, 1)
    assert [pitch.id.int for pitch in told.last] == [5, 4, 2, 1]
    assert corner([]).dreaded == 0
