"""Every table and key of an archive, version 2; docs/reference/archive.md says what each means."""

from rapport.domain.asks import Answer
from rapport.domain.coach import Reply
from rapport.domain.gatherings import Attendance, GatheringKind
from rapport.domain.history import AddressKind
from rapport.domain.imports import Source, TraceKind
from rapport.domain.interactions import Channel, Direction
from rapport.domain.introductions import Step
from rapport.domain.learning import Way
from rapport.domain.people import ContactKind, Reach, Told
from rapport.domain.pitches import Stage
from rapport.formats.archive_columns import (
    COUNTRY,
    DATE,
    DEGREES,
    FLAG,
    ID,
    LINE,
    MANY,
    MAYBE_DATE,
    MAYBE_FLAG,
    MAYBE_NAME,
    MOST,
    NAME,
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

SCALE = number(1, 5, optional=True)
SOMEBODY, MAYBE_SOMEBODY = refers("people"), refers("people", optional=True)

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
SERIES = binnable(name=NAME, place=MAYBE_NAME, rhythm_days=number(0, MANY, optional=True), note=TEXT)
GATHERINGS = binnable(
    series_id=refers("series", optional=True),
    name=NAME,
    on=DATE,
    starts_at=Column(Kind.TIME, optional=True),
    size=number(0, MANY, optional=True),
    kind=code(GatheringKind),
    place=MAYBE_NAME,
    found_how=MAYBE_NAME,
    invited_by_id=MAYBE_SOMEBODY,
    stretch=FLAG,
    attendance=code(Attendance),
    note=TEXT,
    assumed=FLAG,
)
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
ASKS = binnable(person_id=SOMEBODY, on=DATE, target=LINE, reminded_on=MAYBE_DATE, assumed=FLAG)
ASK_ANSWERS: Columns = {"id": ID, "ask_id": refers("asks"), "on": DATE, "answer": code(Answer)}
INTRODUCTIONS = binnable(
    introducer_id=MAYBE_SOMEBODY,
    person_id=SOMEBODY,
    other_id=MAYBE_SOMEBODY,
    on=DATE,
    step=code(Step),
    ask_id=refers("asks", optional=True),
    assumed=FLAG,
)
PITCHES = binnable(
    organisation=NAME, person_id=MAYBE_SOMEBODY, why=TEXT, fright=SCALE, hopeful=MAYBE_FLAG, assumed=FLAG
)
PITCH_STEPS: Columns = {
    "id": ID,
    "pitch_id": refers("pitches"),
    "on": DATE,
    "stage": code(Stage),
    "due": MAYBE_DATE,
}
HELPS = binnable(
    person_id=SOMEBODY,
    by_me=FLAG,
    what=LINE,
    promised_on=MAYBE_DATE,
    due_on=MAYBE_DATE,
    given_on=MAYBE_DATE,
    assumed=FLAG,
)
NEEDS = binnable(person_id=MAYBE_SOMEBODY, what=LINE, on=DATE, met_on=MAYBE_DATE, assumed=FLAG)
OFFERS = binnable(person_id=MAYBE_SOMEBODY, what=LINE, on=DATE, assumed=FLAG)
FOLLOW_UPS = binnable(
    person_id=MAYBE_SOMEBODY,
    what=LINE,
    made_on=DATE,
    due_on=DATE,
    done_on=MAYBE_DATE,
    dropped_on=MAYBE_DATE,
)
OPPORTUNITIES = binnable(
    what=LINE,
    on=DATE,
    person_id=MAYBE_SOMEBODY,
    gathering_id=refers("gatherings", optional=True),
    pitch_id=refers("pitches", optional=True),
    note=TEXT,
    assumed=FLAG,
)
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

ADDED = {  # since version 2: an archive of version 1 has none of these
    "source_records": SOURCE_RECORDS,
    "distinct_pairs": DISTINCT_PAIRS,
    "saved_filters": SAVED_FILTERS,
    "addresses": ADDRESSES,
    "traces": TRACES,
    "trace_parties": TRACE_PARTIES,
}
TABLES: dict[str, Columns] = {
    "people": PEOPLE,
    "contact_points": CONTACT_POINTS,
    "series": SERIES,
    "gatherings": GATHERINGS,
    "interactions": INTERACTIONS,
    "participants": PARTICIPANTS,
    "asks": ASKS,
    "ask_answers": ASK_ANSWERS,
    "introductions": INTRODUCTIONS,
    "pitches": PITCHES,
    "pitch_steps": PITCH_STEPS,
    "helps": HELPS,
    "needs": NEEDS,
    "offers": OFFERS,
    "follow_ups": FOLLOW_UPS,
    "opportunities": OPPORTUNITIES,
    "notes": NOTES,
    "challenges": CHALLENGES,
    "checkins": CHECKINS,
    "actions": ACTIONS,
    "diary_entries": DIARY_ENTRIES,
    **ADDED,
}
