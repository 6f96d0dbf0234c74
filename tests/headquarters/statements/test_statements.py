"""A statement says what a closed shift comes to by its documents, what is missing or differs, and is posted once."""

from datetime import date

import pytest
from sqlalchemy import select

from headquarters.cases.models import Case
from headquarters.cases.service import add_note, close_case
from headquarters.errors import Refusal
from headquarters.jobs.work import is_idle
from headquarters.office.audit import entries
from headquarters.settings.models import Store
from headquarters.statements.figures import Figures, figures_of
from headquarters.statements.models import State, Statement, StatementPosting
from headquarters.statements.posting import post_statement
from retail.tender import TenderType
from tests.headquarters.conftest import Books, both_engines
from tests.headquarters.shop import sent
from tests.headquarters.statements.closing import DROPPED, ENTERED, closed

SYNCHRONIZE, POST = "synchronize-orders", "post-statements"


def set_store(books: Books, **settings: object) -> None:
    with books.parts.database.writing() as session:
        store = session.scalars(select(Store).where(Store.store == "HOUSTON")).one()
        store.settings = {**store.settings, **settings}


def standing(books: Books) -> list[tuple[State, int]]:
    with books.parts.database.reading() as session:
        rows = session.scalars(select(Statement).order_by(Statement.id))
        return [(each.state, each.over_short_minor) for each in rows]


def figures(books: Books, row: int = 1) -> Figures:
    with books.parts.database.reading() as session:
        return figures_of(session.get_one(Statement, row).figures)


def words(books: Books) -> list[str]:
    with books.parts.database.reading() as session:
        return list(session.scalars(select(Case.words).where(Case.closed_at.is_(None)).order_by(Case.id)))


def post(books: Books, row: int = 1) -> None:
    with books.parts.database.writing() as session:
        post_statement(session, session.get_one(Statement, row), "Ada", books.clock.now())


def postings(books: Books) -> list[tuple[str, str, int]]:
    with books.parts.database.reading() as session:
        rows = session.scalars(select(StatementPosting).order_by(StatementPosting.id))
        return [(each.account, each.tender, each.amount_minor) for each in rows]


@both_engines
def test_a_shift_whose_documents_are_all_here_agrees_and_what_is_short_is_posted_to_its_account(
    books: Books,
) -> None:
    set_store(books, over_short_account="6990")
    paper = books.enrol()
    sold = [paper.sale(), paper.sale(2)]
    shift = closed(paper, sold, {TenderType.CASH: 33500})

    books.upload(*map(sent, sold), sent(shift))
    books.job(SYNCHRONIZE)

    assert standing(books) == [(State.AGREES, -500)]
    found = figures(books)
    assert [
        (each.type, each.said_minor, each.worked_minor, each.declared_minor) for each in found.tenders
    ] == [("cash", 34000, 34000, 33500)]
    assert [(each.worked.count, each.worked.total_minor) for each in found.kinds] == [(2, 24000)]
    assert books.job(POST).rows == 1
    assert standing(books) == [(State.POSTED, -500)]
    assert postings(books) == [("6990", "cash", -500)]
    with books.parts.database.reading() as session:
        (line,) = entries(session, kind="statement")
    assert (line.who, line.act, line.before, line.after) == (
        "test",
        "post",
        {"state": "agrees"},
        {"state": "posted"},
    )
    with pytest.raises(Refusal, match="posted already"):
        post(books)


@both_engines
def test_a_document_that_is_missing_keeps_it_open_and_is_named_and_once_here_it_agrees(books: Books) -> None:
    paper = books.enrol()
    sold = [paper.sale(), paper.sale(), paper.sale()]
    shift = closed(paper, sold)
    books.upload(sent(sold[0]), sent(sold[2]), sent(shift))
    books.job(SYNCHRONIZE)

    assert standing(books) == [(State.OPEN, 0)]
    assert [str(each) for each in figures(books).missing] == ["HOUSTON-1-000002 has not arrived"]
    assert words(books) == []
    with pytest.raises(Refusal, match="Documents of this statement are missing"):
        post(books)
    assert books.job(POST).rows == 0

    books.upload(sent(sold[1]), at_once=True)

    with books.parts.database.reading() as session:
        assert not is_idle(session, SYNCHRONIZE)
    books.job(SYNCHRONIZE)
    assert standing(books) == [(State.AGREES, 0)]
    with books.parts.database.reading() as session:
        assert is_idle(session, SYNCHRONIZE)


def test_a_document_that_is_kept_and_not_posted_is_missing_too_and_named_as_such(books: Books) -> None:
    paper = books.enrol()
    sold = [paper.sale(), paper.sale()]
    wrong = sold[1].model_copy(update={"total_minor": 1})
    books.upload(sent(sold[0]), sent(wrong), sent(closed(paper, sold)))
    books.job(SYNCHRONIZE)

    assert standing(books) == [(State.OPEN, 0)]
    assert [str(each) for each in figures(books).missing] == ["HOUSTON-1-000002 is parked for a person"]


