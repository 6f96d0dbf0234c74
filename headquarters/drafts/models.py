"""The tables of what people set up for stores. Registers are told of it when it is published, and not before."""

from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, UniqueConstraint, false, true
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.base import Base, Rate, listed_by, word


class Purpose(StrEnum):
    """What a reason is asked for."""

    OVERRIDE = "price override"
    CHARGE = "charge override"
    VOID = "void"
    CANCEL = "cancel order"
    RETURN = "return"


class ParameterSet(Base):
    """The commerce parameters of customer orders, for all stores that name this set."""

    __tablename__ = "parameter_sets"
    __table_args__ = listed_by("default_order_type")

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    default_order_type: Mapped[str]
    deposit_percent: Mapped[Decimal] = mapped_column(Rate)
    pickup_mode: Mapped[str]
    carry_out_mode: Mapped[str]
    cancellation_charge_percent: Mapped[Decimal] = mapped_column(Rate)
    cancellation_charge_code: Mapped[str | None]
    cancellation_charge_tax_percent: Mapped[Decimal] = mapped_column(Rate)
    shipping_charge_code: Mapped[str | None]
    shipping_charge_tax_percent: Mapped[Decimal] = mapped_column(Rate)
    refund_shipping_charges: Mapped[bool]
    max_shipping_refund_without_approval_minor: Mapped[int] = mapped_column(BigInteger)
    advanced_auto_charges: Mapped[bool]


class DeliveryMode(Base):
    """A mode of delivery that ships, in the order it is offered; pickup and carry-out are parameters of the set."""

    __tablename__ = "delivery_modes"
    __table_args__ = (UniqueConstraint("parameters", "mode"), *listed_by("parameters", "mode", "position"))

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    mode: Mapped[str]
    position: Mapped[int]


