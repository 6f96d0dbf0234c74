"""From a cart to its transaction document; `arrival` goes the other way, `faults` proves its amounts."""

from dataclasses import dataclass
from datetime import datetime

from retail.cart import Cart, CartKind, CartLine
from retail.charges import Charge
from retail.clock import business_date, stamp
from retail.customers import Address, Customer
from retail.discounts import Discount
from retail.order_attributes import said_of
from retail.orders.acts import Act, ActKind
from retail.orders.delivery import DeliveryKind
from retail.orders.order import OVER, OrderState
from retail.settings import StoreSettings
from retail.tender import Tender
from retail.totals import Totals, standing_charges
from retail.wire.arrival import address_of, cart_of
from retail.wire.attributes import AttributePart
from retail.wire.cards import card_on_file_part, slip_part
from retail.wire.faults import faults_of
from retail.wire.tax_codes import code_parts
from retail.wire.uploads import (
    ActPart,
    AddressPart,
    ChargeOverridePart,
    ChargePart,
    CustomerDocument,
    CustomerPart,
    DeliveryPart,
    DiscountPart,
    LinePart,
    OrderPart,
    OtherChargePart,
    OverridePart,
    PriceOverridePart,
    RemainingPart,
    RulesPart,
    TenderPart,
    TransactionDocument,
)

__all__ = [
    "Standing",
    "address_of",
    "address_part",
    "cart_of",
    "customer_document",
    "faults_of",
    "transaction_document",
]


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


def transaction_document(
    cart: Cart, totals: Totals, settings: StoreSettings, standing: Standing
) -> TransactionDocument:
    """The document of a cart that is concluded; the cart's ids become the transaction's and the order's."""
    customer = cart.customer
    return TransactionDocument(
        id=cart.id,
        register_name=standing.register,
        store=standing.store,
        epoch=standing.epoch,
        number=standing.number,
        receipt_number=standing.receipt_number,
        shift=standing.shift,
        business_date=business_date(standing.at),
        made_at=stamp(standing.at),
        user=standing.user,
        type=cart.kind.value,
        currency=cart.currency,
        rules=RulesPart(
            price_includes_tax=settings.price_includes_tax,
            tax_rounding=settings.tax_rounding.value,
            cash_rounding_minor=settings.cash_rounding_minor,
        ),
        customer=None
        if customer is None
        else CustomerPart(
            id=customer.id, account=customer.account, name=customer.name, business=customer.business
        ),
        lines=tuple(
            [
                _line_part(line, tax)
                for line, tax in zip(cart.active_lines, totals.line_taxes_minor, strict=True)
            ]
        ),
        voided_lines=len(cart.lines) - len(cart.active_lines),
        discount=None if cart.discount is None else _discount_part(cart.discount),
        charges=_charge_parts(standing_charges(cart)),
        goods_minor=totals.goods_minor,
        charges_minor=totals.charges_minor,
        tax_minor=totals.tax_minor,
        total_minor=totals.total_minor,
        carry_out_minor=totals.carry_out_minor,
        paid_minor=totals.paid_minor,
        change_minor=totals.change_minor,
        rounding_minor=totals.rounding_minor,
        tenders=tuple([_tender_part(tender) for tender in cart.tenders]),
        order=_order_part(cart, totals, settings, standing),
        act=_act_part(cart, totals, standing),
        attributes=tuple(
            [AttributePart(attribute=attribute, value=value) for attribute, value in said_of(cart, settings)]
        ),
    )


def customer_document(
    customer: Customer, register: str, store: str, user: str, at: datetime
) -> CustomerDocument:
    """The document of a customer made on this register."""
    return CustomerDocument(
        id=customer.id,
        register_name=register,
        store=store,
        made_at=stamp(at),
        made_by=user,
        type=customer.type.value,
        name=customer.name,
        email=customer.email,
        phone=customer.phone,
        language=customer.language,
        business=customer.business,
        addresses=tuple([address_part(address) for address in customer.addresses]),
        title=customer.title,
        group=customer.group,
        currency=customer.currency,
        receipt_option=customer.receipt_option,
        receipt_email=customer.receipt_email,
        extras=customer.extras,
        affiliations=customer.affiliations,
    )


def address_part(address: Address) -> AddressPart:
    """An address as it travels."""
    return AddressPart(
        id=address.id,
        purpose=address.purpose,
        name=address.name,
        phone=address.phone,
        line1=address.line1,
        postcode=address.postcode,
        city=address.city,
        country=address.country,
        region=address.region,
        tax_percent=address.tax_percent,
        tax_group=address.tax_group,
    )


def _line_part(line: CartLine, tax_minor: int) -> LinePart:
    delivery = line.delivery
    return LinePart(
        number=line.number,
        product=line.product,
        name=line.name,
        barcode=line.barcode,
        quantity_thousandths=line.quantity_thousandths,
        list_price_minor=line.list_price_minor,
        price_minor=line.price_minor,
        price_source=line.price_source.value,
        price_override=None
        if line.override is None
        else PriceOverridePart(reason=line.override.reason, approved_by=line.override.approved_by),
        price_locked=line.price_locked,
        discounts=tuple([_discount_part(step) for step in line.discounts]),
        amount_minor=line.amount_minor,
        tax_percent=line.tax_percent,
        own_tax_percent=line.own_tax_percent,
        category=line.category,
        item_tax_group=line.item_tax_group,
        unit=line.unit,
        contains_thousandths=line.contains_thousandths,
        tax_codes=code_parts(line.tax_codes),
        tax_minor=tax_minor,
        charges=_charge_parts(line.charges),
        delivery=None
        if delivery is None
        else DeliveryPart(
            kind="ship" if delivery.kind is DeliveryKind.SHIP else "pickup",
            mode=delivery.mode,
            date=delivery.date,
            store=delivery.store,
            ship_from=delivery.ship_from,
            address=None if delivery.address is None else address_part(delivery.address),
        ),
        order_line=line.order_line,
        gone_thousandths=line.gone_thousandths,
        is_share=line.share is not None,
        reason=line.reason,
        serials=line.serials,
    )


