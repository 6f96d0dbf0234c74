"""The set-up pages there are: which fields of which table, under which words."""

import dataclasses
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette_admin import BooleanField, StringField

from headquarters.backoffice.set_pages import (
    codes,
    customers,
    info_codes,
    order_attributes,
    staff,
    stores,
    visual,
)
from headquarters.backoffice.set_pages.columns import (
    choice,
    field,
    key,
    named,
    said_once,
    several_named,
    texts,
)
from headquarters.backoffice.set_pages.labels import label
from headquarters.backoffice.set_pages.stores import CURRENCY, NO_CURRENCY
from headquarters.backoffice.set_pages.views import SetUpView
from headquarters.backoffice.set_pages.words import lazily
from headquarters.catalog.models import Product
from headquarters.customers.models import Customer
from headquarters.devices.models import Register
from headquarters.drafts.customers import AffiliationDraft, CustomerGroupDraft
from headquarters.drafts.looks import VisualProfile
from headquarters.drafts.models import (
    AutoChargeDraft,
    ChargeCodeDraft,
    DeliveryMode,
    DeliveryRuleDraft,
    FunctionalityProfile,
    ItemTaxGroupDraft,
    OfflineProfile,
    ParameterSet,
    ReasonCode,
    RefundRuleDraft,
    RoleLimitDraft,
    SalesUnitDraft,
    StoreDraft,
    TaxGroupDraft,
)
from headquarters.drafts.parts import fields_of
from headquarters.settings.models import Store
from retail.messages import phrase
from retail.settings import StoreSettings

TENDERS = (
    ("cash", phrase("cash")), ("card", phrase("card")), ("customer_account", phrase("customer account")),
    ("unknown", phrase("unknown")),
)  # fmt: skip


NO_SHIPPING = (ParameterSet.pickup_mode, ParameterSet.carry_out_mode)
"""The columns of the modes of delivery that do not ship."""


NO_PRODUCT = phrase("There is no product of this number. Type another.")
NO_CATEGORY = phrase("There are no products in this category. Type another, such as Shoes/Running.")


USUAL = {each.name: each.default for each in dataclasses.fields(StoreSettings)}


NOT_LISTED = {"advanced_offline", "performance_offline", "pause_unused"}
"""Of an offline profile its form has these: a list of them all would be wider than a screen."""


def begun(name: str) -> dict[str, Any]:
    """What a switch or a number of a new profile starts as: as in a store that nobody has set up."""
    usual = USUAL.get(name)
    return {"default": usual} if isinstance(usual, int) else {}


class Parameters(SetUpView):
    """Commerce parameters of customer orders."""

    fields = (key(), said_once("code"), *(field(ParameterSet, name) for name in fields_of(ParameterSet)))


class Functionality(SetUpView):
    """Functionality profiles."""

    fields = (
        key(),
        said_once("code"),
        *(field(FunctionalityProfile, name, **begun(name)) for name in fields_of(FunctionalityProfile)),
    )
    related = (
        ("info-codes", phrase("Info codes"), "functionality", "code"),
        ("stores", phrase("Stores"), "functionality", "code"),
    )


class Offline(SetUpView):
    """Offline profiles."""

    fields = (
        key(),
        said_once("code"),
        *(
            field(OfflineProfile, name, exclude_from_list=name in NOT_LISTED, **begun(name))
            for name in fields_of(OfflineProfile)
        ),
    )


class Owned(SetUpView):
    """Rows that belong to a set of parameters."""

    is_deleted_here = True


class Modes(Owned):
    """Modes of delivery that ship."""

    fields = (
        key(),
        named("parameters", ParameterSet.code, exclude_from_edit=True),
        StringField("mode", label=lazily(label("mode")), required=True, maxlength=60),
        field(DeliveryMode, "position", exclude_from_list=False),
    )


class Charges(Owned):
    """Charge codes."""

    fields = (
        key(),
        named("parameters", ParameterSet.code, exclude_from_edit=True),
        StringField("code", label=lazily(label("code")), required=True, maxlength=60),
        StringField("name", label=lazily(label("name")), maxlength=100),
        field(ChargeCodeDraft, "tax_percent", exclude_from_list=False),
        named("item_tax_group", ItemTaxGroupDraft.name, required=False),
        BooleanField("refundable", label=lazily(label("refundable"))),
        BooleanField("shipping", label=lazily(label("shipping")), exclude_from_list=True),
        field(ChargeCodeDraft, "account"),
        field(ChargeCodeDraft, "position", exclude_from_list=False),
    )


