"""Periodic discounts: by percent, by an amount, or to a deal price, with their days. Registers are told at once."""

from collections.abc import Mapping

from fastapi import APIRouter, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.backoffice.goods_pages.discount_form import (
    KINDS,
    new_typed,
    read_discount,
    typed_in,
    typed_of,
)
from headquarters.backoffice.goods_pages.exporting import csv_file
from headquarters.backoffice.goods_pages.product_form import currency_of, theirs, version_of
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, SeesAll, SetsUp
from headquarters.backoffice.work_pages.paging import ROWS, Text
from headquarters.backoffice.work_pages.seen import row_of, to
from headquarters.context import Context, Headquarters
from headquarters.office.audit import entries, note
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.promotions.models import Promotion
from headquarters.promotions.service import keep_promotions, remove_promotion
from retail.messages import Message, say
from retail.wire.feeds import PromotionRow

router = APIRouter(prefix="/office", include_in_schema=False)
ADDRESS = "/office/discounts"
KIND = "discount"
_LAST = "\U0010ffff"


@router.get("/discounts")
def discounts(headquarters: Context, person: SeesAll, text: Text = "", after: Text = "") -> Response:
    """Discounts by their codes, or those whose code begins so."""
    query = select(Promotion).where(Promotion.code > after).order_by(Promotion.code).limit(ROWS + 1)
    if text.strip():
        query = query.where(Promotion.code >= text.strip(), Promotion.code < text.strip() + _LAST)
    today = headquarters.clock.now().date()
    with headquarters.database.reading() as session:
        rows = session.scalars(query).all()
        shown = [(row.id, PromotionRow.of(row.value)) for row in rows[:ROWS]]
        return page(
            "discounts.html", person, rows=shown, kinds=KINDS, filters={"text": text}, today=today,
            more=rows[ROWS - 1].code if len(rows) > ROWS else None, currency=currency_of(session),
        )  # fmt: skip


@router.get("/discounts.csv")
def export(headquarters: Context, person: SeesAll) -> Response:
    """All discounts as a file."""
    with headquarters.database.reading() as session:
        currency = currency_of(session)
        found = session.scalars(select(Promotion).order_by(Promotion.code))
        rows = [typed_of(PromotionRow.of(row.value), currency) for row in found]
    return csv_file("discounts.csv", list(new_typed()), [[*row.values()] for row in rows])


@router.get("/discounts/new")
def new(headquarters: Context, person: SetsUp) -> Response:
    """The form of a new discount."""
    with headquarters.database.reading() as session:
        return _form(session, person, None, new_typed())


@router.post("/discounts/new")
def add(headquarters: Context, person: SetsUp, form: ChangingForm) -> Response:
    """Make a discount."""
    return _keep(headquarters, person, None, form)


@router.get("/discounts/{row}")
def discount(headquarters: Context, person: SeesAll, row: int) -> Response:
    """One discount with who changed what of it."""
    with headquarters.database.reading() as session:
        there = _discount(session, row)
        return _form(session, person, there, _typed(session, there))


@router.post("/discounts/{row}")
def change(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Change a discount that is still as it was shown."""
    return _keep(headquarters, person, row, form)


@router.post("/discounts/{row}/remove")
def remove(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Take a discount away; what was sold with it stays as it was sold."""
    with headquarters.database.writing() as session:
        there = _discount(session, row)
        before = _typed(session, there)
        remove_promotion(session, there.code)
        note(session, person.name, headquarters.now(), "remove", KIND, there.code, before, {})
    return to(ADDRESS)


def _keep(headquarters: Headquarters, person: Visitor, row: int | None, form: Mapping[str, str]) -> Response:
    typed = typed_in(form)
    with headquarters.database.writing() as session:
        there = None if row is None else _discount(session, row)
        before = new_typed() if there is None else _typed(session, there)
        if there is not None:
            typed["id"] = there.code
            if form.get("version") != version_of(before):
                return _form(session, person, there, typed, status=409, faults=theirs(before, typed),
                             notice=say("Somebody else saved first. Save again to keep yours."))  # fmt: skip
        kept, faults = read_discount(session, typed, currency_of(session))
        if there is None and kept is not None and _row(session, kept.id) is not None:
            faults["id"] = say("There is one like this already. Choose another.")
        if faults or kept is None:
            notice = say("Nothing was saved. Change what is marked, then save.")
            return _form(session, person, there, typed, status=422, faults=faults, notice=notice)
        keep_promotions(session, [kept])
        session.flush()
        act = "add" if there is None else "change"
        note(session, person.name, headquarters.now(), act, KIND, kept.id,
             {} if there is None else before, typed_of(kept, currency_of(session)))  # fmt: skip
        number = _row(session, kept.id)
    return to(f"{ADDRESS}/{number}")


def _form(
    session: Session, person: Visitor, there: Promotion | None, typed: Mapping[str, str], *, status: int = 200,
    faults: Mapping[str, Message] | None = None, notice: str | Message = "",
) -> Response:  # fmt: skip
    return page(
        "discount.html", person, status=status, notice=notice, row=there, typed=typed, faults=faults or {}, kinds=KINDS,
        currency=currency_of(session),
        version=version_of(new_typed() if there is None else _typed(session, there)),
        done=[] if there is None else entries(session, kind=KIND, about=there.code),
    )  # fmt: skip


def _typed(session: Session, there: Promotion) -> dict[str, str]:
    return typed_of(PromotionRow.of(there.value), currency_of(session))


def _row(session: Session, code: str) -> int | None:
    return session.scalar(select(Promotion.id).where(Promotion.code == code))


def _discount(session: Session, row: int) -> Promotion:
    there = row_of(session, Promotion, row)
    if there is None:
        raise refuse(404, "There is no such discount. Go back to the list.")
    return there
