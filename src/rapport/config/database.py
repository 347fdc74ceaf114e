"""The database settings: SQLite in the data directory, or PostgreSQL by its address."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from rapport.config import engine
from rapport.config.paths import DATABASE
from rapport.services.keeping.ready import NotReady, Why

BUSY_TIMEOUT = 30  # seconds


def databases(folder: Path, url: str | None) -> dict[str, dict[str, Any]]:
    """What Django calls DATABASES."""
    return {"default": postgres(url) if url else sqlite(folder / DATABASE)}


def sqlite(file: Path) -> dict[str, Any]:
    """A SQLite file, with the settings that lose nothing in a crash or a power cut."""
    import sqlite3

    return {
        "ENGINE": "rapport.db.sqlite",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": BUSY_TIMEOUT,
            "transaction_mode": "IMMEDIATE",
            "init_command": engine.init_command(sqlite3.sqlite_version_info),
        },
    }


def postgres(url: str) -> dict[str, Any]:
    """postgres://user:password@host:port/name?sslmode=require as Django settings."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise NotReady(Why.BAD_DATABASE_URL, "postgres://…")
    name = unquote(parts.path.removeprefix("/"))
    try:
        port = parts.port
    except ValueError as error:
        raise NotReady(Why.BAD_DATABASE_URL, ":port") from error
    if not name or "/" in name:
        raise NotReady(Why.BAD_DATABASE_URL, "/name")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
