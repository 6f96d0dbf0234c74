"""A journal that was put back from an older copy goes on above every number that was given out, under a new epoch."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass

from channel_db.device import Device
from channel_db.journal.repository import Journal
from retail.barcodes import receipt_number
from retail.clock import Clock, stamp
from retail.epochs import enrolled_epoch, next_epoch
from retail.messages import Message, say

TRANSACTIONS = "transaction"
RAISED = "numbers.raised"


@dataclass(frozen=True, slots=True)
class Restored:
    """The numbers, from `first` to `last`, that this register has given out and its journal does not hold."""

    register: str
    epoch: str
    first: int
    last: int

    @property
    def words(self) -> Message:
        """What the cashier reads."""
        return say(
            "The records of this register were put back from an older copy. Receipts {first} to {last} are not here: "
            "tell your manager. New sales get other numbers.",
            first=receipt_number(self.register, self.first),
            last=receipt_number(self.register, self.last),
        )


def go_on_above(
    journal: Journal, device: Device, clock: Clock, begin_epoch: Callable[[str], None]
) -> Restored | None:
    """Give out no number again that was given out already; what is missing here of them, None where nothing is.

    `begin_epoch` is called with the new epoch, before anything is written, where the numbers do not go on from the last
    one of this epoch: there are higher ones, or the register was enrolled anew with what it had.

    Raises:
        StorageError: it could not be kept.
    """
    printed, series = journal.printed.numbers(), journal.series()
    behind = {name: number for name, number in printed.items() if number > series.get(name, 0)}
    last = max(series.get(TRANSACTIONS, 0), printed.get(TRANSACTIONS, 0))
    is_first = device.epoch == enrolled_epoch(device.epoch) and not journal.has_epoch(device.epoch)
    if TRANSACTIONS in behind or (is_first and last):
        begin_epoch(next_epoch(device.epoch))
    if not behind:
        return None
    missing = Restored(device.register_name, device.epoch, series.get(TRANSACTIONS, 0) + 1, last)
    with journal.unit_of_work() as work:
        for name, number in behind.items():
            work.raise_series(name, number)
        text = json.dumps({**asdict(missing), "raised": behind}, separators=(",", ":"))
        work.add_journal_entry(stamp(clock.now()), RAISED, "", text)
    return missing if TRANSACTIONS in behind and series.get(TRANSACTIONS) else None
