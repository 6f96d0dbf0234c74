"""The ground both sets of models stand on: one metadata a file, every constraint with a name."""

from sqlalchemy import MetaData, Text
from sqlalchemy.orm import DeclarativeBase

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""Batch migrations find a constraint by its name alone, so none is left to the database."""

TYPES = {str: Text}
"""STRICT tables know TEXT and INTEGER: a float or a text never gets into a column of amounts."""

STRICT = {"sqlite_strict": True}
CLUSTERED = {"sqlite_strict": True, "sqlite_with_rowid": False}
"""Rows lie in the order of their key, without a second tree beside them."""
NUMBERED = {"sqlite_strict": True, "sqlite_autoincrement": True}
"""A number is never used again, so that a cursor may follow it over a purge."""


class JournalBase(DeclarativeBase):
    """The tables of journal.db."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = TYPES


class CatalogBase(DeclarativeBase):
    """The tables of catalog.db."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = TYPES
