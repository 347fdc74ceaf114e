"""How far a long job is, on standard error, where somebody watches."""

import sys
from types import TracebackType
from typing import Self

from django.utils.translation import gettext as _


class Progress:
    """Called with what is done and what there is in all; leaves an empty line behind."""

    def __init__(self) -> None:
        self.is_watched = sys.stderr.isatty()
        self.shown = ""

    def __call__(self, done: int, total: int) -> None:
        if not self.is_watched:
            return
        text = _("%(done)s of %(total)s") % {"done": done, "total": total}
        if text != self.shown:
            sys.stderr.write(f"\r{text}".ljust(len(self.shown) + 1))
            sys.stderr.flush()
            self.shown = text

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.shown:
            sys.stderr.write("\r" + " " * len(self.shown) + "\r")
            sys.stderr.flush()
