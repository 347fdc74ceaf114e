"""Why two records may be one person: what each field adds, and the values it stands on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rapport.domain.duplicates.cards import Card
from rapport.domain.duplicates.learning import Observed, weights
from rapport.domain.duplicates.levels import Scale
from rapport.domain.duplicates.values import Agreement, Field, Model, Reason

if TYPE_CHECKING:
    from rapport.domain.duplicates.learning import Floats

WORTH_SAYING = 0.5  # bits


def reasons(
    cards: Sequence[tuple[Card, Card]],
    seen: Observed,
    scales: Sequence[Scale],
    names: Sequence[str],
    model: Model,
) -> list[tuple[Reason, ...]]:
    """For every pair its reasons, the strongest first: how much weight would be lost without the field.

    Where none weighs much, as with a name that many have, what agrees is told all the same.
    """
    whole = weights(seen, scales, model)
    parts: list[Floats] = [whole - weights(seen, scales, model, without=at) for at in range(len(scales))]
    told = []
    for row, (a, b) in enumerate(cards):
        found = [
            Reason(
                scale.field,
                scale.levels[level],
                _value(a, b, scale.field, names[at], scale.levels[level]),
                round(float(parts[at][row]), 2),
            )
            for at, scale in enumerate(scales)
            if (level := int(seen.levels[row, at])) >= 0
        ]
        heavy = [reason for reason in found if abs(reason.bits) >= WORTH_SAYING]
        if not any(reason.bits > 0 for reason in heavy):
            heavy += [r for r in found if r.agreement is Agreement.SAME and r not in heavy]
        told.append(tuple(sorted(heavy, key=lambda reason: (-abs(reason.bits), reason.field))))
    return told


def _value(a: Card, b: Card, field: Field, name: str, agreement: Agreement) -> str:
    one, other = _values(a, field, name), _values(b, field, name)
    shared = [value for value in one if value in other]
    if shared and agreement is not Agreement.DIFFERENT:
        return shared[0]
    return " / ".join(value for value in (next(iter(one), ""), next(iter(other), "")) if value)


def _values(card: Card, field: Field, name: str) -> list[str]:
    born = card.birthday
    found: dict[Field, list[str]] = {
        Field.GIVEN: [each.given for each in card.names],
        Field.FAMILY: [" ".join(each.family) for each in card.names],
        Field.EMAIL: sorted(card.emails),
        Field.PHONE: sorted(card.phones),
        Field.URL: sorted(card.urls),
        Field.EMPLOYER: [" ".join(card.employer)] if card.employer else sorted(card.domains),
        Field.PLACE: [place for place in (card.city, card.country) if place],
        Field.BIRTHDAY: [f"{born.year:04}-{born.month:02}-{born.day:02}"] if born else [],
        Field.ROLE: sorted(card.role),
        Field.SOURCE: [card.source],
        Field.EXTRA: [value for column, value in card.extras if name == f"+{column}"],
    }
    return found[field]
