"""A fleet of 10,000 registers is looked at, given codes and followed after Publish at a bounded cost."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import anyio
import pytest
from sqlalchemy import Engine, event, func, insert, select, text
from starlette.responses import StreamingResponse

from headquarters.backoffice import publishing
from headquarters.backoffice.publishing import waiting
from headquarters.backoffice.work_pages.fleet import CODES_AT_ONCE, codes, registers
from headquarters.base import table_of
from headquarters.devices.models import Device, EnrolmentCode, Register
from headquarters.office.models import AuditEntry
from headquarters.office.sessions import Visitor
from headquarters.settings.models import Store
from headquarters.tallies.models import RegisterTally
from retail.wire.tally import RefusedRow, Tally
from tests.headquarters.conftest import Books, both_engines

pytestmark = both_engines

REGISTERS, STORES = 10_000, 1_000
HEAD_OFFICE = Visitor("en", name="Ada", stores=None)
NOTHING_HELD = Tally(
    held=0, attention=0, held_minor=0, first=1, last=0, open=(), days=(), chain_number=0, chain_hash="",
    refused=(RefusedRow(feed="settings", key="STORE-0007", why="Its language fr is not one of ours."),),
)  # fmt: skip


def store_of(number: int) -> str:
    return f"STORE-{number % STORES:04d}"


@pytest.fixture
def fleet(books: Books) -> Books:
    """10,000 registers, of which the first thousand are enrolled and one of these refused its settings."""
    enrolled_at = books.parts.now()
    with books.parts.database.writing() as session:
        told = session.scalars(select(Store.settings).where(Store.store == "HOUSTON")).one()
        stores = [{"store": store_of(at), "name": "", "settings": told} for at in range(STORES)]
        session.execute(insert(table_of(Store)), stores)
        rows = [{"register": f"R-{at:05d}", "store": store_of(at)} for at in range(REGISTERS)]
        session.execute(insert(table_of(Register)), rows)
        devices = [
            {"register": f"R-{at:05d}", "epoch": f"epoch-{at}", "token_hash": f"hash-{at}", "name": "",
             "enrolled_at": enrolled_at, "seen_at": enrolled_at, "counter": "", "previous_counter": "",
             "token_since": enrolled_at}
            for at in range(1_000)
        ]  # fmt: skip
        session.execute(insert(table_of(Device)), devices)
        session.add(
            RegisterTally(register="R-00007", epoch="epoch-7", told_at=enrolled_at, digest="",
                          text=NOTHING_HELD.written(), differences="[]")
        )  # fmt: skip
    return books


@contextmanager
def statements() -> Iterator[list[tuple[str, Any]]]:
    """What is asked of the database meanwhile, each with its values."""
    found: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, values: Any, *more: object) -> None:
        found.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize("asked", [
    {}, {"after": "R-09000"}, {"text": "R-05"}, {"store": "STORE-0500"}, {"narrowed": "paused"},
    {"narrowed": "holding documents", "after": "R-00100"},
])  # fmt: skip
def test_a_page_asks_as_often_as_one_of_a_small_fleet_and_by_indexes(
    fleet: Books, asked: dict[str, Any]
) -> None:
    if fleet.address:
        with fleet.parts.database.writing() as session:
            session.execute(text("ANALYZE"))

    with statements() as found:
        page = bytes(registers(fleet.parts, HEAD_OFFICE, **asked).body).decode()

    assert page.count('<a href="/office/registers/') <= 50
    assert len(found) <= 7, [each for each, _ in found]
    reads = [(each, values) for each, values in found if "FROM registers" in each and "LIMIT" in each]
    assert reads
    with fleet.parts.database.reading() as session:
        for statement, values in reads:
            explain = "EXPLAIN" if fleet.address else "EXPLAIN QUERY PLAN"
            rows = session.connection().exec_driver_sql(f"{explain} {statement}", values).all()
            plan = " ".join(str(part) for row in rows for part in row)
            assert "Seq Scan on registers" not in plan
            assert "SCAN registers" not in plan.replace("SCAN registers USING", "")
            assert "TEMP B-TREE" not in plan


async def _sent(reply: StreamingResponse) -> list[str]:
    return [piece if isinstance(piece, str) else bytes(piece).decode() async for piece in reply.body_iterator]


def test_codes_for_ten_thousand_are_made_piece_by_piece_and_each_is_one_register_s(fleet: Books) -> None:
    with statements() as found:
        reply = codes(fleet.parts, HEAD_OFFICE, {"text": "R-"})
        assert isinstance(reply, StreamingResponse)
        pieces = anyio.run(_sent, reply)

    rows = list(csv.DictReader(io.StringIO("".join(pieces))))
    assert [row["register"] for row in rows] == [f"R-{at:05d}" for at in range(1_000, REGISTERS)]
    assert len({row["code"] for row in rows}) == REGISTERS - 1_000
    assert max(map(len, pieces)) < 150_000
    commits = (REGISTERS - 1_000) / CODES_AT_ONCE
    assert len([each for each, _ in found if each.startswith("INSERT INTO enrolment_codes")]) == commits
    assert len(found) < 12 * commits
    with fleet.parts.database.reading() as session:
        made = select(func.count()).select_from(EnrolmentCode).where(EnrolmentCode.used_at.is_(None))
        assert session.scalar(made) == len(rows)
        noted = select(func.count()).where(AuditEntry.act == "new enrolment code")
        assert session.scalar(noted) == len(rows)


def test_publish_shows_who_refused_and_why_and_turns_pages(
    fleet: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "REGISTERS_SHOWN", 100)
    with statements() as found:
        first = bytes(waiting(fleet.parts, HEAD_OFFICE).body).decode()
    of_registers = ("FROM registers", "FROM devices", "FROM feed_positions", "FROM tallies")
    assert len([each for each, _ in found if any(name in each for name in of_registers)]) <= 4
    assert "Refused in part: 1." in first
    assert "Settings STORE-0007: Its language fr is not one of ours." in first
    assert first.index("R-00007") < first.index("R-00000")
    assert "R-00200" not in first

    refused = bytes(waiting(fleet.parts, HEAD_OFFICE, taking="refused").body).decode()
    assert (refused.count("✕"), "R-00008" in refused) == (1, False)

    nobody = bytes(waiting(fleet.parts, HEAD_OFFICE, taking="not enrolled", store="STORE-0003").body).decode()
    assert ("R-01003" in nobody, "R-00003" in nobody, "R-01004" in nobody) == (True, False, False)
    pages = {"R-01000", "R-01100"}
    ends = set()
    after = ""
    for _ in pages:
        shown = bytes(waiting(fleet.parts, HEAD_OFFICE, text="R-01", after=after).body).decode()
        after = shown.partition("after=")[2].partition('"')[0]
        ends.add(after)
    assert len(ends) == 2
