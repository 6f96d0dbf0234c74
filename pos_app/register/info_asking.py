"""Info codes at a register: which are asked by what an operation did to the draft, and what is kept of the answers."""

from collections.abc import Iterator, Mapping

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Ask, Choice, Kind
from retail.cart import Cart
from retail.clock import stamp
from retail.info_codes import CHOICES_MAX, InfoAnswer, InfoCode, InfoEvent, InfoKind
from retail.messages import Name, say
from retail.wire.feeds import StaffRow
from retail.wire.notices import InfoAnswerPart, InfoDocument

PREFIX = "info:"
"""What the parameter of an answer begins with; the code follows."""
EVENTS: Mapping[str, InfoEvent] = {
    "transaction.conclude": InfoEvent.END,
    "transaction.void": InfoEvent.VOID_TRANSACTION,
    "line.price_override": InfoEvent.PRICE_OVERRIDE,
    "line.discount_percent": InfoEvent.DISCOUNT,
    "line.discount_amount": InfoEvent.DISCOUNT,
    "sale.discount_percent": InfoEvent.DISCOUNT,
    "sale.discount_amount": InfoEvent.DISCOUNT,
    "product.return": InfoEvent.RETURN_LINE,
    "order.return": InfoEvent.RETURN_LINE,
    "sale.return": InfoEvent.RETURN_LINE,
    "tender.refund_cash": InfoEvent.REFUND,
    "tender.refund_card": InfoEvent.REFUND,
    "tender.refund_customer_account": InfoEvent.REFUND,
    "line.void": InfoEvent.VOID_LINE,
    "tender.void": InfoEvent.VOID_PAYMENT,
    "drawer.open": InfoEvent.NO_SALE,
    "shift.close": InfoEvent.TENDER_DECLARATION,
    "shift.declare": InfoEvent.TENDER_DECLARATION,
    "code.report": InfoEvent.UNKNOWN_ITEM,
    "line.serials": InfoEvent.SERIAL,
    "sale.sales_rep": InfoEvent.SALESPERSON,
}
"""What happens by an operation, as info codes know it."""
NOBODY = "–"
SALES_REP = "sales_rep"
_KINDS = {InfoKind.TEXT: Kind.TEXT, InfoKind.CHOICE: Kind.CHOICE, InfoKind.NUMBER: Kind.QUANTITY}


def without_answers(params: Mapping[str, object]) -> dict[str, object]:
    """The parameters that are the operation's own."""
    return {name: value for name, value in params.items() if not name.startswith(PREFIX)}


def codes_asked(operation: str, before: Cart | None, context: RegisterContext) -> list[InfoCode]:
    """The info codes of what the operation did to this draft, in the order they are set up."""
    events = set(_events(operation, before, context))
    asked = [each for each in context.settings.info_codes if each.event in events]
    by_itself = [
        *(_sales_rep(context, InfoEvent.START) if InfoEvent.START in events and _is_named(context) else ()),
        *(_sales_rep(context, InfoEvent.SALESPERSON) if InfoEvent.SALESPERSON in events else ()),
        *(_contact(context) if InfoEvent.ASYNC_CANCEL in events else ()),
    ]
    return [*asked, *by_itself]


def with_defaults(
    codes: list[InfoCode], params: Mapping[str, object], context: RegisterContext
) -> dict[str, object]:
    """The answers, with what the store answers by itself: who is signed in sells, where nobody is to be asked."""
    settings, name = context.settings, f"{PREFIX}{SALES_REP}"
    is_begun = any(each.code == SALES_REP and each.event is InfoEvent.START for each in codes)
    if not is_begun or settings.ask_sales_rep or not settings.default_sales_rep or context.user is None:
        return dict(params)
    return {name: _person(context.user)} | dict(params)


def questions(codes: list[InfoCode], params: Mapping[str, object]) -> tuple[Ask, ...]:
    """The questions that have no answer yet."""
    return tuple([_question(each) for each in codes if f"{PREFIX}{each.code}" not in params])


