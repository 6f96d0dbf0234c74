"""The catalogue of one register: questions the register asks, and pages the agent applies."""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from channel_db.catalog import contact, customers, orders, pictured, products, selling_terms
from channel_db.catalog.asking import Stale, given_up_when
from channel_db.catalog.beside import ROWS_AT_ONCE, Beside
from channel_db.catalog.contact import Arriving, Contact, ReceivedFeed
from channel_db.catalog.hits import CustomerHit, ProductHit
from channel_db.catalog.listed import NEVER, Moment
from channel_db.catalog.marks import mark_of
from channel_db.catalog.pages import COUNTS, EMPTY, FEEDS, LEFT_OUT, LOOKS, SUMS
from channel_db.catalog.plain import ERASURES, LAYOUTS, PROMOTIONS, SETTINGS, STAFF, STOCK
from channel_db.catalog.text_index import FORGETTING
from channel_db.catalog.unfit import (
    Unfit,
    counts,
    drop_set_aside,
    forget_further,
    further,
    set_aside,
    settle,
    some_set_aside,
)
from channel_db.kinds import NEEDED_TO_SELL
from channel_db.order_heads import EVERY_ORDER, OrderFilter, OrderHead
from channel_db.pictures import PictureFolder
from channel_db.presence import Presence
from channel_db.unit_of_work import part_of_work, unit_of_work
from retail.catalog import Product
from retail.clock import stamp
from retail.customer_search import SearchField
from retail.customers import Customer
from retail.orders.order import OrderState
from retail.promotions import Promotion
from retail.settings import StoreSettings
from retail.stock import StockFigure
from retail.wire import feeds, protocol
from retail.wire.settings import settings_of
from retail.wire.sums import FeedSum

Place = str | int
_SIGNED = {"settings": SETTINGS, "staff": STAFF}
Hit = TypeVar("Hit", ProductHit, CustomerHit)


