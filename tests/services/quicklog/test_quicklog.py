"""A line told, saved, judged, and taken back."""

from datetime import time
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.challenge.referee import Verdict
from rapport.domain.people.people import Match
from rapport.services.journal import undo
from rapport.services.quicklog import prepare, save
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW, Tell


def verdicts(logged: save.Logged) -> dict[str, Verdict]:
    return {given.person: given.verdict for given in logged.rulings}


def test_a_coffee_with_mary_counts(month: UUID, tell: Tell) -> None:
    logged = tell("coffee with Mary, intro by Jess, 45min")
    assert verdicts(logged) == {"Mary": Verdict.CONNECTION}
    assert logged.rulings[0].in_challenge


def test_jess_who_introduces_is_someone_known_already(month: UUID, tell: Tell) -> None:
    tell("coffee with Mary, intro by Jess")
    assert verdicts(tell("lunch with Jess", day(2))) == {"Jess": Verdict.ALREADY_KNOWN}
    assert models.Person.objects.filter(name="Mary", introduced_by__name="Jess").exists()


def test_a_reply_makes_the_mail_count(month: UUID, tell: Tell) -> None:
    tell("Mae is too far")
    assert verdicts(tell("wrote to Mae")) == {"Mae": Verdict.REACHED_OUT}
    logged = tell("Mae replied", day(4))
    earlier = [given for given in logged.rulings if not given.is_new]
    assert [(given.on, given.verdict) for given in earlier] == [(FIRST_DAY, Verdict.CONNECTION)]


