"""What corrects an earlier line, made ready for reading only where a line may hold it: start-up counts."""

from functools import cache

from rapport.formats.quicklog.index import Correcting, compile_rules, index_of, phrase_table


@cache
def correcting_of(language: str) -> Correcting:
    """The corrections of "en" or "fr", made once."""
    if language == "fr":
        from rapport.formats.quicklog.correcting_fr import SOURCE
    else:
        from rapport.formats.quicklog.correcting_en import SOURCE
    lexicon = index_of(language).lexicon
    return Correcting(
        rules=compile_rules(SOURCE.rules, lexicon),
        modifiers=compile_rules(SOURCE.modifiers, lexicon),
        leads=phrase_table(SOURCE.leads),
        exchanges=phrase_table({word: place for place, word in enumerate(SOURCE.exchanges)}),
        channels=tuple(SOURCE.exchanges.values()),
    )
