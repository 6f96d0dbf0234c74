"""Editing and cancelling an order at headquarters: the difference is shown before it is taken, nothing is lost."""

import json
from collections.abc import Sequence

from fastapi import APIRouter, Response
from sqlalchemy.orm import Session

from headquarters.backoffice.notation import Sum
from headquarters.backoffice.page import page
from headquarters.backoffice.visiting import Changes, ChangingForm
from headquarters.backoffice.work_pages.attribute_inputs import attribute_inputs
from headquarters.backoffice.work_pages.order_events import changes_shown
from headquarters.backoffice.work_pages.order_forms import (
    NEW_LINES,
    TICKED,
    Fields,
    as_it_stands,
    charges_shown,
    edit_of,
    open_lines,
    read_charge,
    typed_over,
)
from headquarters.backoffice.work_pages.paging import Id
from headquarters.backoffice.work_pages.seen import to
from headquarters.context import Context
from headquarters.office.audit import note
from headquarters.office.refusals import OfficeRefusal, refuse
from headquarters.office.sessions import Visitor
from headquarters.orders.desk import Desk, customer_of, desk_of
from headquarters.orders.editing import (
    Proposed,
    check_may,
    is_as_it_was,
    propose_cancellation,
    propose_edit,
    take,
)
from headquarters.orders.edits import PICKUP
from headquarters.orders.models import Order
from headquarters.orders.service import find_order, state_of
from retail.errors import RuleBroken
from retail.messages import Message, say
from retail.order_attributes import attributes_of
from retail.orders.cancellation import default_charge
from retail.orders.delivery import pickup_places, ship_places
from retail.orders.facts import Action
from retail.orders.modes import modes_of
from retail.orders.order import OrderState
from retail.settings import StoreSettings
from retail.wire.erasing import nameless_event

router = APIRouter(prefix="/office", include_in_schema=False)


@router.get("/orders/{uuid}/edit")
def edit_form(headquarters: Context, person: Changes, uuid: Id) -> Response:
    """The order as a form."""
    with headquarters.database.reading() as session:
        row = changeable(session, person, uuid)
        desk = desk_of(session, headquarters, row.store, person.name)
        _check(row, desk, Action.EDIT)
        state = state_of(row)
        return _form(
            session, person, desk, state, as_it_stands(state, attributes_of(state.kind, desk.settings))
        )


@router.post("/orders/{uuid}/edit")
def edit(headquarters: Context, person: Changes, form: ChangingForm, uuid: Id) -> Response:
    """Show what would come of it; once that was shown, take it."""
    with headquarters.database.writing() as session:
        row = changeable(session, person, uuid)
        desk = desk_of(session, headquarters, row.store, person.name)
        state = state_of(row)
        asked = attributes_of(state.kind, desk.settings)
        fields = typed_over(state, form, asked)
        if not is_as_it_was(row, _number(form.get("based_on", ""))):
            words = say(
                "Somebody else changed this order meanwhile. It stands as it is now, with what you typed: look at both."
            )
            return _form(session, person, desk, state, fields, words, status=409)
        try:
            proposed = propose_edit(session, desk, state, edit_of(state, fields, asked))
            if form.get("do") == "take":
                take(session, desk, row, proposed, form.get("shown", ""))
                _note(session, person, desk, "edit", proposed)
                return to(f"/office/orders/{uuid}")
        except RuleBroken as broken:
            return _form(session, person, desk, state, fields, broken.message, status=422)
        except OfficeRefusal as refused:
            return _form(session, person, desk, state, fields, refused.message, status=refused.status)
        return _form(session, person, desk, state, fields, proposed=proposed)


@router.get("/orders/{uuid}/cancel")
def cancel_form(headquarters: Context, person: Changes, uuid: Id) -> Response:
    """What cancelling costs by default, and what would be owed back."""
    with headquarters.database.reading() as session:
        row = changeable(session, person, uuid)
        desk = desk_of(session, headquarters, row.store, person.name)
        _check(row, desk, Action.CANCEL)
        return _cancelling(session, person, desk, state_of(row), {})


