"""A seeded address book of messy contacts as four exports would tell them, with the truth of who is who.

The people are in messy_people.py, the words in messy_words.py; here are the habits of each export: what it
holds, what it leaves out, how it spells. Limits: invented rates, six European cultures (three scripts), an
owner living in France, slips of one or two letters; no Chinese, Arabic or Indian naming, no disguise.
A phone's entry with a given name and a number nobody else has cannot be linked by anyone; it counts as an
error for everyone.
"""

from dataclasses import dataclass, replace
from random import Random

from bench.messy_people import Firm, Somebody, latin, people, phone
from rapport.domain.text import fold

OWNER_COUNTRY = "FR"
RATES = {
    "phone": 0.46,
    "linkedin": 0.52,
    "google": 0.48,
    "outlook": 0.30,
}  # share of the people in each export
AGAIN = {"phone": 0.05, "linkedin": 0.0, "google": 0.04, "outlook": 0.02}  # twice in the same export


@dataclass(frozen=True, slots=True)
class Contact:
    """One entry of one export; `person` is the truth."""

    number: int
    person: int
    source: str
    given: str = ""
    family: str = ""
    suffix: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    url: str = ""
    organisation: str = ""
    role: str = ""
    city: str = ""
    country: str = ""
    birthday: str = ""  # ISO, "--MM-DD" where the year is not told


def book(seed: int, size: int = 10_000) -> list[Contact]:
    """The same book for the same seed."""
    rng = Random(seed)
    everybody = people(rng, int(size * 0.66))
    entries: list[Contact] = []
    for person in everybody:
        sources = [source for source, rate in RATES.items() if rng.random() < rate]
        for source in sources or [rng.choice(list(RATES))]:
            times = 1 + (rng.random() < AGAIN[source])
            entries += [_ENTRY[source](rng, person, everybody) for _ in range(times)]
    rng.shuffle(entries)
    return [replace(entry, number=number) for number, entry in enumerate(entries[:size])]


def true_pairs(contacts: list[Contact]) -> set[tuple[int, int]]:
    """Every two entries about the same person, the smaller number first."""
    by_person: dict[int, list[int]] = {}
    for each in contacts:
        by_person.setdefault(each.person, []).append(each.number)
    return {(a, b) for held in by_person.values() for a in held for b in held if a < b}


def _slip(rng: Random, word: str) -> str:
    """One letter dropped, doubled, swapped or wrong."""
    if len(word) < 4:
        return word
    at = rng.randrange(1, len(word) - 1)
    kind = rng.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + rng.choice("aeinorst") + word[at + 1 :]


def _spelled(rng: Random, name: str, native: float, plain: float, slip: float) -> str:
    """In its own script or romanised, with or without accents, perhaps with a slip."""
    text = name if rng.random() < native else latin(name, rng.choices(["en", "fr", "icao"], [50, 25, 25])[0])
    if rng.random() < plain:
        umlauts = rng.random() < 0.5
        for accent, two in (("ü", "ue"), ("ö", "oe"), ("ä", "ae")):
            text = text.replace(accent, two) if umlauts else text
        text = " ".join(part.capitalize() for part in fold(text).split()) if text.isascii() is False else text
    return _slip(rng, text) if rng.random() < slip else text


def _family_then(rng: Random, who: Somebody, new: float) -> str:
    """The name before or after the wedding; some write both."""
    if not who.former_family or rng.random() < new:
        return who.family
    return f"{who.former_family}-{who.family}" if rng.random() < 0.2 else who.former_family


def _job(rng: Random, who: Somebody, old: float) -> tuple[Firm | None, str]:
    if who.former_firm and rng.random() < old:
        return who.former_firm, who.former_work_mailbox
    return who.firm, who.work_mailbox


def _number(rng: Random, number: str, international: float) -> str:
    """As people write it: national only for numbers of the owner's country."""
    if number.startswith("+33") and rng.random() > international:
        national = "0" + number[3:]
        pairs = [national[i : i + 2] for i in range(0, 10, 2)]
        return rng.choice(["", " ", ".", "-"]).join(pairs)
    if rng.random() < 0.3:
        return "00" + number[1:]
    return f"{number[:3]} {number[3:6]} {number[6:]}" if rng.random() < 0.6 else number


def _organisation(rng: Random, firm: Firm | None) -> str:
    if firm is None:
        return ""
    words = firm.name.split()
    name = " ".join(words[:2]) if rng.random() < 0.5 else firm.name
    return words[0] if rng.random() < 0.08 else name.upper() if rng.random() < 0.05 else name


def _dressed(rng: Random, address: str) -> str:
    """A Gmail address as people give it: dots and tags come and go."""
    local, domain = address.split("@")
    if domain != "gmail.com" or rng.random() > 0.15:
        return address.title() if rng.random() < 0.03 else address
    local = rng.choice([local.replace(".", ""), f"{local}+perso", local[:2] + "." + local[2:]])
    return f"{local}@{rng.choice(['gmail.com', 'googlemail.com'])}"


def _birthday(rng: Random, who: Somebody, told: float) -> str:
    if rng.random() > told:
        return ""
    return f"--{who.born[5:]}" if rng.random() < 0.25 else who.born


