"""Somebody new brings three exports of the same people: who is there twice stands at the top."""

from itertools import combinations
from pathlib import Path
from uuid import UUID

import pytest

from rapport.db import models
from rapport.domain.duplicates.values import Agreement, Field
from rapport.services.duplicates import duplicates
from rapport.services.duplicates.duplicates import Lookalike
from rapport.services.imports import bring
from rapport.services.imports.values import File
from tests.cast import FIRST_DAY
from tests.newcomers import Newcomer, google_csv, linkedin_csv, newcomer, phone_vcf
from tests.services.conftest import NOW


def bring_in(owner_id: UUID, folder: Path, new: Newcomer) -> None:
    texts = {
        "Connections.csv": linkedin_csv(new.linkedin),
        "contacts.csv": google_csv(new.google),
        "phone.vcf": phone_vcf(new.phone),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    files = [File(name, folder / name) for name in texts]
    bring.apply(owner_id, files, at=NOW, today=FIRST_DAY)


def twice_at_one_firm(owner_id: UUID, new: Newcomer) -> set[frozenset[UUID]]:
    """Who has the same name and firm in two entries, and is one person."""
    apart = {each.name for pair in new.apart for each in pair}
    there: dict[tuple[str, str], list[UUID]] = {}
    for pk, name, firm in models.Person.objects.of(owner_id).values_list("id", "name", "organisation"):
        if firm and name not in apart:
            there.setdefault((name, firm), []).append(pk)
    return {frozenset(pair) for ids in there.values() for pair in combinations(ids, 2)}


def found(owner_id: UUID) -> list[Lookalike]:
    return list(duplicates.look(owner_id, at=NOW, per_page=2_000).pairs)


@pytest.mark.parametrize("count", [25, 50, 120, 300])
def test_the_same_name_and_firm_in_two_exports_stands_at_the_top(
    owner_id: UUID, tmp_path: Path, count: int
) -> None:
    new = newcomer(count)
    bring_in(owner_id, tmp_path, new)
    twice = twice_at_one_firm(owner_id, new)
    proposed = [frozenset((each.a.id, each.b.id)) for each in found(owner_id)]
    missed = twice - set(proposed)
    assert len(twice) >= count // 5
    assert not missed
    names = dict(models.Person.objects.of(owner_id).values_list("id", "name"))
    above = [pair for pair in proposed[: len(twice)] if len({names[pk] for pk in pair}) == 1]
    assert len(above) == len(twice)  # nobody of two names stands above them


def test_each_says_that_name_and_firm_agree(owner_id: UUID, tmp_path: Path) -> None:
    new = newcomer(50)
    bring_in(owner_id, tmp_path, new)
    twice = twice_at_one_firm(owner_id, new)
    for each in found(owner_id):
        if frozenset((each.a.id, each.b.id)) in twice:
            told = {reason.field for reason in each.reasons if reason.agreement is Agreement.SAME}
            assert Field.EMPLOYER in told or {Field.GIVEN, Field.FAMILY} & told


@pytest.mark.parametrize("count", [25, 300])
def test_nobody_is_merged_on_name_and_firm_alone(owner_id: UUID, tmp_path: Path, count: int) -> None:
    new = newcomer(count)
    bring_in(owner_id, tmp_path, new)
    before = models.Person.objects.of(owner_id).count()
    duplicates.merge_sure(owner_id, at=NOW)
    assert models.Person.objects.of(owner_id).live().count() == before


def test_two_marias_are_asked_about_and_a_father_and_his_son_are_not(owner_id: UUID, tmp_path: Path) -> None:
    bring_in(owner_id, tmp_path, newcomer(120))
    pairs = [(each.a.name, each.b.name, each.is_sure) for each in found(owner_id)]
    assert ("Maria Keller", "Maria Keller", False) in pairs
    assert not any("Sixpence" in a for a, _b, _sure in pairs)
