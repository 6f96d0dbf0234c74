"""Fields of the set-up pages: numbers that are numbers, lists of texts, and columns by their type."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Integer, func, select
from sqlalchemy.orm import Session
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette_admin import (
    BaseField,
    BooleanField,
    DecimalField,
    EnumField,
    IntegerField,
    RequestAction,
    StringField,
    TextAreaField,
)

from headquarters.backoffice.languages import LANGUAGES
from headquarters.backoffice.set_pages.amounts import AmountField
from headquarters.backoffice.set_pages.labels import WEEKDAYS, label
from headquarters.backoffice.set_pages.words import lazily
from headquarters.base import Rate
from headquarters.drafts.amounts import ENDING
from headquarters.drafts.models import Purpose, StoreDraft
from retail.charge_rules import ChargeLevel
from retail.messages import phrase
from retail.money import MINOR_MAX
from retail.permissions import Direction
from retail.settings import BadgeSignIn, OfflineReturns, TaxRounding
from retail.wire.base import Json

ORDER_TYPES = (("order", phrase("customer order")), ("quote", phrase("quote")))
START_SCREENS = (("sale", phrase("sale")), ("welcome", phrase("welcome")))
ROUNDINGS = ((TaxRounding.LINE.value, phrase("line")), (TaxRounding.DOCUMENT.value, phrase("document")))
CLOSED_BY = (("shift", phrase("shift")), ("day", phrase("business date")))
LEVELS = ((ChargeLevel.HEADER.value, phrase("whole order")), (ChargeLevel.LINE.value, phrase("line")))
WHO = ((True, phrase("business customers")), (False, phrase("everybody else")))
DIRECTIONS = (
    (Direction.BOTH.value, phrase("higher and lower")), (Direction.HIGHER.value, phrase("higher only")),
    (Direction.LOWER.value, phrase("lower only")),
)  # fmt: skip
SALE_RETURNS = (
    (OfflineReturns.ALLOW.value, phrase("allowed")), (OfflineReturns.APPROVE.value, phrase("with approval")),
    (OfflineReturns.REFUSE.value, phrase("refused")),
)  # fmt: skip
BADGES = (
    (BadgeSignIn.OFF.value, phrase("does nothing")), (BadgeSignIn.WITH_PIN.value, phrase("with the PIN")),
    (BadgeSignIn.ALONE.value, phrase("without the PIN")),
)  # fmt: skip
MORE_IN_LIST = {
    "deposit_percent",
    "default_order_type",
    "async_orders",
    "async_customers",
    "real_time_seconds",
}
CHOICES_MAX = 100
"""So many rows of another table stand in a list to choose from; of more the name is typed."""
DIGITS_MAX = 12
SMALL_MAX = 2**31 - 1
"""What a whole number of 32 bits holds."""
NO_NUMBER = -1
"""What is no number becomes this, which every field refuses: nothing would mean no limit."""


class ChoiceField(EnumField):
    """One of a list, or several. What came from elsewhere and is not on it is shown as it is."""

    async def parse_form_data(self, request: Request, form_data: FormData) -> Any:
        """What was chosen; of several, nothing is none of them."""
        value = await super().parse_form_data(request, form_data)
        return [each for each in value if each != ""] if self.multiple else value

    async def serialize_value(self, request: Request, value: Any) -> Any:
        """What was chosen; in a file several stand on a line each, and where they are only read one after another."""
        said = await super().serialize_value(request, value)
        action = request.state.action
        if not self.multiple or action.is_form():
            return said
        return ("\n" if action == RequestAction.EXPORT else ", ").join(map(str, said))

    def is_one(self, request: Request, value: Any) -> bool:
        """Whether this can be chosen."""
        return value in [known for known, _ in self._get_choices(request)]

    def none_such(self, request: Request) -> str:
        """What is said where it cannot."""
        return phrase("Choose one of the list.")

    def _get_label(self, value: Any, request: Request) -> Any:
        return dict(self._get_choices(request)).get(value, value)


@dataclass
class NamedField(ChoiceField):
    """One of the rows of another table, or several, by the `column` that names them, and `at_first` while there are
    none; `also` are columns that name more of them. Where they are too many for a list, the name is typed.
    """

    form_template: str = "named.html"
    column: Any = None
    also: tuple[Any, ...] = ()
    at_first: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Load the choices when they are looked at."""
        self.choices_loader = partial(choices_of, columns=(self.column, *self.also), at_first=self.at_first)
        super().__post_init__()

    @property
    def of(self) -> str:
        """The table whose rows it names."""
        return str(self.column.class_.__table__.name)

    async def parse_form_data(self, request: Request, form_data: FormData) -> Any:
        """What was chosen or typed; of several, one a line."""
        value = await super().parse_form_data(request, form_data)
        if not self.multiple:
            return value.strip() if value else value
        return [line.strip() for each in value for line in each.splitlines() if line.strip()]

    def is_one(self, request: Request, value: Any) -> bool:
        """Whether there is such a row; each name is looked for once a request, however many rows name it."""
        state = request.state
        if not hasattr(state, "looked_for"):
            state.looked_for = {}
        asked = (self.column, value)
        if asked not in state.looked_for:
            state.looked_for[asked] = self._is_there(state.session, value)
        found: bool = state.looked_for[asked]
        return found

    def _is_there(self, session: Session, value: Any) -> bool:
        for column in (self.column, *self.also):
            if session.scalars(select(column).where(column == value)).first() is not None:
                return True
        return value in self.at_first and session.scalars(select(self.column).limit(1)).first() is None

    def none_such(self, request: Request) -> str:
        """What is said where there is none, by how it was chosen."""
        is_listed = bool(self._get_choices(request))
        return (
            super().none_such(request) if is_listed else phrase("There is none of this name. Type another.")
        )

    def _get_label(self, value: Any, request: Request) -> Any:
        return value


