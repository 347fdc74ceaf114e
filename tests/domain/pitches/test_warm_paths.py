"""The warmest way to an organisation: somebody close there, or somebody close who leads there."""

from rapport.domain.pitches.warm_paths import Insider, Lead, Path, Warmth, path
from tests.cast import ALMA, JESS, KAREN, MARY, TOM


def test_nobody_there_no_way() -> None:
    assert path([]) is None


def test_somebody_close_who_is_there_is_the_way() -> None:
    there = [Insider(TOM.id, 0.1), Insider(MARY.id, 0.6)]
    assert path(there, [Lead(KAREN.id, None, TOM.id, 0.9, 0.9)]) == Path(Warmth.KNOWN, MARY.id, MARY.id)


def test_else_whoever_close_introduced_somebody_there() -> None:
    there = [Insider(MARY.id, 0.3, JESS.id, 0.75)]
    assert path(there) == Path(Warmth.INTRODUCED, JESS.id, MARY.id)


def test_else_somebody_close_who_knows_somebody_there_the_likelier_first() -> None:
    there = [Insider(ALMA.id, 0.1)]
    leads = [Lead(KAREN.id, TOM.id, ALMA.id, 0.8, 0.2), Lead(MARY.id, None, ALMA.id, 0.6, 0.5)]
    assert path(there, leads) == Path(Warmth.LED, MARY.id, ALMA.id)
    assert path(there, leads[:1]) == Path(Warmth.LED, KAREN.id, ALMA.id, via=TOM.id)


def test_a_guess_and_an_acquaintance_are_no_warm_way() -> None:
    there = [Insider(ALMA.id, 0.1), Insider(TOM.id, 0.2)]
    leads = [Lead(KAREN.id, None, ALMA.id, 0.8, 0.01), Lead(MARY.id, None, ALMA.id, 0.3, 1.0)]
    assert path(there, leads) == Path(Warmth.FAINT, TOM.id, TOM.id)


def test_who_is_there_already_leads_to_nobody() -> None:
    there = [Insider(ALMA.id, 0.1), Insider(MARY.id, 0.39)]
    assert path(there, [Lead(MARY.id, None, ALMA.id, 0.9, 0.9)]) == Path(Warmth.FAINT, MARY.id, MARY.id)
