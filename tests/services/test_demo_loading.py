"""Where the story may be loaded, and how often."""

import pytest

from rapport.db import models
from rapport.services import owners
from rapport.services.setup import demo
from tests.services.conftest import NOW


def test_loading_it_again_adds_nothing(db: None) -> None:
    demo.load(at=NOW)
    again = demo.load(at=NOW)
    assert (again.taken, again.people_made) == ((), 0)
    assert models.Challenge.objects.count() == 1


def test_it_is_not_mixed_into_somebodys_own_people(db: None) -> None:
    owner = owners.local_owner()
    owners.edit(owner.id, at=NOW, is_set_up=True)
    with pytest.raises(demo.NotEmpty):
        demo.load(at=NOW)
