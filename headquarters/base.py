"""What every table of headquarters shares: names for constraints, exact rates, and values that are written already."""

import json
from decimal import Decimal
from enum import StrEnum
from typing import Any, cast

from sqlalchemy import JSON, BigInteger, Dialect, Enum, Index, Integer, MetaData, Table, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase

BigKey = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit key on both databases: SQLite numbers rows only in a column called INTEGER."""


class Base(DeclarativeBase):
    """A table. Our own moments are kept as text in UTC, so that they sort on any database; a document's as it says."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {dict[str, Any]: JSON, list[Any]: JSON, str: Text}  # noqa: RUF012 -- SQLAlchemy reads it


class Written(str):
    """A value that is JSON text already, kept as it is."""

    __slots__ = ()


def as_json(value: object) -> str:
    """The JSON text of a value of a column."""
    return value if isinstance(value, Written) else json.dumps(value)


def table_of(model: type[Base]) -> Table:
    """The table of a model, for statements that keep many rows at once."""
    return cast("Table", model.__table__)


def word(kind: type[StrEnum]) -> Enum:
    """A column of words of one kind, kept as plain text on every database."""
    return Enum(
        kind, native_enum=False, length=30, values_callable=lambda words: [each.value for each in words]
    )


class Rate(TypeDecorator[Decimal]):
    """A rate in percent, kept as text so that no database makes a float of it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """What is stored."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """What was stored."""
        return None if value is None else Decimal(value)


def listed_by(*columns: str) -> tuple[Index, ...]:
    """The indexes that a list of a table's rows is sorted and found by; rows that say the same stand by their keys."""
    return tuple([Index(None, column, "id") for column in columns])
