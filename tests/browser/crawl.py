"""Walks every page that links lead to, as a visitor with a mouse would."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page

from tests.browser.conftest import Served

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
VIEW = re.compile(r"\bview=\w+")
FILES = re.compile(r"\.(md|html|svg|png|json|txt|ics|csv|vcf)$")
MOST = 150  # pages: a guard against walking in circles


def shape(address: str) -> str:
    """One page of each kind is enough: ids and days are alike, and so are filters; ways to look are not."""
    parts = urlsplit(address)
    view = VIEW.search(parts.query)
    return DAY.sub("<day>", UUID.sub("<id>", parts.path)) + (f"?{view[0]}" if view else "")


def walk(page: Page, served: Served) -> Iterator[str]:
    """The address of one page of each kind, the browser standing on it."""
    todo, seen = [served.address + "/"], {"/"}
    visited = 0
    while todo and visited < MOST:
        address = todo.pop(0)
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, f"{address}: {answer.status}"
        visited += 1
        yield address
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
        for link in links:
            following = urljoin(address, link).split("#")[0]
            kind = shape(following)
            if following.startswith(served.address) and kind not in seen and not FILES.search(kind):
                seen.add(kind)
                todo.append(following)
