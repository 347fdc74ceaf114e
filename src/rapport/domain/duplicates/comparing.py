"""How well two records agree, field by field, and whether they contradict each other."""

from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from rapport.domain.duplicates.cards import Birthday, Card
from rapport.domain.duplicates.names import NameMatch, compare_names
from rapport.domain.duplicates.tables import Tables, employer_key
from rapport.domain.duplicates.values import Agreement
from rapport.domain.people.contact_keys import is_desk
from rapport.domain.values import dataclass

_FEW = 3  # people who may share a family's number; more make it a desk's
_MISSING = NameMatch(None, None)
_RANK = attrgetter("rank")
_AGREES = 16  # both parts at least similar


@dataclass(frozen=True, slots=True)
class Comparison:
    """Per field its agreement (None: not told on both sides) and the rarity of what agrees, in nats."""

    agreements: list[Agreement | None]
    rarities: list[float]
    vetoed: bool  # whatever the weight: two people
    doubled: bool  # known to fit somebody else at the firm as well


def compare(a: Card, b: Card, known: Tables, extras: Sequence[str]) -> Comparison:
    name = _name(a, b)
    employer = _employer(a, b)
    if name.family is Agreement.DIFFERENT and _named_after_firm(a, b):
        name, employer = NameMatch(name.given, None, name.given_words), employer or Agreement.SAME
    email, phone = _email(a, b, known), _phone(a, b, known)
    birthday = _birthday(a.birthday, b.birthday)
    place = _place(a, b)
    agreements = [
        name.given, name.family, email, phone, _url(a, b, known), employer, place, birthday,
        None if not a.role or not b.role else Agreement.SAME if a.role & b.role else Agreement.DIFFERENT,
        None if not a.source or not b.source else Agreement.SAME if a.source == b.source else
        Agreement.DIFFERENT, ]  # fmt: skip
    rarities = [
        _given_rarity(name, known),
        known.family.of(*name.family_words) if name.family in _WORDS_AGREE else 0.0,
        0.0, 0.0, 0.0,
        known.employer.of(employer_key(a), employer_key(b)) if employer is Agreement.SAME else 0.0,
        known.city.of(a.city) if place is Agreement.SAME else 0.0,
        0.0, 0.0, 0.0,
    ]  # fmt: skip
    if extras:
        _add_extras(a, b, known, extras, agreements, rarities)
    vetoed = contradict(a, b) or (
        name.given is Agreement.DIFFERENT
        and phone is Agreement.SHARED
        and Agreement.SAME not in (email, agreements[4], birthday)
    )
    doubled = (
        employer is Agreement.SAME
        and Agreement.SAME not in (email, phone, agreements[4])
        and not known.doubled.isdisjoint(a.emails | b.emails)
    )
    return Comparison(agreements, rarities, vetoed, doubled)


def _given_rarity(name: NameMatch, known: Tables) -> float:
    if name.given not in _WORDS_AGREE:
        return 0.0
    if name.family in _WORDS_AGREE:
        return known.given_among(name.given_words, name.family_words)
    return known.given.of(*name.given_words)


_WORDS_AGREE = frozenset({Agreement.PART, Agreement.SIMILAR, Agreement.NICKNAME, Agreement.SAME})


def contradict(a: Card, b: Card) -> bool:
    """Facts that one person cannot have twice: birthdays, profiles on one site, father's and son's mark."""
    if a.generation and b.generation and a.generation != b.generation:
        return True
    if a.birthday and b.birthday and _birthday(a.birthday, b.birthday) is Agreement.DIFFERENT:
        return True
    if not a.profiles or not b.profiles:
        return False
    sites = {profile.site for profile in a.profiles} & {profile.site for profile in b.profiles}
    return any(
        not {p.handle for p in a.profiles if p.site == site}
        & {p.handle for p in b.profiles if p.site == site}
        for site in sites
    )


def _name(a: Card, b: Card) -> NameMatch:
    if not a.names or not b.names:
        nameless, named = (a, b) if b.names else (b, a)
        return _by_handle(nameless.handle, named) if nameless.handle else _MISSING
    found = [compare_names(one, other) for one in a.names for other in b.names]
    best = max(found, key=_RANK) if len(found) > 1 else found[0]
    if best.rank < _AGREES and (a.aliases or b.aliases):
        found = [compare_names(one, other) for one in a.names for other in b.aliases]
        found += [compare_names(one, other) for one in a.aliases for other in (*b.names, *b.aliases)]
        best = max([best, *found], key=_RANK)
    return best


def _by_handle(handle: str, named: Card) -> NameMatch:
    """A mailbox such as jmuller@… beside the name Julia Müller."""
    for name in named.names:
        for word in name.family:
            if handle in (name.given + word, word + name.given):
                return NameMatch(Agreement.SAME, Agreement.SAME, (name.given,), (word,))
            if name.given and handle in (name.given[0] + word, word + name.given[0]):
                return NameMatch(Agreement.INITIAL, Agreement.SAME, (), (word,))
    return _MISSING


def _named_after_firm(a: Card, b: Card) -> bool:
    """ "Karen Acme" in a phone, beside Karen Holt who works at Acme."""
    return any(
        name.family == other.employer[:1] != ()
        for one, other in ((a, b), (b, a), (a, a), (b, b))
        for name in one.names
    )


