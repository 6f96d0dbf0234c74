"""Operations on who is at the register."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.language import greet
from pos_app.operations.registry import Ask, Done, Kept, Kind, Needs, Outcome, Params, Refused, operation
from retail.messages import say

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
