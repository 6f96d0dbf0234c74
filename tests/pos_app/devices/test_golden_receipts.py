"""Every document on paper: line by line as it is known, and with all that must be printed (ux.md, 17.5)."""

from datetime import date
from decimal import Decimal

import pytest

from pos_app.language.language import Language, language_of
from retail.messages import Message, Name, say
from retail.money import Money
from tests.pos_app.devices.golden_receipts import (
    DOCUMENTS,
    FOLDER,
    LANGUAGES,
    WIDTHS,
    every,
    file_of,
    text_of,
)

Said = str | Message | Money


def kroner(minor: int) -> Money:
    return Money(minor, "NOK")


def tax(percent: int, base_minor: int) -> Message:
    return say("Tax {percent} % of {base}", percent=Decimal(percent), base=kroner(base_minor))


def reason(text: str) -> Message:
    return say("Reason: {reason}", reason=Name(text))


BY_BOSS = say("Approved by {user}", user="sjef")
HEAD: tuple[tuple[Said, ...], ...] = (
    ("Butikk 42 AS",), ("Org.nr 999 999 999 MVA",), ("Strandgaten 42, 5004 Bergen",), ("Tlf. 55 00 00 00",),
)  # fmt: skip
WHO: tuple[tuple[Said, ...], ...] = (
    (say("Register"), "BERGEN-3"), (say("Served by"), "kari"), (say("Transaction"),), (say("Date"),),
)  # fmt: skip
SALE: tuple[tuple[Said, ...], ...] = (
    *HEAD, *WHO, (say("Sales receipt"),), (say("Receipt"), "BERGEN-3-000001"), (say("Cash"), kroner(150_000)),
    (say("Change"), kroner(19_400)), (tax(15, 12_913), kroner(1937)), (tax(25, 92_560), kroner(23_140)),
    (say("Total"), kroner(130_550)), ("[code] BERGEN-3-000001",),
)  # fmt: skip
ORDER: tuple[tuple[Said, ...], ...] = (
    *HEAD, *WHO, (say("Order confirmation – deposit"),), (say("Order"), "L-BERGEN-3-00045"),
    ("[code] L-BERGEN-3-00045",), (say("Customer {name}", name="Ole Åge Kråkenes"),),
    (say("Shipped ({mode}) on {day} to {place}", mode=Name("ground"), day=date(2026, 11, 24),
         place="Storgt. 1, 5003 Bergen"),),
    (say("Cancelling costs {percent} % of the order total.", percent=Decimal(5)),), (say("Signature"),),
)  # fmt: skip
REQUIRED: dict[str, tuple[tuple[Said, ...], ...]] = {
    "sale": SALE,
    "copy": (*SALE, ("[large]", say("COPY"))),
    "gift": (*HEAD, (say("Gift receipt"),), (say("Receipt"), "BERGEN-3-000001"), ("Merinosokk", "2")),
    "order": (
        *ORDER, (say("Our number"), "SO-4711"), (say("Order total"), kroner(220_450)),
        (say("Picked up at {place} on {day}", place="Oslo sentrum", day=date(2026, 11, 23)),),
        (say("Deposit {percent} % of {rest}", percent=Decimal(10), rest=kroner(220_450)), kroner(22_045)),
        (say("Balance, paid at pickup"), kroner(198_405)), (say("Collected by"), "Per Moe"),
        (say("Cash"), kroner(22_000)), (tax(25, 172_400), kroner(43_100)),
    ),
    "hybrid": (
        *ORDER, (say("Our number"), say("number follows")), (say("Carried out, paid"), kroner(25_800)),
        (say("Carried out: sales receipt {receipt}", receipt="BERGEN-3-000001"),), (say("Pending sync"),),
        (say("Deposit {percent} % of {rest}", percent=Decimal(10), rest=kroner(99_800)), kroner(9980)),
        (say("Balance, by the card given"), kroner(89_820)), (say("Sales receipt"),),
        (say("Receipt"), "BERGEN-3-000001"), (say("Carried out"), kroner(25_800)), ("[code] BERGEN-3-000001",),
    ),
    "override": (*ORDER, (say("Deposit as agreed of {rest}", rest=kroner(220_450)), kroner(50_000))),
    "store-copy": (
        *HEAD, *WHO, (say("Store copy"),), (say("Deposit calculated"), kroner(22_045)),
        (say("Deposit agreed"), kroner(50_000)), (reason("Regular customer"),), (BY_BOSS,),
    ),
    "quote": (
        *HEAD, *WHO, (say("Quote"), "L-BERGEN-3-00045"), (say("This is not an order. Nothing was paid."),),
        (say("Valid until"), say("{day}", day=date(2026, 12, 5))), (say("Order total"), kroner(89_900)),
        ("[code] L-BERGEN-3-00045",),
    ),
    "pickup": (
        *HEAD, *WHO, (say("Pickup receipt"),), (say("Order"), "L-BERGEN-3-00045"), (say("Our number"), "SO-4711"),
        (say("Invoice"), say("number follows")), (say("Handed to"), "Per Moe"), (say("Deposit used"), kroner(8990)),
        (say("Paid now"), kroner(80_910)), (say("Deposit left"), kroner(13_055)),
        (say("Balance of the order"), kroner(117_495)), (say("Still to be handed out:"),), ("Merinosokk", "2"),
        ("Terrengsko 42 «Fjellræv»", "1"), (tax(25, 71_920), kroner(17_980)), (say("Cash"), kroner(80_900)),
    ),
    "last-pickup": (
        (say("Pickup receipt"),), (say("Invoice"), "F-20077"), (say("Handed to"), "Åse Moe"),
        (say("Balance of the order"), kroner(0)), (say("Nothing of this order is left to be handed out."),),
    ),
    "payment": (
        *HEAD, *WHO, (say("Payment on an order"),), (say("Order"), "L-BERGEN-3-00045"), (say("Our number"), "SO-4711"),
        (say("Left to pay before"), kroner(198_405)), (say("Paid now"), kroner(50_000)),
        (say("Balance of the order"), kroner(148_405)), (say("Cash"), kroner(60_000)), (say("Change"), kroner(10_000)),
    ),
    "cancellation": (
        *HEAD, *WHO, (say("Order cancelled"),), (say("Order"), "L-BERGEN-3-00045"), (say("Our number"), "SO-4711"),
        (say("Deposit paid"), kroner(22_045)), (say("Cancellation charge"), kroner(11_023)),
        (say("Refund"), kroner(11_022)), (reason("Ombestemte seg"),), (BY_BOSS,), (say("Card"), kroner(-11_022)),
    ),
    "return": (
        *HEAD, *WHO, (say("Return receipt"),), (say("Original receipt"), "BERGEN-3-000002"), (reason("Sålen løsnet"),),
        (say("Shipping refunded"), kroner(-4900)), (say("Refund"), kroner(94_800)), (say("Card"), kroner(-94_800)),
        (BY_BOSS,), (say("Our number"), "SO-4711"), (tax(25, -75_840), kroner(-18_960)),
    ),
    "suspended": (
        *HEAD, ("[large]", say("NOT A RECEIPT")), (say("Suspended sale"),), (say("Register"), "BERGEN-3"),
        ("[code] SUSPENDED-00000000A001",), (say("Total"), kroner(115_700)), (say("Name"), "Blå jakke"),
        (say("Nothing was paid. The sale waits at register {register} and does not expire.", register="BERGEN-3"),),
    ),
    "bank-drop": (
        *HEAD, ("[large]", say("NOT A RECEIPT")), (say("Bank drop"),), (say("Register"), "BERGEN-3"),
        (say("Shift"), "12"), (say("Moved by"), "kari"), (say("Approved by {user}", user="mette"),),
        (say("Amount"), kroner(200_000)), (say("Bag"), "4711-0042"), (reason("kveld"),), (say("Signature"),),
    ),
    "exchange": (
        (say("Return receipt"),), (say("Sales receipt"),), (say("Original receipt"), "BERGEN-3-000002"),
        (reason("Sålen løsnet"),), (say("Refund"), kroner(81_900)),
    ),
}  # fmt: skip
"""What must stand on each document: a label with what stands beside it."""

