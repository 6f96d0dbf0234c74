"""Orders that headquarters edits, cancels and keys, at a register: seen there, never lost there, settled there."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from headquarters.orders.desk import Desk, customer_known, desk_of
from headquarters.orders.editing import Proposed, propose_cancellation, propose_edit, take
from headquarters.orders.edits import PICKUP, Edit, NewLine, Way
from headquarters.orders.keying import Keyed, make_order, propose_order
from headquarters.orders.service import find_order, state_of
from pos_app.operations.registry import Refused
from retail.orders.order import OrderState
from retail.permissions import rights_of
from retail.settings import StoreSettings
from retail.wire.settings import settings_values
from tests.fixtures.one_process import OneProcess, Till

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ANNA = "01900000-0000-7000-8000-00000000a00a"
HOUSTON = StoreSettings(store="HOUSTON", cancellation_charge_code="CANCEL")


@pytest.fixture(scope="module")
def retailer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OneProcess]:
    described: dict[str, Any] = {
        "tenant": "story",
        "stores": [{"store": "HOUSTON", "name": "Houston", "settings": settings_values(HOUSTON)}],
        "registers": [{"register": "HOUSTON-1", "store": "HOUSTON"}],
        "products": [{"number": "SHOE", "name": "Trail shoe", "price_minor": 10_000}],
        "customers": [{"id": ANNA, "name": "Anna Berg"}],
        "staff": [
            {"user": "manager", "name": "Mette", "role": "manager", "pin": "271548",
             "rights": sorted(rights_of("manager", {}))}
        ],
    }  # fmt: skip
    with ExitStack() as undo:
        world = OneProcess(tmp_path_factory.mktemp("stores") / "retailer", described, NOW, undo)
        [till] = world.tills.values()
        till.do("user.sign_in", user="manager", pin="271548")
        till.do("shift.open", start="1000")
        yield world


@pytest.fixture
def till(retailer: OneProcess) -> Till:
    return retailer.tills["HOUSTON-1"]


def ordered(till: Till, quantity: str) -> str:
    """Shoes to be fetched, with their deposit paid."""
    till.do("customer.set", id=ANNA)
    till.do("product.add", number="SHOE", quantity=quantity)
    till.do("order.pick_up_all")
    till.do("tender.cash")
    till.do("order.balance", arrangement="pay_at_pickup")
    return str(till.do("transaction.conclude").values["order"])


def at_headquarters(
    retailer: OneProcess, order: str, propose: Callable[[Session, Desk, OrderState], Proposed]
) -> None:
    with retailer.parts.database.writing() as session:
        row = find_order(session, order)
        assert row is not None
        desk = desk_of(session, retailer.parts, "HOUSTON", "Ada")
        proposed = propose(session, desk, state_of(row))
        take(session, desk, row, proposed, proposed.digest)


def edit(retailer: OneProcess, order: str, quantity: int) -> None:
    at_headquarters(
        retailer, order, lambda session, desk, state: propose_edit(session, desk, state, Edit({1: quantity}))
    )


def test_a_register_that_recalls_the_order_sees_what_headquarters_made_of_it(
    retailer: OneProcess, till: Till
) -> None:
    order = ordered(till, "2")

    edit(retailer, order, 3000)
    till.do("order.edit", id=order)
    till.do("line.quantity", line=1, quantity="4")
    till.do("tender.cash")
    till.do("transaction.conclude")
    retailer.settle()

    state = retailer.order(order)
    assert state is not None
    assert [(each.by, each.fits) for each in state.events] == [
        ("manager", True),
        ("Ada", True),
        ("manager", True),
    ]
    assert (state.lines[0].ordered_thousandths, state.paid_minor) == (4000, state.deposit_minor)


def test_a_register_that_was_editing_it_is_told_and_nothing_is_lost(retailer: OneProcess, till: Till) -> None:
    order = ordered(till, "2")
    till.do("order.edit", id=order)
    till.do("line.quantity", line=1, quantity="1")

    edit(retailer, order, 5000)

    refused = till.ask("transaction.conclude", {})
    assert isinstance(refused, Refused)
    assert "owed to the customer" in str(refused.message)
    till.do("tender.refund_cash")
    refused = till.ask("transaction.conclude", {})
    assert isinstance(refused, Refused)
    assert "This order was changed elsewhere meanwhile" in str(refused.message)
    till.do("tender.void", number=1)
    till.do("transaction.void")
    retailer.settle()
    state = retailer.order(order)
    assert state is not None
    assert (state.lines[0].ordered_thousandths, retailer.troubles()) == (
        5000,
        dict.fromkeys(retailer.troubles(), 0),
    )


def test_what_a_cancellation_leaves_owed_goes_back_at_the_register(retailer: OneProcess, till: Till) -> None:
    order = ordered(till, "2")
    at_headquarters(
        retailer,
        order,
        lambda session, desk, state: propose_cancellation(session, desk, state, 500, "not wanted"),
    )
    before = retailer.order(order)
    assert before is not None

    till.do("order.pay", id=order)
    till.do("tender.refund_cash")
    till.do("transaction.conclude")
    retailer.settle()

    state = retailer.order(order)
    assert state is not None
    assert (before.owed_minor, state.owed_minor, state.paid_minor) == (1500, 0, 500)
    assert retailer.troubles() == dict.fromkeys(retailer.troubles(), 0)


def test_an_order_that_was_keyed_is_paid_and_handed_out_at_the_register(
    retailer: OneProcess, till: Till
) -> None:
    with retailer.parts.database.writing() as session:
        customer = customer_known(session, ANNA)
        assert customer is not None
        desk = desk_of(session, retailer.parts, "HOUSTON", "Ada")
        keyed = Keyed(customer, (NewLine("SHOE", 2000),), Way(PICKUP), prices=(9000,))
        order = make_order(session, desk, propose_order(desk, keyed)).id

    till.do("order.pick_up", id=order)
    till.do("tender.cash")
    till.do("transaction.conclude")
    retailer.settle()

    state = retailer.order(order)
    assert state is not None
    assert (state.paid_minor, state.balance_minor, state.status) == (18_000, 0, "invoiced")
    assert retailer.troubles() == dict.fromkeys(retailer.troubles(), 0)
