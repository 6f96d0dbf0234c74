"""The set-up pages there are: which fields of which table, under which words."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Integer, select
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette_admin import (
    BaseField,
    BooleanField,
    DecimalField,
    EnumField,
    IntegerField,
    StringField,
    TextAreaField,
)

from headquarters.backoffice.languages import LANGUAGES
from headquarters.backoffice.set_pages.labels import label
from headquarters.backoffice.set_pages.views import SetUpView
from headquarters.backoffice.set_pages.words import lazily
from headquarters.base import Rate
from headquarters.devices.models import Register
from headquarters.drafts.models import (
    ChargeCodeDraft,
    DeliveryMode,
    FunctionalityProfile,
    OfflineProfile,
    ParameterSet,
    Purpose,
    ReasonCode,
    StoreDraft,
)
from headquarters.drafts.parts import fields_of
from headquarters.settings.models import Store
from retail.messages import phrase
from retail.settings import TaxRounding

ORDER_TYPES = (("order", phrase("customer order")), ("quote", phrase("quote")))
START_SCREENS = (("sale", phrase("sale")), ("welcome", phrase("welcome")))
ROUNDINGS = ((TaxRounding.LINE.value, phrase("line")), (TaxRounding.DOCUMENT.value, phrase("document")))
MORE_IN_LIST = {
    "deposit_percent",
    "default_order_type",
    "async_orders",
    "async_customers",
    "real_time_seconds",
}
DIGITS_MAX = 12
LIMITS = {"deposit_percent": 100, "cancellation_charge_percent": 100}


class ExactField(DecimalField):
    """A number that is one: no infinity, and not more digits than anybody means."""

    async def parse_form_data(self, request: Request, form_data: FormData) -> Decimal | None:
        """The number; None for what is none."""
        value = await super().parse_form_data(request, form_data)
        return value if value is not None and value.is_finite() and len(str(value)) <= DIGITS_MAX else None


def _purpose(text: str) -> Purpose | None:
    return next((each for each in Purpose if each.value == text), None)


def choices_of(column: Any) -> Callable[[Request], list[tuple[str, str]]]:
    """The values of a column as choices."""

    def load(request: Request) -> list[tuple[str, str]]:
        return [(each, each) for each in request.state.session.scalars(select(column).order_by(column))]

    return load


def _choice(name: str, choices: tuple[tuple[str, str], ...], **more: Any) -> BaseField:
    shown = [(value, lazily(text)) for value, text in choices]
    return EnumField(name, label=lazily(label(name)), choices=shown, required=True, select2=False, **more)


def _named(name: str, column: Any, **more: Any) -> BaseField:
    load = choices_of(column)
    return EnumField(
        name, label=lazily(label(name)), choices_loader=load, required=True, select2=False, **more
    )


CHOSEN: dict[str, BaseField] = {
    "default_order_type": _choice("default_order_type", ORDER_TYPES),
    "start_screen": _choice("start_screen", START_SCREENS, exclude_from_list=True),
    "tax_rounding": _choice("tax_rounding", ROUNDINGS, exclude_from_list=True),
    "language": _choice("language", tuple(LANGUAGES.items())),
    "receipt_lines": TextAreaField(
        "receipt_lines", label=lazily(label("receipt_lines")), rows=4, exclude_from_list=True
    ),
}


def field(model: type[Any], name: str, **more: Any) -> BaseField:
    """The field of a column, of the kind its type asks for."""
    if name in CHOSEN:
        return CHOSEN[name]
    column = model.__table__.c[name]
    said: dict[str, Any] = {
        "label": lazily(label(name)),
        "exclude_from_list": name not in MORE_IN_LIST,
    } | more
    if isinstance(column.type, Boolean):
        return BooleanField(name, **said)
    if isinstance(column.type, Rate):
        return ExactField(name, required=True, min=0, max=LIMITS.get(name), **said)
    if isinstance(column.type, Integer):
        return IntegerField(name, required=True, min=0, max=2**53, **said)
    return StringField(name, maxlength=100, **said)


def _said_once(name: str, **more: Any) -> BaseField:
    return StringField(
        name, label=lazily(label(name)), required=True, maxlength=60, exclude_from_edit=True, **more
    )


def _id() -> BaseField:
    hidden: dict[str, Any] = {
        f"exclude_from_{page}": True for page in ("list", "detail", "create", "edit", "export")
    }
    return IntegerField("id", searchable=False, **hidden)


class Stores(SetUpView):
    """Stores; new ones come with the retailer's document."""

    is_made_here = False
    fields = (
        _id(),
        _said_once("store"),
        field(StoreDraft, "store_name", exclude_from_list=False),
        _named("parameters", ParameterSet.code),
        _named("functionality", FunctionalityProfile.code),
        _named("offline", OfflineProfile.code),
        *(field(StoreDraft, name) for name in fields_of(StoreDraft) if name != "store_name"),
    )


