"""Operations on the register itself."""

from pos_app.devices.drawer import DrawerFailed
from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Done, Kept, Needs, Outcome, Params, Refused, operation
from retail.messages import say
from retail.permissions import Right


@operation("sync.now", title="Sync now", needs={Needs.SIGNED_IN})
def sync_now(context: RegisterContext, params: Params) -> Outcome:
    """Ask the agent to carry at once what it would carry later."""
    if context.ask_agent is None:
        return Refused(say("The agent is not run by this register. Start it by its own command."))
    context.ask_agent()
    return Done(say("Sending and receiving now."))


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
