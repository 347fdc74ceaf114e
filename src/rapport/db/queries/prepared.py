"""Queries written with the ORM and compiled once: building the same SQL again costs ten times its running."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import wraps
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVarTuple
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

Args = TypeVarTuple("Args")
Row = tuple[Any, ...]
Form = Callable[[Any], Any]

FORMS: Final[dict[type, tuple[Form, ...]]] = {  # what a database is told for a value
    UUID: (lambda value: value, attrgetter("hex")),
    date: (lambda value: value, str),
}
FEW: Final = 24  # ids, of which each number is a plan of its own
MOST: Final = 256  # plans of one query: a list has many pages


class Plan(NamedTuple):
    """A compiled query, and where the arguments stand in it."""

    sql: str
    params: tuple[Any, ...]
    places: tuple[tuple[int, int, Form], ...]  # which parameter is which value given, in which form
    converters: tuple[tuple[int, list[Any], Any], ...]  # of columns: what makes Python values of them


def prepared(build: Callable[[*Args], "QuerySet[Any, Any]"]) -> Callable[[*Args], list[Row]]:
    """The rows of a `values_list` whose arguments, where they are ids and days, stand in it as they are.

    It is built once for each kind of database and each set of other arguments (an order, a page), with
    stand-ins that show where the ids and days go. A tuple is so many ids.
    """
    plans: dict[Hashable, Plan] = {}

    @wraps(build)
    def rows(*args: *Args) -> list[Row]:
        key = (connection.vendor, *map(_kind, args))
        plan = plans.get(key)
        if plan is None:
            if len(plans) >= MOST:
                plans.clear()
            plan = plans[key] = _plan(build, args)
        params, given = list(plan.params), _given(args)
        for place, which, form in plan.places:
            params[place] = form(given[which])
        with connection.cursor() as cursor:
            cursor.execute(plan.sql, params)
            found: list[Row] = cursor.fetchall()
        return [_converted(row, plan) for row in found] if plan.converters else found

    return rows


def prepared_for_few(
    build: Callable[[tuple[UUID, ...], *Args], "QuerySet[Any, Any]"],
) -> Callable[[Iterable[UUID | None], *Args], list[Row]]:
    """The same where the first argument is ids: about nobody nothing is asked, for many it is built anew."""
    quick = prepared(build)

    @wraps(build)
    def rows(ids: Iterable[UUID | None], *args: *Args) -> list[Row]:
        some = tuple(one for one in ids if one is not None)  # as the ORM does: nobody's id is none
        if not some:
            return []
        return quick(some, *args) if len(some) <= FEW else list(build(some, *args))

    return rows


def _kind(value: Any) -> Hashable:
    """What of an argument is in the SQL."""
    kind: type = type(value)
    if kind is tuple:
        return kind, len(value)
    return kind if kind in FORMS else value  # an order, a number of rows


def _given(args: Iterable[Any]) -> list[Any]:
    """Ids and days one by one, and whatever else."""
    return [one for value in args for one in (value if type(value) is tuple else (value,))]


def _plan(build: Callable[..., "QuerySet[Any, Any]"], args: tuple[Any, ...]) -> Plan:
    given = _given(args)
    if not all(type(one) is UUID for value in args if type(value) is tuple for one in value):
        raise TypeError(f"{build.__qualname__} is asked for ids that are none")
    stand_ins = {at: _stand_in(value, at) for at, value in enumerate(given) if type(value) in FORMS}
    ahead = iter([stand_ins.get(at, value) for at, value in enumerate(given)])
    told = [tuple(next(ahead) for _ in value) if type(value) is tuple else next(ahead) for value in args]
    query: Any = build(*told).query
    compiler = query.get_compiler(connection=connection)
    sql, params = compiler.as_sql()
    places = tuple(_places(params, stand_ins))
    if {which for _place, which, _form in places} != stand_ins.keys():
        raise TypeError(f"{build.__qualname__} asks for something else than its arguments")
    converters = compiler.get_converters([column for column, *_ in compiler.select])
    return Plan(sql, tuple(params), places, tuple((at, *found) for at, found in converters.items()))


def _stand_in(value: UUID | date, at: int) -> UUID | date:
    """Of the same kind, and no query asks for it otherwise."""
    return UUID(int=at) if isinstance(value, UUID) else date.max - timedelta(days=at)


def _places(params: Sequence[Any], stand_ins: Mapping[int, Any]) -> Iterator[tuple[int, int, Form]]:
    for place, param in enumerate(params):
        for which, stand_in in stand_ins.items():
            form = next((form for form in FORMS[type(stand_in)] if form(stand_in) == param), None)
            if form is not None:
                yield place, which, form


def _converted(row: Row, plan: Plan) -> Row:
    values = list(row)
    for at, converters, column in plan.converters:
        for convert in converters:
            values[at] = convert(values[at], column, connection)
    return tuple(values)
