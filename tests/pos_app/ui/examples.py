"""Views as a busy Saturday would show them; every lint and picture is made from these."""

from dataclasses import replace
from datetime import date

from pos_app.preference_views import AttributeView, DetailsView, PreferencesView
from pos_app.views import (
    ApprovalView,
    ArrangementView,
    ArrivingView,
    ButtonView,
    ChargeRowView,
    ChargesView,
    ChoiceView,
    CustomerCardView,
    CustomerFormView,
    CustomerRowView,
    DaysView,
    DeliveryRowView,
    DepositView,
    FactView,
    FoundCustomersView,
    FoundProductsView,
    GridPageView,
    HeaderView,
    LineView,
    OutboxRowView,
    PaymentView,
    PickUpView,
    PriceView,
    ProductRowView,
    ReceivedRowView,
    SaleView,
    Screen,
    Severity,
    ShipView,
    SignInView,
    StepView,
    StripView,
    SyncCentreView,
    SyncView,
    TenderRowView,
    Tone,
    TotalsView,
    UnknownCodeView,
    UserTileView,
    WhyView,
)
from retail.orders.delivery import ClosedDays

ONLINE = SyncView("online", "online", "Online")
OFFLINE = SyncView("offline-queue", "offline", "Offline · 5 waiting", 5, Tone.WARNING)
WAITING = SyncView("waiting", "waiting", "2 waiting", 2)
SYNCS = (
    SyncView("storage-low", "alert", "Storage low", 0, Tone.DANGER),
    SyncView("unwell", "info", "Check register", 0, Tone.DANGER),
    SyncView("attention", "alert", "2 need attention", 2, Tone.DANGER_OUTLINE),
    OFFLINE,
    SyncView("offline", "offline", "Offline", 0, Tone.WARNING),
    SyncView("slow", "slow", "Slow – working locally", 0, Tone.WARNING_OUTLINE),
    SyncView("old", "old", "Prices 26 h old", 0, Tone.WARNING_OUTLINE),
    SyncView("sending", "sending", "Sending 3", 3),
    WAITING,
    ONLINE,
    SyncView("forced-offline", "offline", "Offline (by Alexandra) · 12", 12, Tone.WARNING_OUTLINE),
    SyncView("checking", "checking", "Checking …"),
)
UNKNOWN_CODES = (
    UnknownCodeView("7038010009999", "2 times", "14:12"),
    UnknownCodeView("2000000001234", "1 time", "13:40"),
)
SYNC_CENTRE = SyncCentreView(
    "2 need attention · last sent 14:31:58 · last received 14:31:40",
    waiting=(
        OutboxRowView(
            "0193-1", "person", "Customer  Ole Moe", "waits for headquarters", "saved today 14:29",
            ("01900000-0000-7000-8000-0000000000a1", "2 attempts", "Headquarters did not answer within 3 s"),
        ),
        OutboxRowView("0193-2", "order", "Order  L-HOUSTON-3-00045", "waits for the customer", "saved today 14:30",
                      ("01900000-0000-7000-8000-0000000000a2", "0 attempts"), search="L-HOUSTON-3-00045"),
    ),
    waiting_count=2,
    attention=(
        OutboxRowView(
            "0193-3", "order", "Order  L-HOUSTON-3-00039", "Headquarters: mode not valid for postcode 5003",
            "saved 20 Nov", ("01900000-0000-7000-8000-0000000000a3", "3 attempts", "next try 14:35:10", "HTTP 422",
                             "Headquarters cannot read it: mode not valid for postcode 5003"),
            needs_somebody=True, search="L-HOUSTON-3-00039",
        ),
        OutboxRowView("0193-4", "sale", "Sale  HOUSTON-3-000171", "Headquarters: another sale has this number",
                      "saved 20 Nov", ("01900000-0000-7000-8000-0000000000a4", "1 attempt"), needs_somebody=True),
    ),
    attention_count=2,
    received=(
        ReceivedRowView("Products", "today 14:20", "12 min ago", "100,212 rows"),
        ReceivedRowView("Prices", "today 14:20", "12 min ago", "100,212 rows"),
        ReceivedRowView("Customers", "today 14:31", "just now", "20,113 rows"),
        ReceivedRowView("Orders", "today 14:31", "just now", "1,204 rows"),
    ),
    line=ButtonView("Work offline", "sync.work_offline"),
)  # fmt: skip

