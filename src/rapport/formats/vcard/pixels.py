"""How many pixels a picture in base64 has, from its header: nothing is unpacked."""

from binascii import Error, a2b_base64
from struct import error as Short  # noqa: N812 - named for what it tells here
from struct import unpack_from

JPEG = "/9j/"
BEGINNINGS = ("iVBORw0K", "R0lGOD", JPEG)  # PNG, GIF, JPEG
FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # JPEG: the markers that state a size


def pixels(text: str) -> int:
    """Width times height; 0 where the header does not say."""
    if text[:5].lower() == "data:":
        text = text.partition(",")[2]
    if not text.startswith(BEGINNINGS):
        return 0
    try:
        data = a2b_base64(text if text.startswith(JPEG) else text[:64])
        if data.startswith(b"\x89PNG"):
            width, height = unpack_from(">II", data, 16)
        elif data.startswith(b"GIF8"):
            width, height = unpack_from("<HH", data, 6)
        elif data.startswith(b"\xff\xd8"):
            width, height = _jpeg(data)
        else:
            return 0
    except (Error, ValueError, Short):
        return 0
    return int(width) * int(height)


def _jpeg(data: bytes) -> tuple[int, int]:
    place = 2
    while data[place : place + 1] == b"\xff":
        marker, length = unpack_from(">BH", data, place + 1)
        if marker in FRAMES:
            height, width = unpack_from(">HH", data, place + 5)
            return width, height
        place += 2 + max(length, 2)
    return 0, 0