def test_taking_the_reply_back_takes_the_verdict_back(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("Mae is too far")
    tell("wrote to Mae")
    logged = tell("Mae replied", day(4))
    assert logged.batch_id
    undo.undo(owner_id, logged.batch_id, at=NOW)
    assert [row.verdict for row in models.Ruling.objects.all()] == [Verdict.REACHED_OUT]


def test_two_people_called_ana_make_the_line_ask(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("coffee with Ana Silva")
    tell("coffee with Ana Costa")
    prepared = prepare.prepare(owner_id, "lunch with Ana", day(2))
    (name,) = prepared.names
    assert name.match is Match.AMBIGUOUS
    assert [candidate.name for candidate in name.candidates] == ["Ana Costa", "Ana Silva"]
    with pytest.raises(save.Unclear):
        save.save(owner_id, prepared, at=NOW)
    assert models.Interaction.objects.count() == 2


def test_the_user_chooses_which_ana(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("coffee with Ana Silva")
    tell("coffee with Ana Costa")
    costa = models.Person.objects.get(name="Ana Costa").pk
    assert verdicts(tell("lunch with Ana", day(2), ana=costa)) == {"Ana Costa": Verdict.ALREADY_KNOWN}


def test_the_user_may_say_it_is_a_new_ana(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("coffee with Ana Silva")
    tell("lunch with Ana", day(2), ana=save.NEW)
    assert models.Person.objects.count() == 2


def test_a_name_left_out_is_not_saved(month: UUID, tell: Tell) -> None:
    tell("coffee with Mary and Tom", tom=save.SKIP)
    assert list(models.Person.objects.values_list("name", flat=True)) == ["Mary"]


def test_accents_do_not_make_a_new_person(month: UUID, tell: Tell) -> None:
    tell("coffee with Léa Lefèvre")
    assert verdicts(tell("lunch with Lea Lefevre", day(3))) == {"Léa Lefèvre": Verdict.ALREADY_KNOWN}


def test_a_slip_in_a_name_is_asked_about(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("coffee with Priya Shah")
    (name,) = prepare.prepare(owner_id, "lunch with Prija Shah", day(2)).names
    assert name.match is Match.MAYBE
    assert name.is_open


def test_whoever_is_met_at_a_gathering_comes_from_it(month: UUID, tell: Tell) -> None:
    tell("met Nora at Freelance Friday (5 people, invited by Karen)")
    there = models.Gathering.objects.get(name="Freelance Friday", invited_by__name="Karen", size=5)
    assert models.Person.objects.get(name="Nora").met_at == there


def test_a_second_freelance_friday_makes_a_series(month: UUID, tell: Tell) -> None:
    tell("met Nora at Freelance Friday")
    tell("met Priya at Freelance Friday", day(8))
    series = models.Series.objects.get()
    assert models.Gathering.objects.filter(series=series).count() == 2


def test_an_introduction_answers_the_ask(month: UUID, tell: Tell) -> None:
    tell("asked Dan for introductions to editors")
    tell("Dan introduced me to Mae", day(9))
    assert list(models.AskAnswer.objects.values_list("answer", flat=True)) == ["introduced"]
    assert models.Person.objects.filter(name="Mae", introduced_by__name="Dan").exists()


def test_a_promise_kept_is_closed(month: UUID, tell: Tell) -> None:
    tell("promised Ana the contract template")
    tell("sent Ana the contract template I promised", day(3))
    kept = models.Help.objects.get()
    assert (kept.promised_on, kept.given_on) == (FIRST_DAY, day(3))


def test_being_in_touch_again_is_the_follow_up(month: UUID, tell: Tell) -> None:
    tell("coffee with Mary, follow up tuesday")
    tell("lunch with Mary", day(4))
    assert models.FollowUp.objects.get().done_on == day(4)


def test_an_opportunity_comes_from_the_gathering_named(month: UUID, tell: Tell) -> None:
    tell("met Teo at Ladies' Night (60 people, stretch)")
    tell("opportunity at Ladies' Night: writing for virtual worlds", day(3))
    opened = models.Opportunity.objects.filter(gathering__on=FIRST_DAY)
    assert [each.what for each in opened] == ["writing for virtual worlds"]


def test_a_pitch_goes_its_way_under_one_name(month: UUID, tell: Tell) -> None:
    tell("pitched Acme (scary 5, expecting no answer)")
    tell("Acme: call booked friday", day(4))
    pitch = models.Pitch.objects.get()
    assert (pitch.fright, pitch.hopeful) == (5, False)
    assert list(pitch.steps.order_by("on").values_list("stage", flat=True)) == ["sent", "call"]


def test_saying_the_energy_again_changes_it(month: UUID, tell: Tell) -> None:
    tell("energy 2, pressure 4")
    tell("energy 3")
    felt = models.CheckIn.objects.get()
    assert (felt.energy, felt.pressure) == (3, 4)


def test_a_line_nobody_understands_is_kept_as_a_note(month: UUID, tell: Tell) -> None:
    tell("tired but happy")
    assert models.Note.objects.get().text == "tired but happy"


def test_a_french_line_reads_the_same(month: UUID, tell: Tell) -> None:
    tell("café avec Karen au Vendredi Freelance hier, présenté par Léa, relancer mardi", day(5), "fr")
    assert models.Interaction.objects.filter(on=day(4), gathering__name="Vendredi Freelance").exists()
    assert models.FollowUp.objects.get().due_on == day(12)


def test_nothing_is_saved_of_a_day_that_does_not_exist(owner_id: UUID, month: UUID) -> None:
    prepared = prepare.prepare(owner_id, "coffee with Mary on 31 February", day(2))
    with pytest.raises(save.Unclear) as unclear:
        save.save(owner_id, prepared, at=NOW)
    assert unclear.value.questions
    assert not models.Person.objects.exists()


def test_everything_of_a_line_is_taken_back_at_once(owner_id: UUID, month: UUID, tell: Tell) -> None:
    logged = tell(
        "coffee with Mary at Ladies' Night, intro by Jess, she needs a copywriter, follow up tuesday #vr"
    )
    assert logged.batch_id
    undo.undo(owner_id, logged.batch_id, at=NOW)
    for model in (models.Person, models.Interaction, models.Gathering, models.Need, models.FollowUp):
        assert not model.objects.exists()


def test_a_line_that_names_eight_hundred_people_is_kept(owner_id: UUID, tell: Tell) -> None:
    guests = ["Karen Holt", *(f"Guest{number} Cast{number}" for number in range(800))]
    tell(f"met Tom and {guests[0]} at Ladies’ Night")
    prepared = prepare.prepare(owner_id, f"met {', '.join(guests)}", day(2))
    assert [name.match for name in prepared.names if name.typed == "Karen Holt"] == [Match.KNOWN]


def test_a_call_nobody_took_only_reaches_out(month: UUID, tell: Tell) -> None:
    assert verdicts(tell("called Mae, no answer")) == {"Mae": Verdict.REACHED_OUT}


def test_the_place_of_a_remote_exchange_is_where_she_lives(month: UUID, tell: Tell) -> None:
    tell("call with Mae in Mumbai 30 min")
    assert models.Person.objects.get(name="Mae").city == "Mumbai"


def test_the_hour_of_a_gathering_is_its_own_and_the_company_is_noted_on_its_day(
    month: UUID, tell: Tell
) -> None:
    tell("going to Book Club tomorrow at 7pm with Ana")
    there = models.Gathering.objects.get()
    assert (there.on, there.starts_at) == (day(2), time(19))
    assert models.Note.objects.get(text="with Ana").on == day(2)
