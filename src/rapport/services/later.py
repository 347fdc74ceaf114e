"""Names that a module offers and imports only when they are asked for: start-up counts."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def later(module: str, *names: str) -> Callable[[str], Any]:
    """A module's `__getattr__` (PEP 562) that takes these names from another module."""

    def get(name: str) -> Any:
        if name in names:
            return getattr(import_module(module), name)
        raise AttributeError(name)

    return get
