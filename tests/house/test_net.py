"""Only one room opens connections, and only services enter it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "src" / "rapport"
CLIENTS = {
    "socket", "ssl", "http", "urllib.request", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "smtplib",
    "imaplib", "poplib", "nntplib", "telnetlib", "xmlrpc", "asyncio", "socketserver", "webbrowser",
    "django.core.mail", "feedparser", "websockets", "pycurl",
}  # fmt: skip
ALLOWED = {
    "config/server.py": {"socket"},  # it listens on this machine, and asks nobody
    "cli/serve.py": {"webbrowser"},  # it opens the user's own browser on that address
}
SOURCES = sorted(ROOT.rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_the_net_room_knows_a_client(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    names = set(imported(path))
    clients = {
        client for client in CLIENTS for name in names if name == client or name.startswith(f"{client}.")
    }
    if not place.startswith("net/"):
        assert clients <= ALLOWED.get(place, set())
    if not place.startswith(("net/", "services/")):
        assert not any(name.startswith("rapport.net") for name in names)


def test_nobody_reads_a_proxy_or_a_cookie() -> None:
    for path in (ROOT / "net").rglob("*.py"):
        names = set(imported(path))
        assert not names & {"urllib.request", "http.cookiejar", "http.cookies", "netrc"}, path
        assert "environ" not in path.read_text()
