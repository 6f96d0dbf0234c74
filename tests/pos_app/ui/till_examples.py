"""What the sheets about the till show, for tests of the window."""

from pos_app.till_views import BlindShiftView, CountView, MovementView
from pos_app.views import FactView

FACTS = (FactView("Shift", "12"), FactView("Open since", "08:55"), FactView("Start amount", "500.00"))
COUNT = CountView(FACTS, "NOK")
DECLARED = CountView(
    (*FACTS, FactView("Float entry", "200.00"), FactView("Safe drop", "-2,000.00")),
    "NOK",
    (),
    {"cash": "1,500.00"},
)
FLOAT = MovementView("Float entry", "Count the cash, then put it into the till.", FACTS, "NOK")
REMOVAL = MovementView("Tender removal", "Count the cash that is taken out.", FACTS, "NOK", needs_reason=True)
BANK_DROP = MovementView(
    "Bank drop", "Count the cash into a bag for the bank. The slip goes with it.", FACTS, "NOK", has_bag=True
)
BLIND = (
    BlindShiftView("s1", "Shift 11, 12 Nov 2026 08:00", "Kari · closed blind 15:02", "500.00", "3,500.00"),
    BlindShiftView(
        "s2", "Shift 12, 12 Nov 2026 15:04", "Ola · closed blind 21:00", "500.00", "",
        "This shift is not counted yet. Declare its tenders first.",
    ),
)  # fmt: skip
