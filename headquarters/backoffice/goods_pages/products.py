"""Products with their barcodes and prices: found, made, changed and taken out. Registers are told at once."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Response
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.backoffice.goods_pages.exporting import products_csv
from headquarters.backoffice.goods_pages.listing import SORTS, Wanted, categories, listed
from headquarters.backoffice.goods_pages.product_form import (
    FLAGS,
    LABELS,
    choices_of,
    currency_of,
    new_typed,
    not_set_up,
    read_product,
    theirs,
    typed_in,
    typed_of,
    version_of,
)
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, SeesAll, SetsUp
from headquarters.backoffice.work_pages.paging import ROW_MAX, Below, Text, newest
from headquarters.backoffice.work_pages.seen import row_of, to
from headquarters.catalog.models import Product
from headquarters.catalog.naming import names_set_up
from headquarters.catalog.service import keep_product, remove_product
from headquarters.context import Context, Headquarters
from headquarters.office.audit import entries, note
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.price_lists.models import ListPrice
from retail.messages import Message, say
from retail.price_lists import moment_text

router = APIRouter(prefix="/office", include_in_schema=False)
ADDRESS = "/office/products"
KIND = "product"
Behind = Annotated[int, Query(ge=0, le=ROW_MAX)]


@router.get("/products")
def products(
    headquarters: Context, person: SeesAll, text: Text = "", category: Text = "", only: Text = "",
    sort: Text = SORTS[0], after: Text = "", after_id: Behind = 0,
) -> Response:  # fmt: skip
    """Products in the wanted order, or those that a text finds."""
    sort = sort if sort in SORTS else SORTS[0]
    wanted = Wanted(text, category, only == "not for sale", sort, after, after_id)
    with headquarters.database.reading() as session:
        found = listed(session, wanted)
        last = found.last
        more = {"after": last.name if sort == "name" else last.number, "after_id": last.id} if last else None
        return page(
            "products.html", person, found=found, more=more, sorts=SORTS, categories=categories(session),
            filters={"text": text, "category": category, "only": only, "sort": sort},
            currency=currency_of(session),
        )  # fmt: skip


@router.get("/products.csv")
def export(headquarters: Context, person: SeesAll, category: Text = "", only: Text = "") -> Response:
    """All products of a choice as a file that the import takes."""
    return products_csv(headquarters, Wanted(category=category, is_not_for_sale=only == "not for sale"))


@router.get("/products/new")
def new(headquarters: Context, person: SetsUp) -> Response:
    """The form of a new product."""
    with headquarters.database.reading() as session:
        return _form(session, person, None, new_typed())


@router.post("/products/new")
def add(headquarters: Context, person: SetsUp, form: ChangingForm) -> Response:
    """Make a product."""
    return _keep(headquarters, person, None, form)


@router.get("/products/{row}")
def product(headquarters: Context, person: SeesAll, row: int) -> Response:
    """One product with who changed what of it."""
    with headquarters.database.reading() as session:
        return product_page(session, person, product_of(session, row))


@router.get("/products/{row}/list-prices")
def list_prices(headquarters: Context, person: SeesAll, row: int, below: Below = None) -> Response:
    """The prices that lists have of one product, newest first."""
    with headquarters.database.reading() as session:
        there = product_of(session, row)
        mine = select(ListPrice).where(ListPrice.number == there.number)
        return page(
            "product_prices.html", person, row=there, found=newest(session, mine, ListPrice.id, below),
            now=moment_text(headquarters.clock.now()), currency=currency_of(session),
        )  # fmt: skip


@router.post("/products/{row}")
def change(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Change a product that is still as it was shown."""
    return _keep(headquarters, person, row, form)


@router.post("/products/{row}/remove")
def remove(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Take a product out of the catalogue; what was sold of it stays."""
    with headquarters.database.writing() as session:
        there = product_of(session, row)
        before = typed_of(session, there, currency_of(session))
        remove_product(session, there.number)
        note(session, person.name, headquarters.now(), "remove", KIND, before["number"], before, {})
    return to(ADDRESS)


def product_page(
    session: Session, person: Visitor, there: Product, notice: str | Message = "", status: int = 200
) -> Response:
    """The page of a product as it is."""
    typed = typed_of(session, there, currency_of(session))
    return _form(session, person, there, typed, status=status, notice=notice)


def product_of(session: Session, row: int) -> Product:
    """The product of a page.

    Raises:
        OfficeRefusal: there is none (404).
    """
    there = row_of(session, Product, row)
    if there is None:
        raise refuse(404, "There is no such product. Go back to the list.")
    return there


def _keep(headquarters: Headquarters, person: Visitor, row: int | None, form: Mapping[str, str]) -> Response:
    typed = typed_in(form)
    with headquarters.database.writing() as session:
        currency = currency_of(session)
        there = None if row is None else product_of(session, row)
        before = new_typed() if there is None else typed_of(session, there, currency)
        if there is not None:
            typed["number"] = there.number
            if form.get("version") != version_of(before):
                return _form(session, person, there, typed, status=409, faults=theirs(before, typed),
                             notice=say("Somebody else saved first. Save again to keep yours."))  # fmt: skip
        kept, price_minor, faults = read_product(typed, currency)
        if there is None and kept is not None and _is_there(session, kept.number):
            faults["number"] = say("There is one like this already. Choose another.")
        if kept is not None:
            faults |= not_set_up(kept, names_set_up(session))
        if faults or kept is None:
            notice = say("Nothing was saved. Change what is marked, then save.")
            return _form(session, person, there, typed, status=422, faults=faults, notice=notice)
        there = keep_product(session, kept, price_minor)
        act = "add" if row is None else "change"
        after = typed_of(session, there, currency)
        note(session, person.name, headquarters.now(), act, KIND, kept.number,
             {} if row is None else before, after)  # fmt: skip
        number = there.id
    return to(f"{ADDRESS}/{number}")


def _form(
    session: Session, person: Visitor, there: Product | None, typed: dict[str, str], *, status: int = 200,
    faults: Mapping[str, Message] | None = None, notice: str | Message = "",
) -> Response:  # fmt: skip
    currency = currency_of(session)
    shown = new_typed() if there is None else typed_of(session, there, currency)
    choices = choices_of(names_set_up(session))
    return page(
        "product.html", person, status=status, notice=notice, row=there, typed=typed, faults=faults or {},
        labels=LABELS, flags=FLAGS, currency=currency, version=version_of(shown), choices=choices,
        done=[] if there is None else entries(session, kind=KIND, about=there.number),
    )  # fmt: skip


def _is_there(session: Session, number: str) -> bool:
    return session.scalar(select(Product.id).where(Product.number == number)) is not None
