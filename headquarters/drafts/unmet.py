"""Why no store can work by what is set up: what one setting names has to be there in another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from headquarters.uploads.checks import in_words
from retail.settings import StoreSettings
from retail.wire.base import Json
from retail.wire.settings import settings_of


@dataclass(frozen=True, slots=True)
class Clash:
    """What one setting says and another one does not allow: the field that is to be changed, the value of it that
    clashes, who says it, and why that cannot be. `sides` are the fields that may hold the value on either side.
    """

    field: str
    value: str
    who: str
    words: str
    sides: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.field}: {self.words}"


_SIDES = {
    "mode": ("mode", "modes", "pickup_mode", "carry_out_mode"), "mode_group": ("mode_group", "charges_group"),
    "code": ("code", "shipping_charge_code"), "customer_group": ("customer_group", "group"),
    "group": ("group",), "affiliation": ("affiliation", "affiliations"),
    "affiliations": ("affiliations", "affiliation"), "item_tax_group": ("item_tax_group", "name"),
}  # fmt: skip
"""By the field that names something, the fields of all rows in which its name may stand."""


def fault_of(values: Json) -> str:
    """Why no store can have these settings; "" where one can. It begins with the field that is to be changed."""
    return unsound(values) or next(map(str, clashes_of(values)), "")


def clashes_of(values: Json) -> Iterator[Clash]:
    """Everything of these settings, which are sound each by itself, that cannot be together."""
    yield from _unmet(settings_of(values))


def unsound(values: Json) -> str:
    """What is wrong with these settings whatever stands beside them; "" where nothing is."""
    try:
        settings_of(values)
    except ValidationError as error:
        return in_words(error)
    return ""


def _unmet(settings: StoreSettings) -> Iterator[Clash]:
    default = settings.default_customer
    groups = [each.group for each in settings.customer_groups]
    affiliations = [each.affiliation for each in settings.affiliations]
    by = "the default customer"
    yield from _unknown("group", "customer group", [default.group], groups, by)
    yield from _unknown("affiliations", "affiliation", default.affiliations, affiliations, by)
    modes = _modes(settings)
    yield from _twice(settings)
    for rule in settings.delivery_rules:
        by = f"the delivery rule of {rule.mode}"
        yield from _unknown("mode", "mode of delivery", [rule.mode], modes, by, is_needed=True)
    taxed = [each.name for each in settings.item_tax_groups]
    for code in settings.charge_codes:
        named = [code.item_tax_group]
        by = f"charge code {code.code}"
        yield from _unknown("item_tax_group", "item sales tax group", named, taxed, by, is_needed=True)
    codes = [each.code for each in settings.charge_codes]
    if settings.shipping_charge_code is not None:
        codes.append(settings.shipping_charge_code)
    mode_groups = sorted({each.charges_group for each in settings.delivery_rules} - {""})
    for charge in settings.auto_charges:
        by = f"automatic charge {charge.code}"
        ways = [charge.mode, *charge.modes]
        yield from _unknown("code", "charge code", [charge.code], codes, by, is_needed=True)
        yield from _unknown("mode", "mode of delivery", ways, modes, by, is_needed=True)
        yield from _unknown(
            "mode_group", "charges group", [charge.mode_group], mode_groups, by, is_needed=True
        )
        yield from _unknown("customer_group", "customer group", [charge.customer_group], groups, by)
        yield from _unknown("affiliation", "affiliation", [charge.affiliation], affiliations, by)


def _modes(settings: StoreSettings) -> list[str]:
    ways = (*settings.delivery_modes, settings.pickup_mode, settings.carry_out_mode)
    return [each for each in dict.fromkeys(ways) if each]


def _twice(settings: StoreSettings) -> Iterator[Clash]:
    """A mode says how a line leaves: one code cannot mean two of the three ways."""
    if settings.pickup_mode and settings.pickup_mode == settings.carry_out_mode:
        mode = settings.carry_out_mode
        words = f"{mode} is the mode of pickup already; type another"
        yield Clash("carry_out_mode", mode, "", words, _SIDES["mode"])
    for name, mode in (("pickup_mode", settings.pickup_mode), ("carry_out_mode", settings.carry_out_mode)):
        if mode and mode in settings.delivery_modes:
            yield Clash(
                name, mode, "", f"{mode} is a mode of delivery that ships; type another", _SIDES["mode"]
            )


def _unknown(
    field: str, what: str, named: Iterable[str], known: list[str], who: str, *, is_needed: bool = False
) -> Iterator[Clash]:
    """What is named and not there. Where there are none at all, and none are needed, anything may be named."""
    for name in named:
        if name and name not in known and (known or is_needed):
            there = f"there are {', '.join(known)}" if known else f"make the {what} first"
            yield Clash(field, name, f"{who} names the {what} {name}", f"there is no {what} {name}; {there}",
                        _SIDES[field])  # fmt: skip
