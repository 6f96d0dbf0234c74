"""What stands on a receipt, as rows made from the concluded transaction; printing them is for others."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from retail.customers import PENDING_SYNC
from retail.messages import Message, say
from retail.money import Money
from retail.orders.delivery import DeliveryKind
from retail.orders.order import OrderLine, OrderState, order_after
from retail.quantity import ONE, show_quantity
from retail.tax import tax_of
from retail.wire.uploads import LinePart, OrderPart, TransactionDocument


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the document, or of one of its parts."""

    text: Message


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words."""

    text: Message


@dataclass(frozen=True, slots=True)
class Pair:
    """Words at the left, an amount or a word at the right; `strong` for the one that matters most."""

    left: Message
    right: Money | Message
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One product: how many, at which price, and what that comes to."""

    name: str
    quantity: str
    price: Money
    amount: Money


@dataclass(frozen=True, slots=True)
class Barcode:
    """A code to be scanned."""

    code: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across."""


Row = Title | Text | Pair | Item | Barcode | Rule


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What a receipt says of the store: its name, and lines such as address, organisation number, telephone.

    `store_names` are those of the stores where goods are picked up, by their codes.

    Units: `cancellation_charge_percent` in percent of the order's total.
    """

    name: str
    lines: tuple[str, ...] = ()
    cancellation_charge_percent: Decimal = Decimal(0)
    store_names: Mapping[str, str] = field(default_factory=dict)


def receipt_of(
    document: TransactionDocument, store: StoreFacts, number: str | None = None, *, copy: bool = False
) -> tuple[Row, ...]:
    """The rows of a transaction's receipt; `number` is headquarters' order number where it is known."""
    rows: list[Row] = []
    if copy:
        rows.append(Title(say("COPY")))
    rows += [Title(_words(store.name)), *[Text(_words(line)) for line in store.lines]]
    if document.order is None:
        rows += _sale(document)
    else:
        state = order_after(document)
        rows += _order_head(document, document.order, number)
        rows += _order_lines(document, state, store)
        rows += (
            _quote_end(document.order)
            if document.order.kind == "quote"
            else _money(document, document.order, store)
        )
        rows += _carried_out(document)
    return tuple(rows)


def _sale(document: TransactionDocument) -> list[Row]:
    rows: list[Row] = [Title(say("Sales receipt")), _pair(say("Receipt"), _words(document.receipt_number))]
    rows += _who_and_when(document)
    if document.customer is not None:
        rows.append(_customer(document))
    rows.append(Rule())
    rows += [_item(line, document.currency) for line in document.lines]
    charges = document.charges_minor
    if charges:
        rows.append(_pair(say("Charges"), _money_of(document, charges)))
    rows += [Rule(), Pair(say("Total"), _money_of(document, document.total_minor), strong=True)]
    rows += _taxes(document, document.lines, charges)
    return [*rows, Rule(), *_tenders(document), Barcode(document.receipt_number)]


def _order_head(document: TransactionDocument, order: OrderPart, number: str | None) -> list[Row]:
    is_quote = order.kind == "quote"
    rows: list[Row] = [Title(say("Quote") if is_quote else say("Order confirmation – deposit"))]
    following = say("number follows") if number is None else _words(number)
    rows += [
        _pair(say("Quote") if is_quote else say("Order"), _words(order.confirmation_number)),
        _pair(say("Our number"), following),
        Barcode(order.confirmation_number),
        *_who_and_when(document),
        _customer(document),
    ]
    if order.collector:
        rows.append(_pair(say("Collected by"), _words(order.collector)))
    return [*rows, Rule()]


def _order_lines(document: TransactionDocument, state: OrderState, store: StoreFacts) -> list[Row]:
    rows: list[Row] = []
    for line, part in zip(state.lines, document.lines, strict=True):
        rows += [_item(part, document.currency), Text(_delivery(line, document.receipt_number, store))]
    if document.charges_minor:
        rows.append(_pair(say("Charges"), _money_of(document, document.charges_minor)))
    rows += [Rule(), Pair(say("Order total"), _money_of(document, document.total_minor), strong=True)]
    return [*rows, *_taxes(document, document.lines, document.charges_minor)]


def _delivery(line: OrderLine, receipt_number: str, store: StoreFacts) -> Message:
    day = _day(line.day)
    if line.delivery is DeliveryKind.SHIP:
        return say("Shipped ({mode}) on {day} to {place}", mode=line.mode, day=day, place=line.place)
    if line.delivery is DeliveryKind.PICKUP:
        place = store.store_names.get(line.store, line.place)
        return say("Picked up at {place} on {day}", place=place, day=day)
    return say("Carried out: sales receipt {receipt}", receipt=receipt_number)


def _money(document: TransactionDocument, order: OrderPart, store: StoreFacts) -> list[Row]:
    rest, carried = document.total_minor - document.carry_out_minor, document.carry_out_minor
    rows: list[Row] = []
    if carried:
        rows.append(_pair(say("Carried out, paid"), _money_of(document, carried)))
    rows.append(
        _pair(_deposit_words(document, order, rest), _money_of(document, order.deposit_minor - carried))
    )
    balance = document.total_minor - document.paid_minor
    rows.append(Pair(_balance_words(order, balance), _money_of(document, balance), strong=True))
    rows += [Rule(), *_tenders(document)]
    percent = _percent(store.cancellation_charge_percent)
    if store.cancellation_charge_percent:
        rows.append(Text(say("Cancelling costs {percent} % of the order total.", percent=percent)))
    else:
        rows.append(Text(say("Cancelling is free of charge.")))
    return rows


