"""A feed whose rows all bear one time, a price whose time comes, and a shift over midnight at the end of a year."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from channel_db.engine import open_catalog
from headquarters.feeds.service import page, publish
from retail.price_lists import moment_text
from retail.wire.feeds import ListPriceRow
from retail.wire.uploads import TransactionDocument
from tests.fixtures.fix_register import SETTINGS, Register, Shop, at_work
from tests.headquarters.conftest import Books

NEW_YEAR = datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)


def test_50_rows_of_one_moment_are_each_read_once_and_two_edits_in_it_end_with_the_last(books: Books) -> None:
    with books.parts.database.writing() as session:
        start = page(session, "layouts", "HOUSTON", "", 1).cursor
        publish(session, "layouts", {f"{number:04d}": {"v": 0} for number in range(1500)})
    for edit in (1, 2):
        with books.parts.database.writing() as session:
            publish(session, "layouts", {"0700": {"v": edit}})

    read: list[tuple[str, object]] = []
    cursor, more = start, True
    while more:
        with books.parts.database.reading() as session:
            found = page(session, "layouts", "HOUSTON", cursor, 97)
        read += [(row.key, row.value) for row in found.rows]
        cursor, more = found.cursor, found.more

    assert len(read) == len({key for key, _value in read}) == 1500
    assert read[-1] == ("0700", {"v": 2})
    assert books.clock.now() == books.clock.time, "no time passed"


def conclude(register: Register, amount: str = "50") -> TransactionDocument:
    register.do("tender.cash", amount=amount)
    register.do("transaction.conclude")
    document = register.session.journal.last_transaction()
    assert document is not None
    return document


def test_51_a_sale_over_midnight_and_new_year_has_the_day_it_was_concluded_and_the_next_number(
    shop: Shop,
) -> None:
    shop.clock.moment = NEW_YEAR
    register = at_work(shop)
    register.do("product.add", number="B")
    before = conclude(register)
    register.do("product.add", number="B")

    shop.clock.go_on(seconds=2)
    over = conclude(register)

    assert [before.business_date, over.business_date] == [date(2026, 12, 31), date(2027, 1, 1)]
    assert [before.number, over.number] == [1, 2]
    assert over.receipt_number == "HOUSTON-1-000002"
    rows = register.session.journal._connection.exec_driver_sql(
        "SELECT business_date FROM transactions ORDER BY number"
    )
    assert list(rows.scalars()) == ["2026-12-31", "2027-01-01"]
    register.session.journal.verify_chain()


@pytest.mark.parametrize("is_off", [False, True])
def test_46_a_machine_back_after_three_days_in_an_open_sale_has_the_sale_the_day_of_today_and_the_next_number(
    shop: Shop, *, is_off: bool
) -> None:
    """Asleep, a program sees its clock go on by three days between two of its steps; shut down, it is started anew."""
    register = at_work(shop)
    register.do("product.add", number="B")
    before = conclude(register)
    register.do("product.add", number="B")
    register.do("product.add", number="B")
    lines = register.cart["lines"]

    shop.clock.go_on(days=3)
    register = at_work(shop) if is_off else register

    assert register.cart["lines"] == lines
    after = conclude(register, "500")
    assert after.business_date - before.business_date == timedelta(days=3)
    assert (before.number, after.number) == (1, 2)
    assert len(after.lines) == len(lines)
    assert "clock.moved" not in register.kinds(), "time that passes is no move"
    register.session.journal.verify_chain()


def price_at_true_time(shop: Shop, ahead: timedelta, moment: datetime) -> tuple[int, str]:
    """What a register whose clock is so far ahead of headquarters', which told it so, takes for socks."""
    shop.clock.moment = moment + ahead
    catalog = open_catalog(shop.folder, shop.clock, writer=True)
    catalog.keep_contact(replace(catalog.contact(), ahead_ms=round(ahead.total_seconds() * 1000)))
    catalog.close()
    register = at_work(shop)
    register.do("product.add", number="B")
    cart = register.session.cart
    assert cart is not None
    line = cart.lines[-1]
    return line.list_price_minor, line.price_list


def test_49_registers_whose_clocks_differ_by_ten_minutes_change_a_price_at_the_same_moment(
    shop: Shop,
) -> None:
    effect = datetime(2026, 12, 1, 6, tzinfo=UTC)
    dearer = ListPriceRow(list="DECEMBER", number="B", price_minor=4500, starts=moment_text(effect))
    shop.publish(SETTINGS, list_prices={dearer.key: dearer.model_dump(mode="json")})

    for ahead in (timedelta(minutes=6), timedelta(minutes=-4)):
        assert price_at_true_time(shop, ahead, effect - timedelta(seconds=1)) == (4000, "")
        assert price_at_true_time(shop, ahead, effect) == (4500, "DECEMBER")