class Reasons(Owned):
    """Reason codes."""

    fields = (
        key(),
        named("parameters", ParameterSet.code, exclude_from_edit=True),
        field(ReasonCode, "purpose"),
        StringField("text", label=lazily(label("text")), required=True, maxlength=60),
        field(ReasonCode, "position", exclude_from_list=False),
    )  # fmt: skip


class Limits(Owned):
    """Limits of roles."""

    fields = (
        key(),
        named("parameters", ParameterSet.code, exclude_from_edit=True),
        StringField("role", label=lazily(label("role")), required=True, maxlength=60),
        *(field(RoleLimitDraft, name, exclude_from_list=False) for name in (
            "price_override_percent", "line_discount_percent", "line_discount_minor", "total_discount_percent",
            "total_discount_minor", "return_line_minor", "return_total_minor", "blind_return_minor")),
        field(RoleLimitDraft, "price_override_direction"),
        field(RoleLimitDraft, "position"),
    )  # fmt: skip


class Refunds(Owned):
    """Which tender gives back what was paid by which."""

    fields = (
        key(),
        named("parameters", ParameterSet.code, exclude_from_edit=True),
        choice("paid_by", TENDERS),
        choice("back_by", TENDERS),
        field(RefundRuleDraft, "most_minor", exclude_from_list=False),
        field(RefundRuleDraft, "approval_above_minor", exclude_from_list=False),
        field(RefundRuleDraft, "position", exclude_from_list=False),
    )


class Taxes(Owned):
    """Tax groups of places goods are sent to."""

    fields = (
        key(),
        named("parameters", ParameterSet.code, exclude_from_edit=True),
        StringField("name", label=lazily(label("name")), required=True, maxlength=60),
        *(
            field(TaxGroupDraft, name, exclude_from_list=False)
            for name in ("tax_percent", "country", "region")
        ),
        field(TaxGroupDraft, "codes"),
        field(TaxGroupDraft, "postcodes"),
        field(TaxGroupDraft, "position", exclude_from_list=False),
    )


class ItemTaxes(Owned):
    """Item sales tax groups: which of a place's taxes products and fees are charged."""

    hint = phrase(
        "Of the several taxes of a store or a tax group, what belongs to an item sales tax group is charged those that "
        "are named here. Where a place has one rate and no named taxes, that rate holds. A product and a charge code "
        "name their group on their own pages."
    )
    related = (("charge-codes", phrase("Charge codes"), "item_tax_group", "name"),)
    fields = (
        key(),
        named("parameters", ParameterSet.code, exclude_from_edit=True),
        StringField("name", label=lazily(label("name")), required=True, maxlength=60),
        texts("taxes", required=True, exclude_from_list=False),
        field(ItemTaxGroupDraft, "position", exclude_from_list=False),
    )


class Units(Owned):
    """Sales units: what goods are sold by."""

    fields = (
        key(),
        named("parameters", ParameterSet.code, exclude_from_edit=True),
        StringField("unit", label=lazily(label("sales_unit")), required=True, maxlength=10),
        BooleanField("decimals", label=lazily(label("decimals"))),
        field(SalesUnitDraft, "position", exclude_from_list=False),
    )


class AutoCharges(Owned):
    """Automatic charges with their tiers."""

    hint = phrase(
        "What is left empty holds for all. Charge codes and modes are those of the same parameters."
    )
    titled_by = ("code", "level", "mode")
    fields = (
        key(),
        named("parameters", ParameterSet.code, exclude_from_edit=True),
        field(AutoChargeDraft, "level"),
        named(
            "code", ChargeCodeDraft.code, also=(ParameterSet.shipping_charge_code,), label=lazily(label("charge_code"))
        ),
        *(field(AutoChargeDraft, name, exclude_from_list=False) for name in ("amount_minor", "percent", "up_to_minor")),
        named("mode", DeliveryMode.mode, also=NO_SHIPPING, required=False, exclude_from_list=True),
        several_named("modes", DeliveryMode.mode, also=NO_SHIPPING),
        named("mode_group", DeliveryRuleDraft.charges_group, required=False, exclude_from_list=True),
        *(field(AutoChargeDraft, name) for name in ("item", "category", "customer")),
        named("customer_group", CustomerGroupDraft.group, required=False, exclude_from_list=True),
        named("affiliation", AffiliationDraft.affiliation, required=False, exclude_from_list=True),
        *(field(AutoChargeDraft, name) for name in ("business", "currency")),
        named("store", Store.store, required=False, exclude_from_list=True),
        several_named("stores", Store.store, label=lazily(phrase("Or several stores"))),
        *(field(AutoChargeDraft, name) for name in ("prorate", "position")),
    )  # fmt: skip

    def _wrong(self, request: Request, field: Any, value: Any) -> str:
        session, said = _books(request), str(value or "").strip()
        if said and field.name == "item" and not _is_there(session, Product.number, said):
            return NO_PRODUCT
        if said and field.name == "category" and not _has_goods(session, said):
            return NO_CATEGORY
        if (
            said
            and field.name == "customer"
            and not any(_is_there(session, column, said) for column in (Customer.account, Customer.uuid))
        ):
            return phrase("There is no customer with this account. Type another.")
        if said and field.name == "currency" and not CURRENCY.fullmatch(said):
            return NO_CURRENCY
        return super()._wrong(request, field, value)


