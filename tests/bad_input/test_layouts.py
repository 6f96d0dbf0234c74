"""Screen layouts that headquarters sends broken: the built-in one is shown, and the cashier is told."""

import random
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from pos_app.bootstrap import opened_session
from pos_app.operations.known import REGISTRY
from pos_app.register.desk import RegisterDesk
from pos_app.views import SaleView, Severity
from retail.clock import ReadClock
from retail.layout_built_in import BUILT_IN
from tests.bad_input.counter import Counter, check_words
from tests.fixtures.breakable import BreakableLine

BUTTON = {"row": 0, "column": 0, "operation": "order.ship_all", "text": {"en": "Ship"}}


def page(*buttons: Any, rows: Any = 2, **more: Any) -> dict[str, Any]:
    return {"page": "Sale", "rows": rows, "columns": 2, "buttons": list(buttons), **more}


def layout(*pages: Any) -> dict[str, Any]:
    return {"layout": "Ours", "grids": list(pages)}


BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "empty": ({}, "The layout without a name is broken: the layout: 'layout' is missing"),
    "no pages": (layout(), "The layout Ours is broken: there are 0 pages"),
    "no grid": (layout(page(BUTTON, rows=0)), "a grid of 0 x 2 cells"),
    "a text for a number": (layout(page(BUTTON, rows="two")), "'rows' is not a whole number"),
    "outside": (layout(page({**BUTTON, "row": 7})), "it lies outside the grid of 2 x 2 cells"),
    "overlapping": (layout(page(BUTTON, BUTTON)), "button 2"),
    "nobody's operation": (
        layout(page({**BUTTON, "operation": "drawer.explode"})),
        "there is no operation 'drawer.explode'",
    ),
    "braces": (layout(page({**BUTTON, "operation": "{0}"})), "there is no operation '{0}'"),
    "ten thousand faults": (
        layout(page(*[{**BUTTON, "operation": f"x{number}"} for number in range(10_000)])),
        "there is no operation 'x0'",
    ),
    "a button that is a list": (layout(page([])), "is not a group of names and values"),
}


@pytest.fixture
def folder(counter: Counter, tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "window"
    _publish(counter, layout(page(BUTTON)))


@pytest.mark.parametrize("name", BROKEN)
def test_broken_layout_shows_the_built_in_one_and_says_so(counter: Counter, folder: Path, name: str) -> None:
    content, fault = BROKEN[name]
    _publish(counter, content)

    view = _shown(counter, folder)

    assert view.strip is not None
    assert view.strip.severity is Severity.WARNING
    words = check_words(view.strip.text)
    assert fault in words
    assert words.endswith("The built-in layout is shown; tell headquarters.")
    assert _operations(view) == [
        button.operation for built_in in BUILT_IN.pages for button in built_in.buttons
    ]
    assert counter.sell()["receipt_number"]


def test_layout_that_was_put_right_is_shown_without_a_word(counter: Counter, folder: Path) -> None:
    _publish(counter, BROKEN["no pages"][0])
    _publish(counter, layout(page(BUTTON)))

    view = _shown(counter, folder)

    assert view.strip is None or "layout" not in view.strip.text
    assert _operations(view) == ["order.ship_all"]


def _publish(counter: Counter, content: dict[str, Any]) -> None:
    counter.stage.office.load_retailer({"layouts": [{"name": "main", "content": content}]})
    fetched = counter.register.carry("pull")
    assert (fetched["reached"], fetched["skipped"]) == (True, 0), fetched


def _shown(counter: Counter, folder: Path) -> SaleView:
    """What a window would draw from a copy of this register's files."""
    counter.copy_to(folder)
    with ExitStack() as undo:
        session = undo.enter_context(
            opened_session(
                folder,
                clock=ReadClock(counter.stage.clock.now),
                randomness=random.Random(1),
                service=BreakableLine(),
            )
        )
        session.resume_user()
        return RegisterDesk(session, REGISTRY, None, lambda: None, lambda: None).view()


def _operations(view: SaleView) -> list[str]:
    return [button.operation for shown in view.pages for button in shown.buttons]
