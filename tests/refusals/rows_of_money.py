"""Refusals about money: quotes, deposits, how the rest is paid, and tenders; sections 10, 11 and 15."""

from retail.refund_rules import RefundRule
from tests.refusals.orders import BACK
from tests.refusals.retailer import HOME, OLE, PIN
from tests.refusals.row import (
    Approval,
    Step,
    cut,
    fault,
    full_of_payments,
    goods,
    new_customer,
    paid,
    pickup,
    press,
    row,
    sale,
    shipment,
    to,
    tried,
)

WHY = "Other"
ASKED = {
    "journal: card_payments": "what the terminal is asked is kept before it is asked, and its answer after",
    "terminal": "the terminal was asked, and reserved or charged what is undone at once",
}
DECLINED = {
    **ASKED,
    "journal: journal_entries": "that the card was declined is written into the journal",
    "journal: sqlite_sequence": "the journal counts its entries",
}
"""What a question to the terminal leaves: what was asked and answered. All else stays as it was."""
TO_CASH = {"refund_policy": (RefundRule("cash", "cash"),)}
TO_NOBODY = {"refund_policy": (RefundRule("cash", "cash", most_minor=0),)}

QUOTES = (
    row("10", "1 Jan 2020 has passed. Choose today or a later day.", *sale("A"),
        press("quote.create", expires="2020-01-01")),
    row("10", "1 Jan 2030 is more than a year ahead. Choose an earlier day.", *sale("A"),
        press("quote.create", expires="2030-01-01")),
    row("10", "A quote takes no money. Remove the payment first.", *paid(sale("A")), press("quote.create")),
    row("10", "A quote takes no money. Make it an order first.", *sale("A"), press("quote.create"),
        press("deposit.override", amount="5", reason=WHY)),
    row("10", "A quote takes no money. Make it an order first.", *sale("A"), press("quote.create"),
        press("deposit.pay_in_full")),
    row("10", "Only an order is paid later. Take the payment now.", *sale("A"), press("quote.create"),
        press("order.balance", arrangement="pay_at_pickup")),
    row("10", "This is an order already and stays one. Discard this and begin anew.", to("fetch", "order.edit"),
        press("quote.create")),
    row("10", "This is a quote already and stays one. Discard this, then make the quote an order.",
        to("quote", "order.edit"), press("order.create")),
)  # fmt: skip

DEPOSITS = (
    row("11, D8", "The order comes to 140.00; the deposit cannot be more. Type 140.00 or less.", *pickup("A", "B"),
        press("deposit.override", amount="140.01", reason=WHY)),
    row("11, D8", "A deposit cannot be negative. Type 0 or more.", *pickup("A"),
        press("deposit.override", amount="-1", reason=WHY)),
    row("decision 2", "The goods carried out cost 40.00; the deposit cannot be less. Type 40.00 or more.",
        *sale("A", "B"), press("order.pick_up_selected", lines=[1]),
        press("deposit.override", amount="39.99", reason=WHY)),
    row("decision 6", "The order comes to 100.00 now, less than the deposit. State the deposit again.",
        *pickup("A", "B"), press("deposit.override", amount="120", reason=WHY), press("line.void", line=2),
        press("transaction.conclude")),
    row("11, D8", "14.00 has been paid already. Remove the payment first.", *paid(pickup("A", "B")),
        press("deposit.override", amount="13", reason=WHY)),
    row("11, D10", "Goods that have gone used 20.00 of the deposit; it cannot be less. Type 20.00 or more.",
        to("half steered", "order.edit"), press("deposit.override", amount="19", reason=WHY)),
    row("11, D10", "Without what was paid at pickup, the order comes to 60.00. Type a deposit of 60.00 or less.",
        to("half steered", "order.edit"), press("deposit.override", amount="61", reason=WHY)),
    row("11, D15", "A deposit is used when goods of an order are handed out. Open a pickup first.", *pickup("A"),
        press("deposit.use", amount="5")),
    row("11, D17", "This deposit is used as it was worked out, and the last pickup uses all of it. Take what is due.",
        to("fetch", "order.pick_up", quantities={"1": "1"}), press("deposit.use", amount="5")),
    row("11, D16", "This deposit is used as it was worked out, and the last pickup uses all of it. Take what is due.",
        to("steered", "order.pick_up"), press("deposit.use", amount="5")),
    row("11, D16", "Only 120.00 of the deposit is left. Type 120.00 or less.",
        to("steered", "order.pick_up", quantities={"1": "1"}), press("deposit.use", amount="120.01")),
    row("11, D16", "Only 40.00 is due for these goods. Type 40.00 or less.",
        to("steered", "order.pick_up", quantities={"2": "1"}), press("deposit.use", amount="40.01")),
    row("11, D20", "A deposit is not paid on the customer's account. Take cash or a card.", *pickup("A"),
        press("tender.customer_account")),
    row("11, D5", "4.00 is owed to the customer. Give it back first.", to("fetch", "order.edit"),
        press("line.void", line=2), press("transaction.conclude")),
    row("11", "'x' is not an amount. Type the amount again.", *pickup("A"),
        press("deposit.override", amount="x", reason=WHY)),
)  # fmt: skip

