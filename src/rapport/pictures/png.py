"""A drawing as PNG. It brings its own letters, so that no font of the machine is needed."""

from importlib.resources import as_file, files

from rapport.pictures.svg import Picture

FONT = "Caladea"
FACES = ("Regular", "Italic")


def png(picture: Picture, width: int | None = None) -> bytes:
    """Drawn in Caladea throughout; the picture must have fixed colours (a palette)."""
    import resvg_py  # a large library, wanted by one page only

    with as_file(files("font_caladea") / "files") as folder:
        return resvg_py.svg_to_bytes(
            svg_string=picture.svg.replace("\u202f", "\u00a0"),  # the font has no narrow no-break space
            width=width,
            skip_system_fonts=True,
            font_files=[str(folder / f"Caladea-{face}.ttf") for face in FACES],
            font_family=FONT,
            serif_family=FONT,
            sans_serif_family=FONT,
        )
