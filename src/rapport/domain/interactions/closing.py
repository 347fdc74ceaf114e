"""Next steps that keep themselves: which contact shows that one is done.

A step that only wants contact (nothing said, "get in touch", "call her", "relancer") is closed by a real one:
mine, or of both sides, on a later day than it was made. What they wrote alone shows nothing. A step that says
more ("send the contract") is never closed by a hello: it is asked about. So is one that lies far ahead.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from re import findall

from rapport.domain.concepts.lists import listed
from rapport.domain.interactions.followups import Evidence, FollowUp
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.text import fold
from rapport.domain.values import dataclass

EARLY = timedelta(days=14)  # further before its day, a contact is about something else (judgement)


class Medium(StrEnum):
    """How a step wants to be taken."""

    ANY = "any"
    TALK = "talk"  # a call, or better
    MEET = "meet"


# What a step that only wants contact is made of (folded, English and French).
TALKING = listed("""
call phone ring zoom video visio appel appeler telephoner rappeler appelle
""")
MEETING = listed("""
coffee lunch drink drinks meet see breakfast dinner cafe dejeuner verre voir revoir rencontrer diner boire
manger
""")
TOUCHING = listed("""
again answer ask be by catch chase check contact day days drop email follow get go grab have hello hi how in
keep later line mail message month news next note nudge on out ping reach reconnect reply say send soon talk
text them her him time to touch up week with word write a an the for and or is she he they are i me us some
au aux bonjour ce contacter courriel coucou de des donner du ecrire elle en encore envoyer et faire garder
jour jours la le les lui leur mois mot nouvelle nouvelles ou petit point pour prendre prochain prochaine
recontacter relance relancer rendez vous repondre reprendre salut semaine se signe suivi un une avec tot
bientot plus tard reseau lien apres ensemble discuter parler
""")


class Standing(StrEnum):
    """What later contacts say of a step."""

    OPEN = "open"
    PROBABLY = "probably"  # there was contact: the user knows whether it was this
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Contact:
    """Something that happened with the person of a step."""

    on: date
    evidence: Evidence
    is_mine: bool = True  # I wrote, or both of us were there
    medium: Medium = Medium.ANY  # the most that it was


@dataclass(frozen=True, slots=True)
class Closing:
    """What shows that a step is done, or probably done."""

    standing: Standing
    by: Contact


def contact_of(on: date, channel: Channel, direction: Direction) -> Contact:
    """One that was written down."""
    is_mine = channel is Channel.IN_PERSON or direction is not Direction.INBOUND
    medium = Medium.MEET if channel is Channel.IN_PERSON else Medium.TALK if channel.is_live else Medium.ANY
    return Contact(on, Evidence.INTERACTION, is_mine, medium)


def closed_by_itself(
    step: FollowUp, contacts: Iterable[Contact], names: Iterable[str] = ()
) -> Closing | None:
    """The first contact that shows it done, else the last that makes it likely; None: it stays open.

    `names` are those of its person: they are no part of what it says.
    """
    if not step.is_open or step.kept_open or step.person_id is None:
        return None
    later = sorted((c for c in contacts if c.on > step.made_on and c.is_mine), key=lambda c: c.on)
    wanted = wants(step.what, names)
    for contact in later:
        if wanted is not None and _reaches(contact.medium, wanted) and contact.on >= step.due_on - EARLY:
            return Closing(Standing.DONE, contact)
    return Closing(Standing.PROBABLY, later[-1]) if later else None


def wants(what: str, names: Iterable[str] = ()) -> Medium | None:
    """How contact is wanted, where that is all; None: it says something of its own."""
    words = set(findall(r"[a-z0-9]{2,}", fold(what)))
    words -= {word for name in names for word in findall(r"[a-z0-9]{2,}", fold(name))}
    if words - TOUCHING - TALKING - MEETING:
        return None
    return Medium.MEET if words & MEETING else Medium.TALK if words & TALKING else Medium.ANY


def kept_by(step: FollowUp, what: str) -> bool:
    """Help that was given is what this step was about: they share a word that says something."""
    small = TOUCHING | TALKING | MEETING
    return step.is_open and not step.kept_open and bool(_words(step.what) & _words(what) - small)


def _words(text: str) -> set[str]:
    return {word for word in findall(r"[a-z0-9]{2,}", fold(text)) if len(word) > 3}


def _reaches(was: Medium, wanted: Medium) -> bool:
    order = list(Medium)
    return order.index(was) >= order.index(wanted)
