"""Putting right by which mode an order leaves that headquarters has set aside, because it cannot leave as it says."""

from collections.abc import Mapping

from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import (
    Ask,
    Asks,
    Choice,
    Done,
    Kept,
    Kind,
    Needs,
    Outcome,
    Params,
    operation,
)
from retail.clock import stamp
from retail.errors import RuleBroken
from retail.messages import Name, listed, say
from retail.orders.undeliverable import modes_instead, undeliverable
from retail.permissions import Right
from retail.wire.arrival import cart_of
from retail.wire.base import fingerprint
from retail.wire.notices import CorrectedLinePart, CorrectionDocument
from retail.wire.uploads import TransactionDocument

SPLIT = "split"


@operation(
    "order.fix_delivery",
    title="Fix delivery",
    needs={Needs.SIGNED_IN},
    permission=Right.EDIT_ORDER,
    takes={"id": Kind.TEXT, "mode": Kind.TEXT},
)
def fix_delivery(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Send another mode of delivery for the lines of an order that cannot leave as it says; nothing else of it changes.

    It is a document of its own: what was concluded stays as it is, and headquarters posts it once, by these modes.
    """
    document = _document(context, params.get("id", ""))
    lines = undeliverable(cart_of(document)[0].active_lines, context.settings)
    if document.order is None or not lines:
        raise RuleBroken(
            "The delivery of this needs nobody here. Press Sync now, or ask headquarters about it."
        )
    reference, instead = document.order.confirmation_number, modes_instead(lines, context.settings)
    if "mode" not in params:
        return Asks((_question(reference, instead),))
    modes = _chosen(params["mode"], instead)
    told = CorrectionDocument(
        id=context.ids.new(), register_name=context.place.register, store=context.place.store,
        made_at=stamp(context.now), made_by="" if context.user is None else context.user.user,
        about=document.id, confirmation_number=reference,
        lines=tuple([CorrectedLinePart(number=number, mode=mode) for number, mode in modes.items()]),
    )  # fmt: skip

    by = listed([say("{mode}", mode=Name(mode)) for mode in dict.fromkeys(modes.values())])
    words = say("Order {order} leaves by {modes}; its amounts stay.", order=reference, modes=by)

    def write(work: Work) -> Done:
        work.add_outbox(told.id, told.kind, told.written())
        return Done(words)

    context.note(
        "order.fix_delivery",
        document=document.id,
        modes={str(line): mode for line, mode in modes.items()},
        correction=told.id,
        fingerprint=fingerprint(told.written()),
    )
    return Kept(write, lambda done: _sent(context, done))


def _document(context: RegisterContext, id: str) -> TransactionDocument:
    text = context.memory.transaction_text(id)
    if text is None:
        raise RuleBroken("This register does not have that order. Ask headquarters about it.")
    return TransactionDocument.read(text)


def _common(instead: Mapping[int, tuple[str, ...]]) -> list[str]:
    """The modes by which all of these lines can leave."""
    first, *others = instead.values()
    return [mode for mode in first if all(mode in each for each in others)]


def _question(reference: str, instead: Mapping[int, tuple[str, ...]]) -> Ask:
    choices = [Choice(mode, say("{mode}", mode=Name(mode))) for mode in _common(instead)]
    if not choices:
        parts = [
            say("line {line} by {mode}", line=line, mode=Name(modes[0])) for line, modes in instead.items()
        ]
        choices = [Choice(SPLIT, listed(parts))]
    prompt = say(
        "By which mode does order {order} leave? Its amounts and charges stay as they were agreed.",
        order=reference,
    )
    return Ask("mode", prompt=prompt, kind=Kind.CHOICE, choices=tuple(choices))


def _chosen(mode: str, instead: Mapping[int, tuple[str, ...]]) -> dict[int, str]:
    """The mode of each line.

    Raises:
        RuleBroken: it does not take them all.
    """
    common = _common(instead)
    if mode == SPLIT and not common:
        return {line: modes[0] for line, modes in instead.items()}
    if mode not in common:
        raise RuleBroken("{mode} does not take all of these lines. Choose one of the list.", mode=Name(mode))
    return dict.fromkeys(instead, mode)


def _sent(context: RegisterContext, done: Done) -> Done:
    if context.ask_agent is not None and not context.offline_by:
        context.ask_agent()
    return done
