"""Steps of fulfilment at headquarters: on lines that a warehouse handles, where no register is."""

from sqlalchemy.orm import Session

from headquarters.context import Headquarters
from headquarters.office.refusals import OfficeRefusal, refuse
from headquarters.orders.editing import check_nothing_waits
from headquarters.orders.posting import EVERY_RIGHT, Books
from headquarters.settings.service import known_stores, settings_of_store
from retail.errors import RuleBroken
from retail.orders.actions import line_verdict
from retail.orders.facts import Action, line_facts, order_facts
from retail.orders.order import OrderState
from retail.wire.uploads import FulfilmentDocument, StepPart

STEPS = (Action.ACCEPT, Action.PICK, Action.UNPICK, Action.PACK, Action.UNPACK, Action.SHIP)


def steps_here(session: Session, headquarters: Headquarters, order: OrderState) -> dict[int, list[Action]]:
    """What can be done here now with each line that a warehouse handles."""
    stores, today = known_stores(session), headquarters.clock.now().date()
    found = {}
    for line in order.lines:
        if line.store not in stores:
            facts = order_facts(order, settings_of_store(session, line.store), today, rights=EVERY_RIGHT)
            possible = [each for each in STEPS if line_verdict(facts, line_facts(line), each).is_possible]
            found[line.number] = possible
    return found


def take_step(
    session: Session, headquarters: Headquarters, order: OrderState, number: int, action: str, by: str
) -> None:
    """Take a step on a whole line that a warehouse handles; shipping bills what leaves, and cards on file pay it.

    Raises:
        OfficeRefusal: there is no such line or step (404), a store handles it, or it is not possible now (409).
    """
    line = order.line(number)
    if line is None or action not in STEPS:
        raise refuse(404, "There is no such line or step. Go back to the order.")
    if line.store in known_stores(session):
        raise refuse(409, "{store} handles this line, at its registers.", store=line.store)
    check_nothing_waits(session, order.id)
    now = headquarters.now()
    step = StepPart.model_validate({"action": action, "line": number, "quantity_thousandths": None})
    document = FulfilmentDocument(
        id=headquarters.ids.new(), register_name="", store=line.store, made_at=now, made_by=by, order=order.id,
        confirmation_number=order.confirmation_number, based_on=len(order.acts), steps=(step,),
    )  # fmt: skip
    books = Books(session, [document], now)
    try:
        books.step(document)
    except RuleBroken as broken:
        raise OfficeRefusal(409, broken.message) from None
    books.write()
