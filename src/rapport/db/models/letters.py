"""Letters to start from, in the user's own words."""

from django.db import models

from rapport.db.models.base import BinnableModel, one_of
from rapport.domain.asks.letters import LetterKind


class Template(BinnableModel):
    """A letter with places to fill; without one, the product's own stands in."""

    kind = models.CharField(max_length=24)
    language = models.CharField(max_length=8)
    name = models.CharField(max_length=80)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    chosen_at = models.DateTimeField()  # of several of a kind, the one chosen last is the one to start from

    class Meta:
        constraints = [
            one_of("kind", LetterKind, "template_kind"),
            models.CheckConstraint(condition=~models.Q(body=""), name="template_has_a_body"),
            models.UniqueConstraint(
                fields=["owner", "kind", "language", "name"],
                condition=models.Q(binned_at=None),
                name="template_name_once",
            ),
        ]
