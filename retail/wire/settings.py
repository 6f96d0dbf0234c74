"""Store settings on their way down: written by headquarters, read by the register, unknown keys ignored."""

import json
from dataclasses import fields

from pydantic import TypeAdapter

from retail.settings import StoreSettings
from retail.wire.base import Json

_ADAPTER = TypeAdapter(StoreSettings)
_KNOWN = {each.name for each in fields(StoreSettings)}


def settings_values(settings: StoreSettings) -> Json:
    """The settings as JSON values; rates as text, so that they stay exact."""
    values: Json = _ADAPTER.dump_python(settings, mode="json")
    return values


def settings_of(values: Json) -> StoreSettings:
    """Settings from JSON values.

    Raises:
        pydantic.ValidationError: a value is of the wrong type, or one that no store can have.
    """
    known = {name: value for name, value in values.items() if name in _KNOWN}
    return _ADAPTER.validate_json(json.dumps(known), strict=True)
