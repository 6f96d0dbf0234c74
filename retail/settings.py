"""The settings of a store's registers (the functionality profile) that rules depend on."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from retail.attributes import Attribute, OrderAttribute
from retail.barcodes.embedded import DEFAULT_EMBEDDED, EmbeddedCode
from retail.barcodes.kinds import DEFAULT_PATTERNS, CodeKind, CodePattern, recognise
from retail.charge_rules import AutoCharge, ChargeCode
from retail.customer_defaults import NO_DEFAULT, Affiliation, CustomerGroup, DefaultCustomer
from retail.customer_required import check_known
from retail.customer_search import check_shortcuts
from retail.delivery_rules import DeliveryRule
from retail.errors import CannotBe
from retail.info_codes import InfoCode
from retail.item_tax_groups import ItemTaxGroup
from retail.looks import NO_LOOK, Look, RegisterLook
from retail.messages import say
from retail.permissions import PIN_DIGITS_MAX, PIN_DIGITS_MIN, RoleLimit
from retail.places import FulfilmentPlace
from retail.refund_rules import RefundRule
from retail.tax_codes import TaxCode, TaxRate, check_one_way, rate_by
from retail.tax_groups import TaxGroup
from retail.units import SalesUnit

SEARCH_MAX = 500
"""So many rows a search may find at most, whatever a store says."""

__all__ = ["BadgeSignIn", "FulfilmentPlace", "OfflineReturns", "StoreSettings", "TaxGroup", "TaxRounding"]


class TaxRounding(StrEnum):
    """Where tax is rounded: on each line's amount, or once per rate on the document."""

    LINE = "line"
    DOCUMENT = "document"


class OfflineReturns(StrEnum):
    """What is done with returns of plain sales while headquarters cannot say what came back elsewhere."""

    ALLOW = "allow"
    APPROVE = "approve"
    REFUSE = "refuse"


class BadgeSignIn(StrEnum):
    """What a staff badge or card does at the sign-in: nothing, choose whose PIN is typed, or sign in by itself."""

    OFF = "off"
    WITH_PIN = "with PIN"
    ALONE = "alone"


class StatementMethod(StrEnum):
    """What a statement of headquarters is of: one closed shift, or all that a store closed of a business date."""

    SHIFT = "shift"
    DAY = "day"


