"""What somebody reads before consenting to another person's step, and who may consent."""

from collections.abc import Mapping

from pos_app.operations.registry import Operation
from pos_app.register.presenting import tiles
from pos_app.register.session import RegisterSession
from pos_app.views import ApprovalView, FactView
from retail.money import AmountUnreadable, parse_amount
from retail.settings import StoreSettings
from retail.totals import totals_of


def approval_view(
    session: RegisterSession, settings: StoreSettings, operation: Operation, params: Mapping[str, object]
) -> ApprovalView:
    """The request in words, and everybody who has the right but the one who asks."""
    user = session.user
    approvers = [
        each
        for each in session.catalog.all_staff()
        if each.active and operation.permission in each.rights and (user is None or each.user != user.user)
    ]
    cart, say = session.cart, session.language.say
    title = say(operation.title)
    if cart is not None and cart.customer is not None:
        title = say("{what} for {name}", what=title, name=cart.customer.name)
    asked_by = "" if user is None else say("{name} (cannot approve an own request)", name=user.name)
    return ApprovalView(
        title, _facts(session, settings, params), asked_by, tiles(approvers, session.language)
    )


def _facts(
    session: RegisterSession, settings: StoreSettings, params: Mapping[str, object]
) -> tuple[FactView, ...]:
    facts, cart, language = [], session.cart, session.language
    if cart is not None and isinstance(params.get("amount"), str):
        before = language.amount(totals_of(cart, settings).deposit_minor, cart.currency)
        try:
            after = language.amount(parse_amount(str(params["amount"]), cart.currency), cart.currency)
        except AmountUnreadable:
            after = str(params["amount"])
        facts.append(FactView(language.say("Deposit"), f"{before} → {after} {cart.currency}"))
    if params.get("reason"):
        facts.append(FactView(language.say("Reason"), language.name(str(params["reason"]))))
    return tuple(facts)
