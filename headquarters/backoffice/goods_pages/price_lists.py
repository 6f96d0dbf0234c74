"""Price lists: made, given to stores, looked through, emptied. Registers are told when it is published."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Response
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from headquarters.backoffice.goods_pages.exporting import csv_file, list_prices_csv
from headquarters.backoffice.goods_pages.list_listing import ONLY, SORTS, Wanted, listed
from headquarters.backoffice.goods_pages.list_price_form import (
    list_typed_of,
    new_list_typed,
    read_list,
    typed_list_in,
)
from headquarters.backoffice.goods_pages.product_form import currency_of, theirs, version_of
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, SeesAll, SetsUp
from headquarters.backoffice.work_pages.paging import ROW_MAX, ROWS, Text
from headquarters.backoffice.work_pages.seen import row_of, to
from headquarters.context import Context, Headquarters
from headquarters.office.audit import entries, note
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.price_lists.models import ListPrice, PriceList
from headquarters.price_lists.publishing import scopes_of
from headquarters.price_lists.service import keep_list, take_all_out
from headquarters.settings.service import known_stores
from retail.messages import Message, say
from retail.price_lists import moment_text

router = APIRouter(prefix="/office", include_in_schema=False)
ADDRESS = "/office/price-lists"
KIND = "price list"
Behind = Annotated[int, Query(ge=0, le=ROW_MAX)]
_LAST = "\U0010ffff"


@router.get("/price-lists")
def price_lists(headquarters: Context, person: SeesAll, text: Text = "", after: Text = "") -> Response:
    """Lists by their codes, or those whose code begins so."""
    query = select(PriceList).where(PriceList.code > after).order_by(PriceList.code).limit(ROWS + 1)
    if text.strip():
        query = query.where(PriceList.code >= text.strip(), PriceList.code < text.strip() + _LAST)
    with headquarters.database.reading() as session:
        rows = session.scalars(query).all()
        codes = [row.code for row in rows[:ROWS]]
        waits = exists().where(ListPrice.list == PriceList.code, ListPrice.waits)
        waiting = set(session.scalars(select(PriceList.code).where(PriceList.code.in_(codes), waits)))
        waiting |= {row.code for row in rows if row.told != scopes_of(row)}
        return page(
            "price_lists.html", person, rows=rows[:ROWS], waiting=waiting, filters={"text": text},
            more=rows[ROWS - 1].code if len(rows) > ROWS else None,
        )  # fmt: skip


@router.get("/price-lists.csv")
def export_lists(headquarters: Context, person: SeesAll) -> Response:
    """All lists as a file, without their prices."""
    with headquarters.database.reading() as session:
        rows = [list_typed_of(row) for row in session.scalars(select(PriceList).order_by(PriceList.code))]
    return csv_file("price-lists.csv", list(new_list_typed()), [[*row.values()] for row in rows])


@router.get("/price-lists/new")
def new(headquarters: Context, person: SetsUp) -> Response:
    """The form of a new list."""
    with headquarters.database.reading() as session:
        return _form(session, person, None, new_list_typed())


@router.post("/price-lists/new")
def add(headquarters: Context, person: SetsUp, form: ChangingForm) -> Response:
    """Make a list."""
    return _keep(headquarters, person, None, form)


@router.get("/price-lists/{row}")
def price_list(headquarters: Context, person: SeesAll, row: int) -> Response:
    """One list: what it is called, whose prices it has, and who changed what of it."""
    with headquarters.database.reading() as session:
        there = list_of(session, row)
        return _form(session, person, there, list_typed_of(there))


@router.post("/price-lists/{row}")
def change(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Change a list that is still as it was shown."""
    return _keep(headquarters, person, row, form)


