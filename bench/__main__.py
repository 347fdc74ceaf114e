"""`python -m bench [NAME …]`: every table, or some of them; `--messages N` for mail."""

import sys

from bench import commands, duplicates, mail, pages, paths, plans, search, vcards

TABLES = {
    "commands": commands.compare,
    "duplicates": duplicates.compare,
    "mail": mail.compare,
    "pages": pages.compare,
    "paths": paths.compare,
    "plans": plans.compare,
    "search": search.compare,
    "vcards": vcards.compare,
}


def main(names: list[str]) -> None:
    for name in [name for name in names if name in TABLES] or TABLES:
        print(f"\n## {name}\n", flush=True)
        print(TABLES[name](), flush=True)


main(sys.argv[1:])
