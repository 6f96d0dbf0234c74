"""Every step and expectation of the scenario format, as a table from its word to the shape of its value."""

from rehearsal.shapes import (
    Shape,
    amount,
    by_form,
    count,
    day,
    duration,
    flag,
    keyed,
    known,
    listing,
    maybe_empty_text,
    none_or,
    number,
    one_of,
    percent,
    rest_or,
    scanned,
    single,
    table,
    text,
    thousandths,
)
from retail.permissions import Right

CARRY_OUT, PICK_UP = "carry-out", "pickup"
RIGHTS = tuple(Right)
STATUSES = ("open", "partially_invoiced", "invoiced", "cancelled", "cancel_pending", "quote", "quote_expired")
LINE_STATUSES = (
    "pending", "accepted", "picking", "partially_picked", "picked", "partially_packed", "packed",
    "partially_invoiced", "invoiced", "rejected", "cancelled",
)  # fmt: skip
KINDS = ("sale", "order", "quote", "payment", "pickup", "cancellation", "return")
ORDER_ACTIONS = ("edit", "cancel", "pick_up", "return", "convert", "pay")
CUSTOMER_ACTIONS = ("edit_customer", "add_address", "issue_loyalty_card", "add_affiliation")
TENDERS = ("cash", "card", "customer_account")
FAULTS = ("approved", "declined", "answer_lost", "unclear", "gone", "stale")
JOBS = ("synchronize_customers", "synchronize_orders", "distribute_customers")
MODES = ("online", "offline", "lose_reply", "error", "slow")

product, customer, order = known("product"), known("customer"), known("order")
staff, store, mode = known("staff"), known("store"), known("delivery mode")
approver: dict[str, Shape] = {"as": staff, "approved_by": staff}

ADDRESS: dict[str, Shape] = {
    "line1": maybe_empty_text, "postcode": maybe_empty_text, "city": maybe_empty_text,
    "country": maybe_empty_text, "tax": percent,
}  # fmt: skip
PERSON: dict[str, Shape] = {
    "type": one_of("person", "organisation"), "name": maybe_empty_text, "b2b": flag,
    "email": maybe_empty_text, "phone": maybe_empty_text, "addresses": keyed(text, table(ADDRESS), least=0),
}  # fmt: skip

_SHIP = table(
    {"mode": mode, "date": day, "address": known("address"), "from": store, "charge": number, **approver}
)
_PICK_UP = table({"store": store, "date": day, **approver})
_AMOUNT = by_form(number, table({"amount": number, **approver}, required=("amount",)))
_PRODUCTS = keyed(product, number, approver)
_TENDERED = dict.fromkeys((*TENDERS, "card_on_file"), rest_or(number))
_APPROVED = table(approver)

