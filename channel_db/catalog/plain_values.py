"""Values of a feed read as plain dicts, as strictly as its model would.

Making a model of each costs three times as much, which a first load of a million rows feels.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic_core import SchemaValidator, core_schema

from retail.wire.base import Reading
from retail.wire.feeds import PackRow

_SCHEMAS: Mapping[Any, core_schema.CoreSchema] = {
    str: core_schema.str_schema(),
    int: core_schema.int_schema(),
    bool: core_schema.bool_schema(),
    int | None: core_schema.nullable_schema(core_schema.int_schema()),
    tuple[str, ...]: core_schema.list_schema(core_schema.str_schema()),
    Decimal | None: core_schema.nullable_schema(
        core_schema.str_schema(pattern=r"^-?[0-9]{1,20}(\.[0-9]{1,10})?$")
    ),
}
"""How each kind of field looks in JSON that was read; rates are texts there."""


def _schema_of(kind: Any) -> core_schema.CoreSchema:
    if kind == tuple[PackRow, ...]:
        return core_schema.list_schema(_value_schema(PackRow))
    return _SCHEMAS[kind]


def _value_schema(model: type[Reading]) -> core_schema.CoreSchema:
    fields = {}
    for name, field in model.model_fields.items():
        schema = _schema_of(field.annotation)
        if not field.is_required():
            schema = core_schema.with_default_schema(schema, default=field.default)
        fields[name] = core_schema.typed_dict_field(schema, required=field.is_required())
    return core_schema.typed_dict_schema(fields, strict=True, extra_behavior="ignore")


class PlainValues:
    """Proves values of one model. What it lets pass the model would too; what it does not, the model may still take."""

    def __init__(self, model: type[Reading]) -> None:
        self._validator = SchemaValidator(core_schema.list_schema(_value_schema(model), strict=True))

    def proved(self, values: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The values with their known fields alone, and the defaults of those that are missing.

        Raises:
            pydantic.ValidationError: one of them is not plainly what the model promises.
        """
        found: list[dict[str, Any]] = self._validator.validate_python(values, strict=True)
        return found
