"""Operations that change a customer: edited, given an address, a loyalty card, an affiliation."""

from collections.abc import Callable
from dataclasses import replace

from pos_app.operations.addresses import typed_address
from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.customers import CONSENTS, DETAILS, consents_said
from pos_app.operations.registry import Ask, Done, Kept, Kind, Needs, Params, operation
from retail.customer_actions import CustomerAction, CustomerFacts, customer_verdict
from retail.customer_changes import (
    CustomerChange,
    CustomerField,
    add_address,
    add_affiliation,
    as_changed_here,
    edit,
    edit_address,
    issue_card,
    set_contact,
)
from retail.customer_defaults import check_choices, known_affiliation
from retail.customer_extras import Consent, check_attributes, typed_contact
from retail.customers import Customer, CustomerType
from retail.errors import RuleBroken
from retail.loyalty import check_card, make_card
from retail.messages import Message, say
from retail.wire.customers import change_document

WHOSE = {"id": Kind.TEXT}
"""The customer; left out, the one of the sale."""


@operation(
    "customer.edit",
    title="Edit customer",
    needs={Needs.SIGNED_IN},
    takes={
        **WHOSE,
        "name": Kind.TEXT,
        "type": Kind.TEXT,
        "email": Kind.TEXT,
        "phone": Kind.TEXT,
        "language": Kind.TEXT,
        **DETAILS,
        "attributes": Kind.FIELDS,
        "business": Kind.FLAG,
        **CONSENTS,
    },
)
def edit_customer(context: RegisterContext, params: Params) -> Kept:
    """Change the fields that are given, and only those."""
    customer = _allowed(context, params, CustomerAction.EDIT)
    typed = {str(each): _text(params[each.value]) for each in CustomerField if each.value in params}
    check_choices(replace(customer, group=str(params.get("group", ""))), context.settings)
    attributes = check_attributes(params.get("attributes", {}), context.settings.customer_attributes)
    contacts = {"phone": customer.phone, "email": customer.email}
    consents = consents_said(context.settings, {**contacts, **params})
    change = edit(context.ids.new(), customer, {**typed, **attributes, **consents})
    kinds = sorted(
        {str(each.field).partition(":")[0] for each in change.fields}
    )  # behind it a contact itself
    context.note("customer.edit", customer=customer.id, kinds=kinds, document=change.id)
    return _kept(context, customer, change, lambda now: say("{name} changed.", name=now.name))


@operation(
    "customer.add_address",
    title="Add address",
    needs={Needs.SIGNED_IN},
    asks=(Ask("address", prompt=say("Which address?"), kind=Kind.ADDRESS),),
    takes=WHOSE,
)
def add_customer_address(context: RegisterContext, params: Params) -> Kept:
    """Give the customer one more address; also while their number has not arrived."""
    customer = _allowed(context, params, CustomerAction.ADD_ADDRESS)
    typed = params["address"]
    if isinstance(typed, str):
        raise RuleBroken("An address needs a street or a city. Type one of them.")
    purpose = "Home" if customer.type is CustomerType.PERSON else "Business"
    contact = {"name": customer.name, "phone": customer.phone}
    fields = {"purpose": purpose, "country": context.settings.country, **contact, **typed}
    change = add_address(context.ids.new(), customer, typed_address(context.ids.new(), fields))
    context.note("customer.add_address", customer=customer.id, document=change.id)
    return _kept(context, customer, change, lambda now: say("{name} has another address now.", name=now.name))


@operation(
    "customer.edit_address",
    title="Edit address",
    needs={Needs.SIGNED_IN},
    asks=(
        Ask("address", prompt=say("Which address?")),
        Ask("fields", prompt=say("What is the address?"), kind=Kind.ADDRESS),
    ),
    takes=WHOSE,
)
def edit_customer_address(context: RegisterContext, params: Params) -> Kept:
    """Change the parts that are given of one of the customer's addresses, and only those."""
    customer = _allowed(context, params, CustomerAction.EDIT)
    typed = params["fields"]
    if isinstance(typed, str):
        raise RuleBroken("An address needs a street or a city. Type one of them.")
    change = edit_address(context.ids.new(), customer, params["address"], typed)
    context.note("customer.edit_address", customer=customer.id, document=change.id)
    return _kept(context, customer, change, lambda now: say("{name} changed.", name=now.name))


@operation(
    "customer.add_contact",
    title="E-mail or phone",
    needs={Needs.SIGNED_IN},
    asks=(Ask("contact", prompt=say("Which e-mail or phone?")),),
    takes={**WHOSE, "consent": Kind.TEXT, "remove": Kind.FLAG},
)
def add_customer_contact(context: RegisterContext, params: Params) -> Kept:
    """Keep a further e-mail or phone with the customer's consent, say another consent, or take it away."""
    if not context.settings.further_contacts:
        raise RuleBroken("This store keeps one e-mail and one phone of a customer. Choose Edit customer.")
    customer = _allowed(context, params, CustomerAction.ADD_CONTACT)
    contact = typed_contact(params["contact"], params.get("consent", Consent.UNKNOWN))
    change = set_contact(context.ids.new(), customer, contact, remove=params.get("remove", False))
    context.note(
        "customer.add_contact", customer=customer.id, contact=contact.kind, consent=contact.consent,
        document=change.id,
    )  # fmt: skip
    return _kept(context, customer, change, lambda now: say("{name} changed.", name=now.name))


