"""The fleet: how each register stands, its enrolment codes one by one or in bulk, and taking its token away."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query, Response
from sqlalchemy import select

from headquarters.backoffice.goods_pages.exporting import csv_file
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, Person
from headquarters.backoffice.work_pages.paging import ROWS, Text
from headquarters.backoffice.work_pages.seen import register_of, stores_seen, to
from headquarters.backoffice.work_pages.sorting import Asked, Heads, narrowing
from headquarters.context import Context, Headquarters, stored
from headquarters.devices.fleet import Behind, Narrowed, Wanted, machine, machines, without_device
from headquarters.devices.models import Device
from headquarters.devices.service import CODE_VALID, make_code, make_codes, pause, resume, revoke
from headquarters.feeds.words import FEEDS
from headquarters.jobs.models import UploadAsked
from headquarters.office.audit import entries, note, note_each
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.tallies.words import holds
from headquarters.uploads.branching import branches_of
from headquarters.uploads.service import holes

router = APIRouter(prefix="/office", include_in_schema=False)
COLUMNS = ("register", "store", "code", "valid_until")
CODES_AT_ONCE = 500
"""So many codes are made by one commit, so that no booking waits for more."""


@router.get("/registers")
def registers(
    headquarters: Context, person: Person, text: Text = "", store: Text = "",
    narrowed: Annotated[str, Query(alias="state", max_length=40)] = "", after: Text = "",
    sort: Asked = "",
) -> Response:  # fmt: skip
    """The registers by name or by store, narrowed by what was asked for."""
    now = headquarters.clock.now()
    with headquarters.database.reading() as session:
        wanted = Wanted(text.strip(), store, narrowed, person.stores)
        by_store = narrowing(person, {"text": text, "store": store, "state": narrowed}) == frozenset()
        known = sort if sort.removeprefix("-") in {"register", "store"} else ""
        heads = Heads(
            known, frozenset({"register", "store"} if by_store else {"register"}), frozenset(), "register"
        )
        behind = Behind(after, heads.head == "store", not heads.is_rising)
        found = machines(session, wanted, behind, ROWS + 1, now)
        shown = found[:ROWS]
        return page(
            "registers.html", person, machines=shown, heads=heads, stores=stores_seen(session, person),
            more=shown[-1].register.register if len(found) > ROWS else None,
            filters={"text": text, "store": store, "state": narrowed}, states=[each.value for each in Narrowed],
        )  # fmt: skip


@router.post("/registers/codes")
def codes(headquarters: Context, person: Person, form: ChangingForm) -> Response:
    """New codes for all registers of a choice that nobody is enrolled as, as a CSV file, once."""
    wanted = Wanted(form.get("text", "").strip(), form.get("store", ""), stores=person.stores)
    with headquarters.database.reading() as session:
        if not without_device(session, wanted, "", 1):
            raise refuse(404, "Nobody is missing: every register of this choice is enrolled.")
    return csv_file("enrolment-codes.csv", COLUMNS, _made(headquarters, person, wanted))


@router.get("/registers/{row}")
def register(headquarters: Context, person: Person, row: int) -> Response:
    """One register with all that is known of it."""
    return _register(headquarters, person, row)


@router.post("/registers/{row}/code")
def code(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Show a new enrolment code, once."""
    with headquarters.database.writing() as session:
        found = register_of(session, person, row)
        made = make_code(session, found.register, headquarters.clock.now())
        note(session, person.name, headquarters.now(), "new enrolment code", "register", found.register)
    return _register(headquarters, person, row, code=made)


@router.post("/registers/{row}/revoke")
def take_token(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Take away a register's token."""
    with headquarters.database.writing() as session:
        name = register_of(session, person, row).register
        revoke(session, name, headquarters.clock.now())
        note(session, person.name, headquarters.now(), "revoke", "register", name)
    return to(f"/office/registers/{row}")


@router.post("/registers/{row}/replace")
def replace(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Another machine takes the place of a register's: the old one is out at once, and a code lets the new one in."""
    with headquarters.database.writing() as session:
        name = register_of(session, person, row).register
        if not revoke(session, name, headquarters.clock.now()):
            raise refuse(409, "Nobody is enrolled as {register}. Give a new code instead.", register=name)
        made = make_code(session, name, headquarters.clock.now())
        note(session, person.name, headquarters.now(), "replace", "register", name)
    return _register(headquarters, person, row, code=made)


@router.post("/registers/{row}/pause")
def stop_telling(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Tell a register nothing new for a while."""
    with headquarters.database.writing() as session:
        found = register_of(session, person, row)
        pause(found, person.name, headquarters.clock.now())
        note(session, person.name, headquarters.now(), "pause", "register", found.register)
    return to(f"/office/registers/{row}")


@router.post("/registers/{row}/resume")
def tell_again(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Tell a register again what is new."""
    with headquarters.database.writing() as session:
        found = register_of(session, person, row)
        resume(found)
        note(session, person.name, headquarters.now(), "resume", "register", found.register)
    return to(f"/office/registers/{row}")


def _register(headquarters: Headquarters, person: Visitor, row: int, code: str = "") -> Response:
    with headquarters.database.reading() as session:
        found = register_of(session, person, row)
        known = machine(session, found, headquarters.clock.now())
        devices = select(Device).where(Device.register == found.register).order_by(Device.id.desc())
        asked = select(UploadAsked).where(
            UploadAsked.register == found.register, UploadAsked.reached_at.is_(None)
        )
        held = holds(found.register, known.tally, known.currency) if known.tally and known.tally.held else ""
        return page(
            "register.html", person, machine=known, feeds=FEEDS, code=code, held=held,
            asked=session.scalars(asked).first(),
            devices=session.scalars(devices).all(), holes=holes(session, [found.register]),
            branches=branches_of(session, found.register),
            done=entries(session, kind="register", about=found.register),
        )  # fmt: skip


def _made(headquarters: Headquarters, person: Visitor, wanted: Wanted) -> Iterator[tuple[str, str, str, str]]:
    """The rows of the file, made while it is sent, a commit at a time; nothing of it is kept."""
    after = ""
    while True:
        now = headquarters.clock.now()
        with headquarters.database.writing() as session:
            found = without_device(session, wanted, after, CODES_AT_ONCE)
            if not found:
                return
            made = make_codes(session, [register for register, _ in found], now)
            note_each(session, person.name, stored(now), "new enrolment code", "register", list(made))
        until = (now + CODE_VALID).isoformat(timespec="seconds")
        yield from [(register, store, made[register], until) for register, store in found]
        after = found[-1][0]
