"""Who is signed in to the web pages: sessions in memory, each with a secret that its forms must carry."""

import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request

from headquarters.context import token_hash
from headquarters.errors import Refusal

COOKIE = "kassa_office"
IDLE_SECONDS = 30 * 60
WHOLE_SECONDS = 8 * 60 * 60


class NotSignedIn(Exception):
    """Nobody is signed in; the way leads to the sign-in page."""


@dataclass
class SignedIn:
    """One person at one browser. `form_secret` shows that a form came from our own page."""

    form_secret: str
    began: float
    last: float


class SignIns:
    """The open sessions by the hash of their cookie; a restart signs everybody off."""

    def __init__(self, ticks: Callable[[], float] = time.monotonic) -> None:
        self._ticks = ticks
        self._open: dict[str, SignedIn] = {}
        self._lock = Lock()

    def begin(self) -> str:
        """Open a session; gives back what its cookie holds."""
        cookie, now = secrets.token_urlsafe(32), self._ticks()
        with self._lock:
            self._open = {key: each for key, each in self._open.items() if not self._is_over(each)}
            self._open[token_hash(cookie)] = SignedIn(secrets.token_urlsafe(32), now, now)
        return cookie

    def find(self, cookie: str) -> SignedIn | None:
        """The session of this cookie, unless it was idle or open for too long."""
        with self._lock:
            found = self._open.get(token_hash(cookie))
            if found is None or self._is_over(found):
                return None
            found.last = self._ticks()
            return found

    def end(self, cookie: str) -> None:
        """Close a session."""
        with self._lock:
            self._open.pop(token_hash(cookie), None)

    def _is_over(self, session: SignedIn) -> bool:
        now = self._ticks()
        return now - session.last > IDLE_SECONDS or now - session.began > WHOLE_SECONDS


def may_be_signed_in(request: Request) -> SignedIn:
    """Whoever signed in to the web pages with the administrator's token.

    Raises:
        NotSignedIn: nobody has.
    """
    sign_ins: SignIns = request.app.state.sign_ins
    found = sign_ins.find(request.cookies.get(COOKIE, ""))
    if found is None:
        raise NotSignedIn
    return found


Person = Annotated[SignedIn, Depends(may_be_signed_in)]


async def fields_of(request: Request) -> dict[str, str]:
    """The fields of a form.

    Raises:
        Refusal: it is not one (400).
    """
    try:
        return dict(
            parse_qsl((await request.body()).decode("utf-8"), keep_blank_values=True, max_num_fields=20)
        )
    except ValueError:
        raise Refusal(400, "This is not a form.") from None


Fields = Annotated[dict[str, str], Depends(fields_of)]


def own_form(person: Person, fields: Fields) -> dict[str, str]:
    """The fields of a form that came from our own page.

    Raises:
        Refusal: another page made it (403).
    """
    if not hmac.compare_digest(fields.get("form_secret", "").encode(), person.form_secret.encode()):
        raise Refusal(403, "This form is out of date. Go back, load the page again and repeat it.")
    return fields


OwnForm = Annotated[dict[str, str], Depends(own_form)]
