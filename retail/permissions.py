"""Who may do what: rights, roles and their limits, approval by someone else, and the rules of PINs."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from retail.errors import RuleBroken
from retail.messages import Message

PIN_DIGITS_MIN, PIN_DIGITS_MAX, PIN_DIGITS_DEFAULT = 4, 8, 6
PIN_FAILURES_ALLOWED = 3
LOCK_SECONDS = 60
LOCK_SECONDS_MAX = 24 * 60 * 60


class Right(StrEnum):
    """What a person may do without asking. `edit_order` also covers pickup, cancel, return and convert.

    `create_order`: begin an order or a quote; `ship_goods` and `pick_up_goods`: say that goods are shipped, or fetched
    in a store. `suspend_sale`: set a sale aside; `reprint_receipt`: a copy of what was printed before.
    `return_sale`: take goods of a plain sale back by its receipt; `blind_return`: without one. `return_limit`: above
    the limits of the role; `refund_tender`: by another tender than the refund policy gives without asking.
    `quote_expiry`: see and move the last day of a quote. `sales_rep`: name another sales representative.
    `log_bundle`: save what this register tells about itself for whoever looks for a fault.
    `blind_close`: end a shift without counting it. `tender_declaration`: count the till, also of a shift that was
    closed blind. `floating_declaration`: say what is in the till at the start, or put into it later; `cash_removal`:
    take cash out of it, for the safe or the bank too.
    """

    VOID_TRANSACTION = "void_transaction"
    SUSPEND_SALE = "suspend_sale"
    REPRINT_RECEIPT = "reprint_receipt"
    CREATE_ORDER = "create_order"
    SHIP_GOODS = "ship_goods"
    PICK_UP_GOODS = "pick_up_goods"
    RETRIEVE_ORDER = "retrieve_order"
    EDIT_ORDER = "edit_order"
    ACCEPT_ORDER = "accept_order"
    REJECT_ORDER = "reject_order"
    DEPOSIT_OVERRIDE = "deposit_override"
    PRICE_OVERRIDE = "price_override"
    CHARGE_OVERRIDE = "charge_override"
    CANCELLATION_CHARGE = "cancellation_charge"
    SHIPPING_REFUND = "shipping_refund"
    CUSTOMER_ACCOUNT = "customer_account"
    CARD_UNPAID = "card_unpaid"
    OPEN_DRAWER = "open_drawer"
    CLOSE_SHIFT = "close_shift"
    BLIND_CLOSE = "blind_close"
    TENDER_DECLARATION = "tender_declaration"
    FLOATING_DECLARATION = "floating_declaration"
    CASH_REMOVAL = "cash_removal"
    DISCOUNT = "discount"
    UNLOCK_PRICE = "unlock_price"
    RETURN_SALE = "return_sale"
    BLIND_RETURN = "blind_return"
    RETURN_LIMIT = "return_limit"
    REFUND_TENDER = "refund_tender"
    QUOTE_EXPIRY = "quote_expiry"
    LOG_BUNDLE = "log_bundle"
    SALES_REP = "sales_rep"


class Role(StrEnum):
    """What somebody is at the register; their own exceptions come on top."""

    CASHIER = "cashier"
    MANAGER = "manager"


ROLE_RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.CASHIER: frozenset(
        {
            Right.VOID_TRANSACTION,
            Right.SUSPEND_SALE,
            Right.REPRINT_RECEIPT,
            Right.CREATE_ORDER,
            Right.SHIP_GOODS,
            Right.PICK_UP_GOODS,
            Right.RETRIEVE_ORDER,
            Right.EDIT_ORDER,
            Right.ACCEPT_ORDER,
            Right.REJECT_ORDER,
            Right.CLOSE_SHIFT,
            Right.TENDER_DECLARATION,
            Right.FLOATING_DECLARATION,
            Right.RETURN_SALE,
            Right.QUOTE_EXPIRY,
            Right.CUSTOMER_ACCOUNT,
            Right.SALES_REP,
        }
    ),
    Role.MANAGER: frozenset(Right) - {Right.UNLOCK_PRICE},
}
"""Unlocking single prices is nobody's until somebody is given it (decision 42)."""


def rights_of(role: str, exceptions: Mapping[str, bool]) -> frozenset[Right]:
    """The rights of a person: their role's, with their own given (True) and taken (False).

    Raises:
        ValueError: there is no such role or right.
    """
    given = {Right(name) for name, has_it in exceptions.items() if has_it}
    taken = {Right(name) for name, has_it in exceptions.items() if not has_it}
    return (ROLE_RIGHTS[Role(role)] | given) - taken