FORBIDDEN: dict[str, tuple[Said, ...]] = {
    "sale": (say("COPY"), say("Signature")),
    "gift": (kroner(89_900), say("Cash"), say("Total")),
    "order": (say("Sales receipt"), "BERGEN-3-000001", "sjef"),
    "override": ("sjef", kroner(22_045), say("Regular customer"), say("Sales receipt"), "BERGEN-3-000001"),
    "quote": (say("Deposit"), say("Cash"), say("Sales receipt"), say("Signature"), "BERGEN-3-000001"),
    "suspended": (say("Sales receipt"), say("Receipt"), say("Cash")),
    "pickup": (say("Sales receipt"), say("Cancellation charge")),
}
"""What must not: prices on a gift, the approver on the customer's paper, a receipt where nothing was sold."""


def squeezed(text: str) -> str:
    """The text without what depends on the width: spaces, line ends, a second large line, hyphens to break at.

    The printer has a minus of its own.
    """
    plain = "".join(text.split()).replace("\u2212", "-").replace("\u00ad", "")
    before, *large = plain.split("[large]")
    return f"{before}[large]{''.join(large)}" if large else plain


def written(parts: tuple[Said, ...], language: Language) -> str:
    return squeezed("".join(part if isinstance(part, str) else language.write(part) for part in parts))


@pytest.mark.parametrize(("name", "language", "columns"), list(every()))
def test_a_receipt_is_line_by_line_as_it_is_known(name: str, language: str, columns: int) -> None:
    """`python -m tests.pos_app.devices.golden_receipts` renews them, for whoever reads the differences."""
    assert text_of(name, language, columns) == file_of(name, language, columns).read_text(encoding="utf-8")


def test_no_receipt_is_known_that_is_not_printed_and_each_has_its_list() -> None:
    known = {path.name for path in FOLDER.iterdir()}

    assert known == {file_of(*each).name for each in every()}
    assert REQUIRED.keys() == DOCUMENTS.keys()


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_receipt_has_all_that_must_be_printed(name: str, language: str, columns: int) -> None:
    paper = squeezed(text_of(name, language, columns))
    missing = [parts for parts in REQUIRED[name] if written(parts, language_of(language)) not in paper]

    assert missing == []


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_receipt_has_nothing_that_must_not_be_printed(name: str, language: str, columns: int) -> None:
    """A word stands alone on a line or before its amount; 'Deposit' within other words is none."""
    lines = [squeezed(line) for line in text_of(name, language, columns).splitlines()]

    for part in FORBIDDEN[name]:
        shown = written((part,), language_of(language))
        assert not any(line.startswith(shown) or line.endswith(shown) for line in lines), part
