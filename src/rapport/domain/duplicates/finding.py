"""Records in, candidates and groups out."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from rapport.domain.duplicates.blocking import pairs
from rapport.domain.duplicates.bulk import ENOUGH_PAIRS, chance, threshold
from rapport.domain.duplicates.cards import Card, card
from rapport.domain.duplicates.comparing import compare, contradict
from rapport.domain.duplicates.grouping import Pair, components, missing, ordered, settle
from rapport.domain.duplicates.learning import Observed, learn, weights
from rapport.domain.duplicates.levels import Scale, scales
from rapport.domain.duplicates.reasons import reasons
from rapport.domain.duplicates.tables import Tables, tables
from rapport.domain.duplicates.values import (
    Agreement,
    Candidate,
    Candidates,
    Field,
    Group,
    Key,
    Model,
    Record,
)
from rapport.domain.values import dataclass

SHOWN = -2.0  # log2 odds (one in five): below, a candidate is not worth anyone's time
JOINED = (
    -0.75
)  # learned weights are cautious: at this one a pair is one person as often as not (docs/adr/0008)
AT_ONCE = 20_000  # pairs
_CONTACT = (Field.EMAIL, Field.PHONE, Field.URL)
_TELLING = (Field.URL, Field.BIRTHDAY)  # what may contradict, so left out of a control's weight


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that was read, in an order that does not depend on the order of asking."""

    cards: Sequence[Card]
    known: Tables
    extras: tuple[str, ...]
    scales: tuple[Scale, ...]
    names: tuple[str, ...]
    never: frozenset[Pair]

    def apart(self, a: int, b: int) -> bool:
        return ordered(a, b) in self.never or contradict(self.cards[a], self.cards[b])


def find(
    records: Iterable[Record],
    never: Collection[frozenset[Key]] = (),
    *,
    country: str = "",
    new: Collection[Key] | None = None,
    model: Model | None = None,
) -> Candidates:
    """Candidates among the records, and the groups they form.

    `never`: pairs of ids that the user told apart. `country`: where the owner lives, to read numbers
    without a prefix. `new`: only pairs with one of these ids, for what just came in; give the `model` of
    the last whole search then.
    """
    book = _read(records, never, country)
    touched = None if new is None else frozenset(n for n, c in enumerate(book.cards) if c.id in set(new))
    looked_at = pairs(book.cards, touched)
    seen = observe(book, looked_at)
    learned = model is not None and tuple(name for name, _ in model.chances) == book.names
    if model is None or not learned:
        model = learn(seen, book.scales, book.names, len(book.cards))
    return _decide(book, looked_at, seen, model, learned or len(looked_at) >= ENOUGH_PAIRS)


def _read(records: Iterable[Record], never: Collection[frozenset[Key]], country: str) -> Book:
    ordered_records = sorted(records, key=lambda record: (type(record.id).__name__, str(record.id)))
    cards = [card(record, country) for record in ordered_records]
    place = {each.id: at for at, each in enumerate(cards)}
    told = [[place[key] for key in pair if key in place] for pair in never]
    extras = tuple(sorted({column for each in cards for column, _ in each.extras}))
    fields = scales(extras)
    names = (
        *(scale.field.value for scale in fields[: len(fields) - len(extras)]),
        *(f"+{e}" for e in extras),
    )
    apart = frozenset(ordered(*pair) for pair in told if len(pair) == 2)
    return Book(cards, tables(cards), extras, fields, names, apart)


def observe(book: Book, looked_at: Sequence[Pair]) -> Observed:
    """Every pair's levels, rarities and vetoes."""
    import numpy as np

    codes: list[dict[Agreement | None, int]] = [
        {None: -1} | {level: at for at, level in enumerate(scale.levels)} for scale in book.scales
    ]
    shape = (len(looked_at), len(book.scales))
    levels, rarities = np.empty(shape, dtype=np.int8), np.empty(shape, dtype=np.float32)
    flags = np.empty((len(looked_at), 2), dtype=np.bool_)
    for start in range(0, len(looked_at), AT_ONCE):  # Python's own numbers take ten times the room
        found = [
            compare(book.cards[a], book.cards[b], book.known, book.extras)
            for a, b in looked_at[start : start + AT_ONCE]
        ]
        rows = slice(start, start + len(found))
        levels[rows] = [
            [code[agreed] for code, agreed in zip(codes, each.agreements, strict=True)] for each in found
        ]
        rarities[rows] = [each.rarities for each in found]
        flags[rows] = [(each.vetoed, each.doubled) for each in found]
    never = np.array([pair in book.never for pair in looked_at], dtype=np.bool_)
    return Observed(levels, rarities, flags[:, 0] | never, flags[:, 1])


