"""What was read, counted: "2 exchanges, 1 ask"."""

from collections import Counter
from collections.abc import Iterable

from django.utils.translation import ngettext_lazy

from rapport.domain import quicklog as said

KINDS = {
    said.Encounter: ngettext_lazy("%(count)s exchange", "%(count)s exchanges", "count"),
    said.Asked: ngettext_lazy("%(count)s ask", "%(count)s asks", "count"),
    said.Answered: ngettext_lazy("%(count)s answer", "%(count)s answers", "count"),
    said.Introduced: ngettext_lazy("%(count)s introduction", "%(count)s introductions", "count"),
    said.Pitched: ngettext_lazy("%(count)s pitch step", "%(count)s pitch steps", "count"),
    said.Promised: ngettext_lazy("%(count)s promise", "%(count)s promises", "count"),
    said.Helped: ngettext_lazy("%(count)s help", "%(count)s helps", "count"),
    said.Needs: ngettext_lazy("%(count)s need", "%(count)s needs", "count"),
    said.Offers: ngettext_lazy("%(count)s offer", "%(count)s offers", "count"),
    said.FollowUp: ngettext_lazy("%(count)s follow-up", "%(count)s follow-ups", "count"),
    said.CheckedIn: ngettext_lazy("%(count)s check-in", "%(count)s check-ins", "count"),
    said.Opened: ngettext_lazy("%(count)s opportunity", "%(count)s opportunities", "count"),
    said.Planned: ngettext_lazy("%(count)s gathering ahead", "%(count)s gatherings ahead", "count"),
    said.About: ngettext_lazy("%(count)s fact about someone", "%(count)s facts about people", "count"),
    said.Noted: ngettext_lazy("%(count)s note", "%(count)s notes", "count"),
}
BY_NAME = {kind.__name__: words for kind, words in KINDS.items()}


def tally(kinds: Iterable[str]) -> str:
    """The kinds (statements by name) counted, in the order of the grammar."""
    counts = Counter(kinds)
    return ", ".join(str(words % {"count": counts[name]}) for name, words in BY_NAME.items() if counts[name])