def _deposit_words(document: TransactionDocument, order: OrderPart, rest_minor: int) -> Message:
    rest = _money_of(document, rest_minor)
    if order.pay_in_full:
        return say("Paid in full")
    if order.override is not None:
        return say("Deposit as agreed of {rest}", rest=rest)
    if document.customer is not None and document.customer.business:
        return say("Deposit (business customer) of {rest}", rest=rest)
    return say("Deposit {percent} % of {rest}", percent=_percent(order.deposit_percent), rest=rest)


def _balance_words(order: OrderPart, balance_minor: int) -> Message:
    if balance_minor == 0:
        return say("Nothing left to pay")
    if order.balance == "card_on_file":
        return say("Balance, by the card given")
    return say("Balance, paid at pickup")


def _quote_end(order: OrderPart) -> list[Row]:
    rows: list[Row] = [Text(say("This is not an order. Nothing was paid."))]
    if order.expires is not None:
        rows.append(_pair(say("Valid until"), _words(_day(order.expires))))
    return rows


def _carried_out(document: TransactionDocument) -> list[Row]:
    lines = tuple(line for line in document.lines if line.delivery is None)
    if not lines or document.type == "quote":
        return []
    charges = sum(line.product_charge_minor for line in lines)
    rows: list[Row] = [
        Rule(),
        Title(say("Sales receipt")),
        _pair(say("Receipt"), _words(document.receipt_number)),
    ]
    rows += [_item(line, document.currency) for line in lines]
    if charges:
        rows.append(_pair(say("Charges"), _money_of(document, charges)))
    rows.append(Pair(say("Carried out"), _money_of(document, document.carry_out_minor), strong=True))
    return [*rows, *_taxes(document, lines, charges), Barcode(document.receipt_number)]


def _who_and_when(document: TransactionDocument) -> list[Row]:
    made = say("{day} {time}", day=document.made_at[:10], time=document.made_at[11:16])
    return [
        _pair(say("Date"), made),
        _pair(say("Register"), _words(document.register_name)),
        _pair(say("Transaction"), _words(str(document.number))),
        _pair(say("Served by"), _words(document.user)),
    ]


def _customer(document: TransactionDocument) -> Row:
    customer = document.customer
    name, account = ("", None) if customer is None else (customer.name, customer.account)
    shown = say(PENDING_SYNC) if account is None else _words(account)
    return _pair(say("Customer {name}", name=name), shown)


def _taxes(document: TransactionDocument, lines: tuple[LinePart, ...], charges_minor: int) -> list[Row]:
    amounts: dict[Decimal, int] = defaultdict(int)
    taxes: dict[Decimal, int] = defaultdict(int)
    for line in lines:
        amounts[line.tax_percent] += line.amount_minor
        taxes[line.tax_percent] += line.tax_minor
    if charges_minor:
        rate = document.rules.shipping_charge_tax_percent
        amounts[rate] += charges_minor
        taxes[rate] += _charge_taxes(document, lines)
    included = document.rules.price_includes_tax
    rows: list[Row] = []
    for rate in sorted(amounts):
        base = amounts[rate] - (taxes[rate] if included else 0)
        words = say("Tax {percent} % of {base}", percent=_percent(rate), base=_money_of(document, base))
        rows.append(_pair(words, _money_of(document, taxes[rate])))
    return rows


def _charge_taxes(document: TransactionDocument, lines: tuple[LinePart, ...]) -> int:
    charges = [
        line.product_charge_minor + (0 if line.delivery is None else line.delivery.charge_minor)
        for line in lines
    ]
    if len(lines) == len(document.lines):
        charges.append(document.header_charge_minor)
    rate, included = document.rules.shipping_charge_tax_percent, document.rules.price_includes_tax
    return sum(tax_of(charge, rate, included=included) for charge in charges)


def _tenders(document: TransactionDocument) -> list[Row]:
    names = {"cash": say("Cash"), "card": say("Card"), "customer_account": say("On account")}
    rows: list[Row] = [
        _pair(names.get(tender.type, _words(tender.type)), _money_of(document, tender.tendered_minor))
        for tender in document.tenders
    ]
    if document.rounding_minor:
        rows.append(_pair(say("Cash rounding"), _money_of(document, document.rounding_minor)))
    if document.change_minor:
        rows.append(_pair(say("Change"), _money_of(document, document.change_minor)))
    return rows


def _item(line: LinePart, currency: str) -> Item:
    quantity = "" if line.quantity_thousandths == ONE else show_quantity(line.quantity_thousandths)
    return Item(line.name, quantity, Money(line.price_minor, currency), Money(line.amount_minor, currency))


def _pair(left: Message, right: Money | Message) -> Pair:
    return Pair(left, right)


def _money_of(document: TransactionDocument, minor: int) -> Money:
    return Money(minor, document.currency)


def _words(text: str) -> Message:
    return say("{text}", text=text)


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _percent(rate: Decimal) -> str:
    return f"{rate.normalize():f}"
