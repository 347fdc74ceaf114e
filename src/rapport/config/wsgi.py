"""The web application: static files that browsers may keep for good, and Django for the rest."""

from collections.abc import Callable, Iterable
from typing import Any

from rapport.config.boot import boot

DATA = boot()

import django.forms.models  # noqa: E402, F401 - commands put forms off; threads must find them whole
from django.conf import settings  # noqa: E402 - Django is ready only now
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402 - the same
from django.http import HttpResponse  # noqa: E402 - the same
from django.http.request import split_domain_port  # noqa: E402 - the same
from whitenoise import WhiteNoise  # noqa: E402 - the same

from rapport.web import assets  # noqa: E402 - the same

Environ = dict[str, Any]
Start = Callable[..., Any]

STATIC = "/static/"
KEEP = 365 * 24 * 3600  # seconds; the address changes with the files
BLOCK = 64 * 1024  # bytes
HEARD_OUT = 512 * 1024 * 1024  # bytes of a request that is refused; whoever sends more is cut off


class Static(WhiteNoise):  # type: ignore[misc]  # whitenoise has no types
    """Serves files to our own host names; every other name is for Django to refuse."""

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        door = self.application
        if environ["PATH_INFO"].startswith(STATIC):
            name, _port = split_domain_port(environ.get("HTTP_HOST", ""))
            door = super().__call__ if name in settings.ALLOWED_HOSTS else door
        answer: Iterable[bytes] = door(environ, start_response)
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") and "HTTP_EXPECT" not in environ:
            hear_out(environ["wsgi.input"])
        return in_one_piece(answer)


def in_one_piece(answer: Iterable[bytes]) -> Iterable[bytes]:
    """A list: the server sends it at once, where it takes turns with its own threads for anything else."""
    if not isinstance(answer, HttpResponse):  # a file, or a page made while it is sent
        return answer
    answer.close()
    return [answer.content]


def hear_out(body: Any) -> None:
    """Take in what nobody read: a browser cut off while it sends shows no answer, only a broken line."""
    left = HEARD_OUT
    while left > 0 and (block := body.read(min(BLOCK, left))):
        left -= len(block)


def static_headers(headers: Any, path: str, url: str) -> None:
    """Static files run nothing and are read by no other site."""
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"


application = Static(
    WSGIHandler(),
    root=settings.STATIC_DIR,
    prefix=assets.prefix(),
    max_age=KEEP,
    allow_all_origins=False,
    add_headers_function=static_headers,
    immutable_file_test=lambda path, url: True,
)
