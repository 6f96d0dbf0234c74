"""Operations that say who the goods are for."""

from dataclasses import replace

from pos_app.operations.addresses import typed_address
from pos_app.operations.context import RegisterContext, Work
from pos_app.operations.registry import Ask, Done, Kept, Kind, Needs, Outcome, Params, Refused, operation
from retail.cart import Cart
from retail.customer_actions import may_have_affiliation, may_have_contacts
from retail.customer_changes import add_affiliation
from retail.customer_defaults import check_choices, inherit
from retail.customer_extras import check_attributes, default_attributes, typed_contact
from retail.customer_required import check_required
from retail.customers import Customer, CustomerType, check_new
from retail.errors import RuleBroken
from retail.messages import Name, say
from retail.orders.delivery import DeliveryKind
from retail.orders.fixed import check_customer_changes
from retail.settings import StoreSettings
from retail.taxing import for_customer
from retail.wire.conversion import customer_document

DETAILS = dict.fromkeys(("title", "group", "currency", "receipt_option", "receipt_email"), Kind.TEXT)
"""What else can be said of a customer; left out, a new one takes it over from the store's default customer."""

CONSENTS = dict.fromkeys(("phone_consent", "email_consent"), Kind.TEXT)
"""What a customer says of being called or written to."""
_SAID_OF = (("phone", "phone_consent"), ("email", "email_consent"))


@operation(
    "customer.set",
    title="Choose customer",
    needs={Needs.SIGNED_IN},
    asks=(Ask("id", prompt=say("Which customer?")),),
)
def set_customer(context: RegisterContext, params: Params) -> Outcome:
    """Put a known customer on the sale."""
    customer = context.shop.customer(params["id"])
    if customer is None:
        return Refused(say("This customer is not known here. Search again."))
    if context.settings.filter_shared_customer_data and not context.headquarters.answers():
        return Refused(
            say(
                "Headquarters does not answer, and this store's customers are kept there. "
                "Sell without a customer, or try again later."
            )
        )
    context.cart = _with_customer(context.open_cart, customer, context.settings)
    return Done(say("{name}, {account}.", name=customer.name, account=Name(customer.shown_account)))


@operation("customer.clear", title="Remove customer", needs={Needs.SIGNED_IN, Needs.CUSTOMER})
def clear_customer(context: RegisterContext, params: Params) -> Outcome:
    """Take the customer off the sale; an order keeps its customer."""
    cart = context.open_cart
    check_customer_changes(cart)
    if cart.terms is not None:
        return Refused(say("An order needs a customer. Choose Carry out all first, or another customer."))
    cart = for_customer(cart, None, context.settings)
    context.cart = None if not cart.lines and cart.is_empty else cart
    return Done(say("Customer removed."))


@operation(
    "customer.add",
    title="Customer add",
    needs={Needs.SIGNED_IN},
    asks=(Ask("name", prompt=say("What is the customer's name?")),),
    takes={
        "type": Kind.TEXT,
        "email": Kind.TEXT,
        "phone": Kind.TEXT,
        "language": Kind.TEXT,
        **DETAILS,
        "attributes": Kind.FIELDS,
        "business": Kind.FLAG,
        "addresses": Kind.ADDRESSES,
        "affiliation": Kind.TEXT,
        **CONSENTS,
        "contacts": Kind.FIELDS,
    },
)
def add_customer(context: RegisterContext, params: Params) -> Outcome | Kept:
    """Make a new customer and put them on the sale; headquarters gives the account id, now or later."""
    settings = context.settings
    typed = _affiliated(
        context,
        params,
        inherit(_typed(context, params), params, settings, with_affiliations=settings.pending_affiliations),
    )
    check_choices(typed, settings)
    customer = check_new(typed)
    check_required(customer, settings)
    cart = _with_customer(context.open_cart, customer, settings)
    if settings.filter_shared_customer_data and not context.headquarters.answers():
        raise RuleBroken(
            "Headquarters does not answer, and this store makes customers only with it. Try again later."
        )
    context.cart = cart
    context.note("customer.add", customer=customer.id)
    sends_now = not settings.async_customers and context.courier.is_ready()

    def write(work: Work) -> Done:
        text = customer_document(
            customer, context.place.register, context.place.store, context.approved_by, context.now
        ).written()
        work.add_customer(customer, text)
        work.add_outbox(customer.id, "customer", text, None, **context.lease(sends_now))
        return _added(customer)

    def deliver(done: Done) -> Done:
        context.courier.deliver(customer.id)
        return _added(context.shop.customer(customer.id) or customer)

    return Kept(write, deliver if sends_now else None)


