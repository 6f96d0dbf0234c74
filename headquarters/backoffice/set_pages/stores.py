"""Set-up pages of stores and what they share: units, fulfilment groups, channel schemas, receipt texts, features."""

import re
from copy import copy
from functools import partial
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette_admin import BaseField, BooleanField, StringField

from headquarters.backoffice.languages import LANGUAGES
from headquarters.backoffice.set_pages.columns import choice, field, key, named, said_once, texts
from headquarters.backoffice.set_pages.labels import label
from headquarters.backoffice.set_pages.views import SetUpView
from headquarters.backoffice.set_pages.words import lazily
from headquarters.drafts.features import FEATURES, Feature
from headquarters.drafts.looks import VisualProfile
from headquarters.drafts.models import StoreDraft
from headquarters.drafts.parts import SETS, fields_of
from headquarters.drafts.places import ChannelSchema, FulfilmentGroup, FulfilmentPlaceDraft, OperatingUnit
from headquarters.drafts.receipts import ReceiptText
from headquarters.drafts.taking_over import STANDARD, ensure_standard, whole
from headquarters.settings.models import Store
from headquarters.stock.service import draw_on
from retail.messages import phrase

CURRENCY = re.compile("[A-Z]{3}")
NO_CURRENCY = phrase("A currency has three capital letters, like NOK. Type it.")
USUAL_METHOD = "shift"
NO_SLASH = phrase("A slash cannot stand in it. Type another.")


def _warehouse(request: Request, draft: StoreDraft) -> str:
    row = _row_of(request.state.session, draft.store)
    return "" if row is None else row.warehouse or row.store


def _row_of(session: Session, store: str) -> Store | None:
    return session.scalars(select(Store).where(Store.store == store)).first()


def _standard(request: Request, kind: str) -> str | None:
    """The set that a new store names at first: the one called *standard*, where it is there or would be made."""
    codes = request.state.session.scalars(select(SETS[kind].code)).all()
    return STANDARD if STANDARD in codes or not codes else None


def _ensure_all_standard(request: Request) -> None:
    """Have the sets called *standard* that there are none of yet; they are looked for once a request."""
    if not hasattr(request.state, "has_standard"):
        for kind in SETS:
            ensure_standard(request.state.session, kind)
        request.state.has_standard = True


def _usual(request: Request, name: str) -> Any:
    """What most stores have; what one has by itself where there are none."""
    column = getattr(StoreDraft, name)
    query = select(column).group_by(column).order_by(func.count().desc(), column).limit(1)
    return request.state.session.scalar(query) or whole({"store": ""})[name]


def _begun(name: str) -> BaseField:
    """The field of a column that begins as it is in most stores."""
    begun = copy(field(StoreDraft, name))
    begun.default = partial(_usual, name=name)
    return begun


class Stores(SetUpView):
    """Stores; a new one is known to registers once it is published, and where its goods lie at once."""

    fields = (
        key(),
        said_once("store"),
        field(StoreDraft, "store_name", exclude_from_list=False),
        named("unit", OperatingUnit.code, required=False),
        StringField(
            "warehouse", label=lazily(label("warehouse")), maxlength=100, getter=_warehouse, searchable=False,
            orderable=False, exclude_from_list=True, exclude_from_export=True,
        ),
        *(
            named(
                kind, model.code, at_first=(STANDARD,), default=partial(_standard, kind=kind),
                exclude_from_list=kind not in {"parameters", "functionality"},
            )
            for kind, model in SETS.items()
        ),
        named("visual", VisualProfile.code, required=False, exclude_from_list=True),
        *(
            _begun(name) if name in {"currency", "language"} else field(StoreDraft, name)
            for name in fields_of(StoreDraft)
            if name != "store_name"
        ),
    )  # fmt: skip
    related = (
        ("registers", phrase("Registers"), "store", "store"),
        ("parameters", phrase("Commerce parameters"), "code", "parameters"),
        ("fulfilment-places", phrase("Places of fulfilment groups"), "fulfilment", "fulfilment"),
    )

    def _wrong(self, request: Request, field: Any, value: Any) -> str:
        if field.name == "currency" and not CURRENCY.fullmatch(str(value or "").strip()):
            return NO_CURRENCY
        if field.name in {"store", "warehouse"} and "/" in str(value or ""):
            return NO_SLASH
        return super()._wrong(request, field, value)

    async def _populate_obj(
        self, request: Request, obj: StoreDraft, data: dict[str, Any], is_edit: bool = False
    ) -> StoreDraft:
        session: Session = request.state.session
        store = obj.store if is_edit else str(data["store"]).strip()
        warehouse = (data.pop("warehouse", None) or "").strip() or store
        for name in ("statement_method", "closing_method"):  # files and forms of before say neither
            if name in data:
                data[name] = data[name] or (getattr(obj, name) if is_edit else USUAL_METHOD)
        if not is_edit:
            session.add(Store(store=store, name=(data.get("store_name") or "").strip() or store, settings={}))
            _ensure_all_standard(request)
            session.flush()
            obj.taken = whole({"store": store})
        row = _row_of(session, store)
        if row is not None and (row.warehouse or row.store) != warehouse:
            draw_on(session, row, warehouse)
        changed: StoreDraft = await super()._populate_obj(request, obj, data, is_edit)
        return changed


