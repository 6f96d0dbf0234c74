"""One counter for all of these tests: register with its window, agent, headquarters; and who sets things up there."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtWidgets import QApplication

from pos_app.ui.theme import Theme
from tests.fixtures.fix_window import dressed
from tests.headquarters.backoffice.browser import Browser, set_up_code
from tests.refusals.counter import Counter
from tests.ux.till import opened_window

__all__ = ["dressed"]


@pytest.fixture(scope="package")
def counter(tmp_path_factory: pytest.TempPathFactory, dressed: QApplication) -> Iterator[Counter]:
    with ExitStack() as undo:
        window, hands = undo.enter_context(opened_window(Theme()))
        yield Counter(tmp_path_factory.mktemp("told"), window, hands, undo)


@pytest.fixture(scope="package")
def ada(counter: Counter) -> Browser:
    """The administrator of the back office."""
    return Browser(counter.office.url).set_up(set_up_code(counter.office))