def _act_part(cart: Cart, totals: Totals, standing: Standing) -> ActPart | None:
    act = cart.act
    if act is None or cart.terms is not None:
        return None
    if act.order is None:
        return _act_on_nothing(cart, act)
    taken = {line.order_line: line.quantity_thousandths for line in cart.active_lines}
    still_open = [
        (line, line.open_thousandths - taken.get(line.number, 0))
        for line in act.order.lines
        if act.kind is ActKind.PICKUP and line.status not in OVER
    ]
    return ActPart(
        id=cart.order_id,
        confirmation_number=standing.confirmation_number,
        based_on=len(act.order.acts),
        applied_minor=act.applied_minor,
        available_minor=act.deposit_available_minor,
        reason=act.reason,
        approved_by=act.approved_by,
        collector=act.collector,
        balance_minor=act.order.balance_minor - totals.paid_minor
        if act.kind in (ActKind.PAY, ActKind.PICKUP)
        else 0,
        remaining=tuple(
            [
                RemainingPart(line=line.number, name=line.name, quantity_thousandths=left)
                for line, left in still_open
                if left > 0
            ]
        ),
        originals=_originals(act, act.order),
        about="sale" if act.order.is_sale else "order",
        invoice=act.invoice,
        asked_minor=act.asked_minor,
        other_charge=None
        if act.other_charge is None
        else OtherChargePart(code=act.other_charge.code, before_minor=act.other_charge.before_minor),
    )


def _act_on_nothing(cart: Cart, act: Act) -> ActPart:
    """Goods came back without a receipt."""
    return ActPart(
        id=cart.id, confirmation_number="", based_on=0, applied_minor=0, available_minor=0, reason=act.reason,
        approved_by=act.approved_by, collector="", balance_minor=0, remaining=(), originals=(), about="nothing",
    )  # fmt: skip


def _originals(act: Act, order: OrderState) -> tuple[str, ...]:
    """What the goods that come back were handed out by."""
    if act.kind is not ActKind.RETURN:
        return ()
    chosen = [each for each in order.invoices if each.document == act.invoice]
    return tuple([each.number or each.receipt for each in chosen]) or order.receipts


def _discount_part(step: Discount) -> DiscountPart:
    return DiscountPart(
        source=step.source.value,
        name=step.name,
        code=step.code,
        percent=step.percent,
        stated_minor=step.stated_minor,
        amount_minor=step.amount_minor,
        approved_by=step.approved_by,
    )


def _charge_parts(charges: tuple[Charge, ...]) -> tuple[ChargePart, ...]:
    return tuple([_charge_part(each) for each in charges])


def _charge_part(charge: Charge) -> ChargePart:
    override = charge.override
    return ChargePart(
        code=charge.code,
        amount_minor=charge.amount_minor,
        tax_percent=charge.tax_percent,
        source=charge.source.value,
        refundable=charge.refundable,
        original_minor=charge.original_minor,
        part_tax_minor=charge.part_tax_minor,
        tax_codes=code_parts(charge.tax_codes),
        override=None
        if override is None
        else ChargeOverridePart(
            before_minor=override.before_minor, reason=override.reason, approved_by=override.approved_by
        ),
    )


def _tender_part(tender: Tender) -> TenderPart:
    return TenderPart(
        number=tender.number,
        type=tender.type.value,
        tendered_minor=tender.tendered_minor,
        change_minor=tender.change_minor,
        rounding_minor=tender.rounding_minor,
        settled_minor=tender.settled_minor,
        card=slip_part(tender.card),
    )


def _order_part(cart: Cart, totals: Totals, settings: StoreSettings, standing: Standing) -> OrderPart | None:
    terms, act = cart.terms, cart.act
    if terms is None:
        return None
    override, before = terms.override, None if act is None else act.order
    return OrderPart(
        id=cart.order_id,
        confirmation_number=standing.confirmation_number,
        revision=1 if before is None else before.revision + 1,
        based_on=0 if before is None else len(before.acts),
        deposit_before_minor=0 if act is None else act.deposit_paid_minor,
        used_before_minor=0 if act is None else act.deposit_used_minor,
        settled_before_minor=0 if act is None else act.settled_minor,
        kind="quote" if terms.kind is CartKind.QUOTE else "order",
        deposit_percent=settings.deposit_percent,
        calculated_deposit_minor=totals.calculated_deposit_minor,
        deposit_minor=totals.deposit_minor,
        override=None
        if override is None
        else OverridePart(
            amount_minor=override.amount_minor, reason=override.reason, approved_by=override.approved_by
        ),
        pay_in_full=terms.pay_in_full,
        balance=terms.balance.value if terms.balance else None,
        collector=terms.collector,
        expires=terms.expires,
        card=None if terms.card is None else card_on_file_part(terms.card),
        further_cards=tuple([card_on_file_part(card) for card in terms.further_cards]),
        topped_up=terms.topped_up,
        agreed_by="" if act is None else act.approved_by,
    )
