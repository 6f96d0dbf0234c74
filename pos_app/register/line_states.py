"""How far a line of an order is, in words: its status, how many of it, and where it waits."""

from pos_app.language.language import Language
from pos_app.register.names import state_name
from retail.orders.order import LineStatus, OrderLine
from retail.quantity import pieces


def line_state(line: OrderLine, language: Language) -> str:
    """`Partially picked 1/2`, `Picked, ready for collection (B 4)`."""
    status, ordered = language.write(state_name(line.status)), pieces(line.ordered_thousandths)
    done = {
        LineStatus.PARTIALLY_PICKED: line.picked_thousandths,
        LineStatus.PARTIALLY_PACKED: line.packed_thousandths,
        LineStatus.PARTIALLY_INVOICED: line.invoiced_thousandths,
    }.get(line.status)
    parts = [status if done is None else f"{status} {language.write(pieces(done))}/{language.write(ordered)}"]
    ready = line.ready_thousandths - line.invoiced_thousandths
    if ready > 0:
        parts.append(_ready(line, ready, language))
    if line.returned_thousandths:
        parts.append(language.say("{quantity} returned", quantity=pieces(line.returned_thousandths)))
    return ", ".join(parts)


def _ready(line: OrderLine, thousandths: int, language: Language) -> str:
    whole = thousandths >= line.open_thousandths
    if whole and line.shelf:
        return language.say("ready for collection ({shelf})", shelf=line.shelf)
    if whole:
        return language.say("ready for collection")
    if line.shelf:
        return language.say(
            "{quantity} ready for collection ({shelf})", quantity=pieces(thousandths), shelf=line.shelf
        )
    return language.say("{quantity} ready for collection", quantity=pieces(thousandths))