SUSPENDED = (
    ChoiceView("c1", "Anna Berg", "3 items · 1,348.00 · 14:05"),
    ChoiceView("c2", "Sale of 13:40", "1 items · 99.00 · 13:40"),
)
NOTHING_DUE = "Nothing is due. Scan or type an item first."
NO_CARD = "No card terminal is connected to this register. Take cash."
NO_LINES = "There is nothing to deliver. Scan or type an item first."


def page(name: str, *texts: tuple[str, str, str, str]) -> GridPageView:
    buttons = [
        ButtonView(text, operation, {}, role, key, row=position // 3, column=position % 3)
        for position, (text, operation, role, key) in enumerate(texts)
    ]
    return GridPageView(name, tuple(buttons))


ORDERS = page(
    "Orders",
    ("Ship all", "order.ship_all", "order", "F6"),
    ("Ship selected", "order.ship_selected", "order", "Shift+F6"),
    ("Recall order", "order.find", "order", "F4"),
    ("Pick up all", "order.pick_up_all", "order", "F7"),
    ("Pick up selected", "order.pick_up_selected", "order", "Shift+F7"),
    ("Customer search", "customer.search", "customer", "F2"),
    ("Carry out all", "order.carry_out_all", "order", "F8"),
    ("Carry out selected", "order.carry_out_selected", "order", "Shift+F8"),
    ("New customer", "customer.add", "customer", ""),
    ("Deposit override", "deposit.override", "manager", "F9"),
    ("Pay in full", "deposit.pay_in_full", "payment", ""),
    ("Clear customer", "customer.clear", "customer", ""),
    ("Product search", "product.search", "sale", "F3"),
    ("Quantity", "line.quantity", "sale", ""),
    ("Void line", "line.void", "void", "Del"),
)
LOCKED_DEPOSIT = replace(ORDERS.buttons[9], needs_approval=True)
ORDERS = replace(ORDERS, buttons=(*ORDERS.buttons[:9], LOCKED_DEPOSIT, *ORDERS.buttons[10:]))
SALE = page(
    "Sale",
    ("Product search", "product.search", "sale", "F3"),
    ("Quantity", "line.quantity", "sale", ""),
    ("Payment", "payment.open", "payment", "F10"),
    ("Void line", "line.void", "void", "Del"),
    ("Void sale", "transaction.void", "void", ""),
)
MANAGER = page(
    "Manager",
    ("Deposit override", "deposit.override", "manager", "F9"),
    ("Sync now", "sync.now", "manager", ""),
    ("Lock", "register.lock", "manager", "Ctrl+L"),
    ("Sign off", "user.sign_off", "manager", ""),
)
PAGES = (ORDERS, SALE, MANAGER)


def tender_buttons(why_not: str = "", conclude: bool = False) -> tuple[ButtonView, ...]:
    exact = ButtonView("Cash exact", "tender.cash", {"amount": None}, "payment", "F12", why_not)
    if conclude:
        exact = ButtonView("Conclude", "transaction.conclude", {}, "payment", "F12")
    notes = tuple(
        ButtonView(n, "tender.cash", {"amount": n}, "payment", "", why_not)
        for n in ("20", "50", "100", "200")
    )
    return (
        exact,
        ButtonView("Cash", "tender.cash", {}, "payment", "", why_not),
        ButtonView("Card", "tender.card", {}, "payment", "F11", NO_CARD),
        ButtonView("More", "payment.open", {}, "payment", "F10"),
        *notes,
    )


HEADER = HeaderView("HOUSTON-3", "Kassa Outdoor, Houston", "Kari Nilsen", "14:32", ONLINE, "28 Nov 2026")
ANNA = CustomerCardView("Anna Berg", "10021", False, "+47 55 12 34 56 · Storgata 1, 5003 Bergen")
OLE = CustomerCardView("Ole Moe", "", True, "+47 22 33 44 55")

LINES = (
    LineView(
        1,
        "Trail shoe 42",
        "1",
        "899.00",
        "899.00",
        "ship",
        "Ship Tue 24 Nov – Storgata 1, Bergen",
        "Ship Tue 24 Nov",
    ),
    LineView(2, "Merino sock, charcoal", "2", "129.00", "258.00", "carry-out", "Carry out", "Carry out"),
    LineView(
        3,
        "Rain jacket L",
        "1",
        "1,499.00",
        "1,499.00",
        "pickup",
        "Pick up here Sun 22 Nov",
        "Pick up Sun 22 Nov",
    ),
)

EMPTY = SaleView(
    Screen.SALE, HEADER, TotalsView("To pay", "0.00", "USD"), empty_text="Scan or type an item",
    empty_note="4 orders to pick up here",
    tender_buttons=tender_buttons(NOTHING_DUE),
    pages=(replace(ORDERS, buttons=tuple(
        replace(b, why_not=NO_LINES) if b.operation.startswith(("order.ship", "order.pick", "order.carry", "deposit"))
        else b for b in ORDERS.buttons)), SALE, MANAGER),
)  # fmt: skip
PLAIN = replace(
    EMPTY,
    lines=(
        LineView(1, "Trail shoe 42", "1", "899.00", "899.00"),
        LineView(2, "Merino sock, charcoal", "2", "129.00", "258.00", selected=True),
        LineView(3, "Wool base layer long sleeve men's, extra long name", "1", "1,499.00", "1,499.00"),
    ),
    totals=TotalsView("To pay", "2,875.48", "USD", facts=(FactView("Lines", "3"), FactView("Tax", "219.48")),
                      sentence="Goods 2,656.00 and tax 219.48."),
    tender_buttons=tender_buttons(), pages=PAGES,
    strip=StripView(Severity.OK, "Added 1 × Wool base layer long sleeve men's  1,499.00"),
)  # fmt: skip
REFUND = replace(
    PLAIN,
    totals=TotalsView("Refund", "315.00", "USD", facts=(FactView("Lines", "1"), FactView("Paid", "1,214.00")),
                      sentence="Goods 830.00 and tax 69.00."),
    tender_buttons=(
        ButtonView("Refund cash", "tender.refund_cash", {"amount": None}, "payment", "F12"),
        ButtonView("Refund part", "tender.refund_cash", {}, "payment"),
        ButtonView("Refund card", "tender.refund_card", {}, "payment", "F11"),
        ButtonView("More", "payment.open", {}, "payment", "F10"),
        *(ButtonView(note, "tender.cash", {"amount": note}, "payment", "", "315.00 is to be paid back. Refund it.")
          for note in ("10", "20", "50", "100")),
    ),
    strip=None,
)  # fmt: skip
HYBRID = replace(
    EMPTY,
    customer=ANNA,
    lines=LINES,
    deliveries=(
        DeliveryRowView(1, "Trail shoe 42", "1", "ship", "Ship", "Storgata 1, Bergen", "Tue 24 Nov", "99.00"),
        DeliveryRowView(3, "Rain jacket L", "1", "pickup", "Pick up", "Houston", "Sun 22 Nov"),
        DeliveryRowView(2, "Merino sock, charcoal", "2", "carry-out", "Carry out", "", ""),
    ),
    totals=TotalsView(
        "Due now (deposit)", "502.70", "USD", "of 2,705.00",
        "Carry-out 258.00 in full + 10 % deposit of the other 2,447.00.",
        (FactView("Lines", "3"), FactView("Charges", "99.00"), FactView("Tax", "219.48"),
         FactView("Later", "2,202.30")),
        total="2,705.00",
    ),
    tender_buttons=tender_buttons(), pages=PAGES,
)  # fmt: skip
PAID = replace(
    HYBRID, tenders=(TenderRowView(1, "Cash", "400.00"), TenderRowView(2, "Cash", "102.70", "Change 0.00")),
    arrangement="The other 2,202.30 is paid at pickup", finishing=(StepView("transaction.conclude"),),
    tender_buttons=tender_buttons(conclude=True),
)  # fmt: skip
OFFLINE_SALE = replace(
    HYBRID, customer=OLE, header=replace(HEADER, sync=OFFLINE),
    strip=StripView(Severity.WARNING, "Offline – keep selling. Orders and customers are saved here and sent later."),
)  # fmt: skip
CONCLUDED = replace(
    EMPTY, header=replace(HEADER, sync=WAITING),
    totals=TotalsView("Change", "97.30", "USD", sentence="Order L-HOUSTON-3-00045 saved · will be sent (2 waiting)",
                      facts=(FactView("Order total", "2,705.00"), FactView("Paid", "502.70")), celebrate=True),
    strip=StripView(Severity.OK, "Order L-HOUSTON-3-00045 saved · will be sent (2 waiting)"),
)  # fmt: skip
UNKNOWN_CODE = replace(
    PLAIN, strip=StripView(Severity.ERROR, "Unknown code 7038010009457. Search for the article or type its number.",
                           (ButtonView("Search", "product.search"),)),
)  # fmt: skip

USERS = (
    UserTileView("000160", "Kari Nilsen", "Cashier"), UserTileView("000161", "Jon Hale", "Cashier"),
    UserTileView("000170", "Maria Lopez", "Manager"), UserTileView("000171", "Per Strand", "Cashier"),
)  # fmt: skip
SIGN_IN = SignInView("Kassa Outdoor, Houston", "HOUSTON-3", USERS, ONLINE, "08:55", "28 Nov 2026", "0.1.0")
RECEIVING = replace(SIGN_IN, arriving=ArrivingView("Receiving products: 48,210 of 100,000", 24))
LOCKED = replace(SIGN_IN, locked_by="000160", open_sale="Kari Nilsen · open sale of 3 items is kept")

DAYS = DaysView(
    date(2026, 11, 24), date(2026, 11, 21), date(2026, 11, 22), date(2027, 11, 21), ClosedDays((6,))
)
KINDS = (ChoiceView("order", "Customer order"), ChoiceView("quote", "Quote"))
SHIP = ShipView(
    "Ship all 3 lines", (ChoiceView("HOUSTON", "Houston"), ChoiceView("WEST", "West warehouse")), "HOUSTON",
    (ChoiceView("a1", "Storgata 1, 5003 Bergen", "Home"), ChoiceView("a2", "Torget 2, 5014 Bergen", "Business")), "a1",
    (ChoiceView("ground", "Ground"), ChoiceView("express", "Express"),
     ChoiceView("bulky", "Bulky", why_not="Bulky goods go from the west warehouse only.")), "ground",
    DAYS, stock="3 of 3 lines in stock, as of 21 Nov 2026 13:05.",
    consequence="Order 1,348.00 · due now (10 % deposit) 134.80 · at invoice 1,213.20",
    kinds=KINDS, kind="order",
)  # fmt: skip
PICK_UP = PickUpView(
    "Pick up 3 lines", (ChoiceView("HOUSTON", "Houston (this store)"), ChoiceView("AUSTIN", "Austin")), "HOUSTON",
    DAYS, stock="2 of 3 lines in stock, as of 21 Nov 2026 13:05.",
    consequence="Due now 124.90 (10 %) · at pickup 1,124.10", kinds=KINDS, kind="order",
)  # fmt: skip
DEPOSIT = DepositView(
    "1,249.00", "Default deposit 10 %", "124.90", "124.90", "0.00", "USD",
    (ChoiceView("Regular customer", "Regular customer"), ChoiceView("Staff", "Staff"), ChoiceView("Other", "Other")),
    "Any other amount than the default is approved by a manager in the next step.",
)  # fmt: skip
PRICE = PriceView(
    1, "Trail shoe 42", "899.00", "899.00", "89.90", "USD", DEPOSIT.reasons,
    "Beyond your own limit a manager approves it in the next step.",
)  # fmt: skip
CHARGES = ChargesView(
    (ChargeRowView(None, 0, "Freight", "Whole order · by rule", "10.00"),
     ChargeRowView(1, 0, "Gift wrap", "Trail shoe 42 · changed from 4.00", "2.00")),
    "USD", DEPOSIT.reasons, note="Charges of the order and of its lines. Choose one to change it.",
)  # fmt: skip
WHY = WhyView(
    "Trail shoe 42", "809.10 USD",
    ("The list price is 899.00.", "Autumn week takes 89.90 off.",
     "Member deal is not used: the customer pays less without it.", "Summer is not used: it ended on 31 Aug 2026.",
     "Charge FREIGHT: 10.00, by rule.", "Rule: FREIGHT for goods up to 1,000.00; these are 809.10."),
)  # fmt: skip
APPROVAL = ApprovalView(
    "Deposit override on the order for Anna Berg",
    (FactView("Deposit", "124.90 → 50.00 USD"), FactView("Reason", "Regular customer")),
    "Kari Nilsen (cannot approve her own request)", (USERS[2], UserTileView("000172", "Sam Reed", "Manager")),
)  # fmt: skip
PAYMENT = PaymentView(
    "Due now (deposit)", "502.70", "400.00", "USD", PAID.tenders[:1], tender_buttons(),
    "The other 2,202.30 will be paid:",
    (ArrangementView("At pickup", "order.balance", {"arrangement": "pay_at_pickup"}, chosen=True),
     ArrangementView("Card for the rest", "order.balance", {"arrangement": "card_on_file"}, why_not=NO_CARD),
     ArrangementView("Pay in full now", "deposit.pay_in_full", {})),
    ButtonView("Conclude", "transaction.conclude", why_not="102.70 is still due. Take the payment first."),
)  # fmt: skip
NOT_AT_PICKUP = "Shipped goods cannot be paid at pickup. Choose a card for the rest, or Pay in full."
CARD_FOR_THE_REST = replace(
    PAYMENT, due="0.00",
    arrangements=(replace(PAYMENT.arrangements[0], chosen=False, why_not=NOT_AT_PICKUP),
                  replace(PAYMENT.arrangements[1], why_not="", key="F11"), PAYMENT.arrangements[2]),
)  # fmt: skip
"""The deposit is paid, and nothing says yet how the rest will be."""
CUSTOMERS = FoundCustomersView(
    (
        CustomerRowView("1", "Anna Berg", "10021", False, "+47 55 12 34 56", "Bergen", "order 12 Nov"),
        CustomerRowView("2", "Ole Bergmann", "", True, "+47 22 33 44 55", "Oslo"),
        CustomerRowView("3", "Berg & Sønner Friluftsutstyr AS", "10233", False, "+47 91 00 00", "Voss", "order 2 Nov"),
    ),
    "3 found",
)  # fmt: skip
NO_CUSTOMERS = FoundCustomersView((), "No match for 'berg 55'. Press New customer to add one.")
FROM_HEADQUARTERS = CustomerRowView("9", "Berg Kari", "10999", city="Oslo", matched="From HQ")
PREFERENCES = PreferencesView(
    (ChoiceView("printed", "Printed"), ChoiceView("email", "By e-mail"),
     ChoiceView("both", "Printed and by e-mail"), ChoiceView("none", "No receipt")),
    (ChoiceView("retail", "Retail"), ChoiceView("trade", "Trade")), receipt="printed", group="retail",
)  # fmt: skip
CUSTOMER_FORM = CustomerFormView(
    (ChoiceView("en", "English"), ChoiceView("nb", "Norsk"), ChoiceView("nl", "Nederlands")), "en",
    note="Offline: saved here, sent later. The number follows when HQ has answered.", preferences=PREFERENCES,
)  # fmt: skip
DETAILS = DetailsView(
    (AttributeView("po", "Order of the customer"), AttributeView("floor", "Floor", "A whole number", value="0"),
     AttributeView("wrap", "Gift", choices=(ChoiceView("yes", "Yes"), ChoiceView("no", "No"))),
     AttributeView("needed", "Needed by (week)", "A number")),
    "This needs: Order of the customer. Type it.",
)  # fmt: skip
ASKED_FOR_SEVERAL = replace(
    CUSTOMER_FORM, note="", takes_contacts=True, takes_affiliation=True,
    consents=(ChoiceView("unknown", "Not asked"), ChoiceView("yes", "Yes"), ChoiceView("no", "No")),
)  # fmt: skip
NEW_WITH_SEVERAL = {
    "name": "Ole Moe", "phone": "+47 55 12 34 56", "contacts": {"ole.moe@example.com": "yes", "900 11 222": "no"},
    "addresses": [
        {"purpose": "Home", "line1": "Storgata 1", "postcode": "5003", "city": "Bergen", "name": "Kari Moe"},
        {"purpose": "Business", "line1": "Torget 2", "city": "Bergen"},
    ],
}  # fmt: skip
PRODUCTS = FoundProductsView(
    (
        ProductRowView("10001", "Trail shoe 42", "899.00", "10001 · 7038010009457"),
        ProductRowView("10002", "Trail shoe 43", "899.00", "10002 · 7038010009464"),
        ProductRowView("10003", "Trail knife", "249.00", "10003", "May not be sold. Put it aside."),
    ),
)
REASONS = (ChoiceView("1", "Customer changed mind"), ChoiceView("2", "Wrong item"), ChoiceView("3", "Other"))
