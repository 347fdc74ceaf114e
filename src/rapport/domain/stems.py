"""Words without their endings, for English and French: lightly, so that different words stay different."""

from functools import lru_cache

ENDINGS = {
    "en": ("ing", "ers", "er", "ors", "or", "ed", "es", "ly", "y", "e"),
    "fr": (
        "issement", "ement", "ation", "euse", "rice", "eur", "ante", "ant", "ente", "ienne", "ien", "elle",
        "iere", "ier", "ive", "if", "er", "ez", "es", "ee", "e",
    ),
}  # fmt: skip
LEAST = 4  # letters that stay


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """English and French plurals end alike often enough; of a folded word."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("xes"):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and not word.endswith("ss") else word


@lru_cache(maxsize=8192)
def stem(word: str, language: str) -> str:
    """The word without its ending, LEAST letters at least; its singular where the language is unknown."""
    bare = singular(word)
    for ending in ENDINGS.get(language, ()):
        if bare.endswith(ending) and len(bare) - len(ending) >= LEAST:
            return bare[: -len(ending)]
    return bare