def _added(customer: Customer) -> Done:
    words = say("{name} added, {account}.", name=customer.name, account=Name(customer.shown_account))
    return Done(words, {"customer": customer.id, "account": customer.account})


def _typed(context: RegisterContext, params: Params) -> Customer:
    types = {each.value: each for each in CustomerType}
    typed = params.get("type", context.settings.default_customer.type)
    if typed not in types:
        raise RuleBroken("There is no customer type {type}. Choose person or organisation.", type=typed)
    purpose = "Home" if typed == CustomerType.PERSON else "Business"
    known = context.settings.customer_attributes
    return Customer(
        id=context.ids.new(),
        name=params["name"],
        type=types[typed],
        email=params.get("email", ""),
        phone=params.get("phone", ""),
        language=params.get("language", ""),
        **{name: params.get(name, "") for name in DETAILS},
        extras=(
            *(default_attributes(known) | check_attributes(params.get("attributes", {}), known)).items(),
            *(_further_contacts(context, params) | consents_said(context.settings, params)).items(),
        ),
        business=params.get("business", False),
        addresses=tuple(
            typed_address(
                context.ids.new(),
                {
                    "purpose": purpose,
                    "country": context.settings.country,
                    "name": params["name"],
                    "phone": params.get("phone", ""),
                    **each,
                },
            )
            for each in params.get("addresses", ())
        ),
    )


def _further_contacts(context: RegisterContext, params: Params) -> dict[str, str]:
    """The e-mails and phones beside the first, each with its consent.

    Raises:
        RuleBroken: this store keeps none, or they wait for the account id, and that does not come at once.
    """
    typed = params.get("contacts", {})
    settings = context.settings
    if typed and not settings.further_contacts:
        raise RuleBroken("This store keeps one e-mail and one phone of a customer. Leave the others out.")
    online = (
        settings.pending_contacts or settings.async_customers or not typed or context.headquarters.answers()
    )
    if typed and not may_have_contacts(settings, online=online):
        raise RuleBroken(
            "A further e-mail or phone is possible when the customer number has arrived. Leave it out for now."
        )
    contacts = [typed_contact(value, consent) for value, consent in typed.items()]
    return {each.key: each.consent for each in contacts}


def consents_said(settings: StoreSettings, params: Params) -> dict[str, str]:
    """The e-mail and the phone as contacts, where something was said of them.

    Raises:
        RuleBroken: this store asks for no consent, or something was said of what is not there.
    """
    if any(params.get(consent) and not params.get(value) for value, consent in _SAID_OF):
        raise RuleBroken("There is no phone or e-mail to say this of. Type it, or leave the consent out.")
    said = [
        typed_contact(params[value], params[consent])
        for value, consent in _SAID_OF
        if params.get(value) and params.get(consent)
    ]
    if said and not settings.further_contacts:
        raise RuleBroken("This store asks for no consent. Leave it out.")
    return {each.key: each.consent for each in said}


def _affiliated(context: RegisterContext, params: Params, customer: Customer) -> Customer:
    """The new customer with the affiliation that was typed.

    Raises:
        RuleBroken: it waits for the account id, and that does not come at once.
    """
    if not params.get("affiliation"):
        return customer
    settings = context.settings
    online = settings.pending_affiliations or settings.async_customers or context.headquarters.answers()
    if not may_have_affiliation(settings, online=online):
        raise RuleBroken(
            "An affiliation is possible when the customer number has arrived. Leave it out for now."
        )
    change = add_affiliation(customer.id, customer, params["affiliation"])
    return replace(customer, affiliations=(*customer.affiliations, *change.affiliations))


def _with_customer(cart: Cart, customer: Customer, settings: StoreSettings) -> Cart:
    """The cart for this customer. Goods promised to another customer's address do not follow silently.

    Raises:
        RuleBroken: goods are to be shipped to an address of the present customer.
    """
    present = cart.customer
    if present is not None and present.id != customer.id:
        check_customer_changes(cart)
    shipped = any(
        line.delivery is not None and line.delivery.kind is DeliveryKind.SHIP for line in cart.active_lines
    )
    if present is not None and present.id != customer.id and shipped:
        raise RuleBroken(
            "Goods are shipped to {name}. Choose Carry out all first, then change the customer.",
            name=present.name,
        )
    return for_customer(cart, customer, settings)
