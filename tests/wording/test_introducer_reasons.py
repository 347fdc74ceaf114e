"""What speaks for asking somebody, in sentences whose numbers and names are all true."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from rapport.db.queries.introducers import Brought
from rapport.db.queries.values import Named
from rapport.domain.asks.introducers import Ground
from rapport.domain.history.acquaintances import Evidence, Sign
from rapport.domain.people.descriptions import Facet, Hit
from rapport.services.asks.introducer_reasons import Link, Reason
from rapport.wording import introducer_reasons as words

KAREN, NORA, TEO = (Named(UUID(int=n), name) for n, name in enumerate(("Karen", "Nora", "Teo"), 1))
TODAY = date(2019, 3, 30)
ABOUT = "Chance of a yes: about"
TOLD = {  # every sign, as it is told of Karen and Nora
    Sign.INTRODUCED: (1, "", "Karen introduced you to Nora on 1 March 2019"),
    Sign.BROUGHT: (1, "", "you brought them together on 1 March 2019"),
    Sign.TOGETHER: (3, "", "you met them together 3 times, the last on 1 March 2019"),
    Sign.MEETING: (2, "", "2 small meetings with both, the last on 1 March 2019"),
    Sign.MAIL: (1, "", "a mail to few with both on 1 March 2019"),
    Sign.GATHERING: (1, "Freelance Friday", "both at Freelance Friday on 1 March 2019"),
    Sign.ORGANISATION: (1, "Acme", "both at Acme, last seen there on 1 March 2019"),
    Sign.CIRCLE: (2, "vr, food", "same city, same topics: vr, food"),
}


def a_link(sign: Sign, times: int, detail: str, probability: float = 0.9) -> Link:
    told = Evidence(sign, times, date(2019, 3, 1), detail)
    return Link(KAREN, NORA, probability, (told,), KAREN if sign is Sign.INTRODUCED else None)


@pytest.mark.parametrize("sign", Sign)
def test_every_sign_is_told_with_its_number_and_day(sign: Sign) -> None:
    times, detail, said = TOLD[sign]
    reason = Reason(Ground.KNOWS, (), NORA, (a_link(sign, times, detail),))
    assert words.reason(reason, "Karen") == f"Karen knows Nora: {said}."


def test_who_brought_whom_is_told_the_right_way_round() -> None:
    link = replace(a_link(Sign.INTRODUCED, 1, ""), introducer=NORA)
    told = words.reason(Reason(Ground.KNOWS, (), NORA, (link,)), "Karen")
    assert told == "Karen knows Nora: Nora introduced you to Karen on 1 March 2019."


def test_a_weak_sign_is_told_as_a_maybe_with_what_fits() -> None:
    hits = (Hit("vr", Facet.ROLE, "UX designer for VR"),)
    reason = Reason(Ground.KNOWS, hits, NORA, (a_link(Sign.CIRCLE, 1, "vr", 0.06),))
    assert words.reason(reason, "Karen") == (
        "Karen may know Nora (UX designer for VR): same city, same topics: vr."
    )


def test_two_steps_tell_both() -> None:
    first = a_link(Sign.INTRODUCED, 1, "")
    second = Link(NORA, TEO, 0.3, (Evidence(Sign.MAIL, 4, date(2019, 2, 1)),))
    told = words.reason(Reason(Ground.THROUGH, (), TEO, (first, second)), "Karen")
    assert told == (
        "Karen knows Nora (Karen introduced you to Nora on 1 March 2019). Nora may know Teo:"
        " 4 mails to few with both, the last on 1 February 2019."
    )


def test_whom_they_brought_is_told_by_name_and_number() -> None:
    three = Brought(("Priya", "Nora", "Dale"), 0, None)
    assert words.reason(Reason(Ground.BROUGHT, brought=three), "Karen") == (
        "Karen brought you Priya, Nora and 1 more."
    )
    one = Brought(("Mary",), 5, None)
    assert words.reason(Reason(Ground.BROUGHT, brought=one), "Jess") == (
        "Jess brought you Mary, and 5 more came of that."
    )


@pytest.mark.parametrize(
    ("facet", "text", "said"),
    [
        (Facet.ROLE, "editor", "editor"),
        (Facet.ORGANISATION, "Acme", "at Acme"),
        (Facet.TAGS, " vr food ", "#vr #food"),
        (Facet.OFFER, "proofreading", "can give: proofreading"),
        (Facet.NEED, "a coach", "looks for: a coach"),
        (Facet.NOTE, "Knows bees.", "your note says “Knows bees.”"),
        (Facet.CITY, "Lyon", "lives in Lyon"),
    ],
)
def test_what_of_an_entry_fits_is_told(facet: Facet, text: str, said: str) -> None:
    assert words.fits("Ana", [Hit("x", facet, text)]) == f"Ana: {said}."


def test_a_long_note_is_cut() -> None:
    told = words.said_of([Hit("x", Facet.NOTE, "word " * 60)])
    assert len(told) < 120
    assert told.endswith("…”")
