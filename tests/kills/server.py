"""`python -m tests.kills.server`: `rapport serve` with the logging address added."""

import sys

from rapport.config.boot import start_django

if __name__ == "__main__":
    start_django()
    from django.conf import settings

    settings.ROOT_URLCONF = "tests.kills.routes"
    from rapport.cli.main import run

    sys.exit(run(["serve", "--no-browser", "--json"]))
