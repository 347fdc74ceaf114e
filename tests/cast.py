"""The people of the demo month, one line each on who they are, and what may happen with them."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from rapport.domain.interactions.interactions import Channel, Direction, Interaction, Meeting, Participation
from rapport.domain.people.people import Person, Place, Told

FIRST_DAY = date(2019, 3, 1)  # a Friday: day 1 of the month
PORTLAND = Place(45.52, -122.68)
CHICAGO = Place(41.88, -87.63)


def _person(number: int, name: str, **facts: Any) -> Person:
    return Person(UUID(int=0xCA57_0000 + number), name, **facts)


def _local(number: int, name: str, **facts: Any) -> Person:
    return _person(number, name, city="Portland", place=PORTLAND, **facts)


# Known before the month.
KAREN = _local(1, "Karen Holt", known_before=True, told=Told.CLOSE)  # close friend, has friends everywhere
JESS = _local(2, "Jess Moran", known_before=True, told=Told.CLOSE)  # close friend, knows Mary
DAN = _person(3, "Dan Okafor", known_before=True, place=CHICAGO)  # friend from an earlier job, in Chicago
TOM = _local(4, "Tom Reed", known_before=True)  # an acquaintance: lets you think he will think about it
# Met in the month.
NORA = _local(11, "Nora Lindqvist", introduced_by=KAREN.id)  # organiser of Freelance Friday, has a puppy
PRIYA = _local(12, "Priya Shah", introduced_by=KAREN.id)  # illustrator, works remotely
MARY = _local(13, "Mary Castellan", introduced_by=JESS.id)  # career coach, co-founded Ladies' Night
ALMA = _local(14, "Alma Reyes", introduced_by=MARY.id)  # head of a local artists' residency
TEO = _local(15, "Teo Brandt", introduced_by=MARY.id)  # UX designer for VR
MAE = _person(
    16, "Mae Sutter", city="Chicago", place=CHICAGO, introduced_by=DAN.id
)  # editor, too far for coffee
RUBY = _person(17, "Ruby Castile")  # the one face of the conference; nobody knows where she lives
ANA = _local(18, "Ana Silva")  # looks for a UX designer

_numbers = count(1)  # ids in the order of telling


def day(number: int) -> date:
    """The date of that day of the month; 0 and less lie before it."""
    return FIRST_DAY + timedelta(days=number - 1)


def a_coffee(
    *, with_: Person = MARY, on: date = FIRST_DAY, memorable: bool | None = True, **facts: Any
) -> Interaction:
    """Face to face, and both would remember it."""
    return _interaction(with_, on, Channel.IN_PERSON, Direction.MUTUAL, memorable, facts)


def a_hello(*, with_: Person = RUBY, on: date = FIRST_DAY, **facts: Any) -> Interaction:
    """Face to face, and forgotten by the next panel."""
    return a_coffee(with_=with_, on=on, memorable=False, **facts)


def a_call(
    *, with_: Person = MAE, on: date = FIRST_DAY, memorable: bool | None = None, **facts: Any
) -> Interaction:
    """Half an hour on the phone."""
    return _interaction(with_, on, Channel.PHONE, Direction.MUTUAL, memorable, {"minutes": 30, **facts})


def a_mail(
    *, to: Person = MAE, on: date = FIRST_DAY, memorable: bool | None = None, **facts: Any
) -> Interaction:
    """A mail I wrote; nothing came back in this entry."""
    return _interaction(to, on, Channel.EMAIL, Direction.OUTBOUND, memorable, facts)


def a_reply(
    *, from_: Person = MAE, on: date = FIRST_DAY, memorable: bool | None = None, **facts: Any
) -> Interaction:
    """A mail they wrote."""
    return _interaction(from_, on, Channel.EMAIL, Direction.INBOUND, memorable, facts)


def story_with(person: Person, *told: Interaction) -> list[Meeting]:
    """What was told, as this person's story."""
    return [
        Meeting(
            id=each.id,
            on=each.on,
            channel=each.channel,
            direction=each.direction,
            minutes=each.minutes,
            memorable=part.memorable,
            substance=each.substance,
            lost_touch=each.lost_touch,
            gathering_id=each.gathering_id,
            others=len(each.people) - 1 + each.others,
        )
        for each in told
        for part in each.people
        if part.person_id == person.id
    ]


def _interaction(
    who: Person,
    on: date,
    channel: Channel,
    direction: Direction,
    memorable: bool | None,
    facts: dict[str, Any],
) -> Interaction:
    people = (Participation(who.id, memorable),)
    return replace(Interaction(UUID(int=next(_numbers)), on, channel, direction, people), **facts)
