"""Customers that cannot be kept are refused in words; every other one comes back from headquarters as it was."""

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from channel_db.engine import open_catalog
from rehearsal.network import LineMode
from retail.clock import ReadClock
from retail.customers import Customer
from tests.bad_input.counter import Counter, check_words

REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "blanks": ({"name": " \t "}, "A customer needs a name. Type the name."),
    "signs only": ({"name": "- . '"}, "A customer needs a name. Type the name."),
    "an invisible name": ({"name": "\u200b\u2060"}, "A customer needs a name. Type the name."),
    "10,000 characters": (
        {"name": "x" * 10_000},
        "Name is 10000 characters long; at most 100 fit. Make it shorter.",
    ),
    "10,001 characters": (
        {"name": "x" * 10_001},
        "name is too long: at most 10000 characters. Make it shorter.",
    ),
    "10,000 characters of e-mail": (
        {"name": "Ole Moe", "email": f"{'x' * 9_988}@example.com"},
        "E-mail is 10000 characters long; at most 254 fit. Make it shorter.",
    ),
    "10,000 characters of phone": (
        {"name": "Ole Moe", "phone": "5" * 10_000},
        "Phone is 10000 characters long; at most 40 fit. Make it shorter.",
    ),
    "10,000 characters of street": (
        {"name": "Ole Moe", "addresses": [{"line1": "x" * 10_000}]},
        "Street is 10000 characters long; at most 254 fit. Make it shorter.",
    ),
    "an e-mail without @": (
        {"name": "Ole Moe", "email": "ole.example.com"},
        "'ole.example.com' is not an e-mail address. Correct it or leave it empty.",
    ),
    "an e-mail without a domain": (
        {"name": "Ole Moe", "email": "ole@"},
        "'ole@' is not an e-mail address. Correct it or leave it empty.",
    ),
    "an e-mail of two": (
        {"name": "Ole Moe", "email": "ole@example.com, kari@example.com"},
        "'ole@example.com, kari@example.com' is not an e-mail address. Correct it or leave it empty.",
    ),
    "a NUL": ({"name": "Ole\x00Moe"}, "Name has characters that cannot be kept. Type it again."),
    "half a character": ({"name": "Ole \ud83d"}, "name has characters that cannot be read. Type it again."),
    "an address of nothing": (
        {"name": "Ole Moe", "addresses": [{"postcode": "5003"}]},
        "An address needs a street or a city. Type one of them.",
    ),
    "101 addresses": (
        {"name": "Ole Moe", "addresses": [{"city": "Oslo"}] * 101},
        "A customer has at most 100 addresses. Remove one first.",
    ),
    "a type of its own": (
        {"name": "Ole Moe", "type": "robot"},
        "There is no customer type robot. Choose person or organisation.",
    ),
    "a tax that is none": (
        {"name": "Ole Moe", "addresses": [{"city": "Oslo", "tax_percent": "NaN"}]},
        "'NaN' is not a tax rate. Type a number from 0 to 100.",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_customer_that_cannot_be_kept_is_refused_and_the_next_one_is_kept(
    counter: Counter, name: str
) -> None:
    params, words = REFUSED[name]

    assert counter.refused("customer.add", **params) == words

    customers = counter.stage.office.counts()["customers"]
    counter.do("customer.add", name="Kari Moe")
    assert counter.deliver()["customers"] == customers + 1


def test_customer_without_a_name_is_asked_for_it(counter: Counter) -> None:
    assert counter.asks("customer.add")["name"] == "name"
    assert counter.asks("customer.add", name="", email="ole@example.com")["prompt"] == (
        "What is the customer's name?"
    )


OUR_OWN_STRINGS = [
    "undefined", "NULL", "None", "0", "1/0", "-1", "NaN", "1e309", "0x1F", "Robert'); DROP TABLE customers;--",
    "' OR 1=1 --", '"><script>alert(1)</script>', "<b>Ole</b>", "{{7*7}}", "${jndi:ldap://example.com}", "%s%n%x",
    "{0} {name}", "../../../etc/passwd", "C:\\CON", "a\\u0000b", "=1+1", "@SUM(A1)", "Åse Ødegård", "İstanbul",
    "ß ẞ ſ", "Å Ä é", "e\u0301\u0323", "한국어 조선말", "田中さん", "Ωμέγα ς Σ", "שלום", "\u202eevitceriD",
    "ﷺ", "العربية، ٣", "👩‍👩‍👧‍👦 family", "🇳🇴 flag", "Z̸̡a̵̢l̶g̷o̶", "zero\u200bwidth", "\ufefffirst mark", "soft\u00adhyphen",
    "non\u00a0breaking", "line\u2028separator", "tab\there", "new\nline", "bell\x07", "delete\x7f", "next\x85line",
    "\ue000private", "\uffffnone", "\U0010fffflast", "\ud83dhalf", "x" * 100, "x" * 101, "é" * 100, "👍" * 101,
    "ends with space ", " starts with space", "...", "'", '"', ";", "*", "?", "AND OR NOT NEAR", 'say "hi" (now)',
]  # fmt: skip


def test_our_own_naughty_strings_are_refused_in_words_or_come_back_identical(counter: Counter) -> None:
    kept, refused = _carry_there_and_back(counter, OUR_OWN_STRINGS)

    assert (kept, refused) == (48, 17)


@pytest.mark.shared
def test_shared_naughty_strings_are_refused_in_words_or_come_back_identical(
    counter: Counter, shared: Path
) -> None:
    strings = json.loads((shared / "data" / "naughty-strings" / "strings.json").read_text(encoding="utf-8"))

    kept, refused = _carry_there_and_back(counter, strings)

    assert kept + refused == len(strings) == 265
    assert kept > 200


def _carry_there_and_back(counter: Counter, strings: Iterable[str]) -> tuple[int, int]:
    """How many names were kept and how many refused. Each kept one is compared at every stage of its way."""
    before = counter.deliver()
    counter.register.line.mode = LineMode.OFFLINE
    kept: dict[str, str] = {}
    refused = 0
    for text in strings:
        answer = counter.ask("customer.add", {"name": text, "addresses": [{"line1": text, "city": "Oslo"}]})
        if answer["outcome"] == "done":
            kept[answer["values"]["customer"]] = unicodedata.normalize("NFC", text).strip()
        else:
            refused += 1
            check_words(answer["words"], text)
        _look_for(counter, text)
    assert counter.waiting() == (len(kept), 0)
    counter.register.line.mode = LineMode.ONLINE

    after = counter.deliver()

    assert after["customers"] == before["customers"] + len(kept)
    assert (after["cases"], after["parked"]) == (before["cases"], before["parked"])
    _compare(counter, kept)
    assert counter.sell()["receipt_number"]
    return len(kept), refused


def _look_for(counter: Counter, text: str) -> None:
    """Whatever the text, looking for it is answered, and scanning it sells nothing."""
    if text:
        found = counter.ask("order.find", {"text": text})
        assert found["outcome"] in ("done", "refused"), (text, found)
        scanned = counter.ask("product.add", {"code": text})
        assert scanned["outcome"] == "refused", (text, scanned)
        check_words(scanned["words"], text.strip())


def _compare(counter: Counter, kept: dict[str, str]) -> None:
    catalog = open_catalog(counter.folder, ReadClock(counter.stage.clock.now), writer=False)
    came_back = {id: catalog.customer(id) for id in kept}
    for id, name in kept.items():
        customer = came_back[id]
        assert isinstance(customer, Customer)
        assert customer.name == name
        assert [address.line1 for address in customer.addresses] == [name]
        assert customer.account
        assert id in [each.id for each in catalog.find_customers(name, 500)] or not _has_words(name)
    catalog.close()
    for id in kept:
        assert counter.view("customer", id=id)["account"] == came_back[id].account  # type: ignore[union-attr]


def _has_words(name: str) -> bool:
    return any(sign.isalnum() for sign in name)
