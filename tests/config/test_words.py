"""The words are complete in both languages."""

from babel.messages.catalog import Catalog

from rapport.config import words


def catalogs(source: str | tuple[str, str], said: str | tuple[str, str] | None) -> tuple[Catalog, Catalog]:
    """The sources with one string, and French with what is said for it."""
    sources, french = Catalog(), Catalog(locale="fr")
    sources.add(source, locations=[("web/views/today.py", 3)])
    if said is not None:
        french.add(source, said)
    return sources, french


def problems(source: str | tuple[str, str], said: str | tuple[str, str] | None) -> list[str]:
    return [problem.partition(":")[0] for problem in words.problems_of(*catalogs(source, said))]


def test_a_translated_sentence_is_fine() -> None:
    assert problems("Hello %(name)s", "Bonjour %(name)s") == []


def test_a_missing_or_empty_translation_is_found() -> None:
    assert problems("Hello", None) == ["missing"]
    assert problems("Hello", "") == ["missing"]
    assert problems(("%(n)s day", "%(n)s days"), ("%(n)s jour", "")) == ["missing"]


def test_a_doubtful_translation_is_found() -> None:
    sources, french = catalogs("Hello", "Bonsoir")
    message = french.get("Hello")
    assert message is not None
    message.flags.add("fuzzy")
    assert [problem.partition(" ")[0] for problem in words.problems_of(sources, french)] == ["doubtful"]


def test_what_the_sources_no_longer_say_is_found() -> None:
    sources, french = catalogs("Hello", "Bonjour")
    french.add("Good evening", "Bonsoir")
    assert [problem.partition(":")[0] for problem in words.problems_of(sources, french)] == ["left over"]


def test_a_placeholder_that_is_lost_or_made_up_is_found() -> None:
    assert problems("Hello %(name)s", "Bonjour") == ["placeholders differ"]
    assert problems("Hello %(name)s", "Bonjour %(nom)s") == ["placeholders differ"]


def test_a_singular_may_say_its_number_in_words() -> None:
    assert problems(("%(n)s day", "%(n)s days"), ("un jour", "%(n)s jours")) == []


def test_a_placeholder_needs_a_name() -> None:
    assert problems("%s days", "%s jours") == ["a placeholder without a name"]
    assert problems("100 %% of %(name)s", "100 %% de %(name)s") == []


def test_code_and_templates_are_both_read() -> None:
    places = {name.split("/")[0] for message in words.read_sources() for name, _ in message.locations}
    assert {"cli", "web"} <= places
