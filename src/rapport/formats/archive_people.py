"""You, your people, what was written down and what came in: the keys of an archive."""

from rapport.domain.coach.cards import Reply
from rapport.domain.history.history import AddressKind
from rapport.domain.imports.imports import Source, TraceKind
from rapport.domain.interactions.interactions import Channel, Direction
from rapport.domain.learning.arms import Arm
from rapport.domain.learning.attempts import Remembering
from rapport.domain.people.people import ContactKind, Reach, Told
from rapport.domain.ways import Way
from rapport.formats.archive_columns import (
    COUNTRY,
    DATE,
    DEGREES,
    FLAG,
    ID,
    MANY,
    MAYBE_DATE,
    MAYBE_FLAG,
    MAYBE_NAME,
    MAYBE_SOMEBODY,
    MOST,
    NAME,
    SCALE,
    SOMEBODY,
    TEXT,
    TEXTS,
    Column,
    Columns,
    Kind,
    binnable,
    code,
    number,
    refers,
)  # fmt: skip

OWNER: Columns = {
    "name": MAYBE_NAME,
    "city": MAYBE_NAME,
    "country": COUNTRY,
    "latitude": DEGREES,
    "longitude": DEGREES,
    "time_zone": Column(Kind.TEXT, low=1, high=64),
    "day_ends_hour": number(0, 12),
    "language": Column(Kind.TEXT, high=8),
    "theme": Column(Kind.TEXT, high=8),
    "weekly_minutes": number(0, MANY),
    "nudge_from": number(0, 24),
    "nudge_to": number(0, 24),
    "rest_weekdays": Column(Kind.NUMBERS, low=0, high=6),
    "topics": TEXT,
    "about": TEXT,
    "pitch_nudges": Column(Kind.NUMBERS, low=0, high=366),
    "is_set_up": FLAG,
}
PEOPLE = binnable(
    name=NAME,
    aliases=TEXTS,
    organisation=MAYBE_NAME,
    role=MAYBE_NAME,
    city=MAYBE_NAME,
    country=COUNTRY,
    latitude=DEGREES,
    longitude=DEGREES,
    reach=code(Reach, blank=True),
    links=Column(Kind.LINKS),
    note=TEXT,
    how_met=TEXT,
    introduced_by_id=MAYBE_SOMEBODY,
    met_at_id=refers("gatherings", optional=True),
    told=code(Told, blank=True),
    known_before=FLAG,
    cadence_days=number(0, MANY, optional=True),
    tags=TEXT,
    assumed=FLAG,
)
CONTACT_POINTS: Columns = {
    "id": ID,
    "person_id": SOMEBODY,
    "kind": code(ContactKind),
    "value": Column(Kind.TEXT, low=1, high=400),
    "label": Column(Kind.TEXT, high=40),
}
INTERACTIONS = binnable(
    on=DATE,
    channel=code(Channel),
    direction=code(Direction),
    minutes=number(0, 1440, optional=True),
    gathering_id=refers("gatherings", optional=True),
    others=number(0, MANY),
    lost_touch=FLAG,
    substance=MAYBE_FLAG,
    note=TEXT,
    text=TEXT,
    tags=TEXT,
    assumed=FLAG,
)
PARTICIPANTS: Columns = {
    "id": ID,
    "interaction_id": refers("interactions"),
    "person_id": SOMEBODY,
    "memorable": MAYBE_FLAG,
}
NOTES = binnable(on=DATE, text=TEXT, tags=TEXT, person_id=MAYBE_SOMEBODY, assumed=FLAG)
CHALLENGES = binnable(
    name=MAYBE_NAME,
    intention=TEXT,
    starts_on=DATE,
    days=number(1, 366),
    rest_weekdays=Column(Kind.NUMBERS, low=0, high=6),
    rest_dates=Column(Kind.DATES),
    rule=Column(Kind.RULE),
    action_goals=Column(Kind.GOALS, codes=tuple(Way)),
    hope_count=number(0, 32_767, optional=True),
    hope=TEXT,
    ended_on=MAYBE_DATE,
)
CHECKINS: Columns = {
    "id": ID,
    "on": DATE,
    "energy": SCALE,
    "pressure": SCALE,
    "note": TEXT,
    "assumed": FLAG,
}
ACTIONS: Columns = {
    "id": ID,
    "on": DATE,
    "key": Column(Kind.TEXT, high=100),
    "way": code(Way),
    "reply": code(Reply),
    "minutes": number(0, MANY),
}
COACHING: Columns = {
    "id": ID,
    "flat_until": MAYBE_DATE,
    "guesses": Column(Kind.SAID),
    "forgotten_on": MAYBE_DATE,
    "days_off": Column(Kind.DATES),
    "with_holidays": FLAG,
}
REMEMBERED: Columns = {
    "id": ID,
    "key": Column(Kind.TEXT, low=1, high=64),
    "arm": code(Arm),
    "on": DATE,
    "hour": number(0, 23, optional=True),
    "minutes": number(0, MANY),
    "came": number(0, 32_767),
    "reply": code(Remembering),
    "person_id": MAYBE_SOMEBODY,
}
DIARY_ENTRIES: Columns = {"id": ID, "digest": Column(Kind.TEXT, high=64), "on": DATE, "text": TEXT}
SOURCE_RECORDS: Columns = {
    "id": ID,
    "source": code(Source),
    "key": Column(Kind.TEXT, low=1, high=32),
    "digest": Column(Kind.TEXT, high=64),
    "person_id": MAYBE_SOMEBODY,
    "said": Column(Kind.SAID),
    "extra": Column(Kind.EXTRA),
}
DISTINCT_PAIRS: Columns = {"id": ID, "first_id": SOMEBODY, "second_id": SOMEBODY}
SAVED_FILTERS = binnable(name=Column(Kind.TEXT, low=1, high=80), query=Column(Kind.SAID))
ADDRESSES: Columns = {
    "id": number(1, MOST),
    "address": Column(Kind.TEXT, low=1, high=320),
    "name": MAYBE_NAME,
    "kind": code(AddressKind),
    "person_id": MAYBE_SOMEBODY,
    "confirmed": FLAG,
}
TRACES: Columns = {
    "id": number(1, MOST),
    "kind": code(TraceKind),
    "key": Column(Kind.TEXT, low=1, high=32),
    "at": Column(Kind.MOMENT),
    "from_me": FLAG,
    "is_bulk": FLAG,
    "size": number(0, MANY),
    "reply_to": Column(Kind.TEXT, high=32),
    "minutes": number(0, MANY, optional=True),
    "title": MAYBE_NAME,
}
TRACE_PARTIES: Columns = {
    "id": number(1, MOST),
    "trace_id": Column(Kind.NUMBER, low=1, high=MOST, table="traces"),
    "address_id": Column(Kind.NUMBER, low=1, high=MOST, table="addresses"),
    "is_sender": FLAG,
}
