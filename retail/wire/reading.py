"""Transactions read quickly: by a reader that is made from their models, so that what one may say stands once."""

import re
import types
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

import msgspec
from pydantic.fields import FieldInfo

from retail.wire.base import Part
from retail.wire.uploads import Percent, TransactionDocument

_PLAIN_RATE = re.compile(r"[0-9]{1,4}(\.[0-9]{1,20})?", re.ASCII)
_AS_IT_IS = (str, int, bool, date, types.NoneType)
_LIMITS = ("ge", "le", "gt", "min_length", "max_length", "pattern")


def read_transaction(text: str | bytes) -> TransactionDocument:
    """The transaction in this text, in a fifth of the time its model takes: with the model's fields, not of its class.

    What the quick reader does not take is left to the model, which knows all ways to say a thing and all the words.

    Raises:
        pydantic.ValidationError: a field is missing, unknown or of the wrong type.
    """
    try:
        return cast("TransactionDocument", _READER.decode(text))
    except (msgspec.DecodeError, RecursionError):
        return TransactionDocument.read(text)


class _IsDecimal(type):
    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, Decimal)


class _Rate(metaclass=_IsDecimal):
    """What the reader asks `_rate_of` for: rates are few, and each is made once."""


def _rate_of(kind: type, value: object) -> Decimal:
    if not isinstance(value, str):
        raise TypeError("a rate is written as text")
    return _rate(value)


@lru_cache(maxsize=1000)
def _rate(text: str) -> Decimal:
    if not _PLAIN_RATE.fullmatch(text) or not 0 <= (rate := Decimal(text)) <= 1000:
        raise ValueError("this is no plain rate")
    return rate


def _kind_of(hint: Any) -> Any:
    """What the reader is told for the type of a model's field."""
    if hint == Percent:
        return _Rate
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return Annotated[_kind_of(parts[0]), _limits(parts[1])]
    if origin is tuple and parts[1:] == (...,):
        return tuple[_kind_of(parts[0]), ...]
    if origin in (Union, types.UnionType):
        return Union[tuple([_kind_of(part) for part in parts])]  # noqa: UP007 -- its parts are known only here
    if hint in _AS_IT_IS or origin is Literal:
        return hint
    if isinstance(hint, type) and issubclass(hint, Part):
        return _struct(hint)
    raise TypeError(f"a transaction with a {hint} cannot be read quickly")


def _limits(field: FieldInfo) -> msgspec.Meta:
    said: dict[str, Any] = {}
    for each in field.metadata:
        for name in _LIMITS:
            value = getattr(each, name, None)
            if value is not None:
                # The model's patterns end where the text does; here `$` would let a line end follow.
                said[name] = re.sub(r"\$\Z", r"\\Z", value) if name == "pattern" else value
    return msgspec.Meta(**said)


@lru_cache
def _struct(model: type[Part]) -> type[msgspec.Struct]:
    hints = get_type_hints(model, include_extras=True)
    fields: list[Any] = [
        (name, _kind_of(hints[name])) if field.is_required() else (name, _kind_of(hints[name]), field.default)
        for name, field in model.model_fields.items()
    ]
    return msgspec.defstruct(model.__name__, fields, frozen=True, kw_only=True, forbid_unknown_fields=True)


def reader_of(model: type[Part]) -> msgspec.json.Decoder[Any]:
    """A quick reader of what this model describes.

    Raises:
        TypeError: a field has a type that it does not know; a program with such a document does not start.
    """
    return msgspec.json.Decoder(_struct(model), dec_hook=_rate_of)


_READER = reader_of(TransactionDocument)
