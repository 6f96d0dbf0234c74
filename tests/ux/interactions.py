"""Plays the tasks of ux 16 and prints what they took; `python -m tests.ux.interactions` writes docs/interactions.md."""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from pos_app.ui.application import make_application
from pos_app.ui.theme import Theme
from tests.ux.cashier import Cashier
from tests.ux.order_tasks import ORDER_TASKS
from tests.ux.tasks import MODES, SIGN_IN, TASKS, Task
from tests.ux.till import Till, opened_till, opened_window

PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "interactions.md"
HEAD = """\
# How many actions a task takes

Played by `tests/ux` on the real window and a register with real files: by touch alone (scanner and screen), by keyboard
alone (scanner and keys) and by both. **S** is a scan, **T** a tap or a key (or a chord), **E** one entry: a value with
what ends it, however many keys it has. By touch a task may take one action more than the table of the specification
says. The tests fail where a task takes more than it may; this page is what they print, made by
`python -m tests.ux.interactions`.

"""
Counts = Mapping[tuple[str, str], Cashier]


def play_all(theme: Theme, folder: Path) -> dict[tuple[str, str], Cashier]:
    """Every task in every mode, by (number, mode): a register a mode, a whole day at it."""
    played = {}
    for mode in MODES:
        with opened_window(theme) as (window, hands), opened_till(folder / mode, window, hands) as till:
            for task, cashier in _day(till, mode):
                played[task.number, mode] = cashier
    return played


def _day(till: Till, mode: str) -> Iterator[tuple[Task, Cashier]]:
    yield SIGN_IN, _play(SIGN_IN, till, mode)
    till.hands.key("Enter")  # the shift is opened with an empty till
    for task in (*TASKS, *ORDER_TASKS):
        till.put_back()
        yield task, _play(task, till, mode)
    till.put_back()


def _play(task: Task, till: Till, mode: str) -> Cashier:
    task.before(Cashier(till.window, till.hands), till)
    cashier = Cashier(till.window, till.hands)
    try:
        task.play(mode)(cashier, till)
        task.check(till)
    except AssertionError as failed:
        failed.add_note(
            f"task {task.number} ({task.asked}) by {mode}; the strip says: {till.window.sale.strip.text}"
        )
        raise
    return cashier


def all_tasks() -> list[Task]:
    """In the order of the table."""
    return sorted(
        (SIGN_IN, *TASKS, *ORDER_TASKS), key=lambda task: (int(task.number.rstrip("ab")), task.number)
    )


def page(counts: Counts) -> str:
    """The page of the documentation."""
    rows = ["| # | Task | At most | By touch | By keyboard | By both |", "|---|---|---|---|---|---|"]
    for task in all_tasks():
        cells = [_cell(counts[task.number, mode]) for mode in MODES]
        rows.append(f"| {task.number} | {task.asked} | {task.most} | {' | '.join(cells)} |")
    return HEAD + "\n".join(rows) + "\n"


def _cell(cashier: Cashier) -> str:
    parts = [(cashier.scans, "S"), (cashier.taps, "T"), (cashier.entries, "E")]
    made_of = " + ".join(f"{count} {kind}" for count, kind in parts if count)
    return f"**{cashier.count}** ({made_of})" if made_of else "**0**"


def write_page() -> None:
    """Play everything and keep what it took."""
    _, theme = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        text = page(play_all(theme, Path(folder)))
    PAGE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    write_page()
