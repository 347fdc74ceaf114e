"""Why two entries may be one person, how sure that is, and what may be merged without looking."""

from collections.abc import Mapping
from math import ceil
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rapport.domain.duplicates.values import Agreement, Field, Reason
from rapport.domain.imports.imports import Source
from rapport.services.duplicates.duplicates import Sure
from rapport.wording.imports import source

REASONS: Final[Mapping[Field, Mapping[Agreement, Promise]]] = {
    Field.GIVEN: {
        Agreement.DIFFERENT: gettext_lazy("different first names"),
        Agreement.INITIAL: gettext_lazy("a first name and its initial"),
        Agreement.PART: gettext_lazy("one first name is part of the other"),
        Agreement.SIMILAR: gettext_lazy("the first names differ by their spelling"),
        Agreement.NICKNAME: gettext_lazy("the first names differ by a nickname"),
        Agreement.SAME: gettext_lazy("the same first name"),
    },
    Field.FAMILY: {
        Agreement.DIFFERENT: gettext_lazy("different last names"),
        Agreement.INITIAL: gettext_lazy("a last name and its initial"),
        Agreement.SIMILAR: gettext_lazy("the last names differ by their spelling"),
        Agreement.PART: gettext_lazy("one of two last names is the same"),
        Agreement.SAME: gettext_lazy("the same last name"),
    },
    Field.EMAIL: {
        Agreement.DIFFERENT: gettext_lazy("different e-mail addresses"),
        Agreement.OTHER_AT_ONE_FIRM: gettext_lazy("two addresses at one organisation"),
        Agreement.DESK: gettext_lazy("an address that many share"),
        Agreement.SHARED: gettext_lazy("an address that two or three share"),
        Agreement.SAME: gettext_lazy("the same e-mail address"),
    },
    Field.PHONE: {
        Agreement.DIFFERENT: gettext_lazy("different numbers"),
        Agreement.NEAR: gettext_lazy("numbers that differ by one digit"),
        Agreement.DESK: gettext_lazy("a number that many share"),
        Agreement.SHARED: gettext_lazy("a number that two or three share"),
        Agreement.SHARED_MOBILE: gettext_lazy("a mobile number that two or three share"),
        Agreement.SAME_LANDLINE: gettext_lazy("the same landline number"),
        Agreement.SAME: gettext_lazy("the same number"),
    },
    Field.URL: {
        Agreement.DIFFERENT: gettext_lazy("different web pages"),
        Agreement.SHARED: gettext_lazy("a web page that several share"),
        Agreement.SAME: gettext_lazy("the same web page"),
    },
    Field.EMPLOYER: {
        Agreement.DIFFERENT: gettext_lazy("different organisations"),
        Agreement.SIMILAR: gettext_lazy("organisations with similar names"),
        Agreement.SAME: gettext_lazy("the same organisation"),
    },
    Field.PLACE: {
        Agreement.DIFFERENT: gettext_lazy("different cities"),
        Agreement.SAME_COUNTRY: gettext_lazy("the same country, different cities"),
        Agreement.SAME: gettext_lazy("the same city"),
    },
    Field.BIRTHDAY: {
        Agreement.DIFFERENT: gettext_lazy("different birthdays"),
        Agreement.NEAR: gettext_lazy("birthdays that differ by one digit"),
        Agreement.SAME: gettext_lazy("the same birthday"),
    },
    Field.ROLE: {
        Agreement.DIFFERENT: gettext_lazy("different roles"),
        Agreement.SAME: gettext_lazy("a similar role"),
    },
    Field.SOURCE: {
        Agreement.DIFFERENT: gettext_lazy("each from another export"),
        Agreement.SAME: gettext_lazy("both from one export, which seldom tells of somebody twice"),
    },
    Field.EXTRA: {
        Agreement.DIFFERENT: gettext_lazy("different in other columns"),
        Agreement.SIMILAR: gettext_lazy("similar in other columns"),
        Agreement.SAME: gettext_lazy("the same in other columns"),
    },
}
CHANCES: Final = (  # from this probability on
    (0.99, gettext_lazy("almost certainly one person")),
    (0.9, gettext_lazy("very likely one person")),
    (0.7, gettext_lazy("likely one person")),
    (0.4, gettext_lazy("as likely one person as two")),
    (0.0, gettext_lazy("more likely two people")),
)
FIELD_LABELS: Final[Mapping[str, Promise]] = {  # what a merge may choose between
    "name": gettext_lazy("Name"),
    "organisation": gettext_lazy("Organisation"),
    "role": gettext_lazy("Role"),
    "place": gettext_lazy("City"),
    "told": gettext_lazy("How close you are"),
    "reach": gettext_lazy("Near enough for a coffee"),
    "cadence_days": gettext_lazy("How often you want to be in touch"),
    "introduced_by": gettext_lazy("Who introduced you"),
    "met_at": gettext_lazy("Where you met"),
}
UNSAID: Final = {Field.ROLE, Field.SOURCE}  # their values say nothing to anybody
ALIKE: Final = {
    Agreement.SAME, Agreement.SAME_LANDLINE, Agreement.NICKNAME, Agreement.SIMILAR, Agreement.PART,
}  # fmt: skip
LOWERED: Final = {Field.GIVEN, Field.FAMILY, Field.EMPLOYER, Field.PLACE}  # compared in lower case