def answers_of(codes: list[InfoCode], params: Mapping[str, object]) -> tuple[InfoAnswer, ...]:
    """What was answered; a question that was left without an answer is kept as such.

    Raises:
        RuleBroken: an answer is none.
    """
    given = ((each, str(params[f"{PREFIX}{each.code}"])) for each in codes)
    return tuple([InfoAnswer(each.code, each.event, each.prompt, each.checked(said)) for each, said in given])


def info_document(context: RegisterContext, cart: Cart | None, operation: str) -> InfoDocument:
    """The answers of one call as they travel to headquarters."""
    return InfoDocument(
        id=context.ids.new(),
        register_name=context.place.register,
        store=context.place.store,
        made_at=stamp(context.now),
        made_by="" if context.user is None else context.user.user,
        operation=operation,
        about="" if cart is None else cart.id,
        answers=tuple([
            InfoAnswerPart(code=each.code, event=each.event.value, prompt=each.prompt, answer=each.answer)
            for each in context.answers
        ]),
    )  # fmt: skip


def _events(operation: str, before: Cart | None, context: RegisterContext) -> Iterator[InfoEvent]:
    after = context.cart
    if before is None and after is not None and context.has_begun:
        yield InfoEvent.START
    if operation in EVENTS:
        yield EVENTS[operation]
    for note in context.notes:
        if note.kind == "line.price_override" and note.facts["after_minor"] != note.facts["before_minor"]:
            is_up = note.facts["after_minor"] > note.facts["before_minor"]
            yield InfoEvent.MARK_UP if is_up else InfoEvent.MARK_DOWN
    act = None if after is None else after.act
    if operation == "order.cancel" and act is not None and act.order is not None and not act.order.number:
        yield InfoEvent.ASYNC_CANCEL


def _is_named(context: RegisterContext) -> bool:
    """A new sale says who sells."""
    settings = context.settings
    return settings.ask_sales_rep or settings.require_sales_rep or settings.default_sales_rep


def _person(person: StaffRow) -> str:
    return f"{person.name} ({person.user})"


def _sales_rep(context: RegisterContext, event: InfoEvent) -> list[InfoCode]:
    """Who sells: one of the store's people, the default first, or nobody where nobody is required."""
    settings, user = context.settings, context.user
    first = [user] if settings.default_sales_rep and user is not None else []
    people = tuple(dict.fromkeys([_person(each) for each in (*first, *context.pins.people())]))
    choices = people if settings.require_sales_rep else (*people, NOBODY)
    kind = InfoKind.CHOICE if len(choices) <= CHOICES_MAX else InfoKind.TEXT
    prompt = context.language.say("Sales representative")
    return [
        InfoCode(SALES_REP, event, prompt, kind, choices if kind is InfoKind.CHOICE else (),
                 settings.require_sales_rep)
    ]  # fmt: skip


def _contact(context: RegisterContext) -> list[InfoCode]:
    """Phone and e-mail of whoever cancels an order that headquarters has no number for, where the store asks."""
    if not context.settings.ask_cancel_contact:
        return []
    customer = None if context.cart is None else context.cart.customer
    phone, email = ("", "") if customer is None else (customer.phone, customer.email)
    language = context.language
    return [
        InfoCode("phone", InfoEvent.ASYNC_CANCEL, language.say("Phone of the customer ({known})", known=phone or "–")),
        InfoCode("email", InfoEvent.ASYNC_CANCEL, language.say("E-mail of the customer ({known})", known=email or "–"),
                 required=False),
    ]  # fmt: skip


def _question(code: InfoCode) -> Ask:
    choices = tuple([Choice(each, say("{name}", name=Name(each))) for each in code.choices])
    return Ask(f"{PREFIX}{code.code}", say("{name}", name=Name(code.prompt)), _KINDS[code.kind], choices)
