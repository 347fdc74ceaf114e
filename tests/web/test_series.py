"""What series gave, and the one tap each: go once a month, let it go."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from rapport.db import models
from rapport.domain.gatherings.gatherings import Attendance
from rapport.services.gatherings import debriefs
from tests.services.makers import a_coffee, a_gathering, a_person
from tests.web.portland import NOW, TODAY, month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]


@pytest.fixture
def friday(owner_id: UUID) -> UUID:  # noqa: F811 - the fixture
    """Freelance Friday, two weeks ago: three to remember in an hour and a half; its series."""
    people = [a_person(owner_id, name) for name in ("Nora", "Priya", "Dale")]
    on = TODAY - timedelta(days=14)
    pk = a_gathering(owner_id, "Freelance Friday", on)
    a_coffee(owner_id, *people, on=on, gathering_id=pk, others=2, minutes=90)
    row = models.Series.objects.create(owner_id=owner_id, name="Freelance Friday", folded="freelance friday")
    models.Gathering.objects.filter(pk=pk).update(series=row)
    return row.pk


def test_freelance_friday_is_proposed_once_a_month(visitor: Client, friday: UUID) -> None:
    page = visitor.get("/gatherings")
    told = words(page)
    assert "Freelance Friday 3 people to remember of 5 met, in one visit and an hour and a half." in told
    assert "It gives. Go once a month. Next: Friday 5 April. Go once a month" in told
    assert "2 to remember an hour; the true rate may be anywhere from 0.7 to 5.9." in told
    address = f"/series/{friday}/rhythm"
    done = words(visitor.post(address, posted(page, address), follow=True))
    assert "Freelance Friday: once a month. You go next on Friday 5 April." in done
    assert "It gives, and you go once a month." in done
    planned = models.Gathering.objects.get(on__gt=TODAY)
    assert (str(planned.on), planned.attendance) == ("2019-04-05", Attendance.GOING)


def test_its_page_tells_the_same(visitor: Client, friday: UUID) -> None:
    assert "It gives. Go once a month." in words(visitor.get(f"/series/{friday}"))


def test_what_gives_nothing_is_let_go_in_one_tap_and_taken_up_again(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    for days in (7, 14, 21):
        pk = a_gathering(owner_id, "Drinks", TODAY - timedelta(days=days))
        debriefs.save(owner_id, pk, debriefs.Draft((), others=3), on=TODAY, at=NOW)
    series = models.Series.objects.get().pk
    assert "You may let it go. Let it go" in words(visitor.get("/gatherings"))
    done = words(visitor.post(f"/series/{series}/let-go", follow=True))
    assert "Drinks will not be proposed again. What was, stays. Undo" in done
    assert "You let it go. Propose it again" in done
    visitor.post(f"/series/{series}/take-up")
    assert models.Series.objects.get().let_go_on is None


def test_one_date_becomes_a_series(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    pk = a_gathering(owner_id, "Ladies’ Night", TODAY)
    assert "It comes again" in words(visitor.get(f"/gatherings/{pk}"))
    assert "It is a series now." in words(visitor.post(f"/gatherings/{pk}/again", follow=True))
    assert models.Gathering.objects.get().series_id == models.Series.objects.get().pk


@pytest.mark.parametrize("fields", [{}, {"days": "0"}, {"days": "28", "on": "soon"}, {"days": "x"}])
def test_what_is_no_rhythm_is_refused(visitor: Client, friday: UUID, fields: dict[str, str]) -> None:
    assert visitor.post(f"/series/{friday}/rhythm", fields).status_code == 404
    assert models.Series.objects.get().rhythm_days is None
