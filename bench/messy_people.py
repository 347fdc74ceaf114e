"""The people behind the messy address book: households, firms, namesakes, fathers and sons."""

from dataclasses import dataclass, field, replace
from random import Random

from bench.messy_words import (
    CULTURES,
    FIRMS_A,
    FIRMS_B,
    FREE_MAIL,
    GREEK,
    HANDLES,
    LATIN_CITY,
    LEGAL,
    NICKNAMES,
    ROLES,
    SCHEMES,
    SHARES,
    Culture,
)
from rapport.domain.text import fold

PLANTED = 40  # of each: fathers with a son of the same name, namesakes within one firm, twins
FIRMS = 900


@dataclass(frozen=True, slots=True)
class Firm:
    name: str
    domain: str
    switchboard: str
    city: str
    country: str
    convention: str  # how its mailboxes are named
    desk: str  # info@, hello@ …


@dataclass(frozen=True, slots=True)
class Somebody:
    number: int
    culture: str
    woman: bool
    given: str
    family: str
    second_family: str  # Spain's second, or the middle initial elsewhere
    former_family: str  # before a marriage
    nickname: str
    born: str  # ISO
    city: str
    country: str
    mobile: str
    landline: str  # shared with the household
    family_mailbox: str
    mailboxes: tuple[str, ...]
    firm: Firm | None
    former_firm: Firm | None
    work_mailbox: str
    former_work_mailbox: str
    direct_line: str
    role: str
    profile: str
    generation: str  # "Jr", "Sr", "fils", "père" where a father or a son has the same name


@dataclass(slots=True)
class World:
    rng: Random
    people: list[Somebody] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)


def latin(text: str, scheme: str = "en") -> str:
    """Cyrillic and Greek in Latin letters, by one of several habits; other scripts as they are."""
    table = SCHEMES.get(scheme, SCHEMES["en"]) | GREEK["sound" if scheme == "fr" else "elot"]
    if text.isascii() or not any(char in table for char in fold(text).lower()):
        return text
    plain = fold(text) if any("α" <= char <= "ω" for char in fold(text)) else text.lower()
    plain = plain.replace("ου", "ou").replace("ευ", "ev").replace("αυ", "av").replace("μπ", "b")
    return " ".join(part.capitalize() for part in "".join(table.get(c, c) for c in plain).split())


def _slug(text: str) -> str:
    return "".join(char for char in fold(latin(text)) if char.isalnum())


def _skewed(rng: Random, words: list[str]) -> str:
    """Early words more often: weight 1 / (rank + 3)."""
    return rng.choices(words, [1 / (rank + 3) for rank in range(len(words))])[0]


def _family(rng: Random, culture: Culture, key: str, woman: bool) -> str:
    name = (
        _skewed(rng, culture.frequent)
        if rng.random() < 0.14
        else rng.choice(culture.starts) + rng.choice(culture.ends)
    )
    if key == "ru" and woman:
        if name.endswith(("ов", "ев", "ёв", "ин")):
            return name + "а"
        return name[:-2] + "ая" if name.endswith("ий") else name
    if key == "gr" and woman:
        return name[:-2] + "ου" if name.endswith("ος") else name.removesuffix("ς")
    return name


def phone(rng: Random, country: str, mobile: bool) -> str:
    """A number in E.164 of the shape that country gives."""
    digits = "".join(rng.choice("0123456789") for _ in range(8))
    lead = str(rng.randint(2, 9))
    shapes = {
        "FR": f"+33{rng.choice('67')}{digits}" if mobile else f"+33{rng.choice('12345')}{lead}{digits[:7]}",
        "GB": f"+447{rng.choice('45789')}{digits}" if mobile else f"+4420{rng.choice('378')}{digits[:7]}",
        "DE": f"+49{rng.choice(['151', '160', '171', '176'])}{digits}"
        if mobile
        else f"+4930{lead}{digits[:7]}",
        "ES": f"+346{digits}" if mobile else f"+349{rng.choice('1345')}{lead}{digits[:6]}",
        "GR": f"+3069{digits}" if mobile else f"+30210{lead}{digits[:6]}",
    }
    return shapes[country]


