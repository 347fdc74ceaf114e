"""One encounter put right: judged at once, and the verdict said."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.test import Client

from rapport.services.interactions import pages as interaction_pages
from tests.services.makers import a_coffee, a_gathering, a_person
from tests.web.portland import month, owner_id, posted, words  # noqa: F401 - fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("month")]

DAY = date(2019, 3, 13)


def test_the_new_verdict_is_said_with_its_reason(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    mary = a_person(owner_id, "Mary")
    address = f"/interactions/{a_coffee(owner_id, mary, on=DAY)}"
    fields = posted(visitor.get(address), address)
    changed = words(visitor.post(address, fields | {f"memorable-{mary}": "no"}, follow=True))
    assert (
        "Changed. Now: hello. A hello for now: in a week, neither you nor Mary would remember it." in changed
    )
    again = posted(visitor.get(address), address)
    assert "Changed. The referee says the same as before." in words(
        visitor.post(address, again | {"note": "by the river"}, follow=True)
    )


def test_of_several_people_the_changed_ones_are_named(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    mary, teo = a_person(owner_id, "Mary"), a_person(owner_id, "Teo")
    address = f"/interactions/{a_coffee(owner_id, mary, teo, on=DAY)}"
    fields = posted(visitor.get(address), address)
    no = {f"memorable-{mary}": "no", f"memorable-{teo}": "no"}
    assert "Changed. Now: Mary (hello) and Teo (hello)." in words(
        visitor.post(address, fields | no, follow=True)
    )


def test_it_can_be_said_to_have_been_at_a_gathering(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    evening = a_gathering(owner_id, "Ladies’ Night", DAY)
    pk = a_coffee(owner_id, a_person(owner_id, "Mary"), on=DAY)
    address = f"/interactions/{pk}"
    visitor.post(address, posted(visitor.get(address), address) | {"gathering": str(evening)})
    where = interaction_pages.read(owner_id, pk).gathering
    assert where
    assert where.id == evening
    assert posted(visitor.get(address), address)["gathering"] == str(evening)


def test_binning_names_the_other_day_that_is_judged_otherwise(visitor: Client, owner_id: UUID) -> None:  # noqa: F811 - fixture
    mary = a_person(owner_id, "Mary")
    first = a_coffee(owner_id, mary, on=DAY - timedelta(days=2))
    a_coffee(owner_id, mary, on=DAY)
    said = "One other exchange is judged otherwise now: Mary, Wednesday 13 March"
    binned = words(visitor.post(f"/interactions/{first}/bin", follow=True))
    assert f"{said} (connection; before: already known)." in binned
    back = words(visitor.post(f"/bin/interaction/{first}", follow=True))
    assert f"{said} (already known; before: connection)." in back
