"""Making a web page of a template: everything shown is escaped, nothing is loaded from elsewhere, no script runs but
htmx, on a page that is `live`.
"""

import secrets
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from headquarters.backoffice import deeds, notation
from headquarters.backoffice.languages import LANGUAGES, translated, worded
from headquarters.backoffice.pages import pages_for
from headquarters.office.sessions import Visitor
from retail.messages import Message, say

TEMPLATES = Path(__file__).parent / "templates"
_POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
LIVE = f"{_POLICY}; connect-src 'self'; script-src 'nonce-{{nonce}}'"
"""What a page may do that looks for news by itself: ask here, with the script of this nonce alone."""
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}

CLOCK_RIGHT_SECONDS = 5

_templates = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True, auto_reload=False,
)  # fmt: skip


def page(
    template: str,
    visitor: Visitor,
    *,
    status: int = 200,
    notice: str | Message = "",
    is_live: bool = False,
    **values: Any,
) -> Response:
    """The page of a template as this visitor reads it; one that `is_live` looks for news by itself."""
    nonce = secrets.token_urlsafe(16) if is_live else ""

    def tell(text: str, **said: Any) -> str:
        return translated(visitor.language, text, **said)

    def words(message: object) -> str:
        return worded(visitor.language, message)

    def named(word: str) -> str:
        """A word of the program's own lists."""
        return tell(str(word).replace("_", " ")) if word else ""

    shown = values | {
        "_": tell, "words": words, "named": named, **in_language(visitor.language),
        "link": link, "visitor": visitor, "languages": LANGUAGES, "clock_words": clock_words,
        "pages": pages_for(visitor), "notice": notice, "form_secret": visitor.form_secret,
        "nonce": nonce, "deeds": deeds,
    }  # fmt: skip
    text = _templates.get_template(template).render(shown)
    headers = {**HEADERS, "Content-Security-Policy": LIVE.format(nonce=nonce)} if is_live else HEADERS
    return Response(text, status, headers, "text/html; charset=utf-8")


@cache
def in_language(language: str) -> dict[str, Any]:
    """What templates write figures and moments by."""
    writers = (notation.money, notation.quantity, notation.figure, notation.day, notation.moment)
    return {writer.__name__: partial(writer, language) for writer in writers}


def clock_words(off_seconds: int | None) -> Message:
    """How far a register's clock is off; below some seconds it is the way that took them."""
    if off_seconds is None:
        return say("not told yet")
    if abs(off_seconds) < CLOCK_RIGHT_SECONDS:
        return say("right")
    if off_seconds > 0:
        return say("{seconds} s ahead", seconds=off_seconds)
    return say("{seconds} s behind", seconds=-off_seconds)


def link(address: str, **fields: object) -> str:
    """An address with the fields that say something."""
    said = {name: str(value) for name, value in fields.items() if value not in (None, "")}
    return f"{address}?{urlencode(said)}" if said else address
