"""The same invented people for everybody: in Rapport's database, as vCards, as CSV, and as narad's rows."""

import csv
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

NAMES = """
Ana Léa Nora Karen Mary Jess Tom Priya Søren Łukasz Zoë Ivan Mei Yuki Omar Grace Teo Alma Ruth Dan
Shah García Müller Nowak Lefèvre Holt Moran Okafor Duarte Feld Brandt Petrie Aldana Reyes Navarro
Portland Lyon Berlin Chicago Leeds Lisbon Porto Ghent Turin Malmö
writer editor designer engineer producer researcher illustrator founder teacher
"""
FIRST, LAST, CITIES, ROLES = (line.split() for line in NAMES.strip().splitlines())


@dataclass(frozen=True, slots=True)
class Somebody:
    number: int
    first: str
    last: str
    organisation: str
    role: str
    city: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def email(self) -> str:
        return f"p{self.number}@example.org"


def invent(many: int, seed: int = 7) -> Iterator[Somebody]:
    rng = Random(seed)
    for number in range(many):
        last = f"{rng.choice(LAST)}-{rng.choice(LAST)} {chr(65 + number % 26)}{number}"
        yield Somebody(
            number, rng.choice(FIRST), last, f"Studio {number % 2000}", rng.choice(ROLES), rng.choice(CITIES)
        )


def write_vcards(folder: Path, many: int) -> None:
    """One file a person, as khard keeps them."""
    folder.mkdir(parents=True)
    for each in invent(many):
        lines = (
            "BEGIN:VCARD", "VERSION:3.0", f"UID:bench-{each.number}", f"FN:{each.name}",
            f"N:{each.last};{each.first};;;", f"ORG:{each.organisation}", f"TITLE:{each.role}",
            f"EMAIL;TYPE=work:{each.email}", f"ADR;TYPE=work:;;;{each.city};;;", "END:VCARD", "",
        )  # fmt: skip
        (folder / f"{each.number}.vcf").write_text("\r\n".join(lines), encoding="utf-8")


def write_csv(path: Path, many: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "email", "company", "title", "city"])
        for each in invent(many):
            writer.writerow([each.name, each.email, each.organisation, each.role, each.city])


def fill_narad(path: Path, many: int) -> None:
    """narad has no import: its own tables are filled, then its own `search-reindex` is run."""
    with sqlite3.connect(path) as database:
        for each in invent(many):
            database.execute(
                "INSERT INTO contacts (name, title, email, location, source) VALUES (?, ?, ?, ?, 'bench')",
                (each.name, each.role, each.email, each.city),
            )
