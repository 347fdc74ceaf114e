"""The language of the terminal: RAPPORT_LANG, else the owner's choice, else the shell's."""

import os

from django.utils import translation


def speak() -> None:
    """Before the data is open: RAPPORT_LANG or the shell's language."""
    language = _supported(os.environ.get("RAPPORT_LANG") or _of_the_shell())
    translation.activate(language)
    if language != "en":  # argparse speaks English by itself
        from rapport.cli import argparse_words

        argparse_words.speak()


def speak_as_the_owner_likes() -> None:
    """Once the data is open: the owner's choice counts, unless RAPPORT_LANG is set."""
    if os.environ.get("RAPPORT_LANG"):
        return
    from rapport.services import owners

    if chosen := owners.local_owner().language:
        translation.activate(_supported(chosen))


def _of_the_shell() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value.partition(".")[0].replace("_", "-").lower()
    return ""


def _supported(code: str) -> str:
    try:
        return translation.get_supported_language_variant(code.lower())
    except LookupError:
        return "en"
