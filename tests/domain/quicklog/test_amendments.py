"""What the user puts right in a reading, field by field."""

from datetime import date

import pytest

from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.pitches.pitches import Stage
from rapport.domain.quicklog.amendments import BadChange, amend, answered, open_doubts
from rapport.domain.quicklog.quicklog import (
    CheckedIn,
    Doubt,
    Encounter,
    FollowUp,
    GatheringName,
    Met,
    Name,
    Needs,
    Pitched,
    Planned,
    Question,
    Reading,
    Span,
    Statement,
)
from rapport.domain.quicklog.typed import Wrong

TODAY = date(2026, 3, 5)
NOWHERE = Span(0, 0)
MARY, JESS = Name("Mary", NOWHERE), Name("Jess", NOWHERE)


def a_reading(*statements: Statement, text: str = "a line", doubts: tuple[Doubt, ...] = ()) -> Reading:
    return Reading(text, TODAY, statements, doubts=doubts)


def coffee(on: date = TODAY, gathering: GatheringName | None = None) -> Encounter:
    return Encounter(on, (Met(MARY),), Channel.IN_PERSON, Direction.MUTUAL, gathering=gathering)


def test_what_nobody_touches_stays_as_it_was_read() -> None:
    reading = a_reading(coffee(), Needs(TODAY, (MARY,), "a copywriter"))
    assert amend(reading, {}, TODAY) == reading


def test_the_coffee_with_mary_was_a_call_at_ladies_night_that_both_remember() -> None:
    changes = {
        "0-on": "2026-03-04",
        "0-channel": "phone",
        "0-minutes": "45",
        "0-gathering": "Ladies’ Night",
        "0-size": "60",
        "0-0-memorable": "yes",
        "0-0-introducer": "Jess",
    }
    met = amend(a_reading(coffee()), changes, TODAY).statements[0]
    assert isinstance(met, Encounter)
    assert (met.on, met.channel, met.minutes) == (date(2026, 3, 4), Channel.PHONE, 45)
    assert met.gathering == GatheringName("Ladies’ Night", NOWHERE, size=60)
    assert met.people == (Met(MARY, True, Name("Jess", NOWHERE)),)


def test_what_is_emptied_is_no_longer_said() -> None:
    said = Encounter(TODAY, (Met(MARY, True, JESS),), Channel.PHONE, Direction.MUTUAL, minutes=30)
    changes = {"0-minutes": "", "0-0-memorable": "", "0-0-introducer": ""}
    met = amend(a_reading(said), changes, TODAY).statements[0]
    assert met == Encounter(TODAY, (Met(MARY),), Channel.PHONE, Direction.MUTUAL)


def test_a_statement_can_be_left_out_and_the_others_keep_their_places() -> None:
    reading = a_reading(coffee(), Needs(TODAY, (MARY,), "a copywriter"))
    left = amend(reading, {"0-drop": "yes", "1-what": "an editor"}, TODAY)
    assert left.statements == (Needs(TODAY, (MARY,), "an editor"),)


def test_when_everything_is_left_out_nothing_is_saved() -> None:
    with pytest.raises(BadChange) as bad:
        amend(a_reading(coffee()), {"0-drop": "yes"}, TODAY)
    assert bad.value.wrong == {"": Wrong.NOTHING_LEFT}


@pytest.mark.parametrize(
    ("statement", "field", "value", "wrong"),
    [
        (coffee(), "on", "2026-02-31", Wrong.NOT_A_DATE),
        (coffee(), "on", "9999-12-31", Wrong.NOT_A_DATE),
        (coffee(), "on", "2026-03-06", Wrong.IN_THE_FUTURE),
        (coffee(), "minutes", "1441", Wrong.OUT_OF_RANGE),
        (coffee(), "minutes", "٤٥", Wrong.OUT_OF_RANGE),
        (coffee(), "channel", "telepathy", Wrong.UNKNOWN),
        (coffee(), "gathering", "x" * 201, Wrong.TOO_LONG),
        (coffee(), "gathering", "Ladies\0Night", Wrong.BAD_TEXT),
        (coffee(), "substance", "perhaps", Wrong.UNKNOWN),
        (Needs(TODAY, (MARY,), "a copywriter"), "what", " ", Wrong.EMPTY),
        (FollowUp(TODAY, (MARY,), TODAY), "due", "", Wrong.NOT_A_DATE),
        (CheckedIn(TODAY, energy=3), "energy", "", Wrong.EMPTY),
        (CheckedIn(TODAY, energy=3), "energy", "9", Wrong.OUT_OF_RANGE),
        (Planned(TODAY, GatheringName("Ladies’ Night", NOWHERE)), "gathering", "", Wrong.EMPTY),
        (Pitched(TODAY, "Acme", NOWHERE, Stage.SENT), "organisation", "", Wrong.EMPTY),
    ],
)
def test_a_bad_value_is_named_with_its_field(
    statement: Statement, field: str, value: str, wrong: Wrong
) -> None:
    with pytest.raises(BadChange) as bad:
        amend(a_reading(statement), {f"0-{field}": value}, TODAY)
    assert bad.value.wrong == {f"0-{field}": wrong}


def test_every_bad_field_is_named_at_once() -> None:
    with pytest.raises(BadChange) as bad:
        amend(a_reading(coffee()), {"0-on": "soon", "0-minutes": "long"}, TODAY)
    assert set(bad.value.wrong) == {"0-on", "0-minutes"}


def test_a_pitch_moves_on_and_gets_a_next_step() -> None:
    changes = {"0-stage": "call", "0-due": "2026-03-09", "0-fright": "5", "0-hopeful": "no"}
    pitch = amend(a_reading(Pitched(TODAY, "Acme", NOWHERE, Stage.SENT)), changes, TODAY).statements[0]
    assert pitch == Pitched(TODAY, "Acme", NOWHERE, Stage.CALL, fright=5, hopeful=False, due=date(2026, 3, 9))


def test_tags_are_taken_with_or_without_their_sign() -> None:
    assert amend(a_reading(coffee()), {"tags": "#vr portland #vr"}, TODAY).tags == ("vr", "portland")


def test_what_lies_ahead_becomes_a_plan_and_a_next_step() -> None:
    ahead = date(2026, 3, 9)
    night = GatheringName("Ladies’ Night", Span(0, 13))
    doubt = Doubt(Question.FUTURE_DATE, Span(0, 4))
    planned = amend(a_reading(coffee(ahead, night), doubts=(doubt,)), {"later": "yes"}, TODAY)
    assert planned.statements == (Planned(ahead, night), FollowUp(TODAY, (MARY,), ahead))
    assert planned.doubts == ()


def test_an_answer_stands_in_place_of_the_doubtful_words() -> None:
    text = "lunch on 31 February, she needs a chair"
    doubts = (Doubt(Question.IMPOSSIBLE_DATE, Span(6, 20)), Doubt(Question.PRONOUN, Span(22, 25)))
    reading = a_reading(coffee(), text=text, doubts=doubts)
    assert answered(reading, {0: "2026-03-02", 1: "Mary"}) == "lunch 2026-03-02, Mary needs a chair"
    assert answered(reading, {1: " "}) == text


def test_a_meeting_with_nobody_named_may_stay_so() -> None:
    doubts = (Doubt(Question.WHO, Span(0, 6)), Doubt(Question.WHICH_DATE, Span(7, 12)))
    assert [place for place, _ in open_doubts(a_reading(coffee(), doubts=doubts))] == [1]
