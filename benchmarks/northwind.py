"""Takes a wholesaler's orders with freight, ships each on its day, and compares headquarters with the truth."""

import argparse
import shutil
import sys
import tempfile
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.northwind_books import Order, read_names, read_orders, read_truth
from benchmarks.northwind_comparison import compare, sums
from benchmarks.replay_comparison import Comparison, differing_count, say_all
from benchmarks.troubled import EntryFailed, TroubledShop, must
from rehearsal.children import ChildFailed, end_on_signals, spawn
from rehearsal.nursery import opened_nursery
from rehearsal.office import OfficeRefused
from rehearsal.shop import Staff, fixed_id
from rehearsal.stage import staged
from retail.permissions import Right, rights_of
from retail.settings import StoreSettings
from retail.wire.settings import settings_values

STORE, REGISTERS, CURRENCY = "LONDON", ("LONDON-1", "LONDON-2"), "USD"
CLERK = Staff("clerk", "cashier", "270431", tuple(sorted(rights_of("cashier", {Right.DISCOUNT: True}))))
OPENS = time(9, tzinfo=UTC)


def wholesaler(data: Path, orders: list[Order]) -> dict[str, Any]:
    """The wholesaler: products with prices to be keyed in, customers, one house that ships by three carriers."""
    settings = StoreSettings(
        store=STORE, store_name="Northwind", currency=CURRENCY, offline_order_actions=True,
        delivery_modes=tuple(sorted({order.shipper for order in orders})),
    )  # fmt: skip
    customers = read_names(data, "customers", "CustomerID", "CompanyName")
    return {
        "tenant": "NORTHWIND",
        "stores": [{"store": STORE, "name": "Northwind", "settings": settings_values(settings)}],
        "registers": [{"register": name, "store": STORE} for name in REGISTERS],
        "products": [
            {"number": number, "name": name, "price_minor": 0, "tax_percent": None, "barcodes": [],
             "sellable": True, "key_in_price": True, "line_charge_minor": 0}
            for number, name in read_names(data, "products", "ProductID", "ProductName").items()
        ],
        "customers": [
            {"id": fixed_id("northwind", key), "type": "organisation", "name": name, "business": False}
            for key, name in customers.items()
        ],
        "staff": [
            {"user": CLERK.user, "name": "Clerk", "role": CLERK.role, "pin": CLERK.pin,
             "rights": list(CLERK.rights), "language": "en"}
        ],
        "layouts": [],
    }  # fmt: skip


class Desk:
    """Takes orders and ships them, at registers in trouble."""

    def __init__(self, shop: TroubledShop) -> None:
        self.shop = shop
        self.ids: dict[str, str] = {}

    def take(self, order: Order) -> None:
        """Enter one order at one of the registers: freight as its charge, the day it is wanted, paid in full."""
        register = self.shop.one_of(REGISTERS)
        self.shop.trouble(register, order.number)
        must(register, "customer.set", id=fixed_id("northwind", order.customer))
        for line in order.lines:
            added = must(
                register, "product.add", number=line.product, quantity=line.quantity, price=str(line.price)
            )
            if line.discount:
                percent = f"{line.discount * 100:f}"
                must(
                    register,
                    "line.discount_percent",
                    line=added["line"],
                    percent=percent,
                    reason="Regular customer",
                )
        must(
            register, "order.ship_all", mode=order.shipper, date=order.required.isoformat(),
            address=order.address, charge=str(order.freight),
        )  # fmt: skip
        must(register, "deposit.pay_in_full")
        must(register, "tender.cash", amount=None)
        self.ids[order.number] = str(must(register, "transaction.conclude")["order"])

    def ship(self, order: Order) -> None:
        """Send everything of one order from one of the registers, which waits for its line where it has to."""
        register = self.shop.one_of(REGISTERS)
        self.shop.trouble(register, f"{order.number} goes")
        quantities = {str(number): line.quantity for number, line in enumerate(order.lines, 1)}
        self.shop.connected(register, "fulfilment.ship", id=self.ids[order.number], quantities=quantities)


def play(data: Path, orders: list[Order], seed: int, folder: Path) -> bool:
    """The whole run; says what it compared, and whether all of it is equal."""
    truth = read_truth(data)
    print(f"{len(orders)} orders of {len({order.made for order in orders})} days, seed {seed}")
    with (
        opened_nursery() as nursery,
        staged(
            folder,
            wholesaler(data, orders),
            f"northwind {seed}",
            datetime.combine(orders[0].made, OPENS),
            nursery.start if nursery else spawn,
        ) as stage,
    ):
        shop = TroubledShop(stage, seed, CLERK)
        desk = Desk(shop)
        for day in sorted({order.made for order in orders} | {order.shipped for order in orders}):
            shop.at(datetime.combine(day, OPENS))
            for order in orders:
                if order.made == day:
                    desk.take(order)
            if any(order.shipped == order.made == day for order in orders):
                shop.settle()
            for order in orders:
                if order.shipped == day:
                    desk.ship(order)
            shop.settle()
            print(f"  {day}: {len(desk.ids)} of {len(orders)} orders taken", flush=True)
        held = {number: stage.office.order(id) or {} for number, id in desk.ids.items()}
        counts = stage.office.counts()
    print(
        f"lines went down {shop.breaks} times, agents were killed {shop.kills} times; "
        f"{shop.waits} shipments waited for a line"
    )
    print(f"what happened where: {shop.trace.hexdigest()}")
    chosen = {order.number: truth[order.number] for order in orders}
    comparisons = [
        *compare(held, orders, chosen),
        Comparison("cases and parked documents", 0, differing_count(counts["cases"] + counts["parked"], 0)),
    ]
    for row in sums(held):
        print(row)
    return say_all(comparisons)


def main() -> int:
    parser = argparse.ArgumentParser(description="Replay a wholesaler's orders and compare with the truth.")
    parser.add_argument("--data", type=Path, required=True, help="a folder with orders and truth_orders")
    parser.add_argument("--orders", type=int, help="so many orders from the first (all)")
    parser.add_argument("--seed", type=int, default=1, help="what breaks, and when (1)")
    asked = parser.parse_args()
    end_on_signals()
    folder = Path(tempfile.mkdtemp(prefix="kassa-northwind-"))
    try:
        equal = play(asked.data, read_orders(asked.data)[: asked.orders], asked.seed, folder)
    except (EntryFailed, ChildFailed, OfficeRefused) as failed:
        print(f"not finished: {failed}")
        equal = False
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("everything is equal" if equal else "NOT equal")
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
