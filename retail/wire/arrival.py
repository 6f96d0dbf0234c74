"""From a document that has arrived back to the values it was made of."""

from decimal import Decimal

from retail.cart import (
    Balance,
    Cart,
    CartKind,
    CartLine,
    DepositOverride,
    OrderTerms,
    PriceOverride,
    PriceSource,
)
from retail.charges import Charge, ChargeSource
from retail.customers import Address, Customer
from retail.discounts import Discount, DiscountSource
from retail.orders.delivery import Delivery, DeliveryKind
from retail.settings import StoreSettings, TaxRounding
from retail.tender import Tender, TenderType
from retail.wire.uploads import (
    AddressPart,
    ChargePart,
    DiscountPart,
    LinePart,
    OrderPart,
    TransactionDocument,
)


def cart_of(document: TransactionDocument) -> tuple[Cart, StoreSettings]:
    """The cart a document was made of, with the settings it was worked out with.

    Void lines are not in a document, so the lines of this cart are numbered anew, from 1.

    Raises:
        ValueError: the document says something that no cart can be.
    """
    order, customer = document.order, document.customer
    settings = StoreSettings(
        store=document.store,
        currency=document.currency,
        price_includes_tax=document.rules.price_includes_tax,
        tax_rounding=TaxRounding(document.rules.tax_rounding),
        cash_rounding_minor=document.rules.cash_rounding_minor,
        deposit_percent=order.deposit_percent if order is not None else Decimal(0),
    )
    cart = Cart(
        id=document.id,
        order_id=order.id if order is not None else document.id,
        currency=document.currency,
        lines=tuple([_cart_line(position, line) for position, line in enumerate(document.lines, 1)]),
        customer=None
        if customer is None
        else Customer(
            id=customer.id, name=customer.name, account=customer.account, business=customer.business
        ),
        charges=_charges(document.charges),
        discount=None if document.discount is None else _discount(document.discount),
        terms=None if order is None else _terms_of(order),
        tenders=tuple(
            [
                Tender(
                    tender.number,
                    TenderType(tender.type),
                    tender.tendered_minor,
                    tender.change_minor,
                    tender.rounding_minor,
                    tender.settled_minor,
                )
                for tender in document.tenders
            ]
        ),
    )
    return cart, settings


def address_of(part: AddressPart) -> Address:
    """An address that has arrived."""
    return Address(
        id=part.id,
        purpose=part.purpose,
        name=part.name,
        phone=part.phone,
        line1=part.line1,
        postcode=part.postcode,
        city=part.city,
        country=part.country,
        tax_percent=part.tax_percent,
    )


def _cart_line(position: int, line: LinePart) -> CartLine:
    part = line.delivery
    return CartLine(
        number=position,
        product=line.product,
        name=line.name,
        barcode=line.barcode,
        quantity_thousandths=line.quantity_thousandths,
        list_price_minor=line.list_price_minor,
        price_minor=line.price_minor,
        price_source=PriceSource(line.price_source),
        discounts=tuple([_discount(step) for step in line.discounts]),
        override=None
        if line.price_override is None
        else PriceOverride(line.price_override.reason, line.price_override.approved_by),
        price_locked=line.price_locked,
        tax_percent=line.tax_percent,
        charges=_charges(line.charges),
        delivery=None
        if part is None
        else Delivery(
            DeliveryKind(part.kind),
            part.mode,
            part.date,
            store=part.store,
            ship_from=part.ship_from,
            address=None if part.address is None else address_of(part.address),
        ),
    )


def _discount(part: DiscountPart) -> Discount:
    return Discount(
        DiscountSource(part.source),
        part.name,
        part.percent,
        part.stated_minor,
        part.amount_minor,
        part.code,
        part.approved_by,
    )


def _charges(parts: tuple[ChargePart, ...]) -> tuple[Charge, ...]:
    return tuple(
        [
            Charge(
                part.code,
                part.amount_minor,
                part.tax_percent,
                ChargeSource(part.source),
                part.refundable,
                part.original_minor,
            )
            for part in parts
        ]
    )


def _terms_of(order: OrderPart) -> OrderTerms:
    override = order.override
    return OrderTerms(
        kind=CartKind(order.kind),
        pay_in_full=order.pay_in_full,
        collector=order.collector,
        expires=order.expires,
        balance=None if order.balance is None else Balance(order.balance),
        override=None
        if override is None
        else DepositOverride(override.amount_minor, override.reason, override.approved_by),
    )
