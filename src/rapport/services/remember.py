"""Pages are values made from one revision of the data: until it moves on, they need not be made again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar
from uuid import UUID

from django.db import connection

from rapport.services import owners

P = ParamSpec("P")
T = TypeVar("T")

MOST = 64  # values kept for each function: a few pages of a few owners


def by_revision(make: Callable[Concatenate[UUID, P], T]) -> Callable[Concatenate[UUID, P], T]:
    """Remember what a read returned for an owner, as long as nothing of theirs is written.

    The value must be frozen. Every write through the journal moves the owner's revision on, in every
    process; the store is part of the key, since a demo has a database of its own.
    """
    kept: OrderedDict[Hashable, T] = OrderedDict()
    lock = Lock()

    @wraps(make)
    def remembered(owner_id: UUID, /, *args: P.args, **kwargs: P.kwargs) -> T:
        store = str(connection.settings_dict["NAME"])
        key = (store, owner_id, owners.revision(owner_id), args, tuple(sorted(kwargs.items())))
        with lock:
            if key in kept:
                kept.move_to_end(key)
                return kept[key]
        value = make(owner_id, *args, **kwargs)
        with lock:
            kept[key] = value
            while len(kept) > MOST:
                kept.popitem(last=False)
        return value

    return remembered
