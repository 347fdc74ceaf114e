"""vCard 2.1, 3.0 and 4.0 to people and back; what Rapport has no place for is kept and given back."""

from rapport.formats.vcard.reader import read
from rapport.formats.vcard.writer import VERSIONS, write

__all__ = ["VERSIONS", "read", "write"]
