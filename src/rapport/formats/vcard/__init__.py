"""vCard 2.1, 3.0 and 4.0 to people and back; what Rapport has no place for is kept and given back."""

from typing import TYPE_CHECKING, Any

from rapport.formats.vcard.reader import read

if TYPE_CHECKING:
    from rapport.formats.vcard.writer import VERSIONS, write

__all__ = ["VERSIONS", "read", "write"]


def __getattr__(name: str) -> Any:
    """The writer, where somebody writes: what reads foreign files starts sooner without it."""
    if name not in __all__:
        raise AttributeError(name)
    from rapport.formats.vcard import writer

    return getattr(writer, name)
