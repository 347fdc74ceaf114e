"""English words of the quick log; the sentences are in meeting_en, asking_en, giving_en."""

from rapport.formats.quicklog.asking_en import ASKING
from rapport.formats.quicklog.details_en import MODIFIERS
from rapport.formats.quicklog.giving_en import GIVING
from rapport.formats.quicklog.lexicon import Lexicon
from rapport.formats.quicklog.meeting_en import MEETING, SETS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _listed(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_NUMBERS = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)

ENGLISH = Lexicon(
    code="en",
    days={
        "today": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tonight": 0, "just now": 0,
        "yesterday": -1, "yesterday morning": -1, "yesterday afternoon": -1, "yesterday evening": -1,
        "last night": -1, "the day before yesterday": -2, "day before yesterday": -2,
        "tomorrow": 1, "tomorrow morning": 1, "tomorrow afternoon": 1, "tomorrow evening": 1,
        "the day after tomorrow": 2, "day after tomorrow": 2, "fortnight ago": -14,
    },
    weekdays={
        **{name: place for place, name in enumerate(_WEEKDAYS)},
        "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "weekend": 5,
    },
    months={
        **{name: place for place, name in enumerate(_MONTHS, 1)},
        **{name[:3]: place for place, name in enumerate(_MONTHS, 1)},
        "sept": 9,
    },
    units={
        "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
        "year": "year", "years": "year",
    },
    days_of_weeks={},
    numbers={
        **{word: value for value, word in enumerate(_NUMBERS)},
        "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
        "a dozen": 12, "half a dozen": 6, "two dozen": 24, "a hundred": 100, "hundred": 100, "a couple of": 2,
        "a couple": 2, "couple": 2,
    },
    ones=_words("a an one"),
    ordinals=_words("st nd rd th"),
    last=_words("last past"),
    next=_words("next coming"),
    adjective_after=False,
    ago_before=(),
    ago_after=("ago", "earlier", "back"),
    ahead_before=("in", "within"),
    due=frozenset({"by", "before", "until", "due", "due on"}),
    date_words=frozenset({"on", "for", "this", "dated", "for this"}),
    day_articles=_words("the"),
    between=_words("of"),
    day_first=False,
    minutes={
        "half an hour": 30, "half hour": 30, "a half hour": 30, "an hour": 60, "a quarter of an hour": 15,
        "quarter of an hour": 15, "three quarters of an hour": 45, "a couple of hours": 120, "all day": 480,
        "half a day": 240, "the whole day": 480,
    },
    minute_units={
        "min": 1, "mins": 1, "minute": 1, "minutes": 1, "mn": 1, "m": 1,
        "h": 60, "hr": 60, "hrs": 60, "hour": 60, "hours": 60,
    },
    minute_words=_words("for during ~ about"),
    plus_minutes={"and a half": 30, "and a quarter": 15, "and a bit": 0},
    clocks={"noon": 720, "midday": 720, "midnight": 0},
    levels={
        "very low": 1, "really low": 1, "super low": 1, "rock bottom": 1, "low": 2, "so so": 3, "so-so": 3,
        "ok": 3, "okay": 3, "medium": 3, "average": 3, "middling": 3, "good": 4, "high": 4,
        "very high": 5, "really high": 5, "very good": 5, "great": 5, "super high": 5, "none": 1,
    },
    titles=_words("dr mr mrs ms miss prof professor sir mme mlle sr sra herr frau"),
    particles=_words(
        "de la du da do dos das di del della den der des van von zu zur ten ter te el al bin ibn "
        "ben le af av o"
    ),
    joins=_words("and & + plus"),
    stops=_words(
        "i i'm i've i'd i'll we we're we've he she they it you me him her them us my your his their our its "
        "the a an this that these those there here and or but then so if when while because as at in "
        "on of to "
        "for with from by about into over after before since until not no yes nothing nobody "
        "everyone someone "
        "anyone everybody somebody what who how why where which today yesterday tomorrow ok okay "
        "two three four five six seven eight nine ten twelve also still just very lots many some "
        "most both all "
        "zoom teams skype facetime whatsapp linkedin slack e-mail email"
    ),
    pronouns={"she": False, "he": False, "her": False, "him": False, "they": True, "them": True},
    articles=_words("the a an my our this another"),
    gathering_nouns=_words(
        "conference meetup meet-up workshop panel party event fair festival mixer webinar retreat summit "
        "hackathon exhibition vernissage book-club seminar class course networking breakfast-club gathering"
    ),
    gathering_heads=frozenset(),
    gathering_links=_words("of for the in on de des du la con and"),
    meals=_words(
        "coffee coffees drinks lunch lunches breakfast brunch dinner dinners beers cafe cocktails "
        "aperitif"
    ),
    after_nouns=_words("with w at in near"),
    company=_words("with"),
    leads=(
        "i", "we", "i've", "we've", "i have", "we have", "i'd", "i also", "then", "also", "later",
        "afterwards",
        "after that", "so", "finally", "first", "and then", "in the morning", "in the afternoon",
        "in the evening",
        "i then", "i'll", "i will", "we'll", "i must", "i should", "i need to", "reminder :", "remember to",
        "i just", "just", "i finally", "today i", "oh", "well", "at last", "this morning i", "p.s",
    ),
    fillers=_words("just also finally already really then too kindly actually again quickly currently now"),
    adjectives=_words(
        "good great lovely nice long real deep proper quick brief short courtesy wonderful pleasant "
        "fun first second "
        "very really warm interesting inspiring impromptu spontaneous little casual virtual quiet early late "
        "meaningful"
    ),
    shallow=_words("brief courtesy"),
    deep=_words("long real deep proper meaningful"),
    breaks=_words("and but then & + plus so while"),
    infinitives=_words("to"),
    determiners=_words("a an the some two three another any my his her their"),
    object_stops=_words(
        "for about with on at to by from and or but because in after before again my a an the our this that "
        "today yesterday tomorrow via over through is was were has have said answered replied"
    ),
    sets=SETS,
    rules={**MEETING, **ASKING, **GIVING},
    modifiers=MODIFIERS,
    correcting=_words(
        "forget delete remove erase discard bin drop scrap trash undo take restore undelete recover unbin "
        "bring fetch put correct change fix edit update amend adjust rename"
    ),
)  # fmt: skip
