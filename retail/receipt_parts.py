"""The parts that all receipts share: who and when, items, taxes by rate, and how it was paid."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from retail.customers import PENDING_SYNC
from retail.messages import Message, Name, say
from retail.money import Money
from retail.quantity import ONE, pieces
from retail.receipt_rows import Item, Pair, Row, StoreFacts, Text
from retail.rounding import divide
from retail.tax_codes import TaxRate, tax_by_code, taxes_of
from retail.wire.tax_codes import rate_of
from retail.wire.uploads import ChargePart, DiscountPart, LinePart, TransactionDocument


def who_and_when(document: TransactionDocument) -> list[Row]:
    made = say("{day} {time}", day=date.fromisoformat(document.made_at[:10]), time=document.made_at[11:16])
    return [
        Pair(say("Date"), made),
        Pair(say("Register"), words(document.register_name)),
        Pair(say("Transaction"), words(str(document.number))),
        Pair(say("Served by"), words(document.user)),
    ]


def customer_row(document: TransactionDocument) -> Row:
    customer = document.customer
    name, account = ("", None) if customer is None else (customer.name, customer.account)
    shown = say(PENDING_SYNC) if account is None else words(account)
    return Pair(say("Customer {name}", name=name), shown)


def tax_rows(
    document: TransactionDocument, lines: tuple[LinePart, ...], charges: tuple[ChargePart, ...]
) -> list[Row]:
    """The tax of each rate, and where goods have several taxes, of each code."""
    taxed: dict[TaxRate, list[tuple[int, int]]] = defaultdict(list)
    for line in lines:
        taxed[rate_of(line)].append((line.amount_minor, line.tax_minor))
    included = document.rules.price_includes_tax
    for charge in charges:
        rate, tax = rate_of(charge), charge.part_tax_minor
        whole = sum(taxes_of(charge.amount_minor, rate, included=included)) if tax is None else tax
        taxed[rate].append((charge.amount_minor, whole))
    rows: list[Row] = []
    for rate in sorted(taxed, key=lambda rate: (rate.percent, [code.name for code in rate.codes])):
        amounts, taxes = zip(*taxed[rate], strict=True)
        base = money_of(document, sum(amounts) - (sum(taxes) if included else 0))
        if not rate.codes:
            label = say("Tax {percent} % of {base}", percent=plain(rate.percent), base=base)
            rows.append(Pair(label, money_of(document, sum(taxes))))
            continue
        for code, tax in zip(
            rate.codes, tax_by_code(amounts, sum(taxes), rate, included=included), strict=True
        ):
            label = say(
                "{code} {percent} % of {base}", code=code.name, percent=plain(code.percent), base=base
            )
            rows.append(Pair(label, money_of(document, tax)))
    return rows


def charges_of(lines: Iterable[LinePart]) -> tuple[ChargePart, ...]:
    """The charges that stand on these lines."""
    return tuple(charge for line in lines for charge in line.charges)


def charge_rows(document: TransactionDocument, charges: Iterable[ChargePart], store: StoreFacts) -> list[Row]:
    """What the charges come to, those for shipping apart."""
    shipping, others = 0, 0
    for charge in charges:
        if charge.code in store.shipping_codes:
            shipping += charge.amount_minor
        else:
            others += charge.amount_minor
    said = ((say("Shipping"), shipping), (say("Other charges") if shipping else say("Charges"), others))
    return [Pair(label, money_of(document, amount)) for label, amount in said if amount]


def tender_name(type: str) -> Message:
    names = {"cash": say("Cash"), "card": say("Card"), "customer_account": say("On account"),
             "card_on_file": say("Card on file")}  # fmt: skip
    return names.get(type, words(type))


def tender_rows(document: TransactionDocument) -> list[Row]:
    rows: list[Row] = [
        Pair(tender_name(tender.type), money_of(document, tender.tendered_minor))
        for tender in document.tenders
    ]
    if document.rounding_minor:
        rows.append(Pair(say("Cash rounding"), money_of(document, document.rounding_minor)))
    if document.change_minor:
        rows.append(Pair(say("Change"), money_of(document, document.change_minor)))
    return rows


def item_rows(line: LinePart, currency: str) -> list[Row]:
    """A line with what was taken off it; of a part of an order's line, in one sum."""
    gross = divide(line.price_minor * line.quantity_thousandths, ONE) if line.discounts else line.amount_minor
    rows: list[Row] = [
        Item(line.name, several(line), Money(line.price_minor, currency), Money(gross, currency), line.unit)
    ]
    if line.price_source == "deal":
        listed = Money(line.list_price_minor, currency)
        names = [step.name for step in line.discounts if step.source == "promotion"]
        rows += [Text(say("{promotion}: instead of {price}", promotion=name, price=listed)) for name in names]
    if line.is_share and gross != line.amount_minor:
        rows.append(Pair(say("Discount"), Money(line.amount_minor - gross, currency)))
    elif not line.is_share:
        rows += [_discount_row(step, currency) for step in line.discounts if step.amount_minor]
    return [*rows, *[Text(say("Serial number {serial}", serial=serial)) for serial in line.serials]]


def counted_up(lines: Iterable[LinePart]) -> list[LinePart]:
    """The lines as they are printed where goods that are the same stand together; what was discounted stands alone."""
    printed: list[LinePart] = []
    places: dict[tuple[object, ...], int] = {}
    for line in lines:
        key = (
            line.product,
            line.name,
            line.price_minor,
            line.list_price_minor,
            line.price_source,
            line.discounts,
        )
        is_plain = line.quantity_thousandths > 0 and not (
            line.serials or line.is_share or any(each.amount_minor for each in line.discounts)
        )
        if is_plain and key in places:
            before = printed[places[key]]
            printed[places[key]] = before.model_copy(
                update={
                    "quantity_thousandths": before.quantity_thousandths + line.quantity_thousandths,
                    "amount_minor": before.amount_minor + line.amount_minor,
                }
            )
            continue
        if is_plain:
            places[key] = len(printed)
        printed.append(line)
    return printed


def several(line: LinePart) -> Decimal | None:
    """How many; None for one piece."""
    return None if line.quantity_thousandths == ONE and not line.unit else pieces(line.quantity_thousandths)


def _discount_row(step: DiscountPart, currency: str) -> Row:
    name = (
        words(step.name) if step.source == "promotion" else say("Discount, {reason}", reason=Name(step.name))
    )
    return Pair(name, Money(-step.amount_minor, currency))


def money_of(document: TransactionDocument, minor: int) -> Money:
    return Money(minor, document.currency)


def words(text: str) -> Message:
    return say("{text}", text=text)


def plain(rate: Decimal) -> Decimal:
    """The rate without needless zeros."""
    return Decimal(f"{rate.normalize():f}")
