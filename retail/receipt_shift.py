"""What stands on the X report of an open shift, and on the Z report of a closed one with the head of the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from retail.journal import Head
from retail.messages import Message, say
from retail.money import Money
from retail.receipt_parts import tender_name, words
from retail.receipt_rows import Pair, Row, Rule, StoreFacts, Text, Title
from retail.shift import Count, Shift, ShiftSum, Unsent
from retail.till import MOVEMENT_NAMES, Movement, by_kind

HALF = 32
"""Half of a hash stands on one line."""
KINDS: Mapping[str, Message] = {
    "sale": say("Sales"),
    "return": say("Returns"),
    "order": say("Orders"),
    "quote": say("Quotes"),
    "payment": say("Payments on orders"),
    "pickup": say("Pickups"),
    "cancellation": say("Cancellations"),
}
"""What transactions are called on the report, in the order they stand there."""


@dataclass(frozen=True, slots=True)
class ShiftReport:
    """What a shift came to. `counts` are what its till holds; what was counted stands there once it is closed.

    `head` is that of the journal when it was printed, which proves all before it; `unsent` had not arrived by then.
    `movements` went into the till or out of it without a sale.
    """

    register: str
    shift: Shift
    printed_at: datetime
    sums: tuple[ShiftSum, ...]
    counts: tuple[Count, ...]
    head: Head
    unsent: Unsent
    currency: str
    shows_tenders: bool = True
    movements: tuple[Movement, ...] = ()


def shift_report_of(report: ShiftReport, store: StoreFacts, *, copy: bool = False) -> tuple[Row, ...]:
    """The rows of a shift's report: X until it is closed, Z from then on."""
    shift, currency = report.shift, report.currency
    title = say("Z report") if shift.is_closed else say("X report")
    rows: list[Row] = [Title(say("COPY"), large=True)] if copy else []
    rows += [
        Title(words(store.name)),
        *[Text(words(line)) for line in store.lines],
        Title(title),
        Pair(say("Register"), words(report.register)),
        Pair(say("Shift"), words(str(shift.number))),
        Pair(say("Opened"), _moment(shift.opened_at)),
        Pair(say("Opened by"), words(shift.opened_by)),
    ]
    if shift.blind_closed_at is not None:
        rows.append(Pair(say("Closed blind"), _moment(shift.blind_closed_at)))
    if shift.closed_at is not None:
        rows.append(Pair(say("Closed"), _moment(shift.closed_at)))
    rows += [Pair(say("Printed"), _moment(report.printed_at.isoformat())), Rule()]
    known = {each.type: each for each in report.sums}
    for kind, name in KINDS.items():
        if kind in known:
            label = say("{count} × {what}", count=known[kind].count, what=name)
            rows.append(Pair(label, Money(known[kind].total_minor, currency)))
    rows.append(Pair(say("Tax"), Money(sum(each.tax_minor for each in report.sums), currency)))
    rows += [Rule(), Pair(say("Start amount"), Money(shift.start_minor, currency))]
    for movement, (number, amount) in by_kind(report.movements).items():
        label = say("{count} × {what}", count=number, what=MOVEMENT_NAMES[movement])
        rows.append(Pair(label, Money(amount, currency)))
    rows += [Pair(say("Bag {number}", number=each.bag), Money(each.amount_minor, currency))
             for each in report.movements if each.bag]  # fmt: skip
    for each in report.counts if report.shows_tenders or shift.is_closed else ():
        rows += _tender(each, currency, is_counted=shift.is_closed)
    return (*rows, *_unsent(report.unsent), *_proof(report.head)) if shift.is_closed else tuple(rows)


def _tender(each: Count, currency: str, *, is_counted: bool) -> list[Row]:
    name = tender_name(each.type.value)
    expected = Pair(say("{tender}, expected", tender=name), Money(each.expected_minor, currency))
    if not is_counted:
        return [expected]
    return [
        expected,
        Pair(say("{tender}, counted", tender=name), Money(each.declared_minor, currency)),
        Pair(
            say("{tender}, over or short", tender=name), Money(each.over_short_minor, currency), strong=True
        ),
    ]


def _unsent(unsent: Unsent) -> tuple[Row, ...]:
    if not unsent.count:
        return ()
    told = Pair(say("Not at headquarters yet"), words(str(unsent.count)))
    if not unsent.first:
        return Rule(), told
    first, last = unsent.first, unsent.last
    return Rule(), told, Text(say("Receipts {first} to {last}", first=first, last=last))


def _proof(head: Head) -> tuple[Row, ...]:
    number, hashed = words(str(head.number)), head.hash
    return Rule(), Pair(say("Journal entry"), number), Text(words(hashed[:HALF])), Text(words(hashed[HALF:]))


def _moment(stamp: str) -> Message:
    at = datetime.fromisoformat(stamp)
    return say("{day} {time}", day=at.date(), time=f"{at:%H:%M}")
