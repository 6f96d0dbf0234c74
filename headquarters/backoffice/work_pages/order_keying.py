"""Keying an order or a quote at headquarters, and taking orders of other channels from a CSV text."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Response
from sqlalchemy.orm import Session

from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import Changes, ChangingForm
from headquarters.backoffice.work_pages.attribute_inputs import attribute_inputs
from headquarters.backoffice.work_pages.found import found_customers, newest_customers
from headquarters.backoffice.work_pages.order_editing import ways_of
from headquarters.backoffice.work_pages.order_forms import (
    OF_NEW,
    Fields,
    field_of,
    new_lines,
    read_day,
    read_percent,
    typed_attributes,
    way_of,
)
from headquarters.backoffice.work_pages.paging import Text
from headquarters.backoffice.work_pages.seen import stores_seen, to
from headquarters.context import Context
from headquarters.errors import Refusal
from headquarters.office.audit import note
from headquarters.office.refusals import refuse
from headquarters.office.sessions import Visitor
from headquarters.orders.channel_files import COLUMNS, orders_of_csv
from headquarters.orders.channels import REFUSED, Outcome, counted, take_orders
from headquarters.orders.desk import Desk, customer_known, desk_of
from headquarters.orders.edits import PICKUP, Way
from headquarters.orders.keying import Keyed, NewOrder, Refused, make_order, propose_order
from retail.errors import RuleBroken
from retail.messages import Message, say
from retail.order_attributes import attributes_of
from retail.orders.kinds import CartKind
from retail.settings import StoreSettings

router = APIRouter(prefix="/office", include_in_schema=False)
NEW_LINES = tuple(range(1, 11))
"""So many products can be keyed at once; more are added by editing the order."""
SHOWN_MAX = 500
Whose = Annotated[str, Query(max_length=36)]


@router.get("/orders/new")
def new_order(
    headquarters: Context, person: Changes, store: Text = "", customer: Whose = "", text: Text = ""
) -> Response:
    """Whose order it is and at which store; then its goods."""
    with headquarters.database.reading() as session:
        stores = stores_seen(session, person)
        if store in stores and customer_known(session, customer) is not None:
            return _form(session, person, desk_of(session, headquarters, store, person.name), customer, {})
        is_first = not text and person.stores is None
        found = newest_customers(session) if is_first else found_customers(session, text)
        return page("order_whose.html", person, stores=stores, store=store, text=text, found=found)


@router.post("/orders/new")
def key_order(headquarters: Context, person: Changes, form: ChangingForm) -> Response:
    """Show what it comes to; once that was shown, make it."""
    store, customer = form.get("store", ""), form.get("customer", "")
    with headquarters.database.writing() as session:
        if store not in stores_seen(session, person) or customer_known(session, customer) is None:
            raise refuse(404, "There is no such store or customer. Begin again.")
        desk = desk_of(session, headquarters, store, person.name)
        try:
            new = propose_order(desk, _keyed(session, customer, form, desk.settings))
        except (Refused, RuleBroken) as no:
            words = no.broken.message if isinstance(no, Refused) else no.message
            return _form(session, person, desk, customer, form, words, status=422)
        if form.get("do") != "take" or form.get("shown") != _comes_to(new):
            return _form(session, person, desk, customer, form, new=new)
        made = make_order(session, desk, new)
        facts = {"store": store, "customer": made.customer.account, "note": new.keyed.note}
        note(session, person.name, desk.at, "key", "order", made.reference, None, facts)
    return to(f"/office/orders/{made.id}")


@router.get("/orders/import")
def import_form(headquarters: Context, person: Changes) -> Response:
    """Where orders of other channels are pasted."""
    return _importing(person, "", ())


@router.post("/orders/import")
def import_orders(headquarters: Context, person: Changes, form: ChangingForm) -> Response:
    """Try them first, and say what would be refused; then take those that can be."""
    text, is_trial = form.get("csv", ""), form.get("do") != "take"
    try:
        numbered, unread = orders_of_csv(text)
    except Refusal as refused:
        return _importing(person, text, (), say(refused.words), status=422)
    done = take_orders(headquarters, numbered, person.name, trial=is_trial, stores=person.stores)
    every = sorted([*done, *unread], key=lambda each: each.row)
    if not is_trial:
        with headquarters.database.writing() as session:
            note(
                session,
                person.name,
                headquarters.now(),
                "take over",
                "orders of channels",
                "",
                None,
                counted(every),
            )
    return _importing(person, text, every, was_trial=is_trial)


def _keyed(session: Session, customer: str, form: Fields, settings: StoreSettings) -> Keyed:
    """What stands in the form.

    Raises:
        RuleBroken: a field cannot be read.
    """
    buyer = customer_known(session, customer)
    if buyer is None:
        raise refuse(404, "There is no such store or customer. Begin again.")
    currency, asked = settings.currency, attributes_of(CartKind.ORDER, settings)
    kind = CartKind.QUOTE if form.get("kind") == CartKind.QUOTE else CartKind.ORDER
    return Keyed(
        buyer,
        new_lines(form, currency, NEW_LINES),
        way_of(form) or Way(PICKUP),
        kind=kind,
        expires=read_day(form.get("expires", "")),
        collector=form.get("collector", ""),
        attributes=typed_attributes(form, asked),
        note=form.get("note", ""),
        agreed=form.get("agreed", ""),
        off_percent=read_percent(form.get("off", "")),
    )


def _form(
    session: Session, person: Visitor, desk: Desk, customer: str, fields: Fields, notice: str | Message = "",
    *, status: int = 200, new: NewOrder | None = None,
) -> Response:  # fmt: skip
    names = (*[f"{what}{number}" for number in NEW_LINES for what in OF_NEW], "way", "place", "day", "address", "kind",
             "expires", "collector", "note", "agreed", "off")  # fmt: skip
    asked = attributes_of(CartKind.ORDER, desk.settings)
    said = fields or {field_of(each.attribute): each.default for each in asked}
    return page(
        "order_new.html", person, status=status, notice=notice, store=desk.settings.store,
        customer=customer_known(session, customer), uuid=customer, ways=ways_of(desk.settings), pickup=PICKUP,
        reasons=desk.settings.override_reasons, currency=desk.settings.currency,
        fields={name: fields.get(name, "") for name in names}, new_lines=NEW_LINES,
        asked=attribute_inputs(asked, said, person.language),
        order=None if new is None else new.order, shown="" if new is None else _comes_to(new),
    )  # fmt: skip


def _comes_to(new: NewOrder) -> str:
    """What was shown of an order before it is made: its sums and its goods."""
    lines = [
        f"{line.product} {line.ordered_thousandths} {line.amount_minor} {line.place} {line.day}"
        for line in new.order.lines
    ]
    return f"{new.order.kind.value} {new.order.total_minor} {new.order.deposit_minor}: {'; '.join(lines)}"


def _importing(
    person: Visitor, text: str, outcomes: Sequence[Outcome], notice: str | Message = "",
    *, status: int = 200, was_trial: bool = True,
) -> Response:  # fmt: skip
    first = sorted(outcomes, key=lambda each: each.outcome != REFUSED)[:SHOWN_MAX]
    return page(
        "order_import.html", person, status=status, notice=notice, csv=text, outcomes=first,
        counts=counted(outcomes), was_trial=was_trial, columns=COLUMNS,
    )  # fmt: skip