@router.post("/orders/{uuid}/cancel")
def cancel(headquarters: Context, person: Changes, form: ChangingForm, uuid: Id) -> Response:
    """Show what would come of this charge; once that was shown, cancel."""
    with headquarters.database.writing() as session:
        row = changeable(session, person, uuid)
        desk = desk_of(session, headquarters, row.store, person.name)
        _check(row, desk, Action.CANCEL)
        return _cancelling(session, person, desk, state_of(row), form, row)


def changeable(session: Session, person: Visitor, uuid: str) -> Order:
    """The order, if this person may change it: a store manager changes those of their own stores.

    Raises:
        OfficeRefusal: there is none (404), or it was made at a store of somebody else (403).
    """
    row = find_order(session, uuid)
    if row is None or not any(
        person.sees(store) for store in (row.store, *[line.store for line in row.lines])
    ):
        raise refuse(404, "There is no such order. Go back to the list.")
    if not person.sees(row.store):
        raise refuse(403, "This order was made at {store}. Ask somebody there to change it.", store=row.store)
    return row


def ways_of(settings: StoreSettings) -> dict[str, Sequence[str]]:
    """What a store offers for goods to leave by."""
    return {
        "modes": modes_of(settings), "pickups": [each.place for each in pickup_places(settings)],
        "sources": [each.place for each in ship_places(settings)],
    }  # fmt: skip


def _form(
    session: Session, person: Visitor, desk: Desk, state: OrderState, fields: Fields,
    notice: str | Message = "", *, status: int = 200, proposed: Proposed | None = None,
) -> Response:  # fmt: skip
    asked = attributes_of(state.kind, desk.settings)
    shown = as_it_stands(state, asked)
    codes = {each.code for each in desk.settings.charge_codes} | {desk.settings.shipping_charge_code or ""}
    return page(
        "order_edit.html", person, status=status, notice=notice, order=state, lines=open_lines(state), fields=fields,
        ticks={name: fields[name].split() for name in TICKED}, charges=charges_shown(state), new_lines=NEW_LINES,
        as_shown=json.dumps(shown), customer=customer_of(session, state), pickup=PICKUP,
        codes=sorted(codes - {""}), settings=desk.settings, ways=ways_of(desk.settings), proposed=proposed,
        reasons=desk.settings.override_reasons, charge_reasons=desk.settings.charge_reasons,
        changes=[] if proposed is None else changes_shown(
                proposed.after.events[-1], state.currency, desk.settings.order_attributes, person.language),
        asked=attribute_inputs(asked, fields, person.language),
    )  # fmt: skip


def _cancelling(
    session: Session, person: Visitor, desk: Desk, state: OrderState, form: Fields, row: Order | None = None
) -> Response:
    """The page of a cancellation; with the row of a form that was sent, what it asks for is done."""
    notice: str | Message = ""
    status, proposed = 200, None
    try:
        charge = read_charge(form.get("charge", ""), state.currency)
        proposed = propose_cancellation(session, desk, state, charge, form.get("note", ""))
        if row is not None and form.get("do") == "take":
            take(session, desk, row, proposed, form.get("shown", ""))
            _note(session, person, desk, "cancel", proposed)
            return to(f"/office/orders/{row.uuid}")
    except RuleBroken as broken:
        notice, status = broken.message, 422
    except OfficeRefusal as refused:
        notice, status = refused.message, refused.status
    return page(
        "order_cancel.html", person, status=status, notice=notice, order=state, proposed=proposed,
        charge=form.get("charge", ""), note=form.get("note", ""), default=default_charge(state, desk.settings),
    )  # fmt: skip


def _check(row: Order, desk: Desk, action: Action) -> None:
    try:
        check_may(state_of(row), desk, action)
    except RuleBroken as broken:
        raise OfficeRefusal(409, broken.message) from None


def _note(session: Session, person: Visitor, desk: Desk, act: str, proposed: Proposed) -> None:
    before, after = proposed.before, proposed.after
    changes = [str(each) for each in changes_shown(nameless_event(after.events[-1]), after.currency)]
    note(
        session, person.name, desk.at, act, "order", after.reference,
        {"total": str(Sum(before.total_minor, before.currency)), "status": before.status.value, "changes": [],
         "note": ""},
        {"total": str(Sum(after.total_minor, after.currency)), "status": after.status.value, "changes": changes,
         "note": proposed.note},
    )  # fmt: skip


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
