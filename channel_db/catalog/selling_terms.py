"""By which item sales tax group, unit and packs a product is sold: beside the products, as most say none of it."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy import text as sql

from channel_db.catalog.asking import ask
from channel_db.catalog.listed import Moment, now_priced
from channel_db.catalog.models import PackCodeRow, SellingTermsRow
from channel_db.statements import Statement, as_json, insertion
from retail.units import Pack, in_stock_unit

_KEYS = sql("number IN (SELECT value FROM json_each(:keys))").bindparams(bindparam("keys"))
_ANY = Statement(select(SellingTermsRow.number).limit(1))
_ADD = insertion(SellingTermsRow.__table__, "number", "item_tax_group", "sellable", "unit", "packs")
_ADD_CODE = insertion(PackCodeRow.__table__, "code", "number", "unit")
_DROP = (Statement(delete(SellingTermsRow).where(_KEYS)), Statement(delete(PackCodeRow).where(_KEYS)))
_FORGET = (Statement(delete(SellingTermsRow)), Statement(delete(PackCodeRow)))
_BY_CODE = Statement(
    select(PackCodeRow.number, PackCodeRow.unit)
    .where(PackCodeRow.code == bindparam("code"))
    .order_by(PackCodeRow.number, PackCodeRow.unit)
)


def keep(connection: Connection, values: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep by what these products, as headquarters told of them, are taxed, counted and packed."""
    drop(connection, values.keys())
    told = {
        key: value
        for key, value in values.items()
        if value.get("item_tax_group") or value.get("unit") or value.get("packs")
    }
    _ADD.run_all(connection, [_row(key, value) for key, value in told.items()])
    _ADD_CODE.run_all(
        connection,
        [
            {"code": code, "number": key, "unit": pack["unit"]}
            for key, value in told.items()
            for pack in value.get("packs", ())
            for code in dict.fromkeys(pack.get("barcodes", ()))
        ],
    )


def drop(connection: Connection, numbers: Collection[str]) -> None:
    """These products say none of it any more."""
    if numbers and _ANY.run(connection).first() is not None:
        for statement in _DROP:
            statement.run(connection, keys=as_json(numbers))


def forget(connection: Connection) -> None:
    """No product says any of it any more."""
    for statement in _FORGET:
        statement.run(connection)


def packs_of_code(connection: Connection, code: str) -> list[tuple[str, str]]:
    """The products and units that a code means as a pack; nothing for most."""
    return [(number, unit) for number, unit in ask(connection, _BY_CODE.sql, (code,))]


def packs_in(
    packs: str | None, number: str, price_minor: int | None, listed: str | None, moment: Moment
) -> tuple[Pack, ...]:
    """The packs of a product: each at its price of a list, its own, or that of so many of the product."""
    if not packs or packs == "[]":
        return ()
    return tuple([_pack(pack, number, price_minor or 0, listed, moment) for pack in json.loads(packs)])


def codes_of_pack(packs: str, unit: str) -> tuple[str, ...]:
    """The codes of the pack of this unit."""
    return tuple(
        [code for pack in json.loads(packs) if pack["unit"] == unit for code in pack.get("barcodes", ())]
    )


def _pack(pack: Mapping[str, Any], number: str, price_minor: int, listed: str | None, moment: Moment) -> Pack:
    contains, own = pack["contains_thousandths"], pack.get("price_minor")
    if own is None:
        own = in_stock_unit(price_minor, contains)
    price, _list = now_priced(number, own, listed, moment, pack["unit"])
    return Pack(pack["unit"], contains, own if price is None else price)


def _row(key: str, value: Mapping[str, Any]) -> dict[str, Any]:
    """One with an item sales tax group travels as not for sale, for registers that know no such groups, and says beside
    it whether it is.
    """
    group = value.get("item_tax_group", "")
    sellable = value.get("sellable_by_group", False) if group else value.get("sellable", True)
    return {
        "number": key, "item_tax_group": group, "sellable": int(sellable), "unit": value.get("unit", ""),
        "packs": json.dumps(value.get("packs", [])),
    }  # fmt: skip
