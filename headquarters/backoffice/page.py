"""Making a web page of a template: everything shown is escaped, nothing is loaded from elsewhere."""

from pathlib import Path
from typing import Any

from fastapi import Response
from mako.lookup import TemplateLookup

from retail.money import Money

TEMPLATES = Path(__file__).parent / "templates"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src data:; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}

CLOCK_RIGHT_SECONDS = 5

_lookup = TemplateLookup(
    directories=[str(TEMPLATES)], default_filters=["h"], strict_undefined=True, input_encoding="utf-8"
)


def page(template: str, *, status: int = 200, **values: Any) -> Response:
    """The page of a template with these values."""
    shown = (
        {"notice": "", "form_secret": None}
        | values
        | {"money": money, "moment": moment, "clock_words": clock_words}
    )
    return Response(
        _lookup.get_template(template).render_unicode(**shown), status, HEADERS, "text/html; charset=utf-8"
    )


def moment(stored: str | None) -> str:
    """A stored moment, to the second."""
    return f"{stored[:10]} {stored[11:19]} UTC" if stored else ""


def clock_words(off_seconds: int | None) -> str:
    """How far a register's clock is off; below some seconds it is the way that took them."""
    if off_seconds is None:
        return "not told yet"
    if abs(off_seconds) < CLOCK_RIGHT_SECONDS:
        return "right"
    return f"{abs(off_seconds)} s {'ahead' if off_seconds > 0 else 'behind'}"


def money(minor: int, currency: str) -> str:
    """An amount with its currency."""
    return f"{Money(minor, currency)} {currency}"
