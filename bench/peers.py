"""The peers, each in an environment of its own under .bench/, with the same people in it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Command, Missing
from bench.people import fill_narad, write_csv, write_vcards

ROOT = Path(__file__).resolve().parent.parent / ".bench"
PINS = {"khard": "khard==0.22.0", "hermitcrm": "hermitcrm==1.0.0", "narad": "narad==0.1.2"}
PATIENCE = 300  # seconds for a peer's own import of 10,000 people, the first time


class Unavailable(Exception):
    """The peer cannot be had here."""


@dataclass(frozen=True, slots=True)
class Peer:
    name: str
    fill: Callable[[int], Command]  # so many people in it; the command to measure


def _install(name: str) -> Path:
    """The peer's command; narad wants Python 3.12."""
    home = ROOT / "peers" / name
    command = home / "bin" / name
    if not command.exists():
        python = _python312() if name == "narad" else sys.executable
        subprocess.run([python, "-m", "venv", str(home)], check=True, capture_output=True)
        pip = [str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", PINS[name]]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
        if done.returncode:
            shutil.rmtree(home)
            raise Unavailable(f"cannot be installed: {done.stderr.strip().splitlines()[-1]}")
    return command


def _python312() -> str:
    found = [p for p in (shutil.which(f"python3.{minor}") for minor in (12, 13, 14)) if p]
    homes = sorted(Path.home().glob(".pyenv/versions/3.1[2-9]*/bin/python"))
    for python in [*map(str, homes), *found]:
        if subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0:
            return python
    raise Unavailable("needs Python 3.12, which is not here")


def khard_list(many: int) -> Command:
    khard = _install("khard")
    folder = ROOT / f"khard-{many}"
    if not folder.exists():
        write_vcards(folder, many)
    config = ROOT / f"khard-{many}.conf"
    config.write_text(f"[addressbooks]\n[[me]]\npath = {folder}\n")
    return Command(f"khard list ({many:,})", [str(khard), "-c", str(config), "list"], runs=3)


def hermitcrm_list(many: int) -> Command:
    """Its own import is slow: what is in after PATIENCE is measured, and said."""
    hermit = _install("hermitcrm")
    folder = ROOT / f"hermitcrm-{many}"
    if not (folder / ".done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        write_csv(ROOT / "people.csv", many)
        begin = [str(hermit), "init", str(folder), "--no-setup"]
        subprocess.run(begin, check=True, capture_output=True, env=_git_env())
        take_in = [str(hermit), "--data", str(folder), "import", "--apply", str(ROOT / "people.csv")]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(take_in, check=True, capture_output=True, timeout=PATIENCE, env=_git_env())
        (folder / ".done").touch()
    there = sum(1 for _ in folder.glob("companies/*/contacts/*.md"))
    label = f"hermitcrm keep-in-touch ({there:,} of {many:,} imported in {PATIENCE} s)"
    return Command(label, [str(hermit), "--data", str(folder), "keep-in-touch"], runs=5)


def _git_env() -> dict[str, str]:
    who = {"NAME": "Bench", "EMAIL": "bench@example.org"}
    return {
        **os.environ,
        **{f"GIT_{role}_{k}": v for role in ("AUTHOR", "COMMITTER") for k, v in who.items()},
    }


def narad_list(many: int) -> Command:
    narad = _install("narad")
    home = ROOT / f"narad-{many}"
    env = {"NARAD_HOME": str(home)}
    if not (home / ".done").exists():
        shutil.rmtree(home, ignore_errors=True)
        subprocess.run([str(narad), "init"], check=True, capture_output=True, env={**os.environ, **env})
        fill_narad(home / "narad.db", many)
        (home / ".done").touch()
    return Command(f"narad list contacts ({many:,}, shows 50)", [str(narad), "list", "contacts"], env)


def narad_add(many: int) -> Command:
    """Where narad-MANY is filled already."""
    home = ROOT / f"narad-{many}"
    words = [str(_install("narad")), "add", "contact", "Ana", "--email", "ana@example.org"]
    return Command(f"narad add contact ({many:,})", words, {"NARAD_HOME": str(home)})


PEERS = (
    Peer("khard", khard_list),
    Peer("hermitcrm", hermitcrm_list),
    Peer("narad", narad_list),
    Peer("narad", narad_add),
)


def prepare_all(many: int) -> tuple[list[Command], list[Missing]]:
    """Each peer's commands at that size; one that cannot be had is named as missing."""
    found: list[Command] = []
    gone: list[Missing] = []
    for peer in PEERS:
        try:
            found.append(peer.fill(many))
        except (Unavailable, subprocess.CalledProcessError, OSError) as error:
            gone.append(Missing(peer.name, str(error)))
    return found, gone
