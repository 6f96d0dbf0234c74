"""From a document that has arrived back to the values it was made of."""

from decimal import Decimal
from functools import lru_cache

from retail.cart_values import Cart, CartLine
from retail.charges import Charge, ChargeSource
from retail.customers import Address, Customer
from retail.discounts import Discount, DiscountSource
from retail.order_attributes import Said
from retail.orders.acts import Act, ActKind, OtherCharge
from retail.orders.delivery import Delivery, DeliveryKind
from retail.orders.kinds import Balance, CartKind, DepositOverride, OrderTerms, PriceOverride, PriceSource
from retail.orders.shares import Share
from retail.settings import StoreSettings, TaxRounding
from retail.tender import Tender, TenderType
from retail.wire.attributes import AttributePart
from retail.wire.cards import card_on_file_of, slip_of
from retail.wire.tax_codes import codes_of
from retail.wire.uploads import (
    AddressPart,
    ChargePart,
    DeliveryPart,
    DiscountPart,
    LinePart,
    OrderPart,
    TransactionDocument,
)

PRICE_SOURCES = {each.value: each for each in PriceSource}
_DELIVERIES = {each.value: each for each in DeliveryKind}
_KINDS = {
    "payment": ActKind.PAY,
    "pickup": ActKind.PICKUP,
    "cancellation": ActKind.CANCEL,
    "return": ActKind.RETURN,
}


def cart_of(document: TransactionDocument) -> tuple[Cart, StoreSettings]:
    """The cart a document was made of, with the settings it was worked out with.

    Void lines are not in a document, so the lines of this cart are numbered anew, from 1.

    Raises:
        ValueError: the document says something that no cart can be.
    """
    order, customer = document.order, document.customer
    rules = document.rules
    settings = _settings(
        document.store, document.currency, rules.price_includes_tax, rules.tax_rounding, rules.cash_rounding_minor,
        order.deposit_percent if order is not None else Decimal(0),
    )  # fmt: skip
    cart = Cart(
        id=document.id,
        order_id=_order_id(document),
        currency=document.currency,
        lines=tuple([_cart_line(position, line) for position, line in enumerate(document.lines, 1)]),
        customer=None
        if customer is None
        else Customer(
            id=customer.id, name=customer.name, account=customer.account, business=customer.business
        ),
        charges=charges_from(document.charges),
        discount=None if document.discount is None else discount_of(document.discount),
        terms=None if order is None else terms_of(order),
        act=_act_of(document),
        attributes=attributes_from(document.attributes),
        tenders=tuple(
            [
                Tender(
                    tender.number,
                    TenderType(tender.type),
                    tender.tendered_minor,
                    tender.change_minor,
                    tender.rounding_minor,
                    tender.settled_minor,
                    slip_of(tender.card),
                )
                for tender in document.tenders
            ]
        ),
    )
    return cart, settings


@lru_cache(maxsize=200)
def _settings(
    store: str, currency: str, included: bool, rounding: str, coin_minor: int, deposit_percent: Decimal
) -> StoreSettings:
    """The settings of a store's documents: those of a batch are the same, and making them costs as much as a cart."""
    return StoreSettings(
        store=store, currency=currency, price_includes_tax=included, tax_rounding=TaxRounding(rounding),
        cash_rounding_minor=coin_minor, deposit_percent=deposit_percent,
    )  # fmt: skip


def _order_id(document: TransactionDocument) -> str:
    about = document.order or document.act
    return document.id if about is None else about.id


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
        region=part.region,
        tax_percent=part.tax_percent,
        tax_group=part.tax_group,
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
        price_source=PRICE_SOURCES[line.price_source],
        discounts=tuple([discount_of(step) for step in line.discounts]) if line.discounts else (),
        override=override_of(line),
        price_locked=line.price_locked,
        tax_percent=line.tax_percent,
        own_tax_percent=line.own_tax_percent,
        category=line.category,
        item_tax_group=line.item_tax_group,
        unit=line.unit,
        contains_thousandths=line.contains_thousandths,
        tax_codes=codes_of(line.tax_codes),
        charges=charges_from(line.charges),
        order_line=line.order_line,
        gone_thousandths=line.gone_thousandths,
        share=_share_of(line) if line.is_share else None,
        reason=line.reason,
        serials=line.serials,
        delivery=None if part is None else delivery_of(part),
    )


def discount_of(part: DiscountPart) -> Discount:
    """A step from a line's price to its amount, as it arrived."""
    return Discount(
        DiscountSource(part.source),
        part.name,
        part.percent,
        part.stated_minor,
        part.amount_minor,
        part.code,
        part.approved_by,
    )


def override_of(line: LinePart) -> PriceOverride | None:
    """Why a person stated the price of a line; None where nobody did."""
    stated = line.price_override
    return None if stated is None else PriceOverride(stated.reason, stated.approved_by)


def delivery_of(part: DeliveryPart) -> Delivery:
    """How a line leaves us, as it arrived."""
    return Delivery(
        _DELIVERIES[part.kind],
        part.mode,
        part.date,
        store=part.store,
        ship_from=part.ship_from,
        address=None if part.address is None else address_of(part.address),
    )


def _share_of(line: LinePart) -> Share:
    charges = tuple([charge.amount_minor for charge in line.charges])
    taxes = tuple([charge.part_tax_minor or 0 for charge in line.charges])
    return Share(line.quantity_thousandths, line.amount_minor, line.tax_minor, charges, taxes)


def _act_of(document: TransactionDocument) -> Act | None:
    """The act a document was made by, without the order it acted on."""
    if document.order is not None and document.order.based_on:
        order = document.order
        return Act(
            ActKind.EDIT,
            None,
            order.deposit_before_minor,
            order.used_before_minor,
            settled_minor=order.settled_before_minor,
            approved_by=order.agreed_by,
        )
    act = document.act
    if act is None:
        return None
    other = act.other_charge
    return Act(
        _KINDS[document.type], None, act.available_minor, 0, act.applied_minor,
        reason=act.reason, approved_by=act.approved_by, collector=act.collector, invoice=act.invoice,
        asked_minor=act.asked_minor,
        other_charge=None if other is None else OtherCharge(other.code, other.before_minor),
    )  # fmt: skip


def charges_from(parts: tuple[ChargePart, ...]) -> tuple[Charge, ...]:
    """Charges that have arrived."""
    if not parts:
        return ()
    return tuple(
        [
            Charge(
                part.code,
                part.amount_minor,
                part.tax_percent,
                ChargeSource(part.source),
                part.refundable,
                part.original_minor,
                part_tax_minor=part.part_tax_minor,
                tax_codes=codes_of(part.tax_codes),
            )
            for part in parts
        ]
    )


def attributes_from(parts: tuple[AttributePart, ...]) -> Said:
    """What was said of an order or a sale, as it arrived."""
    return tuple([(part.attribute, part.value) for part in parts])


def terms_of(order: OrderPart) -> OrderTerms:
    """What was agreed about an order, as it arrived."""
    override = order.override
    return OrderTerms(
        kind=CartKind(order.kind),
        pay_in_full=order.pay_in_full,
        collector=order.collector,
        expires=order.expires,
        balance=None if order.balance is None else Balance(order.balance),
        card=None if order.card is None else card_on_file_of(order.card),
        further_cards=tuple([card_on_file_of(card) for card in order.further_cards]),
        topped_up=order.topped_up,
        override=None
        if override is None
        else DepositOverride(override.amount_minor, override.reason, override.approved_by),
    )
