"""Shows the table of actions as a page; `python -m tests.retail.orders.actions_page` writes docs/order-actions.md."""

import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from retail.orders.facts import LINE_ACTIONS, ORDER_ACTIONS, Action
from retail.orders.rules import CAUTIONS, LINE_RULES, ORDER_RULES, RIGHT_FOR, RIGHT_ON_A_SALE, SALE_RULES
from retail.verdicts import Rule

PAGE = Path(__file__).resolve().parents[3] / "docs" / "order-actions.md"
HEAD = """\
# What can be done with an order, and why not

The whole table by which register and headquarters decide (`retail/orders/rules.py`). The first row that is about the
action and applies refuses it, in these words; where none does, the action is possible, with the approval of somebody
else where its right is missing. A button that is refused is drawn as such and says its words when it is pressed.
`tests/retail/orders/test_actions.py` and `test_line_actions.py` walk every combination of facts; this page is made of
the table by `python -m tests.retail.orders.actions_page`.

"""


def page() -> str:
    """The page of the documentation."""
    parts = [
        HEAD,
        *_table("An order", ORDER_RULES),
        *_table("A line, after what holds for its order", LINE_RULES),
        *_table("A plain sale", SALE_RULES),
        *_table("Possible, with something to mind", CAUTIONS),
        "## Rights\n\n| action | of an order | of a plain sale |\n|---|---|---|\n",
        *[
            f"| {action.value} | {RIGHT_FOR.get(action, '–')} | {RIGHT_ON_A_SALE.get(action, '–')} |\n"
            for action in Action
        ],
    ]
    return "".join(parts)


def _table(title: str, rules: Iterable[Rule[Any]]) -> Iterator[str]:
    yield f"## {title}\n\n| when | about | the words |\n|---|---|---|\n"
    yield from [f"| {rule.name} | {_named(rule.actions)} | {rule.words} |\n" for rule in rules]
    yield "\n"


def _named(actions: Collection[str]) -> str:
    """The actions in their order; all of one kind by one word."""
    orders = [each for each in ORDER_ACTIONS if each in actions]
    lines = [each for each in LINE_ACTIONS if each in actions]
    steps = (
        ["every step of fulfilment"] if len(lines) == len(LINE_ACTIONS) else [each.value for each in lines]
    )
    return ", ".join([*[each.value for each in orders], *steps])


def main() -> None:
    """Write it."""
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(page())


if __name__ == "__main__":
    main()
