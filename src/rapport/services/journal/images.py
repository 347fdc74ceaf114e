"""How a row was: its columns as JSON values, and back."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

VOLATILE = {"revision"}  # a counter that moves by itself


def image_of(row: models.Model) -> dict[str, Any]:
    """The row's columns as JSON values, without those that change by themselves."""
    volatile = VOLATILE | getattr(row, "FROM_OUTSIDE", frozenset())
    columns = {
        field.attname: field.value_from_object(row)
        for field in row._meta.concrete_fields
        if field.attname not in volatile
    }
    image: dict[str, Any] = json.loads(json.dumps(columns, cls=DjangoJSONEncoder))
    return image


def restored(row: Any, image: dict[str, Any]) -> Any:
    for field in row._meta.concrete_fields:
        if field.attname in image:
            setattr(row, field.attname, field.to_python(image[field.attname]))
    return row


def moved_on(row: models.Model, image: dict[str, Any]) -> bool:
    """The row is not as this image left it; columns that came with an upgrade since say nothing."""
    now = image_of(row)
    return any(now[name] != value for name, value in image.items() if name in now)
