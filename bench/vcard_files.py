"""A file of invented cards as several programs would write them: versions, folding, coded lines, photos."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.people import Somebody, invent

TALK = (
    "met",
    "at the fair",
    "in Kraków;",
    "talked about",
    "maps",
    "puppies",
    "the price of rent\\nwrite",
    "in May",
)
FOLD = 60  # characters: at most 75 octets here


def write_file(path: Path, many: int, seed: int = 7) -> None:
    """All people in one file."""
    rng = Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        for somebody in invent(many, seed):
            file.write("".join(f"{line}\r\n" for line in _card(somebody, rng)))


def _card(who: Somebody, rng: Random) -> Iterator[str]:
    version = rng.choices(("2.1", "3.0", "4.0"), (1, 6, 3))[0]
    yield from ("BEGIN:VCARD", f"VERSION:{version}", f"UID:bench-{who.number}")
    if version == "2.1" and not who.name.isascii():
        coded = ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
        yield from (f"N{coded}{_quoted(who.last)};{_quoted(who.first)};;;", f"FN{coded}{_quoted(who.name)}")
    else:
        yield from (f"N:{who.last};{who.first};;;", f"FN:{who.name}")
    yield f"EMAIL;TYPE={rng.choice(('HOME', 'WORK', 'INTERNET'))}:{who.email}"
    if rng.random() < 0.4:
        yield f"EMAIL;TYPE=HOME:{who.first.lower()}{who.number}@home.example"
    if rng.random() < 0.8:
        yield f"{'item1.' if rng.random() < 0.1 else ''}TEL;TYPE=CELL:+44 20 7946 {who.number % 10_000:04d}"
    yield from (f"ORG:{who.organisation}\\, Inc.;Department {who.number % 9}", f"TITLE:{who.role}")
    yield f"ADR;TYPE=WORK:;;{who.number % 300} High Street;{who.city};;12345;Germany"
    if rng.random() < 0.3:
        yield f"BDAY:19{rng.randint(50, 99)}-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}"
    if rng.random() < 0.6:
        yield from _folded("NOTE:" + " ".join(rng.choices(TALK, k=rng.randint(5, 60))))
    if rng.random() < 0.05 and version == "3.0":
        yield from _folded("PHOTO;ENCODING=b;TYPE=JPEG:" + b64encode(rng.randbytes(6000)).decode())
    yield from ("REV:2019-03-01T03:04:05Z", "CATEGORIES:friends,work", "END:VCARD")


def _quoted(text: str) -> str:
    return "".join(f"={byte:02X}" for byte in text.encode())


def _folded(line: str) -> Iterator[str]:
    yield line[:FOLD]
    for start in range(FOLD, len(line), FOLD):
        yield " " + line[start : start + FOLD]
