"""What grew from somebody, on a page."""

from uuid import UUID

import pytest
from django.test import Client

from rapport.services.asks import introductions
from rapport.web.views import growth
from tests.services.makers import a_coffee, a_gathering, a_person
from tests.web.portland import NOW, TODAY, month, owner_id, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


def test_what_grew_from_karen_is_told_with_its_days(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    karen, nora = a_person(owner_id, "Karen"), a_person(owner_id, "Nora <b>")
    a_coffee(owner_id, karen, on=TODAY.replace(day=1))
    friday = a_gathering(owner_id, "Freelance Friday", TODAY, invited_by=karen)
    a_coffee(owner_id, nora, on=TODAY, gathering_id=friday)
    page = visitor.get(f"/growth/person/{karen}")
    said = words(page)
    assert (
        "What grew from Karen 1 person and 1 gathering. From 1 March 2019 to 15 March 2019: 14 days." in said
    )
    assert (
        "Freelance Friday where you were brought along, 14 days later 15 March 2019 Nora <b> met there"
        in said
    )
    assert "<b>" not in page.content.decode()
    assert f'href="/growth/person/{karen}"' in visitor.get(f"/people/{karen}").content.decode()
    assert f'href="/growth/gathering/{friday}"' in visitor.get(f"/gatherings/{friday}").content.decode()


def test_a_long_list_is_cut_and_says_so(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - fixture
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(growth, "MOST", 1)
    karen = a_person(owner_id, "Karen")
    for name in ("Leo", "Nora", "Tom"):
        draft = introductions.Draft(a_person(owner_id, name), TODAY, karen)
        introductions.create(owner_id, draft, at=NOW)
    said = words(visitor.get(f"/growth/person/{karen}"))
    assert "3 people" in said
    assert "2 more are not shown." in said


def test_where_nothing_grew_it_says_so_without_blame(visitor: Client, owner_id: UUID) -> None:  # noqa: F811
    karen = a_person(owner_id, "Karen")
    assert "Nothing has grown from here yet" in words(visitor.get(f"/growth/person/{karen}"))
    assert visitor.get(f"/growth/horse/{karen}").status_code == 404
    assert visitor.get(f"/growth/ask/{karen}").status_code == 404


def test_what_grew_from_an_evening_stands_among_the_gatherings_in_the_menu(
    visitor: Client,
    owner_id: UUID,  # noqa: F811 - the fixture
) -> None:
    friday = a_gathering(owner_id, "Freelance Friday", TODAY)
    page = visitor.get(f"/growth/gathering/{friday}").content.decode()
    current = page.index('aria-current="page"')
    assert "<span>Gatherings</span>" in page[current : current + 60]
