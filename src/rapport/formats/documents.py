"""JSON from strangers: the whole of a file as plain values, within limits."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from rapport.domain.imports.imports import Quarantined, Trouble, Where
from rapport.formats.cells import FORBIDDEN, excerpt
from rapport.formats.encodings import HEAD, encoding_of

LARGEST = 64 << 20  # bytes; ten times as much in memory


def document(data: BinaryIO, expected: str) -> Any | Quarantined:
    """What a JSON file says, or why it says nothing; `expected` names what it should have been."""
    raw = data.read(LARGEST + 1)
    if len(raw) > LARGEST:
        return Quarantined(Where(1), Trouble.TOO_LARGE, expected=expected)
    encoding, mark = encoding_of(raw[:HEAD])
    text = raw[mark:].decode(encoding, "replace")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        said = excerpt(text[max(0, error.pos - 20) :])
        return Quarantined(Where(1, error.lineno), Trouble.NOT_UNDERSTOOD, said, expected)
    except RecursionError:
        return Quarantined(Where(1), Trouble.TOO_DEEP, expected=expected)
    except ValueError:  # a number of thousands of digits
        return Quarantined(Where(1), Trouble.NOT_UNDERSTOOD, expected=expected)


def object_in(value: Any, key: str) -> dict[str, Any]:
    """The object under a key; an empty one where there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def list_in(value: Any, key: str) -> list[Any]:
    """The items under a key: of a list, or of an object numbered like one."""
    found = value.get(key) if isinstance(value, dict) else None
    if isinstance(found, dict):
        return list(found.values())
    return found if isinstance(found, list) else []


def objects_in(value: Any, key: str) -> Iterator[dict[str, Any]]:
    return (item for item in list_in(value, key) if isinstance(item, dict))


def text_in(value: Any, key: str) -> str:
    """What stands under a key, as text; empty where nothing does."""
    found = value.get(key) if isinstance(value, dict) else None
    return as_text(found)


def as_text(found: Any) -> str:
    """A plain value as text; lists and objects as JSON, so that they can be kept."""
    if found is None or found is False or found == [] or found == {}:
        return ""
    if isinstance(found, str):
        return found
    try:
        return json.dumps(found, ensure_ascii=False)
    except (ValueError, RecursionError):
        return ""


def is_damaged(value: Any, depth: int = 20) -> bool:
    """Whether any text in a value holds what no text may hold."""
    if isinstance(value, str):
        return bool(FORBIDDEN.search(value.replace("\r", "")))
    if depth and isinstance(value, dict):
        return any(is_damaged(part, depth - 1) for part in value.values())
    return bool(depth) and isinstance(value, list) and any(is_damaged(part, depth - 1) for part in value)


def damage(value: Any, where: Where) -> Iterator[Quarantined]:
    """What to say of a record that went in but for some characters."""
    if is_damaged(value):
        yield Quarantined(where, Trouble.BAD_ENCODING, excerpt(as_text(value)), is_part=True)
