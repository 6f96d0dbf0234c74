"""From a cart to its transaction document and back, and the proof that a document's amounts agree."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from retail.cart import Balance, Cart, CartKind, CartLine, DepositOverride, OrderTerms, PriceSource
from retail.clock import business_date, stamp
from retail.customers import Address, Customer
from retail.orders.delivery import Delivery, DeliveryKind
from retail.settings import StoreSettings, TaxRounding
from retail.tender import Tender, TenderType
from retail.totals import Totals, totals_of
from retail.wire.uploads import (
    AddressPart,
    CustomerDocument,
    CustomerPart,
    DeliveryPart,
    LinePart,
    OrderPart,
    OverridePart,
    RulesPart,
    TenderPart,
    TransactionDocument,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where and when a transaction is concluded: register, numbers, shift, user."""

    register: str
    store: str
    epoch: str
    number: int
    receipt_number: str
    confirmation_number: str
    shift: str
    user: str
    at: datetime


def transaction_document(cart: Cart, totals: Totals, settings: StoreSettings, standing: Standing) -> TransactionDocument:
    """The document of a cart that is being concluded; the cart's ids become the transaction's and the order's."""
    customer = cart.customer
    return TransactionDocument(
        id=cart.id, register_name=standing.register, store=standing.store, epoch=standing.epoch,
        number=standing.number, receipt_number=standing.receipt_number, shift=standing.shift,
        business_date=business_date(standing.at), made_at=stamp(standing.at), user=standing.user,
        type=cast(Literal["sale", "order", "quote"], cart.kind.value), currency=cart.currency,
        rules=RulesPart(
            price_includes_tax=settings.price_includes_tax,
            tax_rounding=cast(Literal["line", "document"], settings.tax_rounding.value),
            shipping_charge_tax_percent=settings.shipping_charge_tax_percent,
            cash_rounding_minor=settings.cash_rounding_minor,
        ),
        customer=None if customer is None else CustomerPart(
            id=customer.id, account=customer.account, name=customer.name, business=customer.business),
        lines=tuple([_line_part(line, tax) for line, tax in
                     zip(cart.active_lines, totals.line_taxes_minor, strict=True)]),
        voided_lines=len(cart.lines) - len(cart.active_lines),
        header_charge_minor=cart.header_charge_minor, goods_minor=totals.goods_minor,
        charges_minor=totals.charges_minor, tax_minor=totals.tax_minor, total_minor=totals.total_minor,
        carry_out_minor=totals.carry_out_minor, paid_minor=totals.paid_minor, change_minor=totals.change_minor,
        rounding_minor=totals.rounding_minor, tenders=tuple([_tender_part(tender) for tender in cart.tenders]),
        order=_order_part(cart, totals, settings, standing) if cart.terms is not None else None,
    )  # fmt: skip


def customer_document(customer: Customer, register: str, store: str, user: str, at: datetime) -> CustomerDocument:
    """The document of a customer made on this register."""
    return CustomerDocument(
        id=customer.id, register_name=register, store=store, made_at=stamp(at), made_by=user,
        type=cast(Literal["person", "organisation"], customer.type.value), name=customer.name,
        email=customer.email, phone=customer.phone, language=customer.language, business=customer.business,
        addresses=tuple([address_part(address) for address in customer.addresses]),
    )  # fmt: skip


def faults_of(document: TransactionDocument) -> list[str]:
    """Work out every amount of a document again; name each one that does not agree. Empty means it is sound."""
    try:
        cart, settings = cart_of(document)
        totals = totals_of(cart, settings)
    except (ValueError, ArithmeticError) as fault:
        return [str(fault)]
    known = {
        "goods": (document.goods_minor, totals.goods_minor), "charges": (document.charges_minor, totals.charges_minor),
        "tax": (document.tax_minor, totals.tax_minor), "total": (document.total_minor, totals.total_minor),
        "carry-out": (document.carry_out_minor, totals.carry_out_minor),
        "paid": (document.paid_minor, totals.paid_minor), "change": (document.change_minor, totals.change_minor),
        "rounding": (document.rounding_minor, totals.rounding_minor), "due": (0, totals.due_minor),
    }  # fmt: skip
    faults = [f"{name} is {said}, but works out as {right}" for name, (said, right) in known.items() if said != right]
    for line, again, tax in zip(document.lines, cart.lines, totals.line_taxes_minor, strict=True):
        right = again.amount_minor
        if line.amount_minor != right:
            faults.append(f"line {line.number}: amount is {line.amount_minor}, but works out as {right}")
        if line.tax_minor != tax:
            faults.append(f"line {line.number}: tax is {line.tax_minor}, but works out as {tax}")
    if document.order is not None and document.order.deposit_minor != totals.deposit_minor:
        faults.append(f"deposit is {document.order.deposit_minor}, but works out as {totals.deposit_minor}")
    return faults


