"""`python -m tests.kills --kills 250`: exit 1 if anything acknowledged was lost."""

import argparse
import sys
import tempfile
from pathlib import Path

from rapport.config import engine

if __name__ == "__main__":
    engine.install()  # look at the database with the engine that wrote it
    from tests.kills import harness

    parser = argparse.ArgumentParser(prog="python -m tests.kills")
    parser.add_argument("--kills", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rapport-kills-") as folder:
        tally = harness.run(Path(folder) / "data", args.kills, args.seed)
    print(tally)
    sys.exit(not tally.is_clean)