@operation(
    "customer.issue_loyalty_card",
    title="Loyalty card",
    needs={Needs.SIGNED_IN},
    takes={**WHOSE, "card": Kind.TEXT},
)
def issue_loyalty_card(context: RegisterContext, params: Params) -> Kept:
    """Give the customer the card that was typed or scanned, or a new number made here."""
    customer = _allowed(context, params, CustomerAction.ISSUE_LOYALTY_CARD)
    prefix, typed = context.settings.loyalty_card_prefix, params.get("card", "").strip()
    id = context.ids.new()
    card = check_card(typed, prefix) if typed else make_card(prefix, int(id.replace("-", ""), 16))
    owner = context.shop.customer_by_code(card)
    if owner is not None and owner.id != customer.id:
        raise RuleBroken("The card {card} is {name}'s already. Scan another one.", card=card, name=owner.name)
    change = issue_card(id, customer, card)
    context.note("customer.issue_loyalty_card", customer=customer.id, document=change.id)
    return _kept(
        context,
        customer,
        change,
        lambda now: _card_words(now, card),
    )


@operation(
    "customer.add_affiliation",
    title="Add affiliation",
    needs={Needs.SIGNED_IN},
    asks=(Ask("affiliation", prompt=say("Which affiliation?")),),
    takes=WHOSE,
)
def add_customer_affiliation(context: RegisterContext, params: Params) -> Kept:
    """Say that the customer belongs to a group of customers."""
    customer = _allowed(context, params, CustomerAction.ADD_AFFILIATION)
    named = known_affiliation(params["affiliation"], context.settings)
    change = add_affiliation(context.ids.new(), customer, named)
    (affiliation,) = change.affiliations
    context.note(
        "customer.add_affiliation", customer=customer.id, affiliation=affiliation, document=change.id
    )
    return _kept(
        context,
        customer,
        change,
        lambda now: say(
            "{name} has the affiliation {affiliation} now.", name=now.name, affiliation=affiliation
        ),
    )


def _card_words(customer: Customer, card: str) -> Message:
    if customer.is_pending:
        return say("{name} has the card {card}; it is provisional until the customer number has arrived.",
                   name=customer.name, card=card)  # fmt: skip
    return say("{name} has the loyalty card {card} now.", name=customer.name, card=card)


def _text(value: str | bool) -> str:
    return value if isinstance(value, str) else "yes" if value else "no"


def _allowed(context: RegisterContext, params: Params, action: CustomerAction) -> Customer:
    """The customer, if this may be done with them here and now.

    Raises:
        RuleBroken: nobody was named, they are not known here, or the table of actions says no, in its words.
    """
    on_sale = None if context.cart is None else context.cart.customer
    id = params.get("id", "" if on_sale is None else on_sale.id)
    if not id:
        raise RuleBroken("Choose a customer first.")
    customer = context.shop.customer(id)
    if customer is None:
        raise RuleBroken("This customer is not known here. Search again.")
    settings = context.settings
    # Headquarters is not called where its answer would change nothing: nobody waits for what need not be known.
    is_here = customer.is_pending or action is CustomerAction.ADD_ADDRESS
    is_needed = settings.filter_shared_customer_data or not is_here
    online = not is_needed or context.headquarters.answers()
    verdict = customer_verdict(CustomerFacts(customer.is_pending, online, settings), action)
    if verdict.words is not None and not verdict.is_possible:
        raise RuleBroken(verdict.words.template, **verdict.words.values)
    return customer


def _kept(
    context: RegisterContext, customer: Customer, change: CustomerChange, words: Callable[[Customer], Message]
) -> Kept:
    """Keep the change; it is brought to headquarters at once, or goes with the agent behind what it depends on."""
    changed = as_changed_here(customer, [change])
    if (
        context.cart is not None
        and context.cart.customer is not None
        and context.cart.customer.id == customer.id
    ):
        context.cart = replace(context.cart, customer=changed)
    is_asynchronous = customer.is_pending or context.settings.edit_customers_async
    sends_now = not is_asynchronous and context.courier.is_ready()
    user = "" if context.user is None else context.user.user

    def write(work: Work) -> Done:
        place = context.place
        text = change_document(change, changed.name, place.register, place.store, user, context.now).written()
        waits_for = context.shop.waiting_change(customer.id)
        work.add_customer_change(change.id, changed, text)
        work.add_outbox(change.id, "customer_change", text, waits_for, **context.lease(sends_now))
        return Done(words(changed), {"customer": customer.id})

    def deliver(done: Done) -> Done:
        context.courier.deliver(change.id)
        return done

    return Kept(write, deliver if sends_now else None)
