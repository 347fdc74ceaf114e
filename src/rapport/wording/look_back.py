"""Short words for the parts of the look back and what its findings rest on; read through `words`."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from rapport.domain.retrospective.values import EvidenceKind, Part

TABLES: Mapping[type[StrEnum], Mapping[StrEnum, Promise]] = {
    Part: {
        Part.SUCCESS: pgettext_lazy("part of the look back", "what worked"),
        Part.STUMBLE: pgettext_lazy("part of the look back", "where it was hard"),
        Part.LEARNT: pgettext_lazy("part of the look back", "what it shows"),
        Part.FEELING: pgettext_lazy("part of the look back", "what it felt like"),
        Part.NEXT: pgettext_lazy("part of the look back", "what to do next"),
    },
    EvidenceKind: {
        EvidenceKind.CHALLENGE: pgettext_lazy("evidence", "the challenge"),
        EvidenceKind.PERSON: pgettext_lazy("evidence", "person"),
        EvidenceKind.INTERACTION: pgettext_lazy("evidence", "exchange"),
        EvidenceKind.GATHERING: pgettext_lazy("evidence", "gathering"),
        EvidenceKind.ASK: pgettext_lazy("evidence", "ask"),
        EvidenceKind.INTRODUCTION: pgettext_lazy("evidence", "introduction"),
        EvidenceKind.PITCH: pgettext_lazy("evidence", "pitch"),
        EvidenceKind.HELP: pgettext_lazy("evidence", "help"),
        EvidenceKind.NEED: pgettext_lazy("evidence", "need"),
        EvidenceKind.FOLLOW_UP: pgettext_lazy("evidence", "follow-up"),
        EvidenceKind.OPPORTUNITY: pgettext_lazy("evidence", "opportunity"),
        EvidenceKind.CHECK_IN: pgettext_lazy("evidence", "check-in"),
    },
}
