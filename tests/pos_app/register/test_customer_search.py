"""Customers are found here and at headquarters, and who may be the one that is being typed is offered."""

from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from channel_db.catalog.hits import CustomerHit
from channel_db.catalog.repository import Catalog
from channel_db.engine import open_journal
from pos_app.register.desk import RegisterDesk
from pos_app.views import StepView
from retail.clock import stamp
from retail.loyalty import make_card
from tests.fixtures.fix_register import ANNA, NOW, SETTINGS, Register, Shop, anna_row, at_work, desk_of

KARI = "00000001-0000-7000-8000-0000000000aa"


@pytest.fixture
def desk(register: Register) -> RegisterDesk:
    return desk_of(register)


def test_a_customer_is_found_by_their_address_which_is_shown(desk: RegisterDesk) -> None:
    [row] = desk.search_customers("storgt 5003").rows

    assert (row.name, row.matched) == ("Anna Berg", "Address Storgt 1, 5003 Bergen")


def test_customers_of_headquarters_stand_below_and_can_be_used(shop: Shop, desk: RegisterDesk) -> None:
    kari = "00000001-0000-7000-8000-0000000000aa"
    shop.line.customers = [
        anna_row(), {"id": kari, "account": "10999", "name": "Kari Berg"}, {"id": "?", "of": "another version"},
    ]  # fmt: skip
    here = desk.search_customers("berg")

    found = desk.search_customers("berg", answer=desk.ask_for_customers("berg"))

    assert found.rows[:-1] == here.rows
    assert (found.rows[-1].name, found.rows[-1].matched) == ("Kari Berg", "From HQ")
    assert found.note == f"{len(here.rows)} here · 1 more at HQ"
    desk.dispatch("customer.set", {"id": kari})
    assert desk.customer_detail("") is not None

    shop.line.state = "offline"
    silent = desk.search_customers("berg", answer=desk.ask_for_customers("berg"))
    assert silent.rows == here.rows
    assert "Headquarters does not answer." in silent.note


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"name": "A. Berg", "phone": "(55) 12-34-56"}, "Same phone number"),
        (
            {
                "name": "anna BERG",
                "addresses": [{"line1": "Storgt. 1", "postcode": "5003", "city": "bergen"}],
            },
            "Same name and address",
        ),
        ({"name": "A. Berg", "contacts": {"55-12-34-56": "unknown"}}, "Same phone number"),
        ({"name": "Anna Berg Ltd.", "type": "organisation"}, ""),
        ({"name": "Anna Berg Ltd.", "type": "person"}, None),
        ({"name": "Anna"}, ""),
        ({"name": "A", "phone": "55"}, None),
    ],
)
def test_who_may_be_the_new_customer_is_offered_while_they_are_typed(
    desk: RegisterDesk, typed: dict[str, Any], why: str | None
) -> None:
    found = desk.customer_duplicates(typed)

    assert [(row.name, row.matched) for row in found.rows] == ([] if why is None else [("Anna Berg", why)])
    assert found.is_alike == bool(why)


@pytest.mark.parametrize(
    ("kept", "typed", "country"),
    [
        ("912 34 567", "+47 91234567", "NO"),
        ("+47 912 34 567", "91234567", "NO"),
        ("0047 91234567", "912-34-567", "NO"),
        ("06-1234 5678", "+31 6 12345678", "NL"),
        ("+31 6 12345678", "0612345678", "NL"),
        ("+31 6 12345678", "0031612345678", "NL"),
    ],
)
def test_a_phone_is_known_with_and_without_the_code_of_the_country(
    shop: Shop, kept: str, typed: str, country: str
) -> None:
    rows = {
        ANNA: anna_row(phone=kept),
        KARI: anna_row(id=KARI, account="2", name="Kari", phone="+46 91234567"),
    }
    shop.publish(replace(SETTINGS, country=country), customers=rows)

    found = desk_of(at_work(shop)).customer_duplicates({"name": "A. B.", "phone": typed})

    assert [(row.name, row.matched) for row in found.rows] == [("Anna Berg", "Same phone number")]


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("912 34 567", "+47 91234567"),
        ("+47 912 34 567", "912 34 567"),
        ("06-1234 5678", "+31 6 12345678"),
        ("+31 6 12345678", "0612345678"),
        ("+31 6 12345678", "0031612345678"),
    ],
)
def test_a_phone_is_found_with_and_without_the_code_of_its_country(shop: Shop, kept: str, typed: str) -> None:
    shop.publish(SETTINGS, customers={ANNA: anna_row(phone=kept)})
    register = at_work(shop)
    made = register.do("customer.add", name="Made here", phone=kept).values["customer"]

    found = desk_of(register).search_customers(typed).rows

    assert {row.id for row in found} == {ANNA, made}


