"""What somebody reads before consenting to another person's step, and who may consent."""

from collections.abc import Mapping

from pos_app.operations.registry import NeedsApproval, Operation
from pos_app.register.presenting import tiles
from pos_app.register.session import RegisterSession
from pos_app.views import ApprovalView, FactView
from retail.cart import Cart
from retail.messages import phrase
from retail.money import AmountUnreadable, parse_amount
from retail.settings import StoreSettings
from retail.totals import totals_of

_DEPOSIT = phrase("Deposit")
_CAPTIONS = {"amount": phrase("Amount"), "price": phrase("Price"), "percent": phrase("Discount")}
_TYPED = {"bag": phrase("Bag"), "start": phrase("Start amount")}


def approval_view(
    session: RegisterSession,
    settings: StoreSettings,
    operation: Operation,
    params: Mapping[str, object],
    needed: NeedsApproval | None = None,
) -> ApprovalView:
    """The request in words, and everybody but the one who asks who has the rights that are needed, the operation's own
    where none are said, or whose own limits stand in for them.
    """
    rights = {operation.permission or ""} if needed is None else set(needed.rights)
    within = () if needed is None else needed.within
    user = session.user
    approvers = [
        each
        for each in session.staff.everybody()
        if each.active
        and (rights <= set(each.rights) or each.user in within)
        and (user is None or each.user != user.user)
    ]
    cart, say = session.cart, session.language.say
    title = say(operation.title)
    if cart is not None and cart.customer is not None:
        title = say("{what} for {name}", what=title, name=cart.customer.name)
    asked_by = "" if user is None else say("{name} (cannot approve an own request)", name=user.name)
    return ApprovalView(
        title, _facts(session, settings, operation, params), asked_by, tiles(approvers, session.language)
    )


def _facts(
    session: RegisterSession, settings: StoreSettings, operation: Operation, params: Mapping[str, object]
) -> tuple[FactView, ...]:
    facts, language = [], session.language
    for name, caption in _CAPTIONS.items():
        if params.get(name) and (name != "percent" or "amount" not in params):
            what = language.say(_DEPOSIT if operation.id == "deposit.override" else caption)
            facts.append(FactView(what, _change(session, settings, operation, params, name)))
    facts += [
        FactView(language.say(what), str(params[name])) for name, what in _TYPED.items() if params.get(name)
    ]
    if params.get("reason"):
        facts.append(FactView(language.say("Reason"), language.name(str(params["reason"]))))
    return tuple(facts)


def _change(
    session: RegisterSession,
    settings: StoreSettings,
    operation: Operation,
    params: Mapping[str, object],
    name: str,
) -> str:
    """What is asked for, with what it was where that is known."""
    cart, language, asked = session.cart, session.language, str(params[name])
    if name == "percent":
        return f"{asked} %"
    currency = settings.currency if cart is None else cart.currency
    try:
        after = language.amount(parse_amount(asked, currency), currency)
    except AmountUnreadable:
        after = asked
    before = None
    if cart is not None and operation.id == "deposit.override":
        before = totals_of(cart, settings).deposit_minor
    elif cart is not None and name == "price":
        before = _price_of(cart, params.get("line"))
    known = "" if before is None else f"{language.amount(before, currency)} → "
    return f"{known}{after} {currency}"


def _price_of(cart: Cart, number: object) -> int | None:
    meant = [line for line in cart.active_lines if line.number == number] or list(cart.active_lines[-1:])
    return meant[0].price_minor if meant else None
