"""The page of security holds every item once and in order, names only tests that exist, and names every secret."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from channel_db.device import Device
from tests.faults.test_table import NAMED, is_there

CHECKOUT = Path(__file__).resolve().parents[2]
PAGE = CHECKOUT / "docs" / "security.md"
ITEMS = [*range(1, 38), *range(42, 55)]
ROW = re.compile(r"^\| S(\d+) \| ([^|]+) \| ([^|]*) \| ([^|]*) \|$")
NOT_SECRET = {"hq_url", "tenant", "register_name", "store", "epoch", "environment"}
"""What `device.json` holds besides its secrets."""


def faults_of_the_page(page: str) -> list[str]:
    """What is wrong with the table; empty where nothing is."""
    rows = [found.groups() for found in map(ROW.match, page.splitlines()) if found]
    numbers = [int(number) for number, *_ in rows]
    faults = [] if numbers == ITEMS else [f"the items are {numbers}"]
    for number, _what, proof, left in rows:
        named = NAMED.findall(proof)
        faults += [
            f"S{number} names {path}::{name}, which is not there"
            for path, name in named
            if not is_there(path, name)
        ]
        if proof.count("::") != len(named) or (proof.strip() and not named):
            faults.append(f"S{number} names no test in {proof.strip()}")
        is_explained = left.strip().startswith("in part: " if named else "none: ")
        if not is_explained and (left.strip() or not named):
            faults.append(f"S{number} does not say what is missing: {left.strip()}")
    proofs = [(bool(proof.strip()), bool(left.strip())) for _, _, proof, left in rows]
    words = (
        f"{proofs.count((True, False))} are proved whole, {proofs.count((True, True))} in part, "
        f"and {proofs.count((False, True))} not at all"
    )
    return faults if words in " ".join(page.split()) else [*faults, f"the page does not say that {words}"]


def numbered_tests() -> list[tuple[int, str]]:
    """The tests of this folder that are named after an item."""
    found = []
    for file in sorted(Path(__file__).parent.glob("test_*.py")):
        names = re.findall(r"^def (test_s(\d\d)_\w+)\(", file.read_text(encoding="utf-8"), re.MULTILINE)
        found += [(int(number), f"tests/security/{file.name}::{name}") for name, number in names]
    return found


def test_every_item_has_its_row_and_every_named_test_exists() -> None:
    assert faults_of_the_page(PAGE.read_text(encoding="utf-8")) == []


def test_a_test_named_after_an_item_stands_in_its_row() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = {int(found[1]): found[3] for found in map(ROW.match, page.splitlines()) if found}

    assert [test for number, test in numbered_tests() if test not in rows[number]] == []
    assert len(numbered_tests()) > 8


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (r"\n\| S9 \|[^\n]*", "", "the items are"),
        (r"(\| S9 \|[^|]*\|) `[^`:]*::", r"\1 `tests/no_such_file.py::", "S9 names tests/no_such_file.py"),
        (r"(\| S9 \|[^|]*\|)[^|]*\|", r"\1  |", "S9 does not say what is missing"),
        (r"none: the files are not encrypted", "later", "S32 does not say what is missing"),
        (r"\d+ are\s+proved whole", "50 are proved whole", "the page does not say that"),
    ],
)
def test_a_wrong_page_is_noticed(old: str, new: str, told: str) -> None:
    page, count = re.subn(old, new, PAGE.read_text(encoding="utf-8"), count=1)
    assert count == 1

    assert any(told in fault for fault in faults_of_the_page(page))


def test_secrets_and_threats_stand_on_the_page_of_this_version() -> None:
    page = PAGE.read_text(encoding="utf-8")
    version = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    secrets = {each.name for each in fields(Device)} - NOT_SECRET

    assert f"Looked at for version {version}." in page
    assert "## Who might, and what stands in the way" in page
    assert [name for name in sorted(secrets) if f"`{name}`" not in page.partition("## Secrets")[2]] == []
