"""Signing in and off, the first administrator, and what everybody sets for themselves."""

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from headquarters.auth import Anybody
from headquarters.backoffice.languages import LANGUAGES
from headquarters.backoffice.page import HEADERS, page
from headquarters.backoffice.visiting import (
    COOKIE,
    LANGUAGE_COOKIE,
    OwnForm,
    Person,
    StrangersForm,
    set_cookie,
    visitor_of,
    with_form_cookie,
)
from headquarters.context import Context, Headquarters
from headquarters.devices.attempts import Attempts
from headquarters.office.models import OfficePerson
from headquarters.office.passwords import LENGTH_MIN
from headquarters.office.people import Doorkeeper, anybody, set_password
from headquarters.office.refusals import OfficeRefusal, refuse
from headquarters.office.sessions import begin, end, end_all, open_sessions
from headquarters.office.set_up import first_administrator

router = APIRouter(prefix="/office", include_in_schema=False)
LOOKS = ("", "light", "dark")


@router.get("/sign-in")
def sign_in_page(request: Request, headquarters: Context, anybody: Anybody, language: str = "") -> Response:
    """Where somebody signs in; `language` changes what the pages speak at this browser."""
    response = _strangers_page(request, headquarters, "sign_in.html", language=language)
    if language in LANGUAGES:
        set_cookie(request, response, LANGUAGE_COOKIE, language)
    return response


@router.post("/sign-in")
def sign_in(request: Request, headquarters: Context, anybody: Anybody, form: StrangersForm) -> Response:
    """Sign in with name and password; guessing is slowed down by address and by name."""
    attempts: Attempts = request.app.state.attempts
    address = request.client.host if request.client else ""
    doorkeeper: Doorkeeper = request.app.state.doorkeeper
    try:
        attempts.check(address)
        person_id = doorkeeper.person(headquarters, form.get("name", ""), form.get("password", ""))
    except OfficeRefusal as refused:
        attempts.failed(address)
        return _strangers_page(request, headquarters, "sign_in.html", refused)
    return _signed_in(request, headquarters, person_id)


@router.get("/set-up")
def set_up_page(request: Request, headquarters: Context, anybody: Anybody) -> Response:
    """Where the first administrator is made, while there is nobody."""
    return _strangers_page(request, headquarters, "set_up.html", least=LENGTH_MIN)


@router.post("/set-up")
def set_up(request: Request, headquarters: Context, nobody: Anybody, form: StrangersForm) -> Response:
    """Make the first administrator with the code that headquarters printed, and sign them in."""
    attempts: Attempts = request.app.state.attempts
    address = request.client.host if request.client else ""
    try:
        attempts.check(address)
        _check_twice(form)
        with headquarters.database.writing() as session:
            person = first_administrator(
                session, form.get("code", ""), form.get("name", ""), form.get("password", ""),
                headquarters.clock.now(),
            )  # fmt: skip
    except OfficeRefusal as refused:
        if refused.status == 403:
            attempts.failed(address)
        return _strangers_page(request, headquarters, "set_up.html", refused, least=LENGTH_MIN)
    return _signed_in(request, headquarters, person.id)


@router.post("/sign-out")
def sign_out(request: Request, headquarters: Context, person: Person, form: OwnForm) -> Response:
    """Sign off at this browser."""
    with headquarters.database.writing() as session:
        end(session, request.cookies.get(COOKIE, ""))
    return _to("/office/sign-in")


@router.post("/sign-out-everywhere")
def sign_out_everywhere(headquarters: Context, person: Person, form: OwnForm) -> Response:
    """Sign off at every browser."""
    with headquarters.database.writing() as session:
        end_all(session, person.person_id)
    return _to("/office/sign-in")


@router.get("/me")
def my_page(headquarters: Context, person: Person) -> Response:
    """What a person sets for themselves."""
    with headquarters.database.reading() as session:
        return page("me.html", person, sessions=open_sessions(session, person.person_id, headquarters.clock.now()),
                    least=LENGTH_MIN)  # fmt: skip


@router.post("/me/view")
def keep_view(headquarters: Context, person: Person, form: OwnForm) -> Response:
    """Keep the language and the look somebody chose."""
    with headquarters.database.writing() as session:
        row = session.get_one(OfficePerson, person.person_id)
        if form.get("language") in LANGUAGES:
            row.language = form["language"]
        if form.get("look") in LOOKS:
            row.look = form["look"]
    return _to("/office/me")


@router.post("/me/password")
def keep_password(request: Request, headquarters: Context, person: Person, form: OwnForm) -> Response:
    """Another password, for who knows the present one; every other session ends."""
    doorkeeper: Doorkeeper = request.app.state.doorkeeper
    _check_twice(form)
    doorkeeper.person(headquarters, person.name, form.get("present", ""))
    with headquarters.database.writing() as session:
        row = session.get_one(OfficePerson, person.person_id)
        set_password(session, row, form.get("password", ""), person.name, headquarters.now())
    return _signed_in(request, headquarters, person.person_id)


def _check_twice(form: dict[str, str]) -> None:
    if form.get("password", "") != form.get("again", ""):
        raise refuse(422, "The two passwords differ. Type the same twice.")


def _signed_in(request: Request, headquarters: Headquarters, person_id: int) -> Response:
    """A new session under a new cookie: one that was planted before is worth nothing."""
    with headquarters.database.writing() as session:
        cookie = begin(session, person_id, request.cookies.get(COOKIE, ""), headquarters.clock.now())
    response = _to("/office")
    set_cookie(request, response, COOKIE, cookie)
    return response


def _strangers_page(
    request: Request, headquarters: Headquarters, template: str, refused: OfficeRefusal | None = None,
    *, language: str = "", **values: Any,
) -> Response:  # fmt: skip
    with headquarters.database.reading() as session:
        is_new = not anybody(session)
    visitor = visitor_of(request, headquarters)
    status, notice = (200, "") if refused is None else (refused.status, refused.message)
    spoken = language if language in LANGUAGES else visitor.language

    def make(secret: str) -> Response:
        stranger = replace(visitor, language=spoken, form_secret=secret, name="")
        return page(template, stranger, status=status, notice=notice, is_new=is_new, **values)

    return with_form_cookie(request, make)


def _to(address: str) -> Response:
    return RedirectResponse(address, 303, HEADERS)
