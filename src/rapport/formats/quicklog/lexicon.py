"""What a language brings to the grammar: words and patterns, no behaviour."""

from typing import NamedTuple

Phrases = dict[str, tuple[str, ...]]


class Lexicon(NamedTuple):
    """One language. Words are folded (`domain.text.fold`), patterns compiled (`pattern.compile_pattern`)."""

    code: str
    # dates
    days: dict[str, int]  # "yesterday" → -1; phrases of several words allowed
    weekdays: dict[str, int]  # Monday 0
    months: dict[str, int]
    units: dict[str, str]  # "weeks" → "week"
    days_of_weeks: dict[int, int]  # so many days, as said, are so many weeks: "quinze jours" → 2
    numbers: dict[str, int]
    ones: frozenset[str]  # articles that count one: "a week ago"
    ordinals: frozenset[str]  # what may follow a day number: "5th", "1er"
    last: frozenset[str]
    next: frozenset[str]
    adjective_after: bool  # "vendredi prochain"
    ago_before: tuple[str, ...]  # "il y a" before the number
    ago_after: tuple[str, ...]  # "ago" after it
    ahead_before: tuple[str, ...]  # "in", "dans"
    due: frozenset[str]  # prepositions that make a date a deadline: "by"
    date_words: frozenset[str]  # prepositions before a date: "on"
    day_articles: frozenset[str]  # what must stand before a bare day of the month: "the 12th"
    between: frozenset[str]  # "of" in "the 5th of March"
    day_first: bool  # 5/3 is surely 5 March
    # durations, levels
    minutes: dict[str, int]  # whole phrases: "half an hour" → 30
    minute_units: dict[str, int]  # "h" → 60
    minute_words: frozenset[str]  # "for", "during" before a duration
    plus_minutes: dict[str, int]  # "and a half" → 30, after hours
    clocks: dict[str, int]  # "noon" → minutes past midnight
    levels: dict[str, int]  # "high" → 4
    # names
    titles: frozenset[str]
    particles: frozenset[str]
    joins: frozenset[str]  # "and", "&"
    stops: frozenset[str]  # never a name, however written
    pronouns: dict[str, bool]  # third person; True: several people
    articles: frozenset[str]
    gathering_nouns: frozenset[str]
    gathering_heads: frozenset[str]  # the same with a capital only: "Club de lecture", not "le club de golf"
    gathering_links: frozenset[str]  # small words inside a gathering's name
    after_nouns: frozenset[str]  # prepositions that show "lunch" to be a meal had: "with", "at"
    meals: frozenset[str]  # "Drinks", "Café": may begin a gathering's name that holds "with"
    company: frozenset[str]  # "with": inside a name only after a noun such as "Drinks"
    # prose
    leads: tuple[str, ...]  # what may stand before a statement: "then I"
    fillers: frozenset[str]  # skipped inside a pattern
    adjectives: frozenset[str]  # skipped before a noun: "a great long chat"
    shallow: frozenset[str]  # adjectives that say: a courtesy
    deep: frozenset[str]  # adjectives that say: a real exchange
    breaks: frozenset[str]  # words between two statements: "and", "but", "then"
    infinitives: frozenset[str]  # "I need to …" is a task, not a need
    determiners: frozenset[str]  # begin the next item of a list: "a designer, a writer"
    object_stops: frozenset[str]  # end an organisation typed in lower case: "for", "about"
    sets: dict[str, str]  # shorthand inside patterns: "{coffee}"
    rules: Phrases
    modifiers: Phrases
    correcting: frozenset[str]  # words that may begin a correction: "forget", "rename"
