"""The retailer's document: stores, registers, goods, customers, staff, layouts; kept and published in one commit."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError
from sqlalchemy.orm import Session

from headquarters.catalog.service import keep_products
from headquarters.customers.service import distribute_customers, keep_customers
from headquarters.devices.service import active_devices, keep_registers
from headquarters.errors import Refusal
from headquarters.installation import installation
from headquarters.layouts.service import Made, Use, keep_layouts
from headquarters.people.service import StaffMember, keep_staff
from headquarters.promotions.service import keep_promotions
from headquarters.settings.service import keep_stores, known_stores
from headquarters.settings.terms_then import note_terms
from headquarters.stock.service import keep_stock
from headquarters.uploads.checks import in_words
from retail.quantity import QUANTITY_MAX_THOUSANDTHS
from retail.settings import StoreSettings
from retail.wire.base import Json, Part
from retail.wire.feeds import (
    AddressRow,
    CustomerRow,
    OwnLimits,
    PackRow,
    PriceRow,
    ProductRow,
    PromotionRow,
    StockRow,
)
from retail.wire.settings import settings_of
from retail.wire.values import Minor, Uuid

Name = Annotated[str, Field(min_length=1, max_length=254)]
Percent = Annotated[Decimal, Field(ge=0, le=100)]
Amount = Annotated[Minor, Field(ge=0)]
_SETTINGS = {each.name for each in fields(StoreSettings)}


class StorePart(Part):
    """A store; settings left out keep their defaults. A `layout` left out stays what it is; "" takes it away."""

    store: Name
    name: str = ""
    layout: str | None = None
    settings: dict[str, Any] = Field(default_factory=dict)


class RegisterPart(Part):
    """A register and the store it stands in."""

    name: Annotated[Name, Field(alias="register")]
    store: Name
    layout: str | None = None


class PackPart(Part):
    """A unit in which a product is sold besides its own."""

    unit: Name
    contains_thousandths: Annotated[int, Field(gt=0, le=QUANTITY_MAX_THOUSANDTHS)]
    price_minor: Minor | None = None
    barcodes: tuple[str, ...] = ()


class ProductPart(Part):
    """A product with its price."""

    number: Name
    name: str
    price_minor: Minor
    tax_percent: Decimal | None = None
    barcodes: tuple[str, ...] = ()
    sellable: bool = True
    key_in_price: bool = False
    line_charge_minor: Minor = 0
    asks_serial: bool = False
    category: str = ""
    revenue_recognition: bool = False
    item_tax_group: str = ""
    unit: str = ""
    packs: tuple[PackPart, ...] = ()


class PromotionPart(Part):
    """A periodic discount: by `percent`, by an amount a piece, or to a deal price a piece."""

    id: Name
    name: str
    kind: Literal["percent", "amount", "deal"]
    products: tuple[Name, ...] = ()
    percent: Decimal = Decimal(0)
    amount_minor: Minor = 0
    starts: date | None = None
    ends: date | None = None
    categories: tuple[Name, ...] = ()
    affiliations: tuple[Name, ...] = ()


class StockPart(Part):
    """How much of a product a store or warehouse has."""

    product: Name
    place: Annotated[Name, Field(pattern="^[^/]+$")]
    quantity_thousandths: Minor


class RetailerAddress(Part):
    """An address of a customer."""

    id: str
    purpose: str = "Home"
    name: str = ""
    phone: str = ""
    line1: str = ""
    postcode: str = ""
    city: str = ""
    country: str = ""
    region: str = ""
    tax_percent: Decimal | None = None
    tax_group: str = ""


class RetailerCustomer(Part):
    """A customer headquarters knows from the start; it gives the account id."""

    id: Uuid
    type: Literal["person", "organisation"] = "person"
    name: Name
    email: str = ""
    phone: str = ""
    business: bool = False
    tax_exempt: bool = False
    language: str = ""
    addresses: tuple[RetailerAddress, ...] = ()


class LimitsPart(Part):
    """In what somebody's limits are not those of their role; what is left out is their role's."""

    price_override_percent: Percent | None = None
    price_override_direction: Literal["both", "higher", "lower"] | None = None
    line_discount_percent: Percent | None = None
    line_discount_minor: Amount | None = None
    total_discount_percent: Percent | None = None
    total_discount_minor: Amount | None = None
    return_line_minor: Amount | None = None
    return_total_minor: Amount | None = None
    blind_return_minor: Amount | None = None


class StaffPart(Part):
    """Somebody who signs in; the PIN is hashed and never kept. `stores` and `limits` left out stay what they are: at
    first all stores, and the limits of the role.
    """

    user: Name
    name: str
    role: Name
    pin: Annotated[str, Field(pattern=r"^\d{4,8}$")]
    rights: tuple[str, ...] = ()
    language: str = ""
    active: bool = True
    layout: str | None = None
    stores: tuple[Name, ...] | None = None
    limits: LimitsPart | None = None


class LayoutPart(Part):
    """A screen layout."""

    name: Name
    content: dict[str, Any]


class Retailer(Part):
    """The whole document; what is left out stays as it is."""

    tenant: Name | None = None
    stores: tuple[StorePart, ...] = ()
    registers: tuple[RegisterPart, ...] = ()
    products: tuple[ProductPart, ...] = ()
    promotions: tuple[PromotionPart, ...] = ()
    stock: tuple[StockPart, ...] = ()
    customers: tuple[RetailerCustomer, ...] = ()
    staff: tuple[StaffPart, ...] = ()
    layouts: tuple[LayoutPart, ...] = ()


def keep_retailer(session: Session, retailer: Retailer, at: str) -> None:
    """Make or change everything the document names, and publish it; nothing it leaves out is taken away.

    Raises:
        Refusal: settings or a promotion that cannot be, a register in an unknown store or a layout that is not there
            (422), or another tenant while registers are enrolled (409).
    """
    _keep_tenant(session, retailer.tenant)
    ready = [(part.store, part.name or part.store, _settings(part)) for part in retailer.stores]
    note_terms(session, [(store, settings) for store, _, settings in ready], at)
    keep_stores(session, ready)
    stores = known_stores(session)
    for part in retailer.registers:
        if part.store not in stores:
            raise Refusal(422, f"Register {part.name}: there is no store {part.store}.")
    keep_registers(session, [(part.name, part.store) for part in retailer.registers])
    keep_products(session, [_product(part) for part in retailer.products])
    keep_promotions(session, [_promotion(part) for part in retailer.promotions])
    if retailer.stock:
        keep_stock(session, [StockRow(**part.model_dump(), as_of=at) for part in retailer.stock])
    if retailer.customers:
        keep_customers(session, [_customer(part) for part in retailer.customers], "headquarters", at)
        distribute_customers(session)
    keep_staff(session, [_member(part) for part in retailer.staff], at)
    keep_layouts(session, layouts_of(retailer), _layout_uses(retailer), Made("retailer's document", at))


def layouts_of(retailer: Retailer) -> dict[str, Json]:
    """The layouts of the document, by name."""
    return {part.name: part.content for part in retailer.layouts}


def _layout_uses(retailer: Retailer) -> Iterator[Use]:
    for store in retailer.stores:
        if store.layout is not None:
            yield Use("store", store.store, store.layout)
    for register in retailer.registers:
        if register.layout is not None:
            yield Use("register", register.name, register.layout)
    for person in retailer.staff:
        if person.layout is not None:
            yield Use("user", person.user, person.layout)


def _keep_tenant(session: Session, tenant: str | None) -> None:
    here = installation(session)
    if tenant is None or tenant == here.tenant:
        return
    if active_devices(session):
        raise Refusal(409, f"Registers are enrolled with {here.tenant}; it cannot become {tenant} any more.")
    here.tenant = tenant


def _settings(part: StorePart) -> StoreSettings:
    unknown = sorted(set(part.settings) - _SETTINGS)
    if unknown:
        raise Refusal(422, f"Store {part.store}: there is no setting {unknown[0]}.")
    try:
        return settings_of({"store_name": part.name or part.store} | part.settings | {"store": part.store})
    except ValidationError as error:
        raise Refusal(422, f"Store {part.store}: {in_words(error)}.") from None


def _product(part: ProductPart) -> tuple[ProductRow, PriceRow]:
    return (
        ProductRow(
            number=part.number, name=part.name, tax_percent=part.tax_percent, barcodes=part.barcodes,
            sellable=part.sellable, key_in_price=part.key_in_price, line_charge_minor=part.line_charge_minor,
            asks_serial=part.asks_serial,
            category=part.category, revenue_recognition=part.revenue_recognition,
            item_tax_group=part.item_tax_group, unit=part.unit,
            packs=tuple([PackRow(**each.model_dump()) for each in part.packs]),
        ),
        PriceRow(number=part.number, price_minor=part.price_minor),
    )  # fmt: skip


def _member(part: StaffPart) -> StaffMember:
    limits = None if part.limits is None else OwnLimits.of(part.limits.model_dump(mode="json"))
    return StaffMember(**part.model_dump(exclude={"layout", "limits"}), limits=limits)


def _promotion(part: PromotionPart) -> PromotionRow:
    try:
        return PromotionRow(**part.model_dump())
    except ValidationError as error:
        raise Refusal(422, f"Promotion {part.id}: {in_words(error)}.") from None


def _customer(part: RetailerCustomer) -> CustomerRow:
    addresses = tuple([AddressRow(**address.model_dump()) for address in part.addresses])
    return CustomerRow(**(part.model_dump() | {"account": "", "addresses": addresses}))
