"""One spelling per way to reach someone: the mailbox, the number and the profile behind what was typed."""

from functools import lru_cache
from re import compile as pattern
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from rapport.domain.text import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Providers that hand the same mailbox out under several names (their own help pages).
_SAME_PROVIDER = {
    "googlemail.com": "gmail.com", "pm.me": "proton.me", "protonmail.com": "proton.me",
    "me.com": "icloud.com", "mac.com": "icloud.com",
}  # fmt: skip
# Providers that deliver what follows a plus sign to the mailbox before it.
_PLUS_TAGS = frozenset(
    {"gmail.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "proton.me", "fastmail.com"}
)
# Providers anyone may have a mailbox at: their domain says nothing about an employer.
_ANYONE = _words(
    """aol.com bbox.fr bluewin.ch btinternet.com comcast.net fastmail.com free.fr freenet.de gmail.com
    gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de
    hotmail.es hotmail.fr icloud.com inbox.ru laposte.net libero.it list.ru live.co.uk live.com live.fr
    mac.com mail.com mail.ru me.com msn.com neuf.fr numericable.fr orange.fr otenet.gr outlook.com
    outlook.de outlook.es outlook.fr pm.me posteo.de proton.me protonmail.com qq.com rambler.ru sfr.fr
    sky.com t-online.de telefonica.net tutanota.com verizon.net virgilio.it wanadoo.fr web.de yahoo.co.uk
    yahoo.com yahoo.de yahoo.es yahoo.fr yandex.ru ymail.com zoho.com 163.com"""
)
# Mailboxes that belong to a desk, not to a person (RFC 2142 and the habits of five languages).
_DESKS = _words(
    """abuse accounting accounts accueil admin administracion administration agence anfrage assistant
    billing booking buchhaltung buero bureau comercial commercial communication compta comptabilite contact
    contacto contactus direction empfang enquiries enquiry events facturacion facturation feedback finance
    frontdesk hallo hello help helpdesk hola hr info information infos inquiries invoices it jobs kontakt
    kundenservice legal mail mailbox marketing media news newsletter noreply office oficina orders partners
    personal postmaster presse privacy recepcion reception recrutement redaktion rh rrhh sales secretariat
    secretaria sekretariat service services shop soporte standard studio support team vente ventes vertrieb
    verwaltung webmaster welcome zentrale"""
)
_HOMES = frozenset({"family", "famille", "familie", "familia", "fam", "household", "les", "the", "los"})
_HOME_STARTS = ("famille", "family", "familie", "familia")
_ADDRESS = pattern(r"[^\s<>@,;:\"]+@[^\s<>@,;:\"]+\.[^\s<>@,;:\"]+")
# A whole number with a country code of one or two digits (ITU E.164), no zero of a home call behind it.
_PLAIN_E164 = pattern(r"\+(?:[17]|2[07]|3[0-46]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])[1-9]\d{6,11}")
_BETWEEN = dict.fromkeys(map(ord, " \u00a0\u202f-.()/"))
_PROFILES = {
    "linkedin.com": ("in", "pub"), "xing.com": ("profile",), "github.com": (), "gitlab.com": (),
    "twitter.com": (), "x.com": (), "instagram.com": (), "facebook.com": (), "threads.net": (), "bsky.app":
    ("profile",), }  # fmt: skip
_SAME_SITE = {"x.com": "twitter.com"}


class Profile(NamedTuple):
    """A page that belongs to one person: the site, and their name there."""

    site: str
    handle: str


@lru_cache(maxsize=65_536)  # an import asks for each several times
def email_key(typed: str) -> str | None:
    """The mailbox behind an address: lower case, without the dots and tags its provider ignores."""
    found = _ADDRESS.search(fold(typed.removeprefix("mailto:")))
    if found is None:
        return None
    local, domain = found.group().strip(".'").rsplit("@", 1)
    domain = _SAME_PROVIDER.get(domain, domain)
    if domain in _PLUS_TAGS:
        local = local.split("+", 1)[0]
    if domain == "gmail.com":
        local = local.replace(".", "")
    return f"{local}@{domain}" if local else None


def is_desk(email: str) -> bool:
    """Whether a mailbox belongs to a desk ("info@"), not to a person."""
    local = email.split("@", 1)[0]
    if local.isalnum():
        return local in _DESKS
    return local in _DESKS or local.replace("-", "").replace(".", "").replace("_", "") in _DESKS


def is_household(typed: str) -> bool:
    """Whether an address, as typed (Gmail's key has no dots), is a family's: "famille.roux@"."""
    local = fold(typed).split("@", 1)[0]
    words = local.replace("-", ".").replace("_", ".").split(".")
    return not _HOMES.isdisjoint(words) or local.startswith(_HOME_STARTS)


def employer_domain(email: str) -> str | None:
    """The domain of a mailbox that an organisation gave; None at providers open to anyone."""
    domain = email.rsplit("@", 1)[1]
    return None if domain in _ANYONE else domain


@lru_cache(maxsize=65_536)
def phone_key(typed: str, country: str = "") -> str | None:
    """The number in E.164, read in that country (ISO 3166 alpha-2); None where it cannot be completed."""
    bare = typed.translate(_BETWEEN)
    if _PLAIN_E164.fullmatch(bare):
        return bare
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_possible_number, parse

    number = typed.strip().removeprefix("tel:").replace("(0)", "")
    if number.startswith("00"):
        number = "+" + number[2:]
    try:
        read = parse(number, country.upper() or None)
    except NumberParseException:
        return None
    return format_number(read, PhoneNumberFormat.E164) if is_possible_number(read) else None


def profile_key(typed: str) -> Profile | None:
    """The profile behind a link ("https://fr.linkedin.com/in/Ana-Silva/?x" is linkedin.com, ana-silva)."""
    host, path = _address(typed)
    for site, folders in _PROFILES.items():
        if host != site and not host.endswith("." + site):
            continue
        parts = [part for part in path.split("/") if part]
        if folders and (not parts or parts.pop(0) not in folders):
            return None
        handle = parts[0].lstrip("@") if parts else ""
        return Profile(_SAME_SITE.get(site, site), handle) if handle else None
    return None


def url_key(typed: str) -> str | None:
    """The page behind a link: no scheme, no www, no query, no closing slash."""
    profile = profile_key(typed)
    if profile is not None:
        return "/".join(profile)
    host, path = _address(typed)
    return host + path if "." in host else None


def _address(typed: str) -> tuple[str, str]:
    text = typed.strip()
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", ""
    return host, fold(unquote(parts.path)).rstrip("/")
