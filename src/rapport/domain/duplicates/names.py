"""Names as sources write them, and how well two of them agree."""

from functools import cache, lru_cache
from re import compile as pattern

from rapport.domain.duplicates.values import Agreement
from rapport.domain.people.nicknames import is_known, roots
from rapport.domain.text import fold
from rapport.domain.values import dataclass

_WORD = pattern(r"[^\W_]+(?:['’][^\W\d_]+)*\.?")
_BRACKET = pattern(r"[(\[\"“][^)\]\"”]*[)\]\"”]")


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words_of("mr mrs ms miss dr prof sir dame herr frau mme mlle monsieur madame m sr sra don dona")
_GENERATIONS = {
    "jr": 2, "junior": 2, "fils": 2, "ii": 2, "hijo": 2, "sr": 1, "senior": 1, "pere": 1, "padre": 1,
    "iii": 3, "iv": 4,
}  # fmt: skip
_DEGREES = _words_of("phd mba pmp md esq cpa mphil msc bsc ma dba dds jd llm cfa mpa rn pe")
_PARTICLES = _words_of("de la le du des da do dos di del della van von der den zu af av y e el al bin ben")


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling, taken apart; folded, in Latin letters."""

    given: str
    family: tuple[str, ...]  # what follows the given name, middle initials and particles left out
    joined: str  # the family name in one word, particles and all
    generation: int = 0  # 1 the elder, 2 the younger


@lru_cache(maxsize=65_536)
def romanised(text: str) -> str:
    """Any script in plain Latin letters, lower case."""
    if text.isascii():
        return text.lower()
    from anyascii import anyascii

    return fold(anyascii(fold(text))).replace("ʹ", "")


def read_name(text: str) -> Name | None:
    """The parts of a name; None where nothing is left of it."""
    plain = _BRACKET.sub(" ", romanised(text))
    before, comma, after = plain.partition(",")
    generation = 0
    parts: list[list[str]] = []
    for half in (after, before) if comma else (before,):
        words, born = _words(half)
        generation = generation or born
        parts.append(words)
    given, family = (parts[0], parts[1]) if comma and parts[0] else ([], [w for p in parts for w in p])
    if not given and family:
        given, family = (family[:1], family[1:]) if len(family) > 1 or not comma else ([], family)
    if not given and not family:
        return None
    middle = [word for word in given[1:] if len(word) > 1]
    whole = [word for word in family if word not in _PARTICLES] or family
    long = [word for word in whole if len(word) > 1] or whole[-1:]
    first = given[0] if given else ""
    return Name(first, tuple(dict.fromkeys([*middle, *long])), "".join(family), generation)


def _words(half: str) -> tuple[list[str], int]:
    found, generation = [], 0
    words = [word.rstrip(".").replace("'", "").replace("’", "") for word in _WORD.findall(half)]
    for at, word in enumerate(words):
        if word in _GENERATIONS and (at > 0 or len(words) == 1):
            generation = _GENERATIONS[word]
        elif word not in _DEGREES and not (at == 0 and len(words) > 1 and word in _TITLES):
            found.append(word)
    return found, generation


# One spelling for sounds that languages write differently, in this order; German umlauts lose their "e".
_HEARD = """
    shch>s chtch>s schtsch>s tsch>s tch>s sch>s sh>s ch>s zh>j kh>h ph>f th>t ts>s tz>s cz>s ck>k qu>k
    q>k x>ks c>k z>s w>v dzh>j dj>j gh>g iou>iu you>iu ou>u oo>u yu>iu ju>iu ya>ia ja>ia yo>e io>e ye>e
    ie>e ae>a oe>o ue>u eu>ev ey>i ei>i iy>i ii>i ij>i y>i j>i ee>i h>
