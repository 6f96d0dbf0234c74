"""The settings that a scenario file may state: each word with the shape of its value and the field it sets."""

from rehearsal.nodes import Node
from rehearsal.shapes import Names, Shape, amount, flag, keyed, listing, none_or, one_of, percent, table, text
from retail.charge_rules import ChargeCode
from retail.item_tax_groups import ItemTaxGroup
from retail.permissions import Role, RoleLimit
from retail.refund_rules import UNKNOWN, RefundRule
from retail.settings import OfflineReturns
from retail.units import SalesUnit

_TENDERS = ("cash", "card", "customer_account")
_LIMIT = table({"line": amount, "total": amount, "without_receipt": amount})
_REFUND = table(
    {"paid": one_of(*_TENDERS, UNKNOWN), "back": one_of(*_TENDERS), "most": amount, "approval_above": amount},
    required=("paid", "back"),
)


def _limits(node: Node, names: Names) -> tuple[RoleLimit, ...]:
    """How much people of a role may take back by themselves."""
    read = keyed(one_of(*Role), _LIMIT)(node, names).names
    return tuple(
        [
            RoleLimit(
                role, return_line_minor=each.get("line"), return_total_minor=each.get("total"),
                blind_return_minor=each.get("without_receipt"),
            )
            for role, each in read.items()
        ]
    )  # fmt: skip


def _item_tax_groups(node: Node, names: Names) -> tuple[ItemTaxGroup, ...]:
    """Item sales tax groups, each with the names of its taxes."""
    read = keyed(text, listing(text))(node, names).names
    return tuple([ItemTaxGroup(name, tuple(taxes)) for name, taxes in read.items()])


def _sales_units(node: Node, names: Names) -> tuple[SalesUnit, ...]:
    """Sales units, and whether they have decimals."""
    read = keyed(text, one_of("whole", "decimals"))(node, names).names
    return tuple([SalesUnit(unit, decimals=how == "decimals") for unit, how in read.items()])


def _charge_groups(node: Node, names: Names) -> tuple[ChargeCode, ...]:
    """Charge codes that are taxed by an item sales tax group."""
    read = keyed(text, text)(node, names).names
    return tuple([ChargeCode(code, tax_percent=None, item_tax_group=group) for code, group in read.items()])


def _offline_returns(node: Node, names: Names) -> OfflineReturns:
    return OfflineReturns(one_of(*OfflineReturns)(node, names))


def _refund_rules(node: Node, names: Names) -> tuple[RefundRule, ...]:
    """By which tenders what was paid may be given back."""
    return tuple(
        [
            RefundRule(each["paid"], each["back"], each.get("most"), each.get("approval_above"))
            for each in listing(_REFUND)(node, names)
        ]
    )


_FLAGS = (
    "price_includes_tax", "advanced_auto_charges", "refund_shipping_charges", "destination_based_tax",
    "async_orders", "async_order_backup", "async_customers", "edit_customers_async",
    "pending_affiliations", "pending_contacts", "pending_loyalty_cards",
    "filter_shared_customer_data", "edit_partially_fulfilled", "async_cancel", "offline_order_actions",
    "manual_accept",
)  # fmt: skip
SETTINGS: dict[str, tuple[str, Shape]] = {
    "deposit_percent": ("deposit_percent", percent),
    "cancellation_charge_percent": ("cancellation_charge_percent", percent),
    "cancellation_charge_code": ("cancellation_charge_code", none_or(text)),
    "cancellation_charge_tax": ("cancellation_charge_tax_percent", percent),
    "shipping_charge_code": ("shipping_charge_code", none_or(text)),
    "shipping_charge_tax": ("shipping_charge_tax_percent", percent),
    "max_shipping_refund_without_approval": ("max_shipping_refund_without_approval_minor", amount),
    "cash_rounding": ("cash_rounding_minor", amount),
    "offline_sale_returns": ("offline_sale_returns", _offline_returns),
    "return_limits": ("role_limits", _limits),
    "refund_policy": ("refund_policy", _refund_rules),
    "item_tax_groups": ("item_tax_groups", _item_tax_groups),
    "charge_tax_groups": ("charge_codes", _charge_groups),
    "sales_units": ("sales_units", _sales_units),
    **{name: (name, flag) for name in _FLAGS},
}
"""From the word in the file to the field of StoreSettings, and its shape."""