def firms(rng: Random) -> list[Firm]:
    names = sorted({f"{rng.choice(FIRMS_A)} {rng.choice(FIRMS_B)}" for _ in range(FIRMS * 4)})
    rng.shuffle(names)
    made = []
    for number, name in enumerate(names[:FIRMS]):
        country = rng.choices(["FR", "GB", "DE", "ES"], [45, 30, 13, 12])[0]
        city = rng.choice(next(c.cities for c in CULTURES.values() if c.country == country))
        ending = rng.choice(
            {"FR": ["fr", "com"], "GB": ["co.uk", "com"], "DE": ["de"], "ES": ["es", "com"]}[country]
        )
        domain = f"{_slug(name)}{number if number > 600 else ''}.{ending}"
        convention = rng.choices(["first.last", "flast", "first", "f.last", "last"], [50, 25, 10, 10, 5])[0]
        desk = rng.choice(["info", "contact", "hello", "office", "sales", "team"])
        title = f"{name} {rng.choice(LEGAL[country])}" if rng.random() < 0.3 else name
        made.append(Firm(title, domain, phone(rng, country, mobile=False), city, country, convention, desk))
    return made


def _free(world: World, address: str) -> str:
    local, domain = address.split("@")
    number = 1
    while address in world.taken:
        number += 1
        address = f"{local}{number}@{domain}"
    world.taken.add(address)
    return address


def work_mailbox(world: World, firm: Firm, given: str, family: str) -> str:
    first, last = _slug(given), _slug(family)
    locals_ = {
        "first.last": f"{first}.{last}", "flast": first[:1] + last, "first": first,
        "f.last": f"{first[:1]}.{last}", "last": last,
    }  # fmt: skip
    return _free(world, f"{locals_[firm.convention]}@{firm.domain}")


def _own_mailboxes(world: World, culture: str, given: str, family: str, nickname: str) -> tuple[str, ...]:
    rng, first, last = world.rng, _slug(given), _slug(family)
    found = []
    for _ in range(rng.choices([0, 1, 2], [12, 70, 18])[0]):
        local = rng.choices(
            [f"{first}.{last}", first[:1] + last, first + last[:1] + str(rng.randint(1, 99)),
             f"{_slug(nickname) or first}{rng.randint(50, 99)}", f"{last}.{first}",
             rng.choice(HANDLES) + rng.choice(HANDLES) + str(rng.randint(1, 999))],
            [40, 15, 12, 10, 8, 15],
        )[0]  # fmt: skip
        found.append(_free(world, f"{local}@{rng.choice(FREE_MAIL[culture])}"))
    return tuple(found)


def _somebody(world: World, staff: list[Firm], weights: list[float], **fixed: str | bool | Firm) -> Somebody:
    rng = world.rng
    key = str(fixed.get("culture") or rng.choices(list(SHARES), list(SHARES.values()))[0])
    culture = CULTURES[key]
    woman = bool(fixed.get("woman", rng.random() < 0.5))
    given = str(fixed.get("given") or _skewed(rng, culture.women if woman else culture.men))
    family = str(fixed.get("family") or _family(rng, culture, key, woman))
    second = _family(rng, culture, key, woman) if key == "es" else ""
    if key == "en" and rng.random() < 0.4:
        second = rng.choice("ABCDEFGHJKLMNPRSTW")
    former = _family(rng, culture, key, woman) if woman and rng.random() < 0.12 else ""
    nicknames = NICKNAMES.get(given, [])
    nickname = rng.choice(nicknames) if nicknames else ""
    firm = rng.choices(staff, weights)[0] if rng.random() < 0.75 else None
    firm = fixed["firm"] if isinstance(fixed.get("firm"), Firm) else firm  # type: ignore[assignment] # narrowed above
    former_firm = rng.choices(staff, weights)[0] if rng.random() < 0.25 else None
    abroad = rng.random() < 0.12
    country = rng.choice(["FR", "GB", "DE", "ES"]) if abroad else culture.country
    cities = next(c.cities for c in CULTURES.values() if c.country == country and c.country != "")
    number = len(world.people)
    tail = "" if rng.random() < 0.45 else "-" + "".join(rng.choice("0123456789abcdef") for _ in range(8))
    profile = f"{_slug(given)}-{_slug(family)}{tail}"
    while profile in world.taken:
        profile += str(rng.randint(1, 99))
    world.taken.add(profile)
    return Somebody(
        number, key, woman, given, family, second, former, nickname,
        born=f"{rng.randint(1950, 2001)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        city=LATIN_CITY.get(city := rng.choice(cities), city), country=country,
        mobile=phone(rng, country, mobile=True), landline="", family_mailbox="",
        mailboxes=_own_mailboxes(world, key, given, former or family, nickname),
        firm=firm, former_firm=former_firm if former_firm != firm else None,
        work_mailbox=work_mailbox(world, firm, given, family) if firm else "",
        former_work_mailbox=work_mailbox(world, former_firm, given, former or family) if former_firm else "",
        direct_line=phone(rng, firm.country, mobile=False) if firm and rng.random() < 0.6 else "",
        role=rng.choice(ROLES), profile=profile, generation="",
    )  # fmt: skip


