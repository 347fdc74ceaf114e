"""The web application: static files that browsers may keep for good, and Django for the rest."""

from collections.abc import Callable, Iterable
from typing import Any

from rapport.config.boot import boot

DATA = boot()

from django.conf import settings  # noqa: E402 - Django is ready only now
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402 - the same
from django.http.request import split_domain_port  # noqa: E402 - the same
from whitenoise import WhiteNoise  # noqa: E402 - the same

from rapport.web import assets  # noqa: E402 - the same

Environ = dict[str, Any]
Start = Callable[..., Any]

STATIC = "/static/"
KEEP = 365 * 24 * 3600  # seconds; the address changes with the files


class Static(WhiteNoise):  # type: ignore[misc]  # whitenoise has no types
    """Serves files to our own host names; every other name is for Django to refuse."""

    def __call__(self, environ: Environ, start_response: Start) -> Iterable[bytes]:
        door = self.application
        if environ["PATH_INFO"].startswith(STATIC):
            name, _port = split_domain_port(environ.get("HTTP_HOST", ""))
            door = super().__call__ if name in settings.ALLOWED_HOSTS else door
        answer: Iterable[bytes] = door(environ, start_response)
        return answer


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
