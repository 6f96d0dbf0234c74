"""The settings of a store's registers (the functionality profile) that rules depend on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from retail.barcodes.embedded import DEFAULT_EMBEDDED, EmbeddedCode
from retail.barcodes.kinds import DEFAULT_PATTERNS, CodePattern
from retail.charge_rules import AutoCharge, ChargeCode
from retail.customer_defaults import NO_DEFAULT, Affiliation, CustomerGroup, DefaultCustomer
from retail.customer_extras import CustomerAttribute
from retail.customer_required import check_known
from retail.delivery_rules import DeliveryRule
from retail.permissions import RoleLimit
from retail.places import FulfilmentPlace
from retail.refund_rules import RefundRule
from retail.tax_codes import TaxCode, TaxRate, check_one_way, rate_by
from retail.tax_groups import TaxGroup

__all__ = ["FulfilmentPlace", "OfflineReturns", "StoreSettings", "TaxGroup", "TaxRounding"]


class TaxRounding(StrEnum):
    """Where tax is rounded: on each line's amount, or once per rate on the document."""

    LINE = "line"
    DOCUMENT = "document"


class OfflineReturns(StrEnum):
    """What is done with returns of plain sales while headquarters cannot say what came back elsewhere."""

    ALLOW = "allow"
    APPROVE = "approve"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """What headquarters has set for this store; a register pulls it and never changes it.

    `receipt_lines` stand under the name of the store on its paper: address, organisation number, telephone.
    `receipt_footer` ends it: what may be exchanged and until when, for one.
    `receipt_copies` is how many copies of a receipt may be printed; None for no limit.
    `required_customer_fields`: what a new customer needs besides a name (of `customer_required`).
    `prevent_price_calculation`: what was agreed in an order stays until somebody recalculates it.
    `further_contacts`: several e-mails and phones of a customer are kept, each with their consent.
    `pending_...` says what a customer may be given before their account id has arrived; each is one relaxation.
    A register that nobody touches for `lock_minutes` locks; one that did not hear for `sign_in_days` who may sign in
    lets nobody in. 0 is never.

    Units: `_minor` in the currency's minor unit, `_percent` in percent.
    """

    store: str
    store_name: str = ""
    currency: str = "USD"
    language: str = "en"
    country: str = ""
    tax_percent: Decimal = Decimal(0)
    tax_codes: tuple[TaxCode, ...] = ()
    price_includes_tax: bool = False
    tax_rounding: TaxRounding = TaxRounding.LINE
    cash_rounding_minor: int = 1
    deposit_percent: Decimal = Decimal(10)
    cancellation_charge_percent: Decimal = Decimal(0)
    cancellation_charge_code: str | None = "CANCEL"
    cancellation_charge_tax_percent: Decimal = Decimal(0)
    shipping_charge_code: str | None = "FREIGHT"
    shipping_charge_tax_percent: Decimal = Decimal(0)
    advanced_auto_charges: bool = False
    charge_codes: tuple[ChargeCode, ...] = ()
    auto_charges: tuple[AutoCharge, ...] = ()
    refund_shipping_charges: bool = False
    max_shipping_refund_without_approval_minor: int = 0
    destination_based_tax: bool = False
    customer_based_tax: bool = False
    tax_groups: tuple[TaxGroup, ...] = ()
    calculate_customer_exempt: bool = False
    async_orders: bool = False
    async_order_backup: bool = True
    async_customers: bool = False
    edit_customers_async: bool = False
    pending_affiliations: bool = False
    pending_contacts: bool = False
    pending_loyalty_cards: bool = False
    filter_shared_customer_data: bool = False
    default_customer: DefaultCustomer = NO_DEFAULT
    customer_groups: tuple[CustomerGroup, ...] = ()
    customer_attributes: tuple[CustomerAttribute, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    required_customer_fields: tuple[str, ...] = ()
    further_contacts: bool = False
    loyalty_card_prefix: str = "LC"
    edit_partially_fulfilled: bool = True
    prevent_price_calculation: bool = True
    async_cancel: bool = False
    offline_order_actions: bool = False
    manual_accept: bool = False
    default_order_type: str = "order"
    start_screen: str = "sale"
    lock_minutes: int = 0
    sign_in_days: int = 0
    real_time_seconds: Decimal = Decimal(3)
    reconnect_seconds: Decimal = Decimal(10)
    delivery_modes: tuple[str, ...] = ("ground",)
    delivery_rules: tuple[DeliveryRule, ...] = ()
    pickup_mode: str = "pickup"
    carry_out_mode: str = "carry-out"
    closed_weekdays: tuple[int, ...] = ()
    closed_dates: tuple[date, ...] = ()
    fulfilment_group: tuple[FulfilmentPlace, ...] = ()
    fulfilment_locations: bool = False
    shipping_warehouse: str = ""
    receipt_copies: int | None = None
    role_limits: tuple[RoleLimit, ...] = ()
    override_reasons: tuple[str, ...] = ("Regular customer", "Staff", "Other")
    receipt_lines: tuple[str, ...] = ()
    receipt_footer: tuple[str, ...] = ()
    receipt_signature: bool = False
    void_reasons: tuple[str, ...] = ("Customer changed mind", "Wrong item", "Other")
    cancel_reasons: tuple[str, ...] = ("Customer changed mind", "Too late", "Price", "Other")
    return_reasons: tuple[str, ...] = (
        "Does not fit",
        "Damaged",
        "Wrong item",
        "Customer changed mind",
        "Other",
    )
    refund_policy: tuple[RefundRule, ...] = ()
    offline_sale_returns: OfflineReturns = OfflineReturns.ALLOW
    code_patterns: tuple[CodePattern, ...] = DEFAULT_PATTERNS
    embedded_codes: tuple[EmbeddedCode, ...] = DEFAULT_EMBEDDED

    def __post_init__(self) -> None:
        if self.cash_rounding_minor < 1:
            raise ValueError(f"smallest coin is {self.cash_rounding_minor}; it must be 1 or more")
        if not 0 <= self.deposit_percent <= 100:
            raise ValueError(f"deposit is {self.deposit_percent} %; it must be between 0 and 100")
        check_known(
            self.required_customer_fields, frozenset(each.attribute for each in self.customer_attributes)
        )
        check_one_way(f"store {self.store}", self.tax_percent, self.tax_codes)

    @property
    def tax_rate(self) -> TaxRate:
        """What goods without a rate of their own are taxed by here."""
        return rate_by(self.tax_percent, self.tax_codes)

    def charge_code(self, code: str) -> ChargeCode:
        """A charge code with its tax; the shipping code's is a setting of its own where it is not listed."""
        for known in self.charge_codes:
            if known.code == code:
                return known
        tax = self.shipping_charge_tax_percent if code == self.shipping_charge_code else Decimal(0)
        return ChargeCode(code, tax_percent=tax)

    def limit_of(self, role: str) -> RoleLimit:
        """How far this role may go by itself: lower no price, take back any amount, unless it was said."""
        return next((each for each in self.role_limits if each.role == role), RoleLimit(role))

    def place_name(self, place: str) -> str:
        """What people call this store or a place of its group; its code where it has no name here."""
        names = {self.store: self.store_name, **{each.place: each.name for each in self.fulfilment_group}}
        return names.get(place) or place

    @property
    def needs_headquarters_for_orders(self) -> bool:
        """Decision 16: with both asynchronous ways off, no new order while headquarters does not answer."""
        return not (self.async_orders or self.async_order_backup)
