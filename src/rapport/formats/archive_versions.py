"""What an archive of an earlier version has not, and what stands for it."""

from typing import Any

from rapport.formats import archive_people as people
from rapport.formats import archive_ways as ways
from rapport.formats.archive_columns import Columns

ADDED: dict[int, dict[str, Columns]] = {
    2: {
        "source_records": people.SOURCE_RECORDS,
        "distinct_pairs": people.DISTINCT_PAIRS,
        "saved_filters": people.SAVED_FILTERS,
        "addresses": people.ADDRESSES,
        "traces": people.TRACES,
        "trace_parties": people.TRACE_PARTIES,
    },
    3: {
        "introduction_moves": ways.INTRODUCTION_MOVES,
        "need_matches": ways.NEED_MATCHES,
        "subscriptions": ways.SUBSCRIPTIONS,
        "listings": ways.LISTINGS,
        "templates": ways.TEMPLATES,
    },
    4: {
        "coaching": people.COACHING,
        "remembered": people.REMEMBERED,
    },
}
NEW_KEYS: dict[int, dict[str, dict[str, Any]]] = {
    3: {
        "owner": {"pitch_nudges": []},
        "series": {"let_go_on": None},
        "gatherings": {
            "ends_at": None,
            "city": "",
            "latitude": None,
            "longitude": None,
            "is_online": False,
            "url": "",
            "price": None,
            "currency": "",
            "topics": "",
            "cancelled_on": None,
            "debriefed_on": None,
            "minutes": None,
            "plan": "",
        },
        "asks": {"wanted_id": None, "organisation": "", "text": "", "read_until": None},
        "introductions": {"why": "", "need_id": None, "offer_id": None},
        "pitches": {
            "rung": None,
            "planned_on": None,
            "through_id": None,
            "text": "",
            "feared": "",
            "afterwards": "",
        },
        "follow_ups": {"closed_by": "", "kept_open": False},
    },
}
