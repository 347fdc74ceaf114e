"""Names for static files that change when any of them does, so that browsers may keep them for good."""

import functools
import hashlib
from pathlib import Path
from typing import Final

import rapport

PACKAGE: Final = Path(rapport.__path__[0])
STATIC: Final = PACKAGE / "web" / "static"
CODE: Final = frozenset({".py", ".html", ".mo", ".svg", ".txt"})


@functools.cache
def static_version() -> str:
    """A digest of every static file; the whole tree moves together, so relative imports just work."""
    hashed = hashlib.sha256()
    for file in sorted(p for p in STATIC.rglob("*") if p.is_file()):
        hashed.update(f"{file.relative_to(STATIC)}\0".encode())
        hashed.update(hashlib.sha256(file.read_bytes()).digest())
    return hashed.hexdigest()[:12]


@functools.cache
def code_version() -> str:
    """Changes with the code, the templates, the words or the static files: an old page is not fresh."""
    hashed = hashlib.sha256(static_version().encode())
    for file in sorted(p for p in PACKAGE.rglob("*") if p.suffix in CODE and p.is_file()):
        facts = file.stat()
        hashed.update(f"{file.relative_to(PACKAGE)}\0{facts.st_size}\0{facts.st_mtime_ns}\0".encode())
    return hashed.hexdigest()[:12]


def static(path: str) -> str:
    """The address of a static file: `static("rapport/css/page.css")`."""
    return f"{prefix()}{path}"


@functools.cache
def prefix() -> str:
    """Where static files are served."""
    return f"/static/{static_version()}/"
