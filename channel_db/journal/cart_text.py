"""The open cart as JSON text and back: exact in every field, and fast enough for every key press."""

import json
from dataclasses import astuple, replace
from datetime import date
from decimal import Decimal
from typing import Any

from channel_db.journal.act_text import act_values, read_act, read_share, share_values
from retail.cards import CardOnFile, CardSlip
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
from retail.charges import Charge, ChargeOverride, ChargeSource
from retail.customers import Address, Customer, CustomerType
from retail.discounts import Discount, DiscountSource
from retail.orders.delivery import Delivery, DeliveryKind
from retail.tax_codes import TaxCode
from retail.tender import Tender, TenderType

Json = dict[str, Any]


def header_text(cart: Cart) -> str:
    """All of the cart but its lines."""
    return _write(
        {
            "order_id": cart.order_id,
            "currency": cart.currency,
            "charges": [_charge(charge) for charge in cart.charges],
            "discount": cart.discount and _discount(cart.discount),
            "customer": cart.customer and _customer(cart.customer),
            "terms": cart.terms and _terms(cart.terms),
            "tenders": [
                [
                    tender.number,
                    tender.type,
                    tender.tendered_minor,
                    tender.change_minor,
                    tender.rounding_minor,
                    tender.settled_minor,
                    tender.card and astuple(tender.card),
                ]
                for tender in cart.tenders
            ],
            "selected": sorted(cart.selected),
            "act": cart.act and act_values(cart.act),
            "attributes": cart.attributes,
        }
    )


def line_text(line: CartLine) -> str:
    """One line of the cart."""
    return _write(
        {
            "number": line.number,
            "product": line.product,
            "name": line.name,
            "quantity_thousandths": line.quantity_thousandths,
            "list_price_minor": line.list_price_minor,
            "price_minor": line.price_minor,
            "tax_percent": str(line.tax_percent),
            "own_tax_percent": _percent_text(line.own_tax_percent),
            "category": line.category,
            "item_tax_group": line.item_tax_group,
            "unit": line.unit,
            "contains_thousandths": line.contains_thousandths,
            "tax_codes": _tax_codes(line.tax_codes),
            "barcode": line.barcode,
            "price_source": line.price_source,
            "override": line.override and [line.override.reason, line.override.approved_by],
            "discounts": [_discount(step) for step in line.discounts],
            "charges": [_charge(charge) for charge in line.charges],
            "delivery": line.delivery and _delivery(line.delivery),
            "voided": line.voided,
            "price_locked": line.price_locked,
            "order_line": line.order_line,
            "gone_thousandths": line.gone_thousandths,
            "share": line.share and share_values(line.share),
            "reason": line.reason,
            "serials": line.serials,
            "asks_serial": line.asks_serial,
            "price_list": line.price_list,
        }
    )


def read_cart(uuid: str, header: str, lines: list[str]) -> Cart:
    """The cart that `header_text` and `line_text` wrote."""
    values = json.loads(header)
    customer, terms, discount = values["customer"], values["terms"], values.get("discount")
    return Cart(
        id=uuid,
        order_id=values["order_id"],
        currency=values["currency"],
        lines=tuple([read_line(text) for text in lines]),
        customer=None if customer is None else _read_customer(customer),
        charges=_read_charges(values["charges"]),
        discount=None if discount is None else _read_discount(discount),
        terms=None if terms is None else _read_terms(terms),
        tenders=tuple([_read_tender(tender) for tender in values["tenders"]]),
        selected=frozenset(values["selected"]),
        act=read_act(values.get("act")),
        attributes=tuple([(attribute, text) for attribute, text in values.get("attributes", ())]),
    )


def read_line(text: str) -> CartLine:
    """The line that `line_text` wrote."""
    values = json.loads(text)
    delivery = values["delivery"]
    override = values.get("override")  # a line kept before there was such a step has none
    return CartLine(
        **{
            **values,
            "tax_percent": Decimal(values["tax_percent"]),
            "own_tax_percent": _percent(values["own_tax_percent"]),
            "tax_codes": _read_tax_codes(values.get("tax_codes", ())),
            "price_source": PriceSource(values["price_source"]),
            "override": None if override is None else PriceOverride(*override),
            "discounts": tuple([_read_discount(step) for step in values.get("discounts", ())]),
            "charges": _read_charges(values["charges"]),
            "delivery": None if delivery is None else _read_delivery(delivery),
            "share": read_share(values.get("share")),
            "serials": tuple(values.get("serials", ())),
        }
    )


def _write(values: Json) -> str:
    # ASCII on purpose: whatever a product is called, the text can be kept.
    return json.dumps(values, separators=(",", ":"))


def _terms(terms: OrderTerms) -> Json:
    override = terms.override
    return {
        "kind": terms.kind,
        "pay_in_full": terms.pay_in_full,
        "balance": terms.balance,
        "collector": terms.collector,
        "expires": terms.expires and terms.expires.isoformat(),
        "card": terms.card and astuple(terms.card),
        "further_cards": [astuple(card) for card in terms.further_cards],
        "topped_up": terms.topped_up,
        "override": override and [override.amount_minor, override.reason, override.approved_by],
    }


