"""The receipts of ux 17.5 as they are printed, in three languages: kept word for word, whole, and never too wide."""

from pathlib import Path

import pytest

from pos_app.devices.paper import WIDTH_PX
from pos_app.ui.theme import Theme
from tests.ux.receipts import DOCUMENTS, STORES, kept_file, paper, text_of

MUST = {
    ("sale", "en"): ("Sales receipt", "HOUSTON-1-000001", "21 Nov 2026 10:00", "Cash", "500.00", "Change", "Tax 25 %"),
    ("sale", "nb"): ("Salgskvittering", "HOUSTON-1-000001", "21.11.2026 10:00", "Kontant", "Vekslepenger", "Mva. 25 %"),
    ("sale", "nl"): ("Kassabon", "HOUSTON-1-000001", "21-11-2026 10:00", "Contant", "Wisselgeld", "Btw 25 %"),
    ("order", "en"): ("Order confirmation \u2013 deposit", "L-HOUSTON-1-00001", "number follows",
                      "Picked up at Houston", "23 Nov 2026", "Order total", "Deposit 10 %", "paid at pickup", "5 %",
                      "Sales receipt"),
    ("order", "nb"): ("Ordrebekreftelse \u2013 innbetaling", "L-HOUSTON-1-00001", "Hentes", "23.11.2026", "10 %", "5 %",
                      "Salgskvittering"),
    ("order", "nl"): ("Orderbevestiging \u2013 aanbetaling", "L-HOUSTON-1-00001", "nummer volgt", "Ophalen bij Houston",
                      "23-11-2026", "Aanbetaling 10 %", "te betalen bij ophalen", "5 %", "Kassabon"),
}  # fmt: skip
"""What has to stand on it, whatever else is changed."""


@pytest.mark.parametrize("language", STORES)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_receipt_is_as_it_was_kept_whole_and_no_wider_than_the_paper(
    document: str, language: str, theme: Theme, tmp_path: Path
) -> None:
    made = paper(document, language, tmp_path / "register")
    text = text_of(made)

    assert text == kept_file(document, language).read_text(encoding="utf-8")
    assert missing(document, language, text) == []
    assert made.idealWidth() <= WIDTH_PX


def missing(document: str, language: str, text: str) -> list[str]:
    return [each for each in MUST[document, language] if each.casefold() not in text.casefold()]


def test_receipt_without_its_number_is_rejected() -> None:
    text = kept_file("order", "nl").read_text(encoding="utf-8").replace("L-HOUSTON-1-00001", "")

    assert missing("order", "nl", text) == ["L-HOUSTON-1-00001"]
