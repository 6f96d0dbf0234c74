"""Changes of customers: by field, whoever comes first, and nothing that somebody typed is lost."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from retail.customer_changes import (
    CARDS_MAX,
    CHANGES_KEPT,
    CustomerChange,
    CustomerField,
    FieldChange,
    Version,
    add_address,
    add_affiliation,
    as_changed_here,
    edit,
    edit_address,
    issue_card,
    merge,
    name_of_field,
    standing,
    value_of,
    with_value,
)
from retail.customers import ADDRESSES_MAX, Address, Customer, CustomerType
from retail.errors import RuleBroken

OLE = Customer(id="c2", name="Ole Moe", phone="55512345", account="1001", version=3)
HOME = Address("a1", line1="Storgt 1", city="Bergen")


def phone(id: str, after: str, before: str = "55512345") -> CustomerChange:
    return CustomerChange(id, OLE.id, 3, fields=(FieldChange(CustomerField.PHONE, before, after),))


def test_only_what_is_different_is_changed() -> None:
    change = edit("d1", OLE, {CustomerField.NAME: " Ole Moe ", CustomerField.PHONE: "55599999"})

    assert change == CustomerChange("d1", "c2", 3, fields=phone("d1", "55599999").fields)


def test_every_field_can_be_changed_and_read_again() -> None:
    typed = {
        CustomerField.NAME: "Moe AS",
        CustomerField.TYPE: "organisation",
        CustomerField.EMAIL: "ole@example.com",
        CustomerField.PHONE: "1",
        CustomerField.LANGUAGE: "nb",
        CustomerField.BUSINESS: "yes",
        CustomerField.TITLE: "Dr.",
        CustomerField.GROUP: "retail",
        CustomerField.CURRENCY: "NOK",
        CustomerField.RECEIPT_OPTION: "both",
        CustomerField.RECEIPT_EMAIL: "receipts@example.com",
    }
    assert set(typed) == set(CustomerField)

    changed, collisions = merge(OLE, edit("d1", OLE, typed))

    assert {each: value_of(changed, each) for each in CustomerField} == typed
    assert (changed.type, changed.business, changed.version, changed.changes) == (
        CustomerType.ORGANISATION,
        True,
        4,
        ("d1",),
    )
    assert collisions == ()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Nothing would be different"),
        ({CustomerField.PHONE: "55512345", CustomerField.BUSINESS: "no"}, "Nothing would be different"),
        ({CustomerField.NAME: " "}, "needs a name"),
        ({CustomerField.EMAIL: "ole@"}, "not an e-mail address"),
        ({CustomerField.TYPE: "robot"}, "no customer type robot"),
        ({CustomerField.LANGUAGE: "x" * 11}, "11 characters"),
    ],
)
def test_an_edit_that_cannot_be_is_refused(typed: dict[CustomerField, str], words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        edit("d1", OLE, typed)


def test_what_was_wrong_before_and_is_not_typed_stops_nobody() -> None:
    imported = replace(OLE, email="no address", addresses=(Address("a9"),))

    assert edit("d1", imported, {CustomerField.PHONE: "1"}).fields[0].after == "1"


def test_an_address_is_added_clean() -> None:
    change = add_address("d1", OLE, replace(HOME, city=" Bergen "))

    assert merge(OLE, change)[0].addresses == (HOME,)


def test_an_address_without_a_place_and_one_too_many_are_refused() -> None:
    with pytest.raises(RuleBroken, match="street or a city"):
        add_address("d1", OLE, Address("a1"))
    full = replace(OLE, addresses=tuple(replace(HOME, id=str(each)) for each in range(ADDRESSES_MAX)))
    with pytest.raises(RuleBroken, match="at most 100 addresses"):
        add_address("d1", full, HOME)


def test_an_affiliation_is_had_once_however_it_is_written() -> None:
    vip, _ = merge(OLE, add_affiliation("d1", OLE, " VIP "))

    assert vip.affiliations == ("VIP",)
    with pytest.raises(RuleBroken, match="affiliation vip already"):
        add_affiliation("d2", vip, "vip")
    with pytest.raises(RuleBroken, match="needs a name"):
        add_affiliation("d2", vip, "-")
    assert merge(vip, CustomerChange("d3", "c2", 3, affiliations=("vip",)))[0].affiliations == ("VIP",)


def test_a_card_is_given_once_and_not_without_end() -> None:
    holder, _ = merge(OLE, issue_card("d1", OLE, "LC1"))

    assert holder.loyalty_cards == ("LC1",)
    with pytest.raises(RuleBroken, match="card LC1 already"):
        issue_card("d2", holder, "LC1")
    with pytest.raises(RuleBroken, match="at most 20 loyalty cards"):
        issue_card("d2", replace(OLE, loyalty_cards=tuple(map(str, range(CARDS_MAX)))), "LC1")


def test_different_fields_of_two_registers_both_stand_in_any_order() -> None:
    changes = (
        phone("d1", "1"),
        edit("d2", OLE, {CustomerField.EMAIL: "ole@example.com"}),
        add_address("d3", OLE, HOME),
        add_affiliation("d4", OLE, "VIP"),
        issue_card("d5", OLE, "LC1"),
    )
    for order in permutations(changes):
        customer = OLE
        for change in order:
            customer, collisions = merge(customer, change)
            assert collisions == ()
        shown = (
            customer.phone,
            customer.email,
            customer.addresses,
            customer.affiliations,
            customer.loyalty_cards,
        )
        assert shown == ("1", "ole@example.com", (HOME,), ("VIP",), ("LC1",))
        assert customer.version == 8


def test_of_the_same_field_the_later_stands_and_says_what_it_replaced() -> None:
    for order in permutations([phone("d1", "1"), phone("d2", "2"), phone("d3", "3")]):
        customer, replaced = OLE, []
        for change in order:
            customer, collisions = merge(customer, change)
            replaced += [each.replaced for each in collisions]
        after = [change.fields[0].after for change in order]
        assert (customer.phone, replaced) == (after[-1], after[:-1])


def test_two_who_changed_it_to_the_same_do_not_collide() -> None:
    changed, _ = merge(OLE, phone("d1", "1"))

    assert merge(changed, phone("d2", "1"))[1] == ()


def test_a_change_that_is_known_changes_nothing() -> None:
    changed, _ = merge(OLE, phone("d1", "1"))
    later, _ = merge(changed, phone("d2", "2", "1"))

    assert merge(later, phone("d1", "1")) == (later, ())


def test_the_newest_changes_are_remembered() -> None:
    customer = OLE
    for each in range(CHANGES_KEPT + 5):
        customer, _ = merge(customer, phone(f"d{each}", str(each)))

    assert (len(customer.changes), customer.changes[0], customer.version) == (CHANGES_KEPT, "d5", 108)


def test_what_was_changed_here_is_shown_until_headquarters_has_it() -> None:
    changes = [phone("d1", "1"), phone("d2", "2", "1")]
    knows_one, _ = merge(OLE, changes[0])
    knows_both, _ = merge(knows_one, changes[1])
    elsewhere, _ = merge(knows_both, phone("d9", "9", "2"))

    assert as_changed_here(OLE, changes).phone == "2"
    assert as_changed_here(knows_one, changes) == knows_both
    assert as_changed_here(elsewhere, changes).phone == "9"
    assert as_changed_here(OLE, []) == OLE


def test_a_change_of_long_ago_does_not_come_back() -> None:
    long_after = replace(OLE, phone="9", version=3 + CHANGES_KEPT)

    assert as_changed_here(long_after, [phone("d1", "1")]).phone == "9"


def test_one_value_can_be_set_by_itself() -> None:
    assert with_value(OLE, CustomerField.BUSINESS, "yes").business


def test_parts_of_an_address_are_edited_each_by_itself_and_both_versions_of_a_part_are_told() -> None:
    anna = replace(
        OLE, addresses=(Address("home", line1="Storgt 1", city="Bergen"), Address("cabin", city="Geilo"))
    )
    moved = edit_address("c1", anna, "home", {"line1": " Torget 2 ", "city": "Bergen"})
    called = edit_address("c2", anna, "home", {"phone": "55", "line1": "Kaien 3"})

    assert moved.fields == (FieldChange("address:home:line1", "Storgt 1", "Torget 2"),)
    merged, collisions = merge(merge(anna, moved)[0], called)

    assert merged.addresses == (
        Address("home", line1="Kaien 3", city="Bergen", phone="55"),
        anna.addresses[1],
    )
    assert [(name_of_field(each.change.field), each.replaced) for each in collisions] == [
        ("line1 of an address", "Torget 2")
    ]
    gone = replace(anna, addresses=())
    assert merge(gone, moved)[0].addresses == ()
    assert value_of(gone, "address:home:line1") == ""


@pytest.mark.parametrize(
    ("address", "typed", "words"),
    [
        ("office", {"city": "Oslo"}, "no such address any more"),
        ("home", {"line1": "", "city": ""}, "needs a street or a city"),
        ("home", {"city": "Bergen"}, "Nothing would be different"),
        ("home", {"phone": "5" * 41}, "at most 40"),
    ],
)
def test_an_address_that_cannot_be_edited_so_is_refused(
    address: str, typed: dict[str, str], words: str
) -> None:
    anna = replace(OLE, addresses=(Address("home", line1="Storgt 1", city="Bergen"),))

    with pytest.raises(RuleBroken, match=words):
        edit_address("c1", anna, address, typed)


def test_fields_have_names_that_people_know() -> None:
    fields = ("name", "attribute:club", "email:a@b.no", "address:1:none", "address:x:y:city")
    assert [name_of_field(each) for each in fields] == [
        "name", "club", "a@b.no", "1:none", "city of an address",
    ]  # fmt: skip


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_what_was_made_apart_the_same_stands_in_any_order(order: tuple[int, ...]) -> None:
    made = [
        Version(str(hour), datetime(2026, 11, 2, hour, tzinfo=UTC), "", f"v{hour}") for hour in (9, 11, 10)
    ]

    stands = standing([made[each] for each in order])

    assert stands is not None
    assert stands.after == "v11"


def test_who_knew_a_value_is_later_than_it_and_nothing_stands_of_nothing() -> None:
    first = Version("a", datetime(2026, 11, 2, 11, tzinfo=UTC), "", "1")
    knowing = Version("b", datetime(2026, 11, 2, 9, tzinfo=UTC), "1", "2")

    assert standing([first, knowing]) == knowing._replace(made_at=first.made_at)
    assert standing([]) is None
