"""Attributes hold what they were defined for; contacts are kept each with its consent; each is merged by itself."""

from dataclasses import replace
from decimal import Decimal

import pytest

from retail.attributes import Attribute, AttributeKind, read_attribute
from retail.customer_changes import edit, merge, set_contact
from retail.customer_extras import (
    EXTRAS_MAX,
    Contact,
    check_attributes,
    check_extra,
    contacts_in,
    default_attributes,
    typed_contact,
)
from retail.customers import Customer, check_new
from retail.errors import RuleBroken
from retail.likeness import Likeness, likeness
from retail.wire.settings import settings_of, settings_values
from tests.retail.shop import SETTINGS

OLE = Customer("1", "Ole Moe", account="1001")
SIZE = Attribute("size", "Size", AttributeKind.CHOICE, ("S", "M"))
CLUB = Attribute("club", "Club", AttributeKind.FLAG)
AGE = Attribute("age", "Age", AttributeKind.INTEGER, least=Decimal(0), most=Decimal(120))
SHOE = Attribute("shoe", "Shoe", AttributeKind.DECIMAL)
BORN = Attribute("born", "Born", AttributeKind.DATE)
NOTE = Attribute("note", "Note")


@pytest.mark.parametrize(
    ("attribute", "typed", "kept"),
    [
        (NOTE, " any text ", "any text"), (SIZE, "m", "M"), (CLUB, "Yes", "yes"), (AGE, "0042", "42"),
        (AGE, "100", "100"), (SHOE, "42,50", "42.5"), (SHOE, "-1", "-1"), (BORN, "1990-12-24", "1990-12-24"),
        (BORN, "24.12.1990", "1990-12-24"), (AGE, "  ", ""),
    ],
)  # fmt: skip
def test_a_value_is_kept_in_one_form(attribute: Attribute, typed: str, kept: str) -> None:
    assert read_attribute(attribute, typed) == kept
    assert read_attribute(attribute, kept) == kept


@pytest.mark.parametrize(
    ("attribute", "typed", "words"),
    [
        (SIZE, "XL", "Size is one of S, M, not 'XL'"), (CLUB, "maybe", "Club is one of yes, no"),
        (AGE, "4.5", "Age is a whole number"), (AGE, "old", "Age is a number"), (AGE, "-1", "at least 0"),
        (AGE, "121", "at most 120"), (SHOE, "NaN", "is a number"), (SHOE, "1e99", "is a number"),
        (BORN, "1990-02-30", "Type it like 2026-12-24"), (BORN, "32.1.1990", "Type it like 2026-12-24"),
    ],
)  # fmt: skip
def test_what_an_attribute_cannot_hold_is_refused(attribute: Attribute, typed: str, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        read_attribute(attribute, typed)


def test_only_attributes_of_the_store_can_be_typed() -> None:
    assert check_attributes({"age": "4"}, (AGE, SIZE)) == {"attribute:age": "4"}
    with pytest.raises(RuleBroken, match="keeps no attribute hat"):
        check_attributes({"hat": "4"}, (AGE,))


@pytest.mark.parametrize(
    "wrong",
    [
        {"attribute": "a b"},
        {"kind": AttributeKind.CHOICE},
        {"choices": ("x",)},
        {"translations": (("nb B", "C"),)},
        {"translations": (("A", "C"),)},
        {"translations": (("norsk A", "C"),)},
        {"translations": (("nb A", " "),)},
    ],
)
def test_a_definition_that_makes_no_sense_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="attribute"):
        Attribute(**{"attribute": "a", "name": "A", **wrong})  # type: ignore[arg-type]  # wrong on purpose


def test_each_text_of_an_attribute_is_said_in_the_languages_it_was_translated_to() -> None:
    size = replace(
        SIZE, unit="EU", translations=(("nb Size", "Størrelse"), ("nl M", "Middel"), ("nb EU", "euro"))
    )

    assert [size.said_in("nb", each) for each in ("Size", "M", "EU")] == ["Størrelse", "M", "euro"]
    assert size.said_in("nl", "M") == "Middel"
    assert settings_of(
        settings_values(replace(SETTINGS, customer_attributes=(size,)))
    ).customer_attributes == (size,)


