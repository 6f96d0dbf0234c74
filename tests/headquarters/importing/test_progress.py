"""The bar is drawn on a terminal, and nowhere else."""

import io

from headquarters.importing.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_bar_shows_the_part_and_the_rows() -> None:
    terminal = Terminal()

    Progress(terminal).show("reading", 0.5, 12_000)

    assert "reading [###############               ]  50%      12,000 rows" in terminal.getvalue()


def test_next_phase_is_shown_at_once() -> None:
    terminal = Terminal()
    progress = Progress(terminal)

    progress.show("reading", 0.5, 1)
    progress.show("reading", 0.6, 2)
    progress.show("writing", None, 0)
    progress.clear()

    assert "60%" not in terminal.getvalue()
    assert terminal.getvalue().endswith("writing ...\r\x1b[K")


def test_log_file_gets_no_bar() -> None:
    log = io.StringIO()
    progress = Progress(log)

    progress.show("reading", 0.5, 1)
    progress.clear()

    assert log.getvalue() == ""