def reason(told: Reason) -> str:
    """What speaks for one person, or for two, with the value it stands on."""
    said = str(REASONS[told.field][told.agreement])
    value = "" if told.field in UNSAID else _value(told)
    return _("%(reason)s: %(value)s") % {"reason": said, "value": value} if value else said


def _value(told: Reason) -> str:
    if told.field is Field.BIRTHDAY:
        return told.value.replace("0000-", "--")
    words = told.value.split(" / ")
    if len(words) > 1 and told.agreement is Agreement.SAME:
        return ""  # the same by something else: a name and the domain of its mail
    if told.field in LOWERED:
        words = [_spelled(word) for word in words]
    return " / ".join(words)


def _spelled(word: str) -> str:
    """Compared in lower case: "mary", "us", "example.org"."""
    return word if "." in word else word.upper() if len(word) < 3 else word.title()


def speaks_for_one(told: Reason) -> bool:
    """Whether one would say so: a common name says little, and is the reason all the same."""
    return told.bits > 0 or (told.agreement is Agreement.SAME and told.field is not Field.SOURCE)


def speaks_for_two(told: Reason) -> bool:
    """Whether one would say so: what agrees may weigh against one person, as it does for relatives."""
    return told.bits < 0 and (told.agreement not in ALIKE or told.field is Field.SOURCE)


def chance(probability: float) -> str:
    """How likely it is, as one says it."""
    return str(next(words for least, words in CHANCES if probability >= least))


def sources(codes: tuple[str, ...]) -> str:
    """Where an entry came in from."""
    return ", ".join(source(Source(code)) for code in codes)


def what_is_sure() -> str:
    """What may be merged without looking."""
    return _(
        "Sure means: names that fit, and an address, a number, a web page or a birthday that only they have,"
        " with nothing against it."
    )


def how_sure(sure: Sure) -> str:
    """How many of the sure merges may be wrong: expected, and with 19 in 20 certainty."""
    merges = sure.entries - sure.people
    expected, most = sure.false_share * merges, ceil(min(1.0, sure.high) * merges)
    if expected < 1:
        said = _(
            "By what your people show, less than one of these merges is expected to be wrong; at most"
            " %(most)s, in 19 of 20 such cases."
        )
        return said % {"most": most}
    said = ngettext(
        "%(expected)s of these merges is expected to be wrong; at most %(most)s, in 19 of 20 such cases.",
        "%(expected)s of these merges are expected to be wrong; at most %(most)s, in 19 of 20 such cases.",
        ceil(expected),
    )
    return said % {"expected": ceil(expected), "most": most}


def found(total: int) -> str:
    """So many pairs."""
    said = ngettext("%(count)s pair looks alike", "%(count)s pairs look alike", total)
    return said % {"count": total}


def merge_all(sure: Sure) -> str:
    """The button, and the command."""
    said = ngettext("Merge the sure one", "Merge all %(count)s sure ones", sure.people)
    return said % {"count": sure.people}


def how_many_sure(sure: Sure) -> str:
    """So many people are sure to be here more than once."""
    said = ngettext("%(count)s person is sure.", "%(count)s people are sure.", sure.people)
    return said % {"count": sure.people}


def merged(people: int) -> str:
    """What merging the sure ones did."""
    said = ngettext(
        "Merged: %(count)s person is told of once now.",
        "Merged: %(count)s people are told of once now.",
        people,
    )
    return said % {"count": people}
