"""Why a gathering fits, in one sentence."""

from uuid import UUID

import pytest

from rapport.domain.gatherings.fit import Fit, Reason, Sign
from rapport.domain.gatherings.yields import Estimate
from rapport.wording import fit


def a_fit(*reasons: Reason, visits: int = 0) -> Fit:
    return Fit(UUID(int=1), 0.4, Estimate(0.9, 0.2, 1.9, visits, 3), 135, reasons)


GAVE = Reason(Sign.SERIES_GAVE, 2.0, (("people", 3.0), ("visits", 1.0)))
NEAR = Reason(Sign.NEAR, 1.0, (("km", 2.0),))


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ((GAVE, NEAR), "It gave you 3 people to remember in one visit, in your city."),
        ((Reason(Sign.SMALL, 1.2, (("size", 60.0),)),), "Small: 60 people."),
        ((Reason(Sign.SMALL, 1.2),), "Small."),
        ((Reason(Sign.FAR, 0.3, (("km", 233.4),)),), "Far, 233 km away."),
        ((Reason(Sign.NEAR, 0.9, (("km", 21.0),)),), "21 km away."),
        ((Reason(Sign.COSTS, 0.9, (("price", 12.5),), ("USD",)),), "It costs 12.50\u00a0USD."),
        (
            (Reason(Sign.KNOWN_THERE, 1.2, (("people", 2.0),), ("Nora", "Priya")),),
            "You may see Nora and Priya there.",
        ),
        ((), ""),
    ],
)
def test_the_reasons_make_one_sentence(reasons: tuple[Reason, ...], said: str) -> None:
    assert fit.sentence(a_fit(*reasons)) == said


def test_a_stretch_is_told_first_and_what_is_quiet_last() -> None:
    quiet, stretch = Reason(Sign.NO_COST, 1.0), Reason(Sign.STRETCH, 1.0)
    said = fit.sentence(a_fit(quiet, GAVE, NEAR, stretch))
    assert said.startswith("A stretch: not what you would usually go to, it gave you")
    assert "free of charge" not in said


def test_the_numbers_say_how_little_is_known() -> None:
    told = dict(fit.behind(a_fit(NEAR)))
    assert told["To expect"].startswith("about 0.9 people to remember in one visit; between 0.2 and 1.9")
    assert told["Learned from"] == "a first guess: you have not been to one like it"
    assert (told["Time"], told["Distance"]) == ("2 hours", "2 km from your place")
    assert (
        dict(fit.behind(a_fit(visits=2)))["Learned from"]
        == "3 people to remember in 2 visits, and a first guess"
    )


@pytest.mark.parametrize(
    ("count", "said"),
    [(0.75, "45 minutes"), (1.1, "an hour"), (1.5, "an hour and a half"), (2.5, "2.5 hours"), (8, "8 hours")],
)
def test_hours_are_told_as_one_says_them(count: float, said: str) -> None:
    assert fit.hours(count) == said
