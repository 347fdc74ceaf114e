"""Who a line treats as somebody known before it."""

from collections.abc import Iterable

from rapport.domain.quicklog import quicklog as said
from rapport.domain.text import fold

KNOWN_TRAITS = (said.Trait.CLOSE, said.Trait.NOT_CLOSE, said.Trait.KNOWN)


def known_before(reading: said.Reading) -> Iterable[str]:
    """Names that a line treats as old acquaintances: whoever is asked, answers, introduces or invites."""
    met: set[str] = set()
    old: set[str] = set()
    for s in reading.statements:
        match s:
            case said.Encounter():
                names = {fold(m.name.text) for m in s.people}
                (old if s.lost_touch else met).update(names)
                old.update(fold(m.introducer.text) for m in s.people if m.introducer)
                if s.gathering and s.gathering.invited_by:
                    old.add(fold(s.gathering.invited_by.text))
            case said.Planned() if s.gathering.invited_by:
                old.add(fold(s.gathering.invited_by.text))
            case said.Asked():
                old.update(fold(name.text) for name in s.people)
            case said.Answered():
                old.add(fold(s.person.text))
            case said.Introduced():
                met.update(fold(name.text) for name in s.people if s.introducer)
                old.update({fold(s.introducer.text)} if s.introducer else {fold(n.text) for n in s.people})
            case said.About() if s.trait in KNOWN_TRAITS:
                old.update(fold(name.text) for name in s.people)
                met.difference_update(fold(name.text) for name in s.people)
            case _:
                pass
    return old - met
