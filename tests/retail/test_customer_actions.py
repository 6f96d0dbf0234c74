"""What may be done with a customer: pending, known, offline, and over every combination of facts."""

from dataclasses import replace
from itertools import product

import pytest

from retail.customer_actions import (
    CUSTOMER_RULES,
    CustomerAction,
    CustomerFacts,
    customer_actions,
    customer_verdict,
    may_have_affiliation,
    may_have_contacts,
)
from retail.settings import StoreSettings
from retail.verdicts import Answer
from tests.retail.shop import SETTINGS

PENDING = CustomerFacts(is_pending=True, online=False, settings=SETTINGS)
KNOWN = CustomerFacts(is_pending=False, online=True, settings=SETTINGS)
EDITS = replace(SETTINGS, edit_customers_async=True)
FILTERED = replace(SETTINGS, filter_shared_customer_data=True)
RELAXED = {
    "add_contact": replace(SETTINGS, pending_contacts=True),
    "issue_loyalty_card": replace(SETTINGS, pending_loyalty_cards=True),
    "add_affiliation": replace(SETTINGS, pending_affiliations=True),
}
ALL = "edit_customer add_address add_contact issue_loyalty_card add_affiliation"


@pytest.mark.parametrize(
    ("facts", "can"),
    [
        (PENDING, "add_address"),
        (replace(PENDING, online=True), "add_address"),
        (KNOWN, ALL),
        (replace(KNOWN, online=False), "add_address"),
        (replace(PENDING, settings=EDITS), "edit_customer add_address"),
        (replace(KNOWN, online=False, settings=EDITS), "edit_customer add_address"),
        (replace(PENDING, settings=FILTERED), ""),
        (replace(KNOWN, settings=FILTERED), ALL),
    ],
)
def test_a_customer_allows_what_their_state_allows(facts: CustomerFacts, can: str) -> None:
    verdicts = customer_actions(facts)

    assert [action.value for action in CustomerAction if verdicts[action].is_possible] == can.split()


@pytest.mark.parametrize("lifted", RELAXED)
@pytest.mark.parametrize("online", [False, True])
def test_each_setting_lifts_one_limit_of_a_pending_customer_and_no_other(
    lifted: str, *, online: bool
) -> None:
    verdicts = customer_actions(CustomerFacts(is_pending=True, online=online, settings=RELAXED[lifted]))

    assert {action for action in CustomerAction if verdicts[action].is_possible} == {"add_address", lifted}


@pytest.mark.parametrize("settings", RELAXED.values())
def test_a_customer_who_has_a_number_still_needs_headquarters(settings: StoreSettings) -> None:
    verdicts = customer_actions(CustomerFacts(is_pending=False, online=False, settings=settings))

    assert [action for action in CustomerAction if verdicts[action].is_possible] == ["add_address"]


def test_a_refusal_says_when_it_will_be_possible() -> None:
    verdict = customer_verdict(PENDING, CustomerAction.ISSUE_LOYALTY_CARD)

    assert str(verdict.words) == "Available when the customer number has arrived. Press Sync now."


def test_every_combination_has_a_verdict_and_every_reason_is_met() -> None:
    met: set[str] = set()
    for pending, online, edits, filtered in product((False, True), repeat=4):
        settings = replace(SETTINGS, edit_customers_async=edits, filter_shared_customer_data=filtered)
        for verdict in customer_actions(CustomerFacts(pending, online, settings)).values():
            met.add(verdict.rule)
            assert (verdict.words is not None) == (verdict.answer is Answer.REFUSED)

    assert met == {rule.name for rule in CUSTOMER_RULES} | {""}


@pytest.mark.parametrize(
    ("changed", "online", "may"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"async_customers": True}, True, False),
        ({"async_customers": True, "pending_affiliations": True}, False, True),
    ],
)
def test_a_new_customer_has_an_affiliation_where_the_number_comes_at_once_or_the_setting_lifts_it(
    changed: dict[str, bool], *, online: bool, may: bool
) -> None:
    settings = replace(SETTINGS, async_customers=False)
    for name, value in changed.items():
        settings = replace(settings, **{name: value})  # type: ignore[arg-type]  # names of settings

    assert may_have_affiliation(settings, online=online) is may


@pytest.mark.parametrize(
    ("changed", "online", "may"),
    [
        ({"further_contacts": False}, True, False),
        ({}, True, True),
        ({}, False, False),
        ({"async_customers": True}, True, False),
        ({"async_customers": True, "pending_contacts": True}, False, True),
    ],
)
def test_a_new_customer_has_further_contacts_where_the_store_keeps_them_and_does_not_wait_for_the_number(
    changed: dict[str, bool], *, online: bool, may: bool
) -> None:
    settings = replace(SETTINGS, async_customers=False, further_contacts=True)
    for name, value in changed.items():
        settings = replace(settings, **{name: value})  # type: ignore[arg-type]  # names of settings

    assert may_have_contacts(settings, online=online) is may
