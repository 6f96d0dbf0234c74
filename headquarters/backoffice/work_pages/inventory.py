"""Inventory by warehouse: what lies where, what moved it, adjustments with their reason, and who draws on what."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from headquarters.backoffice.notation import Quantity
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import ChangingForm, Person, SeesAll, SetsUp
from headquarters.backoffice.work_pages.paging import ROW_MAX, ROWS, Text
from headquarters.backoffice.work_pages.seen import row_of, stores_seen, to
from headquarters.backoffice.work_pages.sorting import AT_FIRST, Asked, Heads, Place, read_sorted, sorting
from headquarters.catalog.models import Product
from headquarters.context import Context
from headquarters.office.audit import entries, note
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.settings.models import Store
from headquarters.stock.models import Stock, StockMovement
from headquarters.stock.movements import Warehouses
from headquarters.stock.service import adjust, draw_on, idle_places, is_adjusted, shared_warehouses, uncounted

router = APIRouter(prefix="/office", include_in_schema=False)
QUANTITY_MAX = 10**9
REASON_MAX = 200
_LAST = "\U0010ffff"


@router.get("/inventory")
def inventory(
    headquarters: Context, person: Person, place: Text = "", text: Text = "",
    after: Annotated[int, Query(ge=0, le=ROW_MAX)] = 0, sort: Asked = "",
) -> Response:  # fmt: skip
    """What each warehouse has, sorted; without a warehouse a product is found by its whole number alone."""
    with headquarters.database.reading() as session:
        places = places_seen(session, person)
        if person.stores is not None and place not in places:
            place = next(iter(places), "")
        known = sort if sort.removeprefix("-") in {"place", "product"} else ""
        heads = Heads(known, frozenset({"product"} if place else {"place", "product"}), frozenset(),
                      "product" if place else "place")  # fmt: skip
        order = (Stock.product, Stock.place) if heads.head == "product" else (Stock.place, Stock.product)
        query = select(Stock).order_by(*[each.asc() if heads.is_rising else each.desc() for each in order])
        if place or person.stores is not None:
            query = query.where(Stock.place == place)
        typed = text.strip()
        if typed:
            begins = (Stock.product >= typed) & (Stock.product < typed + _LAST)
            query = query.where(begins if place else Stock.product == typed)
        came_from = row_of(session, Stock, after)
        if came_from is not None:
            place_of, end = tuple_(*order), tuple([getattr(came_from, each.key) for each in order])
            query = query.where(place_of > end if heads.is_rising else place_of < end)
        found = session.scalars(query.limit(ROWS + 1)).all()
        rows = found[:ROWS]
        names = select(Product.number, Product.name).where(Product.number.in_([row.product for row in rows]))
        return page(
            "inventory.html", person, rows=rows, heads=heads, more=rows[-1].id if len(found) > ROWS else None,
            places=places,
            idle=idle_places(session), names=dict(session.execute(names).all()), moved=uncounted(session, _keys(rows)),
            shared=shared_warehouses(session) if person.stores is None else {},
            filters={"place": place, "text": text},
        )  # fmt: skip


@router.get("/inventory/warehouses")
def warehouses(headquarters: Context, person: SeesAll, after: Text = "") -> Response:
    """Where the goods of each store lie."""
    with headquarters.database.reading() as session:
        query = select(Store).where(Store.store > after).order_by(Store.store).limit(ROWS + 1)
        stores = session.scalars(query).all()
        return page("warehouses.html", person, stores=stores[:ROWS], shared=shared_warehouses(session),
                    more=stores[ROWS - 1].store if len(stores) > ROWS else None,
                    done=entries(session, kind="warehouse"))  # fmt: skip


@router.post("/inventory/warehouses/{row}")
def draw(headquarters: Context, person: SetsUp, form: ChangingForm, row: int) -> Response:
    """Say where the goods of a store lie from now on."""
    name = form.get("warehouse", "").strip()
    with headquarters.database.writing() as session:
        store = row_of(session, Store, row)
        if store is None:
            raise refuse(404, "There is no such store. Go back to the list.")
        if "/" in name or len(name) > REASON_MAX:
            raise refuse(422, "{name} is no name of a warehouse. Type one of 1 to {most} characters without a slash.",
                         name=name, most=REASON_MAX)  # fmt: skip
        before = store.warehouse or store.store
        draw_on(session, store, name or store.store)
        note(session, person.name, headquarters.now(), "draw on", "warehouse", store.store,
             {"warehouse": before}, {"warehouse": name or store.store})  # fmt: skip
    return to("/office/inventory/warehouses")


@router.get("/inventory/{row}")
def figure(headquarters: Context, person: Person, row: int, at: Place = AT_FIRST) -> Response:
    """What a warehouse has of one product, and every movement that made it so."""
    with headquarters.database.reading() as session:
        found = _figure(session, person, row)
        ways = ((StockMovement.place == found.place, StockMovement.product == found.product),)
        by = sorting(StockMovement.id, {}, frozenset(), at)
        listed = read_sorted(session, select(StockMovement), by, ways)
        name = session.scalar(select(Product.name).where(Product.number == found.product))
        return page(
            "stock.html", person, row=found, name=name or found.product, movements=listed.rows, listed=listed,
            idle=idle_places(session), moved=sum(uncounted(session, _keys([found])).values()),
            done=entries(session, kind="stock", about=f"{found.place}/{found.product}"), once=headquarters.ids.new(),
        )  # fmt: skip


@router.post("/inventory/{row}/adjust")
def change(headquarters: Context, person: Person, form: ChangingForm, row: int) -> Response:
    """Add what was found, or take off what is missing, with the reason."""
    by, reason = _thousandths(form.get("quantity", "")), form.get("reason", "").strip()
    if not reason or len(reason) > REASON_MAX:
        raise refuse(422, "An adjustment has a reason of 1 to {most} characters. Type one.", most=REASON_MAX)
    with headquarters.database.writing() as session:
        found = _figure(session, person, row)
        id = form.get("once", "") if _is_id(form.get("once", "")) else headquarters.ids.new()
        if is_adjusted(session, found, id):
            return to(f"/office/inventory/{row}")
        before = found.on_hand_thousandths
        adjust(session, found, by, reason, person.name, id, headquarters.now())
        note(session, person.name, headquarters.now(), "adjust", "stock", f"{found.place}/{found.product}",
             {"on hand": str(Quantity(before)), "reason": ""},
             {"on hand": str(Quantity(found.on_hand_thousandths)), "reason": reason})  # fmt: skip
    return to(f"/office/inventory/{row}")


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def places_seen(session: Session, person: Visitor) -> list[str]:
    """The warehouses of the stores that a person sees."""
    known = Warehouses(session)
    return sorted({known.of(store) for store in stores_seen(session, person)})


def _figure(session: Session, person: Visitor, row: int) -> Stock:
    found = row_of(session, Stock, row)
    if found is None or (person.stores is not None and found.place not in places_seen(session, person)):
        raise refuse(404, "There is no such figure. Go back to the list.")
    return found


def _keys(rows: Sequence[Stock]) -> list[tuple[str, str]]:
    return [(row.place, row.product) for row in rows]


def _thousandths(typed: str) -> int:
    """A quantity as it was typed, with either decimal mark and either minus.

    Raises:
        OfficeRefusal: it is none, or 0 (422).
    """
    value = Decimal(0)
    try:
        value = Decimal(typed.strip().replace("\u2212", "-").replace(",", ".")).scaleb(3)
        is_right = value == int(value) and 0 < abs(value) < QUANTITY_MAX
    except (InvalidOperation, OverflowError, ValueError):
        is_right = False
    if not is_right:
        raise refuse(
            422,
            "{value} is no quantity. Type how much more there is, or how much less with a minus: 2 or -0.5.",
            value=typed,
        )
    return int(value)
