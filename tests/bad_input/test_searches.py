"""Whatever is typed into a search is answered, and the sale goes on."""

import json
import random
from pathlib import Path

import pytest

from pos_app.bootstrap import opened_session
from pos_app.operations.known import REGISTRY
from pos_app.register.desk import RegisterDesk
from retail.clock import ReadClock
from tests.bad_input.counter import Counter
from tests.bad_input.test_customers import OUR_OWN_STRINGS
from tests.fixtures.fix_register import ANNA, Register, desk_of, register, shop, shop_template

__all__ = ["register", "shop", "shop_template"]

SEARCH_SYNTAX = [
    "name:anna", "anna*", "^anna", '"anna', "anna OR", "NEAR(anna berg, 2)", "-anna", "+anna", "(anna", "{anna}:",
    "anna%", "_nna", "\\", "%", "!", "''", "\x00anna", "anna\x00", "x" * 10_000, "a " * 5_000, "9" * 5_000,
]  # fmt: skip


def test_our_own_naughty_texts_are_answered(register: Register) -> None:
    _search(register, [*OUR_OWN_STRINGS, *SEARCH_SYNTAX])


@pytest.mark.shared
def test_shared_naughty_texts_are_answered(register: Register, shared: Path) -> None:
    strings = json.loads((shared / "data" / "naughty-strings" / "strings.json").read_text(encoding="utf-8"))

    _search(register, strings)


def test_headquarters_answers_them_too(counter: Counter) -> None:
    order = _order_at_headquarters(counter)
    core, folder = counter.register._core, counter.folder
    assert core is not None
    core.kill()  # one register a folder: now this is that register
    clock = ReadClock(counter.stage.clock.now)
    with opened_session(folder, clock=clock, randomness=random.Random(1)) as session:
        desk = RegisterDesk(session, REGISTRY, None, lambda: None, lambda: None)

        texts = [*OUR_OWN_STRINGS, *SEARCH_SYNTAX]
        refused = [text for text in texts if not desk.ask_headquarters(text).reached]
        found = desk.ask_headquarters(counter.order_number(order))
    counter.register.start_core("--resume-user")

    assert refused == []
    assert [row["id"] for row in found.rows] == [order]


def _search(register: Register, texts: list[str]) -> None:
    desk = desk_of(register)
    before = register.trace()
    failed = [(text[:40], fault) for text in texts if (fault := _fault(desk, text))]
    assert failed == []
    assert register.trace() == before
    assert [found.id for found in desk.search_customers("Anna").rows] == [ANNA]
    register.do("product.add", code="B")
    register.do("tender.cash")
    assert register.do("transaction.conclude").values["receipt_number"]


def _fault(desk: RegisterDesk, text: str) -> str:
    """What a search for this text breaks with; nothing where all are answered."""
    for search in (desk.search_products, desk.search_customers, desk.find_orders, desk.ask_headquarters):
        try:
            search(text)
        except Exception as fault:  # noqa: BLE001 -- any at all would reach the window
            return f"{search.__name__}: {type(fault).__name__}: {fault}"[:200]
    return ""


def _order_at_headquarters(counter: Counter) -> str:
    counter.begin_order()
    order = str(counter.do("transaction.conclude")["order"])
    counter.deliver()
    return order
