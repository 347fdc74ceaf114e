"""A form kept once: going back in the browser and sending it again finds what it brought the first time.

Going back may also read the line anew, with a mark of its own: then one is told that it was logged already.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.http import HttpRequest

from rapport import clock
from rapport.services.journal import undo
from rapport.services.journal.journal import Verb
from rapport.services.quicklog import confirm
from rapport.web.owner import owner_of

FIELD: Final = "once"  # the hidden field that holds a form's random mark
KEY: Final = "kept_once"  # in the session: pairs of mark and batch, the newest last
MOST: Final = 20  # pairs; a cookie holds 4 KB and carries other things too
LONGEST: Final = 16  # characters of a mark
AGAIN: Final = "again"  # the hidden field of a form that has told so
LATELY: Final = timedelta(hours=12)  # the same line within a day is more likely a slip than a second coffee
LOOKED_AT: Final = 50  # batches
SUBJECT: Final = 400  # characters of a line that its batch remembers


def kept(request: HttpRequest, mark: str) -> UUID | None:
    """The batch this form made before; None when it is new, or was taken back since."""
    found = dict(request.session.get(KEY, ())).get(mark)
    if not found:
        return None
    batch_id = UUID(found)
    try:
        line = confirm.read_back(owner_of(request).id, batch_id)
    except LookupError:  # made in the demo, or long gone
        return None
    return None if line.is_undone else batch_id


def keep(request: HttpRequest, mark: str, batch_id: UUID) -> None:
    """Remember what this form made."""
    if mark and len(mark) <= LONGEST:
        before = [pair for pair in request.session.get(KEY, ()) if pair[0] != mark]
        request.session[KEY] = [*before, [mark, batch_id.hex]][-MOST:]


def logged_already(request: HttpRequest, line: str) -> undo.Done | None:
    """The batch of the same line, kept lately and not taken back."""
    since = clock.now() - LATELY
    return next(
        (
            done
            for done in undo.recent(owner_of(request).id, LOOKED_AT)
            if done.verb is Verb.LOG
            and not done.is_undone
            and done.at >= since
            and done.subject == line[:SUBJECT]
        ),
        None,
    )
