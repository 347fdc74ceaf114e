"""Lines of at most 75 octets, folded between characters (RFC 6350, section 3.2)."""

OCTETS = 75


def folded(line: str) -> str:
    """The line with its line ends."""
    if len(line) <= OCTETS and line.isascii():
        return line + "\r\n"
    raw = line.encode("utf-8", "replace")
    if len(raw) <= OCTETS:
        return line + "\r\n"
    pieces = []
    room = OCTETS
    start = 0
    while len(raw) - start > room:
        end = start + room
        while raw[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(raw[start:end])
        start, room = end, OCTETS - 1  # the space counts
    pieces.append(raw[start:])
    return b"\r\n ".join(pieces).decode() + "\r\n"
