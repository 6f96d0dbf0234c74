"""Which settings of a store lie in which table of drafts, and how they are read from a row and written to it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from headquarters.base import Rate, table_of
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
from retail.wire.base import Json

NOT_SETTINGS = {"id", "code", "version", "store", "parameters", "functionality", "offline", "taken"}
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


def fields_of(model: type[Any]) -> list[str]:
    """The settings that are columns of a table."""
    return [column.name for column in table_of(model).columns if column.name not in NOT_SETTINGS]


LISTED = ("delivery_modes", "charge_codes", *REASONS.values())
FIELDS = {
    name: (*fields_of(model), *(LISTED if name == "parameters" else ())) for name, model in SETS.items()
}
"""The settings each set holds, those of the rows that belong to it included."""


def values_of(row: Any) -> Json:
    """The settings in the columns of a row, as they are published."""
    return {name: _published(name, getattr(row, name)) for name in fields_of(type(row))}


def put_values(row: Any, values: Mapping[str, Any]) -> None:
    """Set the columns of a row from published settings, those that are among them."""
    columns = table_of(type(row)).c
    for name in fields_of(type(row)):
        if name in values:
            value = values[name]
            if name == "receipt_lines":
                value = "\n".join(value)
            elif isinstance(columns[name].type, Rate):
                value = Decimal(value)
            setattr(row, name, value)


def listed_of(session: Session, codes: Iterable[str]) -> dict[str, Json]:
    """The settings in the rows that belong to sets of parameters, by set."""
    codes = list(codes)
    found: dict[str, Json] = {code: {name: [] for name in LISTED} for code in codes}
    for mode in session.scalars(
        select(DeliveryMode)
        .where(DeliveryMode.parameters.in_(codes))
        .order_by(DeliveryMode.position, DeliveryMode.id)
    ):
        found[mode.parameters]["delivery_modes"].append(mode.mode)
    for charge in session.scalars(
        select(ChargeCodeDraft)
        .where(ChargeCodeDraft.parameters.in_(codes))
        .order_by(ChargeCodeDraft.position, ChargeCodeDraft.id)
    ):
        said = {"code": charge.code, "name": charge.name, "tax_percent": str(charge.tax_percent)}
        found[charge.parameters]["charge_codes"].append(said | {"refundable": charge.refundable})
    for reason in session.scalars(
        select(ReasonCode)
        .where(ReasonCode.parameters.in_(codes))
        .order_by(ReasonCode.position, ReasonCode.id)
    ):
        found[reason.parameters][REASONS[reason.purpose]].append(reason.text)
    return found


def put_listed(session: Session, code: str, values: Mapping[str, Any]) -> None:
    """Make the rows that belong to a set of parameters say these settings."""
    for model in (DeliveryMode, ChargeCodeDraft, ReasonCode):
        session.execute(delete(table_of(model)).where(table_of(model).c.parameters == code))
    owned = {"parameters": code, "version": 1}
    for position, mode in enumerate(dict.fromkeys(values["delivery_modes"])):
        session.add(DeliveryMode(mode=mode, position=position, **owned))
    for position, charge in enumerate({each["code"]: each for each in values["charge_codes"]}.values()):
        said = charge | {"tax_percent": Decimal(charge["tax_percent"])}
        session.add(ChargeCodeDraft(position=position, **said, **owned))
    for purpose, name in REASONS.items():
        for position, text in enumerate(dict.fromkeys(values[name])):
            session.add(ReasonCode(purpose=purpose, text=text, position=position, **owned))


def _published(name: str, value: Any) -> Any:
    if name == "receipt_lines":
        return value.split("\n") if value else []
    return str(value) if isinstance(value, Decimal) else value


def store_fields() -> list[str]:
    """The settings a store's own draft holds."""
    return fields_of(StoreDraft)
