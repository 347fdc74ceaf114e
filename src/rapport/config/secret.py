"""The key that signs this data directory's cookies: made once, readable by its owner only."""

import os
import secrets
from pathlib import Path

KEY_FILE = "secret.key"


def read_or_make(folder: Path) -> str:
    """The key of a data directory; two processes that start at once end up with the same one."""
    file = folder / KEY_FILE
    try:
        return file.read_text(encoding="ascii")
    except FileNotFoundError:
        pass
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = folder / f"{KEY_FILE}.{secrets.token_hex(8)}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        out.write(secrets.token_urlsafe(64))
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(draft, file)  # unlike rename, refuses to replace a key another process just made
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return file.read_text(encoding="ascii")
