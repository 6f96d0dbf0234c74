"""The tables of rules name only tests that exist, and a rule without one says why it is not kept."""

import re

import pytest

from tests.faults.test_table import CHECKOUT, NAMED, is_there

RULES = CHECKOUT / "docs" / "rules"
HEAD = "| rule | where | tests | state |"
STATES = ("done; ", "in part: ", "not: ")
EXAMPLE = f"""
{HEAD}
|---|---|---|---|
| A rule that is kept | a page | `tests/house/test_rules_tables.py::test_a_wrong_table_is_noticed` | done |
| A rule that is not | nowhere | – | not: nobody wants it |
"""


def faults_of_the_rules(page: str) -> list[str]:
    """What is wrong with the tables of one page; empty where nothing is."""
    lines = [line for line in page.splitlines() if line.startswith("|")]
    rows = [line for line in lines if line != HEAD and not re.fullmatch(r"\|[-|: ]+\|", line)]
    faults = [] if rows and HEAD in lines else [f"no rows under {HEAD}"]
    for row in rows:
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]
        faults += faults_of_a_row(*cells) if len(cells) == 4 else [f"not four cells: {row}"]
    return faults


def faults_of_a_row(rule: str, where: str, tests: str, state: str) -> list[str]:
    named = NAMED.findall(tests)
    faults = [f"{rule}: {path}::{name} is not there" for path, name in named if not is_there(path, name)]
    if re.sub(r"<br>|\s", "", NAMED.sub("", tests)) not in ("", "–"):
        faults.append(f"{rule}: names no test in {tests}")
    if not rule or not where:
        faults.append(f"{rule}: does not say what or where")
    if not named and not state.startswith("not: "):
        faults.append(f"{rule}: has no test, and does not say why")
    if state != "done" and not state.startswith(STATES):
        faults.append(f"{rule}: the state is none of done, {', '.join(STATES)}")
    return faults


def test_every_row_names_tests_that_exist_or_says_why_there_is_none() -> None:
    pages = sorted(RULES.glob("*.md"))

    assert pages
    assert [
        (page.name, fault) for page in pages for fault in faults_of_the_rules(page.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("::test_a_wrong_table", "::test_nothing", "test_nothing_is_noticed is not there"),
        ("`tests/house/test_rules_tables.py", "`tests/no_such_file.py", "tests/no_such_file.py::"),
        ("| not: nobody wants it |", "| done |", "has no test, and does not say why"),
        ("| not: nobody wants it |", "| |", "the state is none of"),
        ("| done |", "| nearly |", "the state is none of"),
        ("| – | not: ", "| somewhere | not: ", "names no test in somewhere"),
        ("| nowhere |", "| |", "does not say what or where"),
        ("| nowhere | –", "| nowhere", "not four cells"),
        (HEAD, "| rule | tests |", "no rows under"),
    ],
)
def test_a_wrong_table_is_noticed(old: str, new: str, told: str) -> None:
    assert faults_of_the_rules(EXAMPLE) == []

    assert EXAMPLE.count(old) == 1
    assert any(told in fault for fault in faults_of_the_rules(EXAMPLE.replace(old, new)))
