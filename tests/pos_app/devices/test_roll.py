"""The printer the tests print on reads jobs as an independent decoder does."""

import json
from pathlib import Path

import pytest

from tests.pos_app.devices.roll import printed


def test_a_job_of_our_own_is_read_command_by_command() -> None:
    roll = printed(
        b"\x1b@\x1bt\x13Bl\x86b\x91r\n\x1bE\x01\x1d!\x11Sum\n\x1dkI\x03{BA\x1dk\x0412\x00\x1dVB\x00"
    )

    assert roll.lines == ["Blåbær", "Sum"]
    assert roll.counts["PrintBarcodeCmd"] == 2
    assert roll.counts["FeedAndCutCmd"] == 1


def test_an_unknown_command_is_named() -> None:
    with pytest.raises(ValueError, match="unknown command"):
        printed(b"\x1bZ")


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["barcode", "character-tables", "graphics", "receipt-with-logo", "text-size"]
)
def test_jobs_of_others_are_read_as_an_independent_decoder_reads_them(shared: Path, name: str) -> None:
    folder = shared / "data" / "escpos"
    decoded = json.loads((folder / f"{name}.decoded.json").read_text(encoding="utf-8"))

    roll = printed((folder / f"{name}.bin").read_bytes())

    assert dict(roll.counts) == decoded["command_counts"]
    if name != "character-tables":  # there the decoder reads every page as 437
        assert roll.text.strip() == decoded["text"].strip()


@pytest.mark.shared
def test_the_pages_printers_number_as_we_do_hold_the_letters_of_our_languages(shared: Path) -> None:
    """Of the profiles in the capability database that name these pages, most give them our numbers."""
    from pos_app.devices.code_pages import PAGES  # noqa: PLC0415 -- beside the claim it is about

    profiles = json.loads((shared / "data" / "escpos" / "capabilities.json").read_text())["profiles"].values()
    for page, number in PAGES:
        named = [each["codePages"] for each in profiles if page.upper() in each["codePages"].values()]
        ours = [pages for pages in named if pages.get(str(number)) == page.upper()]
        assert len(ours) > len(named) / 2, page
    assert "æøåéÆØÅÉ€".encode(PAGES[0][0]).decode(PAGES[0][0]) == "æøåéÆØÅÉ€"
