"""One price of a price list: made, changed, taken out. Registers are told when it is published."""

from collections.abc import Mapping

from fastapi import APIRouter, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.backoffice.goods_pages.list_price_form import (
    new_price_typed,
    price_typed_of,
    read_price,
    typed_price_in,
)
from headquarters.backoffice.goods_pages.price_lists import ADDRESS, list_of
from headquarters.backoffice.goods_pages.product_form import currency_of, theirs, version_of
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, SeesAll, SetsUp
from headquarters.backoffice.work_pages.seen import row_of, to
from headquarters.context import Context, Headquarters
from headquarters.office.audit import entries, note
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.price_lists.models import ListPrice, PriceList
from headquarters.price_lists.service import keep_price
from retail.messages import Message, say

router = APIRouter(prefix="/office", include_in_schema=False)
KIND = "list price"


@router.get("/price-lists/{row}/prices/new")
def new(headquarters: Context, person: SetsUp, row: int) -> Response:
    """The form of a new price."""
    with headquarters.database.reading() as session:
        return _form(session, person, list_of(session, row), None, new_price_typed())


@router.post("/price-lists/{row}/prices/new")
def add(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Put a price into a list."""
    typed = typed_price_in(form)
    with headquarters.database.writing() as session:
        whole, currency = list_of(session, row), currency_of(session)
        values, faults = read_price(session, typed, currency)
        if not faults and _find(session, whole.code, values["number"], values["from"]) is not None:
            faults["from"] = say("There is one like this already. Choose another.")
        if faults:
            return _refused(session, person, whole, None, typed, faults)
        price = ListPrice(
            list=whole.code, number=values["number"], unit="", starts=values["from"], ends="", told_ends="",
            waits=True,
        )  # fmt: skip
        session.add(price)
        keep_price(session, price, values["price"], values["until"])
        note(
            session,
            person.name,
            headquarters.now(),
            "add",
            KIND,
            _about(price),
            {},
            price_typed_of(price, currency),
        )
    return to(f"{ADDRESS}/{row}/prices")


@router.get("/list-prices/{row}")
def price(headquarters: Context, person: SeesAll, row: int) -> Response:
    """One price with who changed what of it."""
    with headquarters.database.reading() as session:
        there = _price(session, row)
        return _form(
            session, person, _whole(session, there), there, price_typed_of(there, currency_of(session))
        )


@router.post("/list-prices/{row}")
def change(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Change a price that is still as it was shown."""
    return _keep(headquarters, person, row, form, typed_price_in(form))


@router.post("/list-prices/{row}/remove")
def remove(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Take a price out; registers keep it until that is published."""
    with headquarters.database.writing() as session:
        there = _price(session, row)
        before, whole = price_typed_of(there, currency_of(session)), _whole(session, there)
        note(session, person.name, headquarters.now(), "take out", KIND, _about(there), before, {})
        keep_price(session, there, None, there.ends)
        number = whole.id
    return to(f"{ADDRESS}/{number}/prices")


def _keep(
    headquarters: Headquarters, person: Visitor, row: int, form: Mapping[str, str], typed: dict[str, str]
) -> Response:
    with headquarters.database.writing() as session:
        there, currency = _price(session, row), currency_of(session)
        whole, before = _whole(session, there), price_typed_of(there, currency)
        typed |= {"number": before["number"], "from": before["from"]}
        if form.get("version") != version_of(before):
            return _form(session, person, whole, there, typed, status=409, faults=theirs(before, typed),
                         notice=say("Somebody else saved first. Save again to keep yours."))  # fmt: skip
        values, faults = read_price(session, typed, currency)
        if faults:
            return _refused(session, person, whole, there, typed, faults)
        keep_price(session, there, values["price"], values["until"])
        note(session, person.name, headquarters.now(), "change", KIND, _about(there), before,
             price_typed_of(there, currency))  # fmt: skip
    return to(f"/office/list-prices/{row}")


def _refused(
    session: Session, person: Visitor, whole: PriceList, there: ListPrice | None, typed: dict[str, str],
    faults: Mapping[str, Message],
) -> Response:  # fmt: skip
    notice = say("Nothing was saved. Change what is marked, then save.")
    return _form(session, person, whole, there, typed, status=422, faults=faults, notice=notice)


def _form(
    session: Session, person: Visitor, whole: PriceList, there: ListPrice | None, typed: Mapping[str, str], *,
    status: int = 200, faults: Mapping[str, Message] | None = None, notice: str | Message = "",
) -> Response:  # fmt: skip
    currency = currency_of(session)
    return page(
        "list_price.html", person, status=status, notice=notice, whole=whole, row=there, typed=typed,
        faults=faults or {}, currency=currency,
        version=version_of(new_price_typed() if there is None else price_typed_of(there, currency)),
        done=[] if there is None else entries(session, kind=KIND, about=_about(there)),
    )  # fmt: skip


def _about(row: ListPrice) -> str:
    return " ".join(filter(None, (row.list, row.number, row.unit, row.starts)))


def _find(session: Session, code: str, number: str, starts: str) -> ListPrice | None:
    mine = (
        ListPrice.list == code,
        ListPrice.number == number,
        ListPrice.unit == "",
        ListPrice.starts == starts,
    )
    return session.scalar(select(ListPrice).where(*mine))


def _whole(session: Session, row: ListPrice) -> PriceList:
    return session.scalars(select(PriceList).where(PriceList.code == row.list)).one()


def _price(session: Session, row: int) -> ListPrice:
    there = row_of(session, ListPrice, row)
    if there is None:
        raise refuse(404, "There is no such price. Go back to the list.")
    return there
