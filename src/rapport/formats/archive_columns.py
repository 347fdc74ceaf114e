"""What a key of an archive may hold: kinds of values, their bounds, and shapes that come again and again."""

from collections.abc import Iterable
from enum import StrEnum

from rapport.domain.values import dataclass


class Kind(StrEnum):
    """What a key holds, as JSON says it."""

    ID = "id"  # UUID as text
    TEXT = "text"
    DATE = "date"  # ISO 8601
    TIME = "time"
    MOMENT = "moment"  # ISO 8601 with an offset
    NUMBER = "number"  # whole
    DECIMAL = "decimal"
    FLAG = "flag"
    TEXTS = "texts"
    LINKS = "links"  # http or https
    NUMBERS = "numbers"
    DATES = "dates"
    GOALS = "goals"  # [{"way": …, "count": …}]
    RULE = "rule"  # {name: number or flag}
    EXTRA = "extra"  # [[name, value, parameters]]: properties kept as they came
    SAID = "said"  # {name: text}


@dataclass(frozen=True, slots=True)
class Column:
    kind: Kind
    optional: bool = False  # may be null
    low: int | None = None  # smallest number; fewest characters of a text
    high: int | None = None  # largest number; most characters of a text
    codes: tuple[str, ...] = ()  # a text is one of these
    table: str = ""  # an id names a row of this table


Columns = dict[str, Column]

ID = Column(Kind.ID)
DATE, MAYBE_DATE = Column(Kind.DATE), Column(Kind.DATE, optional=True)
TEXT, TEXTS = Column(Kind.TEXT), Column(Kind.TEXTS)
NAME, MAYBE_NAME = Column(Kind.TEXT, low=1, high=200), Column(Kind.TEXT, high=200)
LINE = Column(Kind.TEXT, high=400)
FLAG, MAYBE_FLAG = Column(Kind.FLAG), Column(Kind.FLAG, optional=True)
MAYBE_MOMENT = Column(Kind.MOMENT, optional=True)
DEGREES = Column(Kind.DECIMAL, optional=True, low=-180, high=180)
COUNTRY = Column(Kind.TEXT, high=2)


def number(low: int, high: int, *, optional: bool = False) -> Column:
    return Column(Kind.NUMBER, optional, low, high)


def code(codes: Iterable[str], *, blank: bool = False) -> Column:
    return Column(Kind.TEXT, codes=(*(str(each) for each in codes), *([""] if blank else [])))


def refers(table: str, *, optional: bool = False) -> Column:
    return Column(Kind.ID, optional, table=table)


def binnable(**columns: Column) -> Columns:
    return {"id": ID, **columns, "binned_at": MAYBE_MOMENT}


ADDRESS = Column(Kind.TEXT, high=1000)
PRICE = Column(Kind.DECIMAL, optional=True, low=0)
CURRENCY = Column(Kind.TEXT, high=3)
MAYBE_TIME = Column(Kind.TIME, optional=True)
SCALE = number(1, 5, optional=True)
SOMEBODY, MAYBE_SOMEBODY = refers("people"), refers("people", optional=True)

MANY = 2_147_483_647  # what a whole number of the database holds
MOST = 2**53  # what a number of JSON holds
