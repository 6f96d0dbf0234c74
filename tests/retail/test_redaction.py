"""A log tells what happened, and nobody's name, number, card or secret."""

import json
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retail.customers import Customer, check_new
from retail.errors import RuleBroken
from retail.redaction import ALONE_LEAST, PLAIN, Redaction

NAMES = ("Anna Berg", "Kari Nordmann-Lie", "Ole", "Sykkelbutikken Åsen AS", "Error", "Li")
KNOWN = Redaction(
    NAMES, ("s3cret of this register", "on"), people=("Eva Lind", "Jo De Wit"),
    places=("Karl Johans gate 22 B", "Storgt 1", "Åsveien"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("customer Anna Berg was added", "customer <name> was added"),
        ("ANNA BERG, anna  berg", "<name>, <name>"),
        ("for kari nordmann-lie.", "for <name>."),
        ("Ole called", "<name> called"),
        ("olé, ole", "olé, ole"),
        ("Sykkelbutikken Åsen AS owes nothing", "<name> owes nothing"),
        ("Anna is no whole name", "Anna is no whole name"),
        ("an error, Li", "an error, Li"),
        ("Lind owes, Eva pays, LIND signs", "<name> owes, <name> pays, <name> signs"),
        ("a lind is a tree; Jo De Wit; De Jo", "a lind is a tree; <name>; De Jo"),
        ("sent to karl johans gate 22 b", "sent to <address>"),
        (
            "sent to Karl Johans gate, Storgt, STORGT 1 or Åsveien",
            "sent to <address>, <address>, <address> or <address>",
        ),
        ("Anna Berg <name> Eva", "<name> <name> <name>"),
        ("write to anna.berg+shop@example.co.uk now", "write to <e-mail> now"),
        ("call +47 901 23 456 or (020) 7946-0958", "call <phone> or <phone>"),
        ("call 90123456", "call <phone>"),
        ("at 2026-11-27 10:00:00 +4790123456 called", "at 2026-11-27 10:00:00 <phone> called"),
        ("card **** 4242, kort 1111, ending in 9876", "card <card>, <card>, <card>"),
        ("•••• 4242", "<card>"),
        ("order 0190a1b2-0000-7000-8000-0000000000a1 waits", "order <id> waits"),
        ("Authorization: Bearer abc.def", "Authorization: <secret>"),
        ("{'token': 'a b', \"pin\": \"1234\"}", "{'token': <secret>, \"pin\": <secret>}"),
        ("refused Xk29dkLw02mQpTz81nVbRy56uHsEoCaJ", "refused <secret>"),
        ("with s3cret of this register in it", "with <secret> in it"),
    ],
)
def test_what_could_name_somebody_is_taken_out(line: str, written: str) -> None:
    assert KNOWN.of(line) == written


@pytest.mark.parametrize(
    "line",
    [
        "2026-11-27 18:10:23,512 WARNING sync_agent.upload the batch was cut",
        "headquarters was reached last at 2026-11-27T09:29:00.000+00:00",
        "receipt HOUSTON-1-000171 of 2026-11-27 was printed",
        "there is no printer at 192.0.2.7:9100; 1024 MiB free",
        "journal.salvaged-20261121T100000.txt, Kassa 0.9.0, SQLite 3.51.3",
        'File "kassa/pos_app/register/dispatcher.py", line 118, in _carry_out_the_operation_with_its_words',
    ],
)
def test_what_helps_to_find_a_fault_stays(line: str) -> None:
    assert KNOWN.of(line) == line


def test_a_line_that_is_written_keeps_its_ids() -> None:
    line = "0190a1b2-0000-7000-8000-0000000000a1 of ola@example.no was refused"

    assert PLAIN.of(line) == "0190a1b2-0000-7000-8000-0000000000a1 of <e-mail> was refused"


@given(st.text(), st.sampled_from(["Anna Berg", "anna.berg@example.com", "+47 901 23 456"]), st.text())
def test_no_surrounding_brings_a_canary_through(before: str, canary: str, after: str) -> None:
    assert canary not in KNOWN.of(f"{before} {canary} {after}")


@pytest.mark.shared
def test_no_name_that_a_customer_can_have_comes_through_whole_or_by_its_words(shared: Path) -> None:
    strings = json.loads((shared / "data/naughty-strings/strings.json").read_text(encoding="utf-8"))
    for name in kept_names(strings):
        said = Redaction(people=[name]).of(f"refused:{chr(10)}{name}, again {name}.")
        words = [
            word
            for word in re.findall(r"\w+", name)
            if len(word) >= ALONE_LEAST and any(map(str.isalpha, word))
        ]
        left = set(re.findall(r"\w+", re.sub("<[a-z-]+>", "", said))) - {"refused", "again"}
        assert left.isdisjoint(words), name


def kept_names(strings: list[str]) -> list[str]:
    """Those that a customer may be called."""
    found = []
    for text in strings:
        with suppress(RuleBroken):
            found.append(check_new(Customer(id="", name=text)).name)
    assert len(found) > 100
    return found
