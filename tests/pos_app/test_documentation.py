"""docs/operations.md: one row for every operation, saying what its description says."""

from pathlib import Path

import pytest

from pos_app.operations.known import REGISTRY

PAGE = Path(__file__).resolve().parents[2] / "docs" / "operations.md"


def rows() -> dict[str, list[str]]:
    cells = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]
    return {row[0].strip("`"): row for row in cells}


def test_there_is_one_row_for_every_operation_and_no_other() -> None:
    assert sorted(rows()) == sorted(REGISTRY)


@pytest.mark.parametrize("id", sorted(REGISTRY))
def test_a_row_says_what_the_description_says(id: str) -> None:
    operation, row = REGISTRY[id], rows()[id]
    _, title, needs, right, questions, others, offline = row

    assert title == operation.title
    assert (needs == "–") == (not operation.needs)
    assert len(needs.split(", ")) == max(1, len(operation.needs))
    assert right == (operation.permission or "–")
    assert questions == (", ".join(f"`{ask.name}` ({ask.kind})" for ask in operation.asks) or "–")
    assert others == (", ".join(f"`{name}` ({kind})" for name, kind in operation.takes.items()) or "–")
    assert offline
