"""Orders as the desk would show them: those a search finds, one in full, and a quote."""

from dataclasses import replace

from pos_app.views import (
    ButtonView,
    ChoiceView,
    FactView,
    FilterView,
    FoundOrdersView,
    OrderDetailView,
    OrderLineView,
    OrderRowView,
)

ORDERS_FOUND = FoundOrdersView(
    (
        OrderRowView("o1", "4711", "Anna Berg", "12 Nov", "1,249.00", "Open"),
        OrderRowView("o2", "L-HOUSTON-3-00045", "Ole Moe", "today", "1,256.00", "Pending sync", True),
        OrderRowView("o3", "4650", "Berg & Sønner AS", "2 Nov", "12,400.00", "Invoiced", False, "HQ"),
    ),
    "Orders on this register. HQ is not reachable (since 14:05).",
    (ChoiceView("customer", "This customer 2"), ChoiceView("fulfil", "To fulfil 5"),
     ChoiceView("pick_up", "To pick up 4"), ChoiceView("ship", "To ship 1"), ChoiceView("unsent", "Not sent yet 2")),
    (
        FilterView("status", "Status", (ChoiceView("", "All"), ChoiceView("open", "Open"),
                   ChoiceView("partially_invoiced", "Partially invoiced"), ChoiceView("invoiced", "Invoiced"),
                   ChoiceView("cancelled", "Cancelled"), ChoiceView("quote", "Quote"))),
        FilterView("store", "Store", (ChoiceView("", "All"), ChoiceView("HOUSTON", "Houston"),
                   ChoiceView("SEATTLE", "Seattle Pike Place Market"))),
        FilterView("date", "Made", (ChoiceView("", "All"), ChoiceView("0", "Today"), ChoiceView("6", "7 days"),
                   ChoiceView("29", "30 days"))),
        FilterView("origin", "Channel", (ChoiceView("", "All"), ChoiceView("store", "Store"),
                   ChoiceView("online", "Online"), ChoiceView("call_centre", "Call centre"), ChoiceView("hq", "HQ"),
                   ChoiceView("crm", "CRM"))),
    ),
    "Show more",
)  # fmt: skip
ORDER = OrderDetailView(
    "o2", "L-HOUSTON-3-00045", "Open · Pending sync", True, "Ole Moe", "Pending sync",
    (OrderLineView("Trail shoe 42", "1", "899.00", "pickup", "Pick up here Sun 22 Nov", "Accepted"),
     OrderLineView("Merino sock, charcoal", "2", "258.00", "carry-out", "Carried out", "Invoiced")),
    (FactView("Total", "1,256.00"), FactView("Deposit paid", "375.00"), FactView("Balance", "881.00")),
    (FactView("21 Nov", "made at HOUSTON"), FactView("21 Nov", "deposit 375.00, cash"),
     FactView("today 10:12", "picked up 899.00, 89.90 of the deposit used, invoice 9001"),
     FactView("", "waits for headquarters")),
    (ButtonView("Pick up", "order.pick_up", {"id": "o2"}, "order", "F7"),
     ButtonView("Pick & pack", "fulfilment.open", {"id": "o2"}, "order", "F6"),
     ButtonView("Edit", "order.edit", {"id": "o2"}, "order"),
     ButtonView("Deposit", "deposit.override", {"id": "o2"}, "order", "F10", needs_approval=True),
     ButtonView("Return", "order.return", {"id": "o2"}, "order",
                why_not="Nothing of this order was handed out yet. Cancel or edit it instead."),
     ButtonView("Print", "receipt.print", {"transaction": "t2"}, "order"),
     ButtonView("Cancel order", "order.cancel", {"id": "o2"}, "void", "Ctrl+Del")),
    "order.pick_up",
)  # fmt: skip
QUOTE = replace(
    ORDER, status="Quote", first="order.convert",
    actions=tuple(
        ButtonView("Make it an order", "order.convert", {"id": "o2"}, "order", "F5")
        if each.operation == "deposit.override" else each
        for each in ORDER.actions
    ),
)  # fmt: skip