class Rules(Owned):
    """What modes of delivery take, where to, and for which stores."""

    fields = (
        key(),
        named("parameters", ParameterSet.code, exclude_from_edit=True),
        named("mode", DeliveryMode.mode, also=NO_SHIPPING),
        *(field(DeliveryRuleDraft, name) for name in (
            "products", "categories", "not_products", "not_categories", "countries", "not_countries", "regions",
            "not_regions")),
        several_named("stores", Store.store, label=lazily(label("store_choice"))),
        *(field(DeliveryRuleDraft, name) for name in ("charges_group", "expedite", "position")),
    )  # fmt: skip

    def _wrong(self, request: Request, field: Any, value: Any) -> str:
        session = _books(request)
        if field.name in {"products", "not_products"}:
            known = set(session.scalars(select(Product.number).where(Product.number.in_(value))))
            if set(value) - known:
                return NO_PRODUCT
        if field.name in {"categories", "not_categories"} and not all(
            _has_goods(session, each) for each in value
        ):
            return NO_CATEGORY
        return super()._wrong(request, field, value)


def _books(request: Request) -> Session:
    """Where goods and customers lie: a file is tried on a copy that has what is set up alone."""
    found: Session = getattr(request.state, "books", request.state.session)
    return found


def _has_goods(session: Session, category: str) -> bool:
    """Whether there are products in this category, or in one within it."""
    within = Product.category.between(f"{category}/", f"{category}/\U0010ffff")
    return any(session.scalars(select(Product.number).where(way).limit(1)).first() is not None
               for way in (Product.category == category, within))  # fmt: skip


def _is_there(session: Session, column: Any, value: str) -> bool:
    return session.scalars(select(column).where(column == value)).first() is not None


class Registers(SetUpView):
    """Registers and the store each stands in; known at once, without publishing. How one looks is published."""

    fields = (
        key(),
        said_once("register"),
        named("store", Store.store),
        named("visual", VisualProfile.code, required=False, exclude_from_list=True),
    )


VIEWS: tuple[tuple[type[SetUpView], type[Any], str, str, str], ...] = (
    (stores.Stores, StoreDraft, "stores", phrase("Stores"), phrase("store")),
    (Registers, Register, "registers", phrase("Registers"), phrase("register")),
    *stores.VIEWS,
    (Parameters, ParameterSet, "parameters", phrase("Commerce parameters"), phrase("parameters")),
    (Modes, DeliveryMode, "delivery-modes", phrase("Modes of delivery"), phrase("mode")),
    (Rules, DeliveryRuleDraft, "delivery-rules", phrase("Delivery rules"), phrase("delivery rule")),
    (Charges, ChargeCodeDraft, "charge-codes", phrase("Charge codes"), phrase("charge code")),
    (AutoCharges, AutoChargeDraft, "auto-charges", phrase("Automatic charges"), phrase("automatic charge")),
    (Taxes, TaxGroupDraft, "tax-groups", phrase("Tax groups"), phrase("tax group")),
    (
        ItemTaxes,
        ItemTaxGroupDraft,
        "item-tax-groups",
        phrase("Item sales tax groups"),
        phrase("item sales tax group"),
    ),
    (Units, SalesUnitDraft, "sales-units", phrase("Sales units"), phrase("sales unit")),
    (Refunds, RefundRuleDraft, "refunds", phrase("Refund policy"), phrase("refund rule")),
    (Limits, RoleLimitDraft, "role-limits", phrase("Limits of roles"), phrase("limit of a role")),
    (Reasons, ReasonCode, "reasons", phrase("Reason codes"), phrase("reason")),
    (
        Functionality,
        FunctionalityProfile,
        "functionality",
        phrase("Functionality profiles"),
        phrase("functionality"),
    ),
    (Offline, OfflineProfile, "offline", phrase("Offline profiles"), phrase("offline")),
    *visual.VIEWS,
    *order_attributes.VIEWS,
    *info_codes.VIEWS,
    *staff.VIEWS,
    *customers.VIEWS,
    *codes.VIEWS,
)
"""View, table, address, and what the page and one row of it are called."""
