"""Topics found in what is written about a gathering."""

from rapport.domain.gatherings.topics import topics_in


def test_whole_words_count_whatever_their_accent_or_plural() -> None:
    text = "Soirée : réalité virtuelle, podcasts & food-writing"
    assert topics_in(text, ("réalité-virtuelle", "podcast", "food-writing", "vr")) == (
        "réalité-virtuelle",
        "podcast",
        "food-writing",
    )


def test_a_part_of_a_word_is_no_topic() -> None:
    assert topics_in("Smart drinks at the bar", ("art", "ink", "")) == ()
