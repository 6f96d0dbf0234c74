"""Looking things up on this register: its own records and headquarters' merged under one id, whose state wins."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from pydantic import ValidationError

from channel_db.catalog.asking import Stale
from channel_db.catalog.hits import CustomerHit, ProductHit, hit_in, hit_of, rank_of
from channel_db.catalog.repository import Catalog
from channel_db.journal.outbox import EntryState
from channel_db.journal.repository import Journal
from channel_db.kinds import NEEDED_TO_SELL
from channel_db.order_heads import EVERY_ORDER, OrderFilter
from pos_app.register.agreement import parked_there
from pos_app.register.known_order import KnownOrder
from pos_app.register.order_finding import FoundOrder, OrderFinding, read_answer
from retail.catalog import Product
from retail.clock import Clock
from retail.customer_changes import CustomerChange, as_changed_here
from retail.customer_extras import ContactKind, contacts_in
from retail.customer_search import SearchField, limited
from retail.customers import Customer
from retail.likeness import Likeness, likeness, plain_name
from retail.loyalty import read_card
from retail.orders.facts import OrderFacts, Whereabouts, order_facts
from retail.orders.invoices import has_number
from retail.orders.order import OrderState
from retail.orders.selling import sells, sold
from retail.phones import at_home
from retail.price_lists import moment_text
from retail.promotions import PriceBook
from retail.settings import StoreSettings
from retail.stock import StockFigure
from retail.wire.customers import customer_in
from retail.wire.feeds import CustomerRow
from retail.wire.uploads import TransactionDocument

FOUND_MAX = 50
PHONE_DIGITS_MIN = 4
"""From so many digits on a text may be a telephone number."""
TEXT_MAX = 254
"""No name, number or address is longer: what is typed beyond it finds nothing more."""


class Finding:
    """Everything that can be looked up without headquarters, from both files of this register."""

    def __init__(self, journal: Journal, catalog: Catalog, store: str, clock: Clock) -> None:
        self._journal = journal
        self._catalog = catalog
        self._store = store
        self._clock = clock
        self.orders = OrderFinding(journal, catalog)
        self._is_ready = False
        self._learned: dict[str, Customer] = {}
        self._price_book: PriceBook | None = None
        self._price_book_as_of: int | None = None
        self._ahead = timedelta()
        self._ahead_as_of: int | None = None

    def is_ready_to_sell(self) -> bool:
        """All that a sale needs has come from headquarters once; what has come stays."""
        self._is_ready = self._is_ready or self._catalog.is_ready()
        return self._is_ready

    def arriving(self) -> tuple[str, int, int]:
        """The feed of those a sale needs that is on its way, its rows so far, and how many there are."""
        on_their_way = self._catalog.arriving()
        received = self._catalog.contact().received
        feed = next((each for each in NEEDED_TO_SELL if each not in received), NEEDED_TO_SELL[-1])
        rows, total = on_their_way.get(feed, (0, 0))
        return feed, rows, total

    def products_by_barcode(self, code: str) -> list[Product]:
        """Every product that bears this code."""
        return self._catalog.product_by_barcode(code, self._moment)

    def product(self, number: str) -> Product | None:
        """The product with exactly this number."""
        return self._catalog.product_by_number(number, self._moment)

    def stock(self, product: str, place: str) -> StockFigure | None:
        """How much of a product a place had when headquarters last told."""
        return self._catalog.stock(product, place)

    def price_book(self) -> PriceBook:
        """The promotions as headquarters sent them last."""
        changes = self._catalog.changes()
        if self._price_book is None or changes != self._price_book_as_of:
            self._price_book = PriceBook(self._catalog.promotions())
            self._price_book_as_of = changes
        return self._price_book

    def _moment(self) -> str:
        """Now by headquarters' clock, as far as this register knows how far its own is off: so that all registers of a
        shop change a price at the same time.
        """
        changes = self._catalog.changes()
        if changes != self._ahead_as_of:
            self._ahead = timedelta(milliseconds=self._catalog.contact().ahead_ms or 0)
            self._ahead_as_of = changes
        return moment_text(self._clock.now() - self._ahead)

    def find_products(
        self, text: str, is_stale: Stale = lambda: False, most: int = FOUND_MAX, *, any_word: bool = False
    ) -> list[ProductHit]:
        """Products for what was typed; with `any_word` also those of which only a part of the words is true.

        Raises:
            SearchGivenUp: nobody waits for them any more.
        """
        return self._catalog.find_products(searchable(text), most, is_stale, self._moment, any_word=any_word)

    def picture_of(self, product: str) -> str:
        """The file with the picture of a product; empty where it has none, or it has not come yet."""
        file = self._catalog.picture_of(product)
        return "" if file is None else str(file)

    def customer(self, id: str) -> Customer | None:
        """The customer, as headquarters knows them or as they were made here, with what was changed here since."""
        customer = self._catalog.customer(id) or self._learned_of(id) or self._journal.customer(id)
        return None if customer is None else as_changed_here(customer, self._journal.customer_changes(id))

    def _learned_of(self, id: str) -> Customer | None:
        """Who headquarters answered with, unless they were erased since."""
        if id in self._learned and self._journal.is_erased(id):
            del self._learned[id]
        return self._learned.get(id)

    def learn_customers(self, answer: Iterable[Mapping[str, Any]]) -> list[Customer]:
        """The customers headquarters answered with, as they are known here; those who were not, are from now on.

        They are remembered while this program runs; the feed brings them for good.
        """
        learned = []
        for values in answer:
            try:
                row = customer_in(CustomerRow.of(dict(values)))
            except (ValidationError, TypeError, ValueError):
                continue  # of a newer headquarters, in a way that this version cannot read
            self._learned[row.id] = row
            learned.append(self.customer(row.id) or row)
        return learned

    def customer_by_code(self, code: str) -> Customer | None:
        """The customer whose account or loyalty card this is."""
        card = read_card(code)
        known = self._catalog.customer_of_account(code)
        if known is not None:
            return self.customer(known.id)
        for hit in (*self.find_customers(code), *self.find_customers(card)):
            customer = self.customer(hit.id)
            if customer is not None and (customer.account == code or card in customer.loyalty_cards):
                return customer
        for each in list(self._learned.values()):
            if each.account == code or card in each.loyalty_cards:
                return self.customer(each.id)
        return None

    def possible_duplicates(self, typed: Customer, country: str) -> list[tuple[Customer, Likeness]]:
        """Who is known here and may be who is being typed in a store of this country, the surest first."""
        places = [str(address) for address in typed.addresses if address.line1 and typed.name]
        found: dict[str, Customer] = {}
        contacts = contacts_in(typed.extras)
        emails = [typed.email, *[each.value for each in contacts if each.kind is ContactKind.EMAIL]]
        phones = [typed.phone, *[each.value for each in contacts if each.kind is ContactKind.PHONE]]
        numbers = [(phone, at_home(phone, country)) for phone in phones]
        words = [(each, "") for each in (*emails, *[plain_name(typed.name) for _ in places])]
        for sought, home in dict.fromkeys((*words, *numbers)):
            for hit in self._customers_for(searchable(sought), home) if sought.strip() else ():
                customer = None if hit.id in found else self.customer(hit.id)
                if customer is not None:
                    found[hit.id] = customer
        alike = [(each, what) for each in found.values() if (what := likeness(typed, each, country))]
        return sorted(alike, key=lambda pair: list(Likeness).index(pair[1]))

    def unsent_changes(self, customer: str) -> list[CustomerChange]:
        """What was changed of this customer here and headquarters has not accepted yet."""
        return [
            each for each in self._journal.customer_changes(customer) if self._journal.open_entry(each.id)
        ]

    def waiting_change(self, customer: str) -> str | None:
        """The last document about this customer that headquarters has not accepted: a change, or that they exist."""
        about = [customer, *[change.id for change in self._journal.customer_changes(customer)]]
        return next((each for each in reversed(about) if self._journal.open_entry(each)), None)

    def find_customers(
        self, text: str, is_stale: Stale = lambda: False, most: int = FOUND_MAX, *, any_word: bool = False
    ) -> list[CustomerHit]:
        """Customers for what was typed, of equal rank the pending ones first; with no text the recent ones made here.

        Behind them who has the phone that was typed without the code of its country, or with it; with `any_word` and
        last, who has only some of the words in their name. With the name of a field before a colon, `phone: 912`, only
        those who have it there.

        Raises:
            SearchGivenUp: nobody waits for them any more.
        """
        only, text = limited(text)
        home = at_home(text) if only in (None, SearchField.PHONE) else ""
        return self._customers_for(searchable(text), home, is_stale, most, any_word=any_word, only=only)

    def _customers_for(
        self,
        text: str,
        home: str,
        is_stale: Stale = lambda: False,
        most: int = FOUND_MAX,
        *,
        any_word: bool = False,
        only: SearchField | None = None,
    ) -> list[CustomerHit]:
        sought = home or text  # the digits at home are in every way to dial it
        ids = dict.fromkeys(
            [each.id for each in self._journal.find_customers(sought, most, any_word=any_word)]
        )
        known: list[CustomerHit] = []
        if text.strip():
            ids |= dict.fromkeys(self._journal.changed_customers(sought, most, any_word=any_word))
            known = self._catalog.find_customers(text, most, is_stale, home, any_word=any_word, only=only)
        ids |= dict.fromkeys(self._journal.changed_among([hit.id for hit in known]))
        here = [customer for id in ids if (customer := self.customer(id))]
        merged = {hit.id: hit for hit in known}
        for each in here:
            merged.pop(each.id, None)
            if (hit := hit_of(each, sought) if only is None else hit_in(each, sought, only)) is not None:
                merged[each.id] = hit
        rank = rank_of(text, home)
        return sorted(merged.values(), key=lambda hit: (rank(hit), hit.account is not None))[:most]

    def order(self, id: str) -> KnownOrder | None:
        """The order, as headquarters knows it or as it was made here; or the plain sale with this id, made here."""
        known = self.orders.order(id)
        return self._sale(id) if known is None else known

    def list_orders(
        self,
        text: str,
        narrowed: OrderFilter = EVERY_ORDER,
        answer: Iterable[OrderState] = (),
        most: int = FOUND_MAX,
    ) -> list[FoundOrder]:
        """Orders by number, receipt, and name, phone or e-mail of their customer; the newest first.

        What headquarters answered with and is not known here stands below, so that nothing moves when it comes.
        """
        text = searchable(text)
        customers: list[str] = []
        digits = sum(map(str.isdigit, text))
        if "@" in text or (digits >= PHONE_DIGITS_MIN and not any(map(str.isalpha, text))):
            customers = [hit.id for hit in self.find_customers(text)]
        return self.orders.listed(text, most, narrowed, customers, answer)

    def _sale(self, id: str) -> KnownOrder | None:
        """A plain sale of this register of which nothing came back yet."""
        text = self._journal.transaction_text(id)
        document = None if text is None else TransactionDocument.read(text)
        if document is None or not sells(document):
            return None
        return KnownOrder(sold(document), id, from_headquarters=False)

    def named(self, epoch: str, number: str) -> list[KnownOrder]:
        """The sales and orders known here that exactly this number stands on: a receipt's, an order's, an invoice's."""
        number = searchable(number).strip()
        document = self._journal.transaction_by_receipt(epoch, number)
        ids = [] if document is None else _told_of(document)
        if not ids and number:
            here = [local.state for local in self._journal.orders_naming(number, FOUND_MAX)]
            found = [*here, *self._catalog.orders_naming(number, FOUND_MAX)]
            ids = [order.id for order in found if has_number(order, number)]
        return [order for id in dict.fromkeys(ids) if (order := self.order(id))]

    def find_orders(
        self, text: str, answer: Iterable[Mapping[str, Any]] = (), most: int = FOUND_MAX
    ) -> list[KnownOrder]:
        """The same orders in full, the newest first."""
        read = {row.id: row for row in map(read_answer, answer) if row is not None}
        found = self.list_orders(text, EVERY_ORDER, read.values(), most)
        orders = [
            self.order(each.id) or KnownOrder(read[each.id], None, from_headquarters=True) for each in found
        ]
        return sorted(orders, key=lambda order: order.made_at, reverse=True)[:most]

    def order_of_receipt(self, epoch: str, receipt_number: str) -> KnownOrder | None:
        """The order that a receipt of this register is about; None where it is none, or about no order."""
        document = self._journal.transaction_by_receipt(epoch, receipt_number)
        about = None if document is None else document.order or document.act
        return None if about is None else self.order(about.id)

    def whereabouts(self, order: KnownOrder) -> Whereabouts:
        """How far an order has travelled: its document still in the outbox, sent, or known by its number."""
        if order.number is not None:
            return Whereabouts.KNOWN
        waits = order.transaction and self._journal.open_entry(order.transaction)
        return Whereabouts.UNSENT if waits else Whereabouts.SENT

    def facts(
        self, order: KnownOrder, settings: StoreSettings, rights: frozenset[str], today: date, *, online: bool
    ) -> OrderFacts:
        """What the rules must know of an order at this register now."""
        return order_facts(
            replace(order.state, status=order.status), settings, today, rights=rights, online=online,
            whereabouts=self.whereabouts(order), made_here=order.transaction is not None,
            is_put_aside=self._is_document_put_aside(order),
        )  # fmt: skip

    def _is_document_put_aside(self, order: KnownOrder) -> bool:
        """Whether headquarters waits for a person before it has this order: said when it was sent, or since."""
        if order.number is not None or order.transaction is None:
            return False
        entry = self._journal.open_entry(order.transaction)
        if entry is not None:
            return entry.state is EntryState.ATTENTION
        return any(each.document == order.transaction for each in parked_there(self._catalog.contact()))

    def waiting_act(self, order: OrderState) -> str | None:
        """The last document of this order that headquarters has not accepted yet."""
        return next(iter(reversed(self.waiting_acts(order))), None)

    def waiting_acts(self, order: OrderState) -> list[str]:
        """The documents of this order that headquarters has not accepted yet, in their order."""
        return [act for act in order.acts if self._journal.open_entry(act)]

    def is_put_aside(self, order: OrderState) -> bool:
        """Whether headquarters has put aside something that was done to this order, until a person has looked."""
        entries = [self._journal.open_entry(act) for act in order.acts]
        return any(each is not None and each.state is EntryState.ATTENTION for each in entries)

    def check_room(self) -> None:
        """Prove that another sale can be kept.

        Raises:
            DiskFull: there is no room for it.
        """
        self._journal.check_room()


def _told_of(document: TransactionDocument) -> list[str]:
    """What a receipt is about: the order or the sale something was done to, and the goods it sold."""
    about = document.order or document.act
    acted_on = [] if about is None or about.id == document.id else [about.id]
    return [*acted_on, *([document.id] if sells(document) else [])]


def searchable(text: str) -> str:
    """What can be searched for of a text: its beginning, without half characters."""
    return text[:TEXT_MAX].encode("utf-8", "ignore").decode("utf-8")
