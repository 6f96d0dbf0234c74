"""What a register is told of each document it sent: what became of it, and the number or the order it led to."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session

from headquarters.customers.models import Customer
from headquarters.orders.models import Order
from headquarters.orders.posting import order_named, sale_named
from headquarters.orders.sales import sale_as_it_stands
from headquarters.uploads.models import KeptDocument, State
from retail.wire.orders import order_text
from retail.wire.uploads import Document

Outcome = Literal["stored", "known", "quarantined", "parked"]


@dataclass(frozen=True, slots=True)
class Result:
    """An `UploadResult` before it is written; its order stays the JSON text that it is kept as."""

    id: str
    outcome: Outcome
    reason: str = ""
    said: str = ""
    account: str | None = None
    number: str | None = None
    order_text: str | None = None

    def written(self) -> str:
        """The `UploadResult` as JSON."""
        said = {
            "id": self.id, "outcome": self.outcome, "reason": self.reason, "said": self.said, "account": self.account,
            "number": self.number,
        }  # fmt: skip
        return f'{json.dumps(said)[:-1]},"order":{self.order_text or "null"}}}'


def with_numbers(
    session: Session, results: Sequence[Result], documents: Mapping[str, Document]
) -> tuple[Result, ...]:
    """The results as they stand after posting: parked after all, or with the account id or order number that exist.

    One about which nothing further is done is known, and no register waits for it.
    """
    columns = (
        KeptDocument.uuid,
        KeptDocument.state,
        KeptDocument.reason,
        KeptDocument.said,
        KeptDocument.left_by,
    )
    open_ones = [each.id for each in results if each.outcome in ("stored", "known")]
    rows = session.execute(select(*columns).where(KeptDocument.uuid.in_(open_ones))) if open_ones else ()
    standing = {
        uuid: (None if left_by else state, (reason, said)) for uuid, state, reason, said, left_by in rows
    }
    posted = {uuid: documents[uuid] for uuid, (state, _) in standing.items()
              if state is State.POSTED and uuid in documents}  # fmt: skip
    accounts, orders = _accounts(session, posted), _orders(session, posted)
    told = []
    for each in results:
        state, (reason, said) = standing.get(each.id, (None, ("", "")))
        document = posted.get(each.id)
        if each.outcome == "quarantined" or (document is None and state is not State.PARKED):
            told.append(each)
        elif document is None:
            told.append(Result(each.id, "parked", reason, said))
        elif document.kind == "customer":
            told.append(replace(each, account=accounts.get(each.id)))
        elif document.kind == "info" or document.kind == "correction" or document.kind == "shift":  # noqa: PLR1714 -- mypy reads this
            told.append(each)
        elif document.kind == "customer_change":
            told.append(replace(each, reason=reason, said=said))
        else:
            sale = sale_named(document)
            number, text = (
                _sale(session, sale) if sale else orders.get(order_named(document)[0], (None, None))
            )
            told.append(Result(each.id, each.outcome, each.reason, each.said, None, number, text))
    return tuple(told)


def _sale(session: Session, uuid: str) -> tuple[str | None, str | None]:
    """A plain sale as it stands after goods of it came back, in the shape of an order."""
    sale = sale_as_it_stands(session, uuid)
    return (None, None) if sale is None else (sale.number, order_text(sale))


def _accounts(session: Session, posted: Mapping[str, Document]) -> dict[str, str]:
    made = [uuid for uuid, document in posted.items() if document.kind == "customer"]
    if not made:
        return {}
    rows = session.execute(select(Customer.uuid, Customer.account).where(Customer.uuid.in_(made)))
    return {row.uuid: row.account for row in rows}


def _orders(session: Session, posted: Mapping[str, Document]) -> dict[str, tuple[str, str]]:
    about = {
        order_named(document)[0]
        for document in posted.values()
        if document.kind == "transaction" or document.kind == "fulfilment"  # noqa: PLR1714 -- mypy reads this
    } - {""}
    if not about:
        return {}
    rows = session.execute(
        select(Order.uuid, Order.number, cast(Order.state, Text)).where(Order.uuid.in_(about))
    )
    return {uuid: (number, text) for uuid, number, text in rows}
