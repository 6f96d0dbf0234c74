"""Statements written out once for each engine, for what every register asks every few seconds."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, CursorResult, Dialect, Select


class WrittenOut:
    """One SELECT as text; its parameters are given by name, and bound as they are."""

    def __init__(self, construct: Select[*tuple[Any, ...]]) -> None:
        self._construct = construct
        self._texts: dict[str, tuple[str, tuple[str, ...] | None, Mapping[str, Any]]] = {}

    def run(self, connection: Connection, **values: Any) -> CursorResult[*tuple[Any, ...]]:
        """Run it once."""
        name = connection.dialect.name
        if name not in self._texts:
            compiled = self._construct.compile(dialect=connection.dialect)
            constants = {
                key: _as_kept(bind, connection.dialect)
                for key, bind in compiled.binds.items()
                if not bind.required
            }
            places = None if compiled.positiontup is None else tuple(compiled.positiontup)
            self._texts[name] = (str(compiled), places, constants)
        text, places, always = self._texts[name]
        given = {**always, **values} if always else values
        return connection.exec_driver_sql(
            text, given if places is None else tuple([given[each] for each in places])
        )


def _as_kept(bind: BindParameter[Any], dialect: Dialect) -> Any:
    """A value that stands in the statement itself, as the driver takes it."""
    convert = bind.type.dialect_impl(dialect).bind_processor(dialect)
    return bind.value if convert is None else convert(bind.value)
