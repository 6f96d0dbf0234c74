"""Packs are read as people write them, and written so that they are read again; what cannot be one is refused."""

import json

import pytest

from headquarters.importing.errors import CellRefused
from headquarters.importing.packs import packs_in, packs_text

READ = packs_in("USD")


def test_a_pack_may_leave_out_what_it_does_not_have() -> None:
    read = READ(" box ; 6 ; 5.40 ; 701 702 701 | roll; 2,5 | ")

    assert json.loads(str(read)) == [
        {"unit": "box", "contains_thousandths": 6000, "price_minor": 540, "barcodes": ["701", "702"]},
        {"unit": "roll", "contains_thousandths": 2500, "price_minor": None, "barcodes": []},
    ]  # fmt: skip
    assert packs_text(json.loads(str(read)), "USD") == "box; 6; 5.40; 701 702|roll; 2.5"
    assert READ(packs_text(json.loads(str(read)), "USD")) == read
    assert READ(" ") is None


@pytest.mark.parametrize(
    ("packs", "why"),
    [
        ("box", "is not a quantity"), (";6", "a pack is its unit"), ("box;0", "holds more than nothing"),
        ("box;6;many", "is not an amount"), ("box;6|box;12", "two packs have the same unit"),
        ("box;6;1;2;3", "a pack is its unit"), ("|".join(f"b{each};6" for each in range(21)), "at most 20 packs"),
        ("box;100000", "at most 99,999"), ("a very long unit;6", "a pack is its unit"),
        ("b\0x;6", "a pack is its unit"), ("box;1.2345", "is not a quantity"),
        (f"box;6;;{' '.join(map(str, range(101)))}", "at most 100 barcodes"), (f"box;6;;{'1' * 81}", "at most 80"),
    ],
)  # fmt: skip
def test_packs_that_cannot_be_are_refused_with_the_reason(packs: str, why: str) -> None:
    with pytest.raises(CellRefused, match=why):
        READ(packs)
