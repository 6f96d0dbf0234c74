"""What making a customer asks, and what editing shares with it: title, group, receipts, attributes."""

from dataclasses import dataclass

from pos_app.view_parts import ChoiceView


@dataclass(frozen=True, slots=True)
class AttributeView:
    """An attribute of a customer, an order or a sale: typed, or one of its choices."""

    attribute: str
    name: str
    hint: str = ""
    choices: tuple[ChoiceView, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class PreferencesView:
    """What making and editing a customer share: their title, group and receipts, with what can be chosen.

    An empty `currency` is the one of the store.
    """

    receipts: tuple[ChoiceView, ...] = ()
    groups: tuple[ChoiceView, ...] = ()
    title: str = ""
    receipt: str = ""
    receipt_email: str = ""
    group: str = ""
    currency: str = ""
    store_currency: str = ""
    attributes: tuple[AttributeView, ...] = ()


@dataclass(frozen=True, slots=True)
class DetailsView:
    """What the store wants to know of the open sale or order; `missing` says what of it is required and was not said.

    Where it asks nothing, `why_not` says so.
    """

    attributes: tuple[AttributeView, ...] = ()
    missing: str = ""
    why_not: str = ""


NO_PREFERENCES = PreferencesView()
"""Nothing was said, and there is nothing to choose from."""


@dataclass(frozen=True, slots=True)
class CustomerFormView:
    """D24: what a new customer is asked. `note` says how it will be kept (`Offline: saved here, sent later`).

    `required`: what is needed besides a name. `consents` are asked for where there are any.
    `takes_affiliation` and `takes_contacts`: a first affiliation, and further e-mails and phones, are possible now.
    """

    languages: tuple[ChoiceView, ...]
    language: str
    country: str = ""
    note: str = ""
    why_not: str = ""
    type: str = "person"
    preferences: PreferencesView = NO_PREFERENCES
    required: str = ""
    consents: tuple[ChoiceView, ...] = ()
    takes_affiliation: bool = False
    takes_contacts: bool = False
