"""Views of orders that something is done to: the cart's frame and the sheets that begin each act."""

from dataclasses import replace
from datetime import date

from pos_app.acting_views import (
    ActView,
    CancelView,
    CreateView,
    PartLineView,
    PartsView,
    PayView,
    ReturnSourcesView,
    ReturnSourceView,
    ReturnView,
    WorkListView,
    WorkRowView,
)
from pos_app.views import (
    ArrangementView,
    ButtonView,
    ChoiceView,
    DaysView,
    FactView,
    GridPageView,
    LineView,
    TotalsView,
    WelcomeView,
)
from tests.pos_app.ui import examples

NO_GOODS = "Goods of an order are being handed out. Conclude that first, then sell the rest."
KEEPS = "An order keeps its customer. Discard this and make a new order for somebody else."
ANNA = replace(examples.ANNA, why_not=KEEPS)
EDITING = replace(
    examples.HYBRID,
    act=ActView("Editing order 4711", "Order 4711 stays as it was before."),
    customer=ANNA,
    lines=(
        replace(examples.LINES[0], locked=True, detail="Ship Tue 24 Nov – Storgata 1, Bergen · 1 handed out"),
        replace(examples.LINES[1], locked=True),
        examples.LINES[2],
    ),
    totals=TotalsView(
        "Due now", "127.70", "USD", "of 2,705.00", "502.70 is asked for, 375.00 was paid before.",
        (FactView("Lines", "3"), FactView("Charges", "99.00"), FactView("Tax", "219.48"),
         FactView("Later", "2,202.30")),
    ),
)  # fmt: skip
HANDING_OUT = replace(
    EDITING,
    act=ActView("Pickup of 4711", "Order 4711 stays as it was before.", NO_GOODS),
    lines=(replace(examples.LINES[2], selected=False),),
    totals=TotalsView("Balance at pickup", "1,124.10", "USD", "", "1,499.00 less 374.90 of the deposit."),
)
TAKING_BACK = replace(
    EDITING,
    act=ActView("Return of 4711", "Order 4711 stays as it was before."),
    lines=(
        LineView(1, "Trail shoe 42", "−1", "899.00", "-899.00", detail="Does not fit"),
        LineView(2, "Merino sock, charcoal", "−2", "129.00", "-258.00", detail="Damaged"),
    ),
    totals=TotalsView(
        "Refund", "1,157.00", "USD", "", "Goods 1,157.00 come back, with charges and tax as they were."
    ),
    tender_buttons=examples.tender_buttons("Nothing is due. Give the refund first."),
)
CANCELLING = replace(
    EDITING,
    act=ActView("Cancelling L-HOUSTON-3-00045", "Order L-HOUSTON-3-00045 stays as it was before.", NO_GOODS),
    lines=(),
    empty_text="",
    totals=TotalsView("Refund", "315.00", "USD", "", "Deposit 375.00 − charge 60.00 = refund 315.00."),
)
PART_LINES = (
    PartLineView(1, "A", "Trail shoe 42", "2 of 2 left · Picked", 2000),
    PartLineView(
        2,
        "B",
        "Merino sock, charcoal, extra long name for a sock",
        "12 of 40 left · Partially invoiced",
        12000,
    ),
    PartLineView(3, "C", "Rope by the metre", "1.5 of 1.5 left · Accepted", 1500),
)
ON_A_SHELF = PartsView(
    "o1", "fulfilment.ready", "Ready for collection: 4711 – Anna Berg", "Ready for collection", PART_LINES[:1],
    shelf="B 4",
)  # fmt: skip
WITH_SERIALS = PartsView(
    "o1", "fulfilment.ship", "Ship 4711 – Anna Berg", "Ship",
    (PartLineView(1, "A", "Camera", "2 of 2 left · Packed", 2000, asks_serial=True, codes=("A",)), *PART_LINES[1:]),
)  # fmt: skip
HAND_OUT = PartsView(
    "o1", "order.pick_up", "Pick up 4711 – Anna Berg & Sønner Friluftsutstyr AS", "Hand out, then pay", PART_LINES,
    "Balance at pickup 874.00 · 1,249.00 less 375.00 of the deposit.", "Anna Berg",
)  # fmt: skip
CANCEL_REASONS = tuple(
    ChoiceView(each, each) for each in ("Customer changed mind", "Too late", "Price", "Other")
)
CANCEL = CancelView(
    "o1", "Cancel order L-HOUSTON-3-00045 – Berg & Sønner Friluftsutstyr AS", CANCEL_REASONS, "375.00", "60.00",
    "USD", True, FactView("Refund to customer", "315.00"),
)  # fmt: skip
PAY = PayView(
    "o1", "Payment on L-HOUSTON-3-00045 – Berg & Sønner Friluftsutstyr AS",
    (FactView("Order total", "1,249.00"), FactView("Paid so far", "124.90"), FactView("Left to pay", "1,124.10")),
    "99.00", "USD",
    "The card on file was declined: 99.00 of goods that have gone is not paid.",
)  # fmt: skip
RETURN_REASONS = tuple(
    ChoiceView(each, each)
    for each in ("Does not fit", "Damaged", "Wrong item", "Customer changed mind", "Other")
)
RETURN = ReturnView(
    "o1", "Return of 4711 – Anna Berg", PART_LINES, RETURN_REASONS, "USD",
    "120.00 of 150.00 used without approval",
    note="Headquarters does not answer: what other stores took back is not known here.",
)  # fmt: skip
SOURCES = ReturnSourcesView(
    (
        ReturnSourceView("o1", "d1", "INV-009001 · HOUSTON-3-000112", "12 Nov · 3 lines can come back · Anna Berg",
                         "899.00", ("INV-009001", "HOUSTON-3-000112")),
        ReturnSourceView("o1", "d2", "INV-009007", "15 Nov · 1 lines can come back · Anna Berg", "129.00",
                         ("INV-009007",)),
        ReturnSourceView("s1", "", "HOUSTON-3-000118", "16 Nov · 2 lines can come back · No customer", "1,257.00",
                         ("HOUSTON-3-000118",)),
    ),
    "Which invoice do the goods come back of?",
)  # fmt: skip
SERIAL_RETURN = replace(
    RETURN, note="",
    lines=(PartLineView(1, "A", "Camera", "2 can come back · 2 ordered", 2000, asks_serial=True,
                        serials=("SN-77-01", "SN-77-02")), *PART_LINES[1:]),
)  # fmt: skip
SALE_RETURN = replace(
    RETURN, id="s1", title="Return of HOUSTON-3-000118", note="", operation="sale.return", ships=False
)
NO_SHIPPING = replace(RETURN, note="", shipping="", shipping_why_not="This store does not refund shipping.")
QUOTE_DAYS = DaysView(date(2026, 12, 21), date(2026, 11, 21), date(2026, 11, 21), date(2027, 11, 21))
CREATE = CreateView(
    (ChoiceView("order", "Customer order"), ChoiceView("quote", "Quote")), "quote", QUOTE_DAYS
)
NOT_TOGETHER = "These lines are of several orders. Choose lines of one order."
WORK = WorkListView(
    (
        WorkRowView("o1:1", "o1", 1, "A", "4711", "Anna Berg", "Trail shoe 42", "2", "1", "Pick up Sat 21 Nov",
                    "pickup", "Partially picked", "", "6 in stock at 13:05 \u00b7 2 reserved"),
        WorkRowView("o2:1", "o2", 1, "B", "L-HOUSTON-3-00045", "Ole Moe", "Merino sock, charcoal", "1", "0",
                    "Express Tue 24 Nov", "ship", "Accepted", "Storgata 1, 5003 Bergen", "40 in stock on Fri 20 Nov"),
        WorkRowView("o2:2", "o2", 2, "C", "L-HOUSTON-3-00045", "Ole Moe", "Rain jacket L", "1", "1",
                    "Express Tue 24 Nov", "ship", "Packed", "Storgata 1, 5003 Bergen"),
    ),
    (ChoiceView("accept", "To accept 0"), ChoiceView("pick", "To pick 2"), ChoiceView("pack", "To pack 0"),
     ChoiceView("ship", "To ship 1"), ChoiceView("ready", "Ready 0"), ChoiceView("collect", "Pickup today 1")),
    ("o2:1",),
    (
        ButtonView("Accept", "fulfilment.accept", {}, "order", why_not="This line is accepted already. Pick it next."),
        ButtonView("Reject", "fulfilment.reject", {"id": "o2", "lines": [1]}, "void"),
        ButtonView("Start picking", "fulfilment.start", {"id": "o2", "lines": [1]}, "order"),
        ButtonView("Mark as picked", "fulfilment.pick", {"id": "o2", "quantities": {"1": "1"}}, "order"),
        ButtonView("Undo picking", "fulfilment.unpick", {}, "order",
                   why_not="Nothing of this line is picked. There is nothing to put back."),
        ButtonView("Mark as packed", "fulfilment.pack", {"id": "o2", "quantities": {"1": "1"}}, "order"),
        ButtonView("Ship", "fulfilment.ship", {"id": "o2", "quantities": {"1": "1"}}, "order"),
        ButtonView("Picking list", "fulfilment.picking_list", {"id": "o2", "lines": [1]}, "manager"),
        ButtonView("Packing slip", "fulfilment.packing_slip", {"id": "o2", "lines": [1]}, "manager"),
    ),
    "100 of 312 lines.",
    more="Show more",
)  # fmt: skip
NO_WORK = replace(
    WORK, rows=(), chosen=(), note="Nothing to do here now.", more="",
    actions=tuple(replace(each, why_not="Nothing is chosen. Tap the lines first.") for each in WORK.actions),
)  # fmt: skip
STEERED = replace(
    examples.PAYMENT,
    caption="Balance at pickup",
    balance="How much of the deposit is used?",
    arrangements=(
        ArrangementView("None", "deposit.use", {"amount": "0.00"}, chosen=True),
        ArrangementView("Its part 37.50", "deposit.use", {"amount": "37.50"}),
        ArrangementView("All that fits 375.00", "deposit.use", {"amount": "375.00"}),
        ArrangementView("Another amount …", "deposit.use", {}),
    ),
)


def _group(name: str, *buttons: tuple[str, str, str, int]) -> GridPageView:
    views = [
        ButtonView(text, operation, {}, role, count=count, row=row)
        for row, (text, operation, role, count) in enumerate(buttons)
    ]
    return GridPageView(name, tuple(views), len(views), 1)


WELCOME = WelcomeView(
    "Welcome, Kari Nilsen",
    "Shift 12, open since 08:55.",
    (
        _group("Orders", ("Recall order", "order.find", "order", 4),
               ("Order fulfilment", "fulfilment.open", "order", 5)),
        _group("Customers", ("Customer search", "customer.search", "customer", 0),
               ("New customer", "customer.add", "customer", 0)),
        _group("Sale", ("Product search", "product.search", "sale", 0),
               ("Suspended sales", "transaction.resume", "sale", 0), ("Print receipt", "receipt.print", "sale", 0)),
        _group("Register", ("Sync centre", "sync.centre", "manager", 2), ("Lock", "register.lock", "manager", 0),
               ("Sign off", "user.sign_off", "manager", 0), ("Close shift", "shift.close", "manager", 0)),
    ),
    "Back to the sale: 3 ×, 2,705.00",
)  # fmt: skip
