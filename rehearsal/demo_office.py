"""Two days of the demo before it opens: registers and people at headquarters work, and leave much to do."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from rehearsal.browsing import Browser
from rehearsal.children import ChildFailed, Start
from rehearsal.demo_drafts import SAVED, SET
from rehearsal.demo_shop import RESOURCES, SOURCE, demo_document, demo_registers, demo_staff
from rehearsal.demo_work import BAG, IN_FULL, PEGS, SHIP, TARP, TENT, Till, customer_called
from rehearsal.stage import Stage, staged

PERSON = "Saskia"
PLANNED, MOVED = "HAARLEM-2", "HAARLEM-1"
JOBS = ("p-job", "synchronize-customers", "synchronize-orders", "1010")
BEFORE = timedelta(days=2)
WEB_ORDERS = """channel,id,origin,store,customer,mode,paid,product,quantity,price
web,W-1001,online,UTRECHT,{customer},pickup,24.90,10006,1,
web,W-1002,online,HAARLEM,{customer},pickup,,10011,2,74.00
"""
NEW_GOODS = b"number,name,price,barcode\n99001,Snow Shoes,129.00,2900000990017\n,Without a number,1.00,\n"


@dataclass(frozen=True, slots=True)
class OfficePerson:
    """Who can sign in to the back office of this demo."""

    name: str
    password: str


def office_document() -> dict[str, Any]:
    """The demo retailer with all that headquarters can set up for it, and with goods in its stores."""
    document = demo_document()
    more = json.loads((SOURCE / "office.json").read_text(encoding="utf-8"))
    for store in document["stores"]:
        store["settings"] |= more
    document["stock"] = [
        {"product": product, "place": store["store"], "quantity_thousandths": 12000}
        for store in document["stores"]
        for product in (TENT, PEGS, TARP, BAG)
    ]
    return document


def play_two_days(folder: Path, now: datetime, start: Start, options: tuple[str, ...] = ()) -> OfficePerson:
    """Make the demo's retailer in this folder, with its registers and two days of their work behind it.

    Raises:
        ChildFailed, OfficeRefused: a program did not do its part; in its own words.
    """
    with staged(folder, office_document(), "demo", now - BEFORE, start, options=options) as stage:
        days = _Days(stage)
        days.first()
        days.second()
        return days.person


class _Days:
    """What happens, in its order."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.person = OfficePerson(PERSON, secrets.token_urlsafe(12))
        self._browser = Browser(stage.office.url)
        self._browser.get("/office/set-up")
        self._press(
            "/office/set-up",
            code=stage.office.set_up_code(),
            name=self.person.name,
            password=self.person.password,
            again=self.person.password,
        )
        emma, _, noor, lars = demo_staff()
        one, two, other = demo_registers()
        self._emma, self._noor = Till(stage, one, emma), Till(stage, two, noor)
        self._lars = Till(stage, other, lars)

    def first(self) -> None:
        """Sales, orders in every state, a quote, goods that come back, customers who are made and changed."""
        emma, noor, lars = self._emma, self._noor, self._lars
        emma.sell(TENT, PEGS)
        noor.sell(TARP, tender="tender.card")
        lars.sell(BAG, BAG)
        self._kept = emma.order("Anna Berg", TENT, PEGS)
        emma.hand_out(emma.order("Sofie Jansen", TENT, PEGS), 2)
        emma.hand_out(emma.order("Fatima El Amrani", TARP), 1)
        sent = noor.order("Ole Moe", BAG, by=SHIP, balance=IN_FULL, charge="5.00", mode="ground")
        noor.fulfil(sent, "pick", "pack", "ship")
        noor.fulfil(
            noor.order("Pieter de Vries", TARP, by=SHIP, balance="card_on_file", mode="express"), "pick"
        )
        refused = noor.order("Willem Mulder", TENT, by=SHIP, balance=IN_FULL, mode="ground")
        noor.do("fulfilment.reject", id=refused, lines=[1])
        lars.quote("Lotte Visser", TARP, BAG)
        lars.give_back("order.cancel", lars.order("Daan Bakker", TARP))
        back = lars.order("Emma Bos", BAG)
        lars.hand_out(back, 1)
        lars.give_back("order.return", back, items=[{"line": 1, "quantity": "1", "reason": "Damaged"}])
        emma.do("customer.edit", id=customer_called("Anna Berg"), phone="06 5550 2099")
        for till, name in ((emma, "Mila Vos"), (lars, "M. Vos")):
            till.do(
                "customer.add", type="person", name=name, email="mila.vos@example.com", phone="06 5550 1090"
            )
            till.order("", PEGS)
        self._carry()
        emma.do("till.float", amount="50", reason="Coins")
        emma.do("shift.close", counted={"cash": "540.20"})
        emma.do("shift.open", start="100")

    def second(self) -> None:
        """What goes wrong: two registers without a line at one order, one that was moved, a customer who waits."""
        emma, noor, lars = self._emma, self._noor, self._lars
        self._stage.clock.move(timedelta(days=1))
        twice = emma.order("Ingrid Haugen", TENT)
        self._carry()
        for till in (emma, noor):
            till.cut_off()
            till.hand_out(twice, 1)
        self._carry()
        self._open("/office/sign-in")
        self._press("/office/sign-in", name=self.person.name, password=self.person.password)
        self._move(MOVED, "UTRECHT")
        lars.cut_off()
        lars.sell(TARP)
        lars.carry("push")
        self._move(MOVED, "HAARLEM")
        self._at_the_office()
        noor.cut_off()
        noor.do(
            "customer.add", type="person", name="Bram de Wit", email="bram@example.com", phone="06 5550 1091"
        )
        noor.do("customer.clear")
        noor.carry("push")
        noor.send_damaged()

    def _at_the_office(self) -> None:
        """Look for duplicates, count goods, look into a case, give codes, change what is to be published."""
        self._open("/office/customers/duplicates")
        self._press("/office/customers/duplicates/look")
        for row in ("1", "5"):
            self._open(f"/office/inventory/{row}")
            self._press(f"/office/inventory/{row}/adjust", quantity="-1", reason="Display model damaged")
        self._open("/office")
        self._press("/office/cases/1/note", words="Ingrid was called: she has one tent.")
        self._stage.office.load_retailer({"registers": [{"register": PLANNED, "store": "HAARLEM"}]})
        self._open("/office/registers?text=HAARLEM-2")
        self._press("/office/registers/codes")
        self._open("/office/people")
        self._press("/office/people", name="Noor", role="store manager", stores="UTRECHT",
                    password=secrets.token_urlsafe(12))  # fmt: skip
        self._orders_of_the_office()
        self._set_up()
        self._publish_a_layout()
        self._open("/office/jobs")
        self._press("/office/jobs/synchronize-customers/pause")

    def _orders_of_the_office(self) -> None:
        """Somebody orders by phone at an agreed price, an order is edited, and orders come from the web shop."""
        path = "/office/orders/new"
        customer = customer_called("Hanna Nilsen")
        asked = {
            "product1": BAG,
            "pieces1": "2",
            "price1": "75.00",
            "agreed": "Regular customer",
            "note": "By phone",
        }
        self._open(f"{path}?store=UTRECHT&customer={customer}")
        self._press(path, **asked, do="look")
        self._press(path, **asked, do="take")
        edit = f"/office/orders/{self._kept}/edit"
        self._open(edit)
        self._press(edit, quantity1="2", note="The customer called", do="look")
        self._press(edit, quantity1="2", note="The customer called", do="take")
        self._open("/office/orders/import")
        self._press("/office/orders/import", csv=WEB_ORDERS.format(customer=customer), do="take")

    def _publish_a_layout(self) -> None:
        """The counter has a layout of its own, and one register shows it."""
        content = (RESOURCES / "layouts" / "standard.json").read_text(encoding="utf-8")
        self._open("/office/layouts")
        self._press("/office/layouts", name="counter", content=content, note="For the second counter")
        uses = f"{urlsplit(self._browser.address).path}/uses"
        self._press(uses, kind="register", name=demo_registers()[1])

    def _set_up(self) -> None:
        """What waits to be published, what is told at once, and goods that came by a file."""
        for path, fields in SAVED:
            self._save(f"{SET}/{path}", **fields)
        self._open("/office/discounts/new")
        self._press("/office/discounts/new", id="TARPS", name="Tarp weeks", kind="percent", percent="10",
                    amount="", starts="", ends="", products=TARP, categories="", affiliations="")  # fmt: skip
        self._open("/office/price-lists/new")
        self._press("/office/price-lists/new", code="SUMMER", name="Summer prices", stores="UTRECHT")
        prices = f"{urlsplit(self._browser.address).path}/prices/new"
        self._open(prices)
        summer = {"from": "2027-06-01T00:00", "until": "2027-09-01T00:00"}
        self._press(prices, number=TENT, price="229.00", **summer)
        self._open("/office/imports")
        self._browser.send_file("/office/imports", "new-goods.csv", NEW_GOODS, kind="products")
        self._check("/office/imports")

    def _move(self, register: str, store: str) -> None:
        row = demo_registers().index(register) + 1
        self._save(f"/office/set/registers/edit?pk={row}", store=store)

    def _carry(self) -> None:
        for till in (self._emma, self._noor, self._lars):
            till.carry("push")
        for job in JOBS:
            self._stage.office.run_job(job)
        for till in (self._emma, self._noor, self._lars):
            till.carry("pull")

    def _open(self, path: str) -> None:
        self._browser.get(path)
        self._check(path)

    def _press(self, path: str, **fields: str) -> None:
        self._browser.press(path, **fields)
        self._check(path)

    def _save(self, path: str, **fields: str) -> None:
        self._browser.save(path, **fields)
        self._check(path)

    def _check(self, path: str) -> None:
        if self._browser.status != 200:
            raise ChildFailed(f"{path} answered {self._browser.status}: {self._browser.text[-2000:]}")
