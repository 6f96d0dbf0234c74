"""The tally: what a register tells headquarters of itself to be compared, and in what the two differ."""

from datetime import date
from typing import Annotated

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from retail.wire.base import Json, Part, Reading, fingerprint
from retail.wire.uploads import TransactionDocument
from retail.wire.values import Count, Minor, Text

NUMBERS_MAX = 5000
"""So many of an epoch's last numbers are compared at most, whatever days they belong to."""
DAYS_MAX = 100
PARKED_MAX = 50
"""So many documents that were set aside are told of at most."""
OPEN_MAX = 500
"""So many gaps in what was acknowledged are told at most; with more, a register tells of no day."""

REFUSED_MAX = 20
"""So many rows of feeds that a register cannot use are told of at most."""
WHY_MAX = 300

Sum = Annotated[int, Field(ge=-(10**18), le=10**18)]


class DayTally(Part):
    """The acknowledged transactions of one business date: how many, from which number to which, and their money."""

    business_date: date
    count: Count
    first: Count
    last: Count
    tendered: dict[Text, Sum]


class RefusedRow(Part):
    """A row of a feed that the register cannot use, and why."""

    feed: Text
    key: Text
    why: Text


class Tally(Part):
    """What a register still holds, and what of its epoch headquarters has acknowledged.

    `held` documents are not acknowledged, `attention` of them need a person, and `held_minor` is their money. The days
    tell of the transactions with the numbers `first` to `last`, but for those in `open`: from and to, both included.
    `chain_number` and `chain_hash` are the head of the journal's chain, `broken_at` the first entry that was found
    changed or missing, 0 where there is none. `refused` are rows of feeds it cannot use, left out while there are none.
    """

    held: Count
    attention: Count
    held_minor: Sum
    first: Count
    last: Count
    open: Annotated[tuple[tuple[Count, Count], ...], Field(max_length=OPEN_MAX)]
    days: Annotated[tuple[DayTally, ...], Field(max_length=DAYS_MAX)]
    chain_number: Count
    chain_hash: Text
    broken_at: Count = 0
    refused: Annotated[tuple[RefusedRow, ...], Field(max_length=REFUSED_MAX)] = ()

    @model_serializer(mode="wrap")
    def _without_nothing(self, written: SerializerFunctionWrapHandler) -> Json:
        values: Json = written(self)
        return values if self.refused else {name: said for name, said in values.items() if name != "refused"}

    def digest(self, epoch: str) -> str:
        """A short text that is another one as soon as anything else is told of this or of another epoch."""
        return fingerprint(epoch + self.written())[:32]


def refused_row(feed: str, key: str, why: str) -> RefusedRow:
    """What is told of a row that cannot be used; long words are cut."""
    return RefusedRow(feed=feed, key=key[:WHY_MAX], why=why[:WHY_MAX])


class Difference(Reading):
    """One thing in which register (`ours`) and headquarters (`theirs`) do not agree.

    `day`: count and money of the transactions of a business date. `last`: the last number of the epoch.
    `journal`: the chain of the register's journal; headquarters has a case. `parked`: a `document` of the register that
    headquarters has set aside, and why in its words; `said` is their message, to be read by `message_of`.
    """

    kind: str
    day: str = ""
    ours: int = 0
    theirs: int = 0
    ours_minor: int = 0
    theirs_minor: int = 0
    document: str = ""
    words: str = ""
    said: str = ""


def tendered_of(document: TransactionDocument) -> dict[str, Minor]:
    """The money of a transaction by tender type: what was handed over less what was given back."""
    sums: dict[str, int] = {}
    for tender in document.tenders:
        sums[tender.type] = sums.get(tender.type, 0) + tender.tendered_minor - tender.change_minor
    return sums


def money_of(document: TransactionDocument) -> Minor:
    """All the money of a transaction."""
    return sum(tendered_of(document).values())
