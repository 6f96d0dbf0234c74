"""Catalogues of any size, made up, always the same: rows of feeds, a register's file, and a bare one beside it."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from channel_db.catalog.repository import Catalog
from channel_db.engine import PRAGMAS, open_catalog
from channel_db.kinds import CATALOG
from retail.clock import ReadClock
from retail.folding import digits_of, fold, fold_code
from retail.settings import StoreSettings
from retail.wire.protocol import FeedRow
from retail.wire.settings import settings_values

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
CLOCK = ReadClock(lambda: NOW)
PAGE_ROWS = 5000
STORE = "HOUSTON"
STAFF: dict[str, Any] = {
    "user": "ann",
    "name": "Ann",
    "role": "manager",
    "pin_hash": "$argon2id$",
    "rights": [],
}

_BRANDS = [
    a + b
    for a in ["Nor", "Sol", "Vik", "Ber", "Fjel", "Lun", "Mar", "Kal", "Rin", "Tor"]
    for b in ["dal", "vik", "berg", "mark", "heim", "stad", "sen", "ley", "mont", "ford"]
]
_NOUNS = [
    "shirt",
    "jacket",
    "trousers",
    "sneaker",
    "boot",
    "sandal",
    "kettle",
    "lamp",
    "chair",
    "table",
    "towel",
    "blanket",
    "coffee",
    "tea",
    "biscuit",
    "chocolate",
    "juice",
    "water",
    "yoghurt",
    "cheese",
    "bread",
    "butter",
    "apple",
    "banana",
    "tomato",
    "potato",
    "salmon",
    "shampoo",
    "soap",
    "lotion",
    "battery",
    "cable",
    "charger",
    "headphones",
    "speaker",
    "notebook",
    "pencil",
    "marker",
    "paint",
    "brush",
    "hammer",
    "screwdriver",
    "drill",
    "glove",
    "helmet",
    "bottle",
    "backpack",
    "wallet",
    "watch",
    "ring",
    "scarf",
    "blåbærsyltetøy",
    "brød",
    "kjøttkaker",
    "rømme",
]
_KINDS = [
    "red",
    "blue",
    "green",
    "black",
    "white",
    "small",
    "medium",
    "large",
    "organic",
    "classic",
    "premium",
    "light",
    "heavy",
    "soft",
    "dry",
    "fresh",
    "winter",
    "summer",
    "kids",
    "sport",
    "slim",
    "wide",
    "deluxe",
    "basic",
    "natural",
    "vintage",
    "double",
    "single",
    "travel",
    "outdoor",
    "økologisk",
    "grønn",
    "blå",
]
_FIRST = [
    "Anna",
    "Emma",
    "Nora",
    "Olivia",
    "Sofie",
    "Ingrid",
    "Maja",
    "Lea",
    "Jakob",
    "Noah",
    "Emil",
    "Lukas",
    "Oskar",
    "Filip",
    "Henrik",
    "Lars",
    "Mia",
    "Clara",
    "Ida",
    "Julia",
    "Peter",
    "Paul",
    "Maria",
    "Elena",
    "Carlos",
    "Diego",
    "Fatima",
    "Omar",
    "Yusuf",
    "Aisha",
    "Åse",
    "Øystein",
    "Ægir",
]
_LAST = [
    a + b
    for a in ["Han", "Ols", "Lars", "Ander", "Peder", "Niel", "Kristian", "Jens", "Johan", "Berg", "Bjørn"]
    for b in ["sen", "son", "strøm", "stad", "dahl", "lund", "vik", "moen", "haug", "bakken"]
]


def products(count: int) -> Iterator[dict[str, Any]]:
    """Values of the feed `products`."""
    chance = random.Random(1)
    pick = chance.choice
    for at in range(1, count + 1):
        name = f"{pick(_BRANDS)} {pick(_KINDS)} {pick(_NOUNS)} {pick(_KINDS)} {chance.randint(1, 999)}ml"
        yield {
            "number": f"SKU-{at:07d}",
            "name": name,
            "tax_percent": "25",
            "barcodes": [f"{7_000_000_000_000 + at * 7919 % 999_999_999_989:013d}"],
            "sellable": True,
            "key_in_price": False,
            "line_charge_minor": 0,
        }


def prices(count: int) -> Iterator[dict[str, Any]]:
    """Values of the feed `prices`."""
    chance = random.Random(2)
    for at in range(1, count + 1):
        yield {"number": f"SKU-{at:07d}", "price_minor": chance.randint(100, 999_900)}


def customers(count: int) -> Iterator[dict[str, Any]]:
    """Values of the feed `customers`."""
    chance = random.Random(3)
    for at in range(1, count + 1):
        first, last = chance.choice(_FIRST), chance.choice(_LAST)
        mail = f"{fold(first)}.{fold(last)}{at}@example.org"
        address = {
            "id": f"00000002-0000-7000-8000-{at:012x}",
            "line1": f"Storgata {at % 300}",
            "postcode": f"{at % 9999:04d}",
            "city": "Bergen",
            "country": "NO",
        }
        yield {
            "id": f"00000001-0000-7000-8000-{at:012x}",
            "account": f"C{at:07d}",
            "type": "person",
            "name": f"{first} {last}",
            "email": mail,
            "phone": f"+47 {chance.randint(40000000, 99999999)}",
            "language": "",
            "business": False,
            "addresses": [address],
        }


def fill(catalog: Catalog, feed: str, values: Iterator[dict[str, Any]]) -> None:
    """Apply a whole feed, page by page, as the agent does."""
    key = "id" if feed == "customers" else "number"
    rows = (FeedRow(key=value[key], gone=False, value=value) for value in values)
    page, place = list(islice(rows, PAGE_ROWS)), 0
    while page:
        following, place = list(islice(rows, PAGE_ROWS)), place + 1
        catalog.apply_page(feed, page, str(place), NOW, more=bool(following))
        page = following


def make_ready(catalog: Catalog) -> None:
    """Settings and one person, so that the register is ready when products and prices are there."""
    settings = {"values": settings_values(StoreSettings(store=STORE))}
    catalog.apply_page("settings", [FeedRow(key=STORE, gone=False, value=settings)], "1", NOW)
    catalog.apply_page("staff", [FeedRow(key=STAFF["user"], gone=False, value=STAFF)], "1", NOW)


def catalogue_of(folder: Path, product_count: int, customer_count: int = 0) -> Path:
    """A folder whose catalog.db holds so many; made once and kept for the next run."""
    home = folder / f"catalogue-{product_count}-{customer_count}"
    if not home.is_dir():
        making = home.with_suffix(".part")
        catalog = open_catalog(making, CLOCK, writer=True)
        make_ready(catalog)
        fill(catalog, "products", products(product_count))
        fill(catalog, "prices", prices(product_count))
        catalog.apply_page("list_prices", [], "1", NOW)
        fill(catalog, "customers", customers(customer_count))
        catalog.close()
        making.rename(home)
    return home


_BARE = """
CREATE TABLE product (id INTEGER PRIMARY KEY, number TEXT, folded_number TEXT, barcode TEXT, name TEXT, folded TEXT,
    price INTEGER, tax TEXT, sellable INTEGER);
