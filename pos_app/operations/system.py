"""Operations on the register itself: what it has to do with headquarters."""

from pos_app.devices.drawer import DrawerFailed
from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Ask, Done, Kept, Kind, Needs, Outcome, Params, Refused, operation
from pos_app.register.realtime import HeadquartersSilent
from retail.errors import RuleBroken
from retail.messages import say
from retail.permissions import Right
from retail.texts import clean_text
from retail.wire.protocol import QUESTION_MAX


@operation("sync.now", title="Sync now", needs={Needs.SIGNED_IN})
def sync_now(context: RegisterContext, params: Params) -> Outcome:
    """Ask the agent to carry at once what it would carry later."""
    if context.offline_by:
        return Refused(
            say("{who} had this register work offline. Work online again first.", who=context.offline_by)
        )
    if context.ask_agent is None:
        return Refused(say("The agent is not run by this register. Start it by its own command."))
    context.ask_agent()
    return Done(say("Sending and receiving now."))


@operation("sync.again", title="Try again", needs={Needs.SIGNED_IN}, takes={"id": Kind.TEXT})
def try_again(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Send a document again that headquarters would not take, after somebody has put things right there."""
    id = params.get("id", "")

    def write(work: Work) -> Done:
        if not work.unpark(id):
            raise RuleBroken("This needs nobody any more. Look at what is waiting.")
        return Done(say("It is sent again."))

    context.note("sync.again", id=id)
    return Kept(write, lambda done: _ask_agent(context, done))


@operation(
    "sync.ask",
    title="Ask headquarters",
    needs={Needs.SIGNED_IN},
    asks=(Ask("words", prompt=say("What do you ask headquarters?")),),
    takes={"id": Kind.TEXT},
)
def ask_headquarters(context: RegisterContext, params: Params) -> Outcome:
    """Ask whoever looks into a document that was set aside."""
    words = clean_text("Question", params["words"], QUESTION_MAX)
    if not words:
        raise RuleBroken("A question needs words. Type what headquarters should look at.")
    try:
        context.headquarters.ask(
            params.get("id", ""), "" if context.user is None else context.user.name, words
        )
    except HeadquartersSilent:
        raise RuleBroken("Headquarters could not be asked. Ask again later, or call headquarters.") from None
    context.note("sync.ask", id=params.get("id", ""))
    return Done(say("Headquarters was asked. What it decides is seen here."))


@operation("sync.work_offline", title="Work offline")
def work_offline(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Leave headquarters alone until somebody works online again; everything is kept here meanwhile."""
    _check_may_switch(context)
    if context.offline_by:
        return Refused(
            say(
                "{who} has this register work offline already. Tap the sync sign to work online again.",
                who=context.offline_by,
            )
        )
    name = context.language.say("Somebody at the sign-in") if context.user is None else context.user.name
    context.note("sync.work_offline")
    return _keep(
        context,
        name,
        Done(say("Offline – keep selling. What is made now is sent when you work online again.")),
    )


@operation("sync.work_online", title="Work online")
def work_online(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Talk to headquarters again."""
    _check_may_switch(context)
    if not context.offline_by:
        return Refused(say("This register works online already. There is nothing to do."))
    context.note("sync.work_online")
    return _keep(context, "", Done(say("Online again. What waited is being sent.")))


def _check_may_switch(context: RegisterContext) -> None:
    """Let somebody switch who is signed in, or anybody where the store allows it before the sign-in.

    Raises:
        RuleBroken: they may not.
    """
    if context.is_locked:
        raise RuleBroken("The register is locked. Unlock it with your PIN.")
    if context.user is None and not context.settings.manual_offline:
        raise RuleBroken("Sign in first.")


def _keep(context: RegisterContext, name: str, done: Done) -> Kept:
    context.offline_by = name

    def write(work: Work) -> Done:
        work.keep_offline_by(name)
        return done

    return Kept(write, lambda kept: _ask_agent(context, kept))


def _ask_agent(context: RegisterContext, done: Done) -> Done:
    if context.ask_agent is not None and not context.offline_by:
        context.ask_agent()
    return done


@operation("health.bundle", title="Log bundle", needs={Needs.SIGNED_IN}, permission=Right.LOG_BUNDLE)
def save_bundle(context: RegisterContext, params: Params) -> Outcome:
    """Let the log bundle be saved; the journal says who took it out of the shop."""
    context.note("health.bundle")
    return Done(say("The log bundle is being saved."))


@operation(
    "drawer.open",
    title="Open drawer",
    needs={Needs.SIGNED_IN, Needs.OPEN_SHIFT},
    permission=Right.OPEN_DRAWER,
)
def open_drawer(context: RegisterContext, params: Params) -> Kept:
    """Open the drawer without a sale; the journal says who did."""
    context.note("drawer.open")

    def pulse(done: Done) -> Done:
        try:
            context.drawer.open()
        except DrawerFailed:
            return Done(say("The drawer does not open. Check its cable, or use its key."))
        return done

    return Kept(lambda work: Done(say("Drawer open.")), pulse)