def _from_phone(rng: Random, who: Somebody, everybody: list[Somebody]) -> Contact:
    given = who.nickname if who.nickname and rng.random() < 0.28 else who.given
    given = _spelled(rng, given, native=0.45, plain=0.35, slip=0.02)
    family = _spelled(rng, _family_then(rng, who, new=0.45), native=0.45, plain=0.35, slip=0.03)
    firm, _ = _job(rng, who, old=0.45)
    habit = rng.random()
    if habit < 0.10:
        family = ""
    elif habit < 0.15:
        family = f"{family[:1]}."
    elif habit < 0.18 and firm:
        family = firm.name.split()[0]
    elif habit < 0.22:
        given, family = family, given
    numbers = [who.mobile] if rng.random() < 0.88 else []
    if rng.random() < 0.004:
        numbers = [rng.choice(everybody).mobile]  # a number given to someone else since
    if who.landline and rng.random() < 0.35:
        numbers.append(who.landline)
    if firm and rng.random() < 0.08:
        numbers.append(firm.switchboard)
    if not numbers:
        numbers = [phone(rng, who.country, mobile=True)]
    own = [who.family_mailbox] if who.family_mailbox and rng.random() < 0.3 else list(who.mailboxes[:1])
    return Contact(
        0, who.number, "phone", given, family, who.generation if rng.random() < 0.4 else "",
        emails=tuple(_dressed(rng, each) for each in own if rng.random() < 0.18),
        phones=tuple(_number(rng, each, 0.45) for each in numbers),
        organisation=_organisation(rng, firm) if rng.random() < 0.12 else "",
        birthday=_birthday(rng, who, 0.08),
    )  # fmt: skip


def _from_linkedin(rng: Random, who: Somebody, _: list[Somebody]) -> Contact:
    given = who.nickname if who.nickname and rng.random() < 0.08 else who.given
    family = _family_then(rng, who, new=0.8)
    if len(who.second_family) > 1 and rng.random() < 0.4:
        family += f" {who.second_family}"
    family = _spelled(rng, family, native=0.05, plain=0.15, slip=0.0)
    firm, mailbox = _job(rng, who, old=0.04)
    title = rng.choice(["PhD", "MBA", "PMP"])
    shown = [*who.mailboxes[:1], mailbox] if rng.random() < 0.14 else []
    return Contact(
        0, who.number, "linkedin", _spelled(rng, given, native=0.05, plain=0.15, slip=0.0), family,
        title if rng.random() < 0.04 else who.generation if rng.random() < 0.3 else "",
        emails=tuple(each for each in shown[:1] if each),
        url=f"https://www.linkedin.com/in/{who.profile}",
        organisation=_organisation(rng, firm), role=who.role if rng.random() < 0.93 else "",
    )  # fmt: skip


def _from_google(rng: Random, who: Somebody, _: list[Somebody]) -> Contact:
    firm, mailbox = _job(rng, who, old=0.25)
    mails = [_dressed(rng, each) for each in who.mailboxes if rng.random() < 0.8]
    mails += [mailbox] if mailbox and (rng.random() < 0.35 or not mails) else []
    if who.family_mailbox and rng.random() < 0.3:
        mails.append(who.family_mailbox)
    if mails and rng.random() < 0.07:  # kept by the mail program itself: an address and no more
        return Contact(0, who.number, "google", emails=(mails[0],))
    given = who.nickname if who.nickname and rng.random() < 0.13 else who.given
    numbers = [who.mobile] if rng.random() < 0.5 else []
    if who.landline and rng.random() < 0.12:
        numbers.append(who.landline)
    return Contact(
        0, who.number, "google", _spelled(rng, given, native=0.25, plain=0.25, slip=0.02),
        _spelled(rng, _family_then(rng, who, new=0.55), native=0.25, plain=0.25, slip=0.02),
        who.generation if rng.random() < 0.4 else "", tuple(mails),
        tuple(_number(rng, each, 0.7) for each in numbers),
        url=f"https://linkedin.com/in/{who.profile}/" if rng.random() < 0.04 else "",
        organisation=_organisation(rng, firm) if rng.random() < 0.28 else "",
        city=who.city if rng.random() < 0.2 else "", country=who.country if rng.random() < 0.2 else "",
        birthday=_birthday(rng, who, 0.2),
    )  # fmt: skip


def _from_outlook(rng: Random, who: Somebody, everybody: list[Somebody]) -> Contact:
    firm, mailbox = _job(rng, who, old=0.4)
    given = _spelled(rng, who.given, native=0.02, plain=0.3, slip=0.02)
    family = _spelled(rng, _family_then(rng, who, new=0.5), native=0.02, plain=0.3, slip=0.02)
    if rng.random() < 0.12:
        given = f"{given[:1]}."
    elif len(who.second_family) == 1 and rng.random() < 0.3:
        given += f" {who.second_family}."
    mails = [mailbox] if mailbox and rng.random() < 0.82 else []
    if firm and rng.random() < 0.07:
        mails = [f"{firm.desk}@{firm.domain}"]
    if who.mailboxes and (rng.random() < 0.12 or not (firm or mails)):
        mails.append(who.mailboxes[0])
    numbers = [who.mobile] if rng.random() < 0.35 else []
    if firm and rng.random() < 0.5:
        line = (
            who.direct_line
            if firm is who.firm and who.direct_line and rng.random() < 0.5
            else firm.switchboard
        )
        numbers.append(line)
    at_work = firm or Firm("", "", "", who.city, who.country, "", "")
    return Contact(
        0, who.number, "outlook", given, family.upper() if rng.random() < 0.1 else family,
        who.generation if rng.random() < 0.3 else "", tuple(mails),
        tuple(_number(rng, each, 0.8) for each in numbers),
        url=f"http://www.linkedin.com/in/{who.profile}" if rng.random() < 0.015 else "",
        organisation=_organisation(rng, firm) if rng.random() < 0.92 else "",
        role=who.role if rng.random() < 0.7 else "",
        city=at_work.city if rng.random() < 0.55 else "",
        country=at_work.country if rng.random() < 0.4 else "",
    )  # fmt: skip


_ENTRY = {
    "phone": _from_phone,
    "linkedin": _from_linkedin,
    "google": _from_google,
    "outlook": _from_outlook,
}
