"""The life of one order for tests: carts become documents, and each document changes it at the register and at HQ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from retail.cards import CardOnFile, CardSlip
from retail.cart import Balance, Cart, CartKind
from retail.money import Money
from retail.orders.actions import line_verdict
from retail.orders.applying import order_after
from retail.orders.cancellation import start_cancellation
from retail.orders.charging import charge_declined
from retail.orders.copies import merged
from retail.orders.editing import start_edit
from retail.orders.facts import Action, line_facts, order_facts
from retail.orders.fulfilment import fulfilled
from retail.orders.ledger import OF_GOODS, Payment
from retail.orders.order import OrderLine, OrderState
from retail.orders.paying import start_payment
from retail.orders.pickup import NO_SERIALS, start_pickup
from retail.orders.rest import card_amount, cards_left, give_card, reservation_of
from retail.orders.returns import Returned, start_return
from retail.orders.terms import check_concludable
from retail.permissions import Right
from retail.settings import StoreSettings
from retail.tender import Tender, TenderType
from retail.totals import totals_of
from retail.verdicts import Answer
from retail.wire.conversion import faults_of, transaction_document
from retail.wire.uploads import FulfilmentDocument, StepPart, TransactionDocument
from tests.retail.shop import ANNA, SETTINGS, STANDING, TODAY


@dataclass
class Life:
    """One order, at the register and at headquarters; `documents` are those that made it what it is.

    With `gives_cards` the rest is paid by cards with tokens, `in_parts` by two of them; with `pays_by_card` a pickup is
    paid by the card on file as far as that goes.
    """

    settings: StoreSettings = SETTINGS
    here: OrderState | None = None
    at_hq: OrderState | None = None
    documents: list[TransactionDocument | FulfilmentDocument] = field(default_factory=list)
    gives_cards: bool = False
    in_parts: bool = False
    pays_by_card: bool = False
    given: int = 0

    @property
    def order(self) -> OrderState:
        assert self.here is not None
        return self.here

    def next_id(self) -> str:
        return f"01900000-0000-7000-8000-{len(self.documents) + 1:012x}"

    def made(self, cart: Cart) -> TransactionDocument:
        """The document of a cart, paid and concluded, before anybody works with it."""
        cart = self.with_card(settled(self.by_card(replace(cart, id=self.next_id())), self.settings))
        cart = arranged_as_needed(cart, self.settings)
        totals = check_concludable(cart, self.settings, TODAY)
        standing = replace(STANDING, number=len(self.documents) + 1)
        return transaction_document(cart, totals, self.settings, standing)

    def conclude(self, cart: Cart) -> TransactionDocument:
        """Pay what is due, or give back what is owed, conclude, and have both sides work the order out."""
        made = self.made(cart)
        document = TransactionDocument.read(made.written())
        faults = faults_of(document)
        assert faults == [], faults
        here = order_after(made, self.here, manual_accept=self.settings.manual_accept)
        there = order_after(document, self.at_hq, manual_accept=self.settings.manual_accept)
        assert (here.misfits, there.misfits) == ((), ())
        self.documents.append(document)
        self.here, self.at_hq = here.order, there.order
        return document

    def by_card(self, cart: Cart) -> Cart:
        """The cart with a tender by the first card on file that may still be charged, where a pickup is paid so."""
        due, order = totals_of(cart, self.settings).due_minor, self.here
        if not self.pays_by_card or order is None or cart.kind is not CartKind.PICKUP or due <= 0:
            return cart
        for card in order.terms.cards:
            part = min(due, card.authorised_minor - order.used_of(card))
            if part > 0:
                slip = CardSlip(f"c{len(self.documents)}", card.token)
                return replace(cart, tenders=(Tender(1, TenderType.CARD_ON_FILE, part, 0, 0, part, slip),))
        return cart

    def with_card(self, cart: Cart) -> Cart:
        """The cart with cards for what its shipped goods need, where those given before do not cover it."""
        totals = totals_of(cart, self.settings)
        if not self.gives_cards or cart.kind is not CartKind.ORDER or totals.balance_minor <= 0:
            return cart
        if reservation_of(cart, self.settings, totals) <= cards_left(cart):
            return cart
        return self.renewed(cart)

    def renewed(self, cart: Cart) -> Cart:
        """The cart with a new card, or two, for its rest; those given before are let go."""
        whole = card_amount(cart, self.settings, None)
        halves = [whole // 2, whole - whole // 2] if self.in_parts and whole > 1 else [whole]
        for number, amount in enumerate(halves):
            self.given += 1
            card = CardOnFile(f"tok-{self.given}", "Visa", "4242", amount, f"r{self.given}")
            cart = give_card(cart, card, in_part=number > 0)
        return cart

    def decline(self, charge: Payment) -> None:
        """The processor declines a charge at headquarters, and the register hears of it."""
        reference = f"{charge.document}-{self.order.payments.index(charge)}"
        assert self.at_hq is not None
        self.at_hq = charge_declined(self.at_hq, charge, reference, charge.made_at)
        assert charge_declined(self.at_hq, charge, reference, charge.made_at) is self.at_hq
        self.here = merged(self.order, self.at_hq)

    def edit(self) -> Cart:
        return start_edit(self.order, ANNA, self.next_id())

    def pay(self, amount_minor: int | None) -> Cart:
        return start_payment(self.order, amount_minor, ANNA, self.next_id())

    def pickup(
        self,
        quantities: Mapping[int, int],
        serials: Mapping[int, Sequence[str]] = NO_SERIALS,
        asking: frozenset[str] = frozenset(),
    ) -> Cart:
        return start_pickup(self.order, quantities, ANNA, self.settings, self.next_id(), "", serials, asking)

    def cancel(self, charge_minor: int | None = None) -> Cart:
        return start_cancellation(self.order, ANNA, self.settings, self.next_id(), charge_minor, "Too late")

    def take_back(self, items: Mapping[int, int], shipping_minor: int = 0) -> Cart:
        named = [Returned(line, quantity, "Too small") for line, quantity in items.items()]
        return start_return(self.order, named, ANNA, self.settings, self.next_id(), shipping_minor)

    def fulfil(
        self, action: str, *quantities: tuple[int, int | None], shelf: str = "", serials: tuple[str, ...] = ()
    ) -> OrderState:
        """Take these steps, at the register and at headquarters."""
        document = steps(self.order, self.next_id(), action, quantities, shelf, serials)
        here = fulfilled(self.order, document, self.check)
        assert self.at_hq is not None
        self.at_hq = fulfilled(self.at_hq, FulfilmentDocument.read(document.written()), self.check)
        self.documents.append(document)
        self.here = here
        return here

    def check(self, order: OrderState, line: OrderLine, action: Action) -> None:
        facts = order_facts(order, self.settings, TODAY, rights=frozenset(Right))
        verdict = line_verdict(facts, line_facts(line), action)
        if verdict.answer is Answer.REFUSED:
            raise Refusal(str(verdict.words))


class Refusal(Exception):
    """The table of actions says no."""


def steps(
    order: OrderState,
    id: str,
    action: str,
    quantities: Sequence[tuple[int, int | None]],
    shelf: str = "",
    serials: tuple[str, ...] = (),
) -> FulfilmentDocument:
    return FulfilmentDocument(
        id=id,
        register_name="HOUSTON-1",
        store="HOUSTON",
        made_at="2026-11-22T10:00:00.000+00:00",
        made_by="cashier",
        order=order.id,
        confirmation_number=order.confirmation_number,
        based_on=len(order.acts),
        steps=tuple(
            [
                StepPart.model_validate(
                    {
                        "action": action,
                        "line": line,
                        "quantity_thousandths": quantity,
                        "shelf": shelf,
                        "serials": serials,
                    }
                )
                for line, quantity in quantities
            ]
        ),
    )


def settled(cart: Cart, settings: StoreSettings) -> Cart:
    """The cart with one tender for what is due, to the cent; negative, it is given back."""
    due = totals_of(cart, settings).due_minor
    if not due:
        return cart
    number = len(cart.tenders) + 1
    return replace(cart, tenders=(*cart.tenders, Tender(number, TenderType.CASH, due, 0, 0, due)))


def arranged_as_needed(cart: Cart, settings: StoreSettings) -> Cart:
    """The cart with a way for its rest to be paid, where it needs one."""
    totals = totals_of(cart, settings)
    if cart.terms is None or totals.balance_minor <= 0:
        return cart
    if cart.terms.balance is Balance.CARD_ON_FILE and cart.terms.cards:
        return cart
    card = reservation_of(cart, settings, totals) > 0
    balance = Balance.CARD_ON_FILE if card else Balance.PAY_AT_PICKUP
    return replace(cart, terms=replace(cart.terms, balance=balance))


def check_whole(order: OrderState) -> None:
    """What holds of every order at every moment; Money names what does not."""
    invoiced = sum(invoice.total_minor for invoice in order.invoices)
    bills = [each for each in order.invoices if each.kind in OF_GOODS]
    tax = sum(order.tax(line.invoiced) for line in order.lines)
    tax += order.charges_tax() if order.charges_invoiced else 0
    assert sum(each.tax_minor or 0 for each in bills) == tax, (bills, tax)
    left = order.deposit_available_minor
    unpaid = order.unpaid_minor
    assert order.paid_minor == invoiced + left - unpaid, (Money(order.paid_minor, "USD"), invoiced, left)
    assert unpaid >= 0
    assert left >= 0
    assert order.card_used_minor <= order.card_authorisation_minor or order.card_left_minor == 0
    cards = order.terms.cards
    if cards:
        assert order.card_authorisation_minor == sum(card.authorised_minor for card in cards)
    for card in cards:
        assert 0 <= order.used_of(card) <= card.authorised_minor, card
    for line in order.lines:
        ordered, gone, back = line.ordered_thousandths, line.invoiced_thousandths, line.returned_thousandths
        assert ordered >= gone >= back >= 0, line
        assert line.invoiced.amount_minor >= 0, line
        assert 0 <= line.returned.amount_minor <= line.invoiced.amount_minor, line
        if gone == ordered:
            assert order.gross(line.invoiced) == order.gross(line.whole), line
            assert line.invoiced.tax_minor == line.tax_minor, line
        if back == gone:
            assert order.gross(line.returned) <= order.gross(line.invoiced)
