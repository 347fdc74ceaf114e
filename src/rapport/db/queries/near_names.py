"""People whose name may be the one typed, but for a slip: few rows instead of all."""

from itertools import pairwise
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Length

from rapport.db.models import Person as Row
from rapport.db.queries.people import LONGEST
from rapport.domain.people.people import LONG_WORD, SHORT_WORD
from rapport.domain.text import fold

ALIASES = " | "  # stands between the spellings of one person in `folded`


def near(owner_id: UUID, typed: str) -> list[tuple[UUID, str, list[str]]]:
    """(id, name, aliases) of everybody whom `domain.people.people.resolve` could find near, and some more.

    A slip changes a name's length by one at most, and leaves most of each word as it is: of 2k + 1 pieces of
    a word, k slips (a letter wrong, missing, doubled or swapped) touch 2k at most.
    """
    words = fold(typed).split()
    slips, length = sum(map(_slips, words)), len(" ".join(words))
    if not slips or length - slips > LONGEST:
        return []
    rows = Row.objects.of(owner_id).live().annotate(length=Length("folded"))
    rows = rows.filter(Q(length__range=(length - slips, length + slips)) | Q(folded__contains=ALIASES))
    for word in words:
        kept = Q()
        for piece in _pieces(word, 2 * _slips(word) + 1):
            kept |= Q(folded__contains=piece)
        rows = rows.filter(kept)
    return list(rows.values_list("id", "name", "aliases"))


def _slips(word: str) -> int:
    """How many `resolve` forgives in this word."""
    return 0 if len(word) < SHORT_WORD else 2 if len(word) >= LONG_WORD else 1


def _pieces(word: str, count: int) -> list[str]:
    """The word cut into so many pieces, none of them empty."""
    count = min(count, len(word))
    cuts = [len(word) * place // count for place in range(count + 1)]
    return [word[start:end] for start, end in pairwise(cuts)]