WRONG = {
    "journal: pin_failures": "a PIN that is not right is counted, so that nobody can try them all",
    "journal: journal_entries": "and written into the journal",
    "journal: sqlite_sequence": "which counts its entries",
}
UNAPPROVED: tuple[Step, ...] = (*pickup("A"), press("user.sign_in", user="kari", pin=PIN))
LESS = press("deposit.override", amount="5", reason=WHY)

APPROVALS = (
    row(
        "11, D9",
        "kari cannot approve an own request. Ask someone else.",
        *UNAPPROVED,
        Approval(LESS, "kari", PIN),
    ),
    row("11, D9", "ole may not approve this. Ask a manager.", *UNAPPROVED, Approval(LESS, "ole", PIN)),
    row(
        "11, D9",
        "User or PIN is not right. Try again.",
        *UNAPPROVED,
        Approval(LESS, "cashier", "000000"),
        may_change=WRONG,
    ),
)

REST = (
    row("decision 38", "Shipped goods are not paid at pickup. Choose Pay in full, or a card for the rest.",
        *paid(shipment("A")), press("order.balance", arrangement="pay_at_pickup")),
    row("decision 38", "90.00 is not paid for shipped goods. Choose Pay in full, or give a card.",
        *paid(shipment("A")), press("transaction.conclude")),
    row("decision 38", "The shipped goods need 90.00 on the card. Type 90.00 or more.", *paid(shipment("A")),
        press("order.balance", arrangement="card_on_file", amount="89.99")),
    row("decision 38", "The shipped goods need 126.00 on a card; 90.00 is given. Give the card again, or another.",
        *paid(shipment("A")), press("order.balance", arrangement="card_on_file"), *goods("B"),
        press("order.ship_all", address=HOME), press("tender.cash"), press("transaction.conclude")),
    row("11, D19", "Say how the other 90.00 will be paid: at pickup, or Pay in full now.", *paid(pickup("A")),
        press("transaction.conclude")),
    row("11, D19", "Nothing is left to pay later. Take what is due and conclude.", *pickup("A"),
        press("deposit.pay_in_full"), press("order.balance", arrangement="pay_at_pickup")),
    row("15", "The cards given pay all of the rest. Take what is due and conclude.", *paid(pickup("A")),
        press("order.balance", arrangement="card_on_file"), press("order.add_card", amount="5")),
    row("15", "A card can be asked for 90.00 or less. Type the amount again.", *paid(pickup("A")),
        press("order.balance", arrangement="card_on_file", amount="90.01")),
    row("decision 32", "No card can be taken for later while headquarters does not answer. Choose Pay in full.",
        *paid(shipment("A")), cut, press("order.balance", arrangement="card_on_file")),
    row("15", "This card cannot be charged later. Take another card, or choose Pay in full.", *paid(shipment("A")),
        fault("no_token"), press("order.balance", arrangement="card_on_file"), may_change=ASKED),
)  # fmt: skip

