"""A mailbox for measuring: one person's mail of ten years, the same bytes for the same seed.

    python -m bench.mailboxes FILE MESSAGES [MAILDIR]

Like a real inbox in what costs a reader time: two thousand correspondents of whom a few write most, some from
two addresses and under two spellings, threads with all their References, folded and encoded headers, what
servers write on top (Received, DKIM, what they checked), labels, lists; 1.2 KB of headers, bodies of 0.5 to
500 KB (19 KB on average: text, HTML, base64). Beside FILE goes FILE.truth, one JSON line a message. Limits:
all is well-formed but for one message in a hundred, and one time zone serves each message.
"""

import base64
import json
import sys
from datetime import UTC, datetime, timedelta, timezone
from email.header import Header
from email.utils import format_datetime
from pathlib import Path
from random import Random
from typing import BinaryIO, NamedTuple

from bench.people import FIRST, LAST

ME = ("me@example.org", "me@work.example")
PEOPLE = 2_000
START = datetime(2015, 1, 5, tzinfo=UTC)
SPAN = 10 * 365 * 86_400  # seconds
HOSTS = ("mail.example", "post.example.org", "firm.example", "uni.example.edu")


LABELS = ("Inbox", "Sent", "Archived,Important", "Inbox,Opened")
Person = list[tuple[str, str]]  # name as it is written, and address


class Made(NamedTuple):
    head: list[str]
    truth: dict[str, object]


