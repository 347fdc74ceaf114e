"""What every row has: an id, an owner, and, where a person can delete it, a bin."""

from typing import Any, Self, TypeVar
from uuid import UUID, uuid4

from django.db import models

M = TypeVar("M", bound=models.Model)


class OwnedQuerySet(models.QuerySet[M]):
    """Reads start with `of(owner)`; nothing reads across owners."""

    def of(self, owner_id: UUID) -> Self:
        return self.filter(owner_id=owner_id)

    def live(self) -> Self:
        """Leave out what lies in the bin."""
        return self.filter(binned_at__isnull=True)


class OwnedModel(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    owner = models.ForeignKey("rapport.Owner", on_delete=models.CASCADE, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True


class BinnableModel(OwnedModel):
    """A row that deleting moves to the bin, for 30 days."""

    binned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


def indexed_owner() -> Any:
    """The owner of rows that have an index which begins with the owner already: one less to write."""
    return models.ForeignKey("rapport.Owner", on_delete=models.CASCADE, related_name="+", db_index=False)


class Compact(OwnedModel):
    """A row of which there are a million: a number for an id."""

    id = models.BigAutoField(primary_key=True)  # type: ignore[assignment]  # Django lets a model replace it
    owner = indexed_owner()

    class Meta:
        abstract = True


def one_of(
    field: str, values: Any, name: str, *, blank: bool = False, many: bool = False
) -> models.CheckConstraint:
    """A column holds one of these codes (an enum class), or nothing where `blank`.

    `many`: of a table whose rows come by the thousand. SQLite makes a table of a list, for each row anew;
    one comparison after the other costs it a third.
    """
    allowed = [str(value) for value in values] + ([""] if blank else [])
    condition = models.Q(**{f"{field}__in": allowed})
    if many:
        condition = models.Q(*((field, value) for value in allowed), _connector=models.Q.OR)
    return models.CheckConstraint(condition=condition, name=name)
