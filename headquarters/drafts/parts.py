"""Which settings of a store lie in which table of drafts, and how they are read from a row and written to it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import UniqueConstraint, delete, select
from sqlalchemy.orm import Session

from headquarters.base import Rate, table_of
from headquarters.drafts.codes import BarcodeSet, CodePatternDraft, EmbeddedCodeDraft
from headquarters.drafts.customers import (
    AffiliationDraft,
    CustomerAttributeDraft,
    CustomerGroupDraft,
    CustomerSet,
    DefaultCustomerDraft,
)
from headquarters.drafts.info_codes import InfoCodeDraft
from headquarters.drafts.models import (
    AutoChargeDraft,
    ChargeCodeDraft,
    DeliveryMode,
    DeliveryRuleDraft,
    FunctionalityProfile,
    ItemTaxGroupDraft,
    OfflineProfile,
    ParameterSet,
    Purpose,
    ReasonCode,
    RefundRuleDraft,
    RoleLimitDraft,
    SalesUnitDraft,
    TaxGroupDraft,
)
from headquarters.drafts.order_attributes import OrderAttributeDraft
from headquarters.drafts.places import ChannelSchema, FulfilmentGroup, FulfilmentPlaceDraft
from retail.wire.base import Json

REASONS = {
    Purpose.OVERRIDE: "override_reasons",
    Purpose.CHARGE: "charge_reasons",
    Purpose.VOID: "void_reasons",
    Purpose.CANCEL: "cancel_reasons",
    Purpose.RETURN: "return_reasons",
}
SETS: dict[str, type[Any]] = {
    "parameters": ParameterSet,
    "functionality": FunctionalityProfile,
    "offline": OfflineProfile,
    "fulfilment": FulfilmentGroup,
    "channel_schema": ChannelSchema,
    "customers": CustomerSet,
    "customer_template": DefaultCustomerDraft,
    "barcodes": BarcodeSet,
}
"""The sets that a store names, by the column that names them."""
ROWS: dict[str, type[Any]] = {
    "charge_codes": ChargeCodeDraft,
    "role_limits": RoleLimitDraft,
    "refund_policy": RefundRuleDraft,
    "tax_groups": TaxGroupDraft,
    "item_tax_groups": ItemTaxGroupDraft,
    "sales_units": SalesUnitDraft,
    "auto_charges": AutoChargeDraft,
    "delivery_rules": DeliveryRuleDraft,
    "order_attributes": OrderAttributeDraft,
}
"""The settings that are lists, each of whose entries is a row that belongs to a set of parameters."""
OWNED: dict[str, dict[str, type[Any]]] = {
    "parameters": ROWS,
    "functionality": {"info_codes": InfoCodeDraft},
    "fulfilment": {"fulfilment_group": FulfilmentPlaceDraft},
    "customers": {
        "customer_groups": CustomerGroupDraft,
        "customer_attributes": CustomerAttributeDraft,
        "affiliations": AffiliationDraft,
    },
    "barcodes": {"code_patterns": CodePatternDraft, "embedded_codes": EmbeddedCodeDraft},
}
"""The same by the set they belong to, which is also the column that names it."""
PAPER = ("receipt_lines", "receipt_footer")
"""The settings that are lines of text in one column."""
WHOLE = {"customer_template": "default_customer"}
"""The sets whose columns are the parts of one setting."""
NOT_SETTINGS = {"id", "code", "version", "store", "unit", "visual", "taken", "position", *SETS}
NOT_OF_A_ROW = {"id", "version", "position", *OWNED}


def fields_of(model: type[Any]) -> list[str]:
    """The settings that are columns of a table."""
    return [column.name for column in table_of(model).columns if column.name not in NOT_SETTINGS]


LISTED = {
    kind: (*(("delivery_modes", *REASONS.values()) if kind == "parameters" else ()), *rows)
    for kind, rows in OWNED.items()
}
FIELDS = {
    name: (WHOLE[name],) if name in WHOLE else (*fields_of(model), *LISTED.get(name, ()))
    for name, model in SETS.items()
}
"""The settings each set holds, those of the rows that belong to it included."""


def values_of(row: Any) -> Json:
    """The settings in the columns of a row, as they are published."""
    values = {name: _published(name, getattr(row, name)) for name in fields_of(type(row))}
    whole = _whole_of(type(row))
    return {whole: values} if whole else values


def put_values(row: Any, values: Mapping[str, Any]) -> None:
    """Set the columns of a row from published settings, those that are among them."""
    whole = _whole_of(type(row))
    if whole:
        values = values[whole]
    for name in fields_of(type(row)):
        if name in values:
            value = "\n".join(values[name]) if name in PAPER else values[name]
            setattr(row, name, _kept(type(row), name, value))


def listed_of(session: Session, kind: str, codes: Iterable[str]) -> dict[str, Json]:
    """The settings in the rows that belong to sets of a kind, by set; nothing where no rows do."""
    found: dict[str, Json] = {code: {name: [] for name in LISTED.get(kind, ())} for code in codes}
    if kind == "parameters":
        for mode in _owned(session, DeliveryMode, kind, found):
            found[mode.parameters]["delivery_modes"].append(mode.mode)
        for reason in _owned(session, ReasonCode, kind, found):
            found[reason.parameters][REASONS[reason.purpose]].append(reason.text)
    for name, model in OWNED.get(kind, {}).items():
        columns = _columns(model)
        for row in _owned(session, model, kind, found):
            said = {each: _published(each, getattr(row, each)) for each in columns}
            found[getattr(row, kind)][name].append(said)
    return found


def entry_of(row: Any) -> Json:
    """The one entry of a list that a row is, as settings; nothing where it is no such row, or only a word of a list."""
    for rows in OWNED.values():
        for name, model in rows.items():
            if type(row) is model:
                return {name: [{each: _published(each, getattr(row, each)) for each in _columns(model)}]}
    return {}


def put_listed(session: Session, kind: str, code: str, values: Mapping[str, Any]) -> None:
    """Make the rows that belong to a set say these settings."""
    owned = {kind: code, "version": 1}
    if kind == "parameters":
        _forget(session, kind, code, DeliveryMode, ReasonCode)
        for position, mode in enumerate(dict.fromkeys(values["delivery_modes"])):
            session.add(DeliveryMode(mode=mode, position=position, **owned))
        for purpose, name in REASONS.items():
            for position, text in enumerate(dict.fromkeys(values[name])):
                session.add(ReasonCode(purpose=purpose, text=text, position=position, **owned))
    for name, model in OWNED.get(kind, {}).items():
        _forget(session, kind, code, model)
        for position, said in enumerate(_different(model, kind, values[name])):
            row = {each: _kept(model, each, said[each]) for each in _columns(model)}
            session.add(model(position=position, **row, **owned))


def owner_of(model: type[Any]) -> str | None:
    """The set that rows of this table belong to; None where they belong to none."""
    return next((kind for kind in OWNED if kind in table_of(model).c and model not in SETS.values()), None)


def _forget(session: Session, kind: str, code: str, *models: type[Any]) -> None:
    for model in models:
        session.execute(delete(table_of(model)).where(table_of(model).c[kind] == code))


def _whole_of(model: type[Any]) -> str:
    return next((WHOLE[kind] for kind in WHOLE if SETS[kind] is model), "")


def _owned(session: Session, model: type[Any], kind: str, codes: Iterable[str]) -> Iterable[Any]:
    owner = getattr(model, kind)
    return session.scalars(select(model).where(owner.in_(list(codes))).order_by(model.position, model.id))


def _columns(model: type[Any]) -> list[str]:
    return [column.name for column in table_of(model).columns if column.name not in NOT_OF_A_ROW]


def named_by(model: type[Any]) -> list[str]:
    """The columns that tell one row of a table from the others for people."""
    unique = [each for each in table_of(model).constraints if isinstance(each, UniqueConstraint)]
    return [column.name for column in unique[0].columns] if unique else ["id"]


def _different(model: type[Any], kind: str, entries: Iterable[Json]) -> Iterable[Json]:
    """Of entries that name the same thing the last one: the table keeps one of them."""
    names = [name for name in named_by(model) if name != kind]
    if names == ["id"]:
        return entries
    return {tuple([each[name] for name in names]): each for each in entries}.values()


def _published(name: str, value: Any) -> Any:
    if name in PAPER:
        return value.split("\n") if value else []
    return str(value) if isinstance(value, Decimal) else value


def _kept(model: type[Any], name: str, value: Any) -> Any:
    is_rate = isinstance(table_of(model).c[name].type, Rate)
    return Decimal(value) if is_rate and value is not None else value
