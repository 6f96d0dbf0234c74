"""From documents to the books: transactions, and what they make of their orders; what does not fit opens a case.

A batch is read at once, worked out in memory and written at once: a statement a document costs ten times as much.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session

from headquarters.cards.service import plan_charges
from headquarters.cases.service import open_case
from headquarters.installation import INVOICES, SALES_ORDERS, Numbers
from headquarters.orders.attributes import unfit_details
from headquarters.orders.charge_overrides import keep_overrides, overrides_of
from headquarters.orders.invoice_lines import Billed, billed_by, given_back, keep_invoice_lines
from headquarters.orders.invoicing import DOCUMENT, NUMBER, invoice_row, keep_invoices
from headquarters.orders.models import Order, Transaction
from headquarters.orders.sales import keep_sale, sale_as_it_stands, sold_here
from headquarters.orders.service import Buyer, Standing, keep_orders
from headquarters.orders.service import buyers as find_buyers
from headquarters.orders.undelivered import why_lost_since, why_undelivered
from headquarters.orders.worked_out_again import deviations
from headquarters.rows import Row, add_rows
from headquarters.settings.service import settings_of_store
from headquarters.settings.terms_then import Terms
from headquarters.stock.movements import Warehouses, keep_movements, movements_of, shipments_of
from retail.errors import RuleBroken
from retail.messages import SEMICOLONS, SPACES, Message, listed, say
from retail.orders.actions import line_verdict
from retail.orders.applying import Applied, order_after
from retail.orders.changes import left_out
from retail.orders.facts import Action, line_facts, order_facts
from retail.orders.fulfilment import Check, fulfilled
from retail.orders.kinds import Origin
from retail.orders.ledger import Payment
from retail.orders.order import OrderLine, OrderState
from retail.permissions import Right
from retail.settings import StoreSettings
from retail.wire.orders import read_order
from retail.wire.uploads import FulfilmentDocument, TransactionDocument

_TRANSACTION_COLUMNS = (
    "uuid", "register", "store", "epoch", "number", "receipt_number", "type", "business_date", "made_at", "user",
    "currency", "customer_uuid", "customer_name", "total_minor", "paid_minor", "order_uuid",
)  # fmt: skip
EVERY_RIGHT = frozenset(Right)
"""Rights were the register's to ask for; headquarters books what happened."""


def order_named(document: TransactionDocument | FulfilmentDocument) -> tuple[str, bool]:
    """The id of the order a document is about, and whether that order has to exist already; "" for none.

    A return of a plain sale is about that sale, which is no order.
    """
    if document.kind == "fulfilment":
        return document.order, True
    if document.order is not None:
        return document.order.id, document.order.based_on > 0
    act = document.act
    return (act.id, True) if act is not None and act.about == "order" else ("", False)


def sale_named(document: TransactionDocument | FulfilmentDocument) -> str:
    """The id of the plain sale that goods came back of; "" for none."""
    if document.kind == "fulfilment" or document.act is None or document.act.about != "sale":
        return ""
    return document.act.id