def _email(a: Card, b: Card, known: Tables) -> Agreement | None:
    if not a.emails or not b.emails:
        return None
    shared = a.emails & b.emails
    if shared:
        fewest = min(known.holders.get(key, 1) + _shared_by_name(key, known) for key in shared)
        return Agreement.SAME if fewest == 1 else Agreement.SHARED if fewest <= _FEW else Agreement.DESK
    firms = a.domains & b.domains
    if firms:
        return Agreement.OTHER_AT_ONE_FIRM
    return Agreement.DIFFERENT


def _shared_by_name(email: str, known: Tables) -> int:
    """People more than the book shows who must share a mailbox, by its name."""
    return _FEW if is_desk(email) else 1 if email in known.homes else 0


@cache
def _is_mobile(phone: str) -> bool:
    from phonenumbers import NumberParseException, PhoneNumberType, number_type, parse

    try:
        kind = number_type(parse(phone))
    except NumberParseException:
        return False
    return kind in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)


def _phone(a: Card, b: Card, known: Tables) -> Agreement | None:
    if not a.phones or not b.phones:
        return None
    shared = a.phones & b.phones
    if not shared:
        near = any(_one_digit_off(one, other) for one in a.phones for other in b.phones)
        return Agreement.NEAR if near else Agreement.DIFFERENT
    fewest = min(known.holders.get(key, 1) for key in shared)
    mobile = any(_is_mobile(key) for key in shared)
    if fewest == 1:
        return Agreement.SAME if mobile else Agreement.SAME_LANDLINE
    if fewest <= _FEW:
        return Agreement.SHARED_MOBILE if mobile else Agreement.SHARED
    return Agreement.DESK


def _one_digit_off(a: str, b: str) -> bool:
    """One digit wrong, or two neighbours swapped; only compared where most of it agrees."""
    if len(a) != len(b) or (a[:6] != b[:6] and a[-6:] != b[-6:]):
        return False
    wrong = [at for at in range(len(a)) if a[at] != b[at]]
    if len(wrong) == 2:
        first, second = wrong
        return second == first + 1 and a[first] == b[second] and a[second] == b[first]
    return len(wrong) == 1


def _url(a: Card, b: Card, known: Tables) -> Agreement | None:
    shared = a.urls & b.urls
    if not shared:
        return Agreement.DIFFERENT if a.urls and b.urls else None
    return Agreement.SAME if min(known.holders.get(key, 1) for key in shared) == 1 else Agreement.SHARED


def _employer(a: Card, b: Card) -> Agreement | None:
    if not (a.employer or a.domains) or not (b.employer or b.domains):
        return None
    if a.domains & b.domains or (a.employer and a.employer == b.employer):
        return Agreement.SAME
    for one, other in ((a, b), (b, a)):
        joined = "".join(one.employer)
        if len(joined) > 3 and any(domain.startswith(joined) for domain in other.domains):
            return Agreement.SAME
    if a.employer and b.employer and a.employer[0] == b.employer[0]:
        return (
            Agreement.SIMILAR
            if set(a.employer) <= set(b.employer) or set(b.employer) <= set(a.employer)
            else Agreement.DIFFERENT
        )
    return Agreement.DIFFERENT


def _place(a: Card, b: Card) -> Agreement | None:
    if a.city and b.city:
        if a.city == b.city:
            return Agreement.SAME
        return Agreement.SAME_COUNTRY if a.country == b.country != "" else Agreement.DIFFERENT
    if a.country and b.country:
        return Agreement.SAME_COUNTRY if a.country == b.country else Agreement.DIFFERENT
    return None


def _birthday(a: Birthday | None, b: Birthday | None) -> Agreement | None:
    """Near: a digit off, or day and month swapped; a year that is not told contradicts none."""
    if a is None or b is None:
        return None
    same_year = not a.year or not b.year or a.year == b.year
    same_day = (a.month, a.day) == (b.month, b.day)
    if same_year and same_day:
        return Agreement.SAME
    one, other = (f"{d.year:04}{d.month:02}{d.day:02}" for d in (a, b))
    if same_year and (a.month, a.day) == (b.day, b.month):
        return Agreement.NEAR
    if not (a.year and b.year):
        one, other = one[4:], other[4:]
    wrong = sum(x != y for x, y in zip(one, other, strict=True))
    return Agreement.NEAR if wrong == 1 and a.year and b.year else Agreement.DIFFERENT


def _add_extras(
    a: Card,
    b: Card,
    known: Tables,
    extras: Sequence[str],
    agreements: list[Agreement | None],
    rarities: list[float],
) -> None:
    from rapidfuzz.distance import JaroWinkler

    ours, theirs = dict(a.extras), dict(b.extras)
    for column in extras:
        one, other = ours.get(column, ""), theirs.get(column, "")
        same = one == other
        if not one or not other:
            agreements.append(None)
        elif same:
            agreements.append(Agreement.SAME)
        else:
            alike = JaroWinkler.similarity(one, other, score_cutoff=0.88) or _one_digit_off(one, other)
            agreements.append(Agreement.SIMILAR if alike else Agreement.DIFFERENT)
        rarities.append(known.extras[column].of(one) if one and same else 0.0)