def _household(world: World, staff: list[Firm], weights: list[float]) -> list[Somebody]:
    """One to four people under one roof: a couple, mostly of one name, and children."""
    first = _somebody(world, staff, weights)
    size = world.rng.choices([1, 2, 3, 4], [72, 18, 6, 4])[0]
    members = [first]
    while len(members) < size:
        woman = (not first.woman) if len(members) == 1 else world.rng.random() < 0.5
        family = first.family if first.culture not in ("ru", "gr", "es") and world.rng.random() < 0.8 else ""
        facts: dict[str, str | bool | Firm] = {"culture": first.culture, "woman": woman, "family": family}
        members.append(_somebody(world, staff, weights, **facts))
    landline = phone(world.rng, first.country, mobile=False) if world.rng.random() < 0.55 else ""
    mailbox = ""
    if size > 1 and world.rng.random() < 0.2:
        mailbox = _free(
            world, f"{world.rng.choice(['famille', 'family', 'the'])}.{_slug(first.family)}@gmail.com"
        )
    return [
        replace(each, landline=landline, family_mailbox=mailbox, city=first.city, country=first.country)
        for each in members
    ]


def people(rng: Random, many: int) -> list[Somebody]:
    """Invented people with everything one could know of them; the number is who they are."""
    world = World(rng)
    staff = firms(rng)
    weights = [1 / (rank + 4) for rank in range(len(staff))]
    while len(world.people) < many:
        _add(world, _household(world, staff, weights))
    for _ in range(PLANTED):
        _add(world, _father_and_son(world, staff, weights))
        _add(world, _namesakes_in_a_firm(world, staff, weights))
        _add(world, _twins(world, staff, weights))
    return world.people


def _add(world: World, members: list[Somebody]) -> None:
    for each in members:
        world.people.append(replace(each, number=len(world.people)))


def _father_and_son(world: World, staff: list[Firm], weights: list[float]) -> list[Somebody]:
    father = _somebody(world, staff, weights, culture=world.rng.choice(["en", "fr"]), woman=False)
    son = _somebody(
        world, staff, weights, culture=father.culture, woman=False, given=father.given, family=father.family
    )
    names = ("Sr", "Jr") if father.culture == "en" else ("père", "fils")
    home = {"landline": phone(world.rng, father.country, mobile=False), "city": father.city}
    return [
        replace(father, generation=names[0], born="19" + father.born[2:], **home),
        replace(son, generation=names[1], nickname=son.nickname or father.nickname, **home),
    ]


def _namesakes_in_a_firm(world: World, staff: list[Firm], weights: list[float]) -> list[Somebody]:
    """Two Marias in one firm."""
    firm = staff[world.rng.randrange(30)]
    one = _somebody(world, staff, weights, firm=firm, culture=world.rng.choice(["es", "fr", "en", "de"]))
    same: dict[str, str | bool | Firm] = {
        "culture": one.culture, "woman": one.woman, "given": one.given, "family": one.family, "firm": firm,
    }  # fmt: skip
    return [one, _somebody(world, staff, weights, **same)]


def _twins(world: World, staff: list[Firm], weights: list[float]) -> list[Somebody]:
    """The same birthday, home and family name."""
    one = _somebody(world, staff, weights)
    other = _somebody(world, staff, weights, culture=one.culture, woman=one.woman, family=one.family)
    home = {"landline": phone(world.rng, one.country, mobile=False), "city": one.city}
    if one.given == other.given:
        return [replace(one, **home)]
    return [replace(one, **home), replace(other, born=one.born, **home)]