class Parameters(SetUpView):
    """Commerce parameters of customer orders."""

    fields = (_id(), _said_once("code"), *(field(ParameterSet, name) for name in fields_of(ParameterSet)))


class Functionality(SetUpView):
    """Functionality profiles."""

    fields = (
        _id(),
        _said_once("code"),
        *(field(FunctionalityProfile, name) for name in fields_of(FunctionalityProfile)),
    )


class Offline(SetUpView):
    """Offline profiles."""

    fields = (
        _id(),
        _said_once("code"),
        *(field(OfflineProfile, name, exclude_from_list=False) for name in fields_of(OfflineProfile)),
    )


class Owned(SetUpView):
    """Rows that belong to a set of parameters."""

    is_deleted_here = True


class Modes(Owned):
    """Modes of delivery that ship."""

    fields = (
        _id(),
        _named("parameters", ParameterSet.code, exclude_from_edit=True),
        StringField("mode", label=lazily(label("mode")), required=True, maxlength=60),
        field(DeliveryMode, "position", exclude_from_list=False),
    )


class Charges(Owned):
    """Charge codes."""

    fields = (
        _id(),
        _named("parameters", ParameterSet.code, exclude_from_edit=True),
        StringField("code", label=lazily(label("code")), required=True, maxlength=60),
        StringField("name", label=lazily(label("name")), maxlength=100),
        field(ChargeCodeDraft, "tax_percent", exclude_from_list=False),
        BooleanField("refundable", label=lazily(label("refundable"))),
        field(ChargeCodeDraft, "position", exclude_from_list=False),
    )


class Reasons(Owned):
    """Reason codes."""

    fields = (
        _id(),
        _named("parameters", ParameterSet.code, exclude_from_edit=True),
        EnumField("purpose", label=lazily(label("purpose")), choices=[(each.value, lazily(each)) for each in Purpose],
                  coerce=_purpose, required=True, select2=False),
        StringField("text", label=lazily(label("text")), required=True, maxlength=60),
        field(ReasonCode, "position", exclude_from_list=False),
    )  # fmt: skip


class Registers(SetUpView):
    """Registers and the store each stands in; known at once, without publishing."""

    fields = (
        _id(),
        _said_once("register"),
        _named("store", Store.store),
    )


VIEWS: tuple[tuple[type[SetUpView], type[Any], str, str, str], ...] = (
    (Stores, StoreDraft, "stores", phrase("Stores"), phrase("store")),
    (Registers, Register, "registers", phrase("Registers"), phrase("register")),
    (Parameters, ParameterSet, "parameters", phrase("Commerce parameters"), phrase("parameters")),
    (Modes, DeliveryMode, "delivery-modes", phrase("Modes of delivery"), phrase("mode")),
    (Charges, ChargeCodeDraft, "charge-codes", phrase("Charge codes"), phrase("charge code")),
    (Reasons, ReasonCode, "reasons", phrase("Reason codes"), phrase("reason")),
    (
        Functionality,
        FunctionalityProfile,
        "functionality",
        phrase("Functionality profiles"),
        phrase("functionality"),
    ),
    (Offline, OfflineProfile, "offline", phrase("Offline profiles"), phrase("offline")),
)
"""View, table, address, and what the page and one row of it are called."""
