"""What each step of fulfilment makes of a line: how many are picked, packed, ready and gone, and its stage by that."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from retail.errors import RuleBroken
from retail.orders.facts import Action
from retail.orders.order import LineStatus, OrderLine
from retail.quantity import pieces
from retail.serials import checked_serials
from retail.wire.uploads import StepPart


def stepped(line: OrderLine, step: StepPart) -> OrderLine:
    """The line after this step.

    Raises:
        RuleBroken: more than there is, or a serial number that cannot be.
    """
    return _STEPS[Action(step.action)](line, step)


def left_for(line: OrderLine, action: Action) -> int:
    """How many thousandths of a line a step can still be taken on."""
    gone = line.invoiced_thousandths
    match action:
        case Action.PICK:
            return line.ordered_thousandths - max(line.picked_thousandths, line.packed_thousandths, gone)
        case Action.UNPICK:
            return max(0, line.picked_thousandths - max(line.packed_thousandths, gone))
        case Action.READY:
            return max(0, line.picked_thousandths - max(line.ready_thousandths, gone))
        case Action.PACK:
            return line.ordered_thousandths - max(line.packed_thousandths, gone)
        case Action.UNPACK:
            return max(0, line.packed_thousandths - gone)
    return line.open_thousandths


def _accept(line: OrderLine, step: StepPart) -> OrderLine:
    return replace(line, status=LineStatus.ACCEPTED)


def _reject(line: OrderLine, step: StepPart) -> OrderLine:
    return replace(line, status=LineStatus.REJECTED, rejected_by=(*line.rejected_by, line.store))


def _start(line: OrderLine, step: StepPart) -> OrderLine:
    return replace(line, status=LineStatus.PICKING)


def _pick(line: OrderLine, step: StepPart) -> OrderLine:
    quantity = _at_most(line, step)
    picked = line.ordered_thousandths - left_for(line, Action.PICK) + quantity
    done = picked >= line.ordered_thousandths
    status = LineStatus.PICKED if done else LineStatus.PARTIALLY_PICKED
    return replace(line, picked_thousandths=picked, status=status)


def _unpick(line: OrderLine, step: StepPart) -> OrderLine:
    picked = line.picked_thousandths - _at_most(line, step)
    ready = min(line.ready_thousandths, picked)
    shelf = line.shelf if ready > line.invoiced_thousandths else ""
    return _staged(replace(line, picked_thousandths=picked, ready_thousandths=ready, shelf=shelf))


def _ready(line: OrderLine, step: StepPart) -> OrderLine:
    ready = max(line.ready_thousandths, line.invoiced_thousandths) + _at_most(line, step)
    return replace(line, ready_thousandths=ready, shelf=step.shelf or line.shelf)


def _pack(line: OrderLine, step: StepPart) -> OrderLine:
    quantity = _at_most(line, step)
    packed = line.ordered_thousandths - left_for(line, Action.PACK) + quantity
    done = packed >= line.ordered_thousandths
    status = LineStatus.PACKED if done else LineStatus.PARTIALLY_PACKED
    return replace(line, packed_thousandths=packed, status=status)


def _unpack(line: OrderLine, step: StepPart) -> OrderLine:
    """What comes out of a parcel is still picked: putting it back is a step of its own."""
    quantity = _at_most(line, step)
    picked = max(line.picked_thousandths, line.packed_thousandths)
    return _staged(
        replace(line, picked_thousandths=picked, packed_thousandths=line.packed_thousandths - quantity)
    )


def _ship(line: OrderLine, step: StepPart) -> OrderLine:
    quantity = _at_most(line, step)
    serials = checked_serials(line.name, quantity, step.serials, line.serials, asked=False)
    invoiced = line.invoiced.plus(line.take(quantity))
    whole = invoiced.quantity_thousandths >= line.ordered_thousandths
    status = LineStatus.INVOICED if whole else LineStatus.PARTIALLY_INVOICED
    return replace(line, invoiced=invoiced, status=status, serials=(*line.serials, *serials))


_STEPS: Mapping[Action, Callable[[OrderLine, StepPart], OrderLine]] = {
    Action.ACCEPT: _accept,
    Action.REJECT: _reject,
    Action.START: _start,
    Action.PICK: _pick,
    Action.UNPICK: _unpick,
    Action.READY: _ready,
    Action.PACK: _pack,
    Action.UNPACK: _unpack,
    Action.SHIP: _ship,
}


def _staged(line: OrderLine) -> OrderLine:
    """The line with the stage that its figures say, after something was put back."""
    ordered, gone = line.ordered_thousandths, line.invoiced_thousandths
    if line.packed_thousandths > gone:
        done, whole, part = line.packed_thousandths, LineStatus.PACKED, LineStatus.PARTIALLY_PACKED
    elif line.picked_thousandths > gone:
        done, whole, part = line.picked_thousandths, LineStatus.PICKED, LineStatus.PARTIALLY_PICKED
    else:
        return replace(line, status=LineStatus.PARTIALLY_INVOICED if gone else LineStatus.ACCEPTED)
    return replace(line, status=whole if done >= ordered else part)


def _at_most(line: OrderLine, step: StepPart) -> int:
    left = left_for(line, Action(step.action))
    quantity = left if step.quantity_thousandths is None else step.quantity_thousandths
    if quantity > left or quantity <= 0:
        raise RuleBroken(
            "Only {left} of {name} is left for this. Choose fewer, or another line.",
            left=pieces(left),
            name=line.name,
        )
    return quantity
