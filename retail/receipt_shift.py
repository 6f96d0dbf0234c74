"""What stands on the Z report of a shift: what was counted, and the journal's head, which proves all before it."""

from collections.abc import Sequence
from datetime import datetime

from retail.journal import Head
from retail.messages import Message, say
from retail.money import Money
from retail.receipt_parts import tender_name, words
from retail.receipt_rows import Pair, Row, Rule, StoreFacts, Text, Title
from retail.shift import Count, Shift, Unsent

HALF = 32
"""Half of a hash stands on one line."""


def z_report_of(
    shift: Shift,
    counts: Sequence[Count],
    head: Head,
    unsent: Unsent,
    store: StoreFacts,
    register: str,
    currency: str,
) -> tuple[Row, ...]:
    """The rows of the Z report of a closed shift."""
    return (
        Title(words(store.name)),
        *[Text(words(line)) for line in store.lines],
        Title(say("Z report")),
        Pair(say("Register"), words(register)),
        Pair(say("Shift"), words(str(shift.number))),
        Pair(say("Opened"), _moment(shift.opened_at)),
        Pair(say("Closed"), _moment(shift.closed_at or shift.opened_at)),
        Pair(say("Start amount"), Money(shift.start_minor, currency)),
        *[row for each in counts for row in _rows_of(each, currency)],
        *_unsent_rows(unsent),
        Rule(),
        Pair(say("Journal entry"), words(str(head.number))),
        Text(words(head.hash[:HALF])),
        Text(words(head.hash[HALF:])),
    )


def _rows_of(count: Count, currency: str) -> tuple[Row, ...]:
    return (
        Rule(),
        Title(tender_name(count.type)),
        Pair(say("Expected"), Money(count.expected_minor, currency)),
        Pair(say("Counted"), Money(count.declared_minor, currency)),
        Pair(say("Difference"), Money(count.over_short_minor, currency), strong=True),
    )


def _unsent_rows(unsent: Unsent) -> tuple[Row, ...]:
    if not unsent.count:
        return ()
    told = Pair(say("Not at headquarters yet"), words(str(unsent.count)))
    if not unsent.first:
        return Rule(), told
    first, last = unsent.first, unsent.last
    return Rule(), told, Text(say("Receipts {first} to {last}", first=first, last=last))


def _moment(stamp: str) -> Message:
    at = datetime.fromisoformat(stamp)
    return say("{day} {time}", day=at.date(), time=f"{at:%H:%M}")
