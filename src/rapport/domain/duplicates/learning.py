"""Fellegi–Sunter weights learned without labels: expectation maximisation over five kinds of pairs.

Fellegi & Sunter (1969) weigh an agreement by how often it occurs in one person's pairs and in other pairs.
Other pairs are not alike: relatives share a family name and a number, colleagues a firm and a switchboard,
namesakes a name. So there are four kinds of them, each with its own chances (a latent class model; Winkler
2000 uses three).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rapport.domain.duplicates.levels import SHARES, Kind, Scale
from rapport.domain.duplicates.values import Agreement, Field, Model
from rapport.domain.values import dataclass

if TYPE_CHECKING:
    from numpy import bool_, float32, float64, int8
    from numpy.typing import NDArray

    Floats = NDArray[float64]
    Ints = NDArray[int8]
    Floats32 = NDArray[float32]
    Bools = NDArray[bool_]

ROUNDS = 60
ENOUGH = 1e-4  # mean change of a share at which learning stops
PAIRS_A_RECORD = 0.5
MOST_RENAMED = 2.0  # times what is expected
MOST_BY_CHANCE = 2.0  # times what is expected
NAMES_REPEAT = 5_000  # records of a book in which as many are namesakes as expected
_NAMES = (Field.GIVEN, Field.FAMILY)
_NOT_NAMESAKES = (Kind.RELATIVES, Kind.STRANGERS)
WHOLE_NAME = 0.25  # of what two fields alone say: two people of one whole name are namesakes, by definition
_NEVER = -1e9  # ln
PRIOR_PAIRS = (40.0, 150.0)  # what is expected counts as at least, and at most, so many pairs of a kind
PRIOR_ROOM = 100_000  # pairs times prior pairs: the fewer pairs, the less they can teach


@dataclass(frozen=True, slots=True)
class Observed:
    """Pairs by fields: the level (-1: not told on both sides), and the rarity of what agrees (nats)."""

    levels: "Ints"
    rarities: "Floats32"
    apart: "Bools"  # known to be two people
    doubled: "Bools"  # one of them has a namesake at the firm they share


def expected(scales: Sequence[Scale], names: Sequence[str]) -> Model:
    """The model before anything was seen."""
    return Model(SHARES, tuple((name, s.expected) for name, s in zip(names, scales, strict=True)))


def learn(seen: Observed, scales: Sequence[Scale], names: Sequence[str], records: int) -> Model:
    """The most likely model, given what is expected and what was seen in a book of so many records."""
    import numpy as np

    start = expected(scales, names)
    if not len(seen.levels):
        return start
    patterns, which = np.unique(seen.levels, axis=0, return_inverse=True)
    which = which.ravel()
    chance = _by_chance(seen, scales)
    prior = [np.array(s.expected) for s in scales]
    tables = [table / table.sum(axis=1, keepdims=True) for table in prior]
    held = _prior_pairs(len(seen.levels))
    prior = [table * held for table in tables]
    likely = shares = _likely_shares(records, len(seen.levels))
    for _ in range(ROUNDS):
        odds = (np.log(shares) + _fit(patterns, tables))[which] + chance
        odds[seen.apart, Kind.ONE_PERSON] = _NEVER
        parts = _softmax(odds)
        by_pattern: Floats = np.stack(
            [np.bincount(which, parts[:, kind], len(patterns)) for kind in range(len(Kind))], axis=1
        )
        before, shares = shares, by_pattern.sum(axis=0) + held * likely
        shares = shares / shares.sum()
        for at, base in enumerate(prior):
            tables[at] = _shares_of_levels(patterns[:, at], by_pattern, base)
            if scales[at].field in _NAMES:
                _keep_names(tables[at], scales[at].expected[Kind.ONE_PERSON][0])
            elif scales[at].field is Field.EMPLOYER:
                _keep_firms(tables[at], scales[at])
        if np.abs(shares - before).mean() < ENOUGH:
            break
    learned = ((name, tuple(map(tuple, t.tolist()))) for name, t in zip(names, tables, strict=True))
    return Model(tuple(shares.tolist()), tuple(learned))


def _keep_names(table: "Floats", expected: float) -> None:
    """One person mostly keeps a name: without this, a huge book may take another kind for one person."""
    row = table[Kind.ONE_PERSON]
    most = MOST_RENAMED * expected
    if row[0] > most:  # the first level: different
        row[1:] *= (1 - most) / (1 - row[0])
        row[0] = most


def _keep_firms(table: "Floats", scale: Scale) -> None:
    """Two people at one firm are colleagues: else a small book takes an entry seen twice for namesakes."""
    for kind in scale.by_chance:
        row, most = table[kind], MOST_BY_CHANCE * scale.expected[kind][-1]
        if row[-1] > most:
            row[:-1] *= (1 - most) / (1 - row[-1])
            row[-1] = most


def _prior_pairs(pairs: int) -> float:
    least, most = PRIOR_PAIRS
    return max(least, min(most, PRIOR_ROOM / pairs))


def _likely_shares(records: int, pairs: int) -> "Floats":
    """The more pairs were looked at, the fewer are one person: half a pair a record, at most.

    Two people of one name by chance grow with the square of a book: among a hundred there is hardly a pair.
    """
    import numpy as np

    shares: Floats = np.array(SHARES)
    namesakes = shares[Kind.NAMESAKES] * min(1.0, records / NAMES_REPEAT)
    shares[Kind.STRANGERS] += shares[Kind.NAMESAKES] - namesakes
    shares[Kind.NAMESAKES] = namesakes
    one = min(shares[Kind.ONE_PERSON], PAIRS_A_RECORD * records / pairs)
    shares *= (1 - one) / (1 - shares[Kind.ONE_PERSON])
    shares[Kind.ONE_PERSON] = one
    return shares


def _shares_of_levels(levels: "Ints", weights: "Floats", prior: "Floats") -> "Floats":
    import numpy as np

    told = levels >= 0
    counts = np.stack(
        [np.bincount(levels[told], weights[told, kind], prior.shape[1]) for kind in range(len(Kind))]
    )
    table: Floats = counts + prior
    table /= table.sum(axis=1, keepdims=True)
    return table


def kinds(seen: Observed, scales: Sequence[Scale], model: Model, without: int | None = None) -> "Floats":
    """For every pair ln(share of the kind × chance of what is seen), per kind; perhaps without one field."""
    import numpy as np

    tables = [np.array(table) for _, table in model.chances]
    levels, rarities = seen.levels, seen.rarities
    if without is not None:
        levels, rarities = levels.copy(), rarities.copy()
        levels[:, without], rarities[:, without] = -1, 0.0
    found: Floats = np.log(np.array(model.shares)) + _fit(levels, tables)
    return found + _by_chance(Observed(levels, rarities, seen.apart, seen.doubled), scales)


def weights(seen: Observed, scales: Sequence[Scale], model: Model, without: int | None = None) -> "Floats":
    """log2 of the odds that a pair is one person."""
    import numpy as np

    odds = kinds(seen, scales, model, without)
    others: Floats = np.logaddexp.reduce(odds[:, 1:], axis=1)
    bits: Floats = (odds[:, 0] - others) / np.log(2)
    return bits


def _fit(levels: "Ints", tables: Sequence["Floats"]) -> "Floats":
    import numpy as np

    total: Floats = np.zeros((len(levels), len(Kind)))
    for at, table in enumerate(tables):
        rows = np.vstack([np.log(table.T), np.zeros(len(Kind))])  # the last row, -1: not told says nothing
        total += rows[levels[:, at]]
    return total


def _by_chance(seen: Observed, scales: Sequence[Scale]) -> "Floats":
    """Sharing a common name is likelier by chance than sharing a rare one."""
    import numpy as np

    applies = np.array([[float(kind in s.by_chance) for kind in Kind] for s in scales])
    found: Floats = seen.rarities @ applies
    whole = np.ones(len(seen.levels), dtype=np.bool_)
    for at, scale in enumerate(scales):
        if scale.field in _NAMES:
            whole &= seen.levels[:, at] == scale.levels.index(Agreement.SAME)
    for kind in _NOT_NAMESAKES:
        found[whole, kind] += np.log(WHOLE_NAME)
    return found


def _softmax(odds: "Floats") -> "Floats":
    import numpy as np

    parts: Floats = np.exp(odds - odds.max(axis=1, keepdims=True))
    parts /= parts.sum(axis=1, keepdims=True)
    return parts
