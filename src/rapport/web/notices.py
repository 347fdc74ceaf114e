"""What the last action has to say on the next page, with a way back where there is one."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from django.contrib import messages
from django.http import HttpRequest

from rapport.domain.values import dataclass
from rapport.services.challenge.rejudged import Rejudged
from rapport.wording.rejudged import sentence

LEVELS: Final = {
    "info": messages.INFO,
    "success": messages.SUCCESS,
    "warning": messages.WARNING,
    "error": messages.ERROR,
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence, its level (info, success, warning, error), and where to undo ("" when nothing can be)."""

    text: str
    level: str
    undo_url: str


def say(request: HttpRequest, text: str, *, level: str = "success", undo_url: str = "") -> None:
    """Keep a sentence for the next page this browser shows."""
    messages.add_message(request, LEVELS[level], text, extra_tags=undo_url)


def say_moved(request: HttpRequest, moved: Sequence[Rejudged], today: date) -> None:
    """Which other days are judged otherwise by what was just done; nothing where there are none."""
    if told := sentence(moved, today):
        say(request, told, level="info")


def waiting(request: HttpRequest) -> Iterator[Notice]:
    """The sentences to show now; each is shown once, and HEAD shows none."""
    if request.method == "HEAD":
        return
    for message in messages.get_messages(request):
        yield Notice(str(message.message), message.level_tag, message.extra_tags or "")
