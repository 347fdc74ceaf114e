"""`python -m bench [commands|pages]`: everything, or one table."""

import sys

from bench import commands, pages

TABLES = {"commands": commands.compare, "pages": pages.compare}


def main(names: list[str]) -> None:
    for name in names or list(TABLES):
        print(f"\n## {name}\n", flush=True)
        print(TABLES[name](), flush=True)


main(sys.argv[1:])
