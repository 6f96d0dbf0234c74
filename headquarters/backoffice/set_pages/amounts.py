"""The field of an amount: 15.00 is typed and shown in the currency of the row, and kept in its minor units."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette_admin import BaseField, IntegerField, RequestAction
from starlette_admin.filters import FilterGroup

from headquarters.backoffice.languages import translated, worded
from headquarters.backoffice.notation import amount
from headquarters.drafts.amounts import currency_by
from headquarters.office.refusals import refuse
from retail.messages import Message, phrase, say
from retail.money import MINOR_MAX, AmountUnreadable, Money, parse_amount
from retail.shortening import TYPED_MAX, shorten

EXAMPLE = 1500
HINT = phrase("Stores have several currencies. Where this row names none, type 1500 for 15.00.")


@dataclass(frozen=True, slots=True)
class Mistyped:
    """What was typed and is no amount, and why."""

    typed: str
    why: Message

    def __str__(self) -> str:
        return self.typed


@dataclass
class AmountField(IntegerField):
    """An amount of at `most` so many minor units; of what names no currency, while stores have several, it is typed
    in minor units.
    """

    input_type: str = "text"
    form_template: str = "amount.html"
    most: int = MINOR_MAX
    is_hinted: bool = True

    def __post_init__(self) -> None:
        """Refuse what is no amount."""
        super().__post_init__()
        self.validators = [_check]

    async def parse_obj(self, request: Request, obj: Any) -> Any:
        """The minor units; the currency they are shown in is that of the row."""
        request.state.amounts_in = currency_of(request, in_row(obj))
        return await super().parse_obj(request, obj)

    async def parse_form_data(self, request: Request, form_data: FormData) -> Any:
        """The minor units, or what was typed instead; None for nothing at all."""
        request.state.amounts_in = currency_of(request, form_data)
        typed = str(form_data.get(self.id) or "").strip()
        return read_amount(typed, request.state.amounts_in, self.most) if typed else None

    async def serialize_value(self, request: Request, value: Any) -> str:
        """The amount as it is typed; in minor units, where it is only read, with these words."""
        said = self.typed(request, value)
        action: RequestAction = request.state.action
        if action.is_form() or action == RequestAction.EXPORT:
            return said
        if request.state.amounts_in and isinstance(value, int):
            return amount(request.state.visitor.language, Money(value, request.state.amounts_in))
        if request.state.amounts_in:
            return said
        return translated(request.state.visitor.language, "{amount} (minor units)", amount=said)

    def typed(self, request: Request, value: Any) -> str:
        """What stands in the form: also what was typed and refused."""
        return amount_in(request.state.amounts_in, value) if isinstance(value, int) else str(value)

    def told(self, request: Request) -> BaseField:
        """The same with the hint that it needs while stores have several currencies."""
        hinted = copy(self)
        if self.is_hinted and not currency_of(request, {}):
            hint = translated(request.state.visitor.language, HINT)
            hinted.help_text = f"{self.help_text} {hint}" if self.help_text else hint
        return hinted


def currency_of(request: Request, said: Mapping[str, Any]) -> str:
    """The currency of a row, or of all stores where it names none; "" where they have several."""
    state = request.state
    if not hasattr(state, "currencies"):  # each is asked for once a request, however many rows there are
        state.currencies = {}
    own, store = (str(said.get(name) or "").strip() for name in ("currency", "store"))
    if (own, store) not in state.currencies:
        state.currencies[own, store] = currency_by(state.session, own, store)
    found: str = state.currencies[own, store]
    return found


def in_row(row: Any) -> dict[str, Any]:
    """What of a row says which currency it is of."""
    return {name: getattr(row, name, "") for name in ("currency", "store")}


def amount_in(currency: str, minor: int) -> str:
    """An amount as it is typed; in minor units where there is no currency."""
    return str(Money(minor, currency)) if currency else str(minor)


def read_amount(typed: str, currency: str, most: int = MINOR_MAX) -> int | Mistyped:
    """The minor units of what was typed; where there is no currency, it is they that are typed."""
    shown = shorten(typed, TYPED_MAX)
    try:
        minor = parse_amount(typed, currency) if currency else _whole(typed)
    except AmountUnreadable as unreadable:
        fault = unreadable.message
    else:
        if 0 <= minor <= most:
            return minor
        fault = say("'{typed}' is negative", typed=shown)
        if minor > most:
            fault = say(
                "'{typed}' is over the limit of {limit}", typed=shown, limit=amount_in(currency, most)
            )
    example = amount_in(currency, EXAMPLE)
    return Mistyped(typed, say("{fault}. Type it like {example}.", fault=fault, example=example))


def _whole(typed: str) -> int:
    """Minor units: no decimals, also none that are zero, which would be an amount of a currency."""
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= len(str(MINOR_MAX))):
        raise AmountUnreadable("'{typed}' is not a number of minor units", typed=shorten(typed, TYPED_MAX))
    return int(typed)


def read_filters(request: Request, fields: Mapping[str, BaseField], group: FilterGroup) -> FilterGroup:
    """The same filters with the amounts that were typed in minor units.

    Raises:
        OfficeRefusal: what was typed is no amount.
    """
    rules: list[Any] = []
    for rule in group.rules:
        if isinstance(rule, FilterGroup):
            rules.append(read_filters(request, fields, rule))
        elif isinstance(field := fields.get(rule.field), AmountField):
            value, value2 = (_filtered(request, field, each) for each in (rule.value, rule.value2))
            rules.append(replace(rule, value=value, value2=value2))
        else:
            rules.append(rule)
    return replace(group, rules=rules)


def _filtered(request: Request, field: AmountField, typed: str | None) -> int | None:
    if typed is None:
        return None
    found = read_amount(typed, currency_of(request, {}))
    if isinstance(found, Mistyped):
        raise refuse(422, "The filter of {field}: {fault}", field=str(field.label), fault=found.why)
    return found


def _check(request: Request, field: BaseField, value: Any, form_values: dict[str, Any]) -> None:
    if isinstance(value, Mistyped):
        words = worded(request.state.visitor.language, value.why)
        raise ValueError(words)  # noqa: TRY004 -- so a form is told what is wrong