class Direction(StrEnum):
    """Which other prices the limit of a role is about."""

    BOTH = "both"
    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class RoleLimit:
    """How far people of a role may go by themselves: stating prices without the right to, and taking goods back.

    Units: `_percent` in percent; `_minor` in minor units with tax, None for no limit. A discount keeps within its
    percentage and its amount, another price within its percentage, and it is one of `price_override_direction`.
    `return_line` is the most of one line that comes back, `return_total` of one return, `blind_return` of what comes
    back in it without a receipt.
    """

    role: str
    price_override_percent: Decimal = Decimal(0)
    line_discount_percent: Decimal = Decimal(0)
    total_discount_percent: Decimal = Decimal(0)
    return_line_minor: int | None = None
    return_total_minor: int | None = None
    blind_return_minor: int | None = None
    line_discount_minor: int | None = None
    total_discount_minor: int | None = None
    price_override_direction: Direction = Direction.BOTH

    def allows_price(self, list_minor: int, price_minor: int) -> bool:
        """This price instead of the list price."""
        wrong_way = {Direction.HIGHER: price_minor < list_minor, Direction.LOWER: price_minor > list_minor}
        if wrong_way.get(self.price_override_direction, False):
            return False
        return is_within(abs(list_minor - price_minor), list_minor, self.price_override_percent)

    def allows_line_discount(self, taken_minor: int, whole_minor: int) -> bool:
        """So much off a line that would come to `whole_minor`."""
        is_little = self.line_discount_minor is None or taken_minor <= self.line_discount_minor
        return is_little and is_within(taken_minor, whole_minor, self.line_discount_percent)

    def allows_total_discount(self, taken_minor: int, whole_minor: int) -> bool:
        """So much off a whole sale."""
        is_little = self.total_discount_minor is None or taken_minor <= self.total_discount_minor
        return is_little and is_within(taken_minor, whole_minor, self.total_discount_percent)


OWN_LIMITS = tuple([each.name for each in fields(RoleLimit) if each.name != "role"])
"""The limits of a role that a person may have otherwise."""


def is_within(taken_minor: int, whole_minor: int, percent: Decimal) -> bool:
    """What is taken off a whole is at most this share of it.

    >>> is_within(10, 100, Decimal(10)), is_within(11, 100, Decimal(10))
    (True, False)
    """
    return taken_minor * 100 <= whole_minor * percent


@dataclass(frozen=True, slots=True)
class OwnLimit:
    """The limit that stands in for a right. `short` is what of it does not reach so far, in words, if anything."""

    short: Message | None = None


def check_approver(
    requester: str, approver: str, rights: Collection[str], right: str, limit: OwnLimit | None = None
) -> None:
    """Let only someone else approve a request who may do the same alone: who has the right to it, or whose own limit
    reaches so far, where there is one. `rights` and `limit` are the approver's.

    Raises:
        RuleBroken: it is the requester, or the right is missing and no limit reaches.
    """
    if approver == requester:
        raise RuleBroken("{user} cannot approve an own request. Ask someone else.", user=approver)
    if right in rights or (limit is not None and limit.short is None):
        return
    if limit is None:
        raise RuleBroken("{user} may not approve this. Ask a manager.", user=approver)
    raise RuleBroken(
        "{user} may not approve this: they lack the right to go above their own limit, which is {limit}. "
        "Ask a manager, or somebody whose limit is higher.",
        user=approver,
        limit=limit.short,
    )


def is_pin(pin: str) -> bool:
    """Whether this can be a PIN.

    >>> is_pin("1234"), is_pin("123"), is_pin("12a4")
    (True, False, False)
    """
    return pin.isascii() and pin.isdigit() and PIN_DIGITS_MIN <= len(pin) <= PIN_DIGITS_MAX


def check_pin(pin: str, least: int = PIN_DIGITS_MIN) -> str:
    """Give back a PIN that may be used, where PINs have at least so many digits.

    Raises:
        RuleBroken: too short, too long, or not of digits only.
    """
    if not is_pin(pin):
        raise RuleBroken(
            "A PIN has {least} to {most} digits. Type it again.", least=least, most=PIN_DIGITS_MAX
        )
    if len(pin) < least:
        raise RuleBroken(
            "PINs have at least {least} digits in this store. Have headquarters give you a longer one.",
            least=least,
        )
    return pin


def locked_until(failures: int, last_failure_at: datetime) -> datetime | None:
    """Until when somebody is locked after this many wrong PINs in a row; None while they may try.

    The third failure locks for 60 s; every further one doubles it, up to a day (decision 49).
    """
    if failures < PIN_FAILURES_ALLOWED:
        return None
    doubled = LOCK_SECONDS << min(failures - PIN_FAILURES_ALLOWED, 32)
    return last_failure_at + timedelta(seconds=min(doubled, LOCK_SECONDS_MAX))
