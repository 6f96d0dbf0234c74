"""The word index of a table: finds rows by the beginnings of the words in their folded names."""

from collections.abc import Iterable

from sqlalchemy import Connection


class WordIndex:
    """An FTS5 table beside a table of rows; its rowid is the row's id, and it holds the folded name alone.

    Only the name is indexed, with prefixes of 2 to 4 letters: more columns made a keystroke 400 times slower.
    """

    def __init__(self, name: str) -> None:
        self._drop = f"DELETE FROM {name} WHERE rowid = ?"
        self._add = f"INSERT INTO {name} (rowid, folded) VALUES (?, ?)"
        self._find = f"SELECT rowid FROM {name} WHERE {name} MATCH ? LIMIT ?"

    def replace(self, connection: Connection, names: Iterable[tuple[int, str]]) -> None:
        """Index these rows anew; whatever stood under their ids is gone."""
        rows = list(names)
        self.remove(connection, [row for row, _folded in rows])
        if rows:
            connection.exec_driver_sql(self._add, rows)

    def remove(self, connection: Connection, ids: Iterable[int]) -> None:
        """Take these rows out."""
        rows = [(row,) for row in ids]
        if rows:
            connection.exec_driver_sql(self._drop, rows)

    def find(self, connection: Connection, folded: str, limit: int) -> list[int]:
        """The ids of rows in whose name every one of these words begins a word."""
        # Folded words are letters and digits alone, so nothing in them can be taken for FTS5's own signs.
        terms = " ".join([f'"{word}"*' for word in folded.split()])
        if not terms:
            return []
        return list(connection.exec_driver_sql(self._find, (terms, limit)).scalars())


PRODUCT_WORDS = WordIndex("product_words")
CUSTOMER_WORDS = WordIndex("customer_words")
ORDER_WORDS = WordIndex("order_words")