def test_definitions_travel_with_the_settings() -> None:
    settings = replace(
        SETTINGS, customer_attributes=(SIZE, CLUB, AGE, SHOE, BORN, NOTE), further_contacts=True
    )

    assert settings_of(settings_values(settings)) == settings


def test_contacts_are_added_with_consent_which_can_be_changed_and_taken_away() -> None:
    mail = typed_contact(" ole@work.no ", "yes")
    first, _ = merge(OLE, set_contact("d1", OLE, mail))
    assert contacts_in(first.extras) == (mail,)

    no = set_contact("d2", first, typed_contact("ole@work.no", "no"))
    phone = set_contact("d3", first, typed_contact("911", "unknown"))
    both, collisions = merge(merge(first, phone)[0], no)
    assert [(each.value, each.consent) for each in contacts_in(both.extras)] == [
        ("ole@work.no", "no"),
        ("911", "unknown"),
    ]
    assert collisions == ()
    again, [met] = merge(both, set_contact("d4", first, mail, remove=True))
    assert ([each.value for each in contacts_in(again.extras)], met.replaced) == (["911"], "no")


def test_attributes_of_two_registers_both_stand() -> None:
    one, two = edit("d1", OLE, {"attribute:age": "42"}), edit("d2", OLE, {"attribute:size": "M"})
    first, _ = merge(OLE, one)
    both, collisions = merge(first, two)

    assert (both.extras, collisions) == ((("attribute:age", "42"), ("attribute:size", "M")), ())
    assert contacts_in(both.extras) == ()


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [
        ("shoe", "42", "has no field shoe"), ("phone: 911", "yes", "has no field"),
        (" phone:911", "yes", "no field"), ("phone:911 ", "yes", "no field"),
        ("email:911", "yes", "no field email:911"), ("phone:911", "perhaps", "no consent perhaps"),
        ("phone:--", "yes", "Type an e-mail"), ("attribute:a", "x" * 300, "at most 254"),
    ],
)  # fmt: skip
def test_what_no_register_would_keep_is_refused(key: str, text: str, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        check_extra(key, text)


def test_too_many_are_refused_and_empty_ones_are_not_kept() -> None:
    full = replace(OLE, extras=tuple((f"phone:{each}", "yes") for each in range(100, 101 + EXTRAS_MAX)))
    with pytest.raises(RuleBroken, match="at most 60"):
        check_new(full)
    with pytest.raises(RuleBroken, match="at most 60"):
        set_contact("d1", full, typed_contact("1", "yes"))
    assert set_contact("d1", full, typed_contact("100", "no")).fields[0].after == "no"

    assert check_new(replace(OLE, extras=(("phone:911", "yes"), ("attribute:a", "")))).extras == (
        ("phone:911", "yes"),
    )


def test_a_further_contact_makes_customers_alike_too() -> None:
    ole = replace(
        OLE, extras=(("email:ole@work.no", "yes"), ("phone:911 22 333", "no"), ("attribute:a", "1"))
    )

    assert likeness(ole, Customer("2", "O.", email="OLE@work.no")) is Likeness.EMAIL
    assert likeness(ole, Customer("2", "O.", phone="91122333")) is Likeness.PHONE
    assert isinstance(contacts_in(ole.extras)[0], Contact)


def test_a_new_customer_starts_with_the_defaults_which_are_values_of_their_attributes() -> None:
    size = replace(SIZE, default="M")
    assert default_attributes((size, CLUB)) == {"attribute:size": "M"}

    for wrong in ("XL", "m"):
        with pytest.raises(ValueError, match="is no value of it"):
            replace(SIZE, default=wrong)
