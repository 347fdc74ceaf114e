"""The template engine: words in the reader's language, and a missing name is an error."""

from collections.abc import Hashable
from datetime import date
from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.formats import number_format
from jinja2 import Environment, StrictUndefined
from jinja2.runtime import Macro

from rapport.formats.letters import mailto
from rapport.web.assets import static
from rapport.wording import dates


def environment(**options: Any) -> Environment:
    """What templates can call: `_`, `ngettext`, `url`, `static`, `date_text`, `number_text`, `kept`…"""
    env = Environment(
        **{**options, "undefined": StrictUndefined},
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.install_gettext_callables(  # type: ignore[attr-defined]  # added by the i18n extension
        translation.gettext, translation.ngettext, newstyle=True, pgettext=translation.pgettext
    )
    env.globals.update(
        static=static, url=url, date_text=date_text, number_text=number_text, kept=kept, mailto=mailto
    )
    return env


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a view, by its name."""
    if not args and not kwargs:
        return _address(settings.ROOT_URLCONF, name)
    return reverse(name, args=args or None, kwargs=kwargs or None)


@cache
def _address(_routes: str, name: str) -> str:
    return reverse(name)


def kept(macro: Macro, *facts: Hashable) -> str:
    """What a macro draws from these few facts alone: drawn once for each language."""
    return _drawn(macro, facts, translation.get_language())


@lru_cache(maxsize=256)
def _drawn(macro: Macro, facts: tuple[Hashable, ...], _language: str | None) -> str:
    return macro(*facts)


def date_text(day: date, style: str = "long") -> str:
    """A day in words; style "short" leaves the weekday out."""
    return dates.short_day(day) if style == "short" else dates.day(day)


def number_text(number: float) -> str:
    """A number as the reader's language writes it."""
    return number_format(number, use_l10n=True, force_grouping=True)