@router.post("/price-lists/{row}/empty")
def empty(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Take every price out of a list; registers keep them until that is published."""
    with headquarters.database.writing() as session:
        there = list_of(session, row)
        take_all_out(session, there.code)
        note(session, person.name, headquarters.now(), "take all out", KIND, there.code)
    return to(f"{ADDRESS}/{row}/prices")


@router.post("/price-lists/{row}/remove")
def remove(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Remove a list that has no price any more."""
    with headquarters.database.writing() as session:
        there = list_of(session, row)
        if session.scalar(select(ListPrice.id).where(ListPrice.list == there.code).limit(1)) is not None:
            raise refuse(
                409, "This list still has prices. Take them out and publish that, then remove the list."
            )
        note(session, person.name, headquarters.now(), "remove", KIND, there.code, list_typed_of(there), {})
        session.delete(there)
    return to(ADDRESS)


@router.get("/price-lists/{row}/prices")
def prices(
    headquarters: Context, person: SeesAll, row: int, text: Text = "", only: Text = "", sort: Text = SORTS[0],
    after: Behind = 0,
) -> Response:  # fmt: skip
    """The prices of a list in the wanted order, or those that a text finds."""
    now = moment_text(headquarters.clock.now())
    with headquarters.database.reading() as session:
        there = list_of(session, row)
        wanted = Wanted(
            there.code, text, only if only in ONLY else "", sort if sort in SORTS else SORTS[0], after
        )
        found = listed(session, wanted, now)
        return page(
            "list_prices.html", person, row=there, found=found, now=now, sorts=SORTS, onlies=ONLY,
            currency=currency_of(session), filters={"text": text, "only": wanted.only, "sort": wanted.sort},
        )  # fmt: skip


@router.get("/price-lists/{row}/prices.csv")
def export(headquarters: Context, person: SeesAll, row: int) -> Response:
    """All prices of a list as a file that the import takes."""
    with headquarters.database.reading() as session:
        there = list_of(session, row)
        return list_prices_csv(headquarters, there.code, currency_of(session))


def list_of(session: Session, row: int) -> PriceList:
    """A list.

    Raises:
        OfficeRefusal: there is none (404).
    """
    there = row_of(session, PriceList, row)
    if there is None:
        raise refuse(404, "There is no such price list. Go back to the list.")
    return there


def _keep(headquarters: Headquarters, person: Visitor, row: int | None, form: Mapping[str, str]) -> Response:
    typed = typed_list_in(form)
    with headquarters.database.writing() as session:
        there = None if row is None else list_of(session, row)
        before = new_list_typed() if there is None else list_typed_of(there)
        if there is not None:
            typed["code"] = there.code
            if form.get("version") != version_of(before):
                return _form(session, person, there, typed, status=409, faults=theirs(before, typed),
                             notice=say("Somebody else saved first. Save again to keep yours."))  # fmt: skip
        values, faults = read_list(typed, known_stores(session))
        if there is None and not faults and _is_there(session, values["code"]):
            faults["code"] = say("There is one like this already. Choose another.")
        if faults:
            notice = say("Nothing was saved. Change what is marked, then save.")
            return _form(session, person, there, typed, status=422, faults=faults, notice=notice)
        act = "add" if there is None else "change"
        there = keep_list(session, values)
        session.flush()
        note(session, person.name, headquarters.now(), act, KIND, there.code,
             {} if row is None else before, list_typed_of(there))  # fmt: skip
        number = there.id
    return to(f"{ADDRESS}/{number}")


def _form(
    session: Session, person: Visitor, there: PriceList | None, typed: Mapping[str, str], *, status: int = 200,
    faults: Mapping[str, Message] | None = None, notice: str | Message = "",
) -> Response:  # fmt: skip
    return page(
        "price_list.html", person, status=status, notice=notice, row=there, typed=typed, faults=faults or {},
        version=version_of(new_list_typed() if there is None else list_typed_of(there)),
        done=[] if there is None else entries(session, kind=KIND, about=there.code),
    )  # fmt: skip


def _is_there(session: Session, code: str) -> bool:
    return session.scalar(select(PriceList.id).where(PriceList.code == code)) is not None
