"""What every view does: show a page, go on after a POST, and say when something is not there."""

import functools
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from rapport.web import notices

View = Callable[..., HttpResponse]


def show(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render rapport/TEMPLATE.html."""
    return render(request, f"rapport/{template}.html", dict(context or {}), status=status)


def go(name: str, *args: Any, at: str = "", minutes: int | None = None) -> HttpResponseRedirect:
    """On to another page, after a POST; Today is told again how many minutes there are."""
    asked = f"?minutes={minutes}" if minutes else ""
    return HttpResponseRedirect(reverse(name, args=args) + asked + (f"#{at}" if at else ""))


def go_back(request: HttpRequest, otherwise: str = "today", *, wanted: str = "") -> HttpResponseRedirect:
    """To the page the form names in `next` (or named, when it was sent), when it is one of ours."""
    wanted = wanted or request.POST.get("next", "")
    safe = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return HttpResponseRedirect(wanted if safe else reverse(otherwise))


def done(request: HttpRequest, text: str, batch_id: UUID | None = None) -> None:
    """Say on the next page what happened, with the way back."""
    notices.say(request, text, undo_url=reverse("undo", args=[batch_id]) if batch_id else "")


def missing_is_404(view: View) -> View:
    """An unknown id is a page that is not there. (A KeyError is a fault of ours, and stays one.)"""

    @functools.wraps(view)
    def handle(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except LookupError as error:
            if type(error) is not LookupError:
                raise
            raise Http404 from error

    return handle
