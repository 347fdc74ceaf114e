"""One person meant by an argument: an id, a name, or a part of one."""

from uuid import UUID

from django.utils.translation import gettext as _

from rapport.cli.output import BadInput
from rapport.domain.people.people import Match
from rapport.services.people.lookup import Found, Somebody, find

MOST_LISTED = 10  # people in one sentence


def one_person(owner_id: UUID, reference: str) -> Somebody:
    """The one person meant; BadInput when there is nobody, or more than one."""
    found = find(owner_id, reference)
    if found.match is Match.KNOWN:
        return found.people[0]
    raise _not_one(reference, found)


def _not_one(reference: str, found: Found) -> BadInput:
    if not found.people:
        return BadInput(
            _("There is nobody called “%(name)s”. “rapport people” lists everybody.") % {"name": reference},
            "nobody",
        )
    listed = "\n".join(f"  {person.name}  {person.id}" for person in found.people[:MOST_LISTED])
    if found.match is Match.MAYBE:
        sentence = _("There is nobody called “%(name)s”. Did you mean:")
    else:
        sentence = _("“%(name)s” could be several people. Write more of the name, or the id:")
    people = [{"id": person.id, "name": person.name} for person in found.people]
    code = "nobody" if found.match is Match.MAYBE else "ambiguous"
    return BadInput(f"{sentence % {'name': reference}}\n{listed}", code, people=people)
