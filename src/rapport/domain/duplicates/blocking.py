"""Which pairs are worth comparing: those that share one of many cheap keys."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rapport.domain.duplicates.cards import Card
from rapport.domain.duplicates.names import Name, family_sound, sound
from rapport.domain.duplicates.tables import employer_key
from rapport.domain.people.nicknames import roots

MOST = 40  # records behind one key; a bigger block is split by given name, or left out
MOST_COLUMN = 10  # the same for columns no address book has: there are many, and they combine
_COLUMN = "+"

BlockKey = tuple[str, ...]


def pairs(cards: Sequence[Card], touched: frozenset[int] | None = None) -> list[tuple[int, int]]:
    """Positions of the pairs to compare, in order; with `touched`, only those that have one of these."""
    blocks: dict[BlockKey, list[int]] = {}
    for at, card in enumerate(cards):
        for key in set(_keys(card)):
            blocks.setdefault(key, []).append(at)
    found: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if len(members) > 1 and (len(members) <= MOST_COLUMN or not key[0].startswith(_COLUMN)):
            for block in _small(members, cards):
                found.update(
                    pair
                    for pair in combinations(block, 2)
                    if touched is None or pair[0] in touched or pair[1] in touched
                )
    return sorted(found)


def _small(members: list[int], cards: Sequence[Card]) -> Iterator[list[int]]:
    if len(members) <= MOST:
        yield members
        return
    by: dict[str, list[int]] = {}
    for at in members:
        for root in {sound(root) for name in cards[at].names for root in roots(name.given)}:
            by.setdefault(root, []).append(at)
    for block in by.values():
        if 1 < len(block) <= MOST:
            yield block


def _keys(card: Card) -> Iterator[BlockKey]:
    for email in card.emails:
        yield ("email", email)
        local = "".join(char for char in email.split("@", 1)[0] if char.isalpha())
        if len(local) > 6:
            yield ("local", local)
    for phone in card.phones:
        yield ("phone", phone[-9:])
    for url in card.urls:
        yield ("url", url)
    if card.birthday:
        yield ("born", f"{card.birthday.month}-{card.birthday.day}", str(card.birthday.year))
    if card.handle:
        yield ("handle", card.handle)
    work = employer_key(card)
    for name in (*card.names, *card.aliases):
        yield from _name_keys(name, work, card)
    yield from _extra_keys(card)


def _name_keys(name: Name, work: str, card: Card) -> Iterator[BlockKey]:
    given = sound(name.given)
    heard = [family_sound(word) for word in name.family]
    forms = {sound(root) for root in roots(name.given)} if name.given else set()
    for family in heard:
        for form in forms:
            yield ("name", *sorted((form, family)))
        yield ("initial", family, given[:1])
        yield ("start", given, family[:3])
        yield ("starts", given[:3], family[:4])
        yield ("ends", given[:2], family[-4:])
        if work:
            yield ("firm", family, work[:6])
        if card.city:
            yield ("city", family, card.city)
        yield ("family", family)
    for word in name.family:
        for handle in (name.given + word, word + name.given, name.given[:1] + word, word + name.given[:1]):
            yield ("handle", handle)
    if work:
        for form in forms:
            yield ("desk", form, work[:6])
    if name.given and not name.family:
        yield ("family", given)
    if card.birthday:
        yield ("day", given, f"{card.birthday.month}-{card.birthday.day}")
    for first, second in combinations(sorted(heard), 2):
        yield ("families", first, second)


def _extra_keys(card: Card) -> Iterator[BlockKey]:
    for column, value in card.extras:
        yield (_COLUMN + column, value)
        for name in card.names:
            yield (_COLUMN + column, value, sound(name.given)[:3])
            for word in name.family:
                yield (_COLUMN + column, value, family_sound(word)[:3])
    for (one, a), (other, b) in combinations(card.extras, 2):
        yield (_COLUMN + one, a, other, b)
