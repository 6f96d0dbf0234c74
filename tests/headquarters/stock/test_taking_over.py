"""An older database has its invoices, open deposits and stock figures in the new tables, as they stood."""

from typing import Any

import pytest
from alembic import command
from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.database import FILE_NAME, open_database
from headquarters.migrating import alembic_on
from headquarters.on_sqlite import migration_engine
from headquarters.orders.models import Invoice, Order
from headquarters.stock.models import Stock
from headquarters.stock.service import keep_stock
from retail.orders.returns import Returned, start_return
from retail.orders.selling import sold
from retail.wire.feeds import StockRow
from tests.headquarters.conftest import SQLITE, Books
from tests.headquarters.shop import sent

pytestmark = pytest.mark.parametrize("engine", [SQLITE], indirect=True)


def standing(session: Session) -> tuple[dict[str, Any], list[int], list[tuple[str, str, int, bool]]]:
    invoices = {each.number: (each.order_uuid, each.reference, each.document, each.kind, each.store, each.receipt,
                              each.customer_name, each.total_minor, each.applied_minor, each.made_at)
                for each in session.scalars(select(Invoice))}  # fmt: skip
    deposits = list(session.scalars(select(Order.deposit_left_minor).order_by(Order.id)))
    stock = [
        (row.place, row.product, row.on_hand_thousandths, row.is_told)
        for row in session.scalars(select(Stock))
    ]
    return invoices, deposits, stock


def test_what_an_older_database_knows_is_taken_over(books: Books) -> None:
    paper = books.enrol()
    figure = StockRow(product="A", place="HOUSTON", quantity_thousandths=5000, as_of=books.parts.now())
    with books.parts.database.writing() as session:
        keep_stock(session, [figure])
    sale = paper.sale(2)
    back = paper.act(start_return(sold(sale), [Returned(1, 1000, "Damaged")], None, paper.settings, "c"))
    books.upload(sent(sale), sent(back), sent(paper.order(carried_out=1)), sent(paper.order()), at_once=True)
    books.job("synchronize-orders")
    with books.parts.database.reading() as session:
        before = standing(session)
    books.parts.database.close()

    with migration_engine(books.folder / FILE_NAME) as engine, engine.begin() as connection:
        command.downgrade(alembic_on(connection), "0019")
    opened = open_database(books.folder)

    with opened.reading() as session:
        assert standing(session) == before
    opened.close()
    assert sorted(before[0]) == ["CRN-000001", "INV-000001"]
    assert before[1:] == ([800, 800], [("HOUSTON", "A", 3000, True)])
