"""Any life an order can have: both sides stay equal, its money adds up, and nothing goes twice."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import settings as budget
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from pydantic import TypeAdapter

from retail.cart import (
    Cart,
    CartKind,
    add_line,
    deliver,
    set_quantity,
    void_line,
)
from retail.charge_rules import AutoCharge, ChargeLevel
from retail.charges import Charge, ChargeSource
from retail.errors import RuleBroken
from retail.orders.actions import order_verdict
from retail.orders.delivery import DeliveryKind
from retail.orders.facts import Action, Whereabouts, order_facts
from retail.orders.ledger import CARD_DECLINED, InvoiceKind, Payment
from retail.orders.order import LineStatus, OrderLine, OrderState, OrderStatus
from retail.orders.pickup import use_deposit
from retail.orders.terms import override_deposit, pay_in_full
from retail.permissions import Right
from retail.pricing import Consent, Pricing, discount_lines, discount_total, recalculate
from retail.promotions import PriceBook, Promotion, PromotionKind
from retail.settings import StoreSettings
from retail.settling import settle
from retail.totals import totals_of
from retail.wire.orders import order_figures, order_text, read_order
from tests.retail.orders.lives import Life, Refusal, check_whole
from tests.retail.shop import (
    ANNA,
    EMPTY,
    TODAY,
    any_settings,
    pickup,
    product,
    rates,
    shipment,
)

quantities = st.sampled_from([1000, 2000, 3000, 500, 1500])
prices = st.sampled_from([1, 2, 99, 333, 1000, 4999, 10_000])

MODEL = TypeAdapter(OrderState)


CHANGES = ["quantity", "void", "add", "deliver", "discount", "recalculate"]
CONSENT = Consent("Regular customer", "manager")
PRICING = Pricing(
    PriceBook([Promotion("P1", "Week", PromotionKind.PERCENT, ("0", "2"), Decimal("33.3"))]),
    lambda number: product(number, 777),
    TODAY,
)
RULES = (
    AutoCharge(ChargeLevel.HEADER, "AUTO", percent=Decimal("7.5"), prorate=True),
    AutoCharge(ChargeLevel.HEADER, "HANDLING", amount_minor=333, mode="ground"),
    AutoCharge(ChargeLevel.LINE, "PACK", amount_minor=101, mode="pickup"),
)


def deliveries(settings: StoreSettings) -> st.SearchStrategy[Any]:
    return st.sampled_from([None, pickup(settings=settings), pickup(settings=settings), shipment(settings)])


class Lives(RuleBasedStateMachine):
    """A cashier, a store room and a customer do to one order whatever the table of actions lets them."""

    life: Life

    @initialize(
        settings=any_settings(),
        business=st.booleans(),
        by_hand=st.booleans(),
        data=st.data(),
        quote=st.booleans(),
        cards=st.sampled_from(["none", "one", "two"]),
    )
    def make(
        self,
        settings: StoreSettings,
        business: bool,
        by_hand: bool,
        data: st.DataObject,
        quote: bool,
        cards: str,
    ) -> None:
        self.life = Life(
            replace(
                settings, cash_rounding_minor=1, manual_accept=by_hand, cancellation_charge_percent=Decimal(10),
                cancellation_charge_code="CANCEL", cancellation_charge_tax_percent=data.draw(rates),
                refund_shipping_charges=True, edit_partially_fulfilled=True, auto_charges=RULES,
            ),
            gives_cards=cards != "none", in_parts=cards == "two", pays_by_card=cards != "none",
        )  # fmt: skip
        cart = replace(EMPTY, customer=replace(ANNA, business=business))
        for number in range(data.draw(st.integers(1, 4))):
            cart = self.with_line(cart, data, str(number))
        plan = data.draw(st.sampled_from([pickup(settings=self.settings), shipment(self.settings)]))
        before, cart = cart, deliver(cart, [1], plan, self.settings)
        cart = settle(before, cart, PRICING, self.settings)
        if data.draw(st.booleans()):
            refundable = data.draw(st.booleans())
            fee = Charge("FEE", data.draw(prices), data.draw(rates), ChargeSource.TYPED, refundable)
            cart = replace(cart, charges=(fee,))
        if quote and cart.terms is not None:
            cart = replace(cart, terms=replace(cart.terms, kind=CartKind.QUOTE, expires=TODAY))
        else:
            cart = self.with_deposit(cart, data)
        self.life.conclude(cart)

    @property
    def settings(self) -> StoreSettings:
        return self.life.settings

    def allows(self, action: Action) -> bool:
        facts = order_facts(
            self.life.order, self.settings, TODAY, rights=frozenset(Right), whereabouts=Whereabouts.KNOWN
        )
        return order_verdict(facts, action).is_possible

    def with_line(self, cart: Cart, data: st.DataObject, number: str) -> Cart:
        goods = product(number, data.draw(prices), data.draw(st.sampled_from([None, "25"])))
        goods = replace(goods, line_charge_minor=data.draw(st.sampled_from([0, 1999])))
        before, cart = cart, add_line(cart, goods, self.settings, data.draw(quantities))
        at = cart.lines[-1].number
        percent = data.draw(st.sampled_from([None, None, Decimal("12.5"), Decimal(100)]))
        if percent is not None:
            cart = discount_lines(cart, [at], CONSENT, percent=percent)
        delivery = data.draw(deliveries(self.settings))
        if delivery is not None:
            charge = data.draw(st.sampled_from([0, 0, 501])) if delivery.kind is DeliveryKind.SHIP else 0
            cart = deliver(cart, [at], delivery, self.settings, 0 if cart.charges else charge)
        return settle(before, cart, PRICING, self.settings)

    def with_deposit(self, cart: Cart, data: st.DataObject) -> Cart:
        totals = totals_of(cart, self.settings)
        way = data.draw(st.sampled_from(["calculated", "stated", "in full"]))
        if way == "in full":
            return pay_in_full(cart)
        if way == "stated" and totals.least_deposit_minor <= totals.most_deposit_minor:
            amount = data.draw(st.integers(totals.least_deposit_minor, totals.most_deposit_minor))
            return override_deposit(cart, self.settings, amount, "Regular customer", "manager")
        return cart

    def conclude_edit(self, cart: Cart) -> None:
        """Conclude it; an override that no longer fits is stated anew, and an order of nothing is discarded."""
        totals, terms = totals_of(cart, self.settings), cart.terms
        stated = None if terms is None or terms.override is None else terms.override.amount_minor
        if (
            terms
            and stated is not None
            and not totals.least_deposit_minor <= stated <= totals.most_deposit_minor
        ):
            cart = replace(cart, terms=replace(terms, override=None))
        if cart.active_lines:
            self.life.conclude(cart)

    @precondition(lambda self: self.allows(Action.EDIT))
    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        cart = self.life.edit()
        for _ in range(data.draw(st.integers(0, 3))):
            cart = self.changed(cart, data)
        if cart.kind is CartKind.ORDER and data.draw(st.booleans()):
            cart = self.with_deposit(cart, data)
        self.conclude_edit(cart)

    def changed(self, cart: Cart, data: st.DataObject) -> Cart:
        what = data.draw(st.sampled_from(CHANGES))
        numbers = [line.number for line in cart.active_lines]
        if what == "add" or not numbers:
            return self.with_line(cart, data, str(len(cart.lines)))
        number = data.draw(st.sampled_from(numbers))
        try:
            if what == "quantity":
                after = set_quantity(cart, number, data.draw(quantities))
            elif what == "void":
                after = void_line(cart, number)
            elif what == "discount":
                after = discount_total(
                    cart, CONSENT, percent=None, amount_minor=data.draw(st.sampled_from([0, 77]))
                )
            elif what == "recalculate":
                after = recalculate(cart, PRICING)
            else:
                after = deliver(cart, [number], data.draw(deliveries(self.settings)), self.settings)
        except RuleBroken:
            return cart
        return settle(cart, after, PRICING, self.settings)

    @precondition(lambda self: self.allows(Action.PAY))
    @rule(data=st.data())
    def pay(self, data: st.DataObject) -> None:
        before = self.life.order
        if before.to_pay_minor < 0:  # what was paid ahead is more than what the goods to come cost
            self.life.conclude(self.life.pay(None))
            assert (self.life.order.balance_minor, self.life.order.unpaid_minor) == (0, before.unpaid_minor)
            return
        amount = data.draw(st.none() | st.integers(1, before.balance_minor))
        self.life.conclude(self.life.pay(amount))
        taken = before.balance_minor if amount is None else amount
        assert self.life.order.balance_minor == before.balance_minor - taken
        assert self.life.order.unpaid_minor == max(0, before.unpaid_minor - taken)

    @precondition(lambda self: self.life.gives_cards and self.allows(Action.EDIT))
    @rule()
    def renew_the_card(self) -> None:
        cart = self.life.edit()
        if cart.kind is CartKind.ORDER and totals_of(cart, self.settings).balance_minor > 0:
            self.conclude_edit(self.life.renewed(cart))

    @property
    def charges(self) -> list[Payment]:
        """What cards on file were charged for shipments and no processor has declined yet."""
        payments, shipped = (
            self.life.order.payments,
            {each.document for each in self.life.order.invoices if each.kind is InvoiceKind.SHIPMENT},
        )
        gone = {(each.document, each.card) for each in payments if each.type == CARD_DECLINED}
        return [
            each for each in payments
            if each.type == "card_on_file" and each.document in shipped and (each.document, each.card) not in gone
        ]  # fmt: skip

    @precondition(lambda self: bool(self.charges))
    @rule(data=st.data())
    def decline(self, data: st.DataObject) -> None:
        charge, before = data.draw(st.sampled_from(self.charges)), self.life.order
        self.life.decline(charge)
        assert self.life.order.unpaid_minor == before.unpaid_minor + charge.settled_minor

    @precondition(lambda self: self.allows(Action.PICK_UP))
    @rule(data=st.data())
    def pick_up(self, data: st.DataObject) -> None:
        lines = [
            line for line in self.life.order.lines
            if line.delivery is DeliveryKind.PICKUP and line.open_thousandths
        ]  # fmt: skip
        chosen = data.draw(st.lists(st.sampled_from(lines), min_size=1, unique_by=lambda line: line.number))
        cart = self.life.pickup(
            {line.number: data.draw(st.integers(1, line.open_thousandths)) for line in chosen}
            if data.draw(st.booleans())
            else {line.number: line.open_thousandths for line in chosen}
        )
        assert cart.act is not None
        if cart.act.may_steer:
            due = totals_of(cart, self.settings).due_minor
            most = max(0, min(due, cart.act.deposit_available_minor))
            cart = use_deposit(cart, self.settings, data.draw(st.integers(0, most)))
        self.life.conclude(cart)

    @precondition(lambda self: any(line.outstanding_thousandths for line in self.life.order.lines))
    @rule(
        data=st.data(), action=st.sampled_from(["accept", "reject", "pick", "pack", "ship", "ship", "ship"])
    )
    def step(self, data: st.DataObject, action: str) -> None:
        lines = [line for line in self.life.order.lines if line.outstanding_thousandths]
        line = data.draw(st.sampled_from(lines))
        quantity = data.draw(st.none() | st.integers(1, line.outstanding_thousandths))
        before = self.life.order
        try:
            self.life.fulfil(action, (line.number, quantity))
        except (RuleBroken, Refusal):
            assert self.life.order is before

    @property
    def shippable(self) -> list[OrderLine]:
        return [
            line
            for line in self.life.order.lines
            if line.delivery is DeliveryKind.SHIP
            and line.open_thousandths
            and line.store == self.settings.store
        ]

    @precondition(lambda self: self.life.order.kind is CartKind.ORDER and bool(self.shippable))
    @rule(data=st.data())
    def send(self, data: st.DataObject) -> None:
        """Ship it, accepted first where that is needed; only money can stand in the way."""
        line = data.draw(st.sampled_from(self.shippable))
        if line.status is LineStatus.PENDING:
            self.life.fulfil("accept", (line.number, None))
        quantity = data.draw(st.none() | st.integers(1, line.open_thousandths))
        before = self.life.order
        try:
            self.life.fulfil("ship", (line.number, quantity))
        except RuleBroken:
            assert self.life.order is before

    @precondition(lambda self: self.allows(Action.CANCEL))
    @rule(charge=st.none() | st.integers(0, 5000))
    def cancel(self, charge: int | None) -> None:
        self.life.conclude(self.life.cancel(charge))
        assert self.life.order.status is OrderStatus.CANCELLED
        assert self.life.order.balance_minor == 0

    @precondition(lambda self: self.allows(Action.RETURN))
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        lines = [
            line for line in self.life.order.lines if line.invoiced_thousandths > line.returned_thousandths
        ]
        line = data.draw(st.sampled_from(lines))
        most = line.invoiced_thousandths - line.returned_thousandths
        quantity = data.draw(st.just(most) | st.integers(1, most))
        shipping = 0 if self.settings.advanced_auto_charges else data.draw(st.sampled_from([0, 0, 100]))
        cart = self.life.take_back({line.number: quantity}, shipping)
        if data.draw(st.booleans()):
            cart = add_line(cart, product("NEW", data.draw(prices)), self.settings)
        self.life.conclude(cart)

    @rule()
    def look(self) -> None:
        assert order_figures(self.life.order, TODAY)["balance_minor"] == self.life.order.balance_minor

    @invariant()
    def both_sides_are_equal(self) -> None:
        assert self.life.here == self.life.at_hq
        text = order_text(self.life.order)
        assert read_order(text) == self.life.order
        assert text == MODEL.dump_json(self.life.order).decode()

    @invariant()
    def the_money_adds_up(self) -> None:
        check_whole(self.life.order)

    @invariant()
    def an_order_that_has_ended_owes_nothing_and_is_owed_nothing(self) -> None:
        order = self.life.order
        if order.status not in (OrderStatus.INVOICED, OrderStatus.CANCELLED):
            return
        gone = [each for each in order.invoices if each.kind is not InvoiceKind.RETURN]
        assert sum(invoice.total_minor for invoice in gone) == order.total_minor
        assert order.deposit_available_minor == 0
        if not order.shipping_refunded_minor:
            assert order.balance_minor == order.unpaid_minor


TestLives = Lives.TestCase
TestLives.settings = budget(max_examples=60, stateful_step_count=12, deadline=None)
