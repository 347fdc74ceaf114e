"""How often each value occurs in the book, and how many people share each mailbox, number and page."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

from rapport.domain.duplicates.cards import Card
from rapport.domain.duplicates.names import Name, compare_names
from rapport.domain.duplicates.values import Agreement
from rapport.domain.people.contact_keys import employer_domain
from rapport.domain.values import dataclass

# What is taken as given before the book says otherwise, worth so many records.
_PRIOR_RECORDS = 200
_PRIOR_SHARE = {"given": 1 / 150, "family": 1 / 1500, "employer": 1 / 200, "city": 1 / 20, "extra": 1 / 50}
_PRIOR_PART = 20  # records: the same for a part of the book
_ENDING = 2  # letters that tell languages apart
_ENOUGH_ENDINGS = 20  # records
_MOST_HOLDERS = 12  # records looked at to tell how many people share a key
_CLIP = 5.0  # nats: one rare value alone decides nothing


@dataclass(frozen=True, slots=True)
class Rarity:
    """Shares of values; `of` is what agreeing on a value says beyond agreeing at all."""

    counts: Mapping[str, int]
    total: int
    prior: float
    usual: float = 0.0
    wider: "Rarity | None" = None  # what is expected where this is a part of the book

    def share(self, *values: str) -> float:
        """The share of people with the most frequent of these values, this record left out."""
        seen = max((self.counts.get(value, 1) for value in values), default=1) - 1
        if self.wider is not None:
            return (seen + _PRIOR_PART * self.wider.share(*values)) / (self.total + _PRIOR_PART)
        return (seen + _PRIOR_RECORDS * self.prior) / (self.total + _PRIOR_RECORDS)

    def of(self, *values: str) -> float:
        """ln(share / mean share of an agreed value): below 0 for a rare value, above 0 for a common one."""
        return max(-_CLIP, min(_CLIP, log(self.share(*values) / self.usual)))


def rarity(values: Iterable[str], kind: str) -> Rarity:
    counts = Counter(values)
    total = counts.total()
    prior = _PRIOR_SHARE[kind]
    among = sum(count * count for count in counts.values()) / (total + _PRIOR_RECORDS)
    usual = (among + _PRIOR_RECORDS * prior) / (total + _PRIOR_RECORDS)
    return Rarity(counts, total, prior, usual)


@dataclass(frozen=True, slots=True)
class Tables:
    given: Rarity
    family: Rarity
    employer: Rarity
    city: Rarity
    extras: Mapping[str, Rarity]
    holders: Mapping[str, int]  # of keys that two or more records have
    homes: frozenset[str]  # mailboxes that somebody's record names as a family's
    endings: Mapping[
        str, Rarity
    ]  # given names among families that end alike: Petra is common where names end in -ch
    doubled: frozenset[str]  # mailboxes at firms where another has the same name: ana.silva2@

    def given_among(self, given: Sequence[str], family: Sequence[str]) -> float:
        """How common a given name is among such family names, since names go with languages."""
        among = [self.endings[word[-_ENDING:]] for word in family if word[-_ENDING:] in self.endings]
        return max((rarity.of(*given) for rarity in among), default=self.given.of(*given))


def tables(cards: Sequence[Card]) -> Tables:
    names = [name for card in cards for name in card.names[:1]]
    columns: dict[str, list[str]] = {}
    for card in cards:
        for column, value in card.extras:
            columns.setdefault(column, []).append(value)
    either = [word for name in names for word in (name.given, *name.family)]  # the order may be swapped
    given = _within(either, [name.given for name in names], "given")
    return Tables(
        given=given,
        family=_within(either, [word for name in names for word in name.family], "family"),
        employer=rarity((employer_key(card) for card in cards if card.employer or card.domains), "employer"),
        city=rarity((card.city for card in cards if card.city), "city"),
        extras={column: rarity(values, "extra") for column, values in columns.items()},
        holders=_holders(cards),
        homes=frozenset(email for card in cards for email in card.homes),
        endings=_endings(names, given),
        doubled=_doubled(cards),
    )


def _endings(names: Sequence[Name], given: Rarity) -> dict[str, Rarity]:
    by: dict[str, list[str]] = {}
    for name in names:
        for ending in {word[-_ENDING:] for word in name.family}:
            by.setdefault(ending, []).append(name.given)
    big = {ending: Counter(here) for ending, here in by.items() if len(here) >= _ENOUGH_ENDINGS}
    agreed = [
        (count, Rarity(here, here.total(), given.prior, 1.0, given).share(name))
        for here in big.values()
        for name, count in here.items()
    ]
    weight = sum(weight for weight, _ in agreed)
    usual = sum(weight * share for weight, share in agreed) / weight if weight else given.usual
    return {ending: Rarity(here, here.total(), given.prior, usual, given) for ending, here in big.items()}


def _doubled(cards: Sequence[Card]) -> frozenset[str]:
    """A number after a name at a firm says that the name was taken there; both have a namesake then."""
    firms = {email for card in cards for email in card.emails if employer_domain(email)}
    by: dict[str, list[str]] = {}
    for email in firms:
        local, domain = email.split("@", 1)
        by.setdefault(f"{local.rstrip('0123456789')}@{domain}", []).append(email)
    return frozenset(email for plain, held in by.items() if held != [plain] for email in held)


def _within(everywhere: list[str], here: list[str], kind: str) -> Rarity:
    """Shares by how often a word stands anywhere in a name; the mean by where it belongs."""
    usual = rarity(here, kind)
    return Rarity(Counter(everywhere), usual.total, usual.prior, usual.usual)


def employer_key(card: Card) -> str:
    """One word for an employer: its name, else its domain's."""
    return "".join(card.employer) or min((domain.split(".", 1)[0] for domain in card.domains), default="")


def _holders(cards: Sequence[Card]) -> dict[str, int]:
    by: dict[str, list[Card]] = {}
    for card in cards:
        for key in (*card.emails, *card.phones, *card.urls):
            by.setdefault(key, []).append(card)
    return {key: people_among(held) for key, held in by.items() if len(held) > 1}


def people_among(cards: Sequence[Card]) -> int:
    """How many people at least stand behind records that share a key, by their given names."""
    told: list[Card] = []
    for card in cards[:_MOST_HOLDERS]:
        if card.names and not any(may_be_one(card, other) for other in told):
            told.append(card)
    return max(1, len(told)) + max(0, len(cards) - _MOST_HOLDERS) // 2


def may_be_one(a: Card, b: Card) -> bool:
    """Whether the names allow one person: given names that agree at least by their initial."""
    matches = [compare_names(one, other) for one in a.names for other in b.names]
    return not matches or any(match.given is not Agreement.DIFFERENT for match in matches)
