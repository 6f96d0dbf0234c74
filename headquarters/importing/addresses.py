"""The one address that a file brings of a customer, among those that the books have: in its place or behind them."""

from typing import Any
from typing import cast as typed

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Table,
    Text,
    case,
    cast,
    func,
    literal,
    null,
    select,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by

from headquarters.customers.models import Customer
from headquarters.importing.engines import ByEngine, kept_text, merged, object_of

CUSTOMERS = typed("Table", Customer.__table__)


def _path() -> ColumnElement[str]:
    """Where a customer's imported address stands in the list of addresses: behind its end, if it has none."""
    each = func.json_each(CUSTOMERS.c.addresses).table_valued("key", "value")
    own = func.json_extract(each.c.value, "$.id") == CUSTOMERS.c.uuid
    place = select(each.c.key).where(own).limit(1).correlate(CUSTOMERS).scalar_subquery()
    return literal("$[").concat(func.coalesce(cast(place, Text), "#")).concat("]")


def _address_in_list() -> ScalarSelect[Any]:
    """The imported address of a customer of the books, on PostgreSQL; null where they have none."""
    each = func.jsonb_array_elements(cast(CUSTOMERS.c.addresses, JSONB)).column_valued("each")
    own = each.op("->>")(literal("id")) == CUSTOMERS.c.uuid
    return select(cast(each, Text)).where(own).limit(1).correlate(CUSTOMERS).scalar_subquery()


def _known_address() -> ColumnElement[str]:
    extracted = func.json_extract(CUSTOMERS.c.addresses, _path(), type_=Text)
    return ByEngine(extracted, _address_in_list())


def _address(told: ColumnElement[str]) -> ColumnElement[str]:
    """The imported address as it will be: what the file does not say stays."""
    known = func.coalesce(_known_address(), kept_text(no_address(CUSTOMERS.c.uuid)))
    return merged(known, told)


def is_another_address(told: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a file that tells this address says something else than the books."""
    known, then = _known_address(), _address(told)
    return ByEngine(
        func.json(known).is_distinct_from(then), cast(known, JSONB).is_distinct_from(cast(then, JSONB))
    )


def with_address(staged: Table) -> ColumnElement[str]:
    """The addresses of a customer of the books with the staged one, in its place or behind the others."""
    then = _address(staged.c.address)
    kept, told = cast(CUSTOMERS.c.addresses, JSONB), cast(then, JSONB)
    each = func.jsonb_array_elements(kept).table_valued("value", with_ordinality="place").render_derived()
    value = type_coerce(each.c.value, JSONB)
    put = case((value.op("->>")(literal("id")) == CUSTOMERS.c.uuid, told), else_=value)
    replaced = select(func.jsonb_agg(aggregate_order_by(put, each.c.place))).correlate(CUSTOMERS, staged)
    in_place = replaced.scalar_subquery()
    behind = kept.op("||")(func.jsonb_build_array(told))
    return ByEngine(
        func.json_set(kept_text(CUSTOMERS.c.addresses), _path(), func.json(then)),
        cast(case((_address_in_list().is_(None), behind), else_=in_place), Text),
    )


def no_address(id_: ColumnElement[str]) -> ColumnElement[str]:
    """An address that says nothing yet, under the customer's own id."""
    texts = [
        part
        for name in ("name", "phone", "line1", "postcode", "city", "country", "region")
        for part in (name, "")
    ]
    return object_of("id", id_, "purpose", "Home", *texts, "tax_percent", null(), "tax_group", "")
