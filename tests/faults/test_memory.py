"""Headquarters that gets no more memory in the middle of a batch: nothing is acknowledged, nothing is lost."""

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

    assert (sent, till.waiting()) == (20, 1), f"{words} What is small goes on."
    assert f"document {order.id} needs attention" not in caplog.text, "it is not at fault and is tried again"
    assert till.running.log().count("MemoryError") > before
    till.running.kill()
    till.running.start()
    write_device(till.folder, replace(till.device, hq_url=till.running.url))
    with till.agent() as agent:
        assert [agent.push_now().accepted for _ in range(2)] == [1, 0]
    assert (till.at_headquarters(), till.waiting()) == (21, 0)
