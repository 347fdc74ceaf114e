"""Asks, introductions, gatherings, pitches, help and next steps: the keys of an archive."""

from rapport.domain.asks.asks import Answer
from rapport.domain.asks.introductions import Move, Side, Step
from rapport.domain.asks.letters import LetterKind
from rapport.domain.gatherings.gatherings import Attendance, GatheringKind
from rapport.domain.gatherings.listings import FeedKind, FeedProblem, ListingReply, ListingStatus
from rapport.domain.giving.giving import MatchReply
from rapport.domain.interactions.followups import Evidence
from rapport.domain.pitches.pitches import Stage
from rapport.formats.archive_columns import (
    ADDRESS,
    CURRENCY,
    DATE,
    DEGREES,
    FLAG,
    ID,
    LINE,
    MANY,
    MAYBE_DATE,
    MAYBE_FLAG,
    MAYBE_MOMENT,
    MAYBE_NAME,
    MAYBE_SOMEBODY,
    MAYBE_TIME,
    NAME,
    PRICE,
    SCALE,
    SOMEBODY,
    TEXT,
    Column,
    Columns,
    Kind,
    binnable,
    code,
    number,
    refers,
)  # fmt: skip

SERIES = binnable(
    name=NAME, place=MAYBE_NAME, rhythm_days=number(0, MANY, optional=True), note=TEXT, let_go_on=MAYBE_DATE
)
GATHERINGS = binnable(
    series_id=refers("series", optional=True),
    name=NAME,
    on=DATE,
    starts_at=MAYBE_TIME,
    ends_at=MAYBE_TIME,
    size=number(0, MANY, optional=True),
    kind=code(GatheringKind),
    place=MAYBE_NAME,
    city=MAYBE_NAME,
    latitude=DEGREES,
    longitude=DEGREES,
    is_online=FLAG,
    url=ADDRESS,
    price=PRICE,
    currency=CURRENCY,
    topics=TEXT,
    found_how=MAYBE_NAME,
    invited_by_id=MAYBE_SOMEBODY,
    stretch=FLAG,
    attendance=code(Attendance),
    cancelled_on=MAYBE_DATE,
    debriefed_on=MAYBE_DATE,
    minutes=number(0, MANY, optional=True),
    plan=TEXT,
    note=TEXT,
    assumed=FLAG,
)
ASKS = binnable(
    person_id=SOMEBODY,
    on=DATE,
    target=LINE,
    wanted_id=MAYBE_SOMEBODY,
    organisation=MAYBE_NAME,
    text=TEXT,
    reminded_on=MAYBE_DATE,
    read_until=MAYBE_DATE,
    assumed=FLAG,
)
ASK_ANSWERS: Columns = {"id": ID, "ask_id": refers("asks"), "on": DATE, "answer": code(Answer)}
INTRODUCTIONS = binnable(
    introducer_id=MAYBE_SOMEBODY,
    person_id=SOMEBODY,
    other_id=MAYBE_SOMEBODY,
    on=DATE,
    step=code(Step),
    ask_id=refers("asks", optional=True),
    why=TEXT,
    need_id=refers("needs", optional=True),
    offer_id=refers("offers", optional=True),
    assumed=FLAG,
)
INTRODUCTION_MOVES: Columns = {
    "id": ID,
    "introduction_id": refers("introductions"),
    "on": DATE,
    "move": code(Move),
    "side": code(Side, blank=True),
}
PITCHES = binnable(
    organisation=NAME,
    person_id=MAYBE_SOMEBODY,
    why=TEXT,
    fright=SCALE,
    rung=number(0, 32_767, optional=True),
    planned_on=MAYBE_DATE,
    through_id=MAYBE_SOMEBODY,
    text=TEXT,
    feared=TEXT,
    afterwards=TEXT,
    hopeful=MAYBE_FLAG,
    assumed=FLAG,
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
NEED_MATCHES: Columns = {
    "id": ID,
    "need_id": refers("needs"),
    "offer_id": refers("offers"),
    "reply": code(MatchReply),
    "on": DATE,
}
FOLLOW_UPS = binnable(
    person_id=MAYBE_SOMEBODY,
    what=LINE,
    made_on=DATE,
    due_on=DATE,
    done_on=MAYBE_DATE,
    dropped_on=MAYBE_DATE,
    closed_by=code(Evidence, blank=True),
    kept_open=FLAG,
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
SUBSCRIPTIONS = binnable(
    name=MAYBE_NAME,
    url=Column(Kind.TEXT, low=1, high=1000),
    kind=code(FeedKind, blank=True),
    city=MAYBE_NAME,
    etag=LINE,
    modified=Column(Kind.TEXT, high=100),
    digest=Column(Kind.TEXT, high=64),
    fetched_at=MAYBE_MOMENT,
    next_at=MAYBE_MOMENT,
    failures=number(0, 32_767),
    problem=code(FeedProblem, blank=True),
    detail=MAYBE_NAME,
    allows_local=FLAG,
    is_paused=FLAG,
)
LISTINGS: Columns = {
    "id": ID,
    "subscription_id": refers("subscriptions", optional=True),
    "uid": LINE,
    "instance": Column(Kind.TEXT, high=40),
    "name": MAYBE_NAME,
    "on": DATE,
    "starts_at": MAYBE_MOMENT,
    "ends_at": MAYBE_MOMENT,
    "time_zone": Column(Kind.TEXT, high=64),
    "is_recurring": FLAG,
    "place": LINE,
    "city": MAYBE_NAME,
    "latitude": DEGREES,
    "longitude": DEGREES,
    "is_online": FLAG,
    "url": ADDRESS,
    "about": TEXT,
    "host": MAYBE_NAME,
    "size": number(0, MANY, optional=True),
    "price": PRICE,
    "currency": CURRENCY,
    "status": code(ListingStatus),
    "moved_from": MAYBE_DATE,
    "reply": code(ListingReply, blank=True),
    "gathering_id": refers("gatherings", optional=True),
    "same_as_id": refers("listings", optional=True),
    "seen_at": Column(Kind.MOMENT),
}
TEMPLATES = binnable(
    kind=code(LetterKind),
    language=Column(Kind.TEXT, low=1, high=8),
    name=Column(Kind.TEXT, high=80),
    subject=MAYBE_NAME,
    body=Column(Kind.TEXT, low=1),
    chosen_at=Column(Kind.MOMENT),
)
