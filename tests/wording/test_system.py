"""Why a file could not be read or written, in the reader's words."""

import errno
import os

import pytest
from django.utils import translation

from rapport.wording import system


@pytest.mark.parametrize("number", sorted(system.REASONS))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_usual_reason_is_said_in_our_words(number: int, language: str) -> None:
    with translation.override(language):
        said = system.reason(OSError(number, os.strerror(number)))
        assert said == str(system.REASONS[number]) == system.of_code(errno.errorcode[number])


def test_a_rare_reason_is_said_as_the_system_does() -> None:
    assert system.reason(OSError(errno.EPIPE, "Broken pipe")) == os.strerror(errno.EPIPE)
    assert system.reason(OSError("no number")) == "no number"


@pytest.mark.parametrize("name", ["", "seal", "EVERYTHING", "size"])
def test_what_is_no_code_has_no_reason(name: str) -> None:
    assert system.of_code(name) == ""
