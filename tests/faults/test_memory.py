"""Documents too large for what they meet: a headquarters without memory, a note of 5 MB, an order of 10,000 lines."""

import json
import resource
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from channel_db.device import write_device
from channel_db.engine import open_journal
from tests.faults.till import Till, files, running, till

__all__ = ["files", "running", "till"]
LINES = 3000


def size_of(pid: int) -> int:
    """The address space of this process, in bytes."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def test_45_a_batch_that_headquarters_has_no_memory_for_is_not_acknowledged_and_arrives_once_after_a_restart(
    till: Till, caplog: pytest.LogCaptureFixture
) -> None:
    till.push()
    order = till.paper.order(carried_out=LINES)
    with closing(open_journal(till.folder, till.clock)) as journal, journal.unit_of_work() as work:
        for each in (order, *[till.paper.sale() for _ in range(20)]):
            work.add_outbox(each.id, "transaction", each.written())
    process = till.running.process
    assert process is not None
    before = till.running.log().count("MemoryError")
    resource.prlimit(process.pid, resource.RLIMIT_AS, (size_of(process.pid) // 2, resource.RLIM_INFINITY))

    sent, words = till.push()

    # How much of what is small still goes on depends on what the process has kept of its memory; the order never does.
    assert (sent <= 20, till.waiting()) == (True, 21 - sent), words
    assert f"document {order.id} needs attention" not in caplog.text, "it is not at fault and is tried again"
    assert till.running.log().count("MemoryError") > before
    till.running.kill()
    # Of the same seed it would give the next register the epoch of the first.
    till.running.options = tuple("2" if each == "1" else each for each in till.running.options)
    till.running.start()
    write_device(till.folder, replace(till.device, hq_url=till.running.url))
    with till.agent() as agent:
        assert [agent.push_now().accepted for _ in range(2)] == [21 - sent, 0]
    assert (till.at_headquarters(), till.waiting()) == (21, 0)


def test_23_a_note_of_5_mb_is_parked_an_order_of_10000_lines_is_kept_and_the_sales_behind_them_arrive(
    till: Till,
) -> None:
    before, noted, behind = [till.paper.sale() for _ in range(3)]
    order = till.paper.order(carried_out=9_999)
    note = json.dumps(json.loads(noted.written()) | {"user": "x" * 5_000_000})
    texts = {
        before.id: before.written(),
        noted.id: note,
        order.id: order.written(),
        behind.id: behind.written(),
    }
    with closing(open_journal(till.folder, till.clock)) as journal, journal.unit_of_work() as work:
        for id, text in texts.items():
            work.add_outbox(id, "transaction", text)

    assert till.push()[0] == 4

    kept = till.at_hq(
        f"SELECT uuid, text, state, reason FROM uploads WHERE uuid IN {tuple(texts)} ORDER BY id"
    )
    assert [(uuid, text) for uuid, text, *_ in kept] == list(texts.items())
    assert [state for *_, state, _ in kept] == ["waiting", "parked", "waiting", "waiting"]
    assert kept[1][3] == "It cannot be read: user: it has more than 1000 characters."
