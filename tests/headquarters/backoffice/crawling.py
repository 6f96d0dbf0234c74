"""The pages of the back office, found by its links: the menu, the kinds of set-up pages, and what they lead to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from rehearsal.browsing import Browser

DEPTH = 3
_LINKS = re.compile(r'<a [^>]*?href="([^"#]+)')
_NUMBER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+|(?<=/office/set-import/)[\w-]+")
_NO_PAGES = re.compile(
    r"^/office/(sign-|set-up)|^/office/set/(.*/(export|static)|$)|^/api/|^/v1|[.]csv$|/layouts/\d+/file"
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was found: its address, and what it shows."""

    path: str
    text: str


def crawled(browser: Browser, start: str = "/office") -> Iterator[Page]:
    """Every kind of page that a person who is signed in gets to, once: rows of a list look alike."""
    seen = {_kind(start)}
    next_ones = [start]
    for _ in range(DEPTH + 1):
        found: list[str] = []
        for path in next_ones:
            text = browser.get(path)
            assert browser.status == 200, (path, browser.status, text[-2000:])
            yield Page(path, text)
            for link in _linked(browser.url, text):
                if _kind(link) not in seen:
                    seen.add(_kind(link))
                    found.append(link)
        next_ones = found


def _linked(url: str, text: str) -> Iterator[str]:
    for link in _LINKS.findall(text):
        path = str(link).replace("&amp;", "&").removeprefix(url)
        is_here = path.startswith(("/office", "/api"))
        if is_here and not _NO_PAGES.search(path):
            yield path


def _kind(path: str) -> str:
    """What pages that differ in rows and filters alone have in common."""
    parts = urlsplit(path)
    asked = sorted({name for name, value in parse_qsl(parts.query) if value and name not in _FILTERS})
    return f"{_NUMBER.sub('N', parts.path)}?{'&'.join(asked)}"


_FILTERS = {"below", "after", "text", "register", "job", "place", "kind", "about", "store", "state", "wide", "sort",
            "page", "order", "page_size", "q"}  # fmt: skip