class Units(SetUpView):
    """Operating units."""

    hint = phrase("Stores that say no country or address of their own have those of their unit.")
    fields = (
        key(),
        said_once("code"),
        StringField("name", label=lazily(label("name")), maxlength=100),
        field(OperatingUnit, "country", exclude_from_list=False),
        texts("address_lines"),
    )
    related = (("stores", phrase("Stores"), "unit", "code"),)


class Groups(SetUpView):
    """Fulfilment groups."""

    fields = (key(), said_once("code"))
    related = (
        ("fulfilment-places", phrase("Places of fulfilment groups"), "fulfilment", "code"),
        ("stores", phrase("Stores"), "fulfilment", "code"),
    )


class Places(SetUpView):
    """The stores and warehouses of fulfilment groups."""

    hint = phrase("What ships and what hands out counts in stores that use shipping and pickup per location.")
    is_deleted_here = True
    fields = (
        key(),
        named("fulfilment", FulfilmentGroup.code, exclude_from_edit=True),
        StringField("place", label=lazily(label("place")), required=True, maxlength=60),
        StringField("name", label=lazily(label("place_name")), maxlength=100),
        *(BooleanField(name, label=lazily(label(name))) for name in ("is_store", "ships", "hands_out")),
        field(FulfilmentPlaceDraft, "tax_percent", label=lazily(label("place_tax_percent"))),
        field(FulfilmentPlaceDraft, "tax_codes"),
        field(FulfilmentPlaceDraft, "closed_weekdays"),
        field(FulfilmentPlaceDraft, "closed_dates"),
        field(FulfilmentPlaceDraft, "position", exclude_from_list=False),
    )
    related = (("stores", phrase("Stores"), "fulfilment", "fulfilment"),)


class Schemas(SetUpView):
    """Commerce channel schemas."""

    fields = (
        key(),
        said_once("code"),
        BooleanField("filter_shared_customer_data", label=lazily(label("filter_shared_customer_data"))),
    )
    related = (("stores", phrase("Stores"), "channel_schema", "code"),)


class ReceiptTexts(SetUpView):
    """What stands on every receipt of a language."""

    hint = phrase("A store's receipts are in its language. Last lines of its own take the place of these.")
    is_deleted_here = True
    fields = (
        key(),
        choice("language", tuple(LANGUAGES.items()), exclude_from_edit=True),
        texts("header_lines", exclude_from_list=False),
        texts("footer_lines", exclude_from_list=False),
    )


class Features(SetUpView):
    """Feature management."""

    is_made_here = False
    hint = phrase(
        "While a feature is off no store has it. While it is on each store or profile says for itself."
    )
    fields = (
        key(),
        choice(
            "feature",
            tuple((name, label(setting)) for name, setting in FEATURES.items()),
            exclude_from_edit=True,
        ),
        BooleanField("is_on", label=lazily(label("is_on"))),
    )


VIEWS: tuple[tuple[type[SetUpView], type[Any], str, str, str], ...] = (
    (Units, OperatingUnit, "units", phrase("Operating units"), phrase("operating unit")),
    (Groups, FulfilmentGroup, "fulfilment", phrase("Fulfilment groups"), phrase("fulfilment group")),
    (
        Places,
        FulfilmentPlaceDraft,
        "fulfilment-places",
        phrase("Places of fulfilment groups"),
        phrase("place"),
    ),
    (Schemas, ChannelSchema, "channel-schemas", phrase("Commerce channel schema"), phrase("channel schema")),
    (ReceiptTexts, ReceiptText, "receipt-texts", phrase("Receipt texts"), phrase("receipt text")),
    (Features, Feature, "features", phrase("Feature management"), phrase("feature")),
)
