"""A line corrected by another: binned, restored, put right, taken back, and judged again."""

from datetime import time
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.challenge.referee import Verdict
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.quicklog.quicklog import Question
from rapport.services.errors import Invalid
from rapport.services.journal import undo
from rapport.services.quicklog import save
from tests.cast import FIRST_DAY, day
from tests.services.conftest import NOW, Tell


def verdicts() -> dict[str, str]:
    rulings = models.Ruling.objects.filter(interaction__binned_at__isnull=True)
    return dict(rulings.values_list("person__name", "verdict"))


def test_a_coffee_with_ana_goes_into_the_bin_and_no_longer_counts(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    assert verdicts() == {"Ana": Verdict.CONNECTION}
    tell("forget the coffee with Ana yesterday", day(2))
    assert models.Interaction.objects.get().binned_at == NOW
    assert verdicts() == {}


def test_a_second_lunch_with_ana_becomes_the_first_when_the_coffee_goes(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    tell("lunch with Ana", day(3))
    tell("forget the coffee with Ana", day(4))
    lunch = models.Ruling.objects.get(interaction__on=day(3))
    assert lunch.verdict == Verdict.CONNECTION


def test_undo_brings_a_forgotten_coffee_back_with_its_verdict(
    owner_id: UUID, month: UUID, tell: Tell
) -> None:
    tell("coffee with Ana")
    logged = tell("oublie le café avec Ana hier", day(2), "fr")
    assert logged.batch_id
    assert models.Interaction.objects.get().binned_at
    undo.undo(owner_id, logged.batch_id, at=NOW)
    assert verdicts() == {"Ana": Verdict.CONNECTION}


def test_a_coffee_comes_back_from_the_bin_and_counts_again(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    tell("forget the coffee with Ana", day(2))
    logged = tell("restore the coffee with Ana", day(3))
    assert [(given.person, given.verdict) for given in logged.rulings] == [("Ana", Verdict.CONNECTION)]


def test_a_person_leaves_and_returns_by_name(month: UUID, tell: Tell) -> None:
    tell("coffee with Jess Moran")
    tell("delete person Jess Moran", day(2))
    assert models.Person.objects.get().binned_at == NOW
    tell("bring back Jess Moran", day(3))
    assert models.Person.objects.get().binned_at is None


@pytest.mark.parametrize(
    ("told", "gone", "model"),
    [
        ("asked Tom for an intro to a VR studio", "remove the ask to Tom", models.Ask),
        ("pitched Acme", "drop pitch Acme", models.Pitch),
        ("going to Freelance Friday on 6 March", "forget Freelance Friday of 6 March", models.Gathering),
        ("promised Ana the contract template", "delete the promise to Ana", models.Help),
        ("Ana needs a copywriter", "delete the need of Ana", models.Need),
        ("Ana offers copywriting", "delete the offer of Ana", models.Offer),
        ("follow up with Ana next week", "delete the follow-up with Ana", models.FollowUp),
        ("opportunity: writing for virtual worlds", "drop the opportunity writing", models.Opportunity),
        ("tired but happy", "delete the note about tired", models.Note),
        ("Jess introduced me to Mary", "delete the introduction to Mary by Jess", models.Introduction),
    ],
)
def test_every_noun_can_be_binned_and_restored_in_a_line(
    month: UUID, tell: Tell, told: str, gone: str, model: type[models.Ask]
) -> None:
    tell(told)
    tell(gone, day(2))
    assert model.objects.get().binned_at == NOW
    _verb, _space, rest = gone.partition(" ")
    tell(f"restore {rest}", day(3))
    assert model.objects.get().binned_at is None


def test_a_coffee_is_put_right_where_it_was_wrong_and_nowhere_else(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana yesterday 30 min, a real exchange #vr", day(2))
    tell("correct the coffee with Ana: 45 min", day(3))
    row = models.Interaction.objects.get()
    assert (row.minutes, row.substance, row.on, row.tags) == (45, True, FIRST_DAY, " vr ")


def test_a_lunch_that_was_a_call(month: UUID, tell: Tell) -> None:
    tell("lunch with Tom", day(2))
    tell("change the lunch with Tom yesterday: by phone, 30min", day(3))
    row = models.Interaction.objects.get()
    assert (row.channel, row.direction, row.minutes) == (Channel.PHONE, Direction.MUTUAL, 30)


def test_a_hello_that_was_more_is_judged_again(month: UUID, tell: Tell) -> None:
    tell("said hello to Ruby")
    assert verdicts() == {"Ruby": Verdict.HELLO}
    logged = tell("correct the hello with Ruby: memorable, 20 min", day(2))
    assert [given.verdict for given in logged.rulings] == [Verdict.CONNECTION]


def test_it_was_another_day_another_place_and_tom_was_there_too(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana", day(8))
    tell("correct the coffee with Ana: it was tuesday, at Freelance Friday, with Tom too", day(8))
    row = models.Interaction.objects.get()
    assert row.on == day(5)
    assert row.gathering is not None
    assert (row.gathering.name, row.gathering.on) == ("Freelance Friday", day(5))
    names = models.Participant.objects.values_list("person__name", flat=True)
    assert set(names) == {"Ana", "Tom"}


def test_jess_has_a_new_name_and_is_found_by_it(month: UUID, tell: Tell) -> None:
    tell("coffee with Jess Moran")
    tell("rename Jess Moran to Jess Moran-Lee", day(2))
    tell("lunch with Jess Moran-Lee", day(3))
    assert models.Person.objects.get().name == "Jess Moran-Lee"


def test_acme_has_a_new_name(month: UUID, tell: Tell) -> None:
    tell("pitched Acme, scary 4")
    tell("renomme Acme en Acme Studio", day(2), "fr")
    pitch = models.Pitch.objects.get()
    assert (pitch.organisation, pitch.folded, pitch.fright) == ("Acme Studio", "acme studio", 4)


def test_freelance_friday_begins_at_half_past_six(month: UUID, tell: Tell) -> None:
    tell("went to Freelance Friday")
    tell("going to Freelance Friday next friday (60 people)", day(2))
    tell("Freelance Friday is at 18:30", day(3))
    hours = dict(models.Gathering.objects.values_list("on", "starts_at"))
    assert hours == {FIRST_DAY: None, day(8): time(18, 30)}
    assert models.Gathering.objects.get(on=day(8)).size == 60


def test_a_name_that_is_taken_is_refused_and_nothing_is_saved(month: UUID, tell: Tell) -> None:
    tell("went to Freelance Friday")
    tell("forget Freelance Friday of 1 March", day(2))
    tell("lunch with Ana at Freelance Friday", FIRST_DAY)
    with pytest.raises(Invalid):
        tell("restore Freelance Friday of 1 March", day(3))


def test_an_ask_was_about_something_else(month: UUID, tell: Tell) -> None:
    tell("asked Tom for an intro to a studio")
    tell("the ask to Tom was about a VR studio", day(2))
    assert models.Ask.objects.get().target == "a VR studio"


def test_anas_address_and_number_are_kept_once(month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    tell("Ana's email is ana@x.org", day(2))
    tell("l'adresse d'Ana est ana@x.org", day(2), "fr")
    tell("Ana's phone is +33 6 12 34 56 78", day(2))
    points = models.ContactPoint.objects.order_by("kind").values_list("kind", "value")
    assert list(points) == [("email", "ana@x.org"), ("phone", "+33 6 12 34 56 78")]


def test_undo_takes_back_the_last_line(month: UUID, tell: Tell) -> None:
    tell("coffee with Mary")
    tell("coffee with Ana", day(2))
    logged = tell("undo", day(2))
    assert logged.undone
    assert logged.undone.subject == "coffee with Ana"
    assert list(models.Person.objects.values_list("name", flat=True)) == ["Mary"]


def test_undo_asks_when_nothing_is_left(owner_id: UUID, tell: Tell) -> None:
    for done in undo.recent(owner_id):
        undo.undo(owner_id, done.id, at=NOW)
    with pytest.raises(save.Unclear) as unclear:
        tell("annule", language="fr")
    assert [code for code, _words in unclear.value.questions] == [Question.NOTHING_DONE]


def test_two_corrections_are_one_step_to_take_back(owner_id: UUID, month: UUID, tell: Tell) -> None:
    tell("coffee with Ana")
    tell("asked Tom for an intro")
    logged = tell("forget the coffee with Ana. remove the ask to Tom", day(2))
    assert models.Interaction.objects.live().count() == models.Ask.objects.live().count() == 0
    assert logged.batch_id
    undo.undo(owner_id, logged.batch_id, at=NOW)
    assert models.Interaction.objects.live().count() == models.Ask.objects.live().count() == 1


@pytest.mark.parametrize(
    ("line", "correction", "model"),
    [
        ("promised Ana the list", "correct the promise to Ana: the new list", "Help"),
        ("Ana needs a copywriter", "change Ana's need: an editor", "Need"),
        ("Ana needs a copywriter", "corrige le besoin d'Ana : une rédactrice", "Need"),
        ("Ana can offer a desk", "update the offer of Ana: two desks", "Offer"),
        ("follow up with Ana friday", "fix the follow-up with Ana: the slides", "FollowUp"),
        ("opportunity: a column for Vogue", "change the opportunity: a column for Elle", "Opportunity"),
        ("thought about podcasts", "correct the note about podcasts: radio it is", "Note"),
        ("asked Ana for an intro to Acme", "correct the ask to Ana: Globex", "Ask"),
        ("Jess introduced me to Mary", "change the introduction to Mary by Jess: both dance", "Introduction"),
        ("Jess introduced me to Mary", "fix the intro to Mary: both dance", "Introduction"),
        ("Léa m'a présenté Mary", "corrige la présentation de Mary par Léa : elles dansent", "Introduction"),
        (
            "I introduced Ana to Tom",
            "correct the intro between Ana and Tom from yesterday: both dance",
            "Introduction",
        ),
    ],
)
def test_what_was_said_is_said_in_other_words_and_can_be_taken_back(
    owner_id: UUID, month: UUID, tell: Tell, line: str, correction: str, model: str
) -> None:
    tell(line)
    rows = getattr(models, model).objects
    before = rows.values().get()
    logged = tell(correction, day(2), "fr" if " : " in correction else "en")
    after = rows.values().get()
    column = {"Note": "text", "Ask": "target", "Introduction": "why"}.get(model, "what")
    assert after[column] == correction.partition(":")[2].strip()
    assert {name for name in before if before[name] != after[name]} <= {column, "folded"}
    assert logged.batch_id
    undo.undo(owner_id, logged.batch_id, at=NOW)
    assert rows.values().get() == before


def test_anas_need_goes_into_the_bin_by_her_name(month: UUID, tell: Tell) -> None:
    tell("Ana needs a copywriter")
    tell("forget Ana's need", day(2))
    assert models.Need.objects.get().binned_at == NOW
