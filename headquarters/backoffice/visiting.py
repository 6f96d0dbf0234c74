"""Who looks at a page: what routes depend on, and the forms that only our own pages can send."""

import hmac
import secrets
from collections.abc import Callable
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request, Response

from headquarters.backoffice.languages import language_of
from headquarters.context import Context, Headquarters
from headquarters.errors import Refusal
from headquarters.office.refusals import refuse
from headquarters.office.roles import Right
from headquarters.office.sessions import WHOLE, Visitor, visitor

COOKIE = "kassa_office"
FORM_COOKIE = "kassa_form"
LANGUAGE_COOKIE = "kassa_language"
FIELDS_MAX = 3000


class NotSignedIn(Exception):
    """Nobody is signed in; the way leads to the sign-in page."""


def visitor_of(request: Request, headquarters: Headquarters) -> Visitor:
    """Whoever asks for a page. Who is not signed in shows their forms are ours by a cookie that says the same."""
    language = language_of(
        request.cookies.get(LANGUAGE_COOKIE, ""), request.headers.get("accept-language", "")
    )
    known = visitor(headquarters, request.cookies.get(COOKIE, ""), language)
    return known or Visitor(language, form_secret=request.cookies.get(FORM_COOKIE, ""))


def may_be_signed_in(request: Request, headquarters: Context) -> Visitor:
    """Whoever signed in to the web pages.

    Raises:
        NotSignedIn: nobody has.
        OfficeRefusal: they call too often (429).
    """
    found = visitor_of(request, headquarters)
    if not found.name:
        raise NotSignedIn
    headquarters.pacing.take(found.name, request.url.path)
    return found


Person = Annotated[Visitor, Depends(may_be_signed_in)]


def person_with(right: Right) -> Callable[[Visitor], Visitor]:
    """Whoever is signed in and has this right; everybody else is refused (403)."""

    def may(person: Person) -> Visitor:
        if not person.may(right):
            raise refuse(403, "Your role does not open this page. Ask an administrator for another role.")
        return person

    return may


SeesAll = Annotated[Visitor, Depends(person_with(Right.ALL_STORES))]
SetsUp = Annotated[Visitor, Depends(person_with(Right.SET_UP))]
LooksAfterPeople = Annotated[Visitor, Depends(person_with(Right.PEOPLE))]
Changes = Annotated[Visitor, Depends(person_with(Right.CHANGE))]
TakesLogs = Annotated[Visitor, Depends(person_with(Right.LOGS))]
ReadsAudit = Annotated[Visitor, Depends(person_with(Right.AUDIT))]


async def fields_of(request: Request) -> dict[str, str]:
    """The fields of a form; of a field that is sent more than once, its values with line breaks between.

    Raises:
        Refusal: it is not a form (400), or a field cannot be kept (422).
    """
    try:
        sent = (await request.body()).decode("utf-8")
        pairs = parse_qsl(sent, keep_blank_values=True, max_num_fields=FIELDS_MAX)
    except ValueError:
        raise Refusal(400, "This is not a form.") from None
    if any("\0" in value for _, value in pairs):
        raise refuse(422, "A field holds a sign that nothing can be written with (NUL). Type it anew.")
    fields: dict[str, str] = {}
    for name, value in pairs:
        fields[name] = f"{fields[name]}\n{value}" if name in fields else value
    return fields


Fields = Annotated[dict[str, str], Depends(fields_of)]


def check_form(secret: str, fields: dict[str, str]) -> None:
    """The form came from a page of ours that was shown with this secret.

    Raises:
        OfficeRefusal: another page made it (403).
    """
    sent = fields.get("form_secret", "").encode("utf-8", "surrogatepass")
    if not secret or not hmac.compare_digest(sent, secret.encode("utf-8", "surrogatepass")):
        raise refuse(403, "This form is out of date. Go back, load the page again and repeat it.")


def strangers_form(request: Request, fields: Fields) -> dict[str, str]:
    """The fields of a form of a page that is open to all."""
    check_form(request.cookies.get(FORM_COOKIE, ""), fields)
    return fields


def own_form(person: Person, fields: Fields) -> dict[str, str]:
    """The fields of a form about the person alone, whatever their role."""
    check_form(person.form_secret, fields)
    return fields


def changing_form(person: Person, fields: Fields) -> dict[str, str]:
    """The fields of a form that changes something.

    Raises:
        OfficeRefusal: another page made it, or the person may only look (403).
    """
    check_form(person.form_secret, fields)
    if not person.may(Right.CHANGE):
        raise refuse(403, "Your role lets you look at everything and change nothing. Ask an administrator.")
    return fields


StrangersForm = Annotated[dict[str, str], Depends(strangers_form)]
OwnForm = Annotated[dict[str, str], Depends(own_form)]
ChangingForm = Annotated[dict[str, str], Depends(changing_form)]


def with_form_cookie(request: Request, make: Callable[[str], Response]) -> Response:
    """A page for a stranger, whose forms carry what its cookie says."""
    secret = request.cookies.get(FORM_COOKIE, "") or secrets.token_urlsafe(32)
    response = make(secret)
    set_cookie(request, response, FORM_COOKIE, secret)
    return response


def set_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """A cookie that scripts and other sites never see."""
    response.set_cookie(
        name, value, path="/", max_age=int(WHOLE.total_seconds()), httponly=True, samesite="strict",
        secure=request.url.scheme == "https",
    )  # fmt: skip
