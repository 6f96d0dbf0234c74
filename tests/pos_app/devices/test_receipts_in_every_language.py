"""The receipts of a sale and of an order with deposit have every field they must have, in three languages, on paper."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from pos_app.devices.paper import PaperPrinter, lay_out
from pos_app.language.language import language_of
from retail.receipt import Row
from tests.fixtures.fix_register import ANNA, SETTINGS, Register, Shop, at_work
from tests.pos_app.devices.test_paper import codes_in, picture_of

STORE = replace(
    SETTINGS,
    store_name="Butikk 42 AS",
    receipt_lines=("Storgata 1, 5003 Bergen", "Org.nr 999 999 999 MVA", "Tlf 55 12 34 56"),
    receipt_signature=True,
    price_includes_tax=True,
    tax_percent=SETTINGS.tax_percent + 25,
    currency="NOK",
    cash_rounding_minor=100,
    cancellation_charge_percent=SETTINGS.deposit_percent / 2,
)
COMPANY = ("Butikk 42 AS", "Storgata 1, 5003 Bergen", "Org.nr 999 999 999 MVA", "Tlf 55 12 34 56")
SALE = {
    "en": (
        "Sales receipt",
        "Receipt",
        "Date",
        "Register",
        "Served by",
        "Total",
        "Tax 25 % of",
        "Cash",
        "Change",
    ),
    "nb": (
        "Salgskvittering",
        "Kvittering",
        "Dato",
        "Kasse",
        "Betjent av",
        "Totalt",
        "Mva. 25 % av",
        "Kontant",
        "Vekslepenger",
    ),
    "nl": (
        "Kassabon",
        "Bon",
        "Datum",
        "Kassa",
        "Geholpen door",
        "Totaal",
        "Btw 25 % van",
        "Contant",
        "Wisselgeld",
    ),
}
ORDER = {
    "en": (
        "Order confirmation – deposit",
        "number follows",
        "Customer Anna Berg",
        "Picked up at Seattle",
        "Order total",
        "Carried out, paid",
        "Deposit 10 % of",
        "Balance, paid at pickup",
        "Cancelling costs 5 % of the order total.",
        "Carried out: sales receipt",
        "Signature",
        "Sales receipt",
    ),
    "nb": (
        "Ordrebekreftelse – innbetaling",
        "nummer følger",
        "Kunde Anna Berg",
        "Hentes hos Seattle",
        "Ordre totalt",
        "Tatt med nå, betalt",
        "Innbetaling 10 % av",
        "Rest, betales ved henting",
        "Annullering koster 5 % av ordretotalen.",
        "salgskvittering",
        "Underskrift",
        "Salgskvittering",
    ),
    "nl": (
        "Orderbevestiging – aanbetaling",
        "nummer volgt",
        "Klant Anna Berg",
        "Ophalen bij Seattle",
        "Totaal order",
        "Direct meegenomen, betaald",
        "Aanbetaling 10 % van",
        "Restbedrag, te betalen bij ophalen",
        "Annuleren kost 5 % van het ordertotaal.",
        "kassabon",
        "Handtekening",
        "Kassabon",
    ),
}


@pytest.fixture(params=["en", "nb", "nl"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def till(shop: Shop, language: str, qtbot: QtBot) -> Register:
    shop.line.state = "offline"
    shop.publish(replace(STORE, language=language))
    return at_work(shop)


def printed(shop: Shop) -> tuple[Row, ...]:
    (rows,) = shop.printer.printed.values()
    return rows


def on_paper(rows: tuple[Row, ...], language: str) -> str:
    return lay_out(rows, language_of(language)).toPlainText().replace("\xa0", " ")


def sell(till: Register) -> None:
    till.do("product.add", number="A")
    till.do("tender.cash", amount="200")
    till.do("transaction.conclude")
    till.do("receipt.print")


def order(till: Register) -> None:
    till.do("customer.set", id=ANNA)
    till.do("product.add", number="A")
    till.do("product.add", number="B")
    till.do("order.pick_up_selected", lines=[1], store="SEATTLE")
    till.do("tender.cash")
    till.do("order.balance", arrangement="pay_at_pickup")
    till.do("transaction.conclude")
    till.do("receipt.print")


def test_a_sales_receipt_has_every_field(till: Register, shop: Shop, language: str) -> None:
    sell(till)

    paper = on_paper(printed(shop), language)

    missing = [
        each
        for each in (*COMPANY, *SALE[language], "HOUSTON-1-000001", "Trail shoe", "cashier")
        if each not in paper
    ]
    assert missing == []
    assert codes_in(picture_of(printed(shop))) == ["HOUSTON-1-000001"]


def test_an_order_with_deposit_has_every_field(till: Register, shop: Shop, language: str) -> None:
    order(till)

    paper = on_paper(printed(shop), language)

    wanted = (
        *COMPANY,
        *ORDER[language],
        "L-HOUSTON-1-00001",
        "Trail shoe",
        "Merino sock",
        "HOUSTON-1-000001",
    )
    assert [each for each in wanted if each not in paper] == []
    assert sorted(codes_in(picture_of(printed(shop)))) == ["HOUSTON-1-000001", "L-HOUSTON-1-00001"]


def test_a_receipt_comes_out_as_a_pdf_in_every_language(till: Register, shop: Shop, language: str) -> None:
    order(till)
    folder = till.folder / "paper"

    PaperPrinter(folder).print(printed(shop), "receipt", language_of(language))

    content = (folder / "receipt.pdf").read_bytes()
    box = content.split(b"/MediaBox [")[1].split(b"]")[0].split()
    assert round(float(box[2]) * 25.4 / 72) == 80


def test_without_a_line_for_it_nobody_signs(shop: Shop, qtbot: QtBot) -> None:
    shop.line.state = "offline"
    shop.publish(replace(STORE, receipt_signature=False))
    order(at_work(shop))

    assert "Signature" not in on_paper(printed(shop), "en")
