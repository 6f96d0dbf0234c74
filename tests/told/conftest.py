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
def whole_counter(tmp_path_factory: pytest.TempPathFactory, dressed: QApplication) -> Iterator[Counter]:
    with ExitStack() as undo:
        window, hands = undo.enter_context(opened_window(Theme()))
        yield Counter(tmp_path_factory.mktemp("told"), window, hands, undo)


@pytest.fixture
def counter(whole_counter: Counter) -> Counter:
    """The cashier is signed in, with no open sale."""
    whole_counter.here.pull()
    whole_counter.clear()
    whole_counter.draw()
    return whole_counter


@pytest.fixture(scope="package")
def ada(whole_counter: Counter) -> Browser:
    """The administrator of the back office."""
    return Browser(whole_counter.office.url).set_up(set_up_code(whole_counter.office))
