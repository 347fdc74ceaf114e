"""Two entries side by side: merged with a choice of fields, told apart, taken back."""

from uuid import UUID

import pytest
from django.test import Client

from rapport.db import models
from rapport.domain.imports.imports import Source
from rapport.domain.people.people import ContactKind
from rapport.services.duplicates import likeness
from rapport.services.people.drafts import ContactPoint
from tests.cast import day
from tests.services.makers import a_coffee, a_person
from tests.web.portland import NOW, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


def mail(address: str) -> tuple[ContactPoint, ...]:
    return (ContactPoint(ContactKind.EMAIL, address),)


@pytest.fixture
def pair(owner_id: UUID) -> tuple[UUID, UUID]:  # noqa: F811 - the fixture
    """William, who has a story, and Bill with another role."""
    william = a_person(
        owner_id, "William <Holt>", role="editor", contact_points=mail("will@holt.example"), tags=("vr",)
    )
    bill = a_person(owner_id, "Bill <Holt>", role="publisher", contact_points=mail("will@holt.example"))
    a_coffee(owner_id, william, on=day(4))
    first, second = sorted((william, bill))
    return first, second


def address(pair: tuple[UUID, UUID], end: str = "") -> str:
    return f"/duplicates/{pair[0]}/{pair[1]}{end}"


def test_where_nobody_is_twice_the_page_says_so(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    a_person(owner_id, "Mary Castellan")
    assert "Nobody is here twice" in words(visitor.get("/duplicates"))


def test_both_stand_side_by_side_with_the_reasons(visitor: Client, pair: tuple[UUID, UUID]) -> None:
    page = visitor.get("/duplicates")
    said = words(page)
    assert "1 pair looks alike" in said
    assert "the first names differ by a nickname: " in said
    assert "the same e-mail address: will@holt.example" in said
    assert "1 exchange, last on 4 March" in said or "1 exchange, last on 4 Mar" in said
    assert "William &lt;Holt&gt;" in page.content.decode()


def test_only_what_differs_is_marked(visitor: Client, pair: tuple[UUID, UUID]) -> None:
    page = visitor.get("/duplicates").content.decode()
    marked = {part.split("</bdi>")[0] for part in page.split('class="told other">')[1:]}
    assert {text.split("<bdi>")[1] for text in marked} == {
        "editor",
        "publisher",
        "William &lt;Holt&gt;",
        "Bill &lt;Holt&gt;",
    }


def test_files_that_differ_tell_nothing_apart(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    tom, thomas = a_person(owner_id, "Tom Reed"), a_person(owner_id, "Thomas Reed")
    for person, source in ((tom, Source.VCARD), (thomas, Source.LINKEDIN)):
        models.SourceRecord.objects.create(
            owner_id=owner_id, source=source, key=source, digest="1", person_id=person
        )
    page = visitor.get("/duplicates").content.decode()
    marked = {part.split("</bdi>")[0].split("<bdi>")[1] for part in page.split('class="told other">')[1:]}
    assert marked == {"Tom Reed", "Thomas Reed"}


def test_the_chosen_role_and_name_stay_and_undo_brings_both_back(
    visitor: Client, pair: tuple[UUID, UUID]
) -> None:
    form = posted(visitor.get(address(pair)), address(pair))
    bill = models.Person.objects.get(role="publisher").pk
    assert form.keys() >= {"take-name", "take-role"}
    answer = visitor.post(address(pair), {**form, "take-role": str(bill)}, follow=True)
    assert "William <Holt> is one person now." in words(answer)
    row = models.Person.objects.get()
    assert (row.name, row.role, row.aliases) == ("William <Holt>", "publisher", ["Bill <Holt>"])
    batch = models.Batch.objects.get(verb="merge")
    visitor.post(f"/undo/{batch.pk}")
    assert models.Person.objects.count() == 2


def test_two_people_are_not_asked_about_again(visitor: Client, pair: tuple[UUID, UUID]) -> None:
    answer = visitor.post(address(pair, "/never"), {"next": "/duplicates?page=1"}, follow=True)
    assert "Noted: two people." in words(answer)
    assert "Nobody is here twice" in words(answer)


def test_the_sure_ones_are_merged_by_one_button(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    for n, name in enumerate(("Mary Castellan", "Tomas Reed", "Alma Reyes")):
        points = (*mail(f"{n}@example.org"), ContactPoint(ContactKind.PHONE, f"+1 503 555 {4000 + n}"))
        for _ in range(2):
            a_person(owner_id, name, city="Portland", contact_points=points)
    page = visitor.get("/duplicates")
    assert "Merge all 3 sure ones" in words(page)
    assert "less than one of these merges is expected to be wrong" in words(page)
    answer = visitor.post("/duplicates/sure", follow=True)
    assert "Merged: 3 people are told of once now." in words(answer)
    assert models.Person.objects.count() == 3


def test_a_large_book_is_looked_through_when_asked(
    visitor: Client, pair: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likeness, "QUICK", 0)
    assert "It has not been done yet." in words(visitor.get("/duplicates"))
    assert "1 pair looks alike" in words(visitor.post("/duplicates/look", follow=True))
    models.Owner.objects.update(revision=10_000)
    assert "something was written since" in words(visitor.get("/duplicates"))


def test_somebody_who_is_not_there_is_not_found(visitor: Client, pair: tuple[UUID, UUID]) -> None:
    nobody = UUID(int=1)
    for path in (f"/duplicates/{nobody}/{pair[0]}", f"/duplicates/{pair[0]}/{pair[0]}"):
        assert visitor.get(path).status_code == 404
        assert visitor.post(path).status_code == 404
        assert visitor.post(f"{path}/never").status_code == 404


def test_what_the_form_makes_up_is_passed_over(visitor: Client, pair: tuple[UUID, UUID]) -> None:
    visitor.post(address(pair), {"take-role": "x", "take-owner": str(pair[0])})
    assert models.Person.objects.count() == 1
