"""The body of an answer, unpacked piece by piece and never beyond a size."""

import zlib
from collections.abc import Iterator
from http.client import HTTPException, HTTPResponse
from typing import Final

MOST: Final = 10 * 1024 * 1024  # bytes, on the wire and unpacked
_PIECE: Final = 64 * 1024
_PACKED: Final = frozenset({"gzip", "x-gzip", "deflate"})
MOST_MEMBERS: Final = 100  # of one gzip stream


class TooLarge(Exception):
    """More than MOST."""


class CutOff(Exception):
    """It ends before its end, or was packed in a way that was not offered."""


def body_of(answer: HTTPResponse, most: int = MOST) -> bytes:
    """Raises TooLarge, CutOff."""
    packing = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    pieces = _pieces(answer, most)
    if packing in _PACKED:
        pieces = _unpacked(pieces, most)
    elif packing != "identity":
        raise CutOff(packing[:40])
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > most:
            raise TooLarge
    return bytes(whole)


def _pieces(answer: HTTPResponse, most: int) -> Iterator[bytes]:
    """As they come over the wire."""
    said = answer.length  # None where the server does not say
    if said is not None and said > most:
        raise TooLarge
    count = 0
    while True:
        try:
            piece = answer.read1(_PIECE)
        except (HTTPException, ValueError) as error:
            raise CutOff(type(error).__name__) from error
        if not piece:
            break
        count += len(piece)
        if count > most:
            raise TooLarge
        yield piece
    if said is not None and count < said:
        raise CutOff("shorter than said")


def _unpacked(pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    """gzip (also several in a row) and deflate (also without its header)."""
    engine, count, members, is_first = zlib.decompressobj(wbits=47), 0, 1, True
    for piece in pieces:
        waiting = piece
        while waiting:
            try:
                found = engine.decompress(waiting, most + 1 - count)
            except zlib.error as error:
                if not is_first:
                    raise CutOff("broken") from error
                engine = zlib.decompressobj(wbits=-15)
                is_first = False
                continue
            is_first = False
            count += len(found)
            yield found
            waiting = engine.unconsumed_tail
            if count > most:
                raise TooLarge
            if engine.eof and engine.unused_data.startswith(b"\x1f\x8b"):
                waiting, members = engine.unused_data, members + 1
                if members > MOST_MEMBERS:
                    raise TooLarge
                engine = zlib.decompressobj(wbits=47)
            elif engine.eof:
                return
    if not engine.eof:
        raise CutOff("packed, and cut off")
