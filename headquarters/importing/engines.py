"""Expressions about JSON that each of the two databases writes in its own way."""

from typing import Any

from sqlalchemy import JSON, ColumnElement, Text, case, cast, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

Expression = ColumnElement[Any]


class ByEngine(FunctionElement[Any]):
    """One thing said twice: first as SQLite reads it, then as PostgreSQL does."""

    name = "by_engine"
    inherit_cache = True


@compiles(ByEngine)
def _on_sqlite(element: ByEngine, compiler: SQLCompiler, **more: Any) -> str:
    return str(compiler.process(element.clauses.clauses[0], **more))


@compiles(ByEngine, "postgresql")
def _on_postgresql(element: ByEngine, compiler: SQLCompiler, **more: Any) -> str:
    return str(compiler.process(element.clauses.clauses[1], **more))


def kept_text(column: Expression) -> Expression:
    """The JSON text that a column holds."""
    return cast(column, Text)


def json_of(text: Expression) -> Expression:
    """The JSON value that a text writes, as a part of another."""
    return ByEngine(func.json(text), cast(text, JSON))


def to_keep(text: Expression) -> Expression:
    """A JSON text as a column of JSON takes it."""
    return ByEngine(text, cast(text, JSON))


def json_flag(column: Expression) -> Expression:
    """A flag as JSON's true or false; SQLite keeps a number."""
    return ByEngine(func.json(case((column, "true"), else_="false")), column)


def object_of(*parts: Any) -> Expression:
    """An object of names and values, in turn."""
    return ByEngine(func.json_object(*parts), func.json_build_object(*parts))


def merged(text: Expression, over: Expression) -> Expression:
    """An object with the parts of another in it, as JSON."""
    both = cast(text, JSONB).op("||")(cast(over, JSONB))
    return ByEngine(func.json_patch(text, over), cast(both, JSON))


def list_of(value: Expression) -> Expression:
    """The text of a list with one value in it."""
    return ByEngine(func.json_array(value), cast(func.json_build_array(value), Text))
