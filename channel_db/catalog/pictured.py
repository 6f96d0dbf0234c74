"""Which product has which picture, by its digest. It stands beside the products: most have none."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy import text as sql
from sqlalchemy.dialects.sqlite import insert

from channel_db.catalog.models import PictureRow
from channel_db.statements import Statement, as_json

_ANY = Statement(select(PictureRow.number).limit(1))
_ADD = Statement(insert(PictureRow).values(number=bindparam("number"), digest=bindparam("digest")))
_DROP = Statement(
    delete(PictureRow).where(
        sql("number IN (SELECT value FROM json_each(:keys))").bindparams(bindparam("keys"))
    )
)
_FORGET = Statement(delete(PictureRow))
_ONE = Statement(select(PictureRow.digest).where(PictureRow.number == bindparam("wanted")))
_ALL = Statement(select(PictureRow.digest).distinct())


def keep(connection: Connection, values: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep which of these products, as headquarters told of them, have a picture."""
    drop(connection, values.keys())
    pictured = [
        {"number": key, "digest": value["picture"]} for key, value in values.items() if value.get("picture")
    ]
    _ADD.run_all(connection, pictured)


def drop(connection: Connection, numbers: Collection[str]) -> None:
    """These products have no picture any more."""
    if numbers and _ANY.run(connection).first() is not None:
        _DROP.run(connection, keys=as_json(numbers))


def forget(connection: Connection) -> None:
    """No product has a picture any more."""
    _FORGET.run(connection)


def picture_of(connection: Connection, number: str) -> str:
    """The digest of a product's picture; empty where it has none."""
    return _ONE.run(connection, wanted=number).scalar() or ""


def all_pictures(connection: Connection) -> set[str]:
    """The digests of all pictures that products have."""
    return set(_ALL.run(connection).scalars())
