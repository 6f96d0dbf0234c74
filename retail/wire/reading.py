"""Transactions and pages of a feed read quickly: by readers made from their models, so that what one says stands once.

They have the fields of their models and are not of their classes. What a quick reader does not take is left to the
model, which knows all ways to say a thing and all the words of a refusal.
"""

import re
import types
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints

import msgspec
from pydantic.fields import FieldInfo

from retail.wire.base import Part, Reading
from retail.wire.protocol import FeedPage, SharedPage
from retail.wire.tax_codes import Percent
from retail.wire.uploads import TransactionDocument

_PLAIN_RATE = re.compile(r"[0-9]{1,4}(\.[0-9]{1,20})?", re.ASCII)
_AS_IT_IS = (str, int, bool, date, types.NoneType, dict[str, Any])
_LIMITS = ("ge", "le", "gt", "min_length", "max_length", "pattern")


def read_transaction(text: str | bytes) -> TransactionDocument:
    """The transaction in this text, in a quarter of the time its model takes.

    Raises:
        pydantic.ValidationError: a field is missing, unknown or of the wrong type.
    """
    try:
        return cast("TransactionDocument", _TRANSACTION.decode(text))
    except (msgspec.DecodeError, RecursionError):
        return TransactionDocument.read(text)


def read_page(body: bytes) -> FeedPage:
    """The page of a feed in this body.

    Raises:
        pydantic.ValidationError: as above.
    """
    try:
        return cast("FeedPage", _PAGE.decode(body))
    except (msgspec.DecodeError, RecursionError):
        return FeedPage.model_validate_json(body)


def read_shared_page(body: bytes) -> SharedPage:
    """The page of a feed that is the same for whoever asks.

    Raises:
        pydantic.ValidationError: as above.
    """
    try:
        return cast("SharedPage", _SHARED_PAGE.decode(body))
    except (msgspec.DecodeError, RecursionError):
        return SharedPage.model_validate_json(body)


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
        return types.GenericAlias(tuple, (_kind_of(parts[0]), ...))
    if origin in (Union, types.UnionType):
        return Union[tuple([_kind_of(part) for part in parts])]  # noqa: UP007 -- its parts are known only here
    if hint in _AS_IT_IS or origin is Literal:
        return hint
    if isinstance(hint, type) and issubclass(hint, Part | Reading):
        return _struct(hint)
    raise TypeError(f"what has a {hint} cannot be read quickly")


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
def _struct(model: type[Part | Reading]) -> type[msgspec.Struct]:
    hints = get_type_hints(model, include_extras=True)
    fields: list[Any] = [
        (name, _kind_of(hints[name])) if field.is_required() else (name, _kind_of(hints[name]), field.default)
        for name, field in model.model_fields.items()
    ]
    is_strict = model.model_config.get("extra") == "forbid"
    return msgspec.defstruct(
        model.__name__, fields, frozen=True, kw_only=True, forbid_unknown_fields=is_strict, gc=False
    )


def reader_of(model: type[Part | Reading]) -> msgspec.json.Decoder[Any]:
    """A quick reader of what this model describes.

    Raises:
        TypeError: a field has a type that it does not know; a program with such a document does not start.
    """
    return msgspec.json.Decoder(_struct(model), dec_hook=_rate_of)


_TRANSACTION, _PAGE = reader_of(TransactionDocument), reader_of(FeedPage)
_SHARED_PAGE = reader_of(SharedPage)
