"""Fewer looks for circular garbage while a file comes in."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

AT_ONCE = 500_000  # new objects before a look; an import makes no circle of its own (counted); usual: 700


@contextmanager
def rarely_collected() -> Iterator[None]:
    """A file becomes many values and hardly a circle: looking for one took a quarter of the time."""
    before = gc.get_threshold()
    gc.set_threshold(AT_ONCE, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