class ExactField(DecimalField):
    """A number that is one: no infinity, and not more digits than anybody means."""

    no_number = NO_NUMBER

    async def parse_form_data(self, request: Request, form_data: FormData) -> Decimal | None:
        """The number; None for nothing at all."""
        if not str(form_data.get(self.id) or "").strip():
            return None
        value = await super().parse_form_data(request, form_data)
        is_one = value is not None and value.is_finite() and len(str(value)) <= DIGITS_MAX
        return value if is_one else Decimal(self.no_number)


class WholeField(IntegerField):
    """A whole number."""

    async def parse_form_data(self, request: Request, form_data: FormData) -> int | None:
        """The number; None for nothing at all."""
        if not str(form_data.get(self.id) or "").strip():
            return None
        value = await super().parse_form_data(request, form_data)
        return NO_NUMBER if value is None else value


@dataclass
class LinesField(TextAreaField):
    """A list of texts, one a line; what was typed is shown again as it was, where it is refused."""

    form_template: str = "lines.html"

    async def parse_form_data(self, request: Request, form_data: FormData) -> list[str]:
        """The texts; empty lines are none."""
        lines = str(form_data.get(self.id) or "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    async def serialize_value(self, request: Request, value: Any) -> str:
        """The texts as lines."""
        return value if isinstance(value, str) else "\n".join(map(str, value))


class TaxesField(LinesField):
    """Taxes of one place, one a line: a name, its percentage, and a star where the next ones stand on it."""

    async def parse_form_data(self, request: Request, form_data: FormData) -> list[Any]:
        """The taxes; a line that is none stays as it was typed."""
        return [_tax_of(line) for line in await super().parse_form_data(request, form_data)]

    async def serialize_value(self, request: Request, value: Any) -> str:
        """The taxes as lines."""
        return value if isinstance(value, str) else "\n".join(map(_line_of, value))


def _tax_of(line: str) -> Json | str:
    name, _, last = line.removesuffix("*").rstrip(" %").rpartition(" ")
    try:
        percent = Decimal(last.replace(",", "."))
    except InvalidOperation:
        return line
    if not name.strip() or not percent.is_finite() or not 0 <= percent <= 100 or len(last) > DIGITS_MAX:
        return line
    return {"name": name.strip(), "percent": f"{percent:f}", "compounds": line.endswith("*")}


def _line_of(tax: Json | str) -> str:
    if isinstance(tax, str):
        return tax
    return f"{tax['name']} {tax['percent']}{' *' if tax['compounds'] else ''}"


def choices_of(
    request: Request, columns: tuple[Any, ...], at_first: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """The values of columns as choices, those of the beginning while there are none; none where they are too many."""
    known: set[str] = set()
    for column in columns:
        query = select(column).where(column.is_not(None), column != "").order_by(column).distinct()
        known.update(request.state.session.scalars(query.limit(CHOICES_MAX + 1)))
    found = sorted(known) or list(at_first)
    return [(each, each) for each in found] if len(found) <= CHOICES_MAX else []


def choice(name: str, choices: tuple[tuple[Any, str], ...], **more: Any) -> BaseField:
    """A field with a list of ours."""
    shown = [(value, lazily(text)) for value, text in choices]
    return ChoiceField(
        name, label=lazily(label(name)), choices=shown, **{"required": True, "select2": False} | more
    )


def named(name: str, column: Any, at_first: tuple[str, ...] = (), **more: Any) -> BaseField:
    """A field that names a row of another table."""
    said: dict[str, Any] = {"label": lazily(label(name)), "required": True, "select2": False} | more
    return NamedField(name, column=column, at_first=at_first, **said)


def texts(name: str, **more: Any) -> BaseField:
    """A list of texts, one a line."""
    said: dict[str, Any] = {
        "rows": 3,
        "searchable": False,
        "orderable": False,
        "filters": [],
        "exclude_from_list": True,
        "label": lazily(label(name)),
    } | more
    return LinesField(name, **said)


def several(name: str, choices: tuple[tuple[Any, str], ...], **more: Any) -> BaseField:
    """A field with a list of ours, of which one chooses as many as one likes."""
    shown = [(value, lazily(text)) for value, text in choices]
    return ChoiceField(name, label=lazily(label(name)), choices=shown, **(MANY | more))


def several_named(name: str, column: Any, **more: Any) -> BaseField:
    """A field that names rows of another table, as many as one likes."""
    return NamedField(
        name,
        column=column,
        **({"label": lazily(label(name))} | MANY | {"form_template": "named.html"} | more),
    )


def taxes(name: str) -> BaseField:
    """The taxes of a place."""
    return TaxesField(
        name,
        label=lazily(label(name)),
        rows=3,
        searchable=False,
        orderable=False,
        filters=[],
        exclude_from_list=True,
    )


def said_once(name: str, **more: Any) -> BaseField:
    """What a row is called for ever."""
    return StringField(
        name, label=lazily(label(name)), required=True, maxlength=60, exclude_from_edit=True, **more
    )


def key() -> BaseField:
    """The key of a row, which nobody sees."""
    hidden: dict[str, Any] = {
        f"exclude_from_{page}": True for page in ("list", "detail", "create", "edit", "export")
    }
    return IntegerField("id", searchable=False, **hidden)


MANY: dict[str, Any] = {
    "multiple": True, "select2": False, "searchable": False, "orderable": False, "filters": [],
    "exclude_from_list": True, "form_template": "many.html",
}  # fmt: skip
CHOSEN: dict[str, BaseField] = {
    "default_order_type": choice("default_order_type", ORDER_TYPES),
    "start_screen": choice("start_screen", START_SCREENS, exclude_from_list=True),
    "tax_rounding": choice("tax_rounding", ROUNDINGS, exclude_from_list=True),
    "statement_method": choice(
        "statement_method", CLOSED_BY, required=False, default="shift", exclude_from_list=True
    ),
    "closing_method": choice(
        "closing_method", CLOSED_BY, required=False, default="shift", exclude_from_list=True
    ),
    "language": choice("language", tuple(LANGUAGES.items())),
    "level": choice("level", LEVELS),
    "price_override_direction": choice(
        "price_override_direction", DIRECTIONS, default=Direction.BOTH.value, exclude_from_list=True
    ),
    "offline_sale_returns": choice("offline_sale_returns", SALE_RETURNS, exclude_from_list=True),
    "badge_sign_in": choice(
        "badge_sign_in", BADGES, default=BadgeSignIn.WITH_PIN.value, exclude_from_list=True
    ),
    "card_sign_in": choice("card_sign_in", BADGES, default=BadgeSignIn.OFF.value, exclude_from_list=True),
    "closed_weekdays": several(
        "closed_weekdays", tuple(enumerate(WEEKDAYS)), coerce=lambda raw: int(raw) if raw in set("0123456") else raw
    ),
    "business": choice(
        "business", WHO, required=False, coerce=lambda raw: raw == "True", exclude_from_list=True
    ),
    "purpose": choice(
        "purpose", tuple((each.value, each.value) for each in Purpose),
        coerce=lambda raw: next((each for each in Purpose if each.value == raw), raw),
    ),
    "tax_codes": taxes("tax_codes"),
    "codes": taxes("codes"),
    "receipt_footer": TextAreaField(
        "receipt_footer", label=lazily(label("receipt_footer")), rows=4, exclude_from_list=True
    ),
    "receipt_lines": TextAreaField(
        "receipt_lines", label=lazily(label("receipt_lines")), rows=4, exclude_from_list=True
    ),
}  # fmt: skip


def after_the_last(column: Any) -> Callable[[Request], int]:
    """Where a new row stands at first: after all there are."""

    def load(request: Request) -> int:
        last = request.state.session.scalar(select(func.max(column)))
        return 0 if last is None else int(last) + 1

    return load


def field(model: type[Any], name: str, **more: Any) -> BaseField:
    """The field of a column, of the kind its type asks for."""
    if name in CHOSEN:
        return CHOSEN[name]
    column = model.__table__.c[name]
    if name == "position":
        more = {"default": after_the_last(column)} | more
    said: dict[str, Any] = {
        "label": lazily(label(name)),
        "exclude_from_list": name not in MORE_IN_LIST,
    } | more
    if isinstance(column.type, Boolean):
        return BooleanField(name, **said)
    if isinstance(column.type, JSON):
        return LinesField(name, rows=3, searchable=False, orderable=False, filters=[], **said)
    said["required"] = not column.nullable
    if isinstance(column.type, Rate):
        return ExactField(name, min=0, max=100 if name.endswith("percent") else 10**6, **said)
    if name.endswith(ENDING):
        most = MINOR_MAX if isinstance(column.type, BigInteger) else SMALL_MAX
        return AmountField(name, most=most, is_hinted=model is not StoreDraft, **said)
    if isinstance(column.type, Integer):
        return WholeField(name, min=0, max=2**53, **said)
    return StringField(name, maxlength=100, **said | {"required": False})
