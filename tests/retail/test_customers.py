"""Customers and addresses: what is kept is clean, and identical at the other end."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from retail.customers import ADDRESSES_MAX, Address, Customer, check_address, check_new
from retail.errors import RuleBroken
from retail.wire.conversion import customer_document
from retail.wire.uploads import CustomerDocument
from tests.retail.shop import ANNA, HOME, NOW

OLE = Customer(id="01900000-0000-7000-8000-0000000000c2", name="Ole Moe")


def test_only_a_name_is_required() -> None:
    assert check_new(OLE) == OLE


def test_texts_are_trimmed_and_composed() -> None:
    typed = replace(OLE, name="  A\u030ase  ", email=" ole@example.com ", phone=" 555 ")

    clean = check_new(typed)

    assert (clean.name, clean.email, clean.phone) == ("\u00c5se", "ole@example.com", "555")


@pytest.mark.parametrize("name", ["", "   ", "-", "...", "\u200b"])
def test_a_customer_without_a_name_is_refused(name: str) -> None:
    with pytest.raises(RuleBroken, match="A customer needs a name"):
        check_new(replace(OLE, name=name))


@pytest.mark.parametrize(
    "email", ["ole", "ole@", "@x.no", "a b@x.no", "ole@x", "ole@x..no", "o@l@e.no", "ole@.no"]
)
def test_a_broken_email_is_refused(email: str) -> None:
    with pytest.raises(RuleBroken, match="is not an e-mail address"):
        check_new(replace(OLE, email=email))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": "x" * 10_000}, "Name is 10000 characters long; at most 100 fit. Make it shorter."),
        ({"phone": "5" * 41}, "Phone is 41 characters long; at most 40 fit. Make it shorter."),
        ({"name": "Ole\x00Moe"}, "Name has characters that cannot be kept. Type it again."),
        ({"name": "Ole\ud800"}, "Name has characters that cannot be kept. Type it again."),
        ({"email": "ole@example.com\ufffe"}, "E-mail has characters that cannot be kept. Type it again."),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused(change: dict[str, str], words: str) -> None:
    with pytest.raises(RuleBroken) as refused:
        check_new(replace(OLE, **change))  # type: ignore[arg-type]

    assert str(refused.value) == words


def test_a_customer_has_at_most_a_hundred_addresses() -> None:
    with pytest.raises(RuleBroken, match="at most 100 addresses"):
        check_new(replace(OLE, addresses=(HOME,) * (ADDRESSES_MAX + 1)))


def test_an_address_needs_a_street_or_a_city() -> None:
    assert check_address(Address("a", city=" Bergen ")).city == "Bergen"
    with pytest.raises(RuleBroken, match="An address needs a street or a city"):
        check_new(replace(OLE, addresses=(Address("a", postcode="5003"),)))


def test_an_address_shows_in_one_line() -> None:
    assert str(HOME) == "Storgt 1, 5003 Bergen"
    assert str(Address("a", line1="Storgt 1")) == "Storgt 1"


def test_a_customer_shows_pending_sync_until_the_account_is_here() -> None:
    assert (OLE.is_pending, OLE.shown_account) == (True, "Pending sync")
    assert (ANNA.is_pending, ANNA.shown_account) == (False, "10021")


def survives(text: str) -> bool:
    """Refused with words, or identical once it has travelled."""
    try:
        clean = check_new(replace(OLE, name=text, phone="", email=""))
    except RuleBroken as refused:
        return bool(str(refused))
    sent = customer_document(clean, "HOUSTON-1", "HOUSTON", "cashier", NOW)
    again = CustomerDocument.read(json.dumps(json.loads(sent.written())))
    return again == sent and again.name == clean.name and check_new(clean) == clean


@pytest.mark.parametrize(
    "text",
    [
        "null",
        "1/0",
        "'; DROP TABLE customers; --",
        "<script>alert(1)</script>",
        "\u202etest\u202c",
        "\ufeffx",
        "Z͑ͫ̓algo",
        "田中さん",
        "👩\u200d👩\u200d👧",
        "\u2028a",
        "x�",
        "\x1f",
        "à" * 90,
        "%s%n{0}",
        "\\u0041",
    ],
)
def test_a_naughty_name_is_refused_or_comes_back_identical(text: str) -> None:
    assert survives(text)


@pytest.mark.shared
def test_every_naughty_string_is_refused_or_comes_back_identical(shared: Path) -> None:
    strings = json.loads((shared / "data/naughty-strings/strings.json").read_text(encoding="utf-8"))

    assert len(strings) > 200
    assert [text for text in strings if not survives(text)] == []
