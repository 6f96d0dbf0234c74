"""Whatever of a row was changed behind the agent's back, its mark tells."""

import pytest

from channel_db.catalog.beside import ROWS_AT_ONCE
from channel_db.catalog.marks import DIGEST, MARK
from channel_db.catalog.pages import _KEYS
from channel_db.catalog.repository import Catalog
from retail.wire.protocol import FEED_NAMES
from tests.channel_db.making import NOW, rows
from tests.channel_db.test_pages import apply, content


@pytest.mark.parametrize("feed", FEED_NAMES)
def test_rows_are_as_they_were_kept_also_after_a_change(catalog: Catalog, feed: str) -> None:
    apply(catalog, feed)
    apply(catalog, feed)

    assert catalog.look_through(feed, None) == (None, [])


@pytest.mark.parametrize("feed", FEED_NAMES)
def test_a_change_of_any_value_by_anybody_else_is_found_and_what_is_put_in_its_place_is_whole(
    catalog: Catalog, feed: str
) -> None:
    key = _KEYS[feed]
    apply(catalog, feed)
    before, run = content(catalog), catalog._connection.exec_driver_sql
    for column in key.class_.__table__.columns:
        # A digest that was changed makes the sum of its feed another one, which headquarters does not have.
        if column.name in (MARK, DIGEST) or (column.name == "id" and key.key != "id"):
            continue
        (kept,) = run(f'SELECT "{column.name}" FROM {feed}').one()
        flipped = kept + 1 if isinstance(kept, int) else f"{kept or ''}?"

        run(f'UPDATE {feed} SET "{column.name}" = ?', (flipped,))

        (now,) = run(f'SELECT "{key.key}" FROM {feed}').one()
        assert catalog.look_through(feed, None) == (None, [now]), column.name
        with catalog.together():
            catalog.empty(feed)
            apply(catalog, feed)
        assert content(catalog) == before
        assert catalog.look_through(feed, None) == (None, [])


@pytest.mark.parametrize("feed", FEED_NAMES)
def test_a_digest_that_was_changed_makes_the_sum_of_its_feed_another_one(catalog: Catalog, feed: str) -> None:
    apply(catalog, feed)
    before = catalog.sum_of(feed)

    catalog._connection.exec_driver_sql(f"UPDATE {feed} SET digest = digest + 1")

    assert before is not None
    assert catalog.sum_of(feed) != before


def test_rows_of_an_older_version_have_no_mark_and_are_passed_over(catalog: Catalog) -> None:
    apply(catalog, "prices")
    catalog._connection.exec_driver_sql("UPDATE prices SET mark = NULL, price_minor = 1")

    assert catalog.look_through("prices", None) == (None, [])


def test_a_long_feed_is_looked_through_part_by_part(catalog: Catalog) -> None:
    many = {f"{at:06d}": {"number": f"{at:06d}", "price_minor": at} for at in range(ROWS_AT_ONCE + 10)}
    catalog.apply_page("prices", rows(many), "1", NOW)
    catalog._connection.exec_driver_sql(
        "UPDATE prices SET price_minor = 0 WHERE number IN ('000007', '005001')"
    )

    last, first = catalog.look_through("prices", None)
    end, second = catalog.look_through("prices", last)

    assert (last, end) == ("004999", None)
    assert (first, second) == (["000007"], ["005001"])
