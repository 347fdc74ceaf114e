"""A list, a page at a time."""

from typing import Protocol

from django.http import HttpRequest

from rapport.domain.values import dataclass


class Paging(Protocol):
    """What a service says about a page of its list."""

    @property
    def page(self) -> int: ...
    @property
    def pages(self) -> int: ...


@dataclass(frozen=True, slots=True)
class PagingView:
    """See `pagination` in _parts.html."""

    number: int
    pages: int
    previous_url: str | None
    next_url: str | None


def number_of(request: HttpRequest) -> int:
    """The page asked for; the first when it is no number."""
    wanted = request.GET.get("page", "1")
    return max(1, int(wanted)) if wanted.isascii() and wanted.isdigit() and len(wanted) < 7 else 1


def paging_view(paging: Paging, address: str) -> PagingView:
    """Links to the pages before and after."""
    join = "&" if "?" in address else "?"
    return PagingView(
        paging.page,
        paging.pages,
        f"{address}{join}page={paging.page - 1}" if paging.page > 1 else None,
        f"{address}{join}page={paging.page + 1}" if paging.page < paging.pages else None,
    )
