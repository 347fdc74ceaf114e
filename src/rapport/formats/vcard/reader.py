"""A file of vCards, card by card: the quick way for what is as it should be, the careful way for the rest."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from rapport.domain.imports.imports import IncomingPerson, Quarantined, Trouble, Where
from rapport.formats.cells import excerpt
from rapport.formats.vcard.caps import LINE, PROPERTIES, REPORTED
from rapport.formats.vcard.card import Card
from rapport.formats.vcard.filling import fill
from rapport.formats.vcard.layouts import taken
from rapport.formats.vcard.lines import BEGIN, END, Gathered, Scanner
from rapport.formats.vcard.pages import FORBIDDEN, PAGE, pages
from rapport.formats.vcard.people import NOT_PEOPLE, person

FIRST, LAST = f"{BEGIN}\n", f"\n{END}\n"
OLD = "\nVERSION:2.1\n"

Found = IncomingPerson | Quarantined


def read(data: BinaryIO, *, start: int = 0) -> Iterator[Found]:
    """Every card of a file, whatever it holds; the first `start` cards are passed over unread."""
    scanner = Scanner()
    rest, was_clean = "", True
    for text, is_clean in pages(data):
        *whole, rest = (rest + text).split(LAST)
        for piece in whole:
            yield from _piece(scanner, piece, start, is_clean=is_clean and was_clean)
        was_clean = is_clean
        if len(rest) > PAGE or not scanner.is_idle:
            end = rest.rfind("\n") + 1
            yield from _careful(scanner.take(rest[:end]), start)
            rest = rest[end:]
    if rest:
        yield from _careful(scanner.take(rest if rest.endswith("\n") else rest + "\n"), start)
    yield from _careful(scanner.end(), start)


def _piece(scanner: Scanner, piece: str, start: int, *, is_clean: bool) -> Iterable[Found]:
    """What stands before the END of a card: mostly one card."""
    if scanner.is_idle and piece.startswith(FIRST):
        if scanner.record < start:
            found: Found | None = None
            is_plain = piece.count(BEGIN) == 1
        else:
            where = Where(scanner.record + 1, scanner.line + 1)
            found = _quick(piece, where) if is_clean or not FORBIDDEN.search(piece) else None
            is_plain = found is not None
        if is_plain:
            scanner.pass_over(piece.count("\n") + 2)
            return [found] if found is not None else []
    return _careful(scanner.take(piece + LAST), start)


def _quick(piece: str, where: Where) -> Found | None:
    """The card, if nothing about it needs a second look; else None."""
    if len(piece) > PAGE:
        return None
    is_old = OLD in piece
    if piece[len(FIRST) : len(FIRST) + 1] in (" ", "\t"):
        return None
    piece = piece.replace("\n ", " " if is_old else "")  # 2.1 folds where a space stands, and keeps it
    if "\n\t" in piece:
        piece = piece.replace("\n\t", "\t" if is_old else "")
    if "=\n" in piece and "QUOTED-PRINTABLE" in piece.upper():
        return None
    lines = piece.split("\n")
    del lines[0]
    if len(lines) > PROPERTIES or (len(piece) > LINE and max(map(len, lines)) > LINE):
        return None
    card = taken(lines, is_old=is_old)
    if card is None:
        card = Card(lines, is_old=is_old)
        fill(card, lines)
    return None if card.troubles else _made(card, where)


def _made(card: Card, where: Where) -> Found:
    if card.kind in NOT_PEOPLE:
        return Quarantined(where, Trouble.NOT_A_PERSON, excerpt(f"KIND:{card.kind}"))
    found = person(card, where)
    if found is None:
        shown = excerpt(next((line for line in card.lines if line and line[:8].upper() != "VERSION:"), BEGIN))
        return Quarantined(where, Trouble.NO_NAME, shown, expected="FN")
    return found


def _careful(gathered: list[Gathered | Quarantined], start: int) -> Iterator[Found]:
    """Cards whose every line is looked at; what is left out is told with its line."""
    for each in gathered:
        if each.where.record <= start:
            continue
        if isinstance(each, Quarantined):
            yield each
            continue
        card = Card(each.lines, is_old=each.is_old)
        left_out = each.left_out
        for line, number in zip(each.lines, each.numbers, strict=True):
            fill(card, [line])
            for trouble in card.troubles:
                where = each.where._replace(line=number)
                left_out.append(Quarantined(where, trouble, excerpt(line), is_part=True))
            card.troubles.clear()
        yield _made(card, each.where)
        left_out.sort(key=lambda part: part.where)
        yield from left_out[:REPORTED]
