"""Taking back what this register did itself, where its journal was put back from an older copy: headquarters has it."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from channel_db.journal.outbox import NOT_YET_TIMED
from channel_db.journal.repository import Journal, Work
from channel_db.restored import RAISED
from channel_db.salvage.proving import proved_transactions
from retail.clock import Clock, stamp
from retail.shift import Shift
from retail.wire.protocol import UploadResult
from retail.wire.tally import money_of
from retail.wire.uploads import TransactionDocument

BROUGHT_BACK = "numbers.brought_back"


class Missing(NamedTuple):
    """Numbers, from the first to the last, of which the journal does not hold the transactions."""

    first: int
    last: int


def missing_of(journal: Journal) -> list[Missing]:
    """What was noticed to be missing, and headquarters has not been asked for to its end."""
    raised = [json.loads(text) for text in journal.texts_of(RAISED)]
    done = [json.loads(text) for text in journal.texts_of(BROUGHT_BACK)]
    known = {Missing(each["first"], each["last"]) for each in done}
    found = [Missing(each["first"], each["last"]) for each in raised]
    return [each for each in found if each.first <= each.last and each not in known]


def bring_back(journal: Journal, clock: Clock, texts: Sequence[str]) -> int:
    """Keep these transactions, as headquarters acknowledged them; says how many.

    Left out are those whose number is here, and those that are not sound. A shift that is gone stands there again,
    closed and with nothing counted.
    """
    brought = 0
    with journal.unit_of_work() as work:
        for each in proved_transactions(texts, {}).values():
            if not journal.has_number(each.document.epoch, each.document.number):
                _keep(journal, work, each.document, each.text)
                brought += 1
    return brought


def note_brought_back(journal: Journal, clock: Clock, missing: Missing, brought: int) -> None:
    """Headquarters has nothing more of these numbers."""
    text = json.dumps({**missing._asdict(), "brought": brought}, separators=(",", ":"))
    with journal.unit_of_work() as work:
        work.add_journal_entry(stamp(clock.now()), BROUGHT_BACK, "", text)


def _keep(journal: Journal, work: Work, document: TransactionDocument, text: str) -> None:
    if not journal.has_shift(document.shift):
        work.open_shift(
            Shift(
                document.shift, work.next_number("shift"), document.made_at, document.user, 0,
                document.business_date, document.made_at,
            )
        )  # fmt: skip
    work.add_transaction(document, text)
    work.add_outbox(document.id, "transaction", text, money_minor=money_of(document))
    work.acknowledge([UploadResult(id=document.id, outcome="known")], NOT_YET_TIMED)