class Books:
    """What a batch of documents is about, as it stands after those of them that were booked; `write` keeps it."""

    def __init__(
        self, session: Session, documents: Iterable[TransactionDocument | FulfilmentDocument], at: str
    ) -> None:
        self._session, self._at, self._numbers = session, at, Numbers(session)
        every = list(documents)
        about = {order_named(each)[0] for each in every}
        rows = session.execute(
            select(Order.id, Order.uuid, cast(Order.state, Text)).where(Order.uuid.in_(about))
        )
        self._orders = {uuid: Standing(id, read_order(text)) for id, uuid, text in rows}
        ids = [each.id for each in every if each.kind == "transaction"]
        self._booked = set(session.scalars(select(Transaction.uuid).where(Transaction.uuid.in_(ids))))
        self._transactions: list[Row] = []
        self._invoices: list[Row] = []
        self._movements: list[Row] = []
        self._overrides: list[Row] = []
        self._billed: list[tuple[str, str, Billed]] = []
        self._warehouses = Warehouses(session)
        self._settings: dict[str, StoreSettings] = {}
        self._terms = Terms(session)
        self._sold: dict[str, OrderState] = {}
        self._returned: dict[str, OrderState] = {}
        self._buyers: dict[str, Buyer] = {}
        self.look_up_buyers(
            {each.customer.id for each in every if each.kind == "transaction" and each.customer}
        )

    def look_up_buyers(self, uuids: Iterable[str]) -> None:
        """Look these customers up (again): they may have been made or changed since."""
        self._buyers |= find_buyers(self._session, uuids)

    def has_order(self, uuid: str) -> bool:
        """Whether there is an order with this id."""
        return uuid in self._orders

    def has_customer(self, uuid: str) -> bool:
        """Whether there is a customer with this id."""
        if uuid not in self._buyers:
            self.look_up_buyers([uuid])
        return uuid in self._buyers

    def stood_before(self, document: TransactionDocument) -> OrderState | None:
        """The order, or the sale that goods came back of, as it stands until this document is booked."""
        about, sale = order_named(document)[0], sale_named(document)
        standing = self._orders.get(about)
        return self.sale(sale) if sale else None if standing is None else standing.state

    def undelivered(self, document: TransactionDocument) -> Message | None:
        """Why the order that a document makes cannot be delivered as it says; None where it can, or there is none."""
        if document.order is None or document.id in self._booked:
            return None
        return why_undelivered(document, self._settings_of(document.store))

    def book(self, document: TransactionDocument) -> None:
        """Book a transaction and what it makes of its order; booked already, it is left as it is."""
        if document.id in self._booked:
            return
        about, sale = order_named(document)[0], sale_named(document)
        sold = sold_here(document)
        if sold is not None:
            self._sold[document.id] = sold
        if sale:
            self._take_back(document, sale)
        if about:
            before = self.stood_before(document)
            manual = self._settings_of(document.store).manual_accept
            applied = order_after(document, before, manual_accept=manual)
            self._keep(applied.order)
            self._bill(document, before, applied.order)
            words = _faults(document, applied, before)
            if words is not None:
                open_case(self._session, "order", document.id, words, self._at)
            lost = why_lost_since(document, before, self._settings_of(document.store))
            if lost is not None and not applied.misfits:
                open_case(
                    self._session, "order", document.id, _said_of(document, applied.order, lost), self._at
                )
        else:
            before = None
        if document.attributes and (words := unfit_details(document, before, self._terms)) is not None:
            open_case(self._session, "order", document.id, words, self._at)
        self._booked.add(document.id)
        self._transactions.append(_row_of(document, about or sale))
        self._movements += movements_of(document, self._warehouses)
        self._overrides += overrides_of(document)

    def change(self, document: TransactionDocument, note: str) -> None:
        """Book what headquarters itself does to an order: an event of it, and no transaction of a register.

        Raises:
            RuleBroken: it does not fit the order any more.
        """
        before = self._orders[order_named(document)[0]].state
        manual = self._settings_of(document.store).manual_accept
        applied = order_after(document, before, manual_accept=manual)
        if applied.misfits:
            raise RuleBroken("{misfit} Look at the order again.", misfit=applied.misfits[0])
        self._keep(_noted(applied.order, note))
        self._bill(document, before, applied.order)
        self._overrides += overrides_of(document)

    def make(
        self, document: TransactionDocument, origin: Origin, payments: tuple[Payment, ...], note: str,
        *, order_completion: bool,
    ) -> OrderState:  # fmt: skip
        """Book an order that no register made, with what was paid for it elsewhere; how it stands now."""
        manual = self._settings_of(document.store).manual_accept
        made = _noted(order_after(document, manual_accept=manual).order, note)
        self._keep(replace(made, origin=origin, payments=payments, order_completion=order_completion))
        return self._orders[made.id].state

    def take_steps(self, document: FulfilmentDocument) -> None:
        """Take the steps of a store on its order; steps that no longer fit open a case, and nothing of them is taken.

        Either way the order knows of them, so that the store sees how it stands here. What cards on file pay of a
        shipment is asked for once this is in the books.
        """
        before = self._orders[document.order].state
        try:
            self.step(document)
        except RuleBroken as misfit:
            event = left_out(document, before)
            self._keep(replace(before, acts=(*before.acts, document.id), events=(*before.events, event)))
            words = say(
                "{order}: a step of {store} does not fit any more. {misfit}",
                order=before.reference, store=document.store, misfit=misfit.message,
            )  # fmt: skip
            open_case(self._session, "order", document.id, words, self._at)

    def step(self, document: FulfilmentDocument) -> None:
        """Take steps on an order, with the goods they move and what cards on file are to pay.

        Raises:
            RuleBroken: one of them is not possible; none is taken.
        """
        before = self._orders[document.order].state
        after = fulfilled(before, document, self._check(before, document))
        self._keep(after)
        self._bill(document, before, after)
        self._movements += shipments_of(document, before, after, self._warehouses)
        if document.id not in before.acts:
            plan_charges(self._session, after, document.id, self._at)

    def write(self) -> None:
        """Keep it all, and tell the stores of their orders."""
        add_rows(self._session, Transaction, _TRANSACTION_COLUMNS, self._transactions)
        changed = [each for each in self._orders.values() if each.is_changed]
        keep_orders(self._session, changed, self._buyers)
        for sale in self._returned.values():
            self._invoices += keep_sale(self._session, sale)
        keep_invoices(self._session, self._invoices)
        numbers = {invoice[DOCUMENT]: invoice[NUMBER] for invoice in self._invoices}
        keep_invoice_lines(self._session, numbers, self._billed, self._settings_of)
        keep_movements(self._session, self._movements)
        keep_overrides(self._session, self._overrides)

    def sale(self, uuid: str) -> OrderState | None:
        """The plain sale with this id as it stands after what was booked, also before that is written."""
        known = self._returned.get(uuid) or self._sold.get(uuid)
        return sale_as_it_stands(self._session, uuid) if known is None else known

    def _take_back(self, document: TransactionDocument, sale: str) -> None:
        """What came back of a plain sale is a credit invoice of it; what does not fit opens a case."""
        before = self.sale(sale)
        if before is None:
            raise ValueError(f"the sale {sale} is not in the books")
        applied = order_after(document, before)
        self._returned[sale] = applied.order
        self._billed += [(document.id, document.store, each) for each in given_back(document)]
        words = _faults(document, applied, before)
        if words is not None:
            open_case(self._session, "return", document.id, words, self._at)

    def _bill(
        self, document: TransactionDocument | FulfilmentDocument, before: OrderState | None, after: OrderState
    ) -> None:
        """Remember what stands on the invoice that came of a document, if one did."""
        made = len(after.invoices) > (0 if before is None else len(before.invoices))
        if made:
            self._billed += [
                (document.id, document.store, each) for each in billed_by(document, before, after)
            ]

    def _keep(self, state: OrderState) -> None:
        """Remember how an order stands now, with a number of ours for it and for each of its invoices."""
        if not self.has_customer(state.customer.id):
            raise ValueError(f"order {state.confirmation_number}: its customer is not in the books")
        buyer = self._buyers[state.customer.id]
        self._buyers.setdefault(buyer.uuid, buyer)
        numbered = replace(
            state,
            number=state.number or f"SO-{self._numbers.next(SALES_ORDERS):06d}",
            invoices=tuple([
                each if each.number else replace(each, number=f"INV-{self._numbers.next(INVOICES):06d}")
                for each in state.invoices
            ]),
            customer=replace(state.customer, id=buyer.uuid, account=buyer.account, name=buyer.name),
        )  # fmt: skip
        known = {each.number for each in state.invoices}
        self._invoices += [
            invoice_row(numbered, each) for each in numbered.invoices if each.number not in known
        ]
        standing = self._orders.get(state.id)
        if standing is None:
            self._orders[state.id] = Standing(None, numbered, is_changed=True)
        else:
            standing.change(numbered)

    def _settings_of(self, store: str) -> StoreSettings:
        if store not in self._settings:
            self._settings[store] = settings_of_store(self._session, store)
        return self._settings[store]

    def _check(self, order: OrderState, document: FulfilmentDocument) -> Check:
        today = datetime.fromisoformat(document.made_at).date()
        facts = order_facts(order, self._settings_of(document.store), today, rights=EVERY_RIGHT)

        def check(order: OrderState, line: OrderLine, action: Action) -> None:
            line_verdict(facts, line_facts(line), action).check()

        return check