@pytest.mark.parametrize("kept", ["+31 6 12345678", "0031612345678", "06-1234 5678"])
@pytest.mark.parametrize(
    "typed", ["0612345678", "06 1234 56 78", "+31612345678", "0031 6 12345678", "612345678"]
)
def test_a_further_phone_is_found_with_and_without_the_code_of_its_country(
    shop: Shop, kept: str, typed: str
) -> None:
    shop.publish(SETTINGS, customers={ANNA: anna_row(extras=[[f"phone:{kept}", "yes"]])})

    [row] = desk_of(at_work(shop)).search_customers(typed).rows

    assert (row.name, row.matched) == ("Anna Berg", f"Phone {kept}")


def test_who_has_only_some_of_the_words_stands_last_the_more_the_higher(shop: Shop) -> None:
    names = ("Anna Lie", "Kari Anna Moe Lie", "Moe", "Per Vik")
    rows = {uuid: anna_row(id=uuid, account=str(at), name=name, addresses=[])
            for at, name in enumerate(names) if (uuid := f"00000001-0000-7000-8000-00000000000{at}")}  # fmt: skip
    shop.publish(SETTINGS, customers=rows)
    register = at_work(shop)
    register.do("customer.add", name="Lie, Moe")

    found = [row.name for row in desk_of(register).search_customers("moe lie anna").rows]

    assert found == ["Kari Anna Moe Lie", "Anna Lie", "Lie, Moe", "Moe"]
    assert [row.name for row in desk_of(register).search_customers("vik m").rows] == []


def test_a_name_that_was_changed_here_counts_by_some_of_its_words_too(shop: Shop) -> None:
    register = at_work(shop)
    register.do("customer.edit", id=ANNA, name="Anna Vik Lund")

    assert [row.name for row in desk_of(register).search_customers("lund vik xyz").rows] == ["Anna Vik Lund"]


def test_nobody_with_only_some_of_the_words_is_taken_for_the_new_customer(desk: RegisterDesk) -> None:
    assert desk.customer_duplicates({"name": "Anna Hansen"}).rows == ()


FJELL = "fjell@example.com"
OTHERS = (
    {"name": "Fjell Anna", "account": "501", "email": "a@example.com", "phone": "900 00 001", "addresses": []},
    {"name": "Kari", "account": "502", "email": FJELL, "phone": "900 00 002", "addresses": []},
    {"name": "Ola", "account": "503", "email": "o@example.com", "phone": "900 00 501", "addresses": [],
     "extras": [["email:fjell.ola@example.com", "yes"], ["phone:+47 911 22 333", "yes"]]},
    {"name": "Per", "account": "504", "email": "", "phone": "1", "loyalty_cards": ["LC100000000018"],
     "addresses": [{"id": "h", "line1": "Fjellveien 501", "postcode": "5003", "city": "Bergen"}]},
)  # fmt: skip
LIMITED = [
    ("fjell", {"Fjell Anna", "Kari", "Ola", "Per"}),
    ("n: fjell", {"Fjell Anna"}),
    ("name:fjell", {"Fjell Anna"}),
    ("e:fjell", {"Kari", "Ola"}),
    ("adr: fjell 5003", {"Per"}),
    ("501", {"Fjell Anna", "Ola", "Per"}),
    ("no: 501", {"Fjell Anna"}),
    ("t: 501", {"Ola"}),
    ("t: 91122333", {"Ola"}),
    ("T: 0047 911 22 333", {"Ola"}),
    ("k: LC10 0000 0000 18", {"Per"}),
    ("k: fjell", set()),
]
SHORTCUTS = ("n: name", "e: email", "t: phone", "adr: address", "no: account", "k: card")


