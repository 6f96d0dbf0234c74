"""Headquarters moves from its file to PostgreSQL: nothing is missing, and registers go on where they are."""

from pathlib import Path

import pytest
from sqlalchemy import select

from headquarters.__main__ import main
from headquarters.database import FILE_NAME, open_database
from headquarters.errors import DatabaseUnusable
from headquarters.feeds.service import page
from headquarters.models import Base
from headquarters.moving import move
from retail.wire.protocol import FEED_NAMES
from tests.fixtures.fix_postgresql import PostgresServer
from tests.headquarters.conftest import Books, only_sqlite, parts_on
from tests.headquarters.shop import PaperRegister, sent

pytestmark = only_sqlite


def live(books: Books) -> None:
    """Something in every corner: posted, waiting, parked, put aside."""
    paper = books.enrol()
    ole = paper.customer()
    order = sent(paper.order(ole.id, ole.name))
    books.upload(sent(ole), order, sent(paper.sale()))
    for job in ("p-job", "synchronize-customers", "synchronize-orders", "1010"):
        books.job(job)
    other = sent(paper.sale())
    books.upload(other | {"fingerprint": "wrong"}, sent(paper.sale()))
    books.upload(order | {"text": "{}"})


def moved(books: Books, address: str) -> Books:
    """The books after the move, with the same clock and devices."""
    books.parts.database.close()
    move(books.folder, address, lambda words: None)
    return Books(
        parts_on(books.folder, books.clock, address), books.clock, books.folder, address, books.devices
    )


def cursors(books: Books) -> dict[str, str]:
    with books.parts.database.reading() as session:
        return {name: page(session, name, "HOUSTON", "", 1000).cursor for name in FEED_NAMES}


def test_every_row_arrives_and_whoever_has_read_reads_on(books: Books, postgresql: PostgresServer) -> None:
    live(books)
    with books.parts.database.reading() as session:
        before = {each.name: session.execute(select(each)).all() for each in Base.metadata.sorted_tables}
    stood = cursors(books)

    books.clock.forward(hours=1)
    after = moved(books, postgresql.make())

    with after.parts.database.reading() as session:
        for table in Base.metadata.sorted_tables:
            assert sorted(session.execute(select(table)).all(), key=str) == sorted(
                before[table.name], key=str
            )
        for name, cursor in stood.items():
            assert page(session, name, "HOUSTON", cursor, 1000).rows == ()
    assert cursors(after) == stood
    paper = PaperRegister("HOUSTON-2", "HOUSTON", after.enrol("HOUSTON-2").epoch, seed=8)
    kari = paper.customer()
    after.upload(sent(kari), sent(paper.order(kari.id, kari.name)), by="HOUSTON-2", at_once=True)
    with after.parts.database.reading() as session:
        told = page(session, "orders", "HOUSTON", stood["orders"], 1000)
        assert [row.value["number"] for row in told.rows if row.value] == ["SO-000002"]
    assert after.job("synchronize-orders").rows == 1  # the sale that waited before the move
    after.parts.database.close()


def test_nothing_is_moved_while_headquarters_runs(books: Books, postgresql: PostgresServer) -> None:
    address = postgresql.make()
    with books.parts.database.reading() as session:
        session.execute(select(1))
        with pytest.raises(DatabaseUnusable, match="Stop headquarters first"):
            move(books.folder, address, lambda words: None)
    books.enrol()
    moved(books, address).parts.database.close()


def test_a_database_that_holds_books_is_refused_and_the_file_stays_as_it_was(
    books: Books, shop_address: str
) -> None:
    books.parts.database.close()

    with pytest.raises(DatabaseUnusable, match="holds the books of a headquarters already"):
        move(books.folder, shop_address, lambda words: None)

    open_database(books.folder).close()


def test_a_table_that_does_not_arrive_as_it_was_sent_undoes_the_move(
    books: Books, postgresql: PostgresServer
) -> None:
    address = postgresql.make()
    open_database(books.folder, address).close()
    postgresql.run(
        "CREATE FUNCTION cheat() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN NEW.name := NEW.name || '!'; RETURN NEW; END $$; "
        "CREATE TRIGGER cheat BEFORE INSERT ON products FOR EACH ROW EXECUTE FUNCTION cheat()",
        address,
    )
    books.parts.database.close()

    with pytest.raises(
        DatabaseUnusable, match="Of table products 1 rows were sent and 1 arrived, or they differ"
    ):
        move(books.folder, address, lambda words: None)

    open_database(books.folder).close()
    assert postgresql.run("SELECT count(*) FROM stores", address) == [(0,)]


def test_the_command_says_what_was_moved_and_what_stands_against_it(
    books: Books, postgresql: PostgresServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    books.parts.database.close()
    address = postgresql.make()

    assert main(["move", "--data", str(books.folder), "--database", address]) == 0
    said = capsys.readouterr().out
    assert "\nproducts: 1 rows, " in said
    assert said.endswith("the digests of all tables are equal. Start headquarters with --database.\n")
    with pytest.raises(DatabaseUnusable, match=r"was moved to PostgreSQL\. Start with --database"):
        open_database(books.folder)
    assert main(["move", "--data", str(tmp_path / "none"), "--database", address]) == 1
    assert f"There is no {tmp_path / 'none' / FILE_NAME}." in capsys.readouterr().err
