"""The grammar's specification: english.txt and french.txt, one sentence and what it says, read row by row."""

from pathlib import Path
from uuid import UUID

import pytest

from rapport.domain.quicklog.quicklog import Directory, Known
from rapport.formats.quicklog import read
from tests.formats.quicklog.shown import TODAY, shown

HERE = Path(__file__).parent
GUIDE = HERE.parents[2] / "docs" / "guide" / "quick-log.md"
NOBODY = Directory()


def _known(*names: str) -> tuple[Known, ...]:
    return tuple(Known(UUID(int=place), name) for place, name in enumerate(names))


CAST = Directory(
    people=_known(
        "Karen Olsen",
        "Mary Okafor",
        "Jess Tan",
        "Tom Reed",
        "Ana Costa",
        "Priya Shah",
        "Léa Martin",
        "Nora Lind",
    ),
    gatherings=_known(
        "Freelance Friday", "Ladies' Night", "Drinks with Strangers", "Vendredi Freelance", "Café avec vue"
    ),
    organisations=_known("Acme", "The New Yorker"),
)


def rows(language: str) -> list[tuple[str, Directory, list[str]]]:
    """Each sentence of a table ("⏎" for a new line) with the names known and the lines expected."""
    found: list[tuple[str, Directory, list[str]]] = []
    directory = NOBODY
    for line in (HERE / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            directory = CAST if "cast" in line else NOBODY
        elif line.startswith("    "):
            found[-1][2].append(line.strip())
        elif line:
            found.append((line.replace("⏎", "\n"), directory, []))
    return found


def _params(language: str) -> list[object]:
    return [pytest.param(*row, id=row[0][:60].encode("ascii", "replace").decode()) for row in rows(language)]


@pytest.mark.parametrize(("sentence", "directory", "expected"), _params("english"))
def test_english(sentence: str, directory: Directory, expected: list[str]) -> None:
    assert shown(read(sentence, TODAY, language="en", directory=directory)) == expected


@pytest.mark.parametrize(("sentence", "directory", "expected"), _params("french"))
def test_french(sentence: str, directory: Directory, expected: list[str]) -> None:
    assert shown(read(sentence, TODAY, language="fr", directory=directory)) == expected


@pytest.mark.parametrize("language", ["english", "french"])
def test_the_table_is_long_enough_and_says_nothing_twice(language: str) -> None:
    sentences = [(sentence, directory is CAST) for sentence, directory, _ in rows(language)]
    assert len(sentences) >= 120
    assert len(set(sentences)) == len(sentences)


def test_the_guide_shows_only_sentences_of_the_table() -> None:
    blocks = GUIDE.read_text(encoding="utf-8").split("```")[1::2]
    shown_in_guide = {line for block in blocks for line in block.splitlines() if line}
    assert (
        shown_in_guide - {sentence for language in ("english", "french") for sentence, *_ in rows(language)}
        == set()
    )
