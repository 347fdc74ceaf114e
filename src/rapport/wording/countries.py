"""Countries in the reader's language, by name: a list rather than sentences."""

from functools import lru_cache

from django.utils import translation

from rapport.domain.people.countries import names
from rapport.domain.text import fold


def countries() -> tuple[tuple[str, str], ...]:
    """Codes and names in the reader's language, by name."""
    return _in("fr" if (translation.get_language() or "en").startswith("fr") else "en")


@lru_cache(maxsize=2)
def _in(language: str) -> tuple[tuple[str, str], ...]:
    found = [(code, french if language == "fr" else english) for code, english, french in names()]
    return tuple(sorted(found, key=lambda pair: fold(pair[1])))
