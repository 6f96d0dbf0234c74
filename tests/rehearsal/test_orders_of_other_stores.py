"""An order of one store at another: found by asking headquarters, taken back there, and counted once for both."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pos_app.operations.registry import Refused
from retail.orders.ledger import InvoiceKind
from retail.permissions import rights_of
from retail.settings import StoreSettings
from retail.wire.settings import settings_values
from tests.fixtures.one_process import OFFLINE, ONLINE, OneProcess, Till

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
ANNA = "01900000-0000-7000-8000-00000000a00a"
WHY = "Other"


def _store(name: str) -> dict[str, Any]:
    settings = StoreSettings(store=name, return_reasons=(WHY,), offline_order_actions=True)
    return {"store": name, "name": name.title(), "settings": settings_values(settings)}


@pytest.fixture(scope="module")
def retailer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OneProcess]:
    described = {
        "tenant": "story",
        "stores": [_store("HOUSTON"), _store("SEATTLE")],
        "registers": [{"register": f"{store}-1", "store": store} for store in ("HOUSTON", "SEATTLE")],
        "products": [{"number": "SHOE", "name": "Trail shoe", "price_minor": 10_000, "asks_serial": True}],
        "customers": [{"id": ANNA, "name": "Anna Berg"}],
        "staff": [
            {"user": "manager", "name": "Mette", "role": "manager", "pin": "271548",
             "rights": sorted(rights_of("manager", {}))}
        ],
    }  # fmt: skip
    with ExitStack() as undo:
        folder: Path = tmp_path_factory.mktemp("stores")
        world = OneProcess(folder / "retailer", described, NOW, undo)
        for till in world.tills.values():
            till.do("user.sign_in", user="manager", pin="271548")
            till.do("shift.open", start="100")
        yield world


def refused(till: Till, operation: str, **params: object) -> str:
    outcome = till.ask(operation, params)
    assert isinstance(outcome, Refused), outcome
    return str(outcome.message)


def fetched(till: Till) -> tuple[str, str]:
    """An order of two shoes that was handed out: its id, and the number of the invoice at headquarters."""
    till.do("customer.set", id=ANNA)
    till.do("product.add", number="SHOE", quantity="2")
    till.do("order.pick_up_all")
    till.do("tender.cash")
    till.do("order.balance", arrangement="pay_at_pickup")
    order = str(till.do("transaction.conclude").values["order"])
    till.do("order.pick_up", id=order, serials={"1": [f"{order[-4:]}-1", f"{order[-4:]}-2"]})
    till.do("tender.cash")
    till.do("transaction.conclude")
    state = till.order(order)
    assert state is not None
    return order, state.invoices[-1].receipt


def back(order: str, piece: int) -> list[dict[str, object]]:
    return [{"line": 1, "quantity": "1", "reason": WHY, "serials": [f"{order[-4:]}-{piece}"]}]


def take_back(till: Till, order: str, piece: int) -> None:
    till.do("order.return", id=order, items=back(order, piece))
    till.do("tender.refund_cash")
    till.do("transaction.conclude")


def test_it_is_found_by_its_receipt_and_what_comes_back_there_is_gone_here(retailer: OneProcess) -> None:
    here, there = retailer.tills["HOUSTON-1"], retailer.tills["SEATTLE-1"]
    order, receipt = fetched(here)
    retailer.settle()
    assert there.order(order) is None

    found = there.do("return.find", number=receipt).values["found"]
    take_back(there, order, 1)
    taken_back = retailer.order(order)
    again = refused(there, "order.return", id=order, items=back(order, 1))
    too = refused(here, "order.return", id=order, items=back(order, 1))
    take_back(here, order, 2)
    over = refused(there, "order.return", id=order, items=back(order, 2))
    retailer.settle()

    assert isinstance(found, list)
    assert [each["id"] for each in found] == [order]
    assert taken_back is not None
    assert (taken_back.lines[0].returned_thousandths, taken_back.invoices[-1].kind) == (
        1000,
        InvoiceKind.RETURN,
    )
    assert "is back already" in again
    assert "is back already" in too
    assert over == "Everything that was handed out has come back already. Choose another order."
    after = retailer.order(order)
    assert after is not None
    assert (after.lines[0].returned_thousandths, after.paid_minor) == (2000, 0)
    assert (here.order(order), retailer.troubles()["cases"], here.waiting(), there.waiting()) == (
        after,
        0,
        0,
        0,
    )


def test_without_headquarters_the_other_store_takes_nothing_back(retailer: OneProcess) -> None:
    here, there = retailer.tills["HOUSTON-1"], retailer.tills["SEATTLE-1"]
    order, _ = fetched(here)
    retailer.settle()
    there.line.mode = OFFLINE
    unknown = refused(there, "order.return", id=order, items=back(order, 1))
    there.line.mode = ONLINE
    take_back(there, order, 1)
    there.line.mode = OFFLINE

    known = refused(there, "order.return", id=order, items=back(order, 2))
    there.line.mode = ONLINE

    assert unknown == "This order is not known here. Search again when headquarters answers."
    assert known == "Headquarters does not answer, and this order is from HOUSTON. Try again later."


def test_pieces_brought_back_to_both_stores_while_one_is_apart_open_a_case(retailer: OneProcess) -> None:
    here, there = retailer.tills["HOUSTON-1"], retailer.tills["SEATTLE-1"]
    order, _ = fetched(here)
    retailer.settle()
    here.line.mode = OFFLINE
    take_back(here, order, 1)
    take_back(there, order, 1)

    retailer.settle()

    after = retailer.order(order)
    assert after is not None
    assert (after.lines[0].returned_thousandths, retailer.troubles()["cases"]) == (1000, 1)
    assert after.paid_minor == 0
