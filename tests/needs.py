"""The made set of needs and offers (tests/samples/needs), and how well somebody's suggestions fit it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from re import findall

SAMPLES = Path(__file__).parent / "samples" / "needs"
SHOWN = 3
DEVELOPMENT = ("development", "development_2", "development_3")
HELD_OUT = "held_out"
PARTS = (*DEVELOPMENT, HELD_OUT)


@dataclass
class Half:
    """Offers and needs by id; the language of each; and which offers truly meet which need."""

    offers: dict[str, str] = field(default_factory=dict)
    needs: dict[str, str] = field(default_factory=dict)
    language: dict[str, str] = field(default_factory=dict)
    met_by: dict[str, frozenset[str]] = field(default_factory=dict)
    two_senses: set[str] = field(default_factory=set)  # words that mean another thing in the other language

    def is_wrong_across(self, need: str, offer: str) -> bool:
        """A pair of two languages that does not meet."""
        return self.language[need] != self.language[offer] and offer not in self.met_by[need]

    def is_astray(self, need: str, offer: str) -> bool:
        """A wrong pair of two languages that is not even about one subject."""
        return self.is_wrong_across(need, offer) and need.split(".")[0] != offer.split(".")[0]

    def is_misread(self, need: str, offer: str) -> bool:
        """A wrong pair of two languages in which both say a word of two senses."""
        said = [set(findall(r"\w+", text.lower())) for text in (self.needs[need], self.offers[offer])]
        both = [{word for word in self.two_senses if text & {word, f"{word}s"}} for text in said]
        return self.is_wrong_across(need, offer) and bool(both[0] & both[1])


@dataclass(frozen=True)
class Score:
    """Precision at 3 over the suggestions shown, and what it leaves unseen."""

    shown: int
    right: int
    could: int  # true offers, three a need at most
    across: int  # shown, of two languages, and right
    misread: int  # shown, of two languages, and joined by the wrong sense
    astray: int  # shown, of two languages, wrong, and about another subject
    met: int  # needs with a right one among the three
    of: int  # needs that have one

    @property
    def precision(self) -> float:
        return self.right / self.shown if self.shown else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.could if self.could else 0.0


def half(name: str) -> Half:
    """One of PARTS."""
    found, topic = Half(), ""
    for line in (SAMPLES / f"{name}.txt").read_text().splitlines():
        if line.startswith("="):
            topic, _, words = (part.strip() for part in line[1:].partition("!"))
            found.two_senses.update(words.split())
        elif line and not line.startswith("#"):
            mark, language, text = line.split(" ", 2)
            text, _, ids = text.rpartition(":") if mark == "?" else (text, "", "")
            key = f"{topic}.{len(found.needs) if mark == '?' else mark}"
            found.language[key] = language
            if mark == "?":
                found.needs[key] = text.strip()
                found.met_by[key] = frozenset(i if "." in i else f"{topic}.{i}" for i in ids.split())
            else:
                found.offers[key] = text.strip()
    return found


def score(of: Half, shown: Mapping[str, Iterable[str]]) -> Score:
    """`shown`: for each need the offers suggested, the best first."""
    three = {need: list(shown.get(need, ()))[:SHOWN] for need in of.needs}
    pairs = [(need, offer) for need, offers in three.items() for offer in offers]
    right = [(need, offer) for need, offer in pairs if offer in of.met_by[need]]
    return Score(
        len(pairs),
        len(right),
        sum(min(SHOWN, len(true)) for true in of.met_by.values()),
        sum(of.language[need] != of.language[offer] for need, offer in right),
        sum(of.is_misread(need, offer) for need, offer in pairs),
        sum(of.is_astray(need, offer) for need, offer in pairs),
        len({need for need, _ in right}),
        sum(bool(true) for true in of.met_by.values()),
    )


def suggested(of: Half, fit: Callable[[str, str], float], least: float) -> dict[str, list[str]]:
    """Every pair compared by `fit`; the best of each need that reach `least`."""
    found = {}
    for need, text in of.needs.items():
        fits = sorted(((fit(text, offer), key) for key, offer in of.offers.items()), reverse=True)
        found[need] = [key for value, key in fits if value >= least][:SHOWN]
    return found
