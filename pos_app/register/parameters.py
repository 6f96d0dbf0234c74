"""Reading the parameters of a call by their kinds; what is unknown or of the wrong type is refused by name."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pos_app.operations.registry import Kind, Params
from retail.errors import RuleBroken
from retail.messages import Message, say
from retail.money import AmountUnreadable, parse_amount
from retail.quantity import ONE, QuantityUnreadable, parse_quantity

TEXT_MAX = 10_000
ADDRESS_FIELDS = frozenset(
    {"purpose", "name", "phone", "line1", "postcode", "city", "country", "region", "tax_percent", "tax_group"}
)


def read_params(kinds: Mapping[str, Kind], given: Mapping[str, object], currency: str) -> Params:
    """The parameters as their handler gets them; those not given, or given as None, are left out.

    Raises:
        RuleBroken: names the parameter that is unknown, of another type, or cannot be read.
    """
    for name in given:
        if name not in kinds:
            raise RuleBroken("There is no parameter {name} here. Leave it out.", name=name)
    read: dict[str, Any] = {}
    for name, value in given.items():
        kind = kinds[name]
        if value is None or (value == "" and kind in _TYPED_AMOUNTS):
            continue
        read[name] = _READERS[kind](name, value, currency)
    return read


_TYPED_AMOUNTS = (Kind.AMOUNT, Kind.QUANTITY, Kind.PERCENT, Kind.DATE, Kind.ADDRESS)


def _text(name: str, value: object, currency: str) -> str:
    if not isinstance(value, str):
        raise _wrong(name, say("a text"))
    if len(value) > TEXT_MAX:
        raise RuleBroken(
            "{name} is too long: at most {longest} characters. Make it shorter.", name=name, longest=TEXT_MAX
        )
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        # Half a character: nothing can keep it, look it up or show it.
        raise RuleBroken("{name} has characters that cannot be read. Type it again.", name=name)
    return value


def _amount(name: str, value: object, currency: str) -> int:
    try:
        return parse_amount(_text(name, value, currency), currency)
    except AmountUnreadable as fault:
        raise RuleBroken("{fault}. Type the amount again.", fault=fault.message) from None


def _quantity(name: str, value: object, currency: str) -> int:
    try:
        return parse_quantity(_text(name, value, currency))
    except QuantityUnreadable as fault:
        raise RuleBroken("{fault}. Type the quantity again.", fault=fault.message) from None


def _percent(name: str, value: object, currency: str) -> Decimal:
    try:
        return Decimal(parse_quantity(_text(name, value, currency))) / ONE
    except QuantityUnreadable:
        raise RuleBroken("'{percent}' is not a share. Type 0 to 100.", percent=value) from None


def _date(name: str, value: object, currency: str) -> date:
    try:
        return date.fromisoformat(_text(name, value, currency))
    except ValueError:
        raise RuleBroken("'{day}' is not a date. Choose it again.", day=value) from None


def _amounts(name: str, value: object, currency: str) -> dict[str, int]:
    if not isinstance(value, Mapping):
        raise _wrong(name, say("amounts by their kind"))
    return {str(each): _amount(f"{name}.{each}", amount, currency) for each, amount in value.items()}


def _number(name: str, value: object, currency: str) -> int:
    if type(value) is not int:
        raise _wrong(name, say("a whole number"))
    return value


def _numbers(name: str, value: object, currency: str) -> tuple[int, ...]:
    if not isinstance(value, list | tuple) or any(type(each) is not int for each in value):
        raise _wrong(name, say("a list of whole numbers"))
    return tuple(value)


def _flag(name: str, value: object, currency: str) -> bool:
    if type(value) is not bool:
        raise _wrong(name, say("true or false"))
    return value


def _texts(name: str, value: object, currency: str) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise _wrong(name, say("texts by their names"))
    return {str(each): _text(f"{name}.{each}", text, currency) for each, text in value.items()}


def _fields(name: str, value: object, currency: str) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise _wrong(name, say("the fields of an address"))
    fields = {str(field): _text(f"{name}.{field}", text, currency) for field, text in value.items()}
    unknown = sorted(fields.keys() - ADDRESS_FIELDS)
    if unknown:
        raise RuleBroken("An address has no field {field}.", field=unknown[0])
    return fields


def _address(name: str, value: object, currency: str) -> str | dict[str, str]:
    return value if isinstance(value, str) else _fields(name, value, currency)


def _addresses(name: str, value: object, currency: str) -> tuple[dict[str, str], ...]:
    if not isinstance(value, list | tuple):
        raise _wrong(name, say("a list of addresses"))
    return tuple(_fields(name, each, currency) for each in value)


def _quantities(name: str, value: object, currency: str) -> dict[int, int]:
    if not isinstance(value, Mapping):
        raise _wrong(name, say("quantities by line"))
    return {_line(name, line): _any_quantity(name, text) for line, text in value.items()}


def _items(name: str, value: object, currency: str) -> tuple[dict[str, Any], ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(each, Mapping) for each in value):
        raise _wrong(name, say("a list of lines with quantity and reason"))
    return tuple(
        {
            "line": _line(name, each.get("line")),
            "quantity": _any_quantity(name, each.get("quantity", "1")),
            "reason": _text(name, each.get("reason", ""), currency),
            "serials": _serials(name, {"1": each.get("serials", ())}, currency)[1],
        }
        for each in value
    )


def _jobs(name: str, value: object, currency: str) -> dict[str, dict[int, int | None]]:
    """Lines of several orders, each with its quantity or "" for all that is left of it."""
    if not isinstance(value, Mapping) or not all(isinstance(each, Mapping) for each in value.values()):
        raise _wrong(name, say("lines by their order"))
    return {
        str(order): {
            _line(name, line): None if text == "" else _any_quantity(name, text)
            for line, text in lines.items()
        }
        for order, lines in value.items()
    }


def _serials(name: str, value: object, currency: str) -> dict[int, tuple[str, ...]]:
    if not isinstance(value, Mapping) or not all(isinstance(each, list | tuple) for each in value.values()):
        raise _wrong(name, say("serial numbers by line"))
    return {
        _line(name, line): tuple([_text(name, each, "") for each in serials])
        for line, serials in value.items()
    }


def _line(name: str, value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 9:
        return int(value)
    if type(value) is int:
        return value
    raise _wrong(name, say("lines by their numbers"))


def _any_quantity(name: str, value: object) -> int:
    """A quantity that may be nothing, so that the rules can say what is wrong with it."""
    text = _text(name, value, "")
    return 0 if text.strip().strip("0.,") == "" and text.strip() else _quantity(name, text, "")


def _wrong(name: str, wanted: Message) -> RuleBroken:
    return RuleBroken("{name} must be {wanted}.", name=name, wanted=wanted)


_READERS: Mapping[Kind, Callable[[str, object, str], Any]] = {
    Kind.TEXT: _text,
    Kind.CHOICE: _text,
    Kind.PIN: _text,
    Kind.AMOUNT: _amount,
    Kind.AMOUNTS: _amounts,
    Kind.QUANTITY: _quantity,
    Kind.PERCENT: _percent,
    Kind.DATE: _date,
    Kind.NUMBER: _number,
    Kind.NUMBERS: _numbers,
    Kind.FLAG: _flag,
    Kind.ADDRESS: _address,
    Kind.ADDRESSES: _addresses,
    Kind.FIELDS: _texts,
    Kind.QUANTITIES: _quantities,
    Kind.ITEMS: _items,
    Kind.JOBS: _jobs,
    Kind.SERIALS: _serials,
}