STEPS: dict[str, Shape] = {
    "register": known("register"),
    "sign_in": staff,
    "network": one_of(*MODES),
    "clock": duration,
    "scan": by_form(scanned, keyed(scanned, number, approver)),
    "quantity": _PRODUCTS,
    "void_line": product,
    "price_override": _PRODUCTS,
    "customer": none_or(customer),
    "new_customer": table({"as": text, **PERSON, "approved_by": staff}, required=("as",)),
    "edit_customer": table({"customer": customer, **PERSON, **approver}, required=("customer",)),
    "add_address": table(
        {"customer": customer, "as": text, **ADDRESS, "approved_by": staff}, required=("customer", "as")
    ),
    "issue_loyalty_card": customer,
    "add_affiliation": table(
        {"customer": customer, "affiliation": text, **approver}, required=("customer", "affiliation")
    ),
    "select": listing(product),
    "ship_all": _SHIP,
    "ship_selected": _SHIP,
    "pick_up_all": _PICK_UP,
    "pick_up_selected": _PICK_UP,
    "carry_out_all": _APPROVED,
    "carry_out_selected": _APPROVED,
    "change_delivery_mode": table(
        {"lines": listing(product), "mode": known("delivery mode", PICK_UP, CARRY_OUT), **approver},
        required=("lines", "mode"),
    ),
    "create_quote": table({"expires": day, **approver}),
    "quote_expiry": day,
    "convert_quote": _APPROVED,
    "deposit_override": _AMOUNT,
    "pay_in_full": _APPROVED,
    "use_deposit": _AMOUNT,
    "pay_on_order": by_form(rest_or(number), table({"amount": number, **approver}, required=("amount",))),
    "add_card": _AMOUNT,
    "processor": listing(one_of(*FAULTS)),
    "pay": single(_TENDERED, approver),
    "balance": by_form(
        one_of("pay_at_pickup", "card_on_file"),
        table({"card_on_file": number, **approver}, required=("card_on_file",)),
    ),
    "refund": single(_TENDERED, approver),
    "conclude": _APPROVED,
    "order": text,
    "receipt": text,
    "find": known("receipt"),
    "suspend": text,
    "resume": known("suspended sale"),
    "void_transaction": _APPROVED,
    "recall": by_form(order, table({"order": order, **approver}, required=("order",))),
    "edit": _APPROVED,
    "pick_up": _PRODUCTS,
    "cancel": table({"charge": number, **approver}),
    "return": keyed(product, number, {"reason": text, "shipping": number, **approver}),
    "return_product": keyed(product, number, {"reason": text, "price": number, **approver}),
    "recalculate": _APPROVED,
    "add_header_charge": _AMOUNT,
    "add_line_charge": _PRODUCTS,
    "charge": table({"header": number, **approver}, required=("header",)),
    "recalculate_charges": _APPROVED,
    "fulfil": table(
        {
            "order": order, "accept": listing(product), "reject": listing(product),
            "pick": keyed(product, number), "pack": keyed(product, number), "ship": keyed(product, number),
            **approver,
        },
        required=("order",),
    ),
    "push": _APPROVED,
    "hq": one_of(*JOBS),
    "pull": _APPROVED,
    "sync": _APPROVED,
    "kill": one_of("register", "agent", "hq"),
    "shift": single(
        {"open": number, "close": table(dict.fromkeys(TENDERS, number), required=("cash",))}, approver
    ),
    "expect": table(
        {
            **dict.fromkeys(("total", "tax", "charges", "due", "paid", "change"), amount),
            **dict.fromkeys(("deposit", "applied", "balance"), amount),
            "kind": one_of(*KINDS),
            "lines": keyed(product, table({
                "qty": thousandths, "price": amount, "amount": amount, "charge": amount, "discount": amount,
                "delivery": known("delivery mode", PICK_UP, CARRY_OUT),
            })),
            "empty": flag,
        }
    ),
    "expect_order": table(
        {
            "order": order, "at": one_of("register", "hq"), "status": one_of(*STATUSES),
            "number": one_of("pending", "assigned"),
            **dict.fromkeys(("total", "paid", "deposit_available", "balance"), amount),
            "card_authorisation": amount,
            "can": listing(one_of(*ORDER_ACTIONS)), "cannot": listing(one_of(*ORDER_ACTIONS)),
            "lines": keyed(product, table({
                "status": one_of(*LINE_STATUSES),
                "ordered": thousandths, "invoiced": thousandths, "returned": thousandths,
            })),
        },
        required=("order",),
    ),
    "expect_customer": table(
        {
            "customer": customer, "account": one_of("pending", "assigned"), "shown": text,
            "can": listing(one_of(*CUSTOMER_ACTIONS)), "cannot": listing(one_of(*CUSTOMER_ACTIONS)),
        },
        required=("customer",),
    ),
    "expect_hq": table(dict.fromkeys(("customers", "orders", "transactions", "cases"), count)),
    "expect_outbox": table(dict.fromkeys(("waiting", "attention"), count)),
    "expect_shift": table(dict.fromkeys(("expected", "over_short"), keyed(one_of(*TENDERS), amount))),
}  # fmt: skip
"""`refused` is not in the table: its value is another step."""

BARE = frozenset({
    "ship_all", "ship_selected", "pick_up_all", "pick_up_selected", "carry_out_all", "carry_out_selected",
    "create_quote", "convert_quote", "pay_in_full", "conclude", "void_transaction", "edit", "cancel",
    "recalculate", "recalculate_charges", "push", "pull", "sync",
})  # fmt: skip
"""Steps that may stand without a value."""

NEVER_REFUSED = frozenset(
    {"register", "network", "clock", "processor", "order", "receipt", "push", "hq", "pull", "sync", "kill"}
    | {word for word in STEPS if word.startswith("expect")}
)
"""Steps that are no request to a register, so that `refused` around them means nothing."""
