"""A file carried from page to page in a form's field: what is kept is, byte for byte, what was shown."""

import base64
import zlib

from rapport.services.quicklog.diary import LARGEST


def pack(data: bytes) -> str:
    """The very bytes, small enough for a form field."""
    return base64.b64encode(zlib.compress(data, 9)).decode("ascii")


def unpack(text: str) -> bytes:
    """The bytes again; nothing when the field was tampered with or holds more than it may."""
    try:
        packed = base64.b64decode(text, validate=True)
        data = zlib.decompressobj().decompress(packed, LARGEST + 1)
    except (ValueError, zlib.error):
        return b""
    return data if len(data) <= LARGEST else b""