class Maker:
    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.people = [self._person(number) for number in range(PEOPLE)]
        self.weights = [1 / (number + 3) for number in range(PEOPLE)]
        self.threads: list[tuple[list[str], Person]] = []
        self.text = [" ".join(rng.choice(FIRST + LAST) for _ in range(11)) for _ in range(2_000)]
        blob = base64.b64encode(rng.randbytes(600_000)).decode()
        self.blob = "\n".join(blob[i : i + 76] for i in range(0, len(blob), 76))

    def _person(self, number: int) -> Person:
        """Every spelling with every address."""
        first, last = self.rng.choice(FIRST), self.rng.choice(LAST)
        names = [f"{first} {last}", f"{last}, {first}"]
        if (first + last).isascii():
            written = [names[0], f'"{names[1]}"']
        else:
            written = [Header(name, "utf-8", maxlinelen=200).encode() for name in names]
        hosts = HOSTS[number % 4 :][: 2 if self.rng.random() < 0.25 else 1]
        return [(name, f"p{number}@{host}") for host in hosts for name in written]

    def head(self, number: int, at: datetime) -> Made:
        rng = self.rng
        kind = rng.random()
        before, them = rng.choice(self.threads) if self.threads and kind < 0.45 else ([], self._anybody())
        who, answers = rng.choice(them), before[-1] if before else ""
        sent, bulk = rng.random() < 0.4, not answers and kind > 0.8
        mine, key = rng.choice(ME), f"<{rng.getrandbits(64):x}.{number}@{rng.choice(HOSTS)}>"
        others = [rng.choice(self._anybody()) for _ in range(rng.choice((0, 0, 0, 1, 3)))]
        sender = ("Me", mine) if sent and not bulk else ("News", "no-reply@news.example") if bulk else who
        to = [who] if sent and not bulk else [("Me", mine)]
        lines = [] if sent and not bulk else self._received(mine, sender[1], at)
        lines += [f"X-Gmail-Labels: {rng.choice(LABELS)}"] if rng.random() < 0.2 else []
        lines += ["List-Unsubscribe: <https://news.example/leave>", "Precedence: bulk"] if bulk else []
        lines += [f"Message-ID: {key}", f"Date: {format_datetime(at)}", f"From: {_written(sender)}"]
        lines.append("To: " + ",\n ".join(map(_written, to)))
        lines += ["Cc: " + ",\n ".join(map(_written, others))] if others else []
        lines.append(f"Subject: {rng.choice(self.text)[:60]}")
        lines += [f"In-Reply-To: {answers}", "References: " + "\n ".join(before[-12:])] if answers else []
        lines += ["MIME-Version: 1.0"]
        if not bulk:
            self.threads = [*self.threads[-300:], ([*before[-12:], key], them)]
        truth = {
            "id": key, "at": int(at.timestamp()), "from": sender[1], "to": [p[1] for p in (*to, *others)],
            "answers": answers,
        }  # fmt: skip
        return Made(lines, truth)

    def _anybody(self) -> Person:
        return self.rng.choices(self.people, self.weights)[0]

    def _received(self, mine: str, sender: str, at: datetime) -> list[str]:
        """What servers write on top."""
        hops = [
            f"Received: from mx{n}.example (mx{n}.example [192.0.2.{n}])\n\tby post.example with ESMTPS id "
            f"{self.rng.getrandbits(40):x}\n\tfor <{mine}>; {format_datetime(at)}"
            for n in range(self.rng.randint(2, 5))
        ]
        signed = (
            "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example; s=key1;\n"
            f" h=from:to:subject:date:message-id:references;\n bh={self.blob[:43]}=;\n b={self.blob[:76]}"
            f"\n {self.blob[77:153]}\n {self.blob[154:230]}"
        )
        checked = (
            f"Authentication-Results: post.example;\n dkim=pass header.i=@example;\n"
            f" spf=pass smtp.mailfrom={sender}"
        )
        return [f"Delivered-To: {mine}", f"Return-Path: <{sender}>", *hops, signed, checked]

    def body(self) -> str:
        rng = self.rng
        text = "\n".join(rng.choices(self.text, k=rng.randint(2, 60)))
        kind = rng.random()
        if kind < 0.5:
            return f"Content-Type: text/plain; charset=utf-8\n\n{text}\n"
        parts = [f"Content-Type: text/plain\n\n{text}\n", f"Content-Type: text/html\n\n<p>{text}</p>\n"]
        if kind > 0.85:
            length = min(500_000, int(rng.lognormvariate(11.2, 0.8)))
            start = rng.randrange(len(self.blob) - length) // 77 * 77
            kind_of_part = "Content-Type: image/png\nContent-Transfer-Encoding: base64"
            parts.append(f"{kind_of_part}\n\n{self.blob[start : start + length]}\n")
        inner = "".join(f"--cut\n{part}" for part in parts)
        return f"Content-Type: multipart/mixed; boundary=cut\n\n{inner}--cut--\n"


def _written(person: tuple[str, str]) -> str:
    return f"{person[0]} <{person[1]}>"


def write(path: Path, messages: int, maildir: Path | None = None, seed: int = 7) -> None:
    maker, rng = Maker(Random(seed)), Random(seed + 1)
    if maildir:
        for name in ("cur", "new", "tmp"):
            (maildir / name).mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out, path.with_suffix(".truth").open("w") as truth:
        for number in range(messages):
            zone = timedelta(minutes=rng.choice((-480, 0, 60, 330)))
            at = (START + timedelta(seconds=number * SPAN // messages)).astimezone(timezone(zone))
            made = maker.head(number, at)
            if is_odd := rng.random() < 0.01:
                made.head.pop(rng.randrange(len(made.head)))
            message = ("\n".join(made.head) + "\n" + maker.body()).encode()
            _append(out, message, made, at)
            truth.write(json.dumps({**made.truth, "odd": is_odd}) + "\n")
            if maildir:
                (maildir / "cur" / f"{number}.example:2,S").write_bytes(message)


def _append(out: BinaryIO, message: bytes, made: Made, at: datetime) -> None:
    line = f"From {made.truth['from']} {at.astimezone(UTC):%a %b %d %H:%M:%S %Y}\n"
    out.write(line.encode() + message.replace(b"\nFrom ", b"\n>From ") + b"\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
