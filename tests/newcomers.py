"""Somebody new with three exports of the same people, as most bring them: each knows other things.

LinkedIn tells name, firm and profile, seldom an address; Google name and address, mostly the firm; the
telephone name and number, sometimes the firm. No two share an address, so that only name and firm tell.
Among them two Marias of one firm, and a father and his son of one name.
"""

from random import Random

from rapport.domain.values import dataclass

_GIVEN = """Karen Mary Jess Priya Tom Ana Omar Nora Dan Alma Teo Mae Ruby Ines Lena Hugo Emma Paul Marie Jonas
Clara Leo Eva Nils Ida Max Julie Marc Sofia Liam Yann Anna Felix Greta Otto Lucie Karl Peter John Sarah Laura
David Julia Thomas Claire Sophie"""
_FAMILY = """Holt Castellan Moran Shah Reed Silva Feld Lindqvist Okafor Reyes Brandt Sutter Castile Duarte
Martin Bernard Dubois Moreau Laurent Simon Michel Lefevre Leroy Roux Fournier Girard Bonnet Dupont Lambert
Fontaine Rousseau Vincent Muller Faure Mercier Blanc Guerin Boyer Garnier Chevalier Legrand Gauthier Garcia
Perrin Robin Clement Morin Roussel Mathieu Masson Marchand Duval Denis Lemaire Meyer Dufour Meunier Brun
Giraud Joly Riviere Lucas Brunet Gaillard Barbier Arnaud Roche Renard Schmitt Vidal Caron Picard"""
_FIRMS = "Acme Borealis Copper Delta Ember Fable Granit Harbor Indigo Juniper Kestrel Lumen"
FIRMS = [
    f"{name} {kind}" for name in _FIRMS.split() for kind in ("Studio", "Labs", "Media", "Health", "Bank")
]


@dataclass(frozen=True, slots=True)
class Somebody:
    """One person, and what the exports may know; no part of it is anybody else's."""

    number: int
    given: str
    family: str
    firm: str
    suffix: str = ""

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.given, self.family, self.suffix) if part)

    @property
    def mail(self) -> str:
        return f"{self.given}.{self.family}{self.number}@gmail.com".lower()

    @property
    def phone(self) -> str:
        return f"+336{12_340_000 + 37 * self.number:08}"

    @property
    def profile(self) -> str:
        return f"https://www.linkedin.com/in/{self.given}-{self.family}-{7919 * self.number:x}".lower()


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Whom they know, and who of them is in which export."""

    linkedin: tuple[Somebody, ...]
    google: tuple[Somebody, ...]
    phone: tuple[Somebody, ...]
    apart: tuple[tuple[Somebody, Somebody], ...]  # who must stay two


def newcomer(count: int, seed: int = 7) -> Newcomer:
    """Somebody who knows so many people; a third of them in one firm, as where one works."""
    rng = Random(seed)
    names = [(given, family) for given in _GIVEN.split() for family in _FAMILY.split()]
    drawn = rng.sample(names, count)
    people = [
        Somebody(number, given, family, FIRMS[0] if rng.random() < 0.3 else rng.choice(FIRMS))
        for number, (given, family) in enumerate(drawn)
    ]
    marias = Somebody(count, "Maria", "Keller", FIRMS[0]), Somebody(count + 1, "Maria", "Keller", FIRMS[0])
    sixpence = (
        Somebody(count + 2, "Robert", "Sixpence", FIRMS[1], "Sr"),
        Somebody(count + 3, "Robert", "Sixpence", FIRMS[1], "Jr"),
    )
    return Newcomer(
        (*(each for each in people if rng.random() < 0.65), marias[0], sixpence[0]),
        (*(each for each in people if rng.random() < 0.5), marias[1], sixpence[1]),
        tuple(each for each in people if rng.random() < 0.4),
        (marias, sixpence),
    )


def linkedin_csv(people: tuple[Somebody, ...]) -> str:
    """Connections.csv with its preamble; hardly anybody shows an address."""
    rows = [
        f"{each.given},{each.family},{each.profile},,{each.firm},Editor,05 Mar 2024"
        if not each.suffix
        else f"{each.given},{each.family} {each.suffix},{each.profile},,{each.firm},Editor,05 Mar 2024"
        for each in people
    ]
    preamble = 'Notes:\n"When exporting your connection data, you may notice that some are missing."\n\n'
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    return preamble + head + "\n".join(rows) + "\n"


def google_csv(people: tuple[Somebody, ...]) -> str:
    """Google's newer columns; every fifth without the firm."""
    head = "First Name,Last Name,Name Suffix,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value\n"
    rows = [
        f"{each.given},{each.family},{each.suffix},{firm},* myContacts,* Other,{each.mail}"
        for each in people
        for firm in (each.firm if each.number % 5 else "",)
    ]
    return head + "\n".join(rows) + "\n"


def phone_vcf(people: tuple[Somebody, ...]) -> str:
    """A telephone's cards; every third knows the firm."""
    cards = []
    for each in people:
        firm = f"ORG:{each.firm}\n" if each.number % 3 == 0 else ""
        cards.append(
            f"BEGIN:VCARD\nVERSION:3.0\nN:{each.family};{each.given};;;{each.suffix}\nFN:{each.name}\n"
            f"{firm}TEL;TYPE=CELL:{each.phone}\nEND:VCARD\n"
        )
    return "".join(cards)
