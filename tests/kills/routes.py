"""The real application, and one address that logs a line the moment it is posted."""

import uuid
from datetime import time

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.urls import path

from rapport import clock
from rapport.services.quicklog import prepare, save
from rapport.web import urls


def token(request: HttpRequest) -> JsonResponse:
    """What a form of ours would carry."""
    return JsonResponse({"token": get_token(request)})


def log(request: HttpRequest) -> JsonResponse:
    """Save a line as the quick log does; the answer is the promise that it is kept."""
    owner = request.owner  # type: ignore[attr-defined]  # set by the `store` middleware
    day = clock.today(owner.time_zone, time(owner.day_ends_hour))
    prepared = prepare.prepare(owner.id, request.POST["line"], day)
    choices = {name.key: save.NEW for name in prepared.names if name.is_open}
    logged = save.save(owner.id, prepared, choices, at=clock.now())
    assert isinstance(logged.batch_id, uuid.UUID)
    return JsonResponse({"batch": str(logged.batch_id)})


urlpatterns = [path("kills/token", token), path("kills/log", log), *urls.urlpatterns]
