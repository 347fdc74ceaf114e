"""One-time links that let this machine's owner in: another account can reach the port, not the data."""

import hashlib
import os
import secrets
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

FOLDER: Final = "launch"
LIFETIME: Final = timedelta(minutes=10)
TOKEN_BYTES: Final = 32


def mint(data: Path, now: datetime) -> str:
    """A new token; only its SHA-256 is kept, as the name of a file that holds when it ends."""
    folder = data / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    _sweep(folder, now)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    handle = os.open(folder / _name(token), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write((now + LIFETIME).isoformat())
    return token


def redeem(data: Path, token: str, now: datetime) -> bool:
    """True once, for a token minted less than ten minutes ago: whoever removes the file has it."""
    file = data / FOLDER / _name(token)
    try:
        ends = datetime.fromisoformat(file.read_text(encoding="ascii"))
        file.unlink()
    except (OSError, ValueError):
        return False
    return now < ends


def _name(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _sweep(folder: Path, now: datetime) -> None:
    for file in folder.iterdir():
        try:
            over = datetime.fromisoformat(file.read_text(encoding="ascii")) <= now
        except ValueError:
            over = True
        except OSError:  # used by its owner just now
            continue
        if over:
            file.unlink(missing_ok=True)
