"""Topics, found in what is written about something."""

from collections.abc import Collection

from rapport.domain.text import fold


def topics_in(text: str, topics: Collection[str]) -> tuple[str, ...]:
    """The topics whose words are all in a text, whole; an English or French plural is the same word."""
    words = set("".join(char if char.isalnum() else " " for char in fold(text)).split())
    words |= {word.removesuffix("s") for word in words}
    found = []
    for topic in topics:
        parts = fold(topic).lstrip("#").replace("-", " ").split()
        if parts and all(part in words or part.removesuffix("s") in words for part in parts):
            found.append(topic)
    return tuple(found)
