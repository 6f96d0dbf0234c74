"""Why no store can work by what is set up: what one setting names has to be there in another."""

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from headquarters.uploads.checks import in_words
from retail.settings import StoreSettings
from retail.wire.base import Json
from retail.wire.settings import settings_of


def fault_of(values: Json) -> str:
    """Why no store can have these settings; "" where one can. It begins with the field that is to be changed."""
    return unsound(values) or next(_unmet(settings_of(values)), "")


def unsound(values: Json) -> str:
    """What is wrong with these settings whatever stands beside them; "" where nothing is."""
    try:
        settings_of(values)
    except ValidationError as error:
        return in_words(error)
    return ""


def _unmet(settings: StoreSettings) -> Iterator[str]:
    default = settings.default_customer
    groups = [each.group for each in settings.customer_groups]
    affiliations = [each.affiliation for each in settings.affiliations]
    yield from _unknown("group", "customer group", [default.group], groups)
    yield from _unknown("affiliations", "affiliation", default.affiliations, affiliations)
    modes = _modes(settings)
    yield from _twice(settings)
    for rule in settings.delivery_rules:
        yield from _unknown("mode", "mode of delivery", [rule.mode], modes, is_needed=True)
    codes = [each.code for each in settings.charge_codes]
    if settings.shipping_charge_code is not None:
        codes.append(settings.shipping_charge_code)
    mode_groups = sorted({each.charges_group for each in settings.delivery_rules} - {""})
    for charge in settings.auto_charges:
        yield from _unknown("code", "charge code", [charge.code], codes, is_needed=True)
        yield from _unknown("mode", "mode of delivery", [charge.mode, *charge.modes], modes, is_needed=True)
        yield from _unknown("mode_group", "charges group", [charge.mode_group], mode_groups, is_needed=True)
        yield from _unknown("customer_group", "customer group", [charge.customer_group], groups)
        yield from _unknown("affiliation", "affiliation", [charge.affiliation], affiliations)


def _modes(settings: StoreSettings) -> list[str]:
    ways = (*settings.delivery_modes, settings.pickup_mode, settings.carry_out_mode)
    return [each for each in dict.fromkeys(ways) if each]


def _twice(settings: StoreSettings) -> Iterator[str]:
    """A mode says how a line leaves: one code cannot mean two of the three ways."""
    if settings.pickup_mode and settings.pickup_mode == settings.carry_out_mode:
        yield f"carry_out_mode: {settings.carry_out_mode} is the mode of pickup already; type another"
    for name, mode in (("pickup_mode", settings.pickup_mode), ("carry_out_mode", settings.carry_out_mode)):
        if mode and mode in settings.delivery_modes:
            yield f"{name}: {mode} is a mode of delivery that ships; type another"


def _unknown(
    field: str, what: str, named: Iterable[str], known: list[str], *, is_needed: bool = False
) -> Iterator[str]:
    """What is named and not there. Where there are none at all, and none are needed, anything may be named."""
    for name in named:
        if name and name not in known and (known or is_needed):
            there = f"there are {', '.join(known)}" if known else f"make the {what} first"
            yield f"{field}: there is no {what} {name}; {there}"
