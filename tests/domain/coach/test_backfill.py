"""What Karen's mails and an evening in the calendar look like, from headers alone."""

from datetime import UTC, datetime, timedelta

from rapport.domain.coach.backfill import EACH, Found, Somebody, Trail, find
from rapport.domain.imports.imports import TraceKind
from rapport.domain.learning.arms import Arm

START = datetime(2018, 1, 1, 9, tzinfo=UTC)
KAREN, PRIYA, ACME, TOM = 1, 2, 3, 4
PEOPLE = {
    KAREN: Somebody("Karen Holt", closeness=0.9),
    PRIYA: Somebody("Priya Shah"),
    ACME: Somebody("Acme"),
    TOM: Somebody("Tom Reed", closeness=0.1),
}


def mail(day: int, *to: int, sender: int | None = None, answers: bool = False) -> Trail:
    parties = tuple(dict.fromkeys((*to, *([sender] if sender else []))))
    at = START + timedelta(days=day)
    return Trail(
        f"m{day}-{to}-{sender}", TraceKind.MAIL, at, sender is None, len(parties), parties, sender, answers
    )


def meeting(day: int, *who: int, title: str = "", size: int | None = None) -> Trail:
    at = START + timedelta(days=day, hours=9)
    size = len(who) if size is None else size
    return Trail(f"c{day}-{title}", TraceKind.MEETING, at, True, size, who, None, False, 120, title)


def found(*trails: Trail, people: dict[int, Somebody] = PEOPLE) -> list[Found]:
    return list(find(trails, people, START))


def test_an_introduction_soon_after_a_letter_looks_like_an_ask() -> None:
    (one,) = found(
        mail(0, KAREN),
        mail(1, sender=KAREN),
        mail(400, KAREN, answers=True),
        mail(402, PRIYA, sender=KAREN),
        mail(404, sender=PRIYA),
    )[:1]
    assert (one.arm, one.about, one.came, one.who) == (Arm.ASK_HIGH, "Priya Shah", 1, KAREN)


def test_an_introduction_out_of_the_blue_was_not_asked_for() -> None:
    trails = (mail(0, sender=KAREN), mail(30, PRIYA, sender=KAREN))
    assert [one.arm for one in found(*trails)] == []


def test_a_third_whom_i_knew_was_not_introduced() -> None:
    known = (mail(0, PRIYA, answers=True), mail(1, KAREN, answers=True), mail(5, PRIYA, sender=KAREN))
    assert [one.arm for one in found(*known)] == []


def test_a_letter_after_a_year_of_silence_wakes_a_tie() -> None:
    silent = (mail(0, TOM), mail(1, sender=TOM), mail(500, TOM))
    assert [(one.arm, one.came) for one in found(*silent) if one.key == "m500-(4,)-None"] == [
        (Arm.RECONNECT_FAR, 0)
    ]
    woken = (*silent, mail(503, sender=TOM))
    assert [one.came for one in found(*woken) if one.arm is Arm.RECONNECT_FAR] == [1]


def test_a_first_letter_to_a_stranger_may_be_a_pitch_and_two_answers_make_it_more() -> None:
    (alone,) = found(mail(10, ACME))
    assert (alone.arm, alone.came) == (Arm.PITCH, 0)
    (answered,) = found(mail(10, ACME), mail(12, sender=ACME), mail(15, sender=ACME))
    assert answered.came == 1


def test_an_answer_to_somebody_is_no_pitch() -> None:
    assert found(mail(10, ACME, answers=True)) == []


def test_whoever_was_met_and_written_to_within_the_week_was_followed_up() -> None:
    trails = (meeting(10, PRIYA), mail(12, PRIYA), mail(14, sender=PRIYA))
    assert [(one.arm, one.came) for one in found(*trails)] == [(Arm.FOLLOW_UP, 1)]


def test_an_evening_with_many_or_with_a_telling_title_is_a_gathering() -> None:
    many = meeting(5, KAREN, TOM, title="Ladies’ Night", size=14)
    named = meeting(9, title="Design meetup")
    lunch = meeting(11, KAREN, title="Lunch")
    assert {one.about: one.arm for one in found(many, named, lunch)} == {
        "Ladies’ Night": Arm.SMALL,
        "Design meetup": Arm.MIDDLE,
    }


def test_whoever_was_met_there_and_wrote_later_came_of_it() -> None:
    night = meeting(5, PRIYA, TOM, title="Ladies’ Night", size=14)
    (one,) = [each for each in found(night, mail(8, sender=PRIYA)) if each.arm is Arm.SMALL]
    assert one.came == 1


def test_what_stands_in_the_calendar_every_week_is_work() -> None:
    weekly = [meeting(7 * n, KAREN, TOM, title="Team meeting", size=8) for n in range(6)]
    assert found(*weekly) == []


def test_the_last_five_of_a_kind_are_asked_for_and_the_latest_first() -> None:
    people = {n: Somebody(f"Studio {n}") for n in range(10, 20)}
    pitched = found(*(mail(n, n) for n in people), people=people)
    assert len(pitched) == EACH
    assert [one.who for one in pitched] == [19, 18, 17, 16, 15]
