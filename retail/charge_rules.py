"""Charge codes and the rules of automatic charges, as headquarters sets them up for a store."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from retail.errors import CannotBe
from retail.messages import phrase, say


class ChargeLevel(StrEnum):
    """Whether a rule makes one charge for the whole, or one for each line."""

    HEADER = "header"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class ChargeCode:
    """What a fee is called and taxed as; a refundable one comes back with the goods.

    It has a rate of its own, or the item sales tax group that says which taxes of a place it is charged: then its
    `tax_percent` is None, which a register that knows no such groups refuses instead of taxing wrongly. One for
    `shipping` stands apart on receipts. `account` is where headquarters posts it.
    """

    code: str
    name: str = ""
    tax_percent: Decimal | None = Decimal(0)
    refundable: bool = False
    item_tax_group: str = ""
    shipping: bool = False
    account: str = ""

    def __post_init__(self) -> None:
        if (self.tax_percent is None) != bool(self.item_tax_group):
            raise CannotBe(
                "charge code {code} needs a rate of tax or an item sales tax group; state one of the two",
                code=self.code,
            )


@dataclass(frozen=True, slots=True)
class AutoCharge:
    """One tier of an automatic charge: when it applies, and how much it is. What is left empty holds for all.

    `mode` is a delivery mode, pickup and carry-out included, `modes` several and `mode_group` those of a charges
    group; `customer` is one by account or id, `affiliation` and `customer_group` are groups; `business` True means
    business customers only, False everybody else; `item` and `category` count on lines only; `store` is one and
    `stores` a group. With `prorate` a header charge is worked out for the lines of each mode by themselves and spread
    over them.
    Units: `up_to_minor` is the value of the goods up to which it holds, inclusive; `percent` is of that value and
    takes the place of `amount_minor`.
    """

    level: ChargeLevel
    code: str
    amount_minor: int = 0
    percent: Decimal | None = None
    up_to_minor: int | None = None
    mode: str = ""
    item: str = ""
    customer: str = ""
    business: bool | None = None
    currency: str = ""
    store: str = ""
    prorate: bool = False
    modes: tuple[str, ...] = ()
    affiliation: str = ""
    category: str = ""
    stores: tuple[str, ...] = ()
    mode_group: str = ""
    customer_group: str = ""

    def __post_init__(self) -> None:
        if self.amount_minor < 0 or (self.percent or 0) < 0:
            raise CannotBe(
                "automatic charge {code}: {percent} % or {amount} cannot be asked",
                code=self.code, percent=self.percent or 0, amount=self.amount_minor,
            )  # fmt: skip
        if self.prorate and self.level is ChargeLevel.LINE:
            raise CannotBe(
                "automatic charge {code} is on lines already; only one on the whole is spread", code=self.code
            )
        if (self.item or self.category) and self.level is ChargeLevel.HEADER:
            raise CannotBe(
                "automatic charge {code} is on the whole; one for an item or a category is on lines",
                code=self.code,
            )
        said = (
            (phrase("mode"), (self.mode, self.modes, self.mode_group)),
            (phrase("store"), (self.store, self.stores)),
            (phrase("customer"), (self.customer, self.customer_group)),
        )
        for what, named in said:
            if sum([bool(each) for each in named]) > 1:
                raise CannotBe(
                    "automatic charge {code} names one {what} and a group; name one of the two",
                    code=self.code, what=say(what),
                )  # fmt: skip

    def is_by(self, mode: str, charges_group: str = "") -> bool:
        """It is for what leaves us by this mode, which is of this charges group."""
        if self.mode_group:
            return self.mode_group == charges_group
        return mode in self.modes if self.modes else self.mode in ("", mode)
