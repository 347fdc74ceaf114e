"""A reading somebody waits for: seen while it goes on, stopped, and nothing of it kept then."""

from collections.abc import Callable, Iterator
from threading import Event
from uuid import uuid4

import pytest

from rapport.services.feeds import work as feed_work
from rapport.services.feeds.work import Kind, Stopped, Work

ADA, BOB = uuid4(), uuid4()
SOON = 10.0  # seconds after which a test gives up; nothing here waits for them


@pytest.fixture
def gate() -> Iterator[Event]:
    """Readings wait for it; it is open when the test is over."""
    gate = Event()
    yield gate
    gate.set()


def begin(read: Callable[[Callable[[], bool]], object]) -> Work:
    return feed_work.begin(ADA, Kind.ADD, "feeds.example", {"url": "feeds.example"}, read)


def waiting_for(gate: Event) -> Callable[[Callable[[], bool]], object]:
    def read(is_stopped: Callable[[], bool]) -> str:
        while not gate.wait(0.01):
            if is_stopped():
                raise Stopped
        return "three dates"

    return read


def test_it_is_seen_while_it_goes_on_and_gives_what_it_brought(gate: Event) -> None:
    work = begin(waiting_for(gate))
    assert not work.wait(0.0)
    assert feed_work.running(ADA) == [work]
    assert feed_work.find(ADA, work.id) is work
    gate.set()
    assert work.wait(SOON)
    assert work.brought() == "three dates"
    assert feed_work.running(ADA) == []
    feed_work.forget(work)
    with pytest.raises(LookupError):
        feed_work.find(ADA, work.id)


def test_nobody_else_sees_or_stops_it(gate: Event) -> None:
    work = begin(waiting_for(gate))
    assert feed_work.running(BOB) == []
    with pytest.raises(LookupError):
        feed_work.find(BOB, work.id)


def test_it_is_stopped(gate: Event) -> None:
    work = begin(waiting_for(gate))
    work.stop()
    assert work.wait(SOON)
    with pytest.raises(Stopped):
        work.brought()


def test_what_goes_wrong_is_raised_where_it_is_shown() -> None:
    def read(is_stopped: Callable[[], bool]) -> object:
        raise LookupError("let go")

    work = begin(read)
    assert work.wait(SOON)
    with pytest.raises(LookupError):
        work.brought()


def test_three_are_read_at_once_and_a_fourth_can_be_stopped_before_its_turn(gate: Event) -> None:
    first = [begin(waiting_for(gate)) for _ in range(3)]
    begun = Event()

    def read(is_stopped: Callable[[], bool]) -> object:
        begun.set()
        return "never"

    fourth = begin(read)
    assert not fourth.wait(0.05)
    fourth.stop()
    assert fourth.wait(SOON)
    assert not begun.is_set()
    with pytest.raises(Stopped):
        fourth.brought()
    gate.set()
    assert all(work.wait(SOON) for work in first)


def test_what_was_never_looked_at_is_forgotten_in_time() -> None:
    works = [begin(lambda is_stopped: None) for _ in range(3)]
    assert all(work.wait(SOON) for work in works)
    for _ in range(feed_work.MOST_KEPT + 5):
        assert begin(lambda is_stopped: None).wait(SOON)
    with pytest.raises(LookupError):
        feed_work.find(ADA, works[0].id)