class ChargeCodeDraft(Base):
    """What a fee is called, taxed as (a rate or a group) and posted to; a refundable one comes back with the goods."""

    __tablename__ = "charge_codes"
    __table_args__ = (
        UniqueConstraint("parameters", "code"),
        *listed_by("parameters", "code", "name", "refundable", "item_tax_group", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    code: Mapped[str]
    name: Mapped[str]
    tax_percent: Mapped[Decimal | None] = mapped_column(Rate)
    refundable: Mapped[bool]
    item_tax_group: Mapped[str] = mapped_column(server_default="")
    shipping: Mapped[bool]
    account: Mapped[str]
    position: Mapped[int]


class ReasonCode(Base):
    """A reason a cashier may choose."""

    __tablename__ = "reason_codes"
    __table_args__ = (
        UniqueConstraint("parameters", "purpose", "text"),
        *listed_by("parameters", "purpose", "text", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    purpose: Mapped[Purpose] = mapped_column(word(Purpose))
    text: Mapped[str]
    position: Mapped[int]


class RoleLimitDraft(Base):
    """How far people of a role may go by themselves; no limit where an amount is not said."""

    __tablename__ = "role_limits"
    __table_args__ = (
        UniqueConstraint("parameters", "role"),
        *listed_by(
            "parameters",
            "role",
            "return_line_minor",
            "return_total_minor",
            "blind_return_minor",
            "line_discount_minor",
            "total_discount_minor",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    role: Mapped[str]
    price_override_percent: Mapped[Decimal] = mapped_column(Rate)
    line_discount_percent: Mapped[Decimal] = mapped_column(Rate)
    total_discount_percent: Mapped[Decimal] = mapped_column(Rate)
    return_line_minor: Mapped[int | None] = mapped_column(BigInteger)
    return_total_minor: Mapped[int | None] = mapped_column(BigInteger)
    blind_return_minor: Mapped[int | None] = mapped_column(BigInteger)
    line_discount_minor: Mapped[int | None] = mapped_column(BigInteger)
    total_discount_minor: Mapped[int | None] = mapped_column(BigInteger)
    price_override_direction: Mapped[str] = mapped_column(server_default="both")
    position: Mapped[int]


class RefundRuleDraft(Base):
    """By which tender may be given back what was paid by another."""

    __tablename__ = "refund_rules"
    __table_args__ = (
        UniqueConstraint("parameters", "paid_by", "back_by"),
        *listed_by("parameters", "paid_by", "back_by", "most_minor", "approval_above_minor", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    paid_by: Mapped[str]
    back_by: Mapped[str]
    most_minor: Mapped[int | None] = mapped_column(BigInteger)
    approval_above_minor: Mapped[int | None] = mapped_column(BigInteger)
    position: Mapped[int]


class TaxGroupDraft(Base):
    """The tax of a place goods are sent to: one rate, or several taxes by their codes."""

    __tablename__ = "tax_groups"
    __table_args__ = (
        UniqueConstraint("parameters", "name"),
        *listed_by("parameters", "name", "country", "region", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    name: Mapped[str]
    tax_percent: Mapped[Decimal] = mapped_column(Rate)
    country: Mapped[str]
    region: Mapped[str]
    postcodes: Mapped[list[Any]]
    codes: Mapped[list[Any]]
    position: Mapped[int]


class ItemTaxGroupDraft(Base):
    """Which of a place's several taxes products and fees of a kind are charged, by the names of the taxes."""

    __tablename__ = "item_tax_groups"
    __table_args__ = (UniqueConstraint("parameters", "name"), *listed_by("parameters", "name", "position"))

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    name: Mapped[str]
    taxes: Mapped[list[Any]]
    position: Mapped[int]


class SalesUnitDraft(Base):
    """What goods are sold by, and whether parts of one can be."""

    __tablename__ = "sales_units"
    __table_args__ = (
        UniqueConstraint("parameters", "unit"),
        *listed_by("parameters", "unit", "decimals", "position"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    unit: Mapped[str]
    decimals: Mapped[bool]
    position: Mapped[int]


class AutoChargeDraft(Base):
    """One tier of an automatic charge; what is left empty holds for all."""

    __tablename__ = "auto_charges"
    __table_args__ = listed_by("parameters", "level", "code", "amount_minor", "up_to_minor")

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    level: Mapped[str]
    code: Mapped[str]
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    percent: Mapped[Decimal | None] = mapped_column(Rate)
    up_to_minor: Mapped[int | None] = mapped_column(BigInteger)
    mode: Mapped[str]
    modes: Mapped[list[Any]]
    item: Mapped[str]
    category: Mapped[str]
    customer: Mapped[str]
    affiliation: Mapped[str]
    business: Mapped[bool | None]
    currency: Mapped[str]
    store: Mapped[str]
    stores: Mapped[list[Any]]
    prorate: Mapped[bool]
    mode_group: Mapped[str]
    customer_group: Mapped[str]
    position: Mapped[int]


class DeliveryRuleDraft(Base):
    """What a mode of delivery takes and where to, its charges group, how urgent it is; what is empty is no limit."""

    __tablename__ = "delivery_rules"
    __table_args__ = (UniqueConstraint("parameters", "mode"), *listed_by("parameters", "mode"))

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    mode: Mapped[str]
    products: Mapped[list[Any]]
    categories: Mapped[list[Any]]
    not_products: Mapped[list[Any]]
    not_categories: Mapped[list[Any]]
    countries: Mapped[list[Any]]
    not_countries: Mapped[list[Any]]
    regions: Mapped[list[Any]]
    not_regions: Mapped[list[Any]]
    stores: Mapped[list[Any]]
    charges_group: Mapped[str]
    expedite: Mapped[str]
    position: Mapped[int]


class FunctionalityProfile(Base):
    """How the registers of the stores that name it behave."""

    __tablename__ = "functionality_profiles"
    __table_args__ = listed_by("async_orders", "async_customers")

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    async_orders: Mapped[bool]
    async_order_backup: Mapped[bool]
    async_customers: Mapped[bool]
    edit_customers_async: Mapped[bool]
    async_cancel: Mapped[bool]
    offline_order_actions: Mapped[bool]
    edit_partially_fulfilled: Mapped[bool]
    further_contacts: Mapped[bool]
    pending_affiliations: Mapped[bool]
    pending_contacts: Mapped[bool]
    pending_loyalty_cards: Mapped[bool]
    lock_minutes: Mapped[int] = mapped_column(server_default="0")
    prevent_price_calculation: Mapped[bool]
    offline_sale_returns: Mapped[str]
    reject_fulfilment: Mapped[bool] = mapped_column(server_default=true())
    require_declaration: Mapped[bool] = mapped_column(server_default=false())
    match_all_words: Mapped[bool] = mapped_column(server_default=false())
    search_suggestions: Mapped[bool] = mapped_column(server_default=true())
    search_customers_hq: Mapped[bool] = mapped_column(server_default=false())
    search_max: Mapped[int] = mapped_column(server_default="50")
    default_to_order: Mapped[bool] = mapped_column(server_default=false())
    aggregate_products: Mapped[bool] = mapped_column(server_default=false())
    aggregate_on_receipt: Mapped[bool] = mapped_column(server_default=false())
    aggregate_payments: Mapped[bool] = mapped_column(server_default=false())
    prohibit_mixed_returns: Mapped[bool] = mapped_column(server_default=false())
    key_in_zero_price: Mapped[bool] = mapped_column(server_default=false())
    price_max_minor: Mapped[int | None] = mapped_column(BigInteger)
    quantity_max: Mapped[int | None]
    manual_discounts: Mapped[bool] = mapped_column(server_default=false())
    manual_charges: Mapped[bool] = mapped_column(server_default=false())
    staff_list: Mapped[bool] = mapped_column(server_default=true())
    staff_of_store_only: Mapped[bool] = mapped_column(server_default=false())
    badge_sign_in: Mapped[str] = mapped_column(server_default="with PIN")
    card_sign_in: Mapped[str] = mapped_column(server_default="off")
    pin_length_min: Mapped[int] = mapped_column(server_default="4")
    ask_cancel_contact: Mapped[bool] = mapped_column(server_default=false())
    ask_sales_rep: Mapped[bool] = mapped_column(server_default=false())
    require_sales_rep: Mapped[bool] = mapped_column(server_default=false())
    default_sales_rep: Mapped[bool] = mapped_column(server_default=false())
    void_suspended: Mapped[bool] = mapped_column(server_default=false())
    customer_history_days: Mapped[int] = mapped_column(server_default="0")
    print_shift_reports: Mapped[bool] = mapped_column(server_default=true())
    tenders_on_x_report: Mapped[bool] = mapped_column(server_default=true())
    print_voided: Mapped[bool] = mapped_column(server_default=false())


class OfflineProfile(Base):
    """How long registers wait for headquarters, when they leave it alone and ask again, and what they get before their
    first use.
    """

    __tablename__ = "offline_profiles"
    __table_args__ = listed_by("sign_in_days", "manual_offline", "health_check_minutes")

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    version: Mapped[int]
    real_time_seconds: Mapped[Decimal] = mapped_column(Rate)
    reconnect_seconds: Mapped[Decimal] = mapped_column(Rate)
    sign_in_days: Mapped[int] = mapped_column(server_default="0")
    manual_offline: Mapped[bool] = mapped_column(server_default=false())
    advanced_offline: Mapped[bool] = mapped_column(server_default=false())
    performance_offline: Mapped[bool] = mapped_column(server_default=false())
    health_check_minutes: Mapped[int] = mapped_column(server_default="0")
    pause_unused: Mapped[bool] = mapped_column(server_default=false())


class StoreDraft(Base):
    """A store as people set it up. `taken` are the published settings this was last brought in line with."""

    __tablename__ = "store_drafts"
    __table_args__ = listed_by("store_name", "unit", "parameters", "functionality", "language")

    id: Mapped[int] = mapped_column(primary_key=True)
    store: Mapped[str] = mapped_column(ForeignKey("stores.store"), unique=True)
    version: Mapped[int]
    parameters: Mapped[str] = mapped_column(ForeignKey("parameter_sets.code"))
    functionality: Mapped[str] = mapped_column(ForeignKey("functionality_profiles.code"))
    offline: Mapped[str] = mapped_column(ForeignKey("offline_profiles.code"), index=True)
    fulfilment: Mapped[str] = mapped_column(ForeignKey("fulfilment_groups.code"), index=True)
    channel_schema: Mapped[str] = mapped_column(ForeignKey("channel_schemas.code"), index=True)
    customers: Mapped[str] = mapped_column(ForeignKey("customer_sets.code"), index=True)
    customer_template: Mapped[str] = mapped_column(ForeignKey("default_customers.code"), index=True)
    barcodes: Mapped[str] = mapped_column(ForeignKey("barcode_sets.code"), index=True)
    unit: Mapped[str | None] = mapped_column(ForeignKey("operating_units.code"))
    visual: Mapped[str] = mapped_column(server_default="", index=True)
    taken: Mapped[dict[str, Any]]
    store_name: Mapped[str]
    currency: Mapped[str]
    language: Mapped[str]
    country: Mapped[str]
    tax_percent: Mapped[Decimal] = mapped_column(Rate)
    tax_codes: Mapped[list[Any]] = mapped_column(server_default="[]")
    price_includes_tax: Mapped[bool]
    tax_rounding: Mapped[str]
    cash_rounding_minor: Mapped[int]
    destination_based_tax: Mapped[bool]
    customer_based_tax: Mapped[bool]
    calculate_customer_exempt: Mapped[bool]
    shipping_warehouse: Mapped[str]
    fulfilment_locations: Mapped[bool]
    manual_accept: Mapped[bool]
    statement_method: Mapped[str] = mapped_column(server_default="shift")
    closing_method: Mapped[str] = mapped_column(server_default="shift")
    over_short_account: Mapped[str] = mapped_column(server_default="")
    start_screen: Mapped[str]
    receipt_lines: Mapped[str]
    receipt_footer: Mapped[str]
    receipt_signature: Mapped[bool]
    receipt_copies: Mapped[int | None]
    closed_weekdays: Mapped[list[Any]]
    closed_dates: Mapped[list[Any]]
