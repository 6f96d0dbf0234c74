"""What registers said of orders and sales, held against what their store asks: what does not fit is kept, and told."""

from datetime import datetime

from headquarters.settings.terms_then import Terms
from retail.messages import SEMICOLONS, Message, listed, say
from retail.order_attributes import Said, unfit
from retail.orders.order import OrderState
from retail.wire.arrival import attributes_from
from retail.wire.uploads import TransactionDocument


def unfit_details(document: TransactionDocument, before: OrderState | None, terms: Terms) -> Message | None:
    """Why what a document says anew fits nothing that its register may have been told to ask; None where it does."""
    said = attributes_from(document.attributes)
    known: Said = () if before is None else before.attributes
    if not set(said) - set(known):
        return None
    moment = datetime.fromisoformat(document.made_at)
    tried = [unfit(said, known, each.order_attributes) for each in terms.at(document.store, moment)]
    if not all(tried):
        return None
    about = document.order.confirmation_number if document.order is not None else document.receipt_number
    return say(
        "{about}: {faults} It is kept as it came; correct it on the order.",
        about=about, faults=listed(tried[0], SEMICOLONS),
    )  # fmt: skip
