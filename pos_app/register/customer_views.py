"""One customer in full as the window shows them: what is known, what is still on its way, and what may be done."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from pos_app.language.glossary import LANGUAGES
from pos_app.language.language import Language
from pos_app.preference_views import AttributeView, PreferencesView
from pos_app.register.attribute_views import attribute_facts, attribute_views
from pos_app.register.names import capital
from pos_app.sheet_views import CustomerPartView
from pos_app.views import ButtonView, ChoiceView, CustomerDetailView, FactView
from retail.customer_actions import CustomerAction
from retail.customer_changes import ADDRESS_PARTS, CustomerChange
from retail.customer_defaults import RECEIPT_WORDS
from retail.customer_extras import (
    CONSENT_WORDS,
    Consent,
    Contact,
    ContactKind,
    attribute_key,
    contacts_in,
    default_attributes,
)
from retail.customers import Address, Customer, CustomerType, ReceiptOption
from retail.messages import phrase
from retail.settings import StoreSettings
from retail.verdicts import Verdict
from retail.wire.feeds import ConsentRow

_ACTIONS = (
    (CustomerAction.EDIT, phrase("Edit customer"), "customer.edit"),
    (CustomerAction.ADD_ADDRESS, phrase("Add address"), "customer.add_address"),
    (CustomerAction.ADD_CONTACT, phrase("E-mail or phone"), "customer.add_contact"),
    (CustomerAction.ISSUE_LOYALTY_CARD, phrase("Loyalty card"), "customer.issue_loyalty_card"),
    (CustomerAction.ADD_AFFILIATION, phrase("Add affiliation"), "customer.add_affiliation"),
)


def customer_detail(
    customer: Customer,
    unsent: Collection[CustomerChange],
    said: Sequence[ConsentRow],
    verdicts: Mapping[CustomerAction, Verdict],
    settings: StoreSettings,
    language: Language,
) -> CustomerDetailView:
    """One customer; `unsent` is what was changed here and headquarters has not accepted yet.

    `said` is what headquarters knows that they said of their contacts, the oldest first.
    """
    say = language.say
    is_organisation = customer.type is CustomerType.ORGANISATION
    facts = (
        (say("Type"), say("Organization") if is_organisation else say("Person")),
        (say("Phone"), customer.phone),
        (say("E-mail"), customer.email),
        (say("Language"), LANGUAGES.get(customer.language, customer.language)),
        (say("Title"), customer.title),
        (say("Customer group"), group_name(customer.group, settings)),
        (say("Currency"), "" if customer.currency == settings.currency else customer.currency),
        (say("Receipt"), _receipt(customer.receipt_option, language)),
        (say("Receipt e-mail"), customer.receipt_email),
        *attribute_facts(_attributes(customer, settings, language)),
    )
    note = ""
    if customer.is_pending:
        note = say("The number follows when headquarters has answered.")
    elif unsent:
        note = say("What was changed here is still to be sent.")
    return CustomerDetailView(
        id=customer.id,
        name=customer.name,
        account=customer.account or "",
        note=note,
        organisation=is_organisation,
        facts=tuple(FactView(label, value) for label, value in facts if value),
        parts=_parts(customer, unsent, said, language),
        actions=tuple(
            _action(customer, verdicts[action], text, operation, language)
            for action, text, operation in _ACTIONS
            if action is not CustomerAction.ADD_CONTACT or settings.further_contacts
        ),
        type=customer.type.value,
        email=customer.email,
        phone=customer.phone,
        language=customer.language,
        languages=tuple(ChoiceView(code, name) for code, name in LANGUAGES.items()),
        preferences=replace(
            preferences_view(settings, language), title=customer.title, receipt=customer.receipt_option,
            receipt_email=customer.receipt_email, group=customer.group,
            currency="" if customer.currency == settings.currency else customer.currency,
            attributes=_attributes(customer, settings, language),
        ),
        consents=consent_choices(language),
        consented=_consented(customer) if settings.further_contacts else {},
        country=settings.country,
    )  # fmt: skip


def _consented(customer: Customer) -> dict[str, str]:
    """What they said of being called and written to at their first phone and e-mail."""
    said = {each.key: each.consent.value for each in contacts_in(customer.extras)}
    first = {"phone_consent": f"{ContactKind.PHONE}:{customer.phone}",
             "email_consent": f"{ContactKind.EMAIL}:{customer.email}"}  # fmt: skip
    return {name: said.get(key, Consent.UNKNOWN.value) for name, key in first.items()}


def consent_choices(language: Language) -> tuple[ChoiceView, ...]:
    """What somebody can say of being called or written to."""
    return tuple(ChoiceView(each.value, language.say(CONSENT_WORDS[each])) for each in Consent)


def preferences_view(settings: StoreSettings, language: Language) -> PreferencesView:
    """What can be chosen for any customer of this store."""
    return PreferencesView(
        receipts=tuple(ChoiceView(each.value, _receipt(each, language)) for each in ReceiptOption),
        groups=tuple(ChoiceView(each.group, each.name or each.group) for each in settings.customer_groups),
        attributes=_attributes(None, settings, language),
        store_currency=settings.currency,
    )


def attributes_on_card(
    customer: Customer, wanted: Sequence[str], settings: StoreSettings, language: Language
) -> list[tuple[str, str]]:
    """What a customer has of the attributes that a layout shows on their card, in its order."""
    views = {each.attribute: each for each in _attributes(customer, settings, language) if each.value}
    return attribute_facts([views[each] for each in wanted if each in views])


def _attributes(
    customer: Customer | None, settings: StoreSettings, language: Language
) -> tuple[AttributeView, ...]:
    known = settings.customer_attributes
    extras = default_attributes(known) if customer is None else dict(customer.extras)
    values = {each.attribute: extras.get(attribute_key(each.attribute), "") for each in known}
    return attribute_views(known, values, language)


def group_name(group: str, settings: StoreSettings) -> str:
    """What people call a customer group."""
    return next((each.name for each in settings.customer_groups if each.group == group and each.name), group)


def _receipt(option: str, language: Language) -> str:
    return language.say(RECEIPT_WORDS[ReceiptOption(option)]) if option in list(ReceiptOption) else option


def _parts(
    customer: Customer, unsent: Collection[CustomerChange], said: Sequence[ConsentRow], language: Language
) -> tuple[CustomerPartView, ...]:
    addresses = {address.id for change in unsent for address in change.addresses}
    cards = {card for change in unsent for card in change.loyalty_cards}
    fields = {each.field for change in unsent for each in change.fields}
    affiliations = {each for change in unsent for each in change.affiliations}
    say, waits = language.say, customer.is_pending
    return (
        *[
            CustomerPartView(
                _address(each, customer),
                _purpose(each.purpose, language),
                "ship",
                waits or each.id in addresses or any(f":{each.id}:" in key for key in fields),
                each.id,
                {part: getattr(each, part) for part in ADDRESS_PARTS},
            )
            for each in customer.addresses
        ],
        *[
            CustomerPartView(
                each.value, consent_words(each, said, language), "person", waits or each.key in fields
            )
            for each in contacts_in(customer.extras)
        ],
        *[
            CustomerPartView(
                each,
                say("Provisional loyalty card") if waits else say("Loyalty card"),
                "payment",
                waits or each in cards,
            )
            for each in customer.loyalty_cards
        ],
        *[
            CustomerPartView(each, say("Affiliation"), "person", waits or each in affiliations)
            for each in customer.affiliations
        ],
    )


def consent_words(contact: Contact, said: Sequence[ConsentRow], language: Language) -> str:
    """What holds of a contact, with when and where it was said, and what was said before."""
    words = language.say(CONSENT_WORDS[contact.consent])
    told = [each for each in said if each.contact == contact.key]
    if told and told[-1].consent == contact.consent:
        words = language.say("{consent}, {when}", consent=words, when=_said(told.pop(), language))
    for each in reversed(told):
        words = language.say(
            "{now} \u00b7 before: {consent}, {when}",
            now=words,
            consent=_consent(each.consent, language),
            when=_said(each, language),
        )
    return words


def _said(consent: ConsentRow, language: Language) -> str:
    day = language.notation.short_day(datetime.fromisoformat(consent.at).date())
    return f"{day} {consent.register_name}".strip()


def _consent(consent: str, language: Language) -> str:
    return (
        language.say(CONSENT_WORDS[Consent(consent)])
        if consent in list(Consent)
        else language.say("Taken away")
    )


def _address(address: Address, customer: Customer) -> str:
    """The address, with whom to ask for there and under which number, where that is not the customer."""
    contact = (address.name, address.phone)
    own = ("", customer.name), ("", customer.phone)
    others = [part for part, usual in zip(contact, own, strict=True) if part not in usual]
    return " · ".join([str(address), *others])


def _purpose(purpose: str, language: Language) -> str:
    return (
        language.say("Address: {purpose}", purpose=capital(purpose)) if purpose else language.say("Address")
    )


def _action(
    customer: Customer, verdict: Verdict, text: str, operation: str, language: Language
) -> ButtonView:
    refused = verdict.words is not None and not verdict.is_possible
    why_not = language.tell(verdict.words) if refused and verdict.words is not None else ""
    return ButtonView(language.say(text), operation, {"id": customer.id}, "customer", why_not=why_not)
