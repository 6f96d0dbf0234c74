"""A register in a process of its own: sells until it is killed, and says each sale once its commit has returned."""

import os
import shutil
import signal
import sys
from pathlib import Path

from channel_db.unit_of_work import driver_of
from tests.channel_db.making import conclude, opened, order_cart


def sell(folder: Path, first: int, count: int) -> None:
    """Build the cart of each order, conclude it in one commit, and print its number."""
    journal = opened(folder)
    kept = journal.open_cart()
    for number in range(first, first + count):
        cart = order_cart(number)
        with journal.unit_of_work() as work:
            work.keep_cart(kept, cart)
        with journal.unit_of_work() as work:
            made = conclude(work, cart)
            work.keep_cart(cart, None)
        kept = None
        sys.stdout.write(f"{made.number} {made.id}\n")
        sys.stdout.flush()
    journal.close()


def die_at_every_statement(folder: Path) -> None:
    """Conclude the same order again and again, each time on a copy, and die before its next statement."""
    position = 0
    while True:
        copy = folder.parent / f"died-{position:02d}"
        shutil.copytree(folder, copy)
        child = os.fork()
        if child == 0:
            _die_before(copy, position)
        _pid, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            break
        position += 1
    sys.stdout.write(f"{position}\n")


def _die_before(folder: Path, position: int) -> None:
    journal = opened(folder)
    left = [position]

    def count_down(sql: str) -> None:
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left[0] -= 1

    driver_of(journal._connection).set_trace_callback(count_down)
    cart = journal.open_cart()
    with journal.unit_of_work() as work:
        conclude(work, order_cart())
        work.keep_cart(cart, None)
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "sell":
        sell(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    else:
        die_at_every_statement(Path(sys.argv[2]))
