"""A register on loopback beside the back office: what people set up there is pulled, and tried at the counter."""

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from channel_db.device import read_device
from pos_app.bootstrap import Devices, HqRealTime, Waits, opened_session
from pos_app.operations.known import REGISTRY
from pos_app.operations.registry import Asks, Done, NeedsApproval, Outcome, Refused
from pos_app.register.desk import RegisterDesk
from pos_app.register.dispatcher import Dispatcher
from pos_app.register.figures import cart_figures
from pos_app.register.session import RegisterSession
from retail.permissions import rights_of
from retail.settings import StoreSettings
from retail.wire.settings import settings_values
from sync_agent.bootstrap import make_clock, opened_agent
from sync_agent.hq_client import HqClient
from sync_agent.line import fresh_nonce
from sync_agent.proving import Reader
from sync_agent.steps import take_step
from tests.fixtures.breakable import PaperTray, TillDrawer
from tests.fixtures.card_terminal import TableTerminal
from tests.fixtures.fix_headquarters import RunningHeadquarters
from tests.headquarters.backoffice.browser import NAME, Browser, set_up_code
from tests.headquarters.backoffice.forms import changed, form_of, published, said_of
from tests.sync_agent.enrolling import enrol_by_program

ANNA = "01900000-0000-7000-8000-00000000a00a"
FIRM = "01900000-0000-7000-8000-00000000a00b"
HOME = {"id": "home", "line1": "Storgt 1", "city": "Bergen", "country": "NO"}
HOUSTON = StoreSettings(store="HOUSTON", delivery_modes=("ground", "air"))
RETAILER: dict[str, Any] = {
    "tenant": "test",
    "stores": [
        {"store": name, "name": name.title(), "settings": settings_values(HOUSTON) | {"store": name}}
        for name in ("HOUSTON", "SEATTLE")
    ],
    "registers": [{"register": "HOUSTON-1", "store": "HOUSTON"}],
    "products": [
        {"number": "SHOE", "name": "Trail shoe", "price_minor": 10_000},
        {"number": "SOCK", "name": "Merino sock", "price_minor": 4_000},
    ],
    "customers": [
        {"id": ANNA, "name": "Anna Berg", "addresses": [HOME]},
        {"id": FIRM, "name": "Berg AS", "type": "organisation", "business": True, "addresses": [HOME]},
    ],
    "staff": [
        {"user": user, "name": user.title(), "role": user, "pin": pin, "rights": sorted(rights_of(user, {}))}
        for user, pin in (("manager", "271548"), ("cashier", "270431"))
    ],
}  # fmt: skip