def _faults(document: TransactionDocument, applied: Applied, before: OrderState | None) -> Message | None:
    """What of a document no longer fits, or deviates from its order; None where nothing does."""
    faults = listed(applied.misfits, SPACES) if applied.misfits else None
    if before is not None and faults is None and (deviating := deviations(document, before)):
        faults = say("{deviations}. It is booked as it came.", deviations=listed(deviating, SEMICOLONS))
    return None if faults is None else _said_of(document, applied.order, faults)


def _said_of(document: TransactionDocument, order: OrderState, faults: Message) -> Message:
    about, receipt = order.reference, document.receipt_number
    return say("{about}, receipt {receipt}: {misfits}", about=about, receipt=receipt, misfits=faults)


def _noted(order: OrderState, note: str) -> OrderState:
    """The order whose last event says why."""
    *before, last = order.events
    return replace(order, events=(*before, replace(last, reason=note)))


def _row_of(document: TransactionDocument, about: str) -> Row:
    customer = document.customer
    return (
        document.id, document.register_name, document.store, document.epoch, document.number, document.receipt_number,
        document.type, document.business_date, document.made_at, document.user, document.currency,
        customer.id if customer else None, customer.name if customer else "", document.total_minor,
        document.paid_minor, about or None,
    )  # fmt: skip
