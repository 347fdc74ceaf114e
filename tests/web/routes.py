"""A page and a form to knock at the guards with."""

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.urls import path

from rapport.db.models import Owner
from rapport.db.sqlite.base import DiskFull
from rapport.services.setup import demo_store
from rapport.web import notices, urls
from rapport.web.caching import unchanged_is_304


@unchanged_is_304
def page(request: HttpRequest) -> HttpResponse:
    said = [notice.text for notice in notices.waiting(request)]
    owner = request.owner  # type: ignore[attr-defined]  # set by the `store` middleware
    return HttpResponse(f"{owner.name} {get_token(request)} {' '.join(said)}")


def write(request: HttpRequest) -> HttpResponse:
    notices.say(request, "Saved", undo_url="/undo")
    return HttpResponse("written")


def demo(request: HttpRequest) -> HttpResponse:
    def fill() -> None:
        Owner.objects.create(name="Demo")

    demo_store.enter_demo(request.session, fill)
    return HttpResponse("in")


def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError("Mary’s secret")


def full(request: HttpRequest) -> HttpResponse:
    raise OperationalError("full") from DiskFull(reserve_freed=True)


handler400, handler403, handler404, handler500 = (
    urls.handler400,
    urls.handler403,
    urls.handler404,
    urls.handler500,
)
urlpatterns = [
    path("page", page),
    path("write", write),
    path("demo", demo),
    path("broken", broken),
    path("full", full),
    *urls.urlpatterns,
]