class Counter:
    """Headquarters with an administrator, and a register at which the manager sells."""

    def __init__(self, running: RunningHeadquarters, office: Browser, folder: Path) -> None:
        self.running, self.office, self._folder = running, office, folder
        self._clock = make_clock(None)
        self.printer = PaperTray()
        self.session: RegisterSession
        self._dispatcher: Dispatcher

    def carry(self, *steps: str) -> None:
        with opened_agent(self._folder, self._clock, random.Random(1), lambda feed, rows: None) as agent:
            for step in steps:
                assert take_step(agent, step).complete

    def set(self, kind: str, row: int = 1, /, **fields: str) -> str:
        """Change a row at headquarters, publish it and have the register take it; what waited is given back."""
        changed(self.office, kind, row, **fields)
        waited = published(self.office)
        self.carry("pull")
        return waited

    def switch(self, kind: str, name: str, *, is_on: bool, row: int = 1) -> str:
        """The same for a box that is ticked or not."""
        path = f"/office/set/{kind}/edit?pk={row}"
        fields = form_of(self.office, path)
        fields.pop(name, None)
        self.office.post(path, **fields, **({name: "on"} if is_on else {}))
        assert self.office.status == 200, said_of(self.office)
        waited = published(self.office)
        self.carry("pull")
        return waited

    def work(self) -> None:
        """Bring what was done to headquarters, and back what it made of it."""
        self.carry("push")
        for job in ("synchronize-customers", "synchronize-orders", "1010"):
            self.running.job(job)
        self.carry("pull")

    def ask(self, operation: str, **params: object) -> Outcome:
        return self._dispatcher.dispatch(operation, params)

    def do(self, operation: str, **params: object) -> Done:
        outcome = self.ask(operation, **params)
        assert isinstance(outcome, Done), (operation, params, outcome)
        return outcome

    def refused(self, operation: str, **params: object) -> str:
        outcome = self.ask(operation, **params)
        assert isinstance(outcome, Refused), (operation, params, outcome)
        return str(outcome.message)

    def asked(self, operation: str, **params: object) -> list[str]:
        outcome = self.ask(operation, **params)
        assert isinstance(outcome, Asks), (operation, params, outcome)
        return [each.name for each in outcome.questions]

    def needs(self, operation: str, **params: object) -> str:
        outcome = self.ask(operation, **params)
        assert isinstance(outcome, NeedsApproval), (operation, params, outcome)
        return outcome.permission

    def begin(self, *products: str, customer: str = ANNA) -> None:
        """A new sale of these, whatever was on the counter before."""
        self.clear()
        self.do("customer.set", id=customer)
        for product in products or ("SHOE",):
            self.do("product.add", number=product)

    def clear(self) -> None:
        """Nothing is on the counter."""
        if self.session.cart is None:
            return
        for tender in self.session.cart.tenders:
            self.do("tender.void", number=tender.number)
        self.do("transaction.void", reason="Other")

    def ordered(self, *products: str, carried: int = 0) -> str:
        """An order of these to be fetched here, the first `carried` lines taken along; its deposit is paid."""
        self.begin(*products)
        self.do("order.pick_up_all")
        if carried:
            self.do("order.carry_out_selected", lines=[*range(1, carried + 1)])
        self.pay()
        self.do("order.balance", arrangement="pay_at_pickup")
        return str(self.do("transaction.conclude").values["order"])

    def pay(self) -> None:
        if self.figures["due_minor"] > 0:
            self.do("tender.cash")

    @property
    def figures(self) -> Mapping[str, Any]:
        settings = self.session.settings
        assert settings is not None
        return cart_figures(self.session, settings)

    @property
    def desk(self) -> RegisterDesk:
        return RegisterDesk(self.session, REGISTRY, None, lambda: None, lambda: None)

    @contextmanager
    def opened(self) -> Iterator["Counter"]:
        device = read_device(self._folder)
        client = HqClient(device, self._clock, fresh_nonce, prover=Reader(self._folder, device))
        with opened_session(
            self._folder, clock=self._clock, randomness=random.Random(1),
            waits=Waits(real_time_seconds=60, reconnect_seconds=0), service=HqRealTime(lambda: client),
            devices=Devices(self.printer, TableTerminal(), TillDrawer()),
        ) as session:  # fmt: skip
            self.session, self._dispatcher = session, Dispatcher(session, REGISTRY)
            self.do("user.sign_in", user="manager", pin="271548")
            self.do("shift.open", start="1000")
            yield self


@contextmanager
def counter_of(folder: Path) -> Iterator[Counter]:
    """A headquarters in its own process, its administrator's browser, and a register that has pulled everything."""
    running = RunningHeadquarters(folder / "headquarters").start()
    try:
        code = set_up_code(running)
        running.manage("PUT", "/v1/manage/retailer", RETAILER)
        office = Browser(running.url).set_up(code)
        office.sign_in(NAME)
        register = folder / "register"
        enrolment = running.manage("POST", "/v1/manage/enrolment-codes", {"register": "HOUSTON-1"})
        assert enrol_by_program(running.url, enrolment["code"], register) == 0
        counter = Counter(running, office, register)
        counter.carry("pull")
        with counter.opened():
            yield counter
    finally:
        running.stop()
