"""`python -m lab list`; `python -m lab run --worlds … --planners …` (docs/lab.md)."""

import argparse
import json
import sys
from collections.abc import Sequence
from time import monotonic

from lab.comparing import compare
from lab.figures import figures_of
from lab.names import DRAWN, PLANNERS, SEERS, Unknown, planners_of, worlds_of
from lab.table import text_of
from lab.worlds.named import NAMED

BAD_INPUT, STOPPED = 2, 130  # exit codes
DAYS = (30, 90)
MOST_PEOPLE = 10_000


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="python -m lab", description="Ways of planning, tried on made-up lives."
    )
    commands = made.add_subparsers(dest="command", required=True)
    commands.add_parser("list", help="the shipped worlds and planners")
    run = commands.add_parser("run", help="let planners live the same lives")
    run.add_argument("--worlds", nargs="+", required=True, metavar="NAME", help="shipped, or FILE.py:NAME")
    run.add_argument("--planners", nargs="+", required=True, metavar="NAME", help="shipped, or FILE.py:NAME")
    run.add_argument("--people", type=int, default=20, metavar="N", help="lives in each world (20)")
    run.add_argument("--seed", type=int, default=1, metavar="S", help="which people (1)")
    run.add_argument("--days", type=int, default=DAYS[0], choices=DAYS)
    run.add_argument("--json", action="store_true", help="one JSON document on stdout, nothing else")
    return made


def main(words: Sequence[str]) -> int:
    arguments = parser().parse_args(words)
    if arguments.command == "list":
        print(_list())
        return 0
    try:
        print(_run(arguments))
    except Unknown as error:
        print(f"lab: {error}", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        print("\nlab: stopped; nothing was kept", file=sys.stderr)
        return STOPPED
    return 0


def _run(arguments: argparse.Namespace) -> str:
    if not 1 <= arguments.people <= MOST_PEOPLE:
        raise Unknown(f"--people {arguments.people}: expected 1 to {MOST_PEOPLE}")
    if not 0 <= arguments.seed < 1000:
        raise Unknown(f"--seed {arguments.seed}: expected 0 to 999")
    worlds, entries = worlds_of(arguments.worlds), planners_of(arguments.planners)
    began = monotonic()

    def told(at: int, name: str) -> None:
        print(f"{at + 1} of {len(worlds)}: {name} ({monotonic() - began:.0f} s)", file=sys.stderr, flush=True)

    comparison = compare(worlds, entries, arguments.people, arguments.seed, arguments.days, told)
    figures = figures_of(comparison)
    return json.dumps(figures, indent=1) if arguments.json else text_of(figures)


def _list() -> str:
    lines = ["Worlds", *(f"  {name}" for name in NAMED)]
    lines += [f"  {kind}:SEED, {kind}:FIRST-LAST" for kind in DRAWN]
    lines += ["Planners (+N: with a past of N tries)"]
    width = max(map(len, (*PLANNERS, *SEERS)))
    lines += [f"  {name:{width}}  {what}" for name, (_, what) in (*PLANNERS.items(), *SEERS.items())]
    return "\n".join([*lines, "Or your own: FILE.py:NAME (docs/lab.md)"])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
