"""The word and part indexes (FTS5) beside the tables: which ids have a word that begins so, or this part anywhere."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

PREFIX_MAX = 8
"""Beginnings of up to so many letters are indexed: a longer one had to be gathered from all words it begins."""

PART_MIN = 3
"""The part index knows texts by their runs of three letters."""

_RUNS_MAX = 10
"""Of a part with more runs than these every third is asked for: together they cover it."""

_FILLING_BYTES = 8 * 1024 * 1024
_USUAL_BYTES = 1024 * 1024
"""How much of an index is sorted in memory before it is written; more makes filling faster."""


class TextIndex:
    """An FTS5 table that holds a text of every row of a table, under the row's id and without a copy of the text.

    Neither positions nor columns are kept (`detail=none`): a third of the size, and as fast. Only the name is in a
    word index, since e-mail addresses, of which each is another word, made a keystroke 400 times slower.
    """

    def __init__(self, name: str, table: str, text: str) -> None:
        self.name = name
        self.table = table
        self._remove = f"DELETE FROM {name} WHERE rowid = ?"
        self.filling = f"INSERT INTO {name} (rowid, text) SELECT id, {text} FROM {table}"
        self._add = f"{self.filling} WHERE id = ?"

    def add(self, connection: Connection, ids: Iterable[int]) -> None:
        """Index these rows as they stand in the table; they must not be in the index."""
        rows = [(row,) for row in ids]
        if rows:
            connection.exec_driver_sql(self._add, rows)

    def remove(self, connection: Connection, ids: Iterable[int]) -> None:
        """Take these rows out."""
        rows = [(row,) for row in ids]
        if rows:
            connection.exec_driver_sql(self._remove, rows)

    def forget(self, connection: Connection) -> None:
        """Have no words left of rows that were taken out: they lie in the index, though nothing finds them."""
        connection.exec_driver_sql(f"INSERT INTO {self.name} ({self.name}) VALUES ('optimize')")

    def empty(self, connection: Connection) -> None:
        """Take every row out."""
        connection.exec_driver_sql(f"INSERT INTO {self.name} ({self.name}) VALUES ('delete-all')")

    def fill(self, connection: Connection) -> None:
        """Index the whole table; the index must be empty."""
        name = self.name
        set_bytes = f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', ?)"
        connection.exec_driver_sql(set_bytes, (_FILLING_BYTES,))
        connection.exec_driver_sql(self.filling)
        connection.exec_driver_sql(f"INSERT INTO {name} ({name}) VALUES ('optimize')")
        connection.exec_driver_sql(set_bytes, (_USUAL_BYTES,))


def beginnings(words: Sequence[str]) -> str:
    """What a word index is asked for: every one of these folded words begins a word.

    Of a word longer than PREFIX_MAX only the beginning is asked for; whoever asks looks at the rest.

    >>> beginnings(["hea", "lanternlights"])
    '"hea"* "lanternl"*'
    """
    # Folded words are letters and digits alone, so nothing in them can be taken for FTS5's own signs.
    return " ".join([f'"{word[:PREFIX_MAX]}"*' for word in words])


def any_beginning(words: Sequence[str]) -> str:
    """The same for any one of the words; the beginning of a long one is enough.

    >>> any_beginning(["hea", "lanternlights"])
    '"hea"* OR "lanternl"*'
    """
    return " OR ".join([f'"{word[:PREFIX_MAX]}"*' for word in words])


def all_but_one(words: Sequence[str]) -> list[str]:
    """The same for those with all of these words but one, whichever it is.

    >>> all_but_one(["anna", "berg", "moe"])
    ['"berg"* "moe"*', '"anna"* "moe"*', '"anna"* "berg"*']
    """
    return [beginnings([*words[:at], *words[at + 1 :]]) for at in range(len(words))]


def anywhere(parts: Iterable[str]) -> str:
    """What a part index is asked for: any of these parts may be in it; whoever asks looks whether it is.

    Parts that are too short are left out.

    >>> anywhere(["8-512", "ab"])
    '("8-5" "-51" "512")'
    """
    return " OR ".join([f"({_runs(part)})" for part in dict.fromkeys(parts) if len(part) >= PART_MIN])


def _runs(part: str) -> str:
    # All runs of a short part: the more are asked for, the fewer rows have to be looked at that hold them apart.
    last = len(part) - PART_MIN
    starts = sorted({*range(0, last, 1 if last <= _RUNS_MAX else PART_MIN), last})
    return " ".join(['"' + part[at : at + PART_MIN].replace('"', '""') + '"' for at in starts])


PRODUCT_WORDS = TextIndex("product_words", "products", "folded")
PRODUCT_PARTS = TextIndex(
    "product_parts", "products", "number_folded || char(10) || barcodes || char(10) || folded"
)
CUSTOMER_WORDS = TextIndex("customer_words", "customers", "folded")
CUSTOMER_PLACES = TextIndex("customer_places", "customers", "places_folded")
CUSTOMER_PARTS = TextIndex(
    "customer_parts",
    "customers",
    "account_folded || char(10) || email_folded || char(10) || phone_digits || char(10) || folded || char(10) || "
    "cards_folded",
)
ORDER_WORDS = TextIndex("order_words", "orders", "folded")
FORGETTING = (CUSTOMER_WORDS, CUSTOMER_PLACES, CUSTOMER_PARTS, ORDER_WORDS)
"""The indexes that name customers."""
