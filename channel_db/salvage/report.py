"""What came of a damaged journal, for those who look after the register: in words, and for the new journal."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from types import MappingProxyType

from channel_db.salvage.named import Named
from retail.barcodes import receipt_number
from retail.messages import Message, say

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "correction": "correction of a delivery",
        "customer": "new customer",
        "customer_change": "change of a customer",
        "fulfilment": "step of a delivery",
        "info": "answers to questions",
        "shift": "closed shift",
        "transaction": "receipt",
    }
)
"""What kinds of documents are called in a report."""
REPORTS = "journal.salvaged-*.txt"
"""How the reports in a data folder are called."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was kept and what is not proved. `unproved` are numbers of `epoch`; `aside` is the damaged file's new name.

    `is_last_known`: the highest number that was printed is known; else there may be more above those that were read.
    `entries_read` of the journal could be read, the first `entries` of them are proved. `refused` rows broke a rule.
    For `again`, `by_form`, `lost` and `older` see `channel_db.salvage.offering`.
    """

    register: str
    at: str
    aside: str
    epoch: str
    proved: int
    unproved: tuple[int, ...]
    is_last_known: bool
    next_number: int
    entries: int
    entries_read: int
    refused: int
    again: Mapping[str, int] = field(default_factory=dict)
    by_form: tuple[tuple[str, str], ...] = ()
    lost: tuple[Named, ...] = ()
    older: int = 0

    @property
    def report(self) -> str:
        """The name of the file with the words."""
        return self.aside.replace(".damaged-", ".salvaged-").replace(".db", ".txt")

    @property
    def words(self) -> Message:
        """What the cashier reads."""
        if not self.unproved and self.is_last_known and self.lost:
            return say(
                "The records of this register were damaged. All {proved} receipts could be kept, other records not: "
                "tell your manager. {report} says which.",
                proved=self.proved,
                report=self.report,
            )
        if not self.unproved and self.is_last_known:
            return say(
                "The records of this register were damaged. All {proved} receipts could be kept; {report} says more.",
                proved=self.proved,
                report=self.report,
            )
        return say(
            "The records of this register were damaged. {proved} receipts could be kept, others not: "
            "tell your manager. {report} says which.",
            proved=self.proved,
            report=self.report,
        )

    def written(self) -> str:
        """As the new journal keeps it."""
        return json.dumps(asdict(self), separators=(",", ":"))


def report_text(salvaged: Salvaged) -> str:
    """The report as people read it."""
    lines = [
        f"The journal of {salvaged.register} was damaged. This was found on {salvaged.at}.",
        f"The damaged file was kept as {salvaged.aside}; nothing was changed in it.",
        "",
        f"{salvaged.proved} receipts are proved and were taken over.",
        f"{len(salvaged.unproved)} receipts are not proved{':' if salvaged.unproved else '.'}",
        *[f"  {each}" for each in spans(salvaged.register, salvaged.unproved)],
    ]
    if not salvaged.is_last_known:
        lines.append("There may be more above these: the last number that was printed could not be read.")
    lines += [
        "",
        f"{salvaged.entries} entries of the journal are proved by their chain; {salvaged.entries_read} could be read.",
        f"{salvaged.refused} rows could be read, but not be taken over.",
        *_of_documents(salvaged),
        f"The next receipt is {receipt_number(salvaged.register, salvaged.next_number)}; no number is used twice.",
        "Headquarters is offered all that is proved. Look for what is not proved in its list of receipts, on",
        "paper and in the drawer, before the damaged file is thrown away.",
    ]
    return "\n".join(lines) + "\n"


def _of_documents(salvaged: Salvaged) -> list[str]:
    """What became of documents that the file no longer held ready to be sent."""
    again = ", ".join([f"{count} {WORDS[kind]}" for kind, count in sorted(salvaged.again.items())])
    lines = ["", f"Sent to headquarters again, which knows what it has: {again or 'nothing'}."]
    if salvaged.by_form:
        lines.append("Of these nothing proves what they say; compare them with what headquarters shows:")
        lines += [f"  {WORDS[kind]} {id}" for kind, id in salvaged.by_form]
    if salvaged.lost:
        lines.append("These were made here and are gone; headquarters lacks them unless they had been sent:")
        lines += [f"  {WORDS[each.kind]} {each.id}, {each.at}, {each.user}" for each in salvaged.lost]
    if salvaged.older:
        lines.append(
            f"{salvaged.older} older ones are not here any more: headquarters had accepted them, or they are gone too."
        )
    return lines


def spans(register: str, numbers: Sequence[int]) -> list[str]:
    """Receipt numbers as people write them, those that follow each other as one.

    >>> spans("HOUSTON-1", (3, 7, 8, 9))
    ['HOUSTON-1-000003', 'HOUSTON-1-000007 to HOUSTON-1-000009']
    """
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1][1:] = [number]
        else:
            parts.append([number])
    return [" to ".join(receipt_number(register, each) for each in part) for part in parts]