def _others(rows: tuple[dict[str, Any], ...] = OTHERS) -> dict[str, dict[str, Any]]:
    ids = [f"00000001-0000-7000-8000-00000000010{at}" for at in range(len(rows))]
    return {id: {**anna_row(), "extras": [], **row, "id": id} for id, row in zip(ids, rows, strict=True)}


@pytest.mark.parametrize(("typed", "names"), LIMITED)
def test_a_sign_of_the_store_limits_a_search_to_one_field(shop: Shop, typed: str, names: set[str]) -> None:
    shop.publish(replace(SETTINGS, customer_shortcuts=SHORTCUTS), customers=_others())

    assert {row.name for row in desk_of(at_work(shop)).search_customers(typed).rows} == names


def test_who_was_made_here_is_found_in_one_field_too(shop: Shop) -> None:
    shop.publish(replace(SETTINGS, customer_shortcuts=SHORTCUTS), customers={})
    register = at_work(shop)
    register.do("customer.add", name="Fjell Anna", email="kari@example.com", phone="900 00 001")
    register.do("customer.add", name="Kari", email=FJELL, phone="900 00 002")
    desk = desk_of(register)

    for typed, names in (("n: fjell", {"Fjell Anna"}), ("e: fjell", {"Kari"}), ("t: 90000002", {"Kari"}),
                         ("adr: fjell", set()), ("no: 999", set()), ("k: fjell", set())):  # fmt: skip
        assert {row.name for row in desk.search_customers(typed).rows} == names, typed


