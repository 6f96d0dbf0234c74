"""The fields of a periodic discount as people type them, checked by the rules that registers go by."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.catalog.models import Product
from headquarters.importing.cells import amounts_in, read_code, read_name, read_rate
from headquarters.importing.errors import CellRefused
from retail.messages import Message, phrase, say
from retail.money import Money
from retail.promotions import PromotionKind
from retail.wire.feeds import PromotionRow

KINDS = {
    PromotionKind.PERCENT.value: phrase("percent off"),
    PromotionKind.AMOUNT.value: phrase("amount off each piece"),
    PromotionKind.DEAL.value: phrase("deal price a piece"),
}
FIELDS = (
    "id", "name", "kind", "percent", "amount", "starts", "ends", "products", "categories", "affiliations",
)  # fmt: skip
LISTS = ("products", "categories", "affiliations")
LISTED_MAX = 5000
_CHUNK = 500


def typed_of(row: PromotionRow, currency: str) -> dict[str, str]:
    """A discount as its form shows it."""
    return {
        "id": row.id, "name": row.name, "kind": row.kind,
        "percent": f"{row.percent.normalize():f}" if row.kind == "percent" else "",
        "amount": "" if row.kind == "percent" else str(Money(row.amount_minor, currency)),
        "starts": row.starts.isoformat() if row.starts else "", "ends": row.ends.isoformat() if row.ends else "",
        **{name: "\n".join(getattr(row, name)) for name in LISTS},
    }  # fmt: skip


def new_typed() -> dict[str, str]:
    """What the form of a new discount begins with."""
    return dict.fromkeys(FIELDS, "") | {"kind": PromotionKind.PERCENT.value}


def typed_in(form: Mapping[str, str]) -> dict[str, str]:
    """What somebody typed."""
    return {name: form.get(name, "").replace("\r\n", "\n").strip() for name in FIELDS}


def read_discount(
    session: Session, typed: Mapping[str, str], currency: str
) -> tuple[PromotionRow | None, dict[str, Message]]:
    """The discount, or of each field that cannot be kept the rule it breaks."""
    read: dict[str, Any] = {
        "id": read_code,
        "name": read_name,
        "percent": read_rate,
        "amount": amounts_in(currency),
    }
    read |= dict.fromkeys(("starts", "ends"), _read_day) | dict.fromkeys(LISTS, _read_list)
    values: dict[str, Any] = {}
    faults: dict[str, Message] = {}
    for name, reader in read.items():
        try:
            values[name] = reader(typed[name])
        except CellRefused as fault:
            faults[name] = fault.message
    if not faults:
        faults = dict(_broken(session, typed["kind"], values))
    if faults:
        return None, faults
    is_percent = typed["kind"] == PromotionKind.PERCENT
    return PromotionRow.model_validate(
        {name: values[name] for name in ("id", "name", "starts", "ends", *LISTS)}
        | {"kind": typed["kind"], "percent": Decimal(values["percent"]) if is_percent else Decimal(0),
           "amount_minor": 0 if is_percent else values["amount"]}
    ), {}  # fmt: skip


def _broken(session: Session, kind: str, values: Mapping[str, Any]) -> list[tuple[str, Message]]:
    """The rules that fields break together."""
    found: list[tuple[str, Message]] = []
    if not values["name"]:
        found.append(("name", say("it is needed and empty")))
    if kind not in KINDS:
        found.append(("kind", say("Choose one of the list.")))
    if kind == PromotionKind.PERCENT and (
        values["percent"] is None or not 0 < Decimal(values["percent"]) <= 100
    ):
        found.append(("percent", say("a discount takes more than 0 and at most 100 percent off")))
    if kind in {PromotionKind.AMOUNT, PromotionKind.DEAL} and values["amount"] is None:
        found.append(("amount", say("it is needed and empty")))
    if values["starts"] and values["ends"] and values["ends"] < values["starts"]:
        found.append(("ends", say("it ends before it starts, on {day}", day=values["starts"])))
    if not (values["products"] or values["categories"]):
        found.append(("products", say("name a product or a category, or it is for nothing")))
    unknown = _unknown(session, values["products"])
    if unknown:
        found.append(("products", say("there is no product {number}", number=unknown)))
    return found


def _unknown(session: Session, numbers: tuple[str, ...]) -> str:
    """The first of these numbers that no product has."""
    for start in range(0, len(numbers), _CHUNK):
        there = numbers[start : start + _CHUNK]
        known = set(session.scalars(select(Product.number).where(Product.number.in_(there))))
        for number in there:
            if number not in known:
                return number
    return ""


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise CellRefused("{value} is not a day such as 2026-11-27", value=text[:40]) from None


def _read_list(text: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(read_code(line) for line in text.splitlines() if line.strip()))
    if len(codes) > LISTED_MAX:
        raise CellRefused(
            "at most {most} can be named, these are {length}", most=LISTED_MAX, length=len(codes)
        )
    return codes
