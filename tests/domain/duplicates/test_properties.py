"""What holds for every book: order does not matter, the same answer comes twice, a veto is a veto."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.domain.duplicates.finding import find
from rapport.domain.duplicates.values import Record

GIVEN = st.sampled_from(["Karen", "Kaz", "Mary", "Molly", "M.", "Tom", "Юлия", "Julia", ""])
FAMILY = st.sampled_from(["Holt", "Castellan", "Castelan", "Reed", "Reed Jr", "Reed Sr", "Müller", ""])
MAILS = st.sampled_from(
    ["k@holt.example", "info@acme.example", "mary@acme.example", "m.c@gmail.com", "mc@gmail.com"]
)
PHONES = st.sampled_from(["+15035550123", "503 555 0123", "+442079460958", "+33612345678"])
BIRTHDAYS = st.sampled_from(["", "", "1980-02-03", "--02-03", "1980-03-02", "1975-11-30"])
PAGES = st.sampled_from(["linkedin.com/in/mary", "https://linkedin.com/in/tom/", "mary.example"])


@st.composite
def books(draw: st.DrawFn) -> list[Record]:
    size = draw(st.integers(0, 9))
    return [
        Record(
            number,
            (f"{draw(GIVEN)} {draw(FAMILY)}",),
            tuple(draw(st.lists(MAILS, max_size=2))),
            tuple(draw(st.lists(PHONES, max_size=1))),
            tuple(draw(st.lists(PAGES, max_size=1))),
            organisation=draw(st.sampled_from(["", "Acme", "ACME Ltd"])),
            birthday=draw(BIRTHDAYS),
            source=draw(st.sampled_from(["phone", "linkedin"])),
        )
        for number in range(size)
    ]


@settings(max_examples=60, deadline=None)
@given(books(), st.integers(0, 99))
def test_the_order_of_the_book_changes_nothing(book: list[Record], seed: int) -> None:
    shuffled = list(book)
    Random(seed).shuffle(shuffled)
    assert find(book, country="US") == find(shuffled, country="US")


@settings(max_examples=60, deadline=None)
@given(books(), st.sets(st.frozensets(st.integers(0, 8), min_size=2, max_size=2), max_size=6))
def test_what_was_told_apart_is_never_joined(book: list[Record], never: set[frozenset[int]]) -> None:
    found = find(book, never, country="US")
    for pair in never:
        assert not any(pair <= set(group.ids) for group in found.groups)
        assert not any(pair == {each.a, each.b} for each in found.pairs)


@settings(max_examples=60, deadline=None)
@given(books())
def test_no_group_holds_a_contradiction_and_every_number_makes_sense(book: list[Record]) -> None:
    found = find(book, country="US")
    by_id = {record.id: record for record in book}
    for group in found.groups:
        marks = {record.names[0].split()[-1] for key in group.ids if (record := by_id[key]).names[0].split()}
        assert not {"Jr", "Sr"} <= marks
        handles = {
            url.rstrip("/").split("/in/")[-1] for key in group.ids for url in by_id[key].urls if "/in/" in url
        }
        assert len(handles) <= 1
        assert len(set(group.ids)) == len(group.ids) >= 2
    for pair in found.pairs:
        assert str(pair.a) < str(pair.b)
        assert 0 < pair.probability <= 1
    assert 0 <= found.bulk.false_share <= found.bulk.high <= 1
