"""The fields, how well each can agree, and what is expected of each kind of pair beforehand."""

from enum import IntEnum

from rapport.domain.duplicates.values import Agreement, Field
from rapport.domain.values import dataclass


class Kind(IntEnum):
    """What a pair of records may be; all but the first are two people."""

    ONE_PERSON = 0
    RELATIVES = 1
    COLLEAGUES = 2
    NAMESAKES = 3
    STRANGERS = 4


@dataclass(frozen=True, slots=True)
class Scale:
    """The levels of a field; for each kind of pair their expected shares; for whom agreeing is chance."""

    field: Field
    levels: tuple[Agreement, ...]
    expected: tuple[tuple[float, ...], ...]  # kind, then level
    by_chance: frozenset[Kind] = frozenset()  # kinds for which a common value agrees more often


_BY_NAME = frozenset({Kind.COLLEAGUES, Kind.NAMESAKES, Kind.STRANGERS})
_ALL = frozenset(set(Kind) - {Kind.ONE_PERSON})

# Invented before any book was looked at; a big book overrules them, a book of twenty people leans on them.
SCALES = (
    Scale(
        Field.GIVEN,
        (
            Agreement.DIFFERENT,
            Agreement.INITIAL,
            Agreement.PART,
            Agreement.SIMILAR,
            Agreement.NICKNAME,
            Agreement.SAME,
        ),
        (
            (0.020, 0.05, 0.02, 0.05, 0.10, 0.76),
            (0.930, 0.02, 0.02, 0.01, 0.01, 0.01),
            (0.800, 0.05, 0.02, 0.02, 0.02, 0.09),
            (0.010, 0.05, 0.02, 0.03, 0.09, 0.80),
            (0.500, 0.10, 0.03, 0.05, 0.05, 0.27),
        ),
        _BY_NAME | {Kind.RELATIVES},
    ),
    Scale(
        Field.FAMILY,
        (Agreement.DIFFERENT, Agreement.INITIAL, Agreement.SIMILAR, Agreement.PART, Agreement.SAME),
        (
            (0.060, 0.03, 0.05, 0.06, 0.80),
            (0.060, 0.01, 0.02, 0.06, 0.85),
            (0.720, 0.05, 0.05, 0.02, 0.16),
            (0.010, 0.03, 0.05, 0.06, 0.85),
            (0.600, 0.05, 0.10, 0.05, 0.20),
        ),
        _BY_NAME,
    ),
    Scale(
        Field.EMAIL,
        (Agreement.DIFFERENT, Agreement.OTHER_AT_ONE_FIRM, Agreement.DESK, Agreement.SHARED, Agreement.SAME),
        (
            (0.350, 0.010, 0.020, 0.050, 0.570),
            (0.800, 0.010, 0.010, 0.170, 0.010),
            (0.100, 0.700, 0.150, 0.045, 0.005),
            (0.945, 0.049, 0.002, 0.002, 0.002),
            (0.965, 0.020, 0.010, 0.003, 0.002),
        ),
    ),
    Scale(
        Field.PHONE,
        (
            Agreement.DIFFERENT,
            Agreement.NEAR,
            Agreement.DESK,
            Agreement.SHARED,
            Agreement.SHARED_MOBILE,
            Agreement.SAME_LANDLINE,
            Agreement.SAME,
        ),
        (
            (0.300, 0.010, 0.020, 0.030, 0.060, 0.100, 0.480),
            (0.350, 0.005, 0.010, 0.550, 0.040, 0.040, 0.005),
            (0.500, 0.005, 0.400, 0.080, 0.005, 0.009, 0.001),
            (0.980, 0.010, 0.002, 0.002, 0.002, 0.002, 0.002),
            (0.975, 0.010, 0.005, 0.004, 0.003, 0.002, 0.001),
        ),
    ),
    Scale(
        Field.URL,
        (Agreement.DIFFERENT, Agreement.SHARED, Agreement.SAME),
        ((0.100, 0.030, 0.870), *[(0.988, 0.010, 0.002)] * 4),
    ),
    Scale(
        Field.EMPLOYER,
        (Agreement.DIFFERENT, Agreement.SIMILAR, Agreement.SAME),
        (
            (0.30, 0.10, 0.60),
            (0.92, 0.03, 0.05),
            (0.02, 0.03, 0.95),
            (0.95, 0.03, 0.02),
            (0.90, 0.05, 0.05),
        ),
        _ALL - {Kind.COLLEAGUES},
    ),
    Scale(
        Field.PLACE,
        (Agreement.DIFFERENT, Agreement.SAME_COUNTRY, Agreement.SAME),
        (
            (0.10, 0.20, 0.70),
            (0.10, 0.20, 0.70),
            (0.05, 0.10, 0.85),
            (0.30, 0.55, 0.15),
            (0.30, 0.55, 0.15),
        ),
        _ALL - {Kind.COLLEAGUES, Kind.RELATIVES},
    ),
    Scale(
        Field.BIRTHDAY,
        (Agreement.DIFFERENT, Agreement.NEAR, Agreement.SAME),
        (
            (0.020, 0.030, 0.950),
            (0.970, 0.010, 0.020),
            (0.987, 0.010, 0.003),
            (0.987, 0.010, 0.003),
            (0.987, 0.010, 0.003),
        ),
    ),
    Scale(
        Field.ROLE,
        (Agreement.DIFFERENT, Agreement.SAME),
        ((0.35, 0.65), (0.9, 0.1), (0.85, 0.15), (0.9, 0.1), (0.9, 0.1)),
    ),
    Scale(Field.SOURCE, (Agreement.DIFFERENT, Agreement.SAME), ((0.9, 0.1), *[(0.65, 0.35)] * 4)),
)
EXTRA = Scale(
    Field.EXTRA,
    (Agreement.DIFFERENT, Agreement.SIMILAR, Agreement.SAME),
    ((0.06, 0.14, 0.80), *[(0.85, 0.06, 0.09)] * 4),
    _ALL,
)
SHARES = (0.35, 0.12, 0.15, 0.13, 0.25)  # of the pairs looked at


def scales(extras: tuple[str, ...]) -> tuple[Scale, ...]:
    """The fields compared: the ten of an address book, and one more for each other column."""
    return (*SCALES, *(EXTRA for _ in extras))
