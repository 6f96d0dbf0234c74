"""Operations on who is at the register."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.language import greet
from pos_app.operations.registry import Ask, Done, Kept, Kind, Needs, Outcome, Params, Refused, operation
from retail.barcodes import CodeKind, recognise
from retail.messages import say
from retail.settings import BadgeSignIn, sign_in_by
from retail.staff_cards import card_number

PIN = Ask("pin", prompt=say("PIN"), kind=Kind.PIN)


@operation("user.sign_in", title="Sign in", asks=(Ask("user", prompt=say("Who are you?")), PIN))
def sign_in(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Sign a person in by PIN, in the place of whoever was signed in; the open sale stays."""
    person = context.pins.verify(params["user"], params["pin"])
    if context.user is not None and context.user.user != person.user:
        context.note("user.sign_off", user=context.user.user)
    context.note("user.sign_in", user=person.user)
    done = greet(context, person.user, Done(say("Welcome, {name}.", name=person.name), {"user": person.user}))
    context.user = person
    context.is_locked = False
    return done


@operation("user.badge", title="Sign in by badge", asks=(Ask("code", prompt=say("Scan your badge")),))
def sign_in_by_badge(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Sign a person in by their badge or staff card alone, where the store takes it for a PIN; or unlock for them."""
    code = params["code"]
    badge = recognise(code, context.settings.code_patterns)
    is_card = badge.kind is not CodeKind.BADGE
    if sign_in_by(code, context.settings) is not BadgeSignIn.ALONE:
        return Refused(say("This code signs nobody in here. Tap your name and type your PIN."))
    person = context.pins.by_card(card_number(code)) if is_card else context.pins.known(badge.value)
    locked = context.user if context.is_locked else None
    if locked is not None and locked.user != person.user:
        return Refused(say("{name} locked this register. Sign in instead.", name=locked.name))
    if context.user is not None and context.user.user != person.user:
        context.note("user.sign_off", user=context.user.user)
    how = {"card": True} if is_card else {"badge": True}
    context.note("register.unlock" if locked is not None else "user.sign_in", user=person.user, **how)
    done = Done(say("Welcome, {name}.", name=person.name), {"user": person.user})
    greeted = done if locked is not None else greet(context, person.user, done)
    context.user, context.is_locked = person, False
    return greeted


@operation("user.sign_off", title="Sign off")
def sign_off(context: RegisterContext, params: Params) -> Outcome:
    """Sign the present user off; always allowed, and the open sale stays."""
    if context.user is None:
        return Refused(say("Nobody is signed in. Sign in first."))
    context.note("user.sign_off", user=context.user.user)
    context.user = None
    context.is_locked = False
    context.chosen_language = ""
    return Done(say("Signed off."))


@operation("register.lock", title="Lock", needs={Needs.SIGNED_IN})
def lock(context: RegisterContext, params: Params) -> Outcome:
    """Lock the register; the open sale stays."""
    context.note("register.lock")
    context.is_locked = True
    return Done(say("Locked."))


@operation("register.unlock", title="Unlock", asks=(Ask("user", prompt=say("Who are you?")), PIN))
def unlock(context: RegisterContext, params: Params) -> Outcome:
    """Unlock the register for the person who locked it; somebody else signs in instead."""
    if context.user is None or not context.is_locked:
        return Refused(say("The register is not locked. Go on selling."))
    if params["user"] != context.user.user:
        return Refused(say("{name} locked this register. Sign in instead.", name=context.user.name))
    context.user = context.pins.verify(params["user"], params["pin"])
    context.note("register.unlock")
    context.is_locked = False
    return Done(say("Welcome back, {name}.", name=context.user.name), {"user": context.user.user})
