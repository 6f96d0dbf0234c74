"""What may be done with a customer, above all while the account id is pending (decisions 19 and 45)."""

from dataclasses import dataclass
from enum import StrEnum

from retail.messages import phrase
from retail.settings import StoreSettings
from retail.verdicts import Answer, Rule, Verdict, first_rule, refusal


class CustomerAction(StrEnum):
    """What can be asked of a customer."""

    EDIT = "edit_customer"
    ADD_ADDRESS = "add_address"
    ADD_CONTACT = "add_contact"
    ISSUE_LOYALTY_CARD = "issue_loyalty_card"
    ADD_AFFILIATION = "add_affiliation"


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """A customer as one register sees them now."""

    is_pending: bool
    online: bool
    settings: StoreSettings


_TIED_TO_ACCOUNT = frozenset(
    {CustomerAction.ADD_CONTACT, CustomerAction.ISSUE_LOYALTY_CARD, CustomerAction.ADD_AFFILIATION}
)
"""What needs the account id, and headquarters; while the id is pending a setting each lifts both."""

_WAITS = phrase("Available when the customer number has arrived. Press Sync now.")

CUSTOMER_RULES: tuple[Rule[CustomerFacts], ...] = (
    Rule(
        "shared data needs headquarters",
        lambda facts: not facts.online and facts.settings.filter_shared_customer_data,
        frozenset(CustomerAction),
        "Headquarters does not answer, and this store keeps its customers' data there. Try again later.",
    ),
    Rule(
        "edit waits for the account",
        lambda facts: facts.is_pending and not facts.settings.edit_customers_async,
        {CustomerAction.EDIT},
        "This customer can be edited when the customer number has arrived. Press Sync now.",
    ),
    Rule(
        "a contact waits for the account",
        lambda facts: facts.is_pending and not facts.settings.pending_contacts,
        {CustomerAction.ADD_CONTACT},
        _WAITS,
    ),
    Rule(
        "a loyalty card waits for the account",
        lambda facts: facts.is_pending and not facts.settings.pending_loyalty_cards,
        {CustomerAction.ISSUE_LOYALTY_CARD},
        _WAITS,
    ),
    Rule(
        "an affiliation waits for the account",
        lambda facts: facts.is_pending and not facts.settings.pending_affiliations,
        {CustomerAction.ADD_AFFILIATION},
        _WAITS,
    ),
    Rule(
        "edit needs headquarters",
        lambda facts: not facts.online and not facts.settings.edit_customers_async,
        {CustomerAction.EDIT},
        "Headquarters does not answer, and this customer is edited there. Try again later.",
    ),
    Rule(
        "needs headquarters",
        lambda facts: not facts.online and not facts.is_pending,
        _TIED_TO_ACCOUNT,
        "Headquarters does not answer, and this needs it. Try again later.",
    ),
)


def customer_actions(facts: CustomerFacts) -> dict[CustomerAction, Verdict]:
    """The verdict on every action."""
    return {action: customer_verdict(facts, action) for action in CustomerAction}


def customer_verdict(facts: CustomerFacts, action: CustomerAction) -> Verdict:
    """The verdict on one action: the first row of the table that applies decides."""
    rule = first_rule(CUSTOMER_RULES, action, facts)
    return Verdict(Answer.ALLOWED) if rule is None else refusal(rule, {})


def may_have_affiliation(settings: StoreSettings, *, online: bool) -> bool:
    """A new customer may have an affiliation: the number comes at once, or the setting does not wait for it."""
    return settings.pending_affiliations or (online and not settings.async_customers)


def may_have_contacts(settings: StoreSettings, *, online: bool) -> bool:
    """A new customer may have further e-mails and phones: the store keeps them, and does not wait for the number."""
    at_once = online and not settings.async_customers
    return settings.further_contacts and (settings.pending_contacts or at_once)
