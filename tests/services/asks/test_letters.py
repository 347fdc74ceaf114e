"""One's own words for letters: kept, chosen, let go, taken back."""

from datetime import timedelta
from uuid import UUID

import pytest

from rapport.domain.asks.letters import LetterKind, Words
from rapport.services.asks import letters
from rapport.services.asks.letters import Draft
from rapport.services.errors import Invalid, Problem
from rapport.services.journal import undo
from rapport.services.keeping import bin as binned
from rapport.services.keeping.bin import Noun
from tests.services.conftest import NOW

ASK = LetterKind.ASK
LATER = NOW + timedelta(hours=1)


def a_letter(owner_id: UUID, body: str, name: str = "", language: str = "en") -> UUID:
    return letters.create(owner_id, Draft(ASK, language, Words("Hi", body), name), at=NOW).id


def used(owner_id: UUID, language: str = "en") -> str | None:
    words = letters.own(owner_id, language).words.get(ASK)
    return words.body if words else None


def test_ones_own_words_are_those_of_their_language(owner_id: UUID) -> None:
    assert used(owner_id) is None
    a_letter(owner_id, "Mine")
    assert (used(owner_id), used(owner_id, "fr")) == ("Mine", None)


def test_of_several_the_one_chosen_last_is_used(owner_id: UUID) -> None:
    short, long = a_letter(owner_id, "Short", "short"), a_letter(owner_id, "Long", "long")
    letters.choose(owner_id, short, at=LATER)
    assert used(owner_id) == "Short"
    saved = letters.choose(owner_id, long, at=LATER + timedelta(hours=1))
    assert used(owner_id) == "Long"
    assert [row.name for row in letters.listing(owner_id, "en")[ASK]] == ["long", "short"]
    assert saved.batch_id
    undo.undo(owner_id, saved.batch_id, at=LATER)
    assert used(owner_id) == "Short"


def test_back_to_the_products_words_and_back_again(owner_id: UUID) -> None:
    mine = a_letter(owner_id, "Mine")
    saved = letters.discard(owner_id, mine, at=NOW)
    assert used(owner_id) is None
    binned.restore(owner_id, Noun.LETTER, mine, at=NOW)
    assert used(owner_id) == "Mine"
    assert saved.batch_id


def test_two_of_one_kind_need_two_names(owner_id: UUID) -> None:
    first = a_letter(owner_id, "Mine", "short")
    with pytest.raises(Invalid) as caught:
        a_letter(owner_id, "Other", "short")
    assert (caught.value.field, caught.value.code) == ("name", Problem.TAKEN)
    letters.discard(owner_id, first, at=NOW)
    a_letter(owner_id, "Other", "short")
    with pytest.raises(Invalid):
        letters.restore(owner_id, first, at=NOW)


def test_a_letter_can_be_changed_but_not_emptied(owner_id: UUID) -> None:
    mine = a_letter(owner_id, "Mine")
    letters.edit(owner_id, mine, Draft(ASK, "en", Words("", "Better")), at=NOW)
    assert letters.read(owner_id, mine).words == Words("", "Better")
    with pytest.raises(Invalid) as caught:
        letters.edit(owner_id, mine, Draft(ASK, "en", Words("Hi", " ")), at=NOW)
    assert (caught.value.field, caught.value.code) == ("body", Problem.REQUIRED)
    with pytest.raises(Invalid):
        letters.create(owner_id, Draft(ASK, "de", Words("", "Hallo")), at=NOW)


def test_what_is_not_there_says_so(owner_id: UUID) -> None:
    for verb in (letters.read, lambda o, pk: letters.choose(o, pk, at=NOW)):
        with pytest.raises(LookupError):
            verb(owner_id, UUID(int=7))
