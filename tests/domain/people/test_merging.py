"""Mary Castellan stands in the book twice; one row of her is enough."""

from datetime import date
from itertools import permutations

import pytest

from rapport.domain.people.merging import NAME, Choice, Entry, Merged, Point, merge
from rapport.domain.people.people import ContactKind
from tests.cast import ALMA, MARY, NORA

PHONE = Entry(
    MARY.id,
    "Mary C.",
    facts={"city": "Portland", "organisation": ""},
    texts={"note": "Knows everyone at Ladies' Night."},
    lists={"tags": ("coach",)},
    flags={"known_before": False},
    points=(Point(ContactKind.PHONE, "(503) 555-0123"), Point(ContactKind.EMAIL, "mary.castellan@gmail.com")),
    changed=date(2019, 3, 2),
    exchanges=4,
)
LINKEDIN = Entry(
    ALMA.id,
    "Mary Castellan",
    aliases=("Molly",),
    facts={"city": "Chicago", "organisation": "Ladies' Night"},
    texts={"note": "Met at the panel."},
    lists={"tags": ("Coach", "panel")},
    flags={"known_before": True},
    points=(
        Point(ContactKind.PHONE, "+1 503 555 0123", "mobile"),
        Point(ContactKind.EMAIL, "MaryCastellan+news@googlemail.com"),
    ),
    changed=date(2019, 3, 20),
    exchanges=1,
)


def both(chosen: dict[str, object] | None = None) -> Merged:
    return merge([PHONE, LINKEDIN], chosen, country="US")  # type: ignore[arg-type] # ids of the cast


def test_the_row_with_the_longer_story_stays() -> None:
    assert (both().entry.id, both().gone) == (MARY.id, (ALMA.id,))


def test_the_full_name_is_proposed_and_the_short_one_stays_an_alias() -> None:
    assert both().entry.name == "Mary Castellan"
    assert both().entry.aliases == ("Mary C.", "Molly")


def test_where_she_lives_is_a_choice_and_the_newer_answer_is_proposed() -> None:
    choice = Choice("city", (("Chicago", ALMA.id), ("Portland", MARY.id)))
    assert choice in both().choices
    assert both().entry.facts["city"] == "Chicago"


def test_what_only_one_row_tells_is_no_choice() -> None:
    assert [choice.field for choice in both().choices] == [NAME, "city"]
    assert both().entry.facts["organisation"] == "Ladies' Night"


def test_the_choice_of_the_user_wins() -> None:
    chosen = both({"city": MARY.id, NAME: MARY.id}).entry
    assert (chosen.facts["city"], chosen.name) == ("Portland", "Mary C.")


def test_her_number_and_her_mailbox_are_kept_once_however_they_are_written() -> None:
    assert both().entry.points == (
        Point(ContactKind.PHONE, "+1 503 555 0123", "mobile"),
        Point(ContactKind.EMAIL, "mary.castellan@gmail.com"),
    )


def test_notes_tags_and_flags_are_all_kept() -> None:
    entry = both().entry
    assert entry.texts["note"] == "Knows everyone at Ladies' Night.\n\nMet at the panel."
    assert (entry.lists["tags"], entry.flags["known_before"]) == (("coach", "panel"), True)


def test_a_note_inside_a_longer_one_is_told_once() -> None:
    short, long = (
        Entry(who.id, "Nora", texts={"note": note}) for who, note in ((NORA, "Puppy"), (ALMA, "Puppy!"))
    )
    assert merge([short, long]).entry.texts["note"] == "Puppy!"


def test_the_same_name_is_kept_with_its_accents() -> None:
    plain, right = Entry(NORA.id, "JOSE GARCIA", exchanges=9), Entry(ALMA.id, "José García")
    merged = merge([plain, right])
    assert (merged.entry.name, merged.choices, merged.entry.aliases) == ("José García", (), ())


def test_three_rows_merge_the_same_in_any_order() -> None:
    third = Entry(NORA.id, "Castellan, Mary", facts={"city": "Leeds"})
    results = {repr(merge(rows, country="US")) for rows in permutations([PHONE, LINKEDIN, third])}
    assert len(results) == 1


def test_one_row_is_nothing_to_merge() -> None:
    with pytest.raises(ValueError, match="two"):
        merge([PHONE])
