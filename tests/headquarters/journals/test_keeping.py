"""Headquarters holds the account of every register: each entry proves what it follows, or is a case."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from sqlalchemy import select

from headquarters.cases.models import Case
from headquarters.journals.keeping import Chain, keep_entries
from headquarters.journals.models import JournalLine
from retail.journal import FIRST, JournalEntry, link
from retail.wire.journal import EntryPart
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.shop import PaperRegister, changed, sent


@dataclass
class Account:
    """The journal of a register that is not there: entries by the rules of the journal, and what is told of them."""

    books: Books
    paper: PaperRegister
    entries: list[JournalEntry] = field(default_factory=list)

    def write(self, kind: str, text: str = "{}", user: str = "cashier") -> None:
        number, at = len(self.entries) + 1, f"2026-11-02T12:00:00.{len(self.entries):03}+01:00"
        before = self.entries[-1].hash if self.entries else FIRST
        self.entries.append(
            JournalEntry(number, at, kind, user, text, link(before, number, at, kind, user, text))
        )

    def tell(self, entries: Sequence[JournalEntry]) -> int:
        said = [EntryPart(number=each.number, at=each.at, kind=each.kind, user=each.user, text=each.text,
                          hash=each.hash) for each in entries]  # fmt: skip
        chain = Chain("HOUSTON-1", self.paper.epoch, self.entries[0].hash)
        with self.books.parts.database.writing() as session:
            return keep_entries(session, chain, said, self.books.parts.now())

    def cases(self) -> list[str]:
        with self.books.parts.database.reading() as session:
            return list(session.scalars(select(Case.words).order_by(Case.id)))

    def held(self) -> list[tuple[int, str]]:
        with self.books.parts.database.reading() as session:
            rows = session.execute(select(JournalLine.number, JournalLine.text).order_by(JournalLine.id))
            return [(number, text) for number, text in rows]


@pytest.fixture
def account(books: Books) -> Account:
    account = Account(books, books.enrol())
    for each in range(5):
        account.write("line.void", f'{{"n":{each}}}')
    return account


@both_engines
def test_entries_that_follow_one_another_are_held_and_a_repeat_changes_nothing(account: Account) -> None:
    assert account.tell(account.entries[:3]) == 3
    assert account.tell(account.entries[:3]) == 3
    assert account.tell(account.entries[1:]) == 5

    assert account.held() == [(each.number, each.text) for each in account.entries]
    assert account.cases() == []


def test_what_stands_behind_a_gap_waits_until_what_is_missing_has_come(account: Account) -> None:
    assert account.tell(account.entries[3:]) == 0
    assert account.tell(account.entries[:2]) == 2
    assert account.tell(account.entries[3:]) == 2
    assert account.held() == [(1, '{"n":0}'), (2, '{"n":1}')]

    assert account.tell(account.entries[2:]) == 5
    assert account.cases() == []


@pytest.mark.parametrize("change", [{"text": '{"n":9}'}, {"user": "manager"}, {"hash": "0" * 64}])
@both_engines
def test_an_entry_that_was_changed_is_kept_and_named_once(account: Account, change: dict[str, str]) -> None:
    account.entries[2] = replace(account.entries[2], **change)  # type: ignore[arg-type]  # its texts alone

    for _ in range(2):
        assert account.tell(account.entries) == 5

    assert len(account.held()) == 5
    [words] = account.cases()
    number = 4 if "hash" in change else 3  # what follows a hash that is none shows it too
    assert words.startswith(("Entry 3", f"Entry {number}"))
    assert "of the journal of HOUSTON-1 is not what it was" in words


def test_two_that_go_on_from_one_entry_are_both_kept_and_a_case(account: Account) -> None:
    account.tell(account.entries)
    honest = account.entries[:]
    account.entries = honest[:3]
    account.write("line.void", "sold by the copy")
    account.write("line.void", "and more")

    assert account.tell(account.entries[3:]) == 5

    assert len(account.held()) == 7
    [words] = account.cases()
    assert words.startswith("Entry 4 of the journal of HOUSTON-1 came twice with different contents")
    account.entries = honest
    account.write("line.void")
    assert account.tell(account.entries[5:]) == 6
    assert len(account.cases()) == 1, "each goes on from its own entries"


def test_a_register_that_says_its_journal_was_put_back_is_no_case_but_an_event(account: Account) -> None:
    account.tell(account.entries)
    account.entries = account.entries[:3]
    account.write("numbers.raised", user="")
    account.write("line.void", "after that")

    account.tell(account.entries[3:])

    assert account.cases() == []
    with account.books.parts.database.reading() as session:
        events = session.scalars(select(JournalLine.kind).where(JournalLine.is_security)).all()
    assert events == ["numbers.raised"]


@both_engines
@pytest.mark.parametrize("first", ["document", "entry"])
def test_a_document_that_is_not_the_one_its_entry_was_written_for_is_booked_and_a_case(
    account: Account, first: str
) -> None:
    sale, other = account.paper.sale(), account.paper.sale()
    said = {"transaction": sale.id, "fingerprint": sent(sale)["fingerprint"]}
    account.write("transaction.conclude", json.dumps(said | {"fingerprint": "0" * 64}))
    honest = {"transaction": other.id, "fingerprint": sent(other)["fingerprint"]}
    account.write("transaction.conclude", json.dumps(honest))

    if first == "entry":
        account.tell(account.entries)
    account.books.upload(sent(sale), sent(other), at_once=True)
    if first == "document":
        account.tell(account.entries)

    [words] = account.cases()
    assert words.startswith(
        f"Document {sale.id} of HOUSTON-1 is not the one that entry 6 of its journal was written"
    )
    assert account.books.counts()["transactions"] == 2


def test_a_document_whose_text_and_fingerprint_were_changed_in_the_outbox_is_found_by_its_entry(
    account: Account,
) -> None:
    sale = account.paper.sale()
    said = {"transaction": sale.id, "fingerprint": sent(sale)["fingerprint"]}
    account.write("transaction.conclude", json.dumps(said))
    account.tell(account.entries)

    [result] = account.books.upload(changed(sent(sale), '"user":"cashier"', '"user":"manager"'))

    assert result.outcome == "stored"
    assert "is not the one that entry 6 of its journal was written for" in account.cases()[0]


def test_a_name_that_no_database_takes_is_kept_with_a_mark(account: Account) -> None:
    account.write("pin.failed", user="mal\0lory")

    assert account.tell(account.entries) == 6

    with account.books.parts.database.reading() as session:
        assert session.scalars(select(JournalLine.user).where(JournalLine.number == 6)).all() == [
            "mal\ufffdlory"
        ]
    assert account.cases() == []