CREATE TABLE customer (id INTEGER PRIMARY KEY, account TEXT, name TEXT, folded TEXT, email TEXT, phone TEXT,
    digits TEXT, city TEXT);
"""
_BARE_INDEXES = """
CREATE UNIQUE INDEX product_barcode ON product (barcode);
CREATE INDEX product_number ON product (folded_number);
CREATE INDEX customer_account ON customer (account);
CREATE INDEX customer_email ON customer (email);
CREATE INDEX customer_digits ON customer (digits);
"""
WORDS = "tokenize='unicode61 remove_diacritics 0', detail=none, prefix="
PARTS = "tokenize='trigram case_sensitive 1', detail="
_BARE_FTS = {
    "product_words_234": ("product", "folded", f"{WORDS}'2 3 4'"),
    "product_words_8": ("product", "folded", f"{WORDS}'1 2 3 4 5 6 7 8'"),
    "product_parts": ("product", "folded_number || ' ' || barcode || ' ' || folded", f"{PARTS}full"),
    "customer_words_234": ("customer", "folded", f"{WORDS}'2 3 4'"),
    "customer_words_8": ("customer", "folded", f"{WORDS}'1 2 3 4 5 6 7 8'"),
    "customer_parts": ("customer", "email || ' ' || digits", f"{PARTS}full"),
}


def bare_of(folder: Path, product_count: int, customer_count: int = 0) -> Path:
    """A bare file with the same rows and every index that answers one of the questions; made once and kept."""
    file = folder / f"bare-{product_count}-{customer_count}.db"
    if not file.exists():
        making = file.with_suffix(".part")
        making.unlink(missing_ok=True)
        driver = bare_driver(making)
        driver.executescript(_BARE)
        driver.execute("BEGIN")
        driver.executemany(
            "INSERT INTO product VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    at,
                    p["number"],
                    fold_code(p["number"]),
                    p["barcodes"][0],
                    p["name"],
                    fold(p["name"]),
                    q["price_minor"],
                    p["tax_percent"],
                    1,
                )
                for at, (p, q) in enumerate(
                    zip(products(product_count), prices(product_count), strict=True), 1
                )
            ),
        )
        driver.executemany(
            "INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    at,
                    fold_code(c["account"]),
                    c["name"],
                    fold(c["name"]),
                    c["email"],
                    c["phone"],
                    digits_of(c["phone"]),
                    c["addresses"][0]["city"],
                )
                for at, c in enumerate(customers(customer_count), 1)
            ),
        )
        driver.execute("COMMIT")
        driver.executescript(_BARE_INDEXES)
        for name, (table, text, how) in _BARE_FTS.items():
            driver.execute("BEGIN")
            driver.execute(f"CREATE VIRTUAL TABLE {name} USING fts5(text, content='', {how})")
            driver.execute(f"INSERT INTO {name} (rowid, text) SELECT id, {text} FROM {table}")
            driver.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
            driver.execute("COMMIT")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        driver.close()
        making.rename(file)
    return file


def bare_driver(file: Path) -> Any:
    """The driver's own connection, with the pragmas the product uses."""
    driver = dbapi2.connect(str(file), isolation_level=None)
    for name, value, _reason in PRAGMAS:
        driver.execute(f"PRAGMA {name} = {value}")
    return driver


def print_statements(whose: str, driver: Any, ask: Callable[[], object]) -> None:
    """Print the statements, with their values, by which a question is answered."""
    told: list[str] = []
    driver.set_trace_callback(told.append)
    ask()
    driver.set_trace_callback(None)
    for each in told:
        if not each.startswith("--"):  # what SQLite asks itself
            print(f"    {whose}: {' '.join(each.split())}")


def opened(folder: Path) -> Catalog:
    """The catalogue of a folder, as the register opens it."""
    if not (folder / CATALOG.file).is_file():
        raise FileNotFoundError(folder / CATALOG.file)
    return open_catalog(folder, CLOCK, writer=False)