class Catalog:
    """catalog.db, opened by `channel_db.engine.open_catalog`. Not for two threads: one lane owns it."""

    def __init__(self, connection: Connection, file: Path) -> None:
        self._connection = connection
        self._presence = Presence(file)
        self._is_together = False
        self.beside = Beside(connection, file.parent)
        self.pictures = PictureFolder(file.parent)

    def product_by_barcode(self, code: str, moment: Moment = NEVER) -> list[Product]:
        """Every product that bears this code, at its price of the moment; none: unknown, several: the cashier
        chooses.
        """
        return products.by_barcode(self._connection, code, moment)

    def product_by_number(self, number: str, moment: Moment = NEVER) -> Product | None:
        """The product with exactly this number, in this case, at its price of the moment."""
        return products.by_number(self._connection, number, moment)

    def picture_of(self, product: str) -> Path | None:
        """Where the picture of this product lies; None where it has none, or it has not come yet."""
        return self.pictures.file_of(pictured.picture_of(self._connection, product))

    def all_pictures(self) -> set[str]:
        """The digests of all pictures that products have, and the looks of this store's registers."""
        settings = self.settings()
        looks = [] if settings is None else [settings.look, *[each.look for each in settings.register_looks]]
        named = {picture for look in looks for picture in (look.logo, look.background) if picture}
        return pictured.all_pictures(self._connection) | named

    def promotions(self) -> list[Promotion]:
        """Every promotion of headquarters, whether or not it holds today."""
        texts = PROMOTIONS.all(self._connection)
        return [feeds.PromotionRow.model_validate_json(text).promotion() for text in texts]

    def stock(self, product: str, place: str) -> StockFigure | None:
        """How much of a product a place has, as headquarters knew it last."""
        text = STOCK.one(self._connection, feeds.stock_key(place, product))
        return None if text is None else feeds.StockRow.model_validate_json(text).figure()

    def find_products(
        self,
        text: str,
        limit: int,
        is_stale: Stale | None = None,
        moment: Moment = NEVER,
        *,
        any_word: bool = False,
    ) -> list[ProductHit]:
        """Products for what was typed at their prices of the moment, the exact ones first; with `any_word` those last
        that have only some of the words.

        Raises:
            SearchGivenUp: `is_stale` says that nobody waits for them any more.
        """
        return self._search(
            lambda: products.find(self._connection, text, limit, moment, any_word=any_word), is_stale
        )

    def customer(self, uuid: str) -> Customer | None:
        """The customer with this id, as headquarters knows them."""
        return customers.one(self._connection, uuid)

    def consents(self, uuid: str) -> tuple[feeds.ConsentRow, ...]:
        """What a customer said of being written to or called, contact by contact, the oldest first."""
        return customers.consents(self._connection, uuid)

    def customer_of_account(self, account: str) -> Customer | None:
        """The customer with this account id, also with one they had before two were merged."""
        return customers.of_account(self._connection, account)

    def find_customers(
        self,
        text: str,
        limit: int,
        is_stale: Stale | None = None,
        home: str = "",
        *,
        any_word: bool = False,
        only: SearchField | None = None,
    ) -> list[CustomerHit]:
        """Customers for what was typed; for a phone with digits at `home`, whoever has it in any way to dial it. With
        `any_word` also those of whose name only some of the words are true; with `only` those who have it there.

        Raises:
            SearchGivenUp: `is_stale` says that nobody waits for them any more.
        """
        return self._search(
            lambda: customers.find(self._connection, text, limit, home, any_word=any_word, only=only),
            is_stale,
        )

    def order(self, uuid: str) -> OrderState | None:
        """The order with this id, as headquarters knows it."""
        return orders.one(self._connection, uuid)

    def find_orders(self, text: str, limit: int, narrowed: OrderFilter = EVERY_ORDER) -> list[OrderHead]:
        """The heads of orders for what was typed; the newest for no text."""
        return orders.find(self._connection, text, limit, narrowed)

    def orders_of(
        self, customers: Collection[str], limit: int, narrowed: OrderFilter = EVERY_ORDER
    ) -> list[OrderHead]:
        """The heads of the newest orders of these customers."""
        return orders.of_customers(self._connection, customers, limit, narrowed)

    def count_orders_of(self, customer: str) -> int:
        """How many orders of a customer headquarters has sent."""
        return orders.count_of_customer(self._connection, customer)

    def order_heads(self, uuids: Collection[str]) -> list[OrderHead]:
        """The heads of these orders, as far as headquarters knows them."""
        return orders.heads(self._connection, uuids)

    def work(self) -> dict[str, str]:
        """The texts of the orders of which something is still to leave, by their ids."""
        return orders.work(self._connection)

    def order_texts(self, uuids: Collection[str]) -> dict[str, str]:
        """The texts of these orders, by their ids."""
        return orders.order_texts(self._connection, uuids)

    def orders_naming(self, number: str, limit: int) -> list[OrderState]:
        """Orders in which exactly this number stands."""
        return orders.naming(self._connection, number, limit)

    def staff(self, user: str) -> feeds.StaffRow | None:
        """The person with this user name."""
        text = STAFF.one(self._connection, user)
        return None if text is None else feeds.StaffRow.model_validate_json(text)

    def all_staff(self) -> list[feeds.StaffRow]:
        """Everybody who may sign in here, by user name."""
        return [feeds.StaffRow.model_validate_json(text) for text in STAFF.all(self._connection)]

    def staff_value(self, user: str) -> dict[str, Any] | None:
        """What stands of this person, with its signature."""
        text = STAFF.one(self._connection, user)
        return None if text is None else json.loads(text)

    def signed_values(self, feed: str) -> dict[str, dict[str, Any]]:
        """What stands of a feed that is signed, by its keys, with the signatures: staff, or the store's settings."""
        texts = _SIGNED[feed].by_key(self._connection)
        return {key: json.loads(text) for key, text in texts.items()}

    def signed_digests(self, feed: str) -> dict[str, int]:
        """The digests that came with these rows."""
        return _SIGNED[feed].digests(self._connection)

    def settings(self) -> StoreSettings | None:
        """The settings of this store's registers; None before they have arrived."""
        texts = SETTINGS.all(self._connection)
        return settings_of(feeds.SettingsRow.model_validate_json(texts[0]).values) if texts else None

    def layouts(self) -> list[feeds.LayoutRow]:
        """The screen layouts that headquarters has sent, with those they are for, by name."""
        return [feeds.LayoutRow.model_validate_json(text) for text in LAYOUTS.all(self._connection)]

    def contact(self) -> Contact:
        """How things stand with headquarters, as the agent saw it last."""
        return contact.read(self._connection)

    def is_ready(self) -> bool:
        """Everything a sale needs was read to its end once, and can be found."""
        received = self.contact().received
        return all(feed in received for feed in NEEDED_TO_SELL) and bool(SETTINGS.all(self._connection))

    def arriving(self) -> dict[str, Arriving]:
        """How far the feeds are that were not read to their end yet."""
        return contact.arriving(self._connection)

    def received(self) -> list[ReceivedFeed]:
        """What was read to its end, with how many rows there are now, in the order feeds are read."""
        at = self.contact().received
        return [
            ReceivedFeed(feed, at[feed], count.run(self._connection).scalar_one())
            for feed, count in COUNTS.items()
            if feed in at
        ]

    def sum_of(self, feed: str) -> FeedSum | None:
        """What stands here of a feed, counted from the rows themselves; None where an older version kept some of it."""
        return SUMS[feed].of(self._connection, feed)

    def set_aside(self, most: int, after: Unfit | None = None) -> list[Unfit]:
        """The first `most` of the rows that came and cannot be used, by feed and key, or of those after this one."""
        return some_set_aside(self._connection, most, after)

    def counts_set_aside(self) -> dict[str, int]:
        """How many rows of each feed cannot be used."""
        return counts(self._connection)

    def further_fields(self, feed: str, key: str) -> dict[str, Any]:
        """What a product or a price says besides the fields that this program knows."""
        return further(self._connection, feed, key)

    def changes(self) -> int:
        """A number that is another one after another process has changed the file."""
        number: int = self._connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        return number

    def is_replaced(self) -> bool:
        """The agent has made the file anew; what is open here is the old one."""
        return self._presence.is_lost()

    def cursor(self, feed: str) -> str:
        """How far this feed was read; empty before its first page."""
        return contact.cursor(self._connection, feed)

    def cursors(self) -> dict[str, str]:
        """How far each feed was read, as far as it was begun."""
        return contact.cursors(self._connection)

    def apply_page(
        self,
        feed: str,
        rows: Sequence[protocol.FeedRow],
        cursor: str,
        now: datetime,
        *,
        more: bool = False,
        total: int | None = None,
        waiting: int = 0,
        unfit: Sequence[Unfit] = (),
    ) -> None:
        """Keep a page and how far it reaches, in one commit; the same page twice equals once.

        `unfit` are rows of it that cannot be used: they are kept beside the tables in the same commit.

        An empty table that takes more than one page is filled bare: its indexes are made with the last page.
        `total` is how many rows there are in all; it is said with the first page of a reading from the start. `waiting`
        is how many rows of the feed, these among them, are to be shown `together`: many change its indexes in one go.

        Raises:
            pydantic.ValidationError, KeyNotItsOwn: a row is not what its feed promises; nothing of the page was kept.
        """
        kept = FEEDS[feed]
        work = part_of_work if self._is_together else unit_of_work
        newest = {row.key: row for row in rows}
        values = {key: row.value or {} for key, row in newest.items() if not row.gone}
        with work(self._connection):
            if kept.filled is not None and more and values:
                kept.filled.bare_if_empty(self._connection)
            kept.drop(self._connection, [key for key, row in newest.items() if row.gone])
            kept.keep(self._connection, values, waiting)
            if kept.filled is not None and not more and kept.filled.is_bare(self._connection):
                kept.dress(self._connection)
            settle(self._connection, feed, newest.keys())
            set_aside(self._connection, unfit)
            contact.move(self._connection, feed, cursor, None if more else stamp(now), len(rows), total)

    @contextmanager
    def together(self) -> Iterator[None]:
        """One commit of all pages that are applied in the body: a reader sees all of them or none."""
        with unit_of_work(self._connection):
            self._is_together = True
            try:
                yield
            finally:
                self._is_together = False

    def drop_left_out(self, feed: str) -> int:
        """Drop what stands here and was not brought by the reading beside it; how many that were. See `together`."""
        count, last = 0, ""
        while keys := list(LEFT_OUT[feed].run(self._connection, feed=feed, last=last).scalars()):
            FEEDS[feed].drop(self._connection, keys)
            count, last = count + len(keys), keys[-1]
        return count

    def empty(self, feed: str) -> None:
        """Take out all rows of a feed without a look at them, for others to be put in their place. See `together`."""
        FEEDS[feed].undress(self._connection)
        EMPTY[feed].run(self._connection)
        forget_further(self._connection, feed)
        if feed == "products":
            pictured.forget(self._connection)
            selling_terms.forget(self._connection)

    def forget(self, feed: str) -> None:
        """Take out all rows of a feed and how far it was read, in one commit: it is as if it had never come."""
        with unit_of_work(self._connection):
            self.empty(feed)
            FEEDS[feed].dress(self._connection)
            drop_set_aside(self._connection, feed)
            contact.forget(self._connection, feed)

    def look_through(self, feed: str, after: Place | None) -> tuple[Place | None, list[str]]:
        """Look at some rows of a feed after a place in it, None for its beginning.

        Gives back the place of the last of them, None at the feed's end, and the keys of those whose values are not
        what was kept.
        """
        look = LOOKS[feed]
        rows = look.some.run(self._connection, last=look.start if after is None else after).all()
        damaged = [key for _, key, mark, *values in rows if mark is not None and mark != mark_of(values)]
        return (rows[-1][0] if len(rows) == ROWS_AT_ONCE else None), damaged

    def erasures(self) -> set[str]:
        """The customers whom headquarters has erased."""
        return set(ERASURES.by_key(self._connection))

    def forget_pages(self) -> None:
        """After an erasure: what search indexes and the log still held of who is gone is gone from the disk too."""
        for index in FORGETTING:
            with unit_of_work(self._connection):
                index.forget(self._connection)
        self._connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def keep_contact(self, now_standing: Contact) -> None:
        """Keep how things stand with headquarters."""
        with unit_of_work(self._connection):
            contact.keep(self._connection, now_standing)

    def _search(self, find: Callable[[], list[Hit]], is_stale: Stale | None) -> list[Hit]:
        if is_stale is None:
            return find()
        with given_up_when(self._connection, is_stale):
            return find()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
