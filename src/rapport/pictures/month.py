"""All the pictures of one month, for a page or for a file that stands alone."""

from collections.abc import Callable

from rapport.domain.origins.origins import Node, grow
from rapport.pictures.counts import by_origin, by_way
from rapport.pictures.days import board_row
from rapport.pictures.pace import pace_lines
from rapport.pictures.svg import DAY, Picture
from rapport.pictures.tree import introductions
from rapport.services.challenge.retrospective import RetrospectivePage


def month(
    page: RetrospectivePage,
    *,
    narrow: bool = False,
    standing: bool = False,
    link: Callable[[Node], str | None] | None = None,
) -> dict[str, Picture]:
    """By name: days, ways, tree, origins, pace; `standing` ones bring their own colours."""
    key, palette = ("narrow-" if narrow else "wide-"), DAY if standing else None
    tree = grow(page.facts)
    return {
        "days": board_row(page.board, narrow=narrow, key=f"{key}days", palette=palette),
        "ways": by_way(page.told, narrow=narrow, key=f"{key}ways", palette=palette),
        "tree": introductions(tree, page.names, narrow=narrow, link=link, key=f"{key}tree", palette=palette),
        "origins": by_origin(tree, page.names, narrow=narrow, key=f"{key}origins", palette=palette),
        "pace": pace_lines(page.told, narrow=narrow, key=f"{key}pace", palette=palette),
    }
