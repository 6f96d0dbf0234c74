"""The sync centre says what the files say: the same counts, in words, with what IT wants to know beside."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any

from channel_db.catalog.contact import Contact
from channel_db.catalog.pages import COUNTS
from channel_db.catalog.unfit import Unfit
from channel_db.engine import open_catalog, open_journal
from pos_app.language.language import language_of
from pos_app.register.agreement import agreement
from pos_app.register.desk import RegisterDesk
from pos_app.register.sync_centre import FEEDS, SHOWN_MAX
from pos_app.views import SyncCentreView
from retail.wire.coded import coded
from retail.wire.protocol import FEED_NAMES, UploadResult
from retail.wire.reasons import KINDS, not_posted, other_content
from tests.fixtures.fix_register import NOW, Register, Shop, at_work, desk_of, park


def centre(register: Register) -> SyncCentreView:
    return desk_of(register).sync_centre()


def sell(register: Register) -> None:
    for operation, params in (
        ("product.add", {"number": "A"}),
        ("tender.cash", {}),
        ("transaction.conclude", {}),
    ):
        register.do(operation, **params)


def order_for_somebody_new(register: Register) -> None:
    for operation, params in (
        ("customer.add", {"name": "Ole Moe"}), ("product.add", {"number": "A"}), ("order.pick_up_all", {}),
        ("tender.cash", {}), ("order.balance", {"arrangement": "pay_at_pickup"}), ("transaction.conclude", {}),
    ):  # fmt: skip
        register.do(operation, **params)


def test_a_register_that_headquarters_refuses_says_so_and_goes_on_selling(shop: Shop) -> None:
    register = at_work(shop)
    catalog = open_catalog(shop.folder, shop.clock, writer=True)
    catalog.keep_contact(replace(catalog.contact(), state="refused", failures_in_a_row=9))
    catalog.close()
    sell(register)

    assert desk_of(register).view().header.sync.text == "Not enrolled"
    assert "What is not sent stays here. Call headquarters" in centre(register).sentence
    assert centre(register).waiting_count == 1


def test_what_waits_is_named_as_people_name_it(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop)
    order_for_somebody_new(register)
    sell(register)

    view = centre(register)

    assert [(row.glyph, row.text, row.detail) for row in view.waiting] == [
        ("person", "Customer  Ole Moe", "waits for headquarters"),
        ("order", "Order  L-HOUSTON-1-00001", "waits for the customer"),
        ("sale", "Sale  HOUSTON-1-000002", "waits for headquarters"),
    ]
    assert view.waiting_count == register.session.journal.waiting().count == 3
    assert view.waiting[0].saved == "saved today 10:00"
    assert view.attention == ()


def test_what_was_done_to_an_order_is_named_by_it_and_waits_for_what_made_it(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop)
    order_for_somebody_new(register)
    order = register.session.finding.find_orders("")[0]
    register.do("order.cancel", id=order.id)
    register.do("tender.refund_cash")
    register.do("transaction.conclude")

    assert [(row.text, row.detail) for row in centre(register).waiting][1:] == [
        ("Order  L-HOUSTON-1-00001", "waits for the customer"),
        ("Order  L-HOUSTON-1-00001", "waits for what was done before"),
    ]


def test_every_feed_has_a_name_and_is_counted() -> None:
    assert tuple(FEEDS) == tuple(COUNTS) == FEED_NAMES


def test_a_changed_customer_is_named_and_waits_for_their_own_document(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop)
    made = register.do("customer.add", name="Ole Moe").values["customer"]
    register.do("customer.add_address", id=made, address={"city": "Oslo"})

    assert [(row.glyph, row.text, row.detail) for row in centre(register).waiting] == [
        ("person", "Customer  Ole Moe", "waits for headquarters"),
        ("person", "Customer change  Ole Moe", "waits for the customer"),
    ]


def test_what_needs_somebody_has_headquarters_words_and_none_of_its_codes(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop)
    sell(register)
    (entry,) = register.session.journal.outbox()
    park(register, entry.uuid, "Headquarters cannot read it: no such store (HTTP 422)")

    (row,) = centre(register).attention

    assert row.detail == "Headquarters: Headquarters cannot read it: no such store"
    assert row.needs_somebody
    assert row.technical == (
        entry.uuid, "1 attempt", "next try " + row.technical[2].removeprefix("next try "), "HTTP 422",
        "Headquarters cannot read it: no such store",
    )  # fmt: skip
    assert entry.uuid not in f"{row.text}{row.detail}{row.saved}"


def test_the_indicator_counts_what_the_centre_counts(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop)
    catalog = open_catalog(register.folder, register.clock, writer=True)
    catalog.keep_contact(Contact(state="offline", last_failure_at=NOW.isoformat()))
    catalog.close()
    for _ in range(2):
        sell(register)
    desk = desk_of(register)

    assert desk.view().header.sync.count == desk.sync_centre().waiting_count == 2
    assert desk.sync_centre().sentence.startswith("Offline · 2 waiting")


def test_a_long_list_is_cut_and_its_number_is_not(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop)
    journal = open_journal(register.folder, register.clock)
    with journal.unit_of_work() as work:
        for number in range(SHOWN_MAX + 5):
            work.add_outbox(f"{number}", "customer", '{"name":"x"}')
    journal.close()

    view = centre(register)

    assert len(view.waiting) == SHOWN_MAX
    assert view.waiting_count == SHOWN_MAX + 5


def test_what_came_is_listed_with_its_age_and_rows(shop: Shop) -> None:
    register = at_work(shop)
    register.clock.go_on(minutes=12)

    received = {row.name: row for row in centre(register).received}

    assert list(received) == ["Settings", "Staff", "Products", "Prices", "Price lists", "Customers"]
    assert (received["Products"].at, received["Products"].age, received["Products"].rows) == (
        "today 10:00", "12 min ago", "10 rows",
    )  # fmt: skip
    register.clock.go_on(hours=3)
    assert centre(register).received[0].age == "3 h ago"


def test_times_of_the_last_contact_stand_in_the_sentence(register: Register) -> None:
    catalog = open_catalog(register.folder, register.clock, writer=True)
    sent = (NOW - timedelta(seconds=30)).astimezone()
    catalog.keep_contact(
        Contact(state="online", last_success_at=NOW.isoformat(), last_sent_at=sent.isoformat())
    )
    catalog.close()

    assert centre(register).sentence == (
        f"Online · last sent {sent:%H:%M:%S} · last received {NOW.astimezone():%H:%M:%S}"
    )


def test_a_document_is_sent_again_after_somebody_put_things_right(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop)
    sell(register)
    (entry,) = register.session.journal.outbox()
    park(register, entry.uuid, "no such store")

    register.do("sync.again", id=entry.uuid)

    assert register.session.journal.waiting().attention == 0
    assert centre(register).waiting_count == 1
    assert register.kinds()[-1] == "sync.again"
    assert "needs nobody" in register.refused("sync.again", id=entry.uuid)
    assert "needs nobody" in register.refused("sync.again")


def test_offline_by_choice_nobody_is_asked_and_everything_is_kept(shop: Shop) -> None:
    register = at_work(shop, async_orders=False)
    register.do("sync.work_offline")
    asked = shop.line.asked

    order_for_somebody_new(register)

    assert shop.line.asked == asked
    assert register.session.journal.waiting().count == 2
    assert desk_of(register).view().header.sync.text == "Offline (by Cashier) · 2"
    assert "Work online again first" in centre(register).sync_why_not
    assert centre(register).line.operation == "sync.work_online"


def test_the_choice_outlives_the_program_and_names_who_made_it(shop: Shop) -> None:
    at_work(shop).do("sync.work_offline")

    again = at_work(shop)

    assert desk_of(again).view().header.sync.state == "forced-offline"
    assert again.refused("sync.work_offline") == (
        "Cashier has this register work offline already. Tap the sync sign to work online again."
    )
    assert again.refused("sync.now") == "Cashier had this register work offline. Work online again first."
    again.do("sync.work_online")
    assert desk_of(again).view().header.sync.state != "forced-offline"
    assert again.refused("sync.work_online") == "This register works online already. There is nothing to do."
    assert [kind for kind in again.kinds() if kind.startswith("sync.")] == [
        "sync.work_offline",
        "sync.work_online",
    ]


def told(desk: RegisterDesk) -> str:
    view = desk.tick()
    return "" if view is None or view.strip is None else view.strip.text


def test_the_line_that_goes_and_comes_is_said_once_each(shop: Shop) -> None:
    register = at_work(shop)
    desk = desk_of(register)
    catalog = open_catalog(register.folder, register.clock, writer=True)

    def line(state: str) -> str:
        now = register.clock.now().isoformat()
        heard = now if state == "online" else catalog.contact().last_success_at
        catalog.keep_contact(replace(catalog.contact(), state=state, last_success_at=heard))
        return told(desk)

    assert line("offline").startswith("Offline – keep selling. Orders and customers are saved here")
    assert line("offline") == ""
    assert line("online") == ""
    register.clock.go_on(seconds=6)
    assert line("online") == "Online again. What waited is being sent."
    assert line("offline") == "Offline – keep selling."
    catalog.close()


def test_an_acknowledged_document_leaves_the_centre(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop)
    sell(register)
    (entry,) = register.session.journal.outbox()

    register.session.journal.acknowledge([UploadResult(id=entry.uuid, outcome="stored")], NOW)

    assert centre(register).waiting_count == 0


def test_it_says_that_headquarters_agrees_or_what_differs_in_two_sentences(shop: Shop) -> None:
    register = at_work(shop)

    def said(*differences: dict[str, Any], code: str = "en") -> str:
        compared = Contact(compared_at=NOW.isoformat(), differences=json.dumps(differences))
        return " ".join(agreement(compared, "USD", language_of(code)))

    time = f"{NOW.astimezone():%H:%M:%S}"
    assert said() == f"headquarters agrees {time}"
    assert (said(code="nb"), said(code="nl")) == (
        f"stemmer med hovedkontoret {time}",
        f"klopt met het hoofdkantoor {time}",
    )
    assert agreement(Contact(), "USD", language_of("en")) == ()
    day = {
        "kind": "day",
        "day": "2026-11-26",
        "ours": 57,
        "theirs": 57,
        "ours_minor": 320100,
        "theirs_minor": 310000,
    }
    assert said(day) == "Of 26 Nov 2026 this register has taken 3,201.00, headquarters has 3,100.00."
    assert (
        said(day, code="nl") == "Op 26-11-2026 nam deze kassa 3.201,00 aan, het hoofdkantoor heeft 3.100,00."
    )
    assert (
        said({**day, "theirs": 56})
        == "Of 26 Nov 2026 this register has 57 transactions, headquarters has 56."
    )
    assert said({**day, "theirs_minor": 320100}).startswith("Of 26 Nov 2026 other means of payment")
    last = {"kind": "last", "ours": 3, "theirs": 5}
    journal = {"kind": "journal"}
    newer = {"kind": "points"}
    assert said(last).startswith("The last number here is 3, but headquarters has 5")
    assert said(journal, newer, newer, last) == (
        "The journal of this register is not the one headquarters knows. Call headquarters. "
        "Headquarters has something else than this register. Call headquarters."
    )
    assert said({"kind": 5}) == said(newer)

    catalog = open_catalog(register.folder, register.clock, writer=True)
    catalog.keep_contact(replace(catalog.contact(), compared_at=NOW.isoformat(), differences="[]"))
    catalog.close()
    assert centre(register).sentence.endswith(f"headquarters agrees {time}")


def test_rows_that_cannot_be_used_are_counted_beside_those_that_can(shop: Shop) -> None:
    register = at_work(shop)
    catalog = open_catalog(register.folder, register.clock, writer=True)
    unfit = [Unfit("prices", key, "{}", "poisoned", NOW.isoformat()) for key in ("X", "Y")]
    catalog.apply_page("prices", (), "2", NOW, unfit=unfit)
    catalog.close()
    desk = desk_of(register)

    received = {row.name: row.rows for row in desk.sync_centre().received}

    assert received["Prices"] == "10 rows, 2 cannot be used"
    assert received["Products"] == "10 rows"
    found = {row.name: row.words for row in desk.health.view(desk.health.examine()).rows}
    assert found["Received rows"].startswith("prices: 2 came and cannot be used")


def test_a_document_that_headquarters_set_aside_after_it_was_taken_is_named_with_its_reason_and_counted(
    shop: Shop,
) -> None:
    register = at_work(shop)
    sell(register)
    document = register.session.journal.last_transaction()
    assert document is not None
    shop.acknowledge(document.id)
    sell(register)
    (refused,) = register.session.journal.outbox()
    park(register, refused.uuid, "It cannot be posted.")
    told = [
        {"kind": "parked", "document": document.id, "words": "The store is closed."},
        {"kind": "parked", "document": "0190-of-another-life", "words": "It cannot be read."},
        {"kind": "parked", "document": refused.uuid, "words": "It cannot be posted."},
    ]
    catalog = open_catalog(register.folder, register.clock, writer=True)
    catalog.keep_contact(Contact(state="online", compared_at=NOW.isoformat(), differences=json.dumps(told)))
    catalog.close()
    desk = desk_of(register)

    view = desk.sync_centre()

    here, first, other = view.attention
    assert (here.text, here.needs_somebody) == ("Sale  HOUSTON-1-000002", True)
    assert (first.text, first.glyph) == ("Sale  HOUSTON-1-000001", "sale")
    assert first.detail == "Headquarters has set it aside: The store is closed."
    assert not first.needs_somebody
    assert (other.text, other.saved) == ("Document", "")
    assert view.attention_count == desk.view().header.sync.count == 3
    assert "headquarters agrees" in view.sentence
    rows = {row.name: row.words for row in desk.health.view(desk.health.examine()).rows}
    assert rows["Set aside at headquarters"].startswith("headquarters has set 3 documents aside")


def test_what_headquarters_says_as_a_message_is_read_in_the_language_at_the_register(shop: Shop) -> None:
    shop.line.state = "offline"
    register = at_work(shop)
    sell(register)
    (entry,) = register.session.journal.outbox()
    said = coded(other_content("HOUSTON-1", KINDS["transaction"]))
    quarantined = UploadResult(id=entry.uuid, outcome="quarantined", reason="in English", said=said)
    with closing(open_journal(register.folder, register.clock)) as agent:
        agent.acknowledge([quarantined], NOW)
    parked = {
        "kind": "parked",
        "document": "0190-of-another-life",
        "words": "in English",
        "said": coded(not_posted()),
    }
    with closing(open_catalog(register.folder, register.clock, writer=True)) as catalog:
        catalog.keep_contact(
            Contact(state="online", compared_at=NOW.isoformat(), differences=json.dumps([parked]))
        )
    register.do("language.set", language="nb")

    here, there = centre(register).attention

    assert here.detail == (
        "Hovedkontoret: HOUSTON-1 sendte et dokument (transaksjon) under en ID som er kjent med annet innhold."
    )
    assert there.detail == (
        "Hovedkontoret har lagt det til side: Det kunne ikke bokføres. Grunnen står i loggen på hovedkontoret."
    )
    assert "{" not in " ".join(here.technical)
