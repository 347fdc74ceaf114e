"""`python -m bench.vcard_limit FILE`: the least that reading vCards costs, and Rapport's own reader.

The limit unfolds, splits, decodes and unescapes every property of every card into a dictionary, and trusts
the file: no cap, no damage, no places, no meaning. Prints `label<TAB>cpu seconds<TAB>cards` for each.
"""

import quopri
import re
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from rapport.domain.imports.imports import IncomingPerson
from rapport.formats.vcard import read

RUNS = 7
ESCAPE = re.compile(r"\\(.)")


Card = dict[str, list[tuple[str, str]]]  # property → its (parameters, value)s


def by_hand(raw: bytes) -> int:
    """How many cards there are, every property read."""
    return len(cards_by_hand(raw))


def cards_by_hand(raw: bytes) -> list[Card]:
    """Every property of every card."""
    cards: list[Card] = []
    card: Card = {}
    text = raw.decode().replace("\r\n", "\n").replace("\n ", "").replace("\n\t", "")
    for line in text.split("\n"):
        if line == "BEGIN:VCARD":
            card = {}
        elif line == "END:VCARD":
            cards.append(card)
        else:
            head, colon, value = line.partition(":")
            if not colon:
                continue
            name, _semicolon, parameters = head.partition(";")
            if "." in name:
                name = name[name.index(".") + 1 :]
            if parameters and "QUOTED-PRINTABLE" in parameters.upper():
                value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
            elif "\\" in value:
                value = ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
            card.setdefault(name.upper(), []).append((parameters, value))
    return cards


def one_by_one(path: Path) -> int:
    """As an import takes them: none is kept."""
    with path.open("rb") as file:
        return sum(isinstance(item, IncomingPerson) for item in read(file))


def all_at_once(path: Path) -> int:
    with path.open("rb") as file:
        return sum(isinstance(item, IncomingPerson) for item in list(read(file)))


def least(work: Callable[[], int]) -> tuple[float, int]:
    """Processor seconds of the best run, and what it found."""
    best, found = float("inf"), 0
    for _ in range(RUNS):
        began = process_time()
        found = work()
        best = min(best, process_time() - began)
    return best, found


def main(path: Path) -> None:
    ways: dict[str, Callable[[], int]] = {
        "by hand: every property, nothing checked": lambda: by_hand(path.read_bytes()),
        "rapport: people, one by one": lambda: one_by_one(path),
        "rapport: people, all kept": lambda: all_at_once(path),
    }
    for label, work in ways.items():
        seconds, cards = least(work)
        print(label, seconds, cards, sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
