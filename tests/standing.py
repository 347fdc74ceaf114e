"""Rows that all tests of a file begin with, written once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import transaction
from pytest_django import DjangoDbBlocker

Made = TypeVar("Made")


@contextmanager
def standing(blocker: DjangoDbBlocker, write: Callable[[], Made]) -> Iterator[Made]:
    """What `write` wrote, seen by every test of the file and gone with its last; for a module's fixture.

    Each test's own transaction stands inside this one. All tests of such a file begin with these rows, also
    those that do not ask for them, so that tests of an empty store belong in another file; and the owner has
    the same id in each, so that pages, which are remembered by owner and revision, do too.
    """
    around = transaction.atomic()
    with blocker.unblock():
        around.__enter__()
        try:
            made = write()
        except BaseException as error:
            around.__exit__(type(error), error, None)
            raise
    yield made
    with blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
