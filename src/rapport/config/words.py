"""The words in two languages: `python -m rapport.config.words extract|compile|check`.

extract reads the marked English of code and templates into the French file and keeps its translations;
compile makes what the program reads; check fails on anything missing, doubtful, left over or mismatched.
"""

import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE: Final = Path(__file__).resolve().parent.parent
LOCALES: Final = PACKAGE / "locale"
DOMAIN: Final = "django"
METHODS: Final = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
OPTIONS: Final = {
    "**/templates/**.html": {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true", "silent": "false"}
}
KEYWORDS: Final = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
NAMED: Final = re.compile(r"%\((\w+)\)[sd]")
UNNAMED: Final = re.compile(r"%[-+0 #]*\d*[sdif]")
UNDATED: Final = datetime(2026, 1, 1, tzinfo=UTC)  # the file changes when its words do, not with the clock


def read_sources() -> Catalog:
    """Every marked string of the code and the templates."""
    found = Catalog(charset="utf-8")
    for name, line, message, comments, context in extract_from_dir(PACKAGE, METHODS, OPTIONS, KEYWORDS):
        found.add(message, None, [(name, line)], auto_comments=comments, context=context)
    return found


def read_words(file: Path) -> Catalog:
    """A language's file; an empty one where there is none yet."""
    locale = file.parent.parent.name
    if not file.exists():
        return Catalog(locale=locale, charset="utf-8")
    with file.open("rb") as source:
        return read_po(source, locale=locale)


def extract() -> int:
    """Bring each language's file up to date with the sources."""
    sources = read_sources()
    for file in word_files():
        words = read_words(file)
        words.update(sources, no_fuzzy_matching=True)
        words.fuzzy = False
        words.creation_date = words.revision_date = UNDATED
        words.header_comment = ""
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as target:
            write_po(target, words, width=100, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
        missing = sum(1 for message in words if message.id and not is_translated(message))
        print(f"{file.relative_to(PACKAGE)}: {len(words)} messages, {missing} to translate")
    return 0


def compile_words() -> int:
    """Make the .mo files that the program reads."""
    for file in word_files():
        if file.exists():
            with file.with_suffix(".mo").open("wb") as target:
                write_mo(target, read_words(file))
    return 0


def check() -> int:
    """Print every problem; 1 if there is one."""
    sources = read_sources()
    problems = [
        f"{file.relative_to(PACKAGE)}: {problem}"
        for file in word_files()
        for problem in problems_of(sources, read_words(file))
    ]
    print("\n".join(problems) or "Every word is there, in every language.")
    return 1 if problems else 0


def problems_of(sources: Catalog, words: Catalog) -> Iterator[str]:
    """What is wrong with one language's file."""
    for source in sources:
        if source.id:
            message = words.get(source.id, source.context)
            if message is None or not is_translated(message):
                yield f"missing: {shown(source)}"
            else:
                yield from mismatches(message)
            if any(UNNAMED.search(NAMED.sub("", text).replace("%%", "")) for text in texts(source.id)):
                yield f"a placeholder without a name: {shown(source)}"
    for message in words:
        if message.id and message.fuzzy:
            yield f"doubtful (fuzzy): {shown(message)}"
        if message.id and sources.get(message.id, message.context) is None:
            yield f"left over: {shown(message)}"


def mismatches(message: Message) -> Iterator[str]:
    """Placeholders a translation has lost or made up; a singular may say its number in words."""
    known = set(NAMED.findall(" ".join(texts(message.id))))
    for translation in texts(message.string):
        used = set(NAMED.findall(translation))
        if used - known or (known - used and isinstance(message.id, str)):
            yield f"placeholders differ: {shown(message)}"


def is_translated(message: Message) -> bool:
    """Whether every form has words."""
    return bool(message.string) and all(texts(message.string))


def texts(value: object) -> tuple[str, ...]:
    """The one text, or each plural form."""
    return tuple(value) if isinstance(value, tuple | list) else (str(value),)


def shown(message: Message) -> str:
    places = ", ".join(dict.fromkeys(name for name, _line in message.locations))
    return f"{texts(message.id)[0]!r} ({places or 'nowhere'})"


def word_files() -> list[Path]:
    """One file a language."""
    return [LOCALES / "fr" / "LC_MESSAGES" / f"{DOMAIN}.po"]


COMMANDS: Final[dict[str, Callable[[], int]]] = {"extract": extract, "compile": compile_words, "check": check}

if __name__ == "__main__":
    command = COMMANDS.get(" ".join(sys.argv[1:]))
    sys.exit(command() if command else f"usage: python -m rapport.config.words {'|'.join(COMMANDS)}")
