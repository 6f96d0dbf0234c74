"""Every refusal that is in the code of orders, customers and the line is walked at a real register."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT
from tests.house.test_refusals import refusals
from tests.refusals.table import BEHIND, ROWS

LIFE_OF_AN_ORDER = (
    *(f"retail/{name}.py" for name in ("auto_charges", "blind_returns", "carried_serials", "cart", "item_tax_groups",
                                       "order_attributes", "pricing", "refunds",
                                       "serials", "suspended", "tender", "typed_charges", "units")),
    "retail/orders/",
    *(f"pos_app/operations/{name}.py" for name in ("acting", "cards", "cart", "charges", "context", "delivery",
                                                   "deposits", "details", "fulfilment", "lines", "orders", "papers",
                                                   "prices", "quotes", "returning", "sale", "suspending", "tenders",
                                                   "transactions")),
    *(f"pos_app/register/{name}.py" for name in ("card_payments", "checkout", "fetching", "needs", "returnable",
                                                 "return_views")),
    "headquarters/orders/assigning.py",
    *(f"pos_app/{name}.py" for name in ("price_sheets", "serial_sheets", "sheet_opening", "ui/sale_screen")),
    *(f"pos_app/ui/sheets/{name}.py" for name in ("delivery", "ending", "fulfilment", "parts", "prices", "returning")),
)  # fmt: skip
"""Where sections 3 to 15 of the rules are built for a register, and where headquarters answers one that gave a line up.

Orders that are keyed, changed or read in at headquarters have their refusals beside them (`tests/headquarters/orders`).
"""
CUSTOMERS = (
    *(
        f"retail/{name}.py"
        for name in (
            "attributes",
            "customer_actions",
            "customer_changes",
            "customer_defaults",
            "customer_extras",
            "customer_required",
            "customers",
            "loyalty",
            "texts",
        )
    ),
    *(f"pos_app/operations/{name}.py" for name in ("addresses", "customers", "customer_changes")),
    "pos_app/customer_sheets.py",
    *(f"pos_app/ui/sheets/{name}.py" for name in ("customers", "customer", "new_customer")),
)
"""Where sections 16 to 19 are."""
NOT_REFUSED = frozenset(
    {
        "This quote expired on {expires}. Today's prices will hold.",
        "This order was keyed at headquarters. Show the customer the new prices before concluding.",
    }
)
"""What the table of actions warns of while it allows them."""


def templates_of(source: str) -> Iterator[str]:
    """What is refused with: said there and then, by a name given to it before, or kept for
    whoever asks and says what to do next.
    """
    yield from (each for each in refusals(source) if " " in each)
    nodes = list(ast.walk(ast.parse(source)))
    for call in nodes:
        if (
            isinstance(call, ast.Call)
            and ast.unparse(call.func) == "Refused"
            and isinstance(call.args[0], ast.Name)
        ):
            given = [each for each in nodes if isinstance(each, ast.Assign) and each.lineno < call.lineno
                     and ast.unparse(each.targets[0]) == call.args[0].id]  # fmt: skip
            last = max(given, key=lambda each: each.lineno, default=None)
            yield from said_in(last.value) if last is not None else ()
    for node in nodes:
        if isinstance(node, ast.keyword) and node.arg == "why_not":
            yield from (f"{each} {{next}}" for each in said_in(node.value))
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "_CHECKS" and node.value:
            yield from said_in(node.value)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Refusal":
            yield from _texts(node.args[-1])


def said_in(node: ast.AST) -> Iterator[str]:
    """The templates of the messages made in there."""
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and ast.unparse(each.func) == "say":
            yield from _texts(each.args[0])


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        yield "".join(
            str(each.value) if isinstance(each, ast.Constant) else "{value}" for each in node.values
        )
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def pattern(template: str) -> re.Pattern[str]:
    """What a template looks like when it is filled."""
    return re.compile("".join(".*" if part.startswith("{") else re.escape(part)
                              for part in re.split(r"(\{\w+(?::\w+)?\})", template)))  # fmt: skip


def not_walked(templates: Iterable[str], walked: Iterable[str]) -> set[str]:
    """Those that no words of a row are."""
    words = list(walked)
    return {each for each in templates if not any(pattern(each).fullmatch(text) for text in words)}


def sources() -> list[Path]:
    named = [CHECKOUT / each for each in (*LIFE_OF_AN_ORDER, *CUSTOMERS)]
    return [file for each in named for file in (each.rglob("*.py") if each.is_dir() else [each])]


def test_every_refusal_has_a_row() -> None:
    found = {each for file in sources() for each in templates_of(file.read_text(encoding="utf-8"))}

    assert not_walked(found - NOT_REFUSED - BEHIND.keys(), (row.words for row in ROWS)) == set()


def test_what_stands_behind_another_refusal_is_in_the_code() -> None:
    found = {each for file in sources() for each in templates_of(file.read_text(encoding="utf-8"))}

    assert BEHIND.keys() - found == set()


@pytest.mark.parametrize(
    "line",
    [
        'raise RuleBroken("{name} is glued to the shelf. Take another.", name=line.name)',
        'Rule("glued", lambda order: True, CHANGES, "It is glued to the shelf. Take another.")',
        'words = say("It is glued to the shelf. Take another.")\nreturn Refused(words)',
        'facts = CardFacts(possible=False, why_not=say("It is glued to the shelf. Take another."))',
        'raise Refusal(404, f"{name} is glued to the shelf. Take another.")',
    ],
)
def test_refusal_without_a_row_is_found(line: str) -> None:
    assert len(not_walked(templates_of(line), (row.words for row in ROWS))) == 1


def test_refusal_with_a_row_is_accepted() -> None:
    line = 'raise RuleBroken("{name} is glued to the shelf. Take another.", name=line.name)'

    assert not_walked(templates_of(line), ["Trail shoe is glued to the shelf. Take another."]) == set()
