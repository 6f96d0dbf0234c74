"""What headquarters needs to change an order as a register does: the store's rules, today's prices, the customer."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.catalog.models import Price
from headquarters.catalog.models import Product as ProductRow
from headquarters.context import Headquarters
from headquarters.customers.erasing import is_erased
from headquarters.customers.service import customer_value, standing_customer
from headquarters.price_lists.service import price_of_lists
from headquarters.promotions.models import Promotion
from headquarters.settings.service import settings_of_store
from retail.cart import Cart
from retail.catalog import Product
from retail.customers import Address, Customer
from retail.errors import RuleBroken
from retail.orders.order import OrderState
from retail.price_lists import moment_text
from retail.pricing import Pricing
from retail.promotions import PriceBook
from retail.settings import StoreSettings
from retail.totals import totals_of
from retail.units import Pack, in_stock_unit
from retail.wire.conversion import Standing, transaction_document
from retail.wire.customers import customer_in
from retail.wire.feeds import CustomerRow, PackRow, PromotionRow
from retail.wire.uploads import TransactionDocument


@dataclass(frozen=True, slots=True)
class Desk:
    """Who changes an order when, by which store's rules and today's prices."""

    headquarters: Headquarters
    settings: StoreSettings
    pricing: Pricing
    by: str
    at: str

    @property
    def today(self) -> date:
        """The day it is."""
        return self.pricing.today


def desk_of(session: Session, headquarters: Headquarters, store: str, by: str) -> Desk:
    """The desk at which orders of this store are changed; what the store itself may not change, headquarters may."""
    settings = replace(
        settings_of_store(session, store),
        edit_partially_fulfilled=True,
        manual_discounts=False,  # nobody presses Calculate total here
        manual_charges=False,
    )
    promotions = [PromotionRow.of(value).promotion() for value in session.scalars(select(Promotion.value))]
    at = headquarters.now()

    def product(number: str) -> Product | None:
        return find_product(session, number, store, at)

    return Desk(
        headquarters,
        settings,
        Pricing(PriceBook(promotions), product, datetime.fromisoformat(at).date()),
        by,
        at,
    )


def find_product(session: Session, number: str, store: str, at: str) -> Product | None:
    """The product with this number at its price of this moment, as registers of the store know it."""
    row = session.scalars(select(ProductRow).where(ProductRow.number == number)).first()
    if row is None:
        return None
    price = session.scalar(select(Price.price_minor).where(Price.number == number))
    listed = price_of_lists(session, number, store, moment_text(datetime.fromisoformat(at)))
    if listed is not None:
        price = listed.price_minor
    if price is None:
        return None
    return Product(
        row.number, row.name, price, row.tax_percent, tuple(row.barcodes), row.sellable, row.key_in_price,
        row.line_charge_minor, row.asks_serial, row.category, row.revenue_recognition,
        "" if listed is None else listed.list, row.item_tax_group, row.unit,
        tuple([_pack(session, number, store, at, PackRow.of(each), price) for each in row.packs]),
    )  # fmt: skip


def _pack(session: Session, number: str, store: str, at: str, pack: PackRow, price_minor: int) -> Pack:
    own = pack.price_minor
    if own is None:
        own = in_stock_unit(price_minor, pack.contains_thousandths)
    listed = price_of_lists(session, number, store, moment_text(datetime.fromisoformat(at)), pack.unit)
    return Pack(pack.unit, pack.contains_thousandths, own if listed is None else listed.price_minor)


def product_of_an_order(desk: Desk, number: str) -> Product:
    """The product with this number, if an order can hold it.

    Raises:
        RuleBroken: there is none, or its revenue is booked over time.
    """
    found = desk.pricing.product(number.strip())
    if found is None:
        raise RuleBroken(
            "There is no product {number}. Type its number as the catalogue has it.", number=number
        )
    if found.revenue_recognition:
        raise RuleBroken(
            "{name} is billed over time and cannot be on an order. Void its line and sell it by itself.",
            name=found.name,
        )
    return found


def customer_known(session: Session, uuid: str) -> Customer | None:
    """The customer as registers know them; of one who was merged, the other. Whoever was erased is nobody."""
    row = standing_customer(session, uuid)
    return (
        None if row is None or is_erased(session, row) else customer_in(CustomerRow.of(customer_value(row)))
    )


def customer_of(session: Session, order: OrderState) -> Customer:
    """Whose order it is, as they are known now."""
    known = customer_known(session, order.customer.id)
    whose = order.customer
    return known or Customer(whose.id, whose.name, account=whose.account, business=whose.business)


def address_of(customer: Customer, id: str) -> Address | None:
    """The customer's address with this id, their first for none; None where they have none at all.

    Raises:
        RuleBroken: they have others, and not this one.
    """
    if not id:
        return customer.addresses[0] if customer.addresses else None
    found = next((each for each in customer.addresses if each.id == id), None)
    if found is None:
        raise RuleBroken("The customer has no address {address}. Choose one of the list.", address=id)
    return found


def document_of(cart: Cart, desk: Desk, confirmation_number: str) -> TransactionDocument:
    """What a register's document would say of this cart; headquarters books it on the order and as no transaction."""
    standing = Standing(
        register="", store=desk.settings.store, epoch="", number=0, receipt_number="",
        confirmation_number=confirmation_number, shift=cart.id, user=desk.by, at=datetime.fromisoformat(desk.at),
    )  # fmt: skip
    return transaction_document(cart, totals_of(cart, desk.settings), desk.settings, standing)
