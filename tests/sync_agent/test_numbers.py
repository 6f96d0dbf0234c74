"""When the agent looks for numbers that jobs of headquarters give, and what the P-job asks of it."""

from tests.channel_db.making import add_customer, conclude, customer, order_cart
from tests.sync_agent.one_agent import Shop, shop

__all__ = ["shop"]


def test_a_number_that_jobs_give_is_looked_for_soon_and_only_until_it_is_here(shop: Shop) -> None:
    shop.turns(2)
    made = customer(1)
    with shop.journal.unit_of_work() as work:
        add_customer(work, made)
    shop.turns(0.25)
    assert list(shop.books.kept) == [made.id]
    shop.books.lines.clear()

    shop.turns(4)
    assert shop.books.pulls == 3
    row = {"id": made.id, "account": "10021", "name": "Kari"}
    shop.books.published["customers"] = [{"key": made.id, "gone": False, "value": row}]
    shop.turns(3)
    assert shop.catalog.customer(made.id) is not None
    shop.books.lines.clear()
    shop.turns(8)

    assert shop.books.pulls <= 1


def test_an_orders_number_is_looked_for_soon_and_a_sale_has_none(shop: Shop) -> None:
    shop.turns(2)
    shop.sell(1)
    shop.turns(4)
    assert shop.books.pulls == 1

    with shop.journal.unit_of_work() as work:
        conclude(work, order_cart(2))
    shop.turns(4.25)

    assert shop.books.pulls == 4


def test_what_the_p_job_asks_for_goes_at_the_next_poll_whatever_it_would_wait_for(shop: Shop) -> None:
    shop.turns(2)
    sale = shop.sell(1)
    shop.journal.park(sale, "Headquarters could not read it")
    shop.turns(15)
    assert shop.books.kept == {}

    shop.books.asks = True
    shop.turns(10)

    assert list(shop.books.kept) == [sale]
