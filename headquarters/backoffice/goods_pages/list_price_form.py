"""The fields of a price list and of one of its prices as people type them, checked by the rules imports go by."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.catalog.models import Product
from headquarters.importing.cells import amounts_in, needed, read_code, read_name
from headquarters.importing.errors import CellRefused
from headquarters.importing.list_prices import read_moment
from headquarters.price_lists.models import ListPrice, PriceList
from retail.messages import Message, say
from retail.money import Money

LIST_FIELDS = ("code", "name", "stores")
PRICE_FIELDS = ("number", "from", "until", "price")


def list_typed_of(row: PriceList) -> dict[str, str]:
    """A list as its form shows it."""
    return {"code": row.code, "name": row.name, "stores": "\n".join(row.stores)}


def new_list_typed() -> dict[str, str]:
    """What the form of a new list begins with."""
    return dict.fromkeys(LIST_FIELDS, "")


def typed_list_in(form: Mapping[str, str]) -> dict[str, str]:
    """What somebody typed of a list."""
    return {name: form.get(name, "").replace("\r\n", "\n").strip() for name in LIST_FIELDS}


def read_list(typed: Mapping[str, str], known: Collection[str]) -> tuple[dict[str, Any], dict[str, Message]]:
    """The values of a list, and of each field that cannot be kept the rule it breaks."""
    values, faults = _read(typed, {"code": _read_list_code, "name": read_name, "stores": _read_stores})
    unknown = next((each for each in values.get("stores", ()) if each not in known), None)
    if unknown is not None:
        faults["stores"] = say("there is no store {store}", store=unknown)
    if "name" in values:
        values["name"] = values["name"] or ""
    return values, faults


def price_typed_of(row: ListPrice, currency: str) -> dict[str, str]:
    """A price as its form shows it."""
    return {
        "number": row.number, "from": _shown(row.starts), "until": _shown(row.ends),
        "price": "" if row.price_minor is None else str(Money(row.price_minor, currency)),
    }  # fmt: skip


def new_price_typed() -> dict[str, str]:
    """What the form of a new price begins with."""
    return dict.fromkeys(PRICE_FIELDS, "")


def typed_price_in(form: Mapping[str, str]) -> dict[str, str]:
    """What somebody typed of a price."""
    return {name: form.get(name, "").strip() for name in PRICE_FIELDS}


def read_price(
    session: Session, typed: Mapping[str, str], currency: str
) -> tuple[dict[str, Any], dict[str, Message]]:
    """The values of a price, and of each field that cannot be kept the rule it breaks."""
    readers = {
        "number": read_code, "from": read_moment, "until": read_moment, "price": needed(amounts_in(currency)),
    }  # fmt: skip
    values, faults = _read(typed, readers)
    number = values.get("number")
    if number and session.scalar(select(Product.id).where(Product.number == number)) is None:
        faults["number"] = say("there is no product {number}", number=number)
    if values.get("until") and values["until"] <= values.get("from", ""):
        faults["until"] = say("it ends before it begins")
    return values, faults


def _read(typed: Mapping[str, str], readers: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Message]]:
    values: dict[str, Any] = {}
    faults: dict[str, Message] = {}
    for name, reader in readers.items():
        try:
            values[name] = reader(typed[name])
        except CellRefused as fault:
            faults[name] = fault.message
    return values, faults


def _read_list_code(text: str) -> str:
    code = read_code(text)
    if "/" in code:
        raise CellRefused("a code has no slash in it")
    return code


def _read_stores(text: str) -> list[str]:
    return sorted({read_code(line) for line in text.splitlines() if line.strip()})


def _shown(moment: str) -> str:
    """A moment as the field for one takes it."""
    return moment.removesuffix("Z").removesuffix(":00")
