"""What making and editing a customer share, as the window sees it: title, group, receipts, attributes."""

from dataclasses import dataclass

from pos_app.view_parts import ChoiceView


@dataclass(frozen=True, slots=True)
class AttributeView:
    """An attribute of customers: typed, or one of its choices."""

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


NO_PREFERENCES = PreferencesView()
"""Nothing was said, and there is nothing to choose from."""
