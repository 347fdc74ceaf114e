"""Whatever looks for a mailbox's next message, it finds the same."""

from random import Random

from rapport.formats.finding import FROM, find, plain_find


def test_both_ways_of_finding_agree_with_the_language_s_own() -> None:
    rng = Random(7)
    for _ in range(3_000):
        text = bytearray(b"".join(rng.choices((b"\n", b"F", b"From ", b"From", b"\r", b"x", FROM), k=30)))
        start = rng.randint(0, len(text))
        end = rng.randint(start, len(text))
        for wanted in (FROM, b"\n\n", b"\n\r\n"):
            expected = text.find(wanted, start, end)
            assert find(text, wanted, start, end) == expected
            assert plain_find(text, wanted, start, end) == expected
