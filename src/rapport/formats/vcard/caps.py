"""How large a card and its parts may be; in characters, once decoded and unfolded."""

LINE = 64 * 1024
PICTURE = 200 * 1024  # as it stands in the file, in base64
CARD = 2 * 1024 * 1024
PROPERTIES = 2_000
DEPTH = 20  # cards inside cards
PIXELS = 25_000_000
REPORTED = 20  # parts of one card that are told as left out
HEAD = 200  # what stands before a colon; longer ones are not remembered

PICTURES = frozenset({"PHOTO", "LOGO"})
BINARY = frozenset({*PICTURES, "SOUND", "KEY"})
