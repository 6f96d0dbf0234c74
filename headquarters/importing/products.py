"""Products from a file: compared with the books by number, changed as a set, and published."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from typing import cast as typed

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    TableValuedAlias,
    Text,
    and_,
    case,
    delete,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    type_coerce,
    union,
    update,
)

from headquarters.catalog.models import Product, ProductCode
from headquarters.catalog.naming import NO_SUCH, OWN_UNIT, TWO_TAXES, Names, are_known
from headquarters.importing import prices
from headquarters.importing.cells import (
    Reader,
    amounts_in,
    read_code,
    read_codes,
    read_first_code,
    read_flag,
    read_name,
    read_rate,
)
from headquarters.importing.columns import Field, Taken, missing
from headquarters.importing.engines import json_flag, json_of, kept_text, merged, object_of, to_keep
from headquarters.importing.errors import CellRefused
from headquarters.importing.kinds import as_read
from headquarters.importing.packs import packs_in
from headquarters.importing.prices import BARCODE_NAMES, NUMBER_NAMES, PRICE_NAMES, apply_prices, plan_prices
from headquarters.importing.publishing import publish_rows
from headquarters.importing.staging import (
    FLAG,
    Arrange,
    Staging,
    count_of,
    count_planned,
    planned_table,
    staged_table,
)
from retail.messages import Message

STAGED = staged_table(
    "staged_products", "number",
    Column("name", Text), Column("tax_percent", Text), Column("barcodes", Text), Column("sellable", FLAG),
    Column("key_in_price", FLAG), Column("line_charge_minor", BigInteger), Column("price_minor", BigInteger),
    Column("asks_serial", FLAG), Column("category", Text), Column("revenue_recognition", FLAG),
    Column("item_tax_group", Text), Column("unit", Text), Column("packs", Text),
)  # fmt: skip
PLANNED = planned_table("planned_products")
_CHUNK = 500

_TABLE = typed("Table", Product.__table__)
_DEFAULTS = {
    "name": "", "tax_percent": None, "barcodes": "[]", "sellable": True, "key_in_price": False, "line_charge_minor": 0,
    "asks_serial": False,
    "category": "", "revenue_recognition": False, "item_tax_group": "", "unit": "",
    "packs": "[]",
}  # fmt: skip
_LISTS = ("barcodes", "packs")
_NAMES = (
    "name", "productname", "itemname", "articlename", "title", "varenavn", "artikkelnavn", "navn", "artikelnaam",
    "productnaam", "naam", "omschrijving", "beskrivelse", "description",
)  # fmt: skip
_CATEGORY_NAMES = ("category", "productcategory", "kategori", "varegruppe", "categorie", "productgroep")
_GROUP_NAMES = ("itemtaxgroup", "itemsalestaxgroup", "varemvagruppe", "artikelbtwgroep")
_TAX_NAMES = (
    "tax", "taxpercent", "taxrate", "vat", "vatpercent", "vatrate", "mva", "mvaprosent", "mvasats", "btw",
    "btwpercentage",
)  # fmt: skip


class Products:
    """Products, with their prices where the file has them."""

    staged = STAGED
    key = "number"

    def __init__(self, currency: str, names: Names | None = None) -> None:
        names = names or Names()
        read_amount = amounts_in(currency)
        self.fields = (
            Field("number", (*NUMBER_NAMES, "id"), "number", read_code),
            Field("name", _NAMES, "name", read_name),
            Field("barcode", BARCODE_NAMES, "barcodes", read_codes),
            Field("price", PRICE_NAMES, "price_minor", read_amount),
            Field("tax", _TAX_NAMES, "tax_percent", read_rate),
            Field("sellable", ("sellable", "forsale", "tilsalgs", "verkoopbaar"), "sellable", read_flag),
            Field("key_in_price", ("keyinprice", "openprice"), "key_in_price", read_flag),
            Field("line_charge", ("linecharge",), "line_charge_minor", read_amount),
            Field("asks_serial", ("asksserial", "serialnumber", "serienummer"), "asks_serial", read_flag),
            Field(
                "category",
                ("category", "productcategory", "kategori", "varegruppe", "categorie"),
                "category",
                read_name,
            ),
            Field("revenue_recognition", ("revenuerecognition",), "revenue_recognition", read_flag),
            Field("item_tax_group", _GROUP_NAMES, "item_tax_group", _named(names.groups)),
            Field(
                "unit",
                ("unit", "salesunit", "enhet", "salgsenhet", "eenheid", "verkoopeenheid"),
                "unit",
                _named(names.units),
            ),
            Field("packs", ("packs", "pakninger", "verpakkingen"), "packs", packs_in(currency, names.units)),
        )

    def choose(self, taken: Sequence[Taken], header: Sequence[str]) -> list[Taken]:
        """What the file has. Without a number the barcode is the number; a name is needed."""
        found = {each.field.name: each for each in taken}
        if "number" not in found:
            if "barcode" not in found:
                raise missing("number", header)
            number = replace(self.fields[0], read=read_first_code)
            found = {"number": replace(found["barcode"], field=number)} | found
        if "name" not in found:
            raise missing("name", header)
        return list(found.values())

    def arrange(self, taken: Sequence[Taken]) -> tuple[list[str], Arrange]:
        """As they were read."""
        return [each.field.column for each in taken], as_read

    def plan(self, connection: Connection, staging: Staging) -> None:
        """Leave out what says two things that cannot be together, with what the books say; find the products that are
        new, and those of which a cell says something else than the books.
        """
        _leave_out_clashing(connection, staging)
        differs = or_(*[
            and_(STAGED.c[name].is_not(None), known.is_distinct_from(STAGED.c[name]))
            for name, known in _known().items()
        ])  # fmt: skip
        found = (
            select(STAGED.c.line, _TABLE.c.id)
            .select_from(STAGED.outerjoin(_TABLE, _TABLE.c.number == STAGED.c.number))
            .where(or_(_TABLE.c.id.is_(None), differs))
            .order_by(STAGED.c.number)
        )
        connection.execute(PLANNED.delete())
        connection.execute(insert(PLANNED).from_select(["line", "id"], found))
        plan_prices(connection, STAGED)

    def counts(self, connection: Connection) -> tuple[int, int]:
        """New products, and known ones of which something changes, be it the price."""
        new, _ = count_planned(connection, PLANNED)
        lines = union(select(PLANNED.c.line), select(prices.PLANNED.c.line)).subquery()
        return new, count_of(connection, select(func.count()).select_from(lines)) - new

    def apply(self, connection: Connection, at: str) -> None:
        """Keep and publish what is new or differs; prices after their products."""
        planned = PLANNED.join(STAGED, STAGED.c.line == PLANNED.c.line)
        values = [_kept(name, func.coalesce(STAGED.c[name], default)) for name, default in _DEFAULTS.items()]
        new = select(STAGED.c.number, *values).select_from(planned).where(PLANNED.c.id.is_(None))
        connection.execute(insert(Product).from_select(["number", *_DEFAULTS], new.order_by(PLANNED.c.place)))
        kept = {name: _kept(name, func.coalesce(STAGED.c[name], known)) for name, known in _known().items()}
        connection.execute(
            update(_TABLE).where(_TABLE.c.id == PLANNED.c.id, STAGED.c.line == PLANNED.c.line).values(kept)
        )
        self._find_by_codes(connection)
        in_books = planned.join(_TABLE, _TABLE.c.number == STAGED.c.number)
        rows = select(_TABLE.c.number).select_from(in_books).order_by(PLANNED.c.place)
        publish_rows(connection, "products", _TABLE.c.number, _value(), rows)
        apply_prices(connection, STAGED)

    @staticmethod
    def _find_by_codes(connection: Connection) -> None:
        """Note by which barcodes the products of the plan are found."""
        planned = PLANNED.join(STAGED, STAGED.c.line == PLANNED.c.line)
        known = select(STAGED.c.number).select_from(planned).where(PLANNED.c.id.is_not(None))
        connection.execute(delete(ProductCode).where(ProductCode.number.in_(known)))
        table = planned.join(_TABLE, _TABLE.c.number == STAGED.c.number)
        each: TableValuedAlias
        if connection.dialect.name == "sqlite":
            each = func.json_each(_TABLE.c.barcodes).table_valued("value")
        else:
            each = func.json_array_elements_text(_TABLE.c.barcodes).table_valued("value").render_derived()
        codes = select(each.c.value, STAGED.c.number).select_from(table.join(each, true())).distinct()
        connection.execute(insert(ProductCode).from_select(["code", "number"], codes))


def _named(known: frozenset[str]) -> Reader:
    """The reader of the name of something that is set up."""

    def read(cell: str) -> str | int | None:
        name = read_name(cell)
        if name is not None and not are_known([name], known):
            raise CellRefused(NO_SUCH)
        return name

    return read


def _leave_out_clashing(connection: Connection, staging: Staging) -> None:
    """Reject products with a rate of their own and a group, or with a pack of their own unit, as they would be then."""
    said, known = STAGED.c, _known()
    now = {
        name: func.coalesce(said[name], known[name], "")
        for name in ("item_tax_group", "tax_percent", "unit", "packs")
    }
    found = STAGED.outerjoin(_TABLE, _TABLE.c.number == said.number)
    _leave_out(
        staging, "item_tax_group", now["item_tax_group"], TWO_TAXES,
        select(said.line).select_from(found).where(now["item_tax_group"] != "", now["tax_percent"] != ""),
    )  # fmt: skip
    packed = select(said.line, now["unit"], now["packs"]).select_from(found)
    says_it = or_(said.unit.is_not(None), said.packs.is_not(None))
    packed = packed.where(says_it, now["unit"] != "", now["packs"].not_in(("", "[]")))
    own = [
        line
        for line, unit, packs in connection.execute(packed)
        if unit in [each["unit"] for each in json.loads(packs)]
    ]
    for start in range(0, len(own), _CHUNK):
        _leave_out(staging, "packs", now["packs"], OWN_UNIT, own[start : start + _CHUNK])


def _leave_out(
    staging: Staging, title: str, value: ColumnElement[Any], rule: str, lines: Select[Any] | Sequence[int]
) -> None:
    found = STAGED.outerjoin(_TABLE, _TABLE.c.number == STAGED.c.number)
    rows = select(STAGED.c.line, literal(title), value, literal(staging.words(Message(rule))))
    staging.leave_out(rows.select_from(found).where(STAGED.c.line.in_(lines)))


def _known() -> dict[str, ColumnElement[Any]]:
    """What the books say, as text and numbers, as it is staged."""
    known = {name: type_coerce(_TABLE.c[name], STAGED.c[name].type) for name in _DEFAULTS}
    return known | {name: kept_text(_TABLE.c[name]) for name in _LISTS}


def _kept(name: str, value: ColumnElement[Any]) -> ColumnElement[Any]:
    """What is staged, as the books keep it."""
    return to_keep(value) if name in _LISTS else value


def _value() -> ColumnElement[str]:
    """A product as registers read it: `retail.wire.feeds.ProductRow`."""
    table = _TABLE.c
    parts = (
        "number", table.number, "name", table.name, "tax_percent", type_coerce(table.tax_percent, Text),
        "barcodes", json_of(kept_text(table.barcodes)), "sellable", json_flag(table.sellable),
        "key_in_price", json_flag(table.key_in_price), "line_charge_minor", table.line_charge_minor,
        "asks_serial", json_flag(table.asks_serial),
        "category", table.category, "revenue_recognition", json_flag(table.revenue_recognition),
    )  # fmt: skip
    plain = object_of(*parts)
    said = (
        (table.picture != "", ("picture", table.picture)),
        (table.unit != "", ("unit", table.unit)),
        (kept_text(table.packs) != "[]", ("packs", json_of(kept_text(table.packs)))),
        (
            table.item_tax_group != "",
            (
                "item_tax_group", table.item_tax_group, "sellable_by_group", json_flag(table.sellable),
                "sellable", json_flag(false()),
            ),
        ),
    )  # fmt: skip
    more = plain
    for is_said, each in said:
        more = merged(kept_text(more), kept_text(case((is_said, object_of(*each)), else_=object_of())))
    return case((or_(*[is_said for is_said, _ in said]), more), else_=plain)
