"""Operations on the register itself."""

from pos_app.operations.context import RegisterContext
from pos_app.operations.registry import Done, Needs, Outcome, Params, Refused, operation
from retail.messages import say


@operation("sync.now", title="Sync now", needs={Needs.SIGNED_IN})
def sync_now(context: RegisterContext, params: Params) -> Outcome:
    """Ask the agent to carry at once what it would carry later."""
    if context.ask_agent is None:
        return Refused(say("The agent is not run by this register. Start it by its own command."))
    context.ask_agent()
    return Done(say("Sending and receiving now."))
