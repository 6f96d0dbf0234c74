"""An order that cannot be delivered as it says is set aside, put right at the register, and posted once."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from headquarters.cases.service import open_cases
from headquarters.orders.models import Order, Transaction
from headquarters.uploads.models import KeptDocument, State
from pos_app.operations.registry import REGISTRY, Asks, Refused
from pos_app.register.desk import RegisterDesk
from pos_app.views import OutboxRowView
from retail.charges import ChargeSource
from retail.delivery_rules import DeliveryRule
from retail.orders.order import OrderState
from retail.permissions import rights_of
from retail.settings import StoreSettings
from retail.wire.settings import settings_values
from tests.fixtures.fix_postgresql import PostgresServer, postgresql
from tests.fixtures.one_process import LOSE_REPLY, ONLINE, OneProcess, Till

__all__ = ["postgresql"]

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ANNA = "01900000-0000-7000-8000-00000000a00a"
HOUSTON = StoreSettings(store="HOUSTON", delivery_modes=("air", "ground", "post"), country="NO")


def described(settings: StoreSettings) -> dict[str, Any]:
    address = {"id": "home", "line1": "Storgata 1", "city": "Oslo", "postcode": "0155", "country": "NO"}
    goods = (("SHOE", "Trail shoe"), ("GAS", "Gas canister"))
    return {
        "tenant": "story",
        "stores": [{"store": "HOUSTON", "name": "Houston", "settings": settings_values(settings)}],
        "registers": [{"register": "HOUSTON-1", "store": "HOUSTON"}],
        "products": [{"number": number, "name": name, "price_minor": 10_000} for number, name in goods],
        "customers": [{"id": ANNA, "name": "Anna Berg", "addresses": [address]}],
        "staff": [
            {"user": "manager", "name": "Mette", "role": "manager", "pin": "271548",
             "rights": sorted(rights_of("manager", {}))}
        ],
    }  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def retailer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[OneProcess]:
    address = ""
    if request.param == "postgresql":
        server: PostgresServer = request.getfixturevalue("postgresql")
        address = server.make()
    with ExitStack() as undo:
        world = OneProcess(tmp_path / "retailer", described(HOUSTON), NOW, undo, address)
        [till] = world.tills.values()
        till.do("user.sign_in", user="manager", pin="271548")
        till.do("shift.open", start="1000")
        yield world


@pytest.fixture
def till(retailer: OneProcess) -> Till:
    return retailer.tills["HOUSTON-1"]


def shipped(till: Till, *products: str, mode: str = "air") -> tuple[str, str]:
    """An order that is shipped and paid in full: its id, and that of its transaction."""
    till.do("customer.set", id=ANNA)
    for product in products:
        till.do("product.add", number=product)
    till.do("order.ship_all", mode=mode, charge="50")
    till.do("deposit.pay_in_full")
    till.do("tender.cash")
    values = till.do("transaction.conclude").values
    return str(values["order"]), str(values["transaction"])


def carried(retailer: OneProcess, till: Till) -> None:
    till.line.mode = ONLINE
    till.carry("push")
    retailer.job("synchronize-orders")
    till.carry("sync")


def in_need(till: Till) -> tuple[OutboxRowView, ...]:
    desk = RegisterDesk(till.session, REGISTRY, None, lambda: None, lambda: None)
    return desk.sync_centre().attention


def kept(retailer: OneProcess, uuid: str) -> KeptDocument:
    with retailer.parts.database.reading() as session:
        return session.scalars(select(KeptDocument).where(KeptDocument.uuid == uuid)).one()


def posted(retailer: OneProcess) -> tuple[int, int]:
    """How many orders and transactions headquarters has."""
    with retailer.parts.database.reading() as session:
        counts = [session.scalar(select(func.count()).select_from(each)) for each in (Order, Transaction)]
    return counts[0] or 0, counts[1] or 0


def modes(order: OrderState | None) -> list[str]:
    assert order is not None
    return [line.mode for line in order.lines]


def test_an_order_by_a_mode_that_was_withdrawn_meanwhile_is_put_right_at_the_register_and_posted_once(
    retailer: OneProcess, till: Till
) -> None:
    till.line.mode = "offline"
    order, document = shipped(till, "SHOE")
    came = till.order(order)
    retailer.publish(described(replace(HOUSTON, delivery_modes=("ground", "post"))))
    carried(retailer, till)

    assert posted(retailer) == (0, 0)
    (row,) = in_need(till)
    assert (row.text, row.is_undelivered) == ("Order  L-HOUSTON-1-00001", True)
    assert row.detail == (
        "Headquarters has set it aside: air does not deliver Trail shoe where it goes, or not any more. "
        "Choose another mode of delivery."
    )

    asked = till.ask("order.fix_delivery", {"id": document})
    assert isinstance(asked, Asks)
    assert [each.value for each in asked.questions[0].choices] == ["ground", "post"]
    assert isinstance(till.ask("order.fix_delivery", {"id": document, "mode": "air"}), Refused)
    till.do("order.fix_delivery", id=document, mode="post")
    (row,) = in_need(till)
    assert (row.is_undelivered, row.detail) == (False, "its correction waits for headquarters")
    (correction,) = (
        RegisterDesk(till.session, REGISTRY, None, lambda: None, lambda: None).sync_centre().waiting
    )
    assert correction.text == "Correction of a delivery  L-HOUSTON-1-00001"

    before = kept(retailer, document)
    till.line.mode = LOSE_REPLY
    till.carry("push")
    carried(retailer, till)
    till.do("order.fix_delivery", id=document, mode="ground")  # somebody pressed it once more
    carried(retailer, till)

    after = kept(retailer, document)
    assert (after.state, after.text, after.fingerprint) == (State.POSTED, before.text, before.fingerprint)
    assert posted(retailer) == (1, 1)
    there = retailer.order(order)
    assert there is not None
    assert came is not None
    assert (modes(there), modes(till.order(order))) == (["post"], ["post"])
    assert [(each.source, each.amount_minor) for each in there.charges] == [(ChargeSource.TYPED, 5000)]
    assert (there.total_minor, there.paid_minor) == (came.total_minor, came.paid_minor)
    assert in_need(till) == ()
    assert retailer.troubles() == {"waiting": 0, "parked": 0, "cases": 0}


def test_what_is_not_taken_where_it_goes_is_changed_alone_and_each_line_by_its_own_mode(
    retailer: OneProcess, till: Till
) -> None:
    till.line.mode = "offline"
    order, document = shipped(till, "SHOE", "GAS")
    rules = (DeliveryRule("air", not_products=("GAS",)), DeliveryRule("ground", not_countries=("NO",)))
    retailer.publish(described(replace(HOUSTON, delivery_rules=rules)))
    carried(retailer, till)

    (row,) = in_need(till)
    assert "air does not deliver Gas canister" in row.detail
    till.do("order.fix_delivery", id=document, mode="post")
    carried(retailer, till)

    assert modes(retailer.order(order)) == ["air", "post"]


def test_what_no_mode_takes_waits_for_headquarters(retailer: OneProcess, till: Till) -> None:
    till.line.mode = "offline"
    _, document = shipped(till, "GAS")
    rules = tuple([DeliveryRule(mode, not_products=("GAS",)) for mode in HOUSTON.delivery_modes])
    retailer.publish(described(replace(HOUSTON, delivery_rules=rules)))
    carried(retailer, till)

    refused = till.ask("order.fix_delivery", {"id": document})
    assert isinstance(refused, Refused)
    assert "No delivery mode takes Gas canister" in str(refused.message)

    retailer.publish(described(HOUSTON))
    carried(retailer, till)
    assert isinstance(till.ask("order.fix_delivery", {"id": document}), Refused)


def test_what_can_be_delivered_is_posted_under_whatever_modes_it_was_concluded(
    retailer: OneProcess, till: Till
) -> None:
    till.line.mode = "offline"
    order, _ = shipped(till, "SHOE", mode="ground")
    retailer.publish(described(replace(HOUSTON, delivery_modes=("ground",), pickup_mode="fetch")))
    carried(retailer, till)

    assert modes(retailer.order(order)) == ["ground"]
    assert in_need(till) == ()


def said_by_cases(retailer: OneProcess) -> list[tuple[str, str]]:
    """What each open case is about, and its words."""
    with retailer.parts.database.reading() as session:
        return [(case.about, case.words) for case in open_cases(session)]


def pay(till: Till) -> tuple[str, str]:
    till.do("deposit.pay_in_full")
    till.do("tender.cash")
    values = till.do("transaction.conclude").values
    return str(values["order"]), str(values["transaction"])


def test_an_edit_that_brings_a_mode_that_was_withdrawn_is_posted_with_a_case_that_names_the_line(
    retailer: OneProcess, till: Till
) -> None:
    till.line.mode = "offline"
    order, _ = shipped(till, "SHOE", mode="ground")
    till.do("order.edit", id=order)
    till.do("product.add", number="GAS")
    till.do("order.ship_all", mode="air", charge="50")
    _, edit = pay(till)
    till.do("order.edit", id=order)  # this one brings nothing that was not there
    till.do("product.add", number="SHOE")
    pay(till)
    retailer.publish(described(replace(HOUSTON, delivery_modes=("ground", "post"))))
    carried(retailer, till)

    there = retailer.order(order)
    assert modes(there)[:2] == ["air", "air"]
    assert there is not None
    lost = "air does not deliver Trail shoe where it goes, or not any more. Choose another mode of delivery."
    assert said_by_cases(retailer) == [(edit, f"{there.number}, receipt HOUSTON-1-000002: {lost}")]
    assert posted(retailer) == (1, 3)


def test_a_quote_converted_by_a_mode_that_was_withdrawn_is_posted_with_a_case(
    retailer: OneProcess, till: Till
) -> None:
    till.line.mode = "offline"
    till.do("customer.set", id=ANNA)
    till.do("product.add", number="SHOE")
    till.do("quote.create")
    till.do("order.ship_all", mode="air", charge="50")
    quote = str(till.do("transaction.conclude").values["order"])
    till.do("order.convert", id=quote)
    _, conversion = pay(till)
    retailer.publish(described(replace(HOUSTON, delivery_modes=("ground", "post"))))
    carried(retailer, till)

    assert modes(retailer.order(quote)) == ["air"]
    assert [about for about, _ in said_by_cases(retailer)] == [conversion]
