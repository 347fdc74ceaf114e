"""Pictures made on the server: SVG from values, with the same in words."""

from rapport.pictures.card import share_card
from rapport.pictures.counts import by_origin, by_way
from rapport.pictures.days import board_row
from rapport.pictures.pace import pace_lines
from rapport.pictures.png import png
from rapport.pictures.svg import DAY, NIGHT, Palette, Picture
from rapport.pictures.tree import introductions

__all__ = [
    "DAY",
    "NIGHT",
    "Palette",
    "Picture",
    "board_row",
    "by_origin",
    "by_way",
    "introductions",
    "pace_lines",
    "png",
    "share_card",
]
