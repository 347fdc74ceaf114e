"""What was read, counted: "2 exchanges, 1 ask"."""

from collections import Counter
from collections.abc import Callable, Iterable

from django.utils.translation import ngettext

from rapport.domain.quicklog import quicklog as said

KINDS: dict[type, Callable[[int], str]] = {
    said.Encounter: lambda n: ngettext("%(count)s exchange", "%(count)s exchanges", n),
    said.Asked: lambda n: ngettext("%(count)s ask", "%(count)s asks", n),
    said.Answered: lambda n: ngettext("%(count)s answer", "%(count)s answers", n),
    said.Introduced: lambda n: ngettext("%(count)s introduction", "%(count)s introductions", n),
    said.Pitched: lambda n: ngettext("%(count)s pitch step", "%(count)s pitch steps", n),
    said.Promised: lambda n: ngettext("%(count)s promise", "%(count)s promises", n),
    said.Helped: lambda n: ngettext("%(count)s help", "%(count)s helps", n),
    said.Needs: lambda n: ngettext("%(count)s need", "%(count)s needs", n),
    said.Offers: lambda n: ngettext("%(count)s offer", "%(count)s offers", n),
    said.FollowUp: lambda n: ngettext("%(count)s follow-up", "%(count)s follow-ups", n),
    said.CheckedIn: lambda n: ngettext("%(count)s check-in", "%(count)s check-ins", n),
    said.Opened: lambda n: ngettext("%(count)s opportunity", "%(count)s opportunities", n),
    said.Planned: lambda n: ngettext("%(count)s gathering ahead", "%(count)s gatherings ahead", n),
    said.About: lambda n: ngettext("%(count)s fact about someone", "%(count)s facts about people", n),
    said.Noted: lambda n: ngettext("%(count)s note", "%(count)s notes", n),
    said.Bin: lambda n: ngettext("%(count)s entry binned", "%(count)s entries binned", n),
    said.Restore: lambda n: ngettext("%(count)s entry brought back", "%(count)s entries brought back", n),
    said.Amend: lambda n: ngettext("%(count)s correction", "%(count)s corrections", n),
    said.TakeBack: lambda n: ngettext("%(count)s step taken back", "%(count)s steps taken back", n),
}
BY_NAME = {kind.__name__: words for kind, words in KINDS.items()}


def tally(kinds: Iterable[str]) -> str:
    """The kinds (statements by name) counted, in the order of the grammar."""
    counts = Counter(kinds)
    return ", ".join(
        words(counts[name]) % {"count": counts[name]} for name, words in BY_NAME.items() if counts[name]
    )
