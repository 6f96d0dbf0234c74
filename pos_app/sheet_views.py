"""What each sheet shows, as frozen data; the numbers D02 and so on are those of the screen map."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pos_app.preference_views import NO_PREFERENCES, PreferencesView
from pos_app.view_parts import ButtonView, ChoiceView, DaysView, FactView, TenderRowView, UserTileView, Values


@dataclass(frozen=True, slots=True)
class PreviewView:
    """What a step would do, before it is done: `Due now 134.80 · at invoice 1,213.20`.

    `problem` is what the step would be refused with; `values` are derived fields (for a deposit, `amount` and
    `percent` of each other).
    """

    consequence: str = ""
    problem: str = ""
    values: Values = field(default_factory=dict)


SPLIT = "split"
"""The choice of a delivery mode that leaves each line to its own."""


@dataclass(frozen=True, slots=True)
class ShipView:
    """D02. `lines` empty means all; the operation takes mode, date, address, from, charge, type.

    `kinds` are order and quote, empty where that is settled.
    """

    title: str
    places: tuple[ChoiceView, ...]
    place: str
    addresses: tuple[ChoiceView, ...]
    address: str
    modes: tuple[ChoiceView, ...]
    mode: str
    days: DaysView
    stock: str = ""
    charge: str = ""
    charge_why_not: str = ""
    consequence: str = ""
    kinds: tuple[ChoiceView, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PickUpView:
    """D04. Days and stock are those of the chosen store: ask again with `store` when another is chosen."""

    title: str
    stores: tuple[ChoiceView, ...]
    store: str
    days: DaysView
    stock: str = ""
    collector: str = ""
    consequence: str = ""
    kinds: tuple[ChoiceView, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class DepositView:
    """D10."""

    total: str
    default_label: str
    default: str
    current: str
    least: str
    currency: str
    reasons: tuple[ChoiceView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class PriceView:
    """D27: a line with its list price, the price charged, and what is taken off that."""

    line: int
    name: str
    listed: str
    price: str
    off: str
    currency: str
    reasons: tuple[ChoiceView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChargeRowView:
    """A charge of the order (`line` None) or of a line, by its position there."""

    line: int | None
    position: int
    text: str
    detail: str
    amount: str


@dataclass(frozen=True, slots=True)
class ChargesView:
    """D09. `codes` are what a charge that is added can be for, the one of shipping first."""

    rows: tuple[ChargeRowView, ...]
    currency: str
    reasons: tuple[ChoiceView, ...]
    codes: tuple[ChoiceView, ...] = ()
    add_why_not: str = ""
    recalculate_why_not: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class WhyView:
    """Why a line costs what it costs, step by step."""

    name: str
    amount: str
    steps: tuple[str, ...]
    picture: str = ""
    """Where the picture of the product lies; empty where it has none here."""


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """D11: what is asked, by whom, and who may consent (never the one who asks)."""

    title: str
    facts: tuple[FactView, ...]
    asked_by: str
    approvers: tuple[UserTileView, ...]


@dataclass(frozen=True, slots=True)
class ArrangementView:
    """A way to pay the rest of an order; choosing it starts `operation` with `params`."""

    text: str
    operation: str
    params: Values
    chosen: bool = False
    why_not: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class PaymentView:
    """D12. `primary` concludes, or says why it cannot yet."""

    caption: str
    due: str
    paid: str
    currency: str
    tenders: tuple[TenderRowView, ...]
    buttons: tuple[ButtonView, ...]
    balance: str
    arrangements: tuple[ArrangementView, ...]
    primary: ButtonView


@dataclass(frozen=True, slots=True)
class CustomerRowView:
    """A customer found; `account` is the number or empty while `pending`.

    `matched` is the text in which what was typed was found, where that is not the name.
    """

    id: str
    name: str
    account: str = ""
    pending: bool = False
    phone: str = ""
    city: str = ""
    last_order: str = ""
    matched: str = ""


@dataclass(frozen=True, slots=True)
class FoundCustomersView:
    """D23: rows, and a sentence about them (`No match for 'berg 55'.`).

    `is_alike`: they may be the customer who is being typed, and `matched` says why. `is_elsewhere`: this store keeps
    its customers at headquarters, or searches there too, which is to be asked. `shortcuts` are the signs that limit
    a search to one field, with its name.
    """

    rows: tuple[CustomerRowView, ...]
    note: str = ""
    is_alike: bool = False
    is_elsewhere: bool = False
    shortcuts: tuple[ChoiceView, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomerPartView:
    """What a customer has several of: `Storgata 1, 5003 Bergen  Address: Home`; `pending` until it was sent.

    `address` is the id of an address, and `fields` its parts as they can be edited.
    """

    text: str
    label: str
    icon: str
    pending: bool = False
    address: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CustomerDetailView:
    """S30. `actions` are in fixed places; those not possible carry their reason. Below are the fields to edit."""

    id: str
    name: str
    account: str
    note: str
    organisation: bool
    facts: tuple[FactView, ...]
    parts: tuple[CustomerPartView, ...]
    actions: tuple[ButtonView, ...]
    type: str
    email: str
    phone: str
    language: str
    languages: tuple[ChoiceView, ...]
    preferences: PreferencesView = NO_PREFERENCES
    consents: tuple[ChoiceView, ...] = ()
    consented: Mapping[str, str] = field(default_factory=dict)
    """What they said of their first phone and e-mail, where the store asks."""
    country: str = ""
    """That of an address for which nobody types another one."""


@dataclass(frozen=True, slots=True)
class ProductRowView:
    """A product found by F3, as a pack where `unit` names one; its `picture` lies in that file, where one is here."""

    number: str
    name: str
    price: str
    detail: str = ""
    why_not: str = ""
    picture: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class FoundProductsView:
    """Product search: rows and a sentence about them."""

    rows: tuple[ProductRowView, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class OrderRowView:
    """An order found; `number` is headquarters' or the confirmation number, `mark` `HQ` where it came from there."""

    id: str
    number: str
    customer: str
    date: str
    total: str
    status: str
    pending: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class FilterView:
    """What a list can be narrowed by: its choices, of which "" is all, and the one that holds."""

    name: str
    label: str
    options: tuple[ChoiceView, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class FoundOrdersView:
    """D14: rows, a sentence about where they come from, and the preset chips with their counts.

    `more` is what to press for further rows, empty where there are none.
    """

    rows: tuple[OrderRowView, ...]
    note: str = ""
    presets: tuple[ChoiceView, ...] = ()
    filters: tuple[FilterView, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class OrderLineView:
    """A line of an order: `Merino sock  2  pickup here  accepted`."""

    name: str
    quantity: str
    amount: str
    glyph: str
    delivery: str
    status: str


@dataclass(frozen=True, slots=True)
class OrderDetailView:
    """D15. `actions` are in fixed places; those not possible carry their reason.

    `history` is when and what, the oldest first; `first` is the operation that Enter starts: the first possible one.
    """

    id: str
    title: str
    status: str
    pending: bool
    customer: str
    account: str
    lines: tuple[OrderLineView, ...]
    facts: tuple[FactView, ...]
    history: tuple[FactView, ...]
    actions: tuple[ButtonView, ...] = ()
    first: str = ""


@dataclass(frozen=True, slots=True)
class OutboxRowView:
    """A document that headquarters does not have: `Order  L-0307-00045`, why, and since when.

    `technical` is for who looks into it; `search` finds its order, empty where it has none. `is_undelivered`: another
    mode of delivery is all that it needs.
    """

    id: str
    glyph: str
    text: str
    detail: str
    saved: str
    technical: tuple[str, ...] = ()
    needs_somebody: bool = False
    search: str = ""
    is_undelivered: bool = False


@dataclass(frozen=True, slots=True)
class UnknownCodeView:
    """A code that nothing was found for: how often it was read, and when last."""

    code: str
    times: str
    at: str


@dataclass(frozen=True, slots=True)
class ReceivedRowView:
    """What came from headquarters: of which kind, when, how long ago, how much there is."""

    name: str
    at: str
    age: str
    rows: str


@dataclass(frozen=True, slots=True)
class SyncCentreView:
    """S60. The counts are those of the database at the instant of this view; `line` works offline, or online again."""

    sentence: str
    waiting: tuple[OutboxRowView, ...]
    waiting_count: int
    attention: tuple[OutboxRowView, ...]
    attention_count: int
    received: tuple[ReceivedRowView, ...]
    line: ButtonView
    sync_why_not: str = ""


@dataclass(frozen=True, slots=True)
class HeadquartersAnswer:
    """What headquarters said to a search; only the desk reads `rows`."""

    reached: bool
    rows: tuple[Mapping[str, object], ...] = ()
