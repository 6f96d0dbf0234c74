"""The register sells while the agent marks deliveries in the same file: neither is ever told that it is locked."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from retail.orders.applying import order_after
from retail.wire.orders import order_values
from retail.wire.protocol import UploadResult
from retail.wire.uploads import TransactionDocument
from tests.channel_db.making import NOW, opened
from tests.channel_db.test_crashes import SELLER, check_whole

SALES = 60


def test_agent_and_register_share_the_journal(tmp_path: Path) -> None:
    opened(tmp_path).close()
    agent = opened(tmp_path)
    delivered: list[str] = []
    moment = NOW

    with subprocess.Popen(
        [*SELLER, "sell", str(tmp_path), "1", str(SALES)], stdout=subprocess.PIPE
    ) as register:
        while len(delivered) < SALES:
            moment += timedelta(seconds=1)
            entries = agent.lease(moment, 7, "agent", moment + timedelta(minutes=5))
            for at, entry in enumerate(entries):
                if at % 3 == 2:
                    agent.release([entry.uuid], moment, "no line", moment)
                else:
                    made = order_after(TransactionDocument.read(entry.text)).order
                    order = order_values(replace(made, number=f"S{entry.id:06d}"))
                    agent.acknowledge([UploadResult(id=entry.uuid, outcome="stored", order=order)], moment)
                    delivered.append(entry.uuid)
            if not entries:
                assert register.poll() in (None, 0)
        assert register.wait(timeout=300) == 0

    assert len(set(delivered)) == SALES
    assert len(check_whole(agent)) == SALES
    assert agent.waiting().count == 0
    numbers = agent._connection.exec_driver_sql("SELECT count(DISTINCT number) FROM orders").scalar_one()
    assert numbers == SALES
    agent.close()


def test_a_read_that_turns_into_a_write_waits_its_turn(tmp_path: Path) -> None:
    """With a deferred BEGIN it would fail at once, whatever the time-out."""
    code = (
        "import sys; from pathlib import Path; from tests.channel_db.making import opened\n"
        "journal = opened(Path(sys.argv[1]))\n"
        "for _ in range(60):\n"
        "    with journal.unit_of_work() as work:\n"
        "        journal.waiting(); work.next_number('transaction')\n"
        "journal.close()\n"
    )
    opened(tmp_path).close()

    writers = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)]) for _ in range(2)]

    assert [each.wait(timeout=300) for each in writers] == [0, 0]
    journal = opened(tmp_path)
    with journal.unit_of_work() as work:
        assert work.next_number("transaction") == 121
    journal.close()
