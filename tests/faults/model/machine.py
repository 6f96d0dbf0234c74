"""Any script of a shop: what people do, what lines and machines do to it, and what holds after each step."""

from datetime import timedelta
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from headquarters.jobs.service import P_JOB, run_job
from retail.customer_changes import CustomerField
from tests.faults.model.invariants import Invariants
from tests.faults.model.line import FAULTS
from tests.faults.model.register import Image, ModelRegister
from tests.faults.model.world import World

WHO = st.integers(0, 3)
WHICH = st.integers(0, 1)
NEVER = st.none()
DOOM = st.one_of(NEVER, NEVER, st.integers(0, 2), st.integers(0, 29))
MISHAPS = st.lists(st.sampled_from(("", "", *FAULTS)), max_size=4)
STEPS = st.sampled_from(("push", "push", "push", "pull", "sync", "turn"))
AHEAD = st.sampled_from((-3600, 0, 3600, 32 * 86400, 400 * 86400))
"""How far a register's clock is from the true time; a month back, what is acknowledged then would be old at once."""
LUCK = st.integers(0, 3)
"""A disk is replaced in one of four cases: too many of them would put right what else went wrong."""
CYCLES = 2


class Shop(RuleBasedStateMachine):
    """One script; the world is made once and put back before each."""

    world: ClassVar[World]
    scripts: ClassVar[int] = 0
    steps: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.proof = Invariants(self.world)
        self.books_copy: Any = None
        self.images: dict[str, Image] = {}

    @initialize(registers=st.integers(2, 4), seed=st.integers(0, 2**16))
    def open(self, registers: int, seed: int) -> None:
        type(self).scripts += 1
        self.world.begin(registers, seed)

    def at(self, who: int) -> ModelRegister:
        type(self).steps += 1
        self.world.go_on(seconds=7)
        return self.world.registers[who % len(self.world.registers)]

    # What people do.

    @rule(who=WHO, which=WHICH, doom=DOOM)
    def sell(self, who: int, which: int, doom: int | None) -> None:
        register = self.at(who)
        self.world.say(register, doom, lambda: register.sell(which))

    @rule(who=WHO, which=WHICH)
    def sell_more(self, who: int, which: int) -> None:
        register = self.at(who)
        self.world.say(register, None, lambda: register.sell(which))

    @rule(who=WHO, which=WHICH, buyer=WHICH, doom=DOOM)
    def order(self, who: int, which: int, buyer: int, doom: int | None) -> None:
        register = self.at(who)
        customer = register.customers()[-buyer]
        self.world.say(register, doom, lambda: register.order(which, customer))

    @rule(who=WHO, which=WHICH, mishaps=MISHAPS, doom=DOOM)
    def sell_at_once(self, who: int, which: int, mishaps: list[str], doom: int | None) -> None:
        register = self.at(who)
        said = self.world.say(register, None, lambda: register.order(which, register.customers()[-1]))
        register.line.faults.extend(mishaps)
        if said is not None:
            with register.mortal(doom):
                register.offer_at_once(said.uuid)
        register.line.faults.clear()

    @rule(who=WHO, doom=DOOM)
    def add_customer(self, who: int, doom: int | None) -> None:
        register = self.at(who)
        self.world.say(register, doom, register.add_customer)

    @rule(who=WHO, whom=WHICH, field=st.sampled_from((CustomerField.NAME, CustomerField.EMAIL)),
          value=st.sampled_from(("ole@example.com", "ida@example.com")), doom=DOOM)  # fmt: skip
    def edit_customer(self, who: int, whom: int, field: CustomerField, value: str, doom: int | None) -> None:
        register = self.at(who)
        customer = register.customers()[-whom]
        self.world.say(register, doom, lambda: register.edit_customer(customer, field, value))

    # What the programs do, and what befalls them.

    @rule(who=WHO, step=STEPS, mishaps=MISHAPS, doom=DOOM)
    def carry(self, who: int, step: str, mishaps: list[str], doom: int | None) -> None:
        register = self.at(who)
        register.line.faults.extend(mishaps)
        with register.mortal(doom):
            is_done = register.carry(step)
            if is_done and step in ("pull", "sync"):
                self.proof.check_feeds(register)
        register.line.faults.clear()

    @rule(who=WHO)
    def push(self, who: int) -> None:
        self.at(who).carry("push")

    @rule(doom=DOOM)
    def run_jobs(self, doom: int | None) -> None:
        self.at(0)
        self.world.run_jobs(doom)

    @rule(who=WHO, price=st.integers(1, 5), doom=st.integers(0, 7))
    def change_a_price(self, who: int, price: int, doom: int) -> None:
        product = {"number": "C", "name": "C", "price_minor": price, "tax_percent": "0"}
        self.world.publish({"products": [product]})
        self.carry(who, "pull", [], doom)

    @rule(who=WHO)
    def a_call_comes_late(self, who: int) -> None:
        self.at(who).line.arrive_late()

    @rule(who=WHO, seconds=AHEAD)
    def a_clock_jumps(self, who: int, seconds: int) -> None:
        self.at(who).clock.moment = self.world.clock.moment + timedelta(seconds=seconds)

    @rule()
    def every_register_is_asked(self) -> None:
        self.at(0)
        run_job(self.world.parts, P_JOB, "model")

    @rule(who=WHO)
    def copy_a_disk(self, who: int) -> None:
        register = self.at(who)
        self.images[register.name] = register.image()

    @rule(who=WHO, luck=LUCK)
    def put_a_disk_back(self, who: int, luck: int) -> None:
        register = self.at(who)
        image = self.images.get(register.name)
        if image is not None and not luck:
            self.world.restore_register(register, image)
            self.proof.look_anew(register)

    @rule()
    def copy_the_books(self) -> None:
        self.at(0)
        self.books_copy = self.world.books.copy()

    @rule(luck=LUCK)
    def put_the_books_back(self, luck: int) -> None:
        self.at(0)
        if self.books_copy is not None and not luck:
            self.world.restore_headquarters(self.books_copy)

    @invariant()
    def nothing_is_lost_doubled_or_torn(self) -> None:
        self.proof.check()

    def teardown(self) -> None:
        """Once lines and machines work, everything arrives by itself, and all sides agree."""
        if not self.world.truth.said:
            return
        for _ in range(CYCLES):
            for each in self.world.registers:
                each.carry("push")
            self.world.run_jobs(None)
        for each in self.world.registers:
            assert each.carry("sync"), f"{each.name} cannot sync"
            self.proof.check_feeds(each)
        self.proof.check()
        self.proof.check_arrived()