"""
_SOUNDS = [tuple(pair.split(">")) for pair in _HEARD.split()]


@cache
def sound(word: str) -> str:
    """A rough spelling by sound: the same for Юлия as Yuliya, Julia and Ioulia, for Müller as Mueller."""
    text = word
    for letters, plain in _SOUNDS:
        text = text.replace(letters, plain)
    return "".join(char for at, char in enumerate(text) if at == 0 or char != text[at - 1])


_HERS = (("ova", "ov"), ("eva", "ev"), ("ina", "in"), ("skaia", "ski"), ("skaa", "ski"), ("skaya", "ski"))


@cache
def family_sound(word: str) -> str:
    """The sound of a family name, the same for her as for him (Petrova, Petrov; Papadopoulou,
    Papadopoulos)."""
    heard = sound(word)
    for hers, his in _HERS:
        if heard.endswith(hers) and len(heard) > len(hers) + 1:
            return heard.removesuffix(hers) + his
    for hers, his in (("pulu", "pulos"), ("polu", "polos"), ("polou", "polos")):
        heard = heard.removesuffix(hers) + his if heard.endswith(hers) else heard
    return heard


_FEMININE = ("a", "e", "ne", "le", "ette", "ine", "ina", "lla", "ita")  # Daniel and Daniela are two people


@cache
def compare_given(a: str, b: str) -> Agreement:
    """How well two given names agree."""
    if a == b:
        return Agreement.SAME
    short, long = sorted((a, b), key=lambda word: (len(word), word))
    if len(short) == 1:
        return Agreement.INITIAL if long.startswith(short) else Agreement.DIFFERENT
    if roots(a) & roots(b) or _heard_roots(a) & _heard_roots(b):
        return Agreement.NICKNAME if sound(a) != sound(b) else Agreement.SIMILAR
    if sound(a) != sound(b) and is_known(a) and is_known(b):
        return Agreement.DIFFERENT  # Theodore and Theodora: two names, not one with a slip
    if any(long == short + ending for ending in _FEMININE) and len(short) > 3:
        return Agreement.DIFFERENT
    if len(short) > 2 and long.startswith(short):
        return Agreement.NICKNAME
    return Agreement.SIMILAR if _similar(a, b, sound(a), sound(b)) else Agreement.DIFFERENT


@cache
def _heard_roots(given: str) -> frozenset[str]:
    return frozenset(sound(root) for root in roots(given))


@cache
def compare_family_word(a: str, b: str) -> Agreement:
    """How well two words of a family name agree."""
    if a == b:
        return Agreement.SAME
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return Agreement.INITIAL if long.startswith(short) else Agreement.DIFFERENT
    alike = _similar(a, b, family_sound(a), family_sound(b))
    return Agreement.SIMILAR if alike else Agreement.DIFFERENT


def _similar(a: str, b: str, heard_a: str, heard_b: str) -> bool:
    """The same sound, or a slip: one letter, from eight letters on two."""
    from rapidfuzz.distance import OSA

    if heard_a == heard_b:
        return True
    least = min(len(a), len(b))
    if least < 4 or abs(len(a) - len(b)) > 2:
        return False
    slips = 2 if least >= 8 else 1
    return OSA.distance(a, b, score_cutoff=slips) <= slips or (
        least >= 6 and OSA.distance(heard_a, heard_b, score_cutoff=1) <= 1
    )


_RANK = {
    Agreement.DIFFERENT: 0, Agreement.INITIAL: 2, Agreement.SIMILAR: 4, Agreement.NICKNAME: 4,
    Agreement.PART: 5, Agreement.SAME: 6,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameMatch:
    """How two names agree (None: a part is not told), and the words that do, for how rare they are."""

    given: Agreement | None
    family: Agreement | None
    given_words: tuple[str, ...] = ()
    family_words: tuple[str, ...] = ()

    @property
    def rank(self) -> int:
        """Higher agrees better; a part that is not told lies between."""
        given = 1.5 if self.given is None else _RANK[self.given]
        family = 1.5 if self.family is None else _RANK[self.family]
        return int(given * 2 + family * 2)


def compare_names(a: Name, b: Name) -> NameMatch:
    """Straight or in swapped order, whichever agrees better."""
    straight = _straight(a, b)
    if straight.rank >= 16 or not (a.family or b.family):  # both parts similar or better
        return straight
    found = [straight]
    if a.family and b.family:
        turned = Name(b.family[-1], (b.given,), b.given)
        swapped = _straight(a, turned)
        if swapped.rank >= 16:
            found.append(swapped)
    elif not a.family or not b.family:
        lone, whole = (a, b) if not a.family else (b, a)
        family, word = _families(Name("", (lone.given,), lone.given), whole)
        if family is not None and _RANK[family] >= 4:
            found.append(NameMatch(None, family, (), word))
    return max(found, key=lambda match: match.rank)


def _straight(a: Name, b: Name) -> NameMatch:
    given = compare_given(a.given, b.given) if a.given and b.given else None
    if given is Agreement.DIFFERENT and (b.given in a.family[:-1] or a.given in b.family[:-1]):
        given = Agreement.PART  # the second given name of the other
    family, words = _families(a, b)
    return NameMatch(given, family, (a.given, b.given), words)


def _families(a: Name, b: Name) -> tuple[Agreement | None, tuple[str, ...]]:
    if not a.family or not b.family:
        return None, ()
    if a.joined == b.joined or a.family == b.family:
        return Agreement.SAME, a.family
    shared = tuple(word for word in a.family if word in b.family and len(word) > 1)
    if shared:
        return Agreement.PART, shared
    best, words = Agreement.DIFFERENT, ("", "")
    for one in a.family:
        for other in b.family:
            found = compare_family_word(one, other)
            if _RANK[found] > _RANK[best]:
                best, words = found, (one, other)
    return best, words
