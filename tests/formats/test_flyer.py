"""Flyers in both languages: what they say is read, what they do not say stays empty."""

from datetime import date, time

import pytest

from rapport.formats import flyer

TODAY = date(2019, 3, 30)


@pytest.mark.parametrize(
    ("text", "name", "on", "starts", "ends", "place"),
    [
        ("Portland Writers\nApril 12, 2019 6:30 PM to 8:30 PM\n📍 Powell’s Books",
         "Portland Writers", date(2019, 4, 12), time(18, 30), time(20, 30), "Powell’s Books"),
        ("🎉 Apéro freelance\nQuand : jeudi 4 avril à 18h30\nLieu : Le Wagon, 16 villa Gaudelet\nTarif : 5 €",
         "Apéro freelance", date(2019, 4, 4), time(18, 30), None, "Le Wagon, 16 villa Gaudelet"),
        ("Café du vendredi\nVendredi 5 avril 2019, 8h30-10h\n30 places\n12 rue Oberkampf, Paris",
         "Café du vendredi", date(2019, 4, 5), time(8, 30), time(10), "12 rue Oberkampf, Paris"),
        ("Panel: women in tech\n2019-04-10 18:00–20:00\nDoors 17:30",
         "Panel: women in tech", date(2019, 4, 10), time(18), time(20), ""),
        ("What: Brunch\nWhen: tomorrow at 11am\nWhere: Teo’s place",
         "Brunch", date(2019, 3, 31), time(11), None, "Teo’s place"),
        ("Come along", "Come along", None, None, None, ""),
        ("", "", None, None, None, ""),
    ],
)  # fmt: skip
def test_what_it_says(
    text: str, name: str, on: date | None, starts: time | None, ends: time | None, place: str
) -> None:
    found = flyer.read(text, TODAY)
    assert (found.name, found.on, found.starts_at, found.ends_at, found.place) == (
        name,
        on,
        starts,
        ends,
        place,
    )


@pytest.mark.parametrize(
    ("text", "price", "currency"),
    [
        ("Entry 12,50 €", 12.5, "EUR"), ("$8 at the door", 8.0, "USD"), ("Entrée libre", 0.0, ""),
        ("Free entry", 0.0, ""), ("Bring a friend", None, ""),
    ],
)  # fmt: skip
def test_what_it_costs(text: str, price: float | None, currency: str) -> None:
    found = flyer.read(text, TODAY)
    assert (found.price, found.currency) == (price, currency)


def test_the_day_of_the_week_alone_counts_where_no_date_is_said() -> None:
    assert flyer.read("Stammtisch\nFriday 7pm", TODAY).on == date(2019, 4, 5)


def test_two_days_are_left_to_the_reader() -> None:
    found = flyer.read("Camp, 5 April and 6 April", TODAY)
    assert found.on is None
    assert len(found.days) == 2


def test_a_book_pasted_by_mistake_is_read_in_time() -> None:
    assert flyer.read("and then one friday in april they met at 7 " * 20_000, TODAY).name
