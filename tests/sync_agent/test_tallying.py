"""The tally is made when the journal has changed, told when it is wanted, and holds nothing up."""

from channel_db.engine import open_journal
from retail.wire.protocol import UploadResult
from tests.channel_db.making import conclude, sale_cart
from tests.sync_agent.one_agent import Shop, shop

__all__ = ["shop"]


def test_a_headquarters_that_does_not_take_the_tally_is_worked_with_as_before(shop: Shop) -> None:
    shop.books.wants_tally = True

    shop.turns(15)

    assert "/v1/tally" in shop.books.lines
    assert (shop.books.pulls, shop.catalog.contact().state) == (2, "online")
    assert shop.catalog.contact().compared_at is None


def test_the_tally_is_made_anew_when_either_program_has_changed_the_journal_and_only_then(shop: Shop) -> None:
    def told() -> str:
        shop.agent.probe()
        return shop.books.lines[-1]

    empty = told()
    assert told() == empty
    other = open_journal(shop.journal._folder, shop.clock)
    with other.unit_of_work() as work:
        sale = conclude(work, sale_cart(1))
    other.close()
    held = told()
    shop.journal.acknowledge([UploadResult(id=sale.id, outcome="stored")], shop.clock.now())

    assert len({empty, held, told()}) == 3


def test_headquarters_is_told_which_layout_the_register_shows(shop: Shop) -> None:
    with shop.journal.unit_of_work() as work:
        work.keep_layout_shown("kiosk 3")

    shop.turns(1)

    assert [line for line in shop.books.lines if line.startswith("/v1/hello") and "layout=kiosk+3" in line]