def test_headquarters_is_asked_for_the_field_by_its_own_name(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.publish(replace(SETTINGS, customer_shortcuts=SHORTCUTS), customers={})
    register = at_work(shop)
    desk = desk_of(register)
    asked: list[str] = []
    service = register.session.real_time._service
    find = service.find_customers

    def noted(text: str, seconds: float) -> list[dict[str, Any]]:
        asked.append(text)
        return find(text, seconds)

    monkeypatch.setattr(service, "find_customers", noted)
    shop.line.customers = [dict(row) for row in _others().values() if row["name"] in ("Kari", "Ola")]

    found = desk.search_customers("e: fjell", answer=desk.ask_for_customers("e: fjell"))

    assert asked == ["email: fjell"]
    assert {row.matched for row in found.rows} == {
        "From HQ \u00b7 E-mail fjell@example.com", "From HQ \u00b7 E-mail fjell.ola@example.com",
    }  # fmt: skip


def test_the_signs_are_offered_with_what_was_found(shop: Shop) -> None:
    shop.publish(replace(SETTINGS, customer_shortcuts=("t: phone",)), customers={})

    offered = desk_of(at_work(shop)).search_customers("").shortcuts

    assert [(each.value, each.text) for each in offered] == [("t:", "Phone")]


def test_what_headquarters_found_shows_the_field_that_matched(shop: Shop, desk: RegisterDesk) -> None:
    shop.line.customers = [{"id": KARI, "account": "10999", "name": "Kari Moe", "phone": "+47 900 11 222"}]

    [row] = desk.search_customers("90011222", answer=desk.ask_for_customers("90011222")).rows

    assert row.matched == "From HQ · Phone +47 900 11 222"


def test_a_store_that_keeps_its_customers_at_headquarters_asks_there_and_says_so(shop: Shop) -> None:
    register = at_work(shop, filter_shared_customer_data=True)
    desk = desk_of(register)
    shop.line.customers = [
        {"id": KARI, "account": "10999", "name": "Kari Moe", "loyalty_cards": ["LC100000000018"]}
    ]

    assert "at least four characters" in desk.search_customers("moe").note
    asked = desk.search_customers("kari")
    assert asked.is_elsewhere
    found = desk.search_customers("kari", answer=desk.ask_for_customers("kari"))
    assert ([row.name for row in found.rows], found.is_elsewhere) == (["Kari Moe"], False)

    shop.line.state = "offline"
    silent = desk.search_customers("kari", answer=desk.ask_for_customers("kari"))
    assert "are kept there. Sell without a customer" in silent.note


def test_there_a_card_that_is_scanned_is_looked_up_at_headquarters(shop: Shop) -> None:
    register = at_work(shop, filter_shared_customer_data=True)
    card = make_card("LC", 7)
    shop.line.customers = [{"id": KARI, "account": "10999", "name": "Kari Moe", "loyalty_cards": [card]}]

    assert desk_of(register).scan(card).step == StepView("customer.set", {"id": KARI})


def test_there_the_number_of_a_customer_made_here_arrives_with_the_next_answer(shop: Shop) -> None:
    register = at_work(shop, filter_shared_customer_data=True, async_customers=True)
    desk = desk_of(register)
    made = str(register.do("customer.add", name="Kari Moe").values["customer"])
    [pending] = desk.search_customers("kari").rows
    assert pending.pending

    shop.line.customers = [{"id": made, "account": "10999", "name": "Kari Moe"}]
    desk.search_customers("kari", answer=desk.ask_for_customers("kari"))

    [known] = desk.search_customers("kari").rows
    assert (known.pending, known.account) == (False, "10999")


def test_a_customer_made_here_is_found_by_their_further_contacts_at_once(shop: Shop) -> None:
    register = at_work(shop, further_contacts=True, pending_contacts=True)
    shop.line.state = "offline"
    contacts = {"Kari@Work.example": "yes", "+47 911 22 333": "unknown"}
    made = register.do("customer.add", name="Kari Moe", contacts=contacts).values["customer"]

    for typed, field in (("kari@work.example", "email"), ("911 22 333", "phone"), ("0047 91122333", "phone")):
        [hit] = register.session.finding.find_customers(typed)
        assert (hit.id, hit.account, hit.field) == (made, None, field)


def test_there_nobody_who_was_erased_since_is_known_by_what_headquarters_answered_before(shop: Shop) -> None:
    register = at_work(shop, filter_shared_customer_data=True)
    card, finding = make_card("LC", 7), register.session.finding
    shop.line.customers = [{"id": KARI, "account": "10999", "name": "Kari Moe", "loyalty_cards": [card]}]
    desk = desk_of(register)
    desk.search_customers("kari", answer=desk.ask_for_customers("kari"))
    assert finding.customer(KARI) is not None
    assert finding.customer_by_code(card) == finding.customer(KARI)

    with closing(open_journal(register.folder, register.clock)) as agent, agent.unit_of_work() as work:
        assert work.erase([KARI], stamp(NOW)) == set()

    assert (finding.customer_by_code(card), finding.customer(KARI)) == (None, None)


def test_a_phone_with_the_code_of_its_country_is_one_search_of_the_catalogue(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.publish(SETTINGS, customers={ANNA: anna_row(phone="912 34 567")})
    register = at_work(shop)
    asked: list[str] = []
    find = Catalog.find_customers

    def counted(catalog: Catalog, text: str, *others: Any, **how: Any) -> list[CustomerHit]:
        asked.append(text)
        return find(catalog, text, *others, **how)

    monkeypatch.setattr(Catalog, "find_customers", counted)

    assert [hit.id for hit in register.session.finding.find_customers("+47 912 34 567")] == [ANNA]
    assert asked == ["+47 912 34 567"]
