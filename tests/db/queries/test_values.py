"""Pages of a list."""

import pytest

from rapport.db.queries.values import Paging, window

PEOPLE = range(200)


@pytest.mark.parametrize(("total", "pages"), [(0, 1), (50, 1), (51, 1), (55, 1), (56, 2), (105, 2), (106, 3)])
def test_one_to_five_people_get_no_page_of_their_own(total: int, pages: int) -> None:
    assert Paging(1, total).pages == pages


@pytest.mark.parametrize("total", [0, 3, 50, 51, 55, 56, 100, 105, 106, 200])
def test_everybody_stands_on_exactly_one_page(total: int) -> None:
    everybody = PEOPLE[:total]
    pages = range(1, Paging(1, total).pages + 1)
    told = [each for page in pages for each in Paging(page, total).of(everybody)]
    asked = [each for page in pages for each in Paging(page, total).cut(everybody[window(page)])]
    assert told == asked == list(everybody)
