"""The page of faults holds every scenario once and in order, and names only tests that exist."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PAGE = CHECKOUT / "docs" / "faults.md"
SCENARIOS = 86
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]*) \| ([^|]*) \|$")
NAMED = re.compile(r"`([^`:]+)::(\w+)`")


def faults_of_the_page(page: str) -> list[str]:
    """What is wrong with the table; empty where nothing is."""
    rows = [found.groups() for found in map(ROW.match, page.splitlines()) if found]
    faults = []
    numbers = [int(number) for number, *_ in rows]
    if numbers != list(range(1, SCENARIOS + 1)):
        faults.append(f"the rows are {numbers}")
    for number, _fault, proof, left in rows:
        named = NAMED.findall(proof)
        faults += [
            f"row {number} names {path}::{name}, which is not there"
            for path, name in named
            if not is_there(path, name)
        ]
        if proof.count("::") != len(named) or (proof.strip() and not named):
            faults.append(f"row {number} names no test in {proof.strip()}")
        is_explained = left.strip().startswith("in part: " if named else "none: ")
        if not is_explained and (left.strip() or not named):
            faults.append(f"row {number} does not say what is missing: {left.strip()}")
    return faults + miscounted(page, rows)


def is_there(path: str, name: str) -> bool:
    file = CHECKOUT / path
    return file.is_file() and f"\ndef {name}(" in file.read_text(encoding="utf-8")


def miscounted(page: str, rows: list[tuple[str, ...]]) -> list[str]:
    """Where the sums in the words above are not those of the table."""
    proofs = [(bool(proof.strip()), bool(left.strip())) for _, _, proof, left in rows]
    words = (
        f"{proofs.count((True, False))} are proved whole, {proofs.count((True, True))} in part, "
        f"and {proofs.count((False, True))} not at all"
    )
    return [] if words in " ".join(page.split()) else [f"the page does not say that {words}"]


def numbered_tests() -> list[tuple[int, str]]:
    """The tests of this folder that are named after a scenario."""
    found = []
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        names = re.findall(r"^def (test_(\d\d)_\w+)\(", file.read_text(encoding="utf-8"), re.MULTILINE)
        found += [(int(number), f"tests/faults/{file.name}::{name}") for name, number in names]
    return found


def test_every_scenario_has_its_row_and_every_named_test_exists() -> None:
    assert faults_of_the_page(PAGE.read_text(encoding="utf-8")) == []


def test_a_scenario_with_a_test_named_after_it_names_one_of_them() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = {int(found[1]): found[3] for found in map(ROW.match, page.splitlines()) if found}

    unnamed = {number for number, _ in numbered_tests()} - {
        number for number, test in numbered_tests() if test in rows[number]
    }

    assert len(numbered_tests()) > 10
    assert unnamed == set()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (r"\n\| 40 \|[^\n]*", "", "the rows are"),
        (r"\| 41 \|", "| 42 |", "the rows are"),
        (r"(\| 72 \|[^|]*\|) `[^`:]*::", r"\1 `tests/no_such_file.py::", "names tests/no_such_file.py"),
        (r"(\| 72 \|[^|]*\| `[^`:]*::)\w+", r"\1test_nothing", "::test_nothing, which is not there"),
        (r"(\| 72 \|[^|]*\|)[^|]*\|", r"\1  |", "row 72 does not say what is missing"),
        (r"(\| 72 \|[^|]*\|)[^|]*\|", r"\1 all of them |", "row 72 names no test"),
        (r"(\| 86 \|[^|]*\|)[^|]*\|[^|]*\|", r"\1  |  |", "row 86 does not say what is missing"),
        (r"\| in part: ", "| ", "does not say what is missing"),
        (r"\d+ are\s+proved whole", "86 are proved whole", "the page does not say that"),
    ],
)
def test_a_wrong_page_is_noticed(old: str, new: str, told: str) -> None:
    page, count = re.subn(old, new, PAGE.read_text(encoding="utf-8"), count=1)
    assert count == 1

    assert any(told in fault for fault in faults_of_the_page(page))
