"""What registers change of a customer is merged by field, once, in whatever order it arrives."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import permutations

import pytest
from sqlalchemy import func, select

from headquarters.cases.service import open_cases
from headquarters.customers.changing import history_of, post_change
from headquarters.customers.models import CustomerHistory
from headquarters.customers.service import find_customer
from headquarters.settings.service import keep_stores
from headquarters.uploads.models import KeptDocument, QuarantinedDocument, State
from retail.customer_changes import CustomerChange, CustomerField, FieldChange, add_address, issue_card
from retail.customers import Address, Customer
from retail.wire.customers import change_document
from retail.wire.settings import settings_of
from retail.wire.uploads import CustomerChangeDocument
from tests.headquarters.conftest import Books
from tests.headquarters.shop import ANNA, NOW, PaperRegister, changed, sent

HOME = Address("01900000-0000-7000-8000-0000000000a1", line1="Storgt 1", city="Bergen")
JOBS = ("synchronize-customers", "1010")
CARD = "LC000000000075"


def travelling(
    paper: PaperRegister, change: CustomerChange, name: str = "Anna Berg", minute: int = 0
) -> CustomerChangeDocument:
    made_at = NOW - timedelta(hours=1) + timedelta(minutes=minute)
    return change_document(change, name, paper.register, paper.store, "cashier", made_at)


def edited(
    paper: PaperRegister, field: CustomerField, after: str, before: str = "", of: str = ANNA, minute: int = 0
) -> CustomerChangeDocument:
    fields = (FieldChange(field, before, after),)
    return travelling(paper, CustomerChange(paper.ids.new(), of, 0, fields=fields), minute=minute)


def run(books: Books) -> None:
    for job in JOBS:
        books.job(job)


def two_registers(books: Books) -> tuple[PaperRegister, PaperRegister]:
    one, two = books.enrol(), books.enrol("SEATTLE-1")
    two.seed, two.ids = 8, PaperRegister(seed=8).ids
    return one, two


def send(books: Books, document: CustomerChangeDocument) -> None:
    books.upload(sent(document), by=document.register_name)


def history(books: Books) -> list[tuple[str, str, str]]:
    with books.parts.database.reading() as session:
        anna = find_customer(session, ANNA)
        assert anna is not None
        return [(each.before, each.replaced, each.after) for each in history_of(session, anna)]


@pytest.mark.parametrize("order", list(permutations(range(4))))
@pytest.mark.parametrize("at_once", [False, True])
def test_different_fields_of_two_registers_all_stand(
    books: Books, order: Sequence[int], at_once: bool
) -> None:
    one, two = two_registers(books)
    documents = (
        edited(one, CustomerField.PHONE, "55"),
        edited(two, CustomerField.EMAIL, "anna@example.com"),
        travelling(two, add_address(two.ids.new(), Customer(ANNA, "Anna Berg"), HOME)),
        travelling(one, issue_card(one.ids.new(), Customer(ANNA, "Anna Berg"), CARD)),
    )

    for each in order:
        books.upload(sent(documents[each]), by=documents[each].register_name, at_once=at_once)
    run(books)

    anna = books.feed("customers")[ANNA]
    assert (anna["phone"], anna["email"], anna["loyalty_cards"]) == ("55", "anna@example.com", [CARD])
    assert [each["line1"] for each in anna["addresses"]] == ["Storgt 1"]
    assert (anna["version"], set(anna["changes"])) == (4, {each.id for each in documents})
    assert books.counts()["cases"] == books.counts()["parked"] == 0


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_the_same_field_what_was_made_later_stands_in_any_order_and_every_version_is_kept(
    books: Books, order: Sequence[int]
) -> None:
    one, two = two_registers(books)
    documents = [
        edited(paper, CustomerField.PHONE, after, minute=minute)
        for paper, after, minute in ((one, "1", 1), (two, "2", 3), (one, "3", 2))
    ]
    afters = [documents[each].fields[0].after for each in order]

    for each in order:
        send(books, documents[each])
    run(books)

    assert books.feed("customers")[ANNA]["phone"] == "2"
    stood = [max(afters[:count], key="132".index) for count in (1, 2)]
    assert history(books) == [("", "", afters[0]), ("", stood[0], afters[1]), ("", stood[1], afters[2])]


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (2, 0, 1)])
def test_what_was_put_in_the_place_of_a_value_that_was_seen_is_later_whatever_the_clock_of_its_register_shows(
    books: Books, order: Sequence[int]
) -> None:
    one, two = two_registers(books)
    documents = [
        edited(one, CustomerField.PHONE, "1", minute=30),
        edited(one, CustomerField.PHONE, "2", before="1", minute=10),
        edited(two, CustomerField.PHONE, "3", minute=20),
    ]

    for each in order:
        send(books, documents[each])
    run(books)

    assert books.feed("customers")[ANNA]["phone"] == "2"


def test_a_clock_of_next_year_makes_a_value_no_later_than_now(books: Books) -> None:
    one, two = two_registers(books)
    send(books, edited(one, CustomerField.PHONE, "1", minute=60 * 24 * 365))
    run(books)
    books.clock.forward(minutes=2)
    send(books, edited(two, CustomerField.PHONE, "2", minute=61))
    run(books)

    assert books.feed("customers")[ANNA]["phone"] == "2"


def test_who_waits_is_told_what_their_change_replaced(books: Books) -> None:
    one, two = two_registers(books)
    send(books, edited(one, CustomerField.PHONE, "1"))
    job = books.job("synchronize-customers")
    assert job.note == ""

    newer, older = [edited(two, CustomerField.PHONE, after, minute=at) for after, at in (("2", 1), ("3", -1))]
    [result] = books.upload(sent(newer), by="SEATTLE-1", at_once=True)
    [late] = books.upload(sent(older), by="SEATTLE-1", at_once=True)

    assert result.outcome == "stored"
    assert "from '' to '1' elsewhere meanwhile; now '2' stands" in result.reason
    assert (late.outcome, "'3' is older than '2', which stands" in late.reason) == ("stored", True)


def test_the_job_says_that_changes_met(books: Books) -> None:
    one, two = two_registers(books)
    send(books, edited(one, CustomerField.PHONE, "1"))
    send(books, edited(two, CustomerField.PHONE, "2"))

    assert "1 met a change of another register" in books.job("synchronize-customers").note


def test_a_change_is_published_at_once_while_somebody_waits_and_else_by_1010(books: Books) -> None:
    paper = books.enrol()

    books.upload(sent(edited(paper, CustomerField.PHONE, "1")), at_once=True)
    assert books.feed("customers")[ANNA]["phone"] == "1"
    send(books, edited(paper, CustomerField.PHONE, "2", "1"))
    books.job("synchronize-customers")
    assert books.feed("customers")[ANNA]["phone"] == "1"
    books.job("1010")
    assert books.feed("customers")[ANNA]["phone"] == "2"


STORE = {
    "default_customer": {"affiliations": ["Members"], "group": "trade"},
    "customer_groups": [{"group": "trade", "dimensions": [["Department", "020"]]},
                        {"group": "staff", "dimensions": [["Department", "030"]]}],
}  # fmt: skip


@pytest.mark.parametrize(("at_once", "affiliations"), [(True, ["Members"]), (False, [])])
def test_a_new_customer_has_the_dimensions_of_the_group_and_affiliations_only_if_made_while_somebody_waits(
    books: Books, at_once: bool, affiliations: list[str]
) -> None:
    paper = books.enrol()
    with books.parts.database.writing() as session:
        keep_stores(session, [("HOUSTON", "Houston", settings_of({"store": "HOUSTON", **STORE}))])
    ole = paper.customer(title="Dr.", group="trade", currency="NOK", receipt_option="both")
    kari = paper.customer("Kari", affiliations=("Walkers",))

    books.upload(sent(ole), sent(kari), at_once=at_once)
    if at_once:
        assert ole.id in books.feed("customers"), "found in every store at once"
    run(books)

    row = books.feed("customers")[ole.id]
    assert (row["title"], row["group"], row["currency"], row["receipt_option"]) == (
        "Dr.", "trade", "NOK", "both",
    )  # fmt: skip
    assert (row["dimensions"], row["affiliations"]) == ({"Department": "020"}, affiliations)
    assert books.feed("customers")[kari.id]["affiliations"] == ["Walkers"]

    books.upload(sent(edited(paper, CustomerField.GROUP, "staff", "trade", of=ole.id)), at_once=True)
    row = books.feed("customers")[ole.id]
    assert (row["title"], row["group"], row["dimensions"]) == ("Dr.", "staff", {"Department": "030"})


def test_sent_again_it_changes_nothing_and_with_other_content_it_is_put_aside(books: Books) -> None:
    paper = books.enrol()
    document = sent(edited(paper, CustomerField.PHONE, "1"))
    books.upload(document, at_once=True)
    books.upload(sent(edited(paper, CustomerField.PHONE, "2", "1")), at_once=True)

    [again] = books.upload(document, at_once=True)
    [other] = books.upload(changed(document, '"after":"1"', '"after":"9"'), at_once=True)

    assert (again.outcome, other.outcome) == ("known", "quarantined")
    assert books.feed("customers")[ANNA]["phone"] == "2"
    with books.parts.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(CustomerHistory)) == 2
        assert session.scalar(select(func.count()).select_from(QuarantinedDocument)) == 1


def test_a_change_that_is_in_the_customer_already_is_not_made_again(books: Books) -> None:
    paper = books.enrol()
    document = edited(paper, CustomerField.PHONE, "1")
    books.upload(sent(document), at_once=True)

    with books.parts.database.writing() as session:
        assert post_change(session, document, "later") is None
        assert session.scalar(select(func.count()).select_from(CustomerHistory)) == 1


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize("jobs_between", [False, True])
def test_a_change_never_overtakes_its_customer(
    books: Books, order: Sequence[int], jobs_between: bool
) -> None:
    paper = books.enrol()
    ole = paper.customer()
    customer = Customer(ole.id, ole.name)
    documents = (
        sent(ole),
        sent(travelling(paper, add_address(paper.ids.new(), customer, HOME), ole.name)),
        sent(edited(paper, CustomerField.EMAIL, "ole@example.com", of=ole.id)),
    )

    for each in order:
        books.upload(documents[each])
        if jobs_between:
            run(books)
    run(books)

    kept = books.feed("customers")[ole.id]
    assert (kept["email"], len(kept["addresses"]), kept["account"]) == ("ole@example.com", 1, "10002")
    assert books.counts() == {"customers": 2, "orders": 0, "transactions": 0, "cases": 0, "parked": 0}


def test_a_change_of_nobody_waits_in_words(books: Books) -> None:
    paper = books.enrol()
    nobody = "01900000-0000-7000-8000-00000000dead"
    send(books, edited(paper, CustomerField.PHONE, "1", of=nobody))

    assert "1 wait for their customer" in books.job("synchronize-customers").note
    with books.parts.database.reading() as session:
        [kept] = session.scalars(select(KeptDocument))
        assert (kept.state, kept.reason) == (
            State.WAITING,
            "It waits for its customer Anna Berg, who has not arrived yet.",
        )
    with books.parts.database.writing() as session, pytest.raises(LookupError):
        post_change(session, edited(paper, CustomerField.PHONE, "1", of=nobody), "now")


def test_a_change_that_no_register_makes_is_parked(books: Books) -> None:
    paper = books.enrol()

    [result] = books.upload(sent(edited(paper, CustomerField.EMAIL, "anna@")))

    assert result.outcome == "parked"
    assert "not an e-mail address" in result.reason


def test_a_card_of_somebody_else_stays_theirs_and_a_person_is_told(books: Books) -> None:
    one, two = two_registers(books)
    ole = one.customer()
    anna = Customer(ANNA, "Anna Berg")
    books.upload(
        sent(ole), sent(travelling(one, issue_card(one.ids.new(), Customer(ole.id, "Ole Moe"), CARD)))
    )
    run(books)

    mixed = issue_card(two.ids.new(), anna, CARD)
    document = travelling(two, mixed)
    send(books, document)
    run(books)

    rows = books.feed("customers")
    assert (rows[ole.id]["loyalty_cards"], rows[ANNA]["loyalty_cards"]) == ([CARD], [])
    assert rows[ANNA]["changes"] == [document.id], "the register must stop showing what did not come to be"
    with books.parts.database.reading() as session:
        [case] = open_cases(session)
        assert f"The loyalty card {CARD} was given to Anna Berg" in case.words


def test_a_card_given_to_the_same_customer_twice_is_one(books: Books) -> None:
    one, two = two_registers(books)
    anna = Customer(ANNA, "Anna Berg")
    for paper in (one, two):
        send(books, travelling(paper, issue_card(paper.ids.new(), anna, CARD)))
    run(books)

    assert books.feed("customers")[ANNA]["loyalty_cards"] == [CARD]
    assert books.cases() == 0