def _decide(book: Book, looked_at: list[Pair], seen: Observed, model: Model, learned: bool) -> Candidates:
    bits = weights(seen, book.scales, model)
    raw = {
        pair: w for pair, w, no in zip(looked_at, bits.tolist(), seen.apart.tolist(), strict=True) if not no
    }
    vetoed = {pair for pair, no in zip(looked_at, seen.apart.tolist(), strict=True) if no}

    def apart(a: int, b: int) -> bool:
        return ordered(a, b) in vetoed or book.apart(a, b)

    doubled = {pair for pair, yes in zip(looked_at, seen.doubled.tolist(), strict=True) if yes}
    settled = settle(raw, apart, doubled)
    unseen = missing(components(settled, apart, JOINED), settled)
    late = observe(book, unseen)
    settled |= dict(zip(unseen, weights(late, book.scales, model).tolist(), strict=True))
    vetoed |= {pair for pair, no in zip(unseen, late.apart.tolist(), strict=True) if no}
    exact = _exact(book, seen)
    sure = {pair for pair, yes in zip(looked_at, exact, strict=True) if yes and pair in raw}
    bulk = threshold(
        [settled[pair] for pair in sure],
        controls=_controls(book, seen, model, exact),
        apart=len(vetoed),
        seen=len(looked_at),
        learned=learned,
    )
    certain = {pair: settled[pair] for pair in sure if settled[pair] >= bulk.threshold}
    groups = components(settled, apart, JOINED, settled)
    shown = [at for at, pair in enumerate(looked_at) if pair in raw and settled[pair] >= SHOWN]
    return Candidates(
        pairs=_candidates(book, looked_at, settled, seen, model, shown),
        groups=_groups(book, groups, components(certain, apart, bulk.threshold, settled)),
        bulk=bulk,
        model=model,
        compared=len(looked_at),
    )


def _exact(book: Book, seen: Observed) -> list[bool]:
    """Pairs of one name that share what only one person has: a mailbox, a mobile, a page, a rare value."""
    import numpy as np

    same = np.stack(
        [seen.levels[:, at] == scale.levels.index(Agreement.SAME) for at, scale in enumerate(book.scales)],
        axis=1,
    )
    fields = [scale.field for scale in book.scales]
    given, family = fields.index(Field.GIVEN), fields.index(Field.FAMILY)
    born = same[:, fields.index(Field.BIRTHDAY)] & same[:, given] & same[:, family]
    by_contact = same[:, [fields.index(field) for field in _CONTACT]].any(axis=1)
    first_extra = len(book.scales) - len(book.extras)
    by_extra = (same[:, first_extra:] & (seen.rarities[:, first_extra:] < 0)).any(axis=1)
    named = (seen.levels[:, given] > 0) & (seen.levels[:, family] != 0)
    found: list[bool] = ((by_contact & named) | born | by_extra).tolist()
    return found


def _controls(book: Book, seen: Observed, model: Model, exact: Sequence[bool]) -> list[float]:
    """What pairs known to be two people would weigh if nothing contradicted them."""
    import numpy as np

    rows = np.flatnonzero(seen.apart & np.array(exact, dtype=np.bool_))
    if not len(rows):
        return []
    levels, rarities = seen.levels[rows].copy(), seen.rarities[rows]
    for at, scale in enumerate(book.scales):
        if scale.field in _TELLING:
            levels[levels[:, at] == 0, at] = -1
    blind = Observed(levels, rarities, none := np.zeros(len(rows), dtype=np.bool_), none)
    found: list[float] = weights(blind, book.scales, model).tolist()
    return found


def _candidates(
    book: Book,
    looked_at: Sequence[Pair],
    settled: Mapping[Pair, float],
    seen: Observed,
    model: Model,
    shown: Sequence[int],
) -> tuple[Candidate, ...]:
    rows = Observed(seen.levels[shown], seen.rarities[shown], seen.apart[shown], seen.doubled[shown])
    both = [(book.cards[looked_at[at][0]], book.cards[looked_at[at][1]]) for at in shown]
    told = reasons(both, rows, book.scales, book.names, model)
    found = [
        Candidate(a.id, b.id, weight := round(settled[looked_at[at]], 3), chance(weight), why)
        for at, (a, b), why in zip(shown, both, told, strict=True)
    ]
    return tuple(sorted(found, key=lambda each: (-each.weight, str(each.a), str(each.b))))


def _groups(
    book: Book, groups: Sequence[tuple[list[int], float]], certain: Sequence[tuple[list[int], float]]
) -> tuple[Group, ...]:
    """Each group, and apart from it the part that is certain where that is smaller."""
    whole = {tuple(members) for members, _ in certain}
    found = [(members, low, False) for members, low in groups if tuple(members) not in whole]
    found += [(members, low, True) for members, low in certain]
    listed = [
        Group(tuple(book.cards[at].id for at in members), round(low, 3), sure) for members, low, sure in found
    ]
    return tuple(sorted(listed, key=lambda group: (not group.sure, -group.weight, str(group.ids[0]))))
