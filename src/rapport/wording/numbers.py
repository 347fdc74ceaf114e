"""Numbers as the reader's language writes them."""

from django.utils.formats import number_format


def grouped(count: int) -> str:
    """ "28,000"; in French "28 000"."""
    return number_format(count, use_l10n=True, force_grouping=True)
