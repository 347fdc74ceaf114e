"""A card that is read whole becomes a person."""

from unicodedata import normalize

from rapport.domain.imports.imports import IncomingPerson, Source, Where
from rapport.domain.people.countries import country_code, country_name
from rapport.domain.people.people import ContactKind
from rapport.formats.vcard.card import Card, Head
from rapport.formats.vcard.values import escaped, name_words, one_line, parts, split_name, unescaped

Line = tuple[Head, str]
VCARD = Source.VCARD
NOT_PEOPLE = frozenset({"group", "location", "application", "device", "thing"})
CITY, COUNTRY = 3, 6  # in an ADR
NOWHERE = ("", "")


def person(card: Card, where: Where) -> IncomingPerson | None:
    """None where nothing says what to call them."""
    singles = card.singles
    name = _name(card, singles.get("FN"), singles.get("N"))
    organisation = _organisation(card, singles["ORG"]) if "ORG" in singles else ""
    role = _role(card, singles) if "TITLE" in singles or "ROLE" in singles else ""
    city, country = _place(card, singles["ADR"]) if "ADR" in singles else NOWHERE
    note = _note(card, singles["NOTE"]) if "NOTE" in singles else ""
    if card.phonetic:
        card.aliases.append(spoken(card))
    if not name:
        name = stand_in(card, organisation)
        if not name:
            return None
    aliases, points = card.aliases, card.points
    return IncomingPerson(
        where,
        VCARD,
        name,
        card.key,
        tuple([alias for alias in dict.fromkeys(aliases) if alias != name]) if aliases else (),
        organisation,
        role,
        city,
        country,
        tuple(dict.fromkeys(points) if len(points) > 1 else points),
        tuple(card.links),
        note,
        tuple(card.tags),
        None,
        tuple(card.extra),
    )


def text(value: str) -> str:
    """A value or a part of one, on one line."""
    if "\\" in value or "\t" in value:
        value = one_line(unescaped(value))
    if not value.isascii():
        value = normalize("NFC", value)
    return value.strip()


def stand_in(card: Card, organisation: str) -> str:
    """What to call somebody without a name: their firm, their nickname, their address."""
    if organisation or card.aliases:
        return organisation or card.aliases[0]
    for kind in (ContactKind.EMAIL, ContactKind.PHONE, ContactKind.OTHER):
        for point in card.points:
            if point.kind is kind:
                return point.value
    return ""


def spoken(card: Card) -> str:
    """How the name is said, its parts in the order of the card."""
    return " ".join(card.phonetic)


def _keep(card: Card, lines: list[Line]) -> None:
    card.extra += [head.line(value) for head, value in lines]


def _name(card: Card, full: list[Line] | None, split: list[Line] | None) -> str:
    """N is kept where it is not what one would guess, and FN where it tells more than its name and N do."""
    if full is None:
        return _name_of_parts(card, split) if split else ""
    name = text(full[0][1])
    is_told = len(full) == 1 and full[0][0].is_bare
    if split and not (is_told and _is_usual(card, name, split)):
        told = name_parts(split[0][1])
        if told != list(split_name(name)) or len(split) > 1 or not split[0][0].is_bare:
            _keep(card, split)
            is_told = is_told and name_words(" ".join(told)) == name_words(name)
    if not is_told:
        _keep(card, full)
        card.aliases += [said for _head, value in full[1:] if (said := text(value)) != name]
    return name


def _is_usual(card: Card, name: str, split: list[Line]) -> bool:
    """Two parts that make up the name, seen at a glance: nearly every card."""
    head, value = split[0]
    if value[-3:] != ";;;" or len(split) > 1 or not head.is_bare:
        return False
    family, _semicolon, given = value[:-3].partition(";")
    if name != f"{given} {family}":
        return False
    if " " in given or " " in family or split_name(name)[0] != family:
        _keep(card, split)
    return True


def _name_of_parts(card: Card, split: list[Line]) -> str:
    told = name_parts(split[0][1])
    name = called(told)
    if told != list(split_name(name)) or len(split) > 1 or not split[0][0].is_bare:
        _keep(card, split)
    return name


def name_parts(value: str) -> list[str]:
    """The five parts of N as text; several given names are one text."""
    if "," in value and "\\" not in value:
        value = value.replace(",", " ")
    told = [text(part) for part in parts(value)]
    return told if len(told) == 5 else [*told, "", "", "", "", ""][:5]


def called(told: list[str]) -> str:
    family, given, additional, before, after = told
    return " ".join(part for part in (before, given, additional, family, after) if part)


def _organisation(card: Card, lines: list[Line]) -> str:
    head, value = lines[0]
    if len(lines) == 1 and head.is_bare and ";" not in value:
        return text(value)
    said = [text(part) for part in parts(value)]
    if len(lines) > 1 or not head.is_bare or sum(map(bool, said)) > 1:
        _keep(card, lines)
    return next(filter(None, said), "")


def organisation(value: str) -> str:
    """The first of ORG that says something; the others are departments."""
    return next((said for part in parts(value) if (said := text(part))), "")


def _role(card: Card, singles: dict[str, list[Line]]) -> str:
    titles, roles = singles.get("TITLE", []), singles.get("ROLE", [])
    if len(titles) > 1 or (titles and not titles[0][0].is_bare):
        _keep(card, titles)
    if roles:
        _keep(card, roles)
    return text((titles or roles)[0][1])


def _note(card: Card, lines: list[Line]) -> str:
    if len(lines) > 1:
        return "\n\n".join(dict.fromkeys(note for _head, value in lines if (note := noted(value))))
    head, value = lines[0]
    if not head.is_bare:
        _keep(card, lines)
    return noted(value)


def noted(value: str) -> str:
    """The text of a NOTE, with its lines."""
    if "\\" in value:
        value = unescaped(value)
    return (value if value.isascii() else normalize("NFC", value)).strip()


def _place(card: Card, lines: list[Line]) -> tuple[str, str]:
    """City and country of the first address that has one; whole addresses are kept."""
    chosen = NOWHERE
    for _head, value in lines:
        chosen = place(value)
        if chosen != NOWHERE:
            break
    head, value = lines[0]
    if len(lines) > 1 or not head.is_bare or value != address(*chosen):
        _keep(card, lines)
    return chosen


def place(value: str) -> tuple[str, str]:
    """City and country of an ADR."""
    said = parts(value)
    city = text(said[CITY]) if len(said) > CITY else ""
    country = country_code(text(said[COUNTRY])) if len(said) > COUNTRY else ""
    return city, country


def address(city: str, country: str) -> str:
    """An ADR with no more than a city and a country."""
    return f";;;{escaped(city)};;;{escaped(country_name(country))}" if city or country else ""
