"""Values cost little to import, and are otherwise what the standard decorator makes."""

import copy
import dataclasses
import importlib
import inspect
import pickle
import pkgutil
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, asdict, astuple, field, fields, replace
from datetime import date
from typing import Any

import pytest

import rapport
from rapport.domain.quicklog.quicklog import Reading
from rapport.domain.values import dataclass

KAREN = "Karen Holt"


@dataclass(frozen=True, slots=True)
class Friend:
    """Somebody one can count on."""

    name: str
    met_on: date | None = None
    tags: tuple[str, ...] = ()
    promises: dict[str, int] = field(default_factory=dict, repr=False)

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True, slots=True)
class Town:
    name: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Without a field."""


def test_karen_is_made_by_place_by_name_and_with_defaults() -> None:
    karen = Friend(KAREN, tags=("baker",))
    assert (karen.name, karen.met_on, karen.tags, karen.promises) == (KAREN, None, ("baker",), {})
    assert karen.first_name == "Karen"
    assert karen.promises is not Friend(KAREN).promises


def test_a_value_says_what_is_missing_or_too_much() -> None:
    with pytest.raises(
        TypeError, match=r"Friend\.__init__\(\) missing 1 required positional argument: 'name'"
    ):
        Friend()  # type: ignore[call-arg]  # that is the test
    with pytest.raises(TypeError, match="unexpected keyword argument 'city'"):
        Friend(KAREN, city="Ghent")  # type: ignore[call-arg]  # that is the test


def test_two_who_are_told_the_same_are_equal_and_one_key() -> None:
    assert Town("Ghent") == Town("Ghent") != Town("Porto")
    name: object = KAREN
    assert Friend(KAREN) != name
    assert {Town("Ghent"): 1}[Town("Ghent")] == 1
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
    with pytest.raises(TypeError, match="unhashable"):
        hash(Friend(KAREN))  # a dict is one of its fields


def test_a_town_is_not_its_only_field() -> None:
    fields_alone: object = ("Ghent",)
    assert hash(Town("Ghent")) == hash(fields_alone)
    assert Town("Ghent") != fields_alone


def test_nothing_of_karen_can_be_changed_or_added() -> None:
    karen = Friend(KAREN)
    with pytest.raises(FrozenInstanceError):
        karen.name = "Mary"  # type: ignore[misc]  # that is the test
    with pytest.raises(FrozenInstanceError):
        karen.city = "Ghent"  # type: ignore[attr-defined]  # that is the test
    with pytest.raises(FrozenInstanceError):
        del karen.name
    assert not hasattr(karen, "__dict__")


def test_a_value_shows_its_fields_but_those_kept_quiet() -> None:
    assert repr(Friend(KAREN, tags=("baker",))) == "Friend(name='Karen Holt', met_on=None, tags=('baker',))"


def test_the_standard_helpers_and_patterns_know_a_value() -> None:
    karen = Friend(KAREN, date(2026, 3, 1))
    assert replace(karen, name="Mary") == Friend("Mary", date(2026, 3, 1))
    assert asdict(Town("Ghent")) == {"name": "Ghent"}
    assert astuple(Town("Ghent")) == ("Ghent",)
    assert [each.name for each in fields(karen)] == ["name", "met_on", "tags", "promises"]
    match karen:
        case Friend(name, met_on):
            assert (name, met_on) == (KAREN, date(2026, 3, 1))


def test_a_value_can_be_copied_and_pickled() -> None:
    karen = Friend(KAREN, promises={"bread": 2})
    for twin in (copy.copy(karen), copy.deepcopy(karen), pickle.loads(pickle.dumps(karen))):
        assert twin == karen
    assert copy.deepcopy(karen).promises is not karen.promises


def test_only_frozen_and_slotted_values_are_made() -> None:
    with pytest.raises(TypeError, match="frozen and slotted"):
        dataclass(frozen=False, slots=True)


def _values() -> Iterator[type[Any]]:
    """Every class of Rapport made by our decorator."""
    for info in pkgutil.walk_packages(rapport.__path__, "rapport."):
        if info.name.split(".")[1] in {"domain", "formats"}:
            module = importlib.import_module(info.name)
            for _name, cls in inspect.getmembers(module, inspect.isclass):
                if cls.__module__ == info.name and cls.__eq__ is Friend.__eq__:
                    yield cls


def test_every_rule_s_value_takes_what_the_standard_one_would() -> None:
    from rapport.domain.values import own_init  # type: ignore[attr-defined]  # not there for the type checker

    seen = list(_values())
    assert Reading in seen
    for cls in seen:
        twin = dataclasses.make_dataclass(
            cls.__name__,
            [
                (f.name, f.type, field(default=f.default, default_factory=f.default_factory))
                for f in fields(cls)
            ],
        )
        ours, standard = (inspect.signature(made) for made in (own_init(cls), vars(twin)["__init__"]))
        assert list(ours.parameters) == list(standard.parameters), cls
        assert [p.default is p.empty for p in ours.parameters.values()] == [
            p.default is p.empty for p in standard.parameters.values()
        ], cls
