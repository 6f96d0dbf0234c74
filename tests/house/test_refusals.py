"""A refusal says what to do next: it begins with what to do, or its second sentence does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import CHECKOUT

NO_CASHIER_READS = ("pos_app/config.py", "retail/layout.py", "retail/wire/")
"""Faults of files and documents: whoever writes those reads what is wrong and where."""
DOING = (
    "Accept", "Ask", "Choose", "Conclude", "Count", "Discard", "Erase", "Print", "Remove", "Say", "Scan", "Search",
    "Sign", "Tap", "Type", "Use", "Weigh",
)  # fmt: skip
"""Words that a refusal of one sentence may begin with, or what follows a colon or another refusal's words in it."""
REFUSING = ("RuleBroken", "Refused", "Rule", ".refuse", ".refused.emit", ".set_why_not")
"""Who takes the words of a refusal."""
SENTENCE_ENDS = re.compile(r"[.?!](?=\s|$)")
ONLY_FOR_PROGRAMS = frozenset(
    {
        "'{answer}' is not one of the choices. {prompt}",
        "A customer has no field {field}.",
        "An address has no field {field}.",
        "{name} must be {wanted}.",
    }
)
"""What a window never asks for: params of a call, which a scenario or a program gives."""


def refusals(source: str) -> Iterator[str]:
    """The templates that are raised or given as a refusal."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(REFUSING):
            at = 3 if ast.unparse(node.func) == "Rule" else 0
            texts = [each for argument in node.args[at : at + 1] for each in ast.walk(argument)]
            yield from (
                each.value for each in texts if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )


def says_what_next(template: str) -> bool:
    """Whether somebody who reads it knows what to do: `{why}` alone brings the words of another refusal."""
    if " " not in template:
        return True
    clauses = [each.split() for each in re.split(r": |^\{\w+\} ", template)]
    does = any(words and words[0].capitalize() in DOING for words in clauses)
    return does or len(SENTENCE_ENDS.findall(template)) > 1


def sources() -> list[Path]:
    files = [file for folder in ("pos_app", "retail") for file in (CHECKOUT / folder).rglob("*.py")]
    return [file for file in files if not str(file.relative_to(CHECKOUT)).startswith(NO_CASHIER_READS)]


def test_every_refusal_says_what_to_do_next() -> None:
    found = {
        f"{file.relative_to(CHECKOUT)}: {template}"
        for file in sources()
        for template in refusals(file.read_text(encoding="utf-8"))
        if template not in ONLY_FOR_PROGRAMS and not says_what_next(template)
    }

    assert found == set()


@pytest.mark.parametrize(
    "line",
    ['raise RuleBroken("A shift is open already.")', 'return Refused(say("Nobody is signed in."))'],
)
def test_refusal_that_only_says_what_is_is_rejected(line: str) -> None:
    assert [says_what_next(each) for each in refusals(line)] == [False]


def test_refusal_that_says_what_next_is_accepted() -> None:
    line = 'raise RuleBroken("A shift is open already. Sell on, or close it first.")'

    assert [says_what_next(each) for each in refusals(line)] == [True]
