"""Something done beside the page that waits for it: looked at, stopped, and over."""

from collections.abc import Callable
from threading import Event
from typing import Any

__all__ = ["Awaited"]


class Awaited:
    """What it brought, or why it failed, is kept until it is asked for."""

    def __init__(self) -> None:
        self._stop, self._over = Event(), Event()
        self._brought: Any = None
        self._error: Exception | None = None

    @property
    def is_over(self) -> bool:
        return self._over.is_set()

    def is_stopped(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        """Nobody waits for it any more."""
        self._stop.set()

    def wait(self, seconds: float) -> bool:
        """Whether it is over by then."""
        return self._over.wait(seconds)

    def brought(self) -> Any:
        """What it gave back. Raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._brought

    def run(self, action: Callable[[], Any]) -> None:
        """Do it; what goes wrong is raised where what it brought is asked for."""
        try:
            self._brought = action()
        except Exception as error:
            self._error = error
        finally:
            self._over.set()
