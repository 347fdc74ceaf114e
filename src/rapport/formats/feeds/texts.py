"""Foreign text made fit to keep: plain, NFC, no control characters, one line or few, cut to length."""

import codecs
import html
import re
from hashlib import sha256
from typing import Any
from unicodedata import normalize
from urllib.parse import urljoin, urlsplit

from lxml import etree

from rapport.domain.text import spared

MAX_NAME = 200  # characters, as the columns hold
MAX_PLACE = 400
MAX_URL = 1_000
MAX_ABOUT = 2_000
MAX_UID = 400
_MOST = 200_000  # characters of a text that are looked at
_BREAKS = frozenset({"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"})
_SILENT = frozenset({"script", "style", "template", "noscript", "head"})
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]{1,8})|0*([0-9]{1,8}));?", re.ASCII)
_USUAL = (
    "iso8859",
    "cp125",
    "koi8",
    "shift_jis",
    "cp932",
    "euc_",
    "gb",
    "big5",
    "utf-8",
    "iso2022_jp",
    "mac",
)
_LINK = re.compile(r"https?://[^\s<>\"'\\]+", re.IGNORECASE)


def line(value: object, most: int = MAX_NAME) -> str:
    """One line of plain text."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    said = html.unescape(str(value)[:_MOST])
    return normalize("NFC", " ".join(spared(said).split()))[:most].rstrip()


def plain(value: object, most: int = MAX_ABOUT) -> str:
    """Paragraphs of plain text out of text or HTML."""
    if not isinstance(value, str):
        return ""
    said = value[:_MOST]
    if _TAG.search(said) or "&" in said:
        root = tree(f"<div>{said}</div>")
        said = text_of(root) if root is not None else ""
    lines = (" ".join(each.split()) for each in spared(said.replace("\r", "\n")).split("\n"))
    return normalize("NFC", re.sub(r"\n{3,}", "\n\n", "\n".join(lines))).strip()[:most].rstrip()


def title(value: object, most: int = MAX_NAME) -> str:
    """One line without markup."""
    return line(plain(value, most * 4), most) if isinstance(value, str) else line(value, most)


def tree(text: str) -> Any:
    """A page as a tree, however broken; None where there is nothing."""
    parser = etree.HTMLParser(
        recover=True, no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return etree.fromstring(markup(text), parser)
    except (etree.LxmlError, ValueError):
        return None


def markup(text: str) -> bytes:
    """As the parser takes it: UTF-8, without characters that no text may hold, also not by their number."""
    return _REFERENCE.sub(_kept, spared(text.replace("\r", "\n"))).encode("utf-8", "replace")


def _kept(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    is_text = code in (9, 10, 13) or 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800 or 0xE000 <= code < 0x110000
    return reference[0] if is_text else ""


def decoded(data: bytes, *names: str) -> str:
    """UTF-8 where it is that; else the first of the named encodings that is one; else as old pages are."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        known = (name for name in names if _is_usual(name))
        return data.decode(next(known, "cp1252"), "replace")


def _is_usual(name: str) -> bool:
    """No codec that decodes something else than text, or for ever (punycode)."""
    try:
        return bool(name) and codecs.lookup(name).name.startswith(_USUAL)
    except (LookupError, ValueError):
        return False


def text_of(element: Any) -> str:
    """The text in an element, with line ends where a reader sees them."""
    parts: list[str] = []
    silent: Any = None
    for event, each in etree.iterwalk(element, events=("start", "end")):
        tag = each.tag if isinstance(each.tag, str) else ""
        if event == "start":
            if silent is None and tag in _SILENT:
                silent = each
            if silent is None:
                parts.append("\n" if tag in _BREAKS else "")
                parts.append((each.text or "") if tag else "")
            continue
        if silent is each:
            silent = None
        if silent is None:
            parts.append("\n" if tag in _BREAKS else "")
            parts.append((each.tail or "") if each is not element else "")
    return "".join(parts)


def link(value: object, base: str = "") -> str:
    """A web address made whole; empty where it is none."""
    said = line(value, MAX_URL + 1).replace(" ", "%20")
    if not said or len(said) > MAX_URL:
        return ""
    try:
        whole = urljoin(base, said) if base else said
        parts = urlsplit(whole)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # "http://[": no address
        return ""
    return whole if is_web and len(whole) <= MAX_URL else ""


def first_link(text: str) -> str:
    """The first web address that stands in a text."""
    found = _LINK.search(text)
    return link(found[0].rstrip(".,;:!?)]»”’")) if found else ""


def made_up(*parts: str) -> str:
    """What to call a gathering that has no name of its own for machines: the same for the same parts."""
    return sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
