"""Documents that are gone from a damaged journal and can be written again to the letter, out of what is proved.

Headquarters knows a document by its id and its text: one that differed in a sign would be quarantined there.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from pydantic import ValidationError

from channel_db.salvage.named import facts_of
from channel_db.salvage.proving import Proved
from channel_db.salvage.readable import Row
from retail.journal import Head, JournalEntry
from retail.shift import Count, Shift, ShiftSum
from retail.tender import TenderType
from retail.wire.base import fingerprint
from retail.wire.notices import CorrectedLinePart, CorrectionDocument
from retail.wire.shifts import ShiftDocument, ShiftFacts, ShiftPlace, shift_document
from retail.wire.uploads import TransactionDocument


def remade_documents(
    entries: Sequence[JournalEntry],
    shifts: Sequence[Row],
    transactions: Mapping[str, Proved],
    kept: Collection[str],
) -> Iterator[ShiftDocument | CorrectionDocument]:
    """Shifts and corrections that proved entries name and that are not among those `kept`, as they were written.

    One of which a part is not proved is left out: a receipt of the shift, or the order that was corrected.
    """
    known = {row["uuid"]: row for row in shifts}
    by_shift: dict[str, list[TransactionDocument]] = {}
    for each in transactions.values():
        by_shift.setdefault(each.document.shift, []).append(each.document)
    opened: JournalEntry | None = None
    for entry in entries:
        said = facts_of(entry)
        if entry.kind == "shift.open":
            opened = entry
        made: ShiftDocument | CorrectionDocument | None = None
        if entry.kind == "shift.close" and opened is not None and said.get("shift") not in kept:
            made = _shift(entries[opened.number - 1 : entry.number], known.get(said.get("shift")), by_shift)
        elif entry.kind == "order.fix_delivery" and said.get("correction") not in {None, *kept}:
            made = _correction(entry, transactions)
        if made is not None:
            yield made


def _shift(
    entries: Sequence[JournalEntry], row: Row | None, by_shift: dict[str, list[TransactionDocument]]
) -> ShiftDocument | None:
    """The document of a shift, of which these are the entries from the one that opened it to the one that closed it."""
    opened, closed = facts_of(entries[0]), entries[-1]
    if row is None or not by_shift:
        return None
    on_it = by_shift.get(row["uuid"], [])
    concluded = {facts_of(each).get("transaction") for each in entries if each.kind == "transaction.conclude"}
    if concluded != {each.id for each in on_it}:
        return None
    if (row["opened_at"], row["start_minor"]) != (entries[0].at, opened.get("start_minor")):
        return None
    *_, where = on_it or next(reversed(by_shift.values()))  # no sale on it: where the others were made
    place = ShiftPlace(where.register_name, where.store, where.currency)
    try:
        day = date.fromisoformat(row["business_date"])
    except (ValueError, TypeError):
        return None  # it turned over: nothing but the row says it
    shift = Shift(row["uuid"], row["number"], row["opened_at"], row["opened_by"], row["start_minor"], day)
    voided = sum(each.kind == "transaction.void" for each in entries)
    counted = facts_of(closed).get("counts", {})
    counts = [Count(each, *counted[each]) for each in TenderType if each in counted]
    return shift_document(
        shift,
        place,
        (closed.at, closed.user),
        _facts(on_it, voided),
        counts,
        Head(closed.number, closed.hash),
    )


def _facts(on_it: Sequence[TransactionDocument], voided: int) -> ShiftFacts:
    by_number = sorted(on_it, key=lambda each: each.number)
    by_type = groupby(sorted(on_it, key=lambda each: each.type), key=lambda each: each.type)
    sums = []
    for type_, group in by_type:
        of_type = list(group)
        total, tax = sum(each.total_minor for each in of_type), sum(each.tax_minor for each in of_type)
        sums.append(ShiftSum(type_, len(of_type), total, tax))
    return ShiftFacts(
        sums,
        [each.number for each in by_number],
        by_number[0].receipt_number if by_number else "",
        by_number[-1].receipt_number if by_number else "",
        voided,
    )


def _correction(entry: JournalEntry, transactions: Mapping[str, Proved]) -> CorrectionDocument | None:
    """The correction that an entry was written for; its fingerprint stands in there."""
    said = facts_of(entry)
    proved = transactions.get(said["document"])
    if proved is None or proved.document.order is None:
        return None
    about, modes = proved.document, said["modes"]
    numbers = [line.number for line in about.lines if str(line.number) in modes]
    try:
        made = CorrectionDocument(
            id=said["correction"], register_name=about.register_name, store=about.store, made_at=entry.at,
            made_by=entry.user, about=about.id, confirmation_number=proved.document.order.confirmation_number,
            lines=tuple([CorrectedLinePart(number=each, mode=modes[str(each)]) for each in numbers]),
        )  # fmt: skip
    except ValidationError:
        return None
    return made if fingerprint(made.written()) == said["fingerprint"] else None
