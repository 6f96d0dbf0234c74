"""Which settings of a store lie in which table of drafts, and how they are read from a row and written to it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import UniqueConstraint, delete, select
from sqlalchemy.orm import Session

from headquarters.base import Rate, table_of
from headquarters.drafts.models import (
    AutoChargeDraft,
    ChargeCodeDraft,
    DeliveryMode,
    DeliveryRuleDraft,
    FunctionalityProfile,
    OfflineProfile,
    ParameterSet,
    Purpose,
    ReasonCode,
    RefundRuleDraft,
    RoleLimitDraft,
    TaxGroupDraft,
)
from retail.wire.base import Json

NOT_SETTINGS = {
    "id", "code", "version", "store", "parameters", "functionality", "offline", "taken", "position",
}  # fmt: skip
NOT_OF_A_ROW = {"id", "version", "parameters", "position"}
REASONS = {
    Purpose.OVERRIDE: "override_reasons",
    Purpose.VOID: "void_reasons",
    Purpose.CANCEL: "cancel_reasons",
    Purpose.RETURN: "return_reasons",
}
SETS: dict[str, type[Any]] = {
    "parameters": ParameterSet,
    "functionality": FunctionalityProfile,
    "offline": OfflineProfile,
}
"""The sets that a store names, by the column that names them."""
ROWS: dict[str, type[Any]] = {
    "charge_codes": ChargeCodeDraft,
    "role_limits": RoleLimitDraft,
    "refund_policy": RefundRuleDraft,
    "tax_groups": TaxGroupDraft,
    "auto_charges": AutoChargeDraft,
    "delivery_rules": DeliveryRuleDraft,
}
"""The settings that are lists, each of whose entries is a row that belongs to a set of parameters."""


def fields_of(model: type[Any]) -> list[str]:
    """The settings that are columns of a table."""
    return [column.name for column in table_of(model).columns if column.name not in NOT_SETTINGS]


LISTED = ("delivery_modes", *REASONS.values(), *ROWS)
FIELDS = {
    name: (*fields_of(model), *(LISTED if name == "parameters" else ())) for name, model in SETS.items()
}
"""The settings each set holds, those of the rows that belong to it included."""


def values_of(row: Any) -> Json:
    """The settings in the columns of a row, as they are published."""
    return {name: _published(name, getattr(row, name)) for name in fields_of(type(row))}


def put_values(row: Any, values: Mapping[str, Any]) -> None:
    """Set the columns of a row from published settings, those that are among them."""
    for name in fields_of(type(row)):
        if name in values:
            value = "\n".join(values[name]) if name == "receipt_lines" else values[name]
            setattr(row, name, _kept(type(row), name, value))


def listed_of(session: Session, codes: Iterable[str]) -> dict[str, Json]:
    """The settings in the rows that belong to sets of parameters, by set."""
    found: dict[str, Json] = {code: {name: [] for name in LISTED} for code in codes}
    for mode in _owned(session, DeliveryMode, found):
        found[mode.parameters]["delivery_modes"].append(mode.mode)
    for reason in _owned(session, ReasonCode, found):
        found[reason.parameters][REASONS[reason.purpose]].append(reason.text)
    for name, model in ROWS.items():
        for row in _owned(session, model, found):
            said = {each: _published(each, getattr(row, each)) for each in _columns(model)}
            found[row.parameters][name].append(said)
    return found


def put_listed(session: Session, code: str, values: Mapping[str, Any]) -> None:
    """Make the rows that belong to a set of parameters say these settings."""
    owners: tuple[type[Any], ...] = (DeliveryMode, ReasonCode, *ROWS.values())
    for model in owners:
        session.execute(delete(table_of(model)).where(table_of(model).c.parameters == code))
    owned = {"parameters": code, "version": 1}
    for position, mode in enumerate(dict.fromkeys(values["delivery_modes"])):
        session.add(DeliveryMode(mode=mode, position=position, **owned))
    for purpose, name in REASONS.items():
        for position, text in enumerate(dict.fromkeys(values[name])):
            session.add(ReasonCode(purpose=purpose, text=text, position=position, **owned))
    for name, model in ROWS.items():
        for position, said in enumerate(_different(model, values[name])):
            row = {each: _kept(model, each, said[each]) for each in _columns(model)}
            session.add(model(position=position, **row, **owned))


def _owned(session: Session, model: type[Any], codes: Iterable[str]) -> Iterable[Any]:
    return session.scalars(
        select(model).where(model.parameters.in_(list(codes))).order_by(model.position, model.id)
    )


def _columns(model: type[Any]) -> list[str]:
    return [column.name for column in table_of(model).columns if column.name not in NOT_OF_A_ROW]


def named_by(model: type[Any]) -> list[str]:
    """The columns that tell one row of a table from the others for people."""
    unique = [each for each in table_of(model).constraints if isinstance(each, UniqueConstraint)]
    return [column.name for column in unique[0].columns] if unique else ["id"]


def _different(model: type[Any], entries: Iterable[Json]) -> Iterable[Json]:
    """Of entries that name the same thing the last one: the table keeps one of them."""
    names = [name for name in named_by(model) if name != "parameters"]
    if names == ["id"]:
        return entries
    return {tuple([each[name] for name in names]): each for each in entries}.values()


def _published(name: str, value: Any) -> Any:
    if name == "receipt_lines":
        return value.split("\n") if value else []
    return str(value) if isinstance(value, Decimal) else value


def _kept(model: type[Any], name: str, value: Any) -> Any:
    is_rate = isinstance(table_of(model).c[name].type, Rate)
    return Decimal(value) if is_rate and value is not None else value