class ClosingMethod(StrEnum):
    """When a statement may be posted: once its shifts are closed, or once its business date has ended too."""

    SHIFT = "shift"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """What headquarters has set for this store; a register pulls it and never changes it.

    `receipt_lines` stand under the name of the store on its paper: address, organisation number, telephone.
    `receipt_footer` ends it: what may be exchanged and until when, for one.
    `receipt_copies` is how many copies of a receipt may be printed; None for no limit.
    `required_customer_fields`: what a new customer needs besides a name (of `customer_required`).
    `prevent_price_calculation`: what was agreed in an order stays until somebody recalculates it.
    `customer_shortcuts`: signs that limit a search of customers to one field, such as `t: phone`.
    `further_contacts`: several e-mails and phones of a customer are kept, each with their consent.
    `charge_reasons`: why a charge is changed is asked of whoever changes it; where there are none, it is not.
    `pending_...` says what a customer may be given before their account id has arrived; each is one relaxation.
    `require_declaration`: a shift opens with a start amount that was said, and closes once each kind of payment that it
    took was counted. `price_max_minor` and `quantity_max` (in pieces) bound what is typed; None for no bound.
    `search_max` is how many rows a search finds, `customer_history_days` how far back a customer's orders are listed
    (0: all). With `default_to_order` a new sale begins as a customer order. With
    `manual_discounts` and `manual_charges` promotions and automatic charges wait until somebody calculates the total.
    `statement_method`, `closing_method` and `over_short_account` are read by headquarters alone.
    A register that nobody touches for `lock_minutes` locks; one that did not hear for `sign_in_days` who may sign in
    lets nobody in. 0 is never.

    With `default_sales_rep` who is signed in sells, unless somebody else is named. With `void_suspended` what was set
    aside in a shift and not taken up again is voided as the shift closes.

    With `manual_offline` whoever stands at the sign-in may have the register work offline. Every `health_check_minutes`
    (0: never) a register that left headquarters alone looks whether the line is back, and does not wait longer.
    `advanced_offline` has it leave headquarters alone in more cases than silence, and `performance_offline`, which
    needs that, also where calls have got worse (`retail.switching`). With `pause_unused` a register that nobody has
    signed in at is told only what a sign-in needs.

    `look` is how registers of the store look; those of `register_looks` look otherwise.

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
    item_tax_groups: tuple[ItemTaxGroup, ...] = ()
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
    customer_attributes: tuple[Attribute, ...] = ()
    order_attributes: tuple[OrderAttribute, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    required_customer_fields: tuple[str, ...] = ()
    customer_shortcuts: tuple[str, ...] = ()
    further_contacts: bool = False
    loyalty_card_prefix: str = "LC"
    edit_partially_fulfilled: bool = True
    prevent_price_calculation: bool = True
    async_cancel: bool = False
    offline_order_actions: bool = False
    manual_accept: bool = False
    statement_method: StatementMethod = StatementMethod.SHIFT
    closing_method: ClosingMethod = ClosingMethod.SHIFT
    over_short_account: str = ""
    reject_fulfilment: bool = True
    require_declaration: bool = False
    match_all_words: bool = False
    search_suggestions: bool = True
    search_customers_hq: bool = False
    search_max: int = 50
    default_to_order: bool = False
    aggregate_products: bool = False
    aggregate_on_receipt: bool = False
    aggregate_payments: bool = False
    prohibit_mixed_returns: bool = False
    key_in_zero_price: bool = False
    price_max_minor: int | None = None
    quantity_max: int | None = None
    manual_discounts: bool = False
    manual_charges: bool = False
    staff_list: bool = True
    staff_of_store_only: bool = False
    badge_sign_in: BadgeSignIn = BadgeSignIn.WITH_PIN
    card_sign_in: BadgeSignIn = BadgeSignIn.OFF
    pin_length_min: int = 4
    ask_cancel_contact: bool = False
    ask_sales_rep: bool = False
    require_sales_rep: bool = False
    default_sales_rep: bool = False
    void_suspended: bool = False
    customer_history_days: int = 0
    print_shift_reports: bool = True
    tenders_on_x_report: bool = True
    print_voided: bool = False
    default_order_type: str = "order"
    start_screen: str = "sale"
    lock_minutes: int = 0
    sign_in_days: int = 0
    real_time_seconds: Decimal = Decimal(3)
    reconnect_seconds: Decimal = Decimal(10)
    manual_offline: bool = False
    health_check_minutes: int = 0
    advanced_offline: bool = False
    performance_offline: bool = False
    pause_unused: bool = False
    look: Look = NO_LOOK
    register_looks: tuple[RegisterLook, ...] = ()
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
    charge_reasons: tuple[str, ...] = ("Regular customer", "Staff", "Other")
    receipt_lines: tuple[str, ...] = ()
    receipt_footer: tuple[str, ...] = ()
    receipt_signature: bool = False
    info_codes: tuple[InfoCode, ...] = ()
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
    sales_units: tuple[SalesUnit, ...] = ()

    def __post_init__(self) -> None:
        if self.cash_rounding_minor < 1:
            raise CannotBe("smallest coin is {coin}; it must be 1 or more", coin=self.cash_rounding_minor)
        if not 0 <= self.deposit_percent <= 100:
            raise CannotBe(
                "deposit is {percent} %; it must be between 0 and 100", percent=self.deposit_percent
            )
        if not 1 <= self.search_max <= SEARCH_MAX:
            raise CannotBe(
                "search results are {number}; they must be between 1 and {most}",
                number=self.search_max, most=SEARCH_MAX,
            )  # fmt: skip
        if not PIN_DIGITS_MIN <= self.pin_length_min <= PIN_DIGITS_MAX:
            raise CannotBe(
                "a PIN has at least {number} digits; it must be {least} to {most}",
                number=self.pin_length_min, least=PIN_DIGITS_MIN, most=PIN_DIGITS_MAX,
            )  # fmt: skip
        if self.performance_offline and not self.advanced_offline:
            raise CannotBe(
                "performance-based switching needs advanced offline switching; enable that too, or disable this"
            )
        if self.price_max_minor == 0 or self.quantity_max == 0:
            raise CannotBe("maximum price and quantity must be more than 0, or empty for no limit")
        check_known(
            self.required_customer_fields, frozenset(each.attribute for each in self.customer_attributes)
        )
        check_shortcuts(self.customer_shortcuts)
        check_one_way(say("store {store}", store=self.store), self.tax_percent, self.tax_codes)

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

    def charge_code_at(self, code: str, tax_percent: Decimal) -> ChargeCode:
        """A charge code at the rate that a setting of its own states, unless an item sales tax group says its taxes."""
        known = self.charge_code(code)
        return known if known.tax_percent is None else ChargeCode(code, tax_percent=tax_percent)

    @property
    def codes_to_add(self) -> tuple[ChargeCode, ...]:
        """What a charge that somebody adds can be for, shipping first; what cancelling costs is none of it."""
        shipping = () if self.shipping_charge_code is None else (self.shipping_charge_code,)
        codes = dict.fromkeys((*shipping, *(each.code for each in self.charge_codes)))
        return tuple([self.charge_code(code) for code in codes if code != self.cancellation_charge_code])

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


def sign_in_by(code: str, settings: StoreSettings) -> BadgeSignIn:
    """What this code does at the sign-in: as a badge, or, where it is none, as a staff card."""
    is_badge = recognise(code, settings.code_patterns).kind is CodeKind.BADGE
    return settings.badge_sign_in if is_badge else settings.card_sign_in