@both_engines
def test_what_differs_is_a_case_that_closes_with_a_note_and_only_then_it_is_posted(books: Books) -> None:
    set_store(books, over_short_account="6990")
    paper = books.enrol()
    sold = [paper.sale(), paper.sale()]
    shift = closed(paper, sold)
    shift = shift.model_copy(
        update={
            "counts": (
                shift.counts[0].model_copy(update={"expected_minor": 26100, "declared_minor": 26100}),
            ),
            "sums": (shift.sums[0].model_copy(update={"total_minor": 16100, "tax_minor": 5}),),
        }
    )
    books.upload(*map(sent, sold), sent(shift))
    books.job(SYNCHRONIZE)

    assert standing(books) == [(State.DIFFERS, 100)]
    assert words(books) == [
        (
            "Statement 1 differs: HOUSTON-1, shift 1: of cash it expected 261.00, its documents come to 260.00; "
            "HOUSTON-1, shift 1: its sales come to 161.00, its documents to 160.00; "
            "HOUSTON-1, shift 1: its sales have 0.05 of tax, its documents 0.00."
        )
    ]
    assert books.job(POST).rows == 0
    with pytest.raises(Refusal, match="Close its case with a note first"):
        post(books)
    with pytest.raises(Refusal, match="closes with a note"), books.parts.database.writing() as session:
        close_case(session, 1, "Ada", books.parts.now())
    with books.parts.database.writing() as session:
        add_note(session, 1, "Ada", "A coin of another till", books.parts.now())
        close_case(session, 1, "Ada", books.parts.now())
    books.job(SYNCHRONIZE)
    post(books)

    assert standing(books) == [(State.POSTED, 100)]
    assert postings(books) == [("6990", "cash", 100)]
    assert words(books) == []


def test_more_transactions_than_the_register_counted_differ(books: Books) -> None:
    paper = books.enrol()
    sold = [paper.sale(), paper.sale()]
    shift = closed(paper, sold[:1]).model_copy(update={"numbers": ((1, 2),)})
    books.upload(*map(sent, sold), sent(shift))
    books.job(SYNCHRONIZE)

    assert "it counted 1 sales, 2 are here" in words(books)[0]


def test_an_entry_of_the_journal_that_is_another_differs(books: Books) -> None:
    from tests.headquarters.journals.test_keeping import Account  # noqa: PLC0415 -- it is an account there

    paper = books.enrol()
    account = Account(books, paper)
    for _ in range(9):
        account.write("line.void")
    account.tell(account.entries)
    books.upload(sent(closed(paper, [])))
    books.job(SYNCHRONIZE)

    assert [str(each) for each in figures(books).differs] == [
        "HOUSTON-1, shift 1: entry 9 of its journal is not the one that closed it"
    ]


def test_without_an_account_nothing_over_or_short_is_posted_and_the_job_says_how_many_wait(
    books: Books,
) -> None:
    paper = books.enrol()
    books.upload(sent(closed(paper, [], {TenderType.CASH: 10050})))
    books.job(SYNCHRONIZE)

    done = books.job(POST)

    assert (done.rows, done.note) == (0, "1 agree and cannot be posted yet; their pages say why.")
    with pytest.raises(Refusal, match="Store HOUSTON has no account for over and short"):
        post(books)
    assert standing(books) == [(State.AGREES, 50)]


@both_engines
def test_by_day_the_shifts_of_a_store_and_day_are_one_statement_and_wait_for_the_end_of_the_day(
    books: Books,
) -> None:
    set_store(books, statement_method="day", closing_method="day")
    one, two = books.enrol(), books.enrol("HOUSTON-2")
    first, second = one.sale(), two.sale(2)
    other = "01900000-0000-7000-8000-0000000000f1"
    books.upload(sent(first), sent(closed(one, [first])))
    moved = second.model_copy(update={"shift": other, "id": other[:-1] + "2"})
    books.upload(sent(moved), sent(closed(two, [moved], id=other)), by="HOUSTON-2")
    later = other[:-1] + "3"
    books.upload(sent(closed(one, [], id=later, day=date(2026, 11, 3), number=2)))
    books.job(SYNCHRONIZE)

    assert standing(books) == [(State.AGREES, 0), (State.AGREES, 0)]
    assert [(each.said.count, each.said.total_minor) for each in figures(books).kinds] == [(2, 24000)]
    with pytest.raises(Refusal, match="The business date 2026-11-02 of HOUSTON has not ended"):
        post(books)
    books.clock.forward(hours=12)
    assert books.job(POST).rows == 1
    assert [state for state, _ in standing(books)] == [State.POSTED, State.AGREES]

    books.upload(sent(closed(two, [], id=other[:-1] + "4", number=2)), by="HOUSTON-2")
    books.job(SYNCHRONIZE)
    assert [state for state, _ in standing(books)] == [State.POSTED, State.AGREES, State.AGREES]


def test_the_same_closing_twice_is_one_statement(books: Books) -> None:
    paper = books.enrol()
    told = sent(closed(paper, []))

    first = books.upload(told, at_once=True)
    again = books.upload(told, at_once=True)

    assert [each.outcome for each in (*first, *again)] == ["stored", "known"]
    assert len(standing(books)) == 1


def test_cash_that_was_moved_is_worked_into_what_should_be_there_and_a_difference_opens_a_case(
    books: Books,
) -> None:
    paper = books.enrol()
    sold = [paper.sale()]
    shift = closed(paper, sold, moved=(ENTERED, DROPPED))
    books.upload(*map(sent, sold), sent(shift))
    books.job(SYNCHRONIZE)
    [cash] = figures(books).tenders
    assert standing(books) == [(State.AGREES, 0)]
    assert (cash.said_minor, cash.worked_minor) == (15500, 15500)

    other = [paper.sale()]
    id = "01900000-0000-7000-8000-0000000000f2"
    other = [each.model_copy(update={"shift": id}) for each in other]
    wrong = closed(paper, other, moved=(ENTERED, DROPPED), id=id, number=2)
    books.upload(*map(sent, other), sent(wrong.model_copy(update={"movements": wrong.movements[:1]})))
    books.job(SYNCHRONIZE)

    assert standing(books)[1] == (State.DIFFERS, -3000)
    assert words(books) == [
        "Statement 2 differs: HOUSTON-1, shift 2: of cash it expected 155.00, its documents come to 185.00."
    ]