def cart_of(document: TransactionDocument) -> tuple[Cart, StoreSettings]:
    """The cart a document was made of (void lines are blanks), with the settings it was worked out with."""
    order, customer = document.order, document.customer
    settings = StoreSettings(
        store=document.store, currency=document.currency, price_includes_tax=document.rules.price_includes_tax,
        tax_rounding=TaxRounding(document.rules.tax_rounding),
        shipping_charge_tax_percent=document.rules.shipping_charge_tax_percent,
        cash_rounding_minor=document.rules.cash_rounding_minor,
        **({"deposit_percent": order.deposit_percent} if order else {}),
    )  # fmt: skip
    terms = None
    if order is not None:
        override = order.override
        terms = OrderTerms(
            kind=CartKind(order.kind), pay_in_full=order.pay_in_full, collector=order.collector,
            expires=order.expires, balance=Balance(order.balance) if order.balance else None,
            override=override and DepositOverride(override.amount_minor, override.reason, override.approved_by),
        )  # fmt: skip
    cart = Cart(
        id=document.id, order_id=order.id if order else document.id, currency=document.currency,
        lines=tuple([_cart_line(position, line) for position, line in enumerate(document.lines, 1)]),
        customer=customer and Customer(id=customer.id, name=customer.name, account=customer.account,
                                       business=customer.business),
        header_charge_minor=document.header_charge_minor, terms=terms,
        tenders=tuple([Tender(tender.number, TenderType(tender.type), tender.tendered_minor, tender.change_minor,
                              tender.rounding_minor, tender.settled_minor) for tender in document.tenders]),
    )  # fmt: skip
    return cart, settings


def address_part(address: Address) -> AddressPart:
    """An address as it travels."""
    return AddressPart(
        id=address.id, purpose=address.purpose, name=address.name, phone=address.phone, line1=address.line1,
        postcode=address.postcode, city=address.city, country=address.country, tax_percent=address.tax_percent,
    )  # fmt: skip


def address_of(part: AddressPart) -> Address:
    """An address that has arrived."""
    return Address(
        id=part.id, purpose=part.purpose, name=part.name, phone=part.phone, line1=part.line1,
        postcode=part.postcode, city=part.city, country=part.country, tax_percent=part.tax_percent,
    )  # fmt: skip


def _line_part(line: CartLine, tax_minor: int) -> LinePart:
    delivery = line.delivery
    return LinePart(
        number=line.number, product=line.product, name=line.name, barcode=line.barcode,
        quantity_thousandths=line.quantity_thousandths, list_price_minor=line.list_price_minor,
        price_minor=line.price_minor, price_source=cast(Literal["list", "keyed"], line.price_source.value),
        amount_minor=line.amount_minor, tax_percent=line.tax_percent, tax_minor=tax_minor,
        product_charge_minor=line.product_charge_minor,
        delivery=None if delivery is None else DeliveryPart(
            kind=cast(Literal["ship", "pickup"], delivery.kind.value), mode=delivery.mode, date=delivery.date,
            store=delivery.store, ship_from=delivery.ship_from,
            address=delivery.address and address_part(delivery.address), charge_minor=delivery.charge_minor),
    )  # fmt: skip


def _cart_line(position: int, line: LinePart) -> CartLine:
    part = line.delivery
    return CartLine(
        number=position, product=line.product, name=line.name, barcode=line.barcode,
        quantity_thousandths=line.quantity_thousandths, list_price_minor=line.list_price_minor,
        price_minor=line.price_minor, price_source=PriceSource(line.price_source), tax_percent=line.tax_percent,
        product_charge_minor=line.product_charge_minor,
        delivery=None if part is None else Delivery(
            DeliveryKind(part.kind), part.mode, part.date, store=part.store, ship_from=part.ship_from,
            address=part.address and address_of(part.address), charge_minor=part.charge_minor),
    )  # fmt: skip


def _tender_part(tender: Tender) -> TenderPart:
    return TenderPart(
        number=tender.number, type=tender.type.value, tendered_minor=tender.tendered_minor,
        change_minor=tender.change_minor, rounding_minor=tender.rounding_minor, settled_minor=tender.settled_minor,
    )  # fmt: skip


def _order_part(cart: Cart, totals: Totals, settings: StoreSettings, standing: Standing) -> OrderPart:
    terms = cart.terms or OrderTerms()
    override = terms.override
    return OrderPart(
        id=cart.order_id, confirmation_number=standing.confirmation_number, revision=1,
        kind=cast(Literal["order", "quote"], terms.kind.value), deposit_percent=settings.deposit_percent,
        calculated_deposit_minor=totals.calculated_deposit_minor, deposit_minor=totals.deposit_minor,
        override=override and OverridePart(amount_minor=override.amount_minor, reason=override.reason,
                                           approved_by=override.approved_by),
        pay_in_full=terms.pay_in_full, balance=cast(Literal["pay_at_pickup", "card_on_file"] | None,
                                                    terms.balance.value if terms.balance else None),
        collector=terms.collector, expires=terms.expires,
    )  # fmt: skip