TENDERS = (
    row("15", "0.00 is not an amount to pay with. Type what the customer hands over.", *goods("A"),
        press("tender.cash", amount="0")),
    row("15", "0.00 is not an amount to pay with. Type 100.00 or less.", *goods("A"), press("tender.card", amount="0")),
    row("15", "Only 100.00 is due, and only cash gives change. Type 100.00 or less.", *goods("A"),
        press("tender.card", amount="100.01")),
    row("15", "4.00 is to be paid back, so nothing can be paid. Refund it.", to("fetch", "order.edit"),
        press("line.void", line=2), press("tender.cash")),
    row("15", "Nothing is due. Conclude the sale.", *paid(goods("A")), press("tender.cash")),
    row("15", "Nothing is to be paid back. Take the payment, or conclude.", *goods("A"), press("tender.refund_cash")),
    row("15", "1.01 cannot be paid in cash: the smallest coin is 0.05. Type another amount, or take a card.",
        *goods("A"), press("tender.cash", amount="1.01")),
    row("15", "0.00 is not an amount to pay back. Type 4.00 or less.", to("fetch", "order.edit"),
        press("line.void", line=2), press("tender.refund_cash", amount="0")),
    row("15", "Only 4.00 is to be paid back. Type 4.00 or less.", to("fetch", "order.edit"),
        press("line.void", line=2), press("tender.refund_cash", amount="4.05")),
    row("15", "There is no payment 7. Choose one of the list.", *paid(goods("A")), press("tender.void", number=7)),
    row("15", "A sale holds at most 1000 payments. Take the rest in one.", *goods("A"),
        press("tender.cash", amount="1"), full_of_payments, press("tender.cash")),
    row("15", "40.00 too much was paid. Remove a payment first.", *paid(goods("A", "B")), press("line.void", line=2),
        press("transaction.conclude")),
    row("15", "No payment was taken. There is none to remove.", *goods("A"), press("tender.void", number=1)),
    row("15", "This customer has no account number yet. Take cash or a card.", cut, new_customer, *goods("A"),
        press("tender.customer_account")),
    row("15", "Headquarters does not answer, and accounts are kept there. Take cash or a card.", *sale("A"), cut,
        press("tender.customer_account")),
    row("15", "This customer has no account number yet. Refund in cash or to a card.", cut, new_customer,
        press("product.return", number="A", reason="Damaged"), press("tender.refund_customer_account")),
    row("15", "Headquarters does not answer, and accounts are kept there. Refund in cash or to a card.",
        press("customer.set", id=OLE), press("product.return", number="A", reason="Damaged"), cut,
        press("tender.refund_customer_account")),
    row("15", "The refund policy of this store gives 0.00 back that way. Give the rest back so: cash.",
        to("sale", "sale.return", items=BACK), press("tender.refund_card"), settings=TO_CASH),
    row("15", "The refund policy of this store gives 0.00 back that way. Ask headquarters.",
        to("sale", "sale.return", items=BACK), press("tender.refund_cash"), settings=TO_NOBODY),
    row("15", "No card was given with this order. Take cash or a card.", to("fetch", "order.pick_up"),
        press("tender.card_on_file")),
    row("15", "The card on file may be charged 90.00 at most. Take the rest another way.",
        to("card on file", "order.pick_up"), press("tender.card_on_file", amount="90.01")),
    row("15", "The card was declined: 100.00 was not taken. Try another card, or cash.", *goods("A"), fault("declined"),
        press("tender.card"), may_change=DECLINED),
    row("15", "The terminal does not say what became of 100.00. Check the card payment first.", *goods("A"),
        fault("lost"), fault("silent"), press("tender.card"), may_change=ASKED),
    row("15", "It is not clear whether a card was charged. Check the card payment first.", *goods("A"),
        fault("lost"), fault("silent"), tried("tender.card"), press("tender.cash")),
    row("15", "The terminal does not answer. Check that it is on, then check the card payment again.", *goods("A"),
        fault("lost"), *[fault("silent")] * 9, tried("tender.card"), press("tender.card_check")),
    row("15", "No card payment is unclear. There is nothing to check; go on.", *goods("A"),
        press("tender.card_unpaid")),
)  # fmt: skip

ROWS = (*QUOTES, *DEPOSITS, *APPROVALS, *REST, *TENDERS)