def _read_terms(values: Json) -> OrderTerms:
    balance, expires, override = values["balance"], values["expires"], values["override"]
    card = values.get("card")
    return OrderTerms(
        kind=CartKind(values["kind"]),
        pay_in_full=values["pay_in_full"],
        collector=values["collector"],
        balance=None if balance is None else Balance(balance),
        expires=None if expires is None else date.fromisoformat(expires),
        override=None if override is None else DepositOverride(*override),
        card=None if card is None else CardOnFile(*card),
        further_cards=tuple([CardOnFile(*each) for each in values.get("further_cards", ())]),
        topped_up=values.get("topped_up", False),
    )


def _read_tender(values: list[Any]) -> Tender:
    number, type_, tendered, change, rounding, settled, *slips = values  # an older version kept no slips
    slip = CardSlip(*slips[0]) if slips and slips[0] is not None else None
    return Tender(number, TenderType(type_), tendered, change, rounding, settled, slip)


def _customer(customer: Customer) -> Json:
    return {
        "id": customer.id,
        "name": customer.name,
        "type": customer.type,
        "account": customer.account,
        "email": customer.email,
        "phone": customer.phone,
        "language": customer.language,
        "business": customer.business,
        "tax_exempt": customer.tax_exempt,
        "addresses": [_address(address) for address in customer.addresses],
        "affiliations": customer.affiliations,
        "loyalty_cards": customer.loyalty_cards,
        "version": customer.version,
        "changes": customer.changes,
        "title": customer.title,
        "group": customer.group,
        "currency": customer.currency,
        "receipt_option": customer.receipt_option,
        "receipt_email": customer.receipt_email,
        "extras": customer.extras,
    }


def _read_customer(values: Json) -> Customer:
    return Customer(
        **{
            **values,
            "type": CustomerType(values["type"]),
            "addresses": tuple([_read_address(address) for address in values["addresses"]]),
            # An older version kept none of these.
            "extras": tuple([(key, text) for key, text in values.get("extras", ())]),
            **{name: tuple(values.get(name, ())) for name in ("affiliations", "loyalty_cards", "changes")},
        }
    )


def _delivery(delivery: Delivery) -> Json:
    return {
        "kind": delivery.kind,
        "mode": delivery.mode,
        "date": delivery.date.isoformat(),
        "store": delivery.store,
        "ship_from": delivery.ship_from,
        "address": delivery.address and _address(delivery.address),
    }


def _read_delivery(values: Json) -> Delivery:
    address = values["address"]
    return Delivery(
        **{
            **values,
            "kind": DeliveryKind(values["kind"]),
            "date": date.fromisoformat(values["date"]),
            "address": None if address is None else _read_address(address),
        }
    )


def _charge(charge: Charge) -> list[Any]:
    override = charge.override
    return [
        charge.code,
        charge.amount_minor,
        str(charge.tax_percent),
        charge.source,
        charge.refundable,
        charge.original_minor,
        charge.part_tax_minor,
        _tax_codes(charge.tax_codes),
        None if override is None else astuple(override),
    ]


def _read_charges(values: list[list[Any]]) -> tuple[Charge, ...]:
    return tuple([_read_charge(*each) for each in values])


def _read_charge(code: str, amount: int, percent: str, source: str, *rest: Any) -> Charge:
    """A charge; one kept before there were several taxes and overrides has none."""
    fixed, codes, overrides = rest[:3], rest[3:4], rest[4:5]
    charge = Charge(code, amount, Decimal(percent), ChargeSource(source), *fixed)
    taxes = _read_tax_codes(*codes) if codes else ()
    over = None if not any(overrides) else ChargeOverride(*overrides[0])
    return replace(charge, tax_codes=taxes, override=over)


def _tax_codes(codes: tuple[TaxCode, ...]) -> list[list[Any]]:
    return [[each.name, str(each.percent), each.compounds] for each in codes]


def _read_tax_codes(values: list[list[Any]]) -> tuple[TaxCode, ...]:
    return tuple([TaxCode(name, Decimal(percent), on) for name, percent, on in values])


def _discount(step: Discount) -> list[Any]:
    return [
        step.source,
        step.name,
        _percent_text(step.percent),
        step.stated_minor,
        step.amount_minor,
        step.code,
        step.approved_by,
    ]


def _read_discount(values: list[Any]) -> Discount:
    source, name, percent, *rest = values
    return Discount(DiscountSource(source), name, _percent(percent), *rest)


def _address(address: Address) -> Json:
    return {
        "id": address.id,
        "purpose": address.purpose,
        "name": address.name,
        "phone": address.phone,
        "line1": address.line1,
        "postcode": address.postcode,
        "city": address.city,
        "country": address.country,
        "region": address.region,
        "tax_percent": _percent_text(address.tax_percent),
        "tax_group": address.tax_group,
    }


def _read_address(values: Json) -> Address:
    return Address(**{**values, "tax_percent": _percent(values["tax_percent"])})


def _percent_text(percent: Decimal | None) -> str | None:
    return None if percent is None else str(percent)


def _percent(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
